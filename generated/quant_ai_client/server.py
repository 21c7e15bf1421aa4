# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The address of the service, and the version of its API that this package was generated for."""

from __future__ import annotations

from typing import Final

SERVER_URL: Final = "https://api.quantcdn.io/api/v3/organisations/{org}/ai"
"""Base of all paths, with variables in braces."""

SERVER_VARIABLES: Final[dict[str, str]] = {"org": "acme"}
"""Values of the variables, unless the caller gives others."""

API_VERSION: Final = "1.1.0"

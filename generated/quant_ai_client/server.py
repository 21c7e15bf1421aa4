# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""Where the service is, and which version of its API this package was made for."""

from __future__ import annotations

from typing import Final

SERVER_URL: Final = "https://api.quantcdn.io/api/v3/organisations/{org}/ai"
"""Base of all paths, with variables in braces."""

SERVER_VARIABLES: Final[dict[str, str]] = {"org": "acme"}
"""Values for the variables, where the caller gives none."""

API_VERSION: Final = "1.1.0"

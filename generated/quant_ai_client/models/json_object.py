# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]
"""Any JSON object; see the field that uses it."""
JsonObjectParam: TypeAlias = Mapping[str, Any]
"""What a request accepts as a `JsonObject`."""

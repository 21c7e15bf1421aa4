# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

VirtualTryOn: TypeAlias = dict[str, Any]
"""Parameters of `VIRTUAL_TRY_ON`. They are passed to the image model unchanged; Nova Canvas reads
`sourceImage` and `reference_image` (both base64) and a `maskType` with its settings.
"""
VirtualTryOnParam: TypeAlias = Mapping[str, Any]
"""What a request accepts as a `VirtualTryOn`."""

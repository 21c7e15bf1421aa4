# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

VectorContainsFilter: TypeAlias = dict[str, list[str]]
"""Array fields, each with values to look for; a field matches if it contains any of its values."""
VectorContainsFilterParam: TypeAlias = Mapping[str, Sequence[str]]
"""What a request accepts as a `VectorContainsFilter`."""

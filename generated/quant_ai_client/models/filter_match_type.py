# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FilterMatchType: TypeAlias = Literal["word", "regex"] | str
"""How a rule finds matches:

- `word`: whole words, in upper or lower case
- `regex`: a regular expression
"""

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SkillImportSourceType: TypeAlias = Literal["skills.sh", "github"] | str
"""Where to import a skill from:

- `skills.sh`: the skills.sh registry
- `github`: a GitHub repository
"""

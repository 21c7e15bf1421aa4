# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SkillSourceType: TypeAlias = Literal["inline", "skills.sh", "github", "local"] | str
"""Where a skill comes from:

- `inline`: created and changed here
- `skills.sh`: imported from the skills.sh registry
- `github`: imported from a GitHub repository
- `local`: uploaded from a file; it has no source to sync from
"""

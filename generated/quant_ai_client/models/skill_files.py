# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

SkillFiles: TypeAlias = dict[str, str]
"""Additional files of a skill that its content refers to: contents by name or path."""
SkillFilesParam: TypeAlias = Mapping[str, str]
"""What a request accepts as a `SkillFiles`."""

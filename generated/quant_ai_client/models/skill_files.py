# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

SkillFiles: TypeAlias = dict[str, str]
"""Texts that belong to a skill and that its content refers to: the name or path of each file, with what is
in it.
"""
SkillFilesParam: TypeAlias = Mapping[str, str]
"""What a request accepts as a `SkillFiles`."""

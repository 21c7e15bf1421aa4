"""Skills as they are kept and shown, and what they tell a model.

What a source says of a skill and what was changed here are kept apart, so that a sync can replace the one and leave the
other alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..state.request_context import RequestContext

KIND = "skill"
EMPTY: dict[str, Any] = {
    "tags": [],
    "requiredTools": [],
    "files": {},
    "disableModelInvocation": False,
    "allowedTools": [],
}
_ASKED = re.compile(r"(?<!\S)/([^\s/:]+:[^\s/:]+)")


def shown(skill: dict[str, Any]) -> dict[str, Any]:
    """A skill in full."""
    kept = ("skillId", "source", "namespace", "installedBy", "installedAt", "updatedAt")
    return {**EMPTY, **skill["content"], **skill["changes"], **{name: skill[name] for name in kept if name in skill}}


def summary(context: RequestContext, skill: dict[str, Any]) -> dict[str, Any]:
    """A skill as lists show it."""
    names = context.state.api.schema("SkillSummary").properties
    return {name: value for name, value in shown(skill).items() if name in names}


def instructions(context: RequestContext, assigned: Iterable[str], text: str) -> str:
    """What a model is told by the skills assigned to it, and by those that the user asks for: `/namespace:name`."""
    own, asked = set(assigned), set(_ASKED.findall(text))
    if not own and not asked:
        return ""
    told = []
    for kept in context.store.all(KIND):
        skill = shown(kept)
        by_itself = skill["skillId"] in own and not skill["disableModelInvocation"]
        if by_itself or f"{skill.get('namespace')}:{skill['name']}" in asked:
            told.append(f"{skill['triggerCondition']}: {skill['content'].strip()}")
    return "\n".join(told)

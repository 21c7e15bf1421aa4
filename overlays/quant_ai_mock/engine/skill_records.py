"""Skills as they are stored and shown, and the instructions that they give to a model.

The content from a skill's source and the local changes are stored apart, so that a sync replaces the content alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..state.listing import Listing
from ..state.marks import mark
from ..state.request_context import RequestContext

KIND = "skill"
MAX_CALLED = 500  # skills that one turn can have
DEFAULTS: dict[str, Any] = {
    "tags": [],
    "requiredTools": [],
    "files": {},
    "disableModelInvocation": False,
    "allowedTools": [],
}
_NAMED_IN_TEXT = re.compile(r"(?<!\S)/([^\s/:]+:[^\s/:]+)")


def full(skill: dict[str, Any]) -> dict[str, Any]:
    """A skill with all its fields."""
    stored = ("skillId", "source", "namespace", "installedBy", "installedAt", "updatedAt")
    return {
        **DEFAULTS,
        **skill["content"],
        **skill["changes"],
        **{name: skill[name] for name in stored if name in skill},
    }


def save(context: RequestContext, skill: dict[str, Any]) -> None:
    """Store a skill."""
    shown = full(skill)
    marks = [mark("id", skill["skillId"]), *(mark("tag", tag) for tag in shown["tags"])]
    if "namespace" in skill:
        marks += [mark("namespace", skill["namespace"]), mark("called", f"{skill['namespace']}:{shown['name']}")]
    context.store.put(KIND, skill["skillId"], skill, marks=marks)


def summary(context: RequestContext, skill: dict[str, Any]) -> dict[str, Any]:
    """A skill as lists show it."""
    names = context.state.api.schema("SkillSummary").properties
    return {name: value for name, value in full(skill).items() if name in names}


def skill_instructions(context: RequestContext, assigned: Iterable[str], text: str) -> str:
    """The instructions of the skills that are assigned, and of those that the user names: `/namespace:name`."""
    assigned, named = set(assigned), set(_NAMED_IN_TEXT.findall(text))
    if not assigned and not named:
        return ""
    found = []
    marks = [mark("id", skill_id) for skill_id in assigned] + [mark("called", name) for name in named]
    for record in Listing(context.store, KIND, [marks[:MAX_CALLED]], newest_first=False).records():
        skill = full(record)
        automatic = skill["skillId"] in assigned and not skill["disableModelInvocation"]
        if automatic or f"{skill.get('namespace')}:{skill['name']}" in named:
            found.append(f"{skill['triggerCondition']}: {skill['content'].strip()}")
    return "\n".join(found)

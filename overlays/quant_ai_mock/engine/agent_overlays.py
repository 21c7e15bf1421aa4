"""Overlays: what an organisation changes in a global agent. Each is replaced as a whole and has a version."""

from __future__ import annotations

from typing import Any

from ..document.refusal import Refusal, conflict
from ..state.request_context import RequestContext

KIND = "agent_overlay"
REPLACING = ("modelId", "temperature", "maxTokens", "allowedCollections", "guardrailPreset")
LISTS = {"allowedTools": ("additionalTools", "disabledTools"), "assignedSkills": ("additionalSkills", "disabledSkills")}


def read(context: RequestContext, agent: dict[str, Any]) -> dict[str, Any] | None:
    """The overlay of an agent, if there is one.

    Raises:
        Refusal: 404; the agent is not a global one.
    """
    if not agent["isGlobal"]:
        raise Refusal(404, {"error": "Not a global agent", "agentId": agent["agentId"]})
    return context.store.get(KIND, agent["agentId"])


def write(context: RequestContext, agent: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Replace an overlay, if its version is the one that `new` names.

    Raises:
        Refusal: 404, as above; 409 if it has another version.
    """
    version = (read(context, agent) or {}).get("version", 0)
    expected = new.get("version", version)
    if expected != version:
        message = f"The overlay has version {version}, not {expected}. Read it again before you write."
        raise conflict("VERSION_CONFLICT", message, agentId=agent["agentId"], version=version)
    overlay = new | {"version": version + 1}
    context.store.put(KIND, agent["agentId"], overlay)
    return overlay


def delete(context: RequestContext, agent: dict[str, Any]) -> None:
    """Delete an overlay, if there is one.

    Raises:
        Refusal: 404, as above.
    """
    read(context, agent)
    context.store.delete(KIND, agent["agentId"])


def apply(context: RequestContext, agent: dict[str, Any]) -> dict[str, Any]:
    """The agent with the organisation's overlay applied."""
    overlay = context.store.get(KIND, agent["agentId"]) if agent["isGlobal"] else None
    if overlay is None:
        return agent
    found = agent | {name: overlay[name] for name in REPLACING if name in overlay}
    for name, (more, fewer) in LISTS.items():
        items = dict.fromkeys([*agent.get(name, []), *overlay.get(more, [])])
        found[name] = [item for item in items if item not in overlay.get(fewer, [])]
    if overlay.get("systemPromptAppend"):
        found["systemPrompt"] = f"{agent['systemPrompt']}\n{overlay['systemPromptAppend']}"
    return found

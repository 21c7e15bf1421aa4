"""Agents as they are stored, and as they answer for an organisation."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found
from ..state.kinds import AGENT
from ..state.request_context import RequestContext
from . import agent_overlays
from .skill_records import instructions

GLOBAL: dict[str, Any] = {
    "agentId": "quantgov-code",
    "name": "Code assistant",
    "description": "Writes and explains code; offered to every organisation.",
    "group": "global",
    "systemPrompt": "You help with code.",
    "modelId": "anthropic.claude-sonnet-4-20250514-v1:0",
    "temperature": 0.2,
    "maxTokens": 8192,
    "allowedTools": ["fetch_web_content"],
    "allowedCollections": [],
    "assignedSkills": [],
    "longContext": False,
    "guardrailPreset": None,
    "isGlobal": True,
    "hasOverlay": False,
    "createdBy": "quant",
    "createdAt": "2026-01-15T09:30:00.000Z",
    "updatedAt": "2026-01-15T09:30:00.000Z",
}


def find(context: RequestContext, own_id: str) -> dict[str, Any]:
    """The agent with an id, of the organisation or of all, as it comes.

    Raises:
        Refusal: 404.
    """
    if own_id == GLOBAL["agentId"]:
        return GLOBAL | {"hasOverlay": context.store.get(agent_overlays.KIND, own_id) is not None}
    agent = context.store.get(AGENT, own_id)
    if agent is None:
        raise not_found("Agent", agentId=own_id)
    return agent


def at_work(context: RequestContext, own_id: str) -> dict[str, Any]:
    """The agent with an id as it answers, with what the organisation has adjusted.

    Raises:
        Refusal: 404.
    """
    return agent_overlays.laid_over(context, find(context, own_id))


def told(context: RequestContext, agent: dict[str, Any], text: str) -> str:
    """What stands before a conversation with an agent: its prompt, and its skills."""
    parts = (agent.get("systemPrompt"), instructions(context, agent.get("assignedSkills", []), text))
    return "\n".join(part for part in parts if part)

"""Find an agent, and how it works for an organisation: with overlay, system prompt and skills."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found
from ..state.kinds import AGENT
from ..state.request_context import RequestContext
from . import agent_overlays
from .skill_records import skill_instructions

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


def find(context: RequestContext, agent_id: str) -> dict[str, Any]:
    """The agent with an id, without overlay: a global one, or one of the organisation.

    Raises:
        Refusal: 404.
    """
    if agent_id == GLOBAL["agentId"]:
        return GLOBAL | {"hasOverlay": context.store.get(agent_overlays.KIND, agent_id) is not None}
    agent = context.store.get(AGENT, agent_id)
    if agent is None:
        raise not_found("Agent", agentId=agent_id)
    return agent


def find_effective(context: RequestContext, agent_id: str) -> dict[str, Any]:
    """The agent with an id, with the organisation's overlay applied.

    Raises:
        Refusal: 404.
    """
    return agent_overlays.apply(context, find(context, agent_id))


def system_prompt(context: RequestContext, agent: dict[str, Any], text: str) -> str:
    """The system prompt of an agent, followed by the instructions of its skills."""
    parts = (agent.get("systemPrompt"), skill_instructions(context, agent.get("assignedSkills", []), text))
    return "\n".join(part for part in parts if part)

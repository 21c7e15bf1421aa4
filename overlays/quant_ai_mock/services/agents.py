"""Agents: prompts, models and tools under a name, to chat with."""

from __future__ import annotations

from typing import Any

from .. import executions, governing, overlays
from ..conversation import Prompt, take_turn
from ..refusal import forbidden, not_found
from ..skillbook import instructions
from ..world import Call, Reply
from . import sessions
from .models import model

KIND = "agent"
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
NOT_LISTED = ("systemPrompt", "allowedCollections", "createdBy", "filterPolicies")


def agents_list(call: Call) -> dict[str, Any]:
    group = call.query.get("group")
    agents = [find(call, GLOBAL["agentId"]), *call.shelf.all(KIND)]
    return {
        "agents": [
            {key: value for key, value in agent.items() if key not in NOT_LISTED}
            for agent in agents
            if group is None or agent.get("group") == group
        ]
    }


def agents_create(call: Call) -> dict[str, Any]:
    model(call.body["modelId"])
    agent = {
        "allowedTools": [],
        "allowedCollections": [],
        "assignedSkills": [],
        "longContext": False,
        **call.body,
        "agentId": call.new_uuid("agent"),
        "isGlobal": False,
        "hasOverlay": False,
        "createdAt": call.iso_now,
        "updatedAt": call.iso_now,
    }
    call.shelf.put(KIND, agent["agentId"], agent)
    return {"success": True, "agent": agent, "message": "Agent created successfully"}


def agents_get(call: Call) -> dict[str, Any]:
    return {"agent": find(call, call.path["agentId"])}


def agents_update(call: Call) -> dict[str, Any]:
    agent = _own(call)
    changes = {key: value for key, value in call.sent.items() if key not in _FIXED}
    if "modelId" in changes:
        model(changes["modelId"])
    agent |= changes | {"updatedAt": call.iso_now}
    call.shelf.put(KIND, agent["agentId"], agent)
    return {"success": True, "agent": agent, "message": "Agent updated successfully"}


def agents_delete(call: Call) -> dict[str, Any]:
    agent = _own(call)
    call.shelf.delete(KIND, agent["agentId"])
    return {"success": True, "message": "Agent deleted successfully"}


def agents_get_overlay(call: Call) -> dict[str, Any]:
    agent = find(call, call.path["agentId"])
    base = {name: agent[name] for name in ("agentId", "name", "modelId", "allowedTools")}
    return {"overlay": overlays.read(call, agent), "base": base | {"assignedSkillIds": agent["assignedSkills"]}}


def agents_put_overlay(call: Call) -> dict[str, Any]:
    agent = find(call, call.path["agentId"])
    overlays.read(call, agent)
    if "modelId" in call.body:
        model(call.body["modelId"])
    return {"overlay": overlays.write(call, agent, call.body)}


def agents_delete_overlay(call: Call) -> dict[str, Any]:
    overlays.delete(call, find(call, call.path["agentId"]))
    return {"success": True, "message": "Agent reverted to defaults"}


def agents_chat(call: Call) -> Any:
    from . import chat

    body = call.body
    agent = at_work(call, call.path["agentId"])
    user = body.get("userId", "")
    opened = not body.get("sessionId")
    session = sessions.create(call, user=user, sliding=True) if opened else sessions.find(call, body["sessionId"])
    prompt = _prompt(call, agent, session)
    governing.admit(call, prompt.model, prompt.interface, prompt.user)
    if body["async"]:
        return _queue(call, agent, prompt, session)
    if body["stream"]:
        return chat.stream(call, prompt, session, opened=opened)
    turn = take_turn(call, prompt)
    chat.remember(call, session, turn, prompt)
    ran = [*turn.ran, *turn.tool_uses]
    return {
        "sessionId": session["id"],
        "response": {
            "text": turn.text,
            "stopReason": turn.finish,
            "usage": turn.usage,
            "toolResults": [
                {
                    "toolUseId": use["toolUseId"],
                    "name": use["name"],
                    "result": use.get("result", use.get("executionId")),
                }
                for use in ran
            ],
        },
    }


def find(call: Call, own_id: str) -> dict[str, Any]:
    """The agent with an id, of the organisation or of all, as it comes.

    Raises:
        Refusal: 404.
    """
    if own_id == GLOBAL["agentId"]:
        return GLOBAL | {"hasOverlay": call.shelf.get(overlays.KIND, own_id) is not None}
    agent = call.shelf.get(KIND, own_id)
    if agent is None:
        raise not_found("Agent", agentId=own_id)
    return agent


def at_work(call: Call, own_id: str) -> dict[str, Any]:
    """The agent with an id as it answers, with what the organisation has adjusted.

    Raises:
        Refusal: 404.
    """
    return overlays.laid_over(call, find(call, own_id))


def told(call: Call, agent: dict[str, Any], text: str) -> str:
    """What stands before a conversation with an agent: its prompt, and its skills."""
    parts = (agent.get("systemPrompt"), instructions(call, agent.get("assignedSkills", []), text))
    return "\n".join(part for part in parts if part)


_FIXED = ("agentId", "organizationId", "createdAt", "createdBy", "isGlobal", "hasOverlay")


def _own(call: Call) -> dict[str, Any]:
    """The organisation's own agent that the path names; a global one can only be read."""
    agent = find(call, call.path["agentId"])
    if agent["isGlobal"]:
        raise forbidden("A global agent cannot be changed.", agentId=agent["agentId"])
    return agent


def _prompt(call: Call, agent: dict[str, Any], session: dict[str, Any]) -> Prompt:
    body = call.body
    return Prompt(
        operation=call.operation.id,
        model=model(agent["modelId"]),
        messages=[*session["messages"], {"role": "user", "content": body["message"]}],
        system="\n".join(text for text in (told(call, agent, body["message"]), body.get("system")) if text),
        most=agent.get("maxTokens") or 4096,
        automatic=list(agent.get("allowedTools", [])),
        eager=False,
        user=session["userId"] or body.get("userId", ""),
        interface=governing.interface_of(body, streams=body["stream"]),
        policies=agent.get("filterPolicies", []),
        known=len(session["messages"]),
    )


def _queue(call: Call, agent: dict[str, Any], prompt: Prompt, session: dict[str, Any]) -> Reply:
    own_id = call.new_uuid("request")
    executions.start(call, own_id, prompt, session["id"])
    return Reply(
        202,
        {
            "requestId": own_id,
            "agentId": agent["agentId"],
            "agentName": agent["name"],
            "sessionId": session["id"],
            "status": "queued",
            "message": "Request queued for processing",
            "pollUrl": executions.poll_url(own_id),
        },
    )

"""Agents: prompts, models and tools under a name, to chat with."""

from __future__ import annotations

from typing import Any

from ..document.refusal import forbidden
from ..engine import agent_overlays, agent_records, executions, session_records
from ..engine.stream_events import stream_turn
from ..engine.turns import Prompt, take_turn
from ..rules import admission
from ..rules.admission import find_model
from ..state.kinds import AGENT
from ..state.request_context import Call, Reply

NOT_LISTED = ("systemPrompt", "allowedCollections", "createdBy", "filterPolicies")


def agents_list(call: Call) -> dict[str, Any]:
    group = call.query.get("group")
    agents = [agent_records.find(call, agent_records.GLOBAL["agentId"]), *call.shelf.all(AGENT)]
    return {
        "agents": [
            {key: value for key, value in agent.items() if key not in NOT_LISTED}
            for agent in agents
            if group is None or agent.get("group") == group
        ]
    }


def agents_create(call: Call) -> dict[str, Any]:
    find_model(call.body["modelId"])
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
    call.shelf.put(AGENT, agent["agentId"], agent)
    return {"success": True, "agent": agent, "message": "Agent created successfully"}


def agents_get(call: Call) -> dict[str, Any]:
    return {"agent": agent_records.find(call, call.path["agentId"])}


def agents_update(call: Call) -> dict[str, Any]:
    agent = _own(call)
    changes = {key: value for key, value in call.sent.items() if key not in _FIXED}
    if "modelId" in changes:
        find_model(changes["modelId"])
    agent |= changes | {"updatedAt": call.iso_now}
    call.shelf.put(AGENT, agent["agentId"], agent)
    return {"success": True, "agent": agent, "message": "Agent updated successfully"}


def agents_delete(call: Call) -> dict[str, Any]:
    agent = _own(call)
    call.shelf.delete(AGENT, agent["agentId"])
    return {"success": True, "message": "Agent deleted successfully"}


def agents_get_overlay(call: Call) -> dict[str, Any]:
    agent = agent_records.find(call, call.path["agentId"])
    base = {name: agent[name] for name in ("agentId", "name", "modelId", "allowedTools")}
    return {"overlay": agent_overlays.read(call, agent), "base": base | {"assignedSkillIds": agent["assignedSkills"]}}


def agents_put_overlay(call: Call) -> dict[str, Any]:
    agent = agent_records.find(call, call.path["agentId"])
    agent_overlays.read(call, agent)
    if "modelId" in call.body:
        find_model(call.body["modelId"])
    return {"overlay": agent_overlays.write(call, agent, call.body)}


def agents_delete_overlay(call: Call) -> dict[str, Any]:
    agent_overlays.delete(call, agent_records.find(call, call.path["agentId"]))
    return {"success": True, "message": "Agent reverted to defaults"}


def agents_chat(call: Call) -> Any:
    body = call.body
    agent = agent_records.at_work(call, call.path["agentId"])
    user = body.get("userId", "")
    opened = not body.get("sessionId")
    session = (
        session_records.create(call, user=user, sliding=True)
        if opened
        else session_records.find(call, body["sessionId"])
    )
    prompt = _prompt(call, agent, session)
    admission.admit(call, prompt.model, prompt.interface, prompt.user)
    if body["async"]:
        return _queue(call, agent, prompt, session)
    if body["stream"]:
        return stream_turn(call, prompt, session, opened=opened)
    turn = take_turn(call, prompt)
    session_records.remember(call, session, turn, prompt)
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


_FIXED = ("agentId", "organizationId", "createdAt", "createdBy", "isGlobal", "hasOverlay")


def _own(call: Call) -> dict[str, Any]:
    """The organisation's own agent that the path names; a global one can only be read."""
    agent = agent_records.find(call, call.path["agentId"])
    if agent["isGlobal"]:
        raise forbidden("A global agent cannot be changed.", agentId=agent["agentId"])
    return agent


def _prompt(call: Call, agent: dict[str, Any], session: dict[str, Any]) -> Prompt:
    body = call.body
    return Prompt(
        operation=call.operation.id,
        model=find_model(agent["modelId"]),
        messages=[*session["messages"], {"role": "user", "content": body["message"]}],
        system="\n".join(
            text for text in (agent_records.told(call, agent, body["message"]), body.get("system")) if text
        ),
        most=agent.get("maxTokens") or 4096,
        automatic=list(agent.get("allowedTools", [])),
        eager=False,
        user=session["userId"] or body.get("userId", ""),
        interface=admission.interface_of(body, streams=body["stream"]),
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

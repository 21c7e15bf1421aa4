"""Agents: a prompt, a model and tools under a name, to chat with."""

from __future__ import annotations

from typing import Any

from ..document.refusal import forbidden
from ..engine import agent_overlays, agent_records, executions, session_records
from ..engine.stream_events import stream_turn
from ..engine.turns import Prompt, take_buffered_turn
from ..rules import admission
from ..rules.admission import find_model
from ..state.kinds import AGENT
from ..state.request_context import Reply, RequestContext

NOT_IN_LISTS = ("systemPrompt", "allowedCollections", "createdBy", "filterPolicies")


def agents_list(context: RequestContext) -> dict[str, Any]:
    group = context.query.get("group")
    agents = [agent_records.find(context, agent_records.GLOBAL["agentId"]), *context.store.all(AGENT)]
    return {
        "agents": [
            {key: value for key, value in agent.items() if key not in NOT_IN_LISTS}
            for agent in agents
            if group is None or agent.get("group") == group
        ]
    }


def agents_create(context: RequestContext) -> dict[str, Any]:
    find_model(context.body["modelId"])
    agent = {
        "allowedTools": [],
        "allowedCollections": [],
        "assignedSkills": [],
        "longContext": False,
        **context.body,
        "agentId": context.new_uuid("agent"),
        "isGlobal": False,
        "hasOverlay": False,
        "createdAt": context.iso_now,
        "updatedAt": context.iso_now,
    }
    context.store.put(AGENT, agent["agentId"], agent)
    return {"success": True, "agent": agent, "message": "Agent created successfully"}


def agents_get(context: RequestContext) -> dict[str, Any]:
    return {"agent": agent_records.find(context, context.path["agentId"])}


def agents_update(context: RequestContext) -> dict[str, Any]:
    agent = _own(context)
    changes = {key: value for key, value in context.sent.items() if key not in _READ_ONLY}
    if "modelId" in changes:
        find_model(changes["modelId"])
    agent |= changes | {"updatedAt": context.iso_now}
    context.store.put(AGENT, agent["agentId"], agent)
    return {"success": True, "agent": agent, "message": "Agent updated successfully"}


def agents_delete(context: RequestContext) -> dict[str, Any]:
    agent = _own(context)
    context.store.delete(AGENT, agent["agentId"])
    return {"success": True, "message": "Agent deleted successfully"}


def agents_get_overlay(context: RequestContext) -> dict[str, Any]:
    agent = agent_records.find(context, context.path["agentId"])
    base = {name: agent[name] for name in ("agentId", "name", "modelId", "allowedTools")}
    return {
        "overlay": agent_overlays.read(context, agent),
        "base": base | {"assignedSkillIds": agent["assignedSkills"]},
    }


def agents_put_overlay(context: RequestContext) -> dict[str, Any]:
    agent = agent_records.find(context, context.path["agentId"])
    agent_overlays.read(context, agent)
    if "modelId" in context.body:
        find_model(context.body["modelId"])
    return {"overlay": agent_overlays.write(context, agent, context.body)}


def agents_delete_overlay(context: RequestContext) -> dict[str, Any]:
    agent_overlays.delete(context, agent_records.find(context, context.path["agentId"]))
    return {"success": True, "message": "Agent reverted to defaults"}


def agents_chat(context: RequestContext) -> Any:
    body = context.body
    agent = agent_records.find_effective(context, context.path["agentId"])
    user = body.get("userId", "")
    created = not body.get("sessionId")
    session = (
        session_records.create(context, user=user, sliding=True)
        if created
        else session_records.find(context, body["sessionId"])
    )
    prompt = _prompt(context, agent, session)
    prompt.admit(context)
    if body["async"]:
        return _queue(context, agent, prompt, session)
    if body["stream"]:
        return stream_turn(context, prompt, session, created=created)
    turn = take_buffered_turn(context, prompt)
    session_records.append_turn(context, session, turn, prompt)
    executed = [*turn.executed, *turn.tool_uses]
    return {
        "sessionId": session["id"],
        "response": {
            "text": turn.text,
            "stopReason": turn.finish_reason,
            "usage": turn.usage,
            "toolResults": [
                {
                    "toolUseId": use["toolUseId"],
                    "name": use["name"],
                    "result": use.get("result", use.get("executionId")),
                }
                for use in executed
            ],
        },
    }


_READ_ONLY = ("agentId", "organizationId", "createdAt", "createdBy", "isGlobal", "hasOverlay")


def _own(context: RequestContext) -> dict[str, Any]:
    """The organisation's agent that the path names.

    Raises:
        Refusal: 404; or 403, because a global agent can only be read.
    """
    agent = agent_records.find(context, context.path["agentId"])
    if agent["isGlobal"]:
        raise forbidden("A global agent cannot be changed.", agentId=agent["agentId"])
    return agent


def _prompt(context: RequestContext, agent: dict[str, Any], session: dict[str, Any]) -> Prompt:
    body = context.body
    return Prompt(
        operation=context.operation.id,
        model=find_model(agent["modelId"]),
        messages=[{"role": "user", "content": body["message"]}],
        system="\n".join(
            text for text in (agent_records.system_prompt(context, agent, body["message"]), body.get("system")) if text
        ),
        max_tokens=agent.get("maxTokens") or 4096,
        auto_tools=list(agent.get("allowedTools", [])),
        eager=False,
        user=session["userId"] or body.get("userId", ""),
        interface=admission.interface_of(body, streams=body["stream"]),
        policies=agent.get("filterPolicies", []),
        history=session_records.history(session),
    )


def _queue(context: RequestContext, agent: dict[str, Any], prompt: Prompt, session: dict[str, Any]) -> Reply:
    request_id = context.new_uuid("request")
    executions.start(context, request_id, prompt, session["id"])
    return Reply(
        202,
        {
            "requestId": request_id,
            "agentId": agent["agentId"],
            "agentName": agent["name"],
            "sessionId": session["id"],
            "status": "queued",
            "message": "Request queued for processing",
            "pollUrl": executions.poll_url(request_id),
        },
    )

"""Chat: in one piece, as a stream, and in the background."""

from __future__ import annotations

from typing import Any

from ..engine import agent_records, executions, session_records, tool_orchestrations
from ..engine.stream_events import stream_turn
from ..engine.turns import Prompt, take_turn
from ..rules import admission
from ..rules.admission import find_model
from ..state.request_context import Reply, RequestContext
from ..synthetic import wording
from ..synthetic.catalogue import Model


def chat_send(context: RequestContext) -> Any:
    prompt, session, _ = read(context)
    if context.body["async"]:
        return queue(context, prompt, session)
    turn = take_turn(context, prompt)
    session_records.remember(context, session, turn, prompt)
    started = tool_orchestrations.start(context, prompt, turn, session["id"] if session else None)
    return {
        "response": turn.message,
        **({"orchestration": tool_orchestrations.address(context, started, whole=False)} if started else {}),
        "model": prompt.model.id,
        "requestId": context.new_request_id(),
        "finishReason": turn.finish,
        "usage": turn.usage,
    }


def chat_stream(context: RequestContext) -> Any:
    prompt, session, opened = read(context)
    if context.body["async"]:
        return queue(context, prompt, session)
    return stream_turn(context, prompt, session, opened=opened)


def chat_get_execution(context: RequestContext) -> dict[str, Any]:
    return executions.read(context, context.path["identifier"])


def chat_submit_callback(context: RequestContext) -> dict[str, Any]:
    executions.submit(context, context.body["callbackId"], context.body["toolResults"])
    return {
        "success": True,
        "message": "Callback submitted successfully",
        "callbackId": context.body["callbackId"],
    }


def read(context: RequestContext) -> tuple[Prompt, dict[str, Any] | None, bool]:
    """What the body asks: the prompt, the session that goes on, and whether that was opened just now.

    Raises:
        Refusal: 403, 404 or 413: what it names is not there, or the organisation's rules forbid it.
    """
    body = context.body
    used, system, most = find_model(body["modelId"]), body.get("systemPrompt", ""), body["maxTokens"]
    config = body.get("toolConfig") or {}
    allowed = config.get("allowedTools") or body.get("allowedTools") or []
    automatic = config.get("autoExecute") or []
    automatic = allowed if automatic is True else automatic
    eager = bool(automatic)
    session = session_records.find(context, body["sessionId"]) if body.get("sessionId") else None
    opened, policies = False, []
    if body.get("agentId"):
        agent = agent_records.at_work(context, body["agentId"])
        said = "\n".join(wording.text_of(message["content"]) for message in body["messages"][-1:])
        used, system, most = _as_agent(
            {**agent, "systemPrompt": agent_records.told(context, agent, said)}, used, system, most
        )
        automatic = [*automatic, *agent.get("allowedTools", [])]
        policies = agent.get("filterPolicies", [])
        if session is None:
            session, opened = session_records.create(context, user="", sliding=True), True
    prompt = Prompt(
        operation=context.operation.id,
        model=used,
        messages=[*(session["messages"] if session else []), *body["messages"]],
        system=system,
        most=most,
        stops=body.get("stopSequences", []),
        json_format=_json_format(body),
        tools=[tool["toolSpec"] for tool in config.get("tools", [])],
        automatic=list(automatic),
        eager=eager,
        user=session["userId"] if session else "",
        interface=admission.interface_of(body, streams=context.operation.id == "chat_stream"),
        policies=policies,
        known=len(session["messages"]) if session else 0,
    )
    admission.admit(context, prompt.model, prompt.interface, prompt.user)
    return prompt, session, opened


def queue(context: RequestContext, prompt: Prompt, session: dict[str, Any] | None) -> Reply:
    """Begin an execution in the background."""
    own_id = context.new_request_id()
    executions.start(context, own_id, prompt, session["id"] if session else None)
    body = {
        "requestId": own_id,
        "status": "queued",
        "message": "Request queued for processing",
        "pollUrl": executions.poll_url(own_id),
    }
    return Reply(202, body | ({"sessionId": session["id"]} if session else {}))


def _as_agent(agent: dict[str, Any], used: Model, system: str, most: int) -> tuple[Model, str, int]:
    prompts = [text for text in (agent.get("systemPrompt", ""), system) if text]
    return (
        find_model(agent["modelId"]) if agent.get("modelId") else used,
        "\n".join(prompts),
        agent.get("maxTokens") or most,
    )


def _json_format(body: dict[str, Any]) -> dict[str, Any] | None:
    wanted = body.get("responseFormat")
    return None if wanted is None else wanted.get("jsonSchema") or {"type": "object"}

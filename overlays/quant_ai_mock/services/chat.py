"""Chat: buffered, as a stream, and in the background."""

from __future__ import annotations

from typing import Any

from ..engine import agent_records, executions, session_records, tool_orchestrations
from ..engine.stream_events import stream_turn
from ..engine.turns import Prompt, take_buffered_turn
from ..rules import admission
from ..rules.admission import find_model
from ..state.request_context import Reply, RequestContext
from ..synthetic import wording
from ..synthetic.catalogue import CatalogueModel


def chat_send(context: RequestContext) -> Any:
    prompt, session, _ = _read(context)
    if context.body["async"]:
        return _queue(context, prompt, session)
    turn = take_buffered_turn(context, prompt)
    session_records.append_turn(context, session, turn, prompt)
    started = tool_orchestrations.start(context, prompt, turn, session["id"] if session else None)
    return {
        "response": turn.message,
        **({"orchestration": tool_orchestrations.reference(context, started, absolute=False)} if started else {}),
        "model": prompt.model.id,
        "requestId": context.new_request_id(),
        "finishReason": turn.finish_reason,
        "usage": turn.usage,
    }


def chat_stream(context: RequestContext) -> Any:
    prompt, session, created = _read(context)
    if context.body["async"]:
        return _queue(context, prompt, session)
    return stream_turn(context, prompt, session, created=created)


def chat_get_execution(context: RequestContext) -> dict[str, Any]:
    return executions.read(context, context.path["identifier"])


def chat_submit_callback(context: RequestContext) -> dict[str, Any]:
    executions.submit(context, context.body["callbackId"], context.body["toolResults"])
    return {
        "success": True,
        "message": "Callback submitted successfully",
        "callbackId": context.body["callbackId"],
    }


def _read(context: RequestContext) -> tuple[Prompt, dict[str, Any] | None, bool]:
    """Read the body: the prompt, the session to continue, and whether the session was created just now.

    Raises:
        Refusal: 403 if the organisation's rules forbid it; 404 if something that it names does not exist.
    """
    body = context.body
    model, system, max_tokens = find_model(body["modelId"]), body.get("systemPrompt", ""), body["maxTokens"]
    config = body.get("toolConfig") or {}
    allowed = config.get("allowedTools") or body.get("allowedTools") or []
    auto_tools = config.get("autoExecute") or []
    auto_tools = allowed if auto_tools is True else auto_tools
    eager = bool(auto_tools)
    session = session_records.find(context, body["sessionId"]) if body.get("sessionId") else None
    created, policies = False, []
    if body.get("agentId"):
        agent = agent_records.find_effective(context, body["agentId"])
        text = "\n".join(wording.text_of(message["content"]) for message in body["messages"][-1:])
        model, system, max_tokens = _as_agent(
            {**agent, "systemPrompt": agent_records.system_prompt(context, agent, text)}, model, system, max_tokens
        )
        auto_tools = [*auto_tools, *agent.get("allowedTools", [])]
        policies = agent.get("filterPolicies", [])
        if session is None:
            session, created = session_records.create(context, user="", sliding=True), True
    prompt = Prompt(
        operation=context.operation.id,
        model=model,
        messages=body["messages"],
        system=system,
        max_tokens=max_tokens,
        stop_sequences=body.get("stopSequences", []),
        json_format=_json_format(body),
        tools=[tool["toolSpec"] for tool in config.get("tools", [])],
        auto_tools=list(auto_tools),
        eager=eager,
        user=session["userId"] if session else "",
        interface=admission.interface_of(body, streams=context.operation.id == "chat_stream"),
        policies=policies,
        history=session_records.history(session),
    )
    prompt.admit(context)
    return prompt, session, created


def _queue(context: RequestContext, prompt: Prompt, session: dict[str, Any] | None) -> Reply:
    """Start an execution in the background."""
    request_id = context.new_request_id()
    executions.start(context, request_id, prompt, session["id"] if session else None)
    body = {
        "requestId": request_id,
        "status": "queued",
        "message": "Request queued for processing",
        "pollUrl": executions.poll_url(request_id),
    }
    return Reply(202, body | ({"sessionId": session["id"]} if session else {}))


def _as_agent(
    agent: dict[str, Any], model: CatalogueModel, system: str, max_tokens: int
) -> tuple[CatalogueModel, str, int]:
    """The model, the system prompt and the limit of a chat in which an agent answers."""
    prompts = [text for text in (agent.get("systemPrompt", ""), system) if text]
    model = find_model(agent["modelId"]) if agent.get("modelId") else model
    return model, "\n".join(prompts), agent.get("maxTokens") or max_tokens


def _json_format(body: dict[str, Any]) -> dict[str, Any] | None:
    wanted = body.get("responseFormat")
    return None if wanted is None else wanted.get("jsonSchema") or {"type": "object"}

"""Executions, which are chats in the background: queued, pending, running, maybe waiting for tools, complete or failed.

Nothing runs on its own. The state of an execution is computed when it is read, from the clock and from how often it was
read before, so that tests decide when it ends.
"""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from ..document.refusal import not_found
from ..state.kinds import SESSION
from ..state.request_context import RequestContext
from . import session_records
from .turns import Prompt, take_turn

KIND = "execution"
CALLBACK = "callback"
AWS_STATUS = {"failed": "FAILED", "complete": "SUCCEEDED", "completed": "SUCCEEDED"}


def poll_url(id: str) -> str:
    """The path to poll, as the service writes it: below the organisation, with the id encoded."""
    return f"/ai/chat/executions/{quote(id, safe='')}"


def start(context: RequestContext, id: str, prompt: Prompt, session_id: str | None) -> None:
    """Start a chat in the background."""
    arn = f"arn:aws:lambda:ap-southeast-2:123456789012:function:chat:1/durable-execution/{context.new_hex('arn')[:12]}"
    context.store.put(
        KIND,
        id,
        {
            "id": id,
            "arn": arn,
            "state": "working",
            "since": context.now,
            "polls": 0,
            "rounds": 0,
            "sessionId": session_id,
            "executed": [],
            "prompt": prompt.stored(),
        },
    )
    context.store.put(f"{KIND}_arn", arn, {"id": id})


def read(context: RequestContext, identifier: str) -> dict[str, Any]:
    """An execution in its present state.

    Raises:
        Refusal: 404.
    """
    by_arn = context.store.get(f"{KIND}_arn", identifier)
    execution = context.store.get(KIND, by_arn["id"] if by_arn else identifier)
    if execution is None:
        raise not_found("Execution", requestId=identifier)
    status = execution["state"]
    if status == "working":
        stage = context.settings.transitions["execution"].stage(context.now - execution["since"], execution["polls"])
        execution["polls"] += 1
        status = "running" if stage == "pending" and execution["rounds"] else stage
        if stage == "over":
            _finish_round(context, execution)
            status = execution["state"]
        context.store.put(KIND, execution["id"], execution)
    return _as_reply(context, execution, status)


def submit(context: RequestContext, callback_id: str, results: list[dict[str, Any]]) -> None:
    """Give an execution the results of its tools. A callback id can be used once.

    Raises:
        Refusal: 404.
    """
    callback = context.store.get(CALLBACK, callback_id)
    execution = context.store.get(KIND, callback["id"]) if callback else None
    if execution is None or not context.store.delete(CALLBACK, callback_id):
        raise not_found("Callback", callbackId=callback_id)
    new_results = {result["toolUseId"]: result["result"] for result in results}
    execution["results"] |= new_results
    execution["missing"] = [tool for tool in execution["pending"] if tool["toolUseId"] not in execution["results"]]
    if not execution["missing"]:
        blocks = []
        for tool in execution["pending"]:
            result = execution["results"][tool["toolUseId"]]
            blocks.append({"toolResult": {"toolUseId": tool["toolUseId"], "content": [{"json": result}]}})
            execution["executed"].append({**tool, "toolName": tool["name"], "status": "complete", "result": result})
        execution["prompt"]["messages"].append({"role": "user", "content": blocks})
        execution["pending"] = []
    execution |= {"state": "working", "since": context.now, "polls": 0, "rounds": execution["rounds"] + 1}
    context.store.put(KIND, execution["id"], execution)


def _finish_round(context: RequestContext, execution: dict[str, Any]) -> None:
    if execution.get("missing"):
        _wait(context, execution, execution["pending"])
        return
    source = execution["prompt"]
    prompt = Prompt.restored(source)
    turn = take_turn(context, prompt)
    if turn.script is not None and (turn.script.failure or turn.script.error):
        failure = turn.script.failure or {"ErrorMessage": str(turn.script.error), "ErrorType": "ModelError"}
        execution |= {"state": "failed", "error": failure}
        return
    execution["executed"] += [{**use, "toolName": use["name"], "status": "complete"} for use in turn.executed]
    pending = [use for use in turn.tool_uses if "executionId" not in use]
    source["messages"] = [*prompt.messages, turn.history]
    if pending:
        execution["results"] = {}
        _wait(context, execution, pending)
        return
    result = {"response": turn.message, "finishReason": turn.finish_reason, "usage": turn.usage}
    execution |= {"state": "complete", "result": result}
    if not turn.withheld:
        _append_to_session(context, execution, prompt)


def _wait(context: RequestContext, execution: dict[str, Any], tools: list[dict[str, Any]]) -> None:
    """Wait for tool results under a new callback id."""
    callback = base64.b64encode(context.digest("callback", 24)).decode()
    context.store.put(CALLBACK, callback, {"id": execution["id"]})
    execution |= {"state": "waiting_callback", "callbackId": callback, "pending": tools}


def _append_to_session(context: RequestContext, execution: dict[str, Any], prompt: Prompt) -> None:
    session = context.store.get(SESSION, execution["sessionId"]) if execution["sessionId"] else None
    if session is not None:
        new = execution["prompt"]["messages"]
        tokens = execution["result"]["usage"]["totalTokens"]
        session_records.append(context, session, new, prompt.model.id, tokens)


def _as_reply(context: RequestContext, execution: dict[str, Any], status: str) -> dict[str, Any]:
    status = context.settings.completed_word if status == "complete" else status
    found: dict[str, Any] = {
        "requestId": execution["id"],
        "executionArn": execution["arn"],
        "status": status,
        "awsStatus": AWS_STATUS.get(status, "RUNNING"),
    }
    if status == "waiting_callback":
        missing = execution.get("missing") or execution["pending"]
        found["callbackId"] = execution["callbackId"]
        found["pendingTools"] = [{key: tool[key] for key in ("toolUseId", "name", "input")} for tool in missing]
    elif status == "failed":
        found["error"] = execution["error"]
    elif status == context.settings.completed_word:
        found["result"] = execution["result"] | {"toolExecutions": execution["executed"]}
    return found

"""Chats in the background: queued, pending, running, perhaps waiting for tools, then complete or failed.

Nothing runs on its own. What an execution has come to is worked out when somebody reads it, from the clock and from how
often it was read, so that tests decide when it is done.
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
AWS = {"failed": "FAILED", "complete": "SUCCEEDED", "completed": "SUCCEEDED"}


def poll_url(id: str) -> str:
    """Where to poll, as the service writes it: below the organisation, with the id encoded."""
    return f"/ai/chat/executions/{quote(id, safe='')}"


def start(context: RequestContext, id: str, prompt: Prompt, session_id: str | None) -> None:
    """Put a chat into the background."""
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
            "ran": [],
            "prompt": prompt.stored(),
        },
    )
    context.store.put(f"{KIND}_arn", arn, {"id": id})


def read(context: RequestContext, identifier: str) -> dict[str, Any]:
    """The state that an execution has now, after moving it on as far as it is due.

    Raises:
        Refusal: 404.
    """
    known = context.store.get(f"{KIND}_arn", identifier)
    execution = context.store.get(KIND, known["id"] if known else identifier)
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
    return _shown(context, execution, status)


def submit(context: RequestContext, callback_id: str, results: list[dict[str, Any]]) -> None:
    """Give an execution the results of its tools; a callback id is good for one call.

    Raises:
        Refusal: 404.
    """
    callback = context.store.get(CALLBACK, callback_id)
    execution = context.store.get(KIND, callback["id"]) if callback else None
    if execution is None or not context.store.delete(CALLBACK, callback_id):
        raise not_found("Callback", callbackId=callback_id)
    given = {result["toolUseId"]: result["result"] for result in results}
    execution["results"] |= given
    execution["left"] = [tool for tool in execution["pending"] if tool["toolUseId"] not in execution["results"]]
    if not execution["left"]:
        blocks = []
        for tool in execution["pending"]:
            result = execution["results"][tool["toolUseId"]]
            blocks.append({"toolResult": {"toolUseId": tool["toolUseId"], "content": [{"json": result}]}})
            execution["ran"].append({**tool, "toolName": tool["name"], "status": "complete", "result": result})
        execution["prompt"]["messages"].append({"role": "user", "content": blocks})
        execution["pending"] = []
    execution |= {"state": "working", "since": context.now, "polls": 0, "rounds": execution["rounds"] + 1}
    context.store.put(KIND, execution["id"], execution)


def _finish_round(context: RequestContext, execution: dict[str, Any]) -> None:
    if execution.get("left"):
        _wait(context, execution, execution["pending"])
        return
    source = execution["prompt"]
    prompt = Prompt.restored(source)
    turn = take_turn(context, prompt)
    if turn.script is not None and (turn.script.failure or turn.script.error):
        failure = turn.script.failure or {"ErrorMessage": str(turn.script.error), "ErrorType": "ModelError"}
        execution |= {"state": "failed", "error": failure}
        return
    execution["ran"] += [{**use, "toolName": use["name"], "status": "complete"} for use in turn.ran]
    waiting = [use for use in turn.tool_uses if "executionId" not in use]
    source["messages"] = [*prompt.messages, turn.history]
    if waiting:
        execution["results"] = {}
        _wait(context, execution, waiting)
        return
    result = {"response": turn.message, "finishReason": turn.finish, "usage": turn.usage}
    execution |= {"state": "complete", "result": result}
    if not turn.withheld:
        _remember(context, execution, prompt)


def _wait(context: RequestContext, execution: dict[str, Any], tools: list[dict[str, Any]]) -> None:
    """Stand still until results come, under a callback id that was not there before."""
    callback = base64.b64encode(context.digest("callback", 24)).decode()
    context.store.put(CALLBACK, callback, {"id": execution["id"]})
    execution |= {"state": "waiting_callback", "callbackId": callback, "pending": tools}


def _remember(context: RequestContext, execution: dict[str, Any], prompt: Prompt) -> None:
    session = context.store.get(SESSION, execution["sessionId"]) if execution["sessionId"] else None
    if session is not None:
        new = execution["prompt"]["messages"][len(session["messages"]) :]
        tokens = execution["result"]["usage"]["totalTokens"]
        session_records.append(context, session, new, prompt.model.id, tokens)


def _shown(context: RequestContext, execution: dict[str, Any], status: str) -> dict[str, Any]:
    status = context.settings.completed_word if status == "complete" else status
    found: dict[str, Any] = {
        "requestId": execution["id"],
        "executionArn": execution["arn"],
        "status": status,
        "awsStatus": AWS.get(status, "RUNNING"),
    }
    if status == "waiting_callback":
        left = execution.get("left") or execution["pending"]
        found["callbackId"] = execution["callbackId"]
        found["pendingTools"] = [{key: tool[key] for key in ("toolUseId", "name", "input")} for tool in left]
    elif status == "failed":
        found["error"] = execution["error"]
    elif status == context.settings.completed_word:
        found["result"] = execution["result"] | {"toolExecutions": execution["ran"]}
    return found

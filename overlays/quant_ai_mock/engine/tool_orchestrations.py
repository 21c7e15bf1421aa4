"""Several tools that run in the background for one turn, and the model's answer to their results.

The transition `tool_execution` says how long the tools take, and `tool_orchestration` how long the answer takes.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from ..document.refusal import Refusal
from ..state.clock import iso
from ..state.kinds import SESSION
from ..state.request_context import RequestContext
from ..state.settings import Transition
from . import session_records, tool_runs
from .tool_runs import LIFETIME, ToolRun
from .turns import Prompt, Turn, take_turn

KIND = "tool_orchestration"


def start(context: RequestContext, prompt: Prompt, turn: Turn, session_id: str | None) -> str | None:
    """Group the tools that a turn has started; returns the id, or None if there are fewer than two."""
    uses = [use for use in turn.tool_uses if "executionId" in use]
    if len(uses) < 2:
        return None
    orchestration_id = f"orch_{context.new_hex(KIND)}"
    stored = {
        "id": orchestration_id,
        "created": context.now,
        "polls": 0,
        "uses": uses,
        "prompt": prompt.stored(),
        "history": turn.history,
        "sessionId": session_id,
    }
    context.store.put(KIND, orchestration_id, stored)
    return orchestration_id


def reference(context: RequestContext, orchestration_id: str, *, absolute: bool) -> dict[str, str]:
    """The id and the URL of an orchestration: an absolute URL, as in streams, or a path, as in replies."""
    prefix = [quote(context.organisation, safe="") if part[0] == "{" else part for part in context.state.api.prefix]
    start = "/".join([context.base_url, *prefix]) if absolute else "/ai"
    return {"orchestrationId": orchestration_id, "pollUrl": f"{start}/tools/orchestrations/{orchestration_id}"}


def read(context: RequestContext, orchestration_id: str) -> dict[str, Any]:
    """An orchestration in its present state.

    Raises:
        Refusal: 404.
    """
    found = context.store.get(KIND, orchestration_id)
    if found is None or context.now >= found["created"] + LIFETIME:
        raise Refusal(404, {"error": "Orchestration not found", "orchestrationId": orchestration_id})
    runs = [run for use in found["uses"] if (run := tool_runs.find(context, use["executionId"])) is not None]
    if "completed" not in found and all("completed" in run for run in runs):
        transition = context.settings.transitions[KIND]
        found.setdefault("since", max(run["completed"] for run in runs))
        if transition.stage(context.now - found["since"], found["polls"]) == "over":
            _finish(context, found, runs, transition)
        found["polls"] += 1
        context.store.put(KIND, orchestration_id, found)
    return _as_reply(context, found, runs)


def _finish(context: RequestContext, found: dict[str, Any], runs: list[ToolRun], transition: Transition) -> None:
    """Let the model answer the results, if there are any."""
    found["completed"] = transition.moment(found["since"], context.now)
    outcomes = [tool_runs.outcome(run) for run in runs]
    if all("error" in outcome for outcome in outcomes):
        found["error"] = "All tools failed."
        return
    results = [
        {"toolResult": {"toolUseId": use["toolUseId"], "content": [{"json": outcome.get("result", outcome)}]}}
        for use, outcome in zip(found["uses"], outcomes, strict=True)
    ]
    prompt = Prompt.restored(found["prompt"])
    prompt.screened = len(prompt.messages)
    prompt.set_messages([*prompt.messages, found["history"], {"role": "user", "content": results}])
    prompt.tools, prompt.auto_tools = [], []
    turn = take_turn(context, prompt)
    if turn.script is not None and (turn.script.failure or turn.script.error):
        found["error"] = str((turn.script.failure or {}).get("ErrorMessage", turn.script.error))
        return
    if turn.withheld:
        found["error"] = "A filter policy withheld the answer."
        return
    found["result"] = turn.text
    _append_to_session(context, found, prompt, turn)


def _append_to_session(context: RequestContext, found: dict[str, Any], prompt: Prompt, turn: Turn) -> None:
    session = context.store.get(SESSION, found["sessionId"]) if found["sessionId"] else None
    if session is not None:
        new = [prompt.messages[-1], turn.history]
        session_records.append(context, session, new, prompt.model.id, turn.usage["totalTokens"])


def _as_reply(context: RequestContext, found: dict[str, Any], runs: list[ToolRun]) -> dict[str, Any]:
    """An orchestration in the words of one source or of both, depending on the dialect."""
    dialect = context.settings.dialect
    ended = sum("completed" in run for run in runs)
    shown: dict[str, Any] = {
        "orchestrationId": found["id"],
        "toolCount": len(runs),
        "completedTools": ended,
        "tools": [
            {
                "executionId": run["id"],
                "toolName": run["name"],
                "status": tool_runs.status(context, run),
                **tool_runs.outcome(run),
            }
            for run in runs
        ],
        "createdAt": iso(found["created"]),
    }
    if "completed" in found:
        shown |= {"completedAt": iso(found["completed"]), "duration": round(found["completed"] - found["created"])}
        if "error" in found:
            return shown | {"status": "failed", "error": found["error"]}
        names = {"docs": ["result"], "wire": ["synthesizedResponse"]}.get(dialect, ["result", "synthesizedResponse"])
        return shown | {"status": context.settings.completed_word, **dict.fromkeys(names, found["result"])}
    if ended == len(runs):
        return shown | {"status": "synthesizing", "message": "Writing the answer"}
    if all("started" not in run for run in runs):
        return shown | {"status": "pending"}
    status = "polling" if dialect == "wire" else "waiting_tools"
    return shown | {"status": status, "message": f"Waiting for {len(runs) - ended} of {len(runs)} tools"}

"""Several tools at work in the background for one turn, and what the model says to all of their results.

How long the tools take, their own transitions say; `tool_orchestration` says it of the model's answer that follows.
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
from .tool_runs import LIVES, Run
from .turns import Prompt, Turn, take_turn

KIND = "tool_orchestration"


def start(context: RequestContext, prompt: Prompt, turn: Turn, session_id: str | None) -> str | None:
    """Keep together the tools that a turn has set going; returns the id, or None where they are not several."""
    uses = [use for use in turn.tool_uses if "executionId" in use]
    if len(uses) < 2:
        return None
    own_id = f"orch_{context.new_hex(KIND)}"
    stored = {
        "id": own_id,
        "created": context.now,
        "polls": 0,
        "uses": uses,
        "prompt": prompt.stored(),
        "history": turn.history,
        "sessionId": session_id,
    }
    context.store.put(KIND, own_id, stored)
    return own_id


def address(context: RequestContext, own_id: str, *, whole: bool) -> dict[str, str]:
    """Where to read an orchestration: by a whole URL, as streams say it, or below the organisation, as replies do."""
    prefix = [quote(context.organisation, safe="") if part[0] == "{" else part for part in context.state.api.prefix]
    start = "/".join([context.base_url, *prefix]) if whole else "/ai"
    return {"orchestrationId": own_id, "pollUrl": f"{start}/tools/orchestrations/{own_id}"}


def read(context: RequestContext, own_id: str) -> dict[str, Any]:
    """The state that an orchestration has now, after moving it on as far as it is due.

    Raises:
        Refusal: 404.
    """
    found = context.store.get(KIND, own_id)
    if found is None or context.now >= found["created"] + LIVES:
        raise Refusal(404, {"error": "Orchestration not found", "orchestrationId": own_id})
    runs = [run for use in found["uses"] if (run := tool_runs.find(context, use["executionId"])) is not None]
    if "completed" not in found and all("completed" in run for run in runs):
        transition = context.settings.transitions[KIND]
        found.setdefault("since", max(run["completed"] for run in runs))
        if transition.stage(context.now - found["since"], found["polls"]) == "over":
            _finish(context, found, runs, transition)
        found["polls"] += 1
        context.store.put(KIND, own_id, found)
    return _shown(context, found, runs)


def _finish(context: RequestContext, found: dict[str, Any], runs: list[Run], transition: Transition) -> None:
    """Let the model answer the results; without any result there is nothing to answer."""
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
    prompt.known = len(prompt.messages)
    prompt.see([*prompt.messages, found["history"], {"role": "user", "content": results}])
    prompt.tools, prompt.automatic = [], []
    turn = take_turn(context, prompt)
    if turn.script is not None and (turn.script.failure or turn.script.error):
        found["error"] = str((turn.script.failure or {}).get("ErrorMessage", turn.script.error))
        return
    if turn.withheld:
        found["error"] = "A filter policy withheld the answer."
        return
    found["result"] = turn.text
    _remember(context, found, prompt, turn)


def _remember(context: RequestContext, found: dict[str, Any], prompt: Prompt, turn: Turn) -> None:
    session = context.store.get(SESSION, found["sessionId"]) if found["sessionId"] else None
    if session is not None:
        new = [prompt.messages[-1], turn.history]
        session_records.append(context, session, new, prompt.model.id, turn.usage["totalTokens"])


def _shown(context: RequestContext, found: dict[str, Any], runs: list[Run]) -> dict[str, Any]:
    """An orchestration in the words of either source or of both, as the dialect wants it."""
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
        shown |= {"completedAt": iso(found["completed"]), "duration": round(found["completed"] - found["created"], 3)}
        if "error" in found:
            return shown | {"status": "failed", "error": found["error"]}
        words = {"docs": ["result"], "wire": ["synthesizedResponse"]}.get(dialect, ["result", "synthesizedResponse"])
        return shown | {"status": context.settings.completed_word, **dict.fromkeys(words, found["result"])}
    if ended == len(runs):
        return shown | {"status": "synthesizing", "message": "Writing the answer"}
    if all("started" not in run for run in runs):
        return shown | {"status": "pending"}
    status = "polling" if dialect == "wire" else "waiting_tools"
    return shown | {"status": status, "message": f"Waiting for {len(runs) - ended} of {len(runs)} tools"}

"""Replies that a test scripts in advance: texts, tool calls, raw stream events and failures.

A script says which turns it is for (by operation, model, the user's last text, the number of the turn) and how often it
can be used. The first script that matches a turn is used; if none does, the model writes its own answer.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from .json_names import camel_case


class ScriptError(ValueError):
    """A script that is not possible; the message says why."""


@dataclass
class Script:
    """One scripted reply.

    Which turns it matches: operation, organisation, model, text (a part of the user's last text, in any case), turn (1
    for the first message of the user), has_tool_result. What it replies: reply, tool_calls `[{name, input,
    toolUseId?}]`, finish_reason, usage, events (of a stream, each `{event?, data, id?, retry?}` as sent), error
    (`{status, body?}` instead of a reply, or the text of a stream's error event), failure (`{ErrorType, ErrorMessage}`
    of an execution).
    """

    operation: str | None = None
    organisation: str | None = None
    model: str | None = None
    text: str | None = None
    turn: int | None = None
    has_tool_result: bool | None = None
    times: int | None = None
    reply: str | None = None
    tool_calls: list[dict[str, Any]] = field(default_factory=list)
    finish_reason: str | None = None
    usage: dict[str, Any] | None = None
    events: list[dict[str, Any]] | None = None
    error: dict[str, Any] | str | None = None
    failure: dict[str, Any] | None = None
    number: int = 0
    used: int = 0

    @classmethod
    def from_json(cls, source: Any) -> Script:
        """Read a script from the JSON of the control plane.

        Raises:
            ScriptError: It has an unknown member, or one of the wrong type.
        """
        names = {camel_case(item.name): item.name for item in fields(cls) if item.name not in ("number", "used")}
        if not isinstance(source, dict):
            raise ScriptError("a script is a JSON object")
        unknown = sorted(set(source) - set(names))
        if unknown:
            raise ScriptError(f"no member {unknown[0]!r}: a script has {', '.join(names)}")
        if not set(source) & {"reply", "toolCalls", "finishReason", "usage", "events", "error", "failure"}:
            raise ScriptError("a script that says nothing: give it a reply, toolCalls, events, an error or a failure")
        script = cls(**{names[key]: value for key, value in source.items()})
        calls = script.tool_calls
        if not isinstance(calls, list) or not all(isinstance(call, dict) and "name" in call for call in calls):
            raise ScriptError("toolCalls is a list of objects with a name")
        if script.events is not None and not all(
            isinstance(event, dict) and set(event) <= {"event", "data", "id", "retry"} for event in script.events
        ):
            raise ScriptError("events is a list of objects with event, data, id and retry")
        return script

    def as_json(self) -> dict[str, Any]:
        """The script by its JSON names."""
        return {camel_case(name): value for name, value in asdict(self).items() if value not in (None, [])}


@dataclass(frozen=True)
class TurnFacts:
    """What is known of a turn when a script is chosen for it."""

    operation: str
    organisation: str
    model: str
    text: str
    turn: int
    has_tool_result: bool


class ScriptBook:
    """The scripts that are registered, in order."""

    def __init__(self) -> None:
        self._scripts: list[Script] = []
        self._number = 0

    def __bool__(self) -> bool:
        return bool(self._scripts)

    def add(self, script: Script) -> Script:
        """Register a script under a new number."""
        self._number += 1
        script.number = self._number
        self._scripts.append(script)
        return script

    def all(self) -> list[Script]:
        """The scripts in the order in which they were registered."""
        return list(self._scripts)

    def clear(self, organisation: str | None = None, number: int | None = None) -> None:
        """Remove all scripts, those of one organisation, or one."""
        self._scripts = [
            script
            for script in self._scripts
            if (organisation is not None and script.organisation != organisation)
            or (number is not None and script.number != number)
        ]

    def take(self, turn: TurnFacts) -> Script | None:
        """The first script that matches a turn; it counts the use."""
        for script in self._scripts:
            if script.times is not None and script.used >= script.times:
                continue
            if _matches(script, turn):
                script.used += 1
                return script
        return None


def _matches(script: Script, turn: TurnFacts) -> bool:
    return (
        script.operation in (None, turn.operation)
        and script.organisation in (None, turn.organisation)
        and script.model in (None, turn.model)
        and (script.text is None or script.text.lower() in turn.text.lower())
        and script.turn in (None, turn.turn)
        and script.has_tool_result in (None, turn.has_tool_result)
    )

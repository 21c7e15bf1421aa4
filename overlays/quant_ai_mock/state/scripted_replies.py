"""Replies written by a test in advance: texts, tool calls, raw stream events, failures.

A script says which turns it is for (by operation, model, the user's last text, the number of the turn) and how many
times. The first one that fits a turn is used; where none fits, the model answers in its own words.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any


class ScriptError(ValueError):
    """A script that cannot be, in a sentence."""


@dataclass
class Script:
    """One reply in advance.

    Which turns: operation, organisation, model, text (a part of the user's last text, any case), turn (1 for the first
    message of a user), has_tool_result. What is said: reply, tool_calls `[{name, input, toolUseId?}]`, finish_reason,
    usage, events (of a stream, `{event?, data, id?, retry?}` each, as they go over the wire), error (`{status, body?}`
    instead of a reply, or a text for a stream's error event), failure (`{ErrorType, ErrorMessage}` of an execution).
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
        """Read a script as the control plane takes it.

        Raises:
            ScriptError: It has a member that no script has, or one of the wrong kind.
        """
        names = {_camel(item.name): item.name for item in fields(cls) if item.name not in ("number", "used")}
        if not isinstance(source, dict):
            raise ScriptError("a script is a JSON object")
        unknown = sorted(set(source) - set(names))
        if unknown:
            raise ScriptError(f"no member {unknown[0]!r}: a script has {', '.join(names)}")
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
        return {_camel(name): value for name, value in asdict(self).items() if value not in (None, [])}


@dataclass(frozen=True)
class Moment:
    """What a script can be matched with."""

    operation: str
    organisation: str
    model: str
    text: str
    turn: int
    has_tool_result: bool


class ScriptBook:
    """The scripts that are there at present, in the order in which they came."""

    def __init__(self) -> None:
        self._scripts: list[Script] = []
        self._number = 0

    def __bool__(self) -> bool:
        return bool(self._scripts)

    def add(self, script: Script) -> Script:
        self._number += 1
        script.number = self._number
        self._scripts.append(script)
        return script

    def all(self) -> list[Script]:
        return list(self._scripts)

    def clear(self, organisation: str | None = None) -> None:
        self._scripts = [
            script for script in self._scripts if organisation is not None and script.organisation != organisation
        ]

    def take(self, moment: Moment) -> Script | None:
        """The script for a moment, counted as used."""
        for script in self._scripts:
            if script.times is not None and script.used >= script.times:
                continue
            if _fits(script, moment):
                script.used += 1
                return script
        return None


def _fits(script: Script, moment: Moment) -> bool:
    return (
        script.operation in (None, moment.operation)
        and script.organisation in (None, moment.organisation)
        and script.model in (None, moment.model)
        and (script.text is None or script.text.lower() in moment.text.lower())
        and script.turn in (None, moment.turn)
        and script.has_tool_result in (None, moment.has_tool_result)
    )


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)

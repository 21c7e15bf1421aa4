"""Replies, executions and runs with the value that was read from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from attrs import define, field

from quant_ai_client.models import ChatReply, Execution

from ..errors import QuantAIError, ReplyFormatError
from ..tools.runs import Run

T = TypeVar("T")


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of reading a reply: the value, or the error that says why there is none."""

    value: T | None = None
    problem: QuantAIError | None = None

    def get(self) -> T:
        """The value.

        Raises:
            QuantAIError: There is none.
        """
        if self.problem is not None:
            raise self.problem
        return self.value  # type: ignore[return-value]  # None is a value where there is no problem


@define(kw_only=True, eq=False, repr=False)
class ParsedReply(ChatReply, Generic[T]):
    """The reply of a chat, with the value that the model was asked for."""

    _outcome: Outcome[T] | None = field(init=False, default=None)

    @property
    def parsed(self) -> T:
        """The reply as a value of the type that was passed as `into`.

        Raises:
            ReplyFormatError: What has arrived so far, in the `snapshot` of a stream, is no whole value.
        """
        value: T = _value(self)
        return value


@define(kw_only=True, eq=False, repr=False)
class ParsedExecution(Execution, Generic[T]):
    """An execution, with the value that the model was asked for."""

    _outcome: Outcome[T] | None = field(init=False, default=None)

    @property
    def parsed(self) -> T:
        """The result as a value of the type that was passed as `into`.

        Raises:
            ReplyFormatError: The execution has no result that fits, or has none yet.
        """
        value: T = _value(self)
        return value


@dataclass(frozen=True)
class ParsedRun(Run, Generic[T]):
    """The result of a run, with the value that the model was asked for."""

    parsed: T
    """The model's answer as a value of the type that was passed as `into`."""


def _value(made: Any) -> Any:
    outcome = getattr(made, "_outcome", None)  # from_dict() sets none
    if outcome is None:
        raise ReplyFormatError("this reply was not read into a type; chat.parse does that")
    return outcome.get()


def parsed_copy(kind: type[Any], model: Any, outcome: Outcome[Any]) -> Any:
    """A copy of a reply or an execution as a model that has the outcome too."""
    made = object.__new__(kind)
    for attribute in type(model).__attrs_attrs__:
        setattr(made, attribute.name, getattr(model, attribute.name))
    made._outcome = outcome
    return made

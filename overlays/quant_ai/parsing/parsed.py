"""Replies, executions and runs with the value that was read from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from attrs import define, field

from quant_ai_client.models import ChatReply, Execution
from quant_ai_client.types import Model

from ..errors import QuantAIError, ReplyFormatError

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


class _Unread(Model):
    """A model that has no outcome when it is made in another way than by `parsed_copy`."""

    __slots__ = ()
    _outcome: Any

    def __init__(self, **fields: Any) -> None:
        super().__init__(**fields)
        self._outcome = None

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = super()._take(rest)
        made._outcome = None
        return made


@define(kw_only=True, init=False, eq=False, repr=False)
class ParsedReply(_Unread, ChatReply, Generic[T]):
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


@define(kw_only=True, init=False, eq=False, repr=False)
class ParsedExecution(_Unread, Execution, Generic[T]):
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


def _value(made: Any) -> Any:
    outcome = made._outcome
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

"""The type that a reply is read into: the schema that asks for it, and the value, or the error, that came of it."""

from __future__ import annotations

import logging
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..errors import (
    ConfigurationError,
    ParseError,
    ReplyCutOffError,
    ReplyFormatError,
    ReplyWithheldError,
    StatusError,
    StructuredOutputError,
    one_line,
)
from ..jobs.polling import outcome_of
from ..json_types.class_fields import resolved
from ..json_types.decoders import decoder_of
from ..json_types.misfits import Misfit, UnsupportedType
from ..json_types.notes import Schema
from ..json_types.scalars import LostDigits
from ..json_types.schemas import schema_of
from ..json_types.type_forms import name_of
from .json_in_text import FoundJson, find_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quant_ai_client.models import ChatReply, Execution, ResponseFormat

    from ..http.hidden_token import ErrorsWithoutToken
    from ..tools.runs import ParsedRun, Run
    from .parsed import Outcome, ParsedExecution, ParsedReply

T = TypeVar("T")

WRAPPER: Final = "value"
"""The one field of the object that holds a value which is no object itself."""
_CUT_OFF: Final = "length"
_WITHHELD: Final = "content_filter"
_TOOLS: Final = "tool_use"
_ABOUT_FORMAT: Final = re.compile(r"structured.?output|response.?format|json.?(schema|mode)", re.IGNORECASE)
_NOT_SUPPORTED: Final = re.compile(r"support|capab|not available|cannot|can't|unable", re.IGNORECASE)

logger = logging.getLogger("quant_ai")


class ReplyFormat(Generic[T]):
    """A type that a model is asked to reply with.

    Args:
        into: The type.
        capabilities: Whether models can follow a JSON Schema, by id, as far as that is known.
        request: The arguments of the request.
        errors: Takes the token out of errors.

    Raises:
        ConfigurationError: JSON cannot carry the type, or the request asks for another format too.
        StructuredOutputError: The model is known to have no structured output.
    """

    def __init__(
        self,
        into: Any,
        capabilities: Mapping[str, bool] = MappingProxyType({}),
        request: Mapping[str, Any] = MappingProxyType({}),
        *,
        errors: ErrorsWithoutToken | None = None,
    ) -> None:
        self.name = name_of(into)
        self._errors = errors
        self._model_id = request.get("model_id")
        if isinstance(into, str) or into is None:
            raise ConfigurationError(f"into= takes a type, such as a dataclass, not {into!r:.100}")
        if request.get("response_format") is not None:
            raise ConfigurationError("pass into= or response_format=, not both: into= sends a format of its own")
        try:
            into = resolved(into)
            inner = schema_of(into)
        except UnsupportedType as error:
            place = f"{self.name}{error.steps}"
            raise ConfigurationError(f"a reply cannot be read into {self.name}: {place} {error}") from None
        self.wrapped = inner.get("type") != "object" or "properties" not in inner
        self._takes_any_object = _takes_any_object(inner)
        self.schema = _wrapped(inner) if self.wrapped else inner
        self._decode = decoder_of(into)
        if isinstance(self._model_id, str) and capabilities.get(self._model_id) is False:
            raise StructuredOutputError(
                f"the model {self._model_id} has no structured output, so it cannot reply with {self.name}; choose one"
                " that has, from client.models.list()",
                model_id=self._model_id,
            )

    def response_format(self) -> ResponseFormat:
        """The format, as a request asks for it."""
        from quant_ai_client.models import ResponseFormat

        return ResponseFormat(type="json", json_schema=self.schema)

    def reply(self, reply: ChatReply, *, complete: bool = True) -> ParsedReply[T]:
        """A reply with its value.

        Args:
            reply: The reply.
            complete: Whether it has arrived as a whole.
        """
        from .parsed import ParsedReply, parsed_copy

        made: ParsedReply[T] = parsed_copy(ParsedReply, reply, self._outcome(reply, reply.request_id, complete))
        return made

    def execution(self, execution: Execution) -> ParsedExecution[T]:
        """An execution with its value."""
        from .parsed import ParsedExecution, parsed_copy

        outcome = self._outcome(execution.result, execution.request_id, execution.result is not None)
        made: ParsedExecution[T] = parsed_copy(ParsedExecution, execution, outcome)
        return made

    def final(self, execution: Execution) -> ParsedExecution[T]:
        """An execution after a wait, which must have its value, unless it waits for the results of tools.

        Raises:
            ParseError: The result does not fit.
        """
        made = self.execution(execution)
        if not self._waits(execution):
            self.check(made)
        return made

    def run(self, run: Run) -> ParsedRun[T]:
        """A run with its value.

        Raises:
            ParseError: The answer does not fit.
        """
        from quant_ai_client.models import Execution

        from ..tools.runs import ParsedRun

        reply = run.reply
        made: Any = self.execution(reply) if isinstance(reply, Execution) else self.reply(reply)
        return ParsedRun(made, run.calls, run.rounds, made.parsed)

    def check(self, made: ParsedReply[T] | ParsedExecution[T]) -> None:
        """Make sure that a reply or an execution has a value.

        Raises:
            ParseError: It has none.
        """
        _ = made.parsed

    def refusal(self, error: StatusError) -> StatusError | StructuredOutputError:
        """The error for a refused request: it names the model, if that is why the request was refused."""
        told = "\n".join(filter(None, [error.message, error.code, *error.errors, *map(str, error.errors.values())]))
        if error.status_code not in (400, 422) or not _ABOUT_FORMAT.search(told) or not _NOT_SUPPORTED.search(told):
            return error
        return StructuredOutputError(
            f"the model {self._model_id} has no structured output, so it cannot reply with {self.name}: {error}",
            model_id=self._model_id,
            status_code=error.status_code,
            request_id=error.request_id,
        )

    @staticmethod
    def _waits(execution: Execution) -> bool:
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        polling = OPERATION.polling
        return polling is not None and outcome_of(getattr(execution, polling.state), polling) == "waiting"

    def _outcome(self, answer: Any, request_id: str | None, complete: bool) -> Outcome[T]:
        from .parsed import Outcome

        try:
            return Outcome(self._value(answer, request_id, complete))
        except ParseError as error:
            problem = error
        if self._errors is not None:
            answer = self._errors.hide(answer)  # before its text is cut, which may be within the token
            try:
                self._value(answer, request_id, complete)
            except ParseError as error:
                problem = error
            self._errors.clean(problem)
        return Outcome(problem=problem)

    def _value(self, answer: Any, request_id: str | None, complete: bool) -> T:
        text = getattr(getattr(answer, "response", None), "content", None)
        text = text if isinstance(text, str) else ""
        reason = getattr(answer, "finish_reason", None)
        quote = f" (request {request_id})" if request_id else ""

        def error(kind: type[ParseError], what: str, **where: str) -> ParseError:
            usage = getattr(answer, "usage", None)
            return kind(
                f"{what}{quote}", text=text, usage=usage, finish_reason=reason, request_id=request_id, **where
            )  # fmt: skip

        if not complete:
            what = f"the reply has not arrived as a whole, so there is no {self.name} yet"
            raise error(ReplyFormatError, what, expected=self.name)
        if reason == _CUT_OFF:
            what = f"the reply was cut off at its token limit, so there is no whole {self.name}; raise max_tokens"
            raise error(ReplyCutOffError, what)
        if reason == _WITHHELD:
            raise error(ReplyWithheldError, f"a content filter withheld the reply, so there is no {self.name}")
        found = find_json(text)
        if isinstance(found, str):
            why = f"the reply {found}"
            if reason == _TOOLS:
                why = "the model asked for tools and gave no answer; chat.run(tools=..., into=...) runs them"
            elif text.strip():
                why += f": {one_line(text)[:100]!r}"
            raise error(ReplyFormatError, f"no {self.name} in the reply: {why}", expected=f"JSON of {self.name}")
        if not found.alone:
            logger.warning("the reply has other text around its JSON; only the JSON was read%s", quote)
        what = f"the reply does not fit {self.name}: "
        try:
            value = self._read(found, text)
        except Misfit as misfit:
            path, expected = misfit.path, misfit.expected
            raise error(ReplyFormatError, f"{what}{misfit.at('')}", path=path, expected=expected) from None
        except RecursionError:
            raise error(ReplyFormatError, f"{what}it is nested too deeply", expected=self.name) from None
        return value

    def _read(self, found: FoundJson, text: str) -> T:
        value: T
        try:
            value = self._decode(self._unwrapped(found.value))
        except LostDigits:
            exact = find_json(text, exact=True)
            value = self._decode(self._unwrapped(exact.value if isinstance(exact, FoundJson) else found.value))
        return value

    def _unwrapped(self, value: Any) -> Any:
        """What the object around it holds. A model that leaves the object out has answered too, if that is clear.

        Raises:
            Misfit: It is not clear.
        """
        if not self.wrapped or not isinstance(value, dict):
            return value
        if value.keys() == {WRAPPER}:
            return value[WRAPPER]
        if self._takes_any_object:
            raise Misfit(f"missing fields: {WRAPPER}", self.name)
        return value


def _takes_any_object(schema: Schema) -> bool:
    """Whether an object fits a schema whatever the names of its fields are."""
    members = schema.get("anyOf")
    if isinstance(members, list):
        return any(map(_takes_any_object, members))
    return not schema.keys() - {"description"} or (schema.get("type") == "object" and "properties" not in schema)


def _wrapped(schema: Schema) -> Schema:
    definitions = schema.pop("$defs", None)
    made: Schema = {
        "type": "object",
        "properties": {WRAPPER: schema},
        "required": [WRAPPER],
        "additionalProperties": False,
    }
    return {**made, "$defs": definitions} if definitions else made

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model

if not TYPE_CHECKING:
    from ..types import TypedDict
else:  # last, so that ruff finds the names in the quoted types below
    from typing import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class AgentChatRequest(_Model):
    """A message to an agent, with settings for the answer.

    Attributes:
        message (str): The user's message.
        session_id (str | None): Id of the session to continue; if left out, a new session is created and
            its id returned.
        user_id (str | None): Your own id of the user; a label, not a permission.
        stream (bool | None): True to stream the answer as events. Server default: False.
        async_ (bool | None): True to run in the background and return immediately. Server default: False.
        system (str | None): Additional instructions for this message, appended to the agent's system
            prompt.
        long_context (bool | None): True to use the model's extended context window for this message, if it
            has one. Server default: False.
        max_tool_iterations (int | None): How often, from 1 to 1000 times, the agent may call tools before
            it has to answer.
        allowed_collections (list[str] | None): Ids of the vector database collections to search for this
            message, instead of the agent's own.
    """

    message: str
    """The user's message."""
    session_id: str | None = None
    """Id of the session to continue; if left out, a new session is created and its id returned."""
    user_id: str | None = None
    """Your own id of the user; a label, not a permission."""
    stream: bool | None = None
    """True to stream the answer as events. Server default: False."""
    async_: bool | None = None
    """True to run in the background and return immediately. Server default: False."""
    system: str | None = None
    """Additional instructions for this message, appended to the agent's system prompt."""
    long_context: bool | None = None
    """True to use the model's extended context window for this message, if it has one. Server default: False."""
    max_tool_iterations: int | None = None
    """How often, from 1 to 1000 times, the agent may call tools before it has to answer."""
    allowed_collections: list[str] | None = None
    """Ids of the vector database collections to search for this message, instead of the agent's own."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "session_id": "sessionId",
        "user_id": "userId",
        "async_": "async",
        "long_context": "longContext",
        "max_tool_iterations": "maxToolIterations",
        "allowed_collections": "allowedCollections",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.message = rest.pop("message", None)
        made.session_id = rest.pop("sessionId", None)
        made.user_id = rest.pop("userId", None)
        made.stream = rest.pop("stream", None)
        made.async_ = rest.pop("async", None)
        made.system = rest.pop("system", None)
        made.long_context = rest.pop("longContext", None)
        made.max_tool_iterations = rest.pop("maxToolIterations", None)
        made.allowed_collections = rest.pop("allowedCollections", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.message is not None:
            made["message"] = self.message
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self.user_id is not None:
            made["userId"] = self.user_id
        if self.stream is not None:
            made["stream"] = self.stream
        if self.async_ is not None:
            made["async"] = self.async_
        if self.system is not None:
            made["system"] = self.system
        if self.long_context is not None:
            made["longContext"] = self.long_context
        if self.max_tool_iterations is not None:
            made["maxToolIterations"] = self.max_tool_iterations
        if self.allowed_collections is not None:
            made["allowedCollections"] = self.allowed_collections
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


AgentChatRequestParam = TypedDict(
    "AgentChatRequestParam",
    {
        "message": "str",
        "sessionId": "NotRequired[str]",
        "userId": "NotRequired[str]",
        "stream": "NotRequired[bool]",
        "async": "NotRequired[bool]",
        "system": "NotRequired[str]",
        "longContext": "NotRequired[bool]",
        "maxToolIterations": "NotRequired[int]",
        "allowedCollections": "NotRequired[Sequence[str]]",
    },
)
"""A `AgentChatRequest` as a plain dict, names as in the JSON."""

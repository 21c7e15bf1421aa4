# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AgentChatRequest(_Model):
    """A message to an agent, with settings for the answer.

    Attributes:
        message (str): The user's message.
        session_id (str | Unset): Id of the session to continue; if left out, a new session is created and
            its id returned.
        user_id (str | Unset): Your own id of the user; a label, not a permission.
        stream (bool | Unset): True to stream the answer as events. Server default: False.
        async_ (bool | Unset): True to run in the background and return immediately. Server default: False.
        system (str | Unset): Additional instructions for this message, appended to the agent's system
            prompt.
        long_context (bool | Unset): True to use the model's extended context window for this message, if it
            has one. Server default: False.
        max_tool_iterations (int | Unset): How often, from 1 to 1000 times, the agent may call tools before
            it has to answer.
        allowed_collections (list[str] | Unset): Ids of the vector database collections to search for this
            message, instead of the agent's own.
    """

    message: str
    """The user's message."""
    session_id: str | Unset = UNSET
    """Id of the session to continue; if left out, a new session is created and its id returned."""
    user_id: str | Unset = UNSET
    """Your own id of the user; a label, not a permission."""
    stream: bool | Unset = UNSET
    """True to stream the answer as events. Server default: False."""
    async_: bool | Unset = UNSET
    """True to run in the background and return immediately. Server default: False."""
    system: str | Unset = UNSET
    """Additional instructions for this message, appended to the agent's system prompt."""
    long_context: bool | Unset = UNSET
    """True to use the model's extended context window for this message, if it has one. Server default: False."""
    max_tool_iterations: int | Unset = UNSET
    """How often, from 1 to 1000 times, the agent may call tools before it has to answer."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections to search for this message, instead of the agent's own."""
    additional_properties: dict[str, Any] = _field(factory=dict)
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
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.message = rest.pop("message", UNSET)
        made.session_id = rest.pop("sessionId", UNSET)
        made.user_id = rest.pop("userId", UNSET)
        made.stream = rest.pop("stream", UNSET)
        made.async_ = rest.pop("async", UNSET)
        made.system = rest.pop("system", UNSET)
        made.long_context = rest.pop("longContext", UNSET)
        made.max_tool_iterations = rest.pop("maxToolIterations", UNSET)
        made.allowed_collections = rest.pop("allowedCollections", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.message, Unset):
            made["message"] = self.message
        if self.session_id is not UNSET:
            made["sessionId"] = self.session_id
        if self.user_id is not UNSET:
            made["userId"] = self.user_id
        if self.stream is not UNSET:
            made["stream"] = self.stream
        if self.async_ is not UNSET:
            made["async"] = self.async_
        if self.system is not UNSET:
            made["system"] = self.system
        if self.long_context is not UNSET:
            made["longContext"] = self.long_context
        if self.max_tool_iterations is not UNSET:
            made["maxToolIterations"] = self.max_tool_iterations
        if self.allowed_collections is not UNSET:
            made["allowedCollections"] = self.allowed_collections
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

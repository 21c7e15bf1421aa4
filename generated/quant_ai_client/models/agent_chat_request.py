# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AgentChatRequest(_Model):
    """One message to an agent and what applies to its answer."""

    message: str
    """What the user says to the agent."""
    session_id: str | Unset = UNSET
    """Id of the session to go on with; left out, a new one is opened and its id returned."""
    user_id: str | Unset = UNSET
    """Your own id of the user who sends the message; a label, not a permission."""
    stream: bool | Unset = UNSET
    """True to receive the answer in pieces, as a stream of events. Server default: false."""
    async_: bool | Unset = UNSET
    """True to queue the run and receive the 202 with the id to poll. Server default: false."""
    system: str | Unset = UNSET
    """Further instructions for this message; they are appended to the agent's system prompt."""
    long_context: bool | Unset = UNSET
    """True to use the model's extended context window for this message, where the model has one. Server default:
    false.
    """
    max_tool_iterations: int | Unset = UNSET
    """How often, from 1 to 1000 times, the agent may call tools and read their results before it has to answer. 1 to
    1,000.
    """
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections to search for this message, in place of the agent's own."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            message=get("message", UNSET),
            session_id=get("sessionId", UNSET),
            user_id=get("userId", UNSET),
            stream=get("stream", UNSET),
            async_=get("async", UNSET),
            system=get("system", UNSET),
            long_context=get("longContext", UNSET),
            max_tool_iterations=get("maxToolIterations", UNSET),
            allowed_collections=get("allowedCollections", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "message": self.message,
                "sessionId": self.session_id,
                "userId": self.user_id,
                "stream": self.stream,
                "async": self.async_,
                "system": self.system,
                "longContext": self.long_context,
                "maxToolIterations": self.max_tool_iterations,
                "allowedCollections": self.allowed_collections,
            }
        )


_NAMES = {
    "message": "message",
    "sessionId": "session_id",
    "userId": "user_id",
    "stream": "stream",
    "async": "async_",
    "system": "system",
    "longContext": "long_context",
    "maxToolIterations": "max_tool_iterations",
    "allowedCollections": "allowed_collections",
}


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

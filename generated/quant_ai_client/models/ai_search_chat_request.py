# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class AiSearchChatRequest(_Model):
    """A question about the pages.

    Attributes:
        message (str): The question.
        session_id (str | None): The conversation to continue, from the previous reply; if left out, a new
            one starts.
        context_url (str | None): The page that the visitor is on; it is considered first, if it is indexed.
        max_context_chunks (int | None): Maximum number of chunks to base the answer on. 1 to 20. Server
            default: 5.
    """

    message: str
    """The question."""
    session_id: str | None = None
    """The conversation to continue, from the previous reply; if left out, a new one starts."""
    context_url: str | None = None
    """The page that the visitor is on; it is considered first, if it is indexed."""
    max_context_chunks: int | None = None
    """Maximum number of chunks to base the answer on. 1 to 20. Server default: 5."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "session_id": "sessionId",
        "context_url": "contextUrl",
        "max_context_chunks": "maxContextChunks",
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
        made.context_url = rest.pop("contextUrl", None)
        made.max_context_chunks = rest.pop("maxContextChunks", None)
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
        if self.context_url is not None:
            made["contextUrl"] = self.context_url
        if self.max_context_chunks is not None:
            made["maxContextChunks"] = self.max_context_chunks
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchChatRequestParam(TypedDict):
    """A `AiSearchChatRequest` as a plain dict, names as in the JSON."""

    message: str
    sessionId: NotRequired[str]
    contextUrl: NotRequired[str]
    maxContextChunks: NotRequired[int]

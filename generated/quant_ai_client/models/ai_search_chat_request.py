# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchChatRequest(_Model):
    """A question about the pages.

    Attributes:
        message (str): The question.
        session_id (str | Unset): The conversation to continue, from the previous reply; if left out, a new
            one starts.
        context_url (str | Unset): The page that the visitor is on; it is considered first, if it is
            indexed.
        max_context_chunks (int | Unset): Maximum number of chunks to base the answer on. 1 to 20. Server
            default: 5.
    """

    message: str
    """The question."""
    session_id: str | Unset = UNSET
    """The conversation to continue, from the previous reply; if left out, a new one starts."""
    context_url: str | Unset = UNSET
    """The page that the visitor is on; it is considered first, if it is indexed."""
    max_context_chunks: int | Unset = UNSET
    """Maximum number of chunks to base the answer on. 1 to 20. Server default: 5."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "session_id": "sessionId",
        "context_url": "contextUrl",
        "max_context_chunks": "maxContextChunks",
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
        made.context_url = rest.pop("contextUrl", UNSET)
        made.max_context_chunks = rest.pop("maxContextChunks", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.message, Unset):
            made["message"] = self.message
        if self.session_id is not UNSET:
            made["sessionId"] = self.session_id
        if self.context_url is not UNSET:
            made["contextUrl"] = self.context_url
        if self.max_context_chunks is not UNSET:
            made["maxContextChunks"] = self.max_context_chunks
        return made


class AiSearchChatRequestParam(TypedDict):
    """A `AiSearchChatRequest` as a plain dict, names as in the JSON."""

    message: str
    sessionId: NotRequired[str]
    contextUrl: NotRequired[str]
    maxContextChunks: NotRequired[int]

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_source import AiSearchSource


@_define(kw_only=True, eq=False, repr=False)
class AiSearchChatReply(_Model):
    """An answer, and the pages it is based on.

    Attributes:
        response (str): The answer.
        sources (list[AiSearchSource] | Unset): The pages, most relevant first.
        session_id (str | Unset): The conversation; send it with the next question.
    """

    response: str
    """The answer."""
    sources: list[AiSearchSource] | Unset = UNSET
    """The pages, most relevant first."""
    session_id: str | Unset = UNSET
    """The conversation; send it with the next question."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"session_id": "sessionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.response = rest.pop("response", UNSET)
        made.sources = each(AiSearchSource.from_dict, rest.pop("sources", UNSET), "sources")
        made.session_id = rest.pop("sessionId", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.response, Unset):
            made["response"] = self.response
        if self.sources is not UNSET:
            made["sources"] = wire(self.sources)
        if self.session_id is not UNSET:
            made["sessionId"] = self.session_id
        return made

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .ai_search_source import AiSearchSource


@_define(kw_only=True, eq=False, repr=False)
class AiSearchChatReply(_Model):
    """An answer, and the pages it is based on.

    Attributes:
        response (str): The answer.
        sources (list[AiSearchSource] | None): The pages, most relevant first.
        session_id (str | None): The conversation; send it with the next question.
    """

    response: str
    """The answer."""
    sources: list[AiSearchSource] | None = None
    """The pages, most relevant first."""
    session_id: str | None = None
    """The conversation; send it with the next question."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"session_id": "sessionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.response = rest.pop("response", None)
        made.sources = each_or_kept(AiSearchSource.from_dict, rest.pop("sources", None))
        made.session_id = rest.pop("sessionId", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.response is not None:
            made["response"] = self.response
        if self.sources is not None:
            made["sources"] = wire(self.sources)
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made

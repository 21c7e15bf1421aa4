# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class StreamOrchestration(_Model):
    """Several tools that keep running after the reply or the end of the stream.

    Attributes:
        poll_url (str): URL to poll every 2 seconds, for an object with `status`, possibly `message`, and
            finally `result` or `synthesizedResponse` with the text. It has finished at `complete` or
            `failed`. Usually a full URL, but it may be a path. Only send your token to the host that you
            called.
        orchestration_id (str | None): Id of the tool orchestration. Not always present.
    """

    poll_url: str
    """URL to poll every 2 seconds, for an object with `status`, possibly `message`, and finally `result` or
    `synthesizedResponse` with the text. It has finished at `complete` or `failed`. Usually a full URL, but it
    may be a path. Only send your token to the host that you called.
    """
    orchestration_id: str | None = None
    """Id of the tool orchestration. Not always present."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"poll_url": "pollUrl", "orchestration_id": "orchestrationId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.poll_url = rest.pop("pollUrl", None)
        made.orchestration_id = rest.pop("orchestrationId", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.poll_url is not None:
            made["pollUrl"] = self.poll_url
        if self.orchestration_id is not None:
            made["orchestrationId"] = self.orchestration_id
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made

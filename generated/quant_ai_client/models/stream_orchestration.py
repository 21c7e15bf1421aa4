# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class StreamOrchestration(_Model):
    """Tools that go on in the background after the stream has ended."""

    poll_url: str
    """Where to poll, every 2 seconds, for an object with `status`, perhaps `message`, and at the end `result` or
    `synthesizedResponse` with the text; it has ended at `complete` or `failed`. A full URL as a rule, but a path is
    possible. Send your token only to the host that you called.
    """
    orchestration_id: str | Unset = UNSET
    """Id of the orchestration of tools. Not every service sends it here."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            poll_url=get("pollUrl", UNSET),
            orchestration_id=get("orchestrationId", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "pollUrl": self.poll_url, "orchestrationId": self.orchestration_id}
        )


_NAMES = {"pollUrl": "poll_url", "orchestrationId": "orchestration_id"}

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class CallbackAccepted(_Model):
    """Confirms that the results were accepted.

    Attributes:
        success (bool): Always true; errors have their own HTTP status.
        message (str | Unset): The same in words.
        callback_id (str | Unset): The callback id, which cannot be used again.
    """

    success: bool
    """Always true; errors have their own HTTP status."""
    message: str | Unset = UNSET
    """The same in words."""
    callback_id: str | Unset = UNSET
    """The callback id, which cannot be used again."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"callback_id": "callbackId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.success = rest.pop("success", UNSET)
        made.message = rest.pop("message", UNSET)
        made.callback_id = rest.pop("callbackId", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.success, Unset):
            made["success"] = self.success
        if self.message is not UNSET:
            made["message"] = self.message
        if self.callback_id is not UNSET:
            made["callbackId"] = self.callback_id
        return made

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
class FileDeleted(_Model):
    """Confirms that a file was deleted.

    Attributes:
        message (str | Unset): A description of the outcome, in words.
        file_id (str | Unset): Id of the deleted file.
    """

    message: str | Unset = UNSET
    """A description of the outcome, in words."""
    file_id: str | Unset = UNSET
    """Id of the deleted file."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"file_id": "fileId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.message = rest.pop("message", UNSET)
        made.file_id = rest.pop("fileId", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.message is not UNSET:
            made["message"] = self.message
        if self.file_id is not UNSET:
            made["fileId"] = self.file_id
        return made

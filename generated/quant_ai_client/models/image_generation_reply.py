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
class ImageGenerationReply(_Model):
    """The generated images.

    Attributes:
        images (list[str]): The images, each as plain base64 or as a data URI
            (`data:image/jpeg;base64,...`): check for the prefix before you decode. There may be fewer than
            requested if some were withheld.
        mask_image (str | None): The mask that was used, as base64 or as a data URI, for tasks that generate
            one.
        error (str | None): Why images are missing, if some were withheld.
    """

    images: list[str]
    """The images, each as plain base64 or as a data URI (`data:image/jpeg;base64,...`): check for the prefix before
    you decode. There may be fewer than requested if some were withheld.
    """
    mask_image: str | None = None
    """The mask that was used, as base64 or as a data URI, for tasks that generate one."""
    error: str | None = None
    """Why images are missing, if some were withheld."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"mask_image": "maskImage"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.images = rest.pop("images", None)
        made.mask_image = rest.pop("maskImage", None)
        made.error = rest.pop("error", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.images is not None:
            made["images"] = self.images
        if self.mask_image is not None:
            made["maskImage"] = self.mask_image
        if self.error is not None:
            made["error"] = self.error
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made

"""Read an empty array as an empty object where an object is expected.

PHP has one word for both, and writes `[]` for either; the service is written in PHP and takes what PHP clients send.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from jsonschema_rs import ValidationError

from ..document.schemas import Json, Schema

_MOST_ERRORS = 1000
_LARGEST = 1024 * 1024  # bytes of a body that is looked through; a larger one is refused as it is


def with_objects(schema: Schema, value: Json, size: int) -> Json:
    """The value with an object for every empty array that the schema refuses because it expects an object there.

    It is changed in place. `size` is that of its JSON in bytes.
    """
    if value == []:
        return {}
    if size > _LARGEST:
        return value
    for path in list(_objects_expected(schema.validator.iter_errors(value))):
        holder, found = None, value
        for step in path:
            holder, found = found, found[step]
        if found == [] and holder is not None:
            holder[path[-1]] = {}
    return value


def _objects_expected(errors: Iterable[ValidationError]) -> Iterator[tuple[Any, ...]]:
    """Where an object is expected and is not there, also in a member of a union."""
    for error in islice(errors, _MOST_ERRORS):
        kind: Any = error.kind
        if kind.name == "type" and "object" in kind.types:
            yield tuple(error.instance_path)
        for branch in getattr(kind, "context", None) or ():
            yield from _objects_expected(branch)

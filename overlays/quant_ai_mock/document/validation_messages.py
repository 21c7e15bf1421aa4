"""Describe what is wrong with a request, field by field, in the words of the service's own validation.

The service uses Laravel, so the messages are Laravel's: one sentence per broken rule, under the path of the field
(`messages.0.role`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind

from .schemas import Json, Schema

TYPES = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an array",  # PHP has one word for both, and the service uses it
    "null": "null",
}
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MAX_FIELDS = 50  # reported for one request
_SMALL = 16 * 1024  # bytes of a value whose errors are all collected; each takes ten microseconds or more
_FIRST = 8  # items of each array of a larger value whose errors are collected
_FIRST_NAMES = 100  # the same for a map; a map with fewer names is one that the spec knows


def errors_of(schema: Schema, value: Json, size: int) -> dict[str, list[str]]:
    """The messages for each field of a value that does not fit its schema; `size` is that of its JSON in bytes.

    A large value can have hundreds of thousands of errors, and the validator collects all of them before it shows the
    first. Only the beginning of a large value is therefore looked at, up to where the first error is.
    """
    return field_errors(schema.validator.iter_errors(value if size <= _SMALL else _beginning(schema, value)))


def _beginning(schema: Schema, value: Json) -> Json:
    """The value with its arrays and maps cut after the first items, of which at least one is wrong.

    It is cut in place: a value that does not fit is needed for nothing else.
    """
    holder = [value]
    large = list(_large_ones(holder))

    def fits(length: int) -> bool:
        for parent, key, whole in reversed(large):
            parent[key] = _first(whole, length)
        return schema.is_valid(holder[0])

    longest = max((len(whole) for _, _, whole in large), default=0)
    valid, wrong = 0, _FIRST
    while wrong < longest and fits(wrong):
        valid, wrong = wrong, 2 * wrong
    while valid and wrong - valid > 1:
        middle = (valid + wrong) // 2
        valid, wrong = (middle, wrong) if fits(middle) else (valid, middle)
    fits(wrong)
    return holder[0]


def _large_ones(parent: Any) -> Iterator[tuple[Any, Any, Json]]:
    """The arrays and maps in a value that may be cut, each with what holds it; the outer ones first."""
    waiting = [parent]
    while waiting:
        parent = waiting.pop()
        for key, inner in parent.items() if isinstance(parent, dict) else enumerate(parent):
            if isinstance(inner, (dict, list)):
                waiting.append(inner)
                if len(inner) > (_FIRST if isinstance(inner, list) else _FIRST_NAMES):
                    yield parent, key, inner


def _first(whole: Json, length: int) -> Json:
    if isinstance(whole, list):
        return whole[:length]
    return {name: whole[name] for name in islice(whole, max(length, _FIRST_NAMES))}


def field_errors(errors: Iterable[ValidationError]) -> dict[str, list[str]]:
    """The messages for each field that has errors."""
    found: dict[str, list[str]] = {}
    for error in errors:
        for field, message in _messages(error):
            messages = found.setdefault(field, [])
            if message not in messages:
                messages.append(message)
        if len(found) >= _MAX_FIELDS:
            break
    return found


def readable(field: str) -> str:
    """A field name as Laravel writes it in a sentence: `modelId` is "model id"."""
    return _HUMPS.sub(" ", field).replace("_", " ").lower()


def _messages(error: ValidationError) -> Iterable[tuple[str, str]]:
    path = ".".join(str(step) for step in error.instance_path)
    kind: Any = error.kind
    name = kind.name
    if name == "required":
        missing = f"{path}.{kind.property}" if path else kind.property
        yield missing, f"The {readable(missing)} field is required."
    elif isinstance(kind, ValidationErrorKind.OneOfMultipleValid):
        yield path or "body", f"The {readable(path or 'body')} has fields that cannot be combined."
    elif name in ("anyOf", "oneOf") and hasattr(kind, "context"):
        yield from _closest(path, kind.context)
    elif name == "not" and path == "":
        yield from _excluded(kind)
    else:
        field = path or "body"
        yield field, _sentence(name, kind, readable(field))


def _closest(path: str, branches: list[list[ValidationError]]) -> Iterable[tuple[str, str]]:
    """The messages of the union member that the value was most likely meant for."""
    here = len(path.split(".")) if path else 0
    of_type = [
        branch for branch in branches if not any(e.kind.name == "type" and len(e.instance_path) == here for e in branch)
    ]
    if not of_type:
        wanted = dict.fromkeys(word for branch in branches for e in branch for word in _type_words(e.kind))
        field = path or "body"
        yield field, f"The {readable(field)} must be {' or '.join(wanted)}."
        return
    best = max(of_type, key=lambda branch: (max((len(e.instance_path) for e in branch), default=0), -len(branch)))
    for error in best:
        yield from _messages(error)


def _excluded(kind: Any) -> Iterable[tuple[str, str]]:
    schema = getattr(kind, "schema", None)
    fields = schema.get("required", []) if isinstance(schema, dict) else []
    if len(fields) == 2:
        for field, other in (fields, fields[::-1]):
            yield field, f"The {readable(field)} field prohibits {readable(other)} from being present."
    else:
        for field in fields or ["body"]:
            yield field, f"The {readable(field)} field is prohibited."


def _type_words(kind: Any) -> list[str]:
    types = getattr(kind, "types", None) or []
    return [TYPES.get(str(name), str(name)) for name in ([types] if isinstance(types, str) else types)] or ["valid"]


def _sentence(name: str, kind: Any, field: str) -> str:
    if name == "type":
        return f"The {field} must be {' or '.join(dict.fromkeys(_type_words(kind)))}."
    if name in ("enum", "const"):
        return f"The selected {field} is invalid."
    if name in _BOUNDS:
        attribute, sentence = _BOUNDS[name]
        return f"The {field} {sentence.format(getattr(kind, attribute, ''))}"
    if name == "format":
        return f"The {field} is not a valid {getattr(kind, 'format', 'value')}."
    if name == "pattern":
        return f"The {field} format is invalid."
    if name == "falseSchema":
        return f"The {field} field is prohibited."
    return f"The {field} is invalid."


_BOUNDS = {
    "minimum": ("limit", "must be at least {}."),
    "maximum": ("limit", "must not be greater than {}."),
    "exclusiveMinimum": ("limit", "must be greater than {}."),
    "exclusiveMaximum": ("limit", "must be less than {}."),
    "minLength": ("limit", "must be at least {} characters."),
    "maxLength": ("limit", "must not be greater than {} characters."),
    "minItems": ("limit", "must have at least {} items."),
    "maxItems": ("limit", "must not have more than {} items."),
    "minProperties": ("limit", "must have at least {} items."),
    "maxProperties": ("limit", "must not have more than {} items."),
    "multipleOf": ("multiple_of", "must be a multiple of {}."),
    "uniqueItems": ("name", "has a duplicate value."),
}

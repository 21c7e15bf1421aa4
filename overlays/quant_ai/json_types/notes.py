"""What `Annotated` says about a type: a description, and bounds that its values must keep.

Bounds are those of `annotated_types`, pydantic's `Field` and msgspec's `Meta`, which all use the same attributes, or
the keywords of JSON Schema in a dict. No library is imported for them.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Final, NamedTuple

from .misfits import Misfit, shown

Schema = dict[str, Any]

_EXACT: Final = Context(prec=700)
"""Counts the steps up to any float exactly."""


class _Rule(NamedTuple):
    """How one kind of bound is written, checked and explained."""

    keyword: str
    fits: Callable[[Any, Any], bool]
    expected: str
    wrong: str


def _is_multiple(value: Any, step: Any) -> bool:
    number, unit = (Decimal(str(each)) if isinstance(each, float) else each for each in (value, step))
    try:
        return _EXACT.remainder(number, unit) == 0
    except InvalidOperation:  # infinity, or more digits than a float can have
        return False


_RULES: Final[Mapping[str, _Rule]] = {
    "ge": _Rule("minimum", operator.ge, "at least {}", "is less than {}"),
    "gt": _Rule("exclusiveMinimum", operator.gt, "more than {}", "is not more than {}"),
    "le": _Rule("maximum", operator.le, "at most {}", "is more than {}"),
    "lt": _Rule("exclusiveMaximum", operator.lt, "less than {}", "is not less than {}"),
    "multiple_of": _Rule("multipleOf", _is_multiple, "a multiple of {}", "is not a multiple of {}"),
    "min_length": _Rule("min", lambda value, limit: len(value) >= limit, "a length of at least {}", "is too short"),
    "max_length": _Rule("max", lambda value, limit: len(value) <= limit, "a length of at most {}", "is too long"),
    "pattern": _Rule(
        "pattern",
        lambda value, limit: not isinstance(value, str) or bool(re.search(limit, value)),
        "text that matches {}",
        "does not match {}",
    ),
    "func": _Rule("", lambda value, test: bool(test(value)), "a value that passes {}", "does not pass {}"),
}
_SIZES: Final = {"string": "Length", "array": "Items", "object": "Properties"}
_KEYWORDS: Final = {
    **{rule.keyword: name for name, rule in _RULES.items() if rule.keyword not in ("", "min", "max")},
    **{f"min{size}": "min_length" for size in _SIZES.values()},
    **{f"max{size}": "max_length" for size in _SIZES.values()},
}


class Bound(NamedTuple):
    """A bound that a value must keep."""

    name: str
    limit: Any

    def check(self, value: Any) -> None:
        """Check a value.

        Raises:
            Misfit: It is out of bounds.
        """
        rule = _RULES[self.name]
        exact = isinstance(value, Decimal) and isinstance(self.limit, float)
        try:
            if value is None or rule.fits(value, Decimal(str(self.limit)) if exact else self.limit):
                return
        except TypeError:  # the bound is for another member of a union
            return
        limit = getattr(self.limit, "__name__", None) or (
            self.limit if isinstance(self.limit, (int, float, Decimal, date, time)) else repr(self.limit)
        )
        raise Misfit(f"{shown(value)} {rule.wrong.format(limit)}", rule.expected.format(limit), of_type=True)


def bounds_in(notes: Iterable[Any]) -> list[Bound]:
    """The bounds that notes of `Annotated` set."""
    found: list[Bound] = []
    for note in _flat(notes):
        if isinstance(note, Mapping):
            found += [Bound(_KEYWORDS[word], limit) for word, limit in note.items() if word in _KEYWORDS]
            continue
        names = [name for name in _RULES if name != "func" or type(note).__name__ == "Predicate"]
        given = [(name, getattr(note, name, None)) for name in names]
        found += [Bound(name, getattr(limit, "pattern", limit)) for name, limit in given if limit is not None]
    return found


def described(schema: Schema, notes: Iterable[Any]) -> Schema:
    """A schema with what notes of `Annotated` add to it."""
    notes = tuple(notes)
    added: Schema = {}
    for bound in bounds_in(notes):
        word = _RULES[bound.name].keyword
        if word in ("min", "max"):
            word += _SIZES.get(_type_of(schema), "Length")
        if word and (isinstance(bound.limit, (int, float, Decimal)) or word == "pattern"):
            added[word] = float(bound.limit) if isinstance(bound.limit, Decimal) else bound.limit
    for note in notes:
        if isinstance(note, str):
            added["description"] = note
        elif isinstance(note, Mapping):
            added |= {name: value for name, value in note.items() if isinstance(name, str)}
        else:
            text = getattr(note, "description", None) or getattr(note, "documentation", None)
            added |= {"description": text} if isinstance(text, str) else {}
    return extended(schema, added)


def extended(schema: Schema, added: Schema) -> Schema:
    """A schema with more keywords. A `$ref` has no keywords beside it, because models do not accept that."""
    if "$ref" in schema and added:
        return {"anyOf": [schema], **added}
    return {**schema, **added}


def _flat(notes: Iterable[Any]) -> Iterator[Any]:
    """The notes, and those inside the fields of pydantic."""
    for note in notes:
        metadata = getattr(note, "metadata", None)
        if isinstance(metadata, (list, tuple)):
            yield from _flat(metadata)
        elif not isinstance(note, (str, type)):
            yield note


def _type_of(schema: Schema) -> str:
    """The JSON type of a schema; of a union, that of its first member which is not null."""
    kind = schema.get("type")
    if kind is None:
        kinds = [_type_of(member) for member in schema.get("anyOf", ())]
        return next((each for each in kinds if each not in ("", "null")), "")
    return str(kind)

"""Combine the forms of `allOf` into one, as the value has to fit all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Form = dict[str, Any]
Resolve = Callable[[Form], Form]
"""Gives the form that a reference leads to, and any other form as it is."""


class NoCommonFormError(Exception):
    """No value fits both forms, or none that has a type in Python."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name
        """The property of which that is true; empty for the forms themselves."""


def combine(first: Form, second: Form, resolve: Resolve) -> Form:
    """The form of a value that has two forms: all properties of two objects, or the narrower of two scalars.

    Raises:
        NoCommonFormError: Neither is narrower than the other.
    """
    if first == second or not _typed(second):
        return first
    if not _typed(first):
        return second
    one, other = resolve(first), resolve(second)
    if is_object(one) and is_object(other):
        if _is_any_object(one):
            return second
        return first if _is_any_object(other) else _objects(one, other, resolve)
    if one.get("type") == other.get("type") == "array" and "items" in one and "items" in other:
        return {**one, **other, "items": combine(one["items"], other["items"], resolve)}
    if _is_narrower(other, one):
        return second
    if _is_narrower(one, other):
        return first
    raise NoCommonFormError


def is_object(form: Form) -> bool:
    """Whether a form is that of an object."""
    return form.get("type") == "object" or bool({"properties", "additionalProperties"} & set(form))


def _is_any_object(form: Form) -> bool:
    """Whether a form says no more than that the value is an object."""
    return not form.get("properties") and not form.get("required") and not form.get("additionalProperties")


def _objects(first: Form, second: Form, resolve: Resolve) -> Form:
    merged = {**first, **second, "type": "object"}
    properties: Form = dict(first.get("properties") or {})
    for name, form in (second.get("properties") or {}).items():
        try:
            properties[name] = combine(properties[name], form, resolve) if name in properties else form
        except NoCommonFormError as error:
            raise NoCommonFormError(".".join(filter(None, [name, error.name]))) from None
    if properties:
        merged["properties"] = properties
    required = dict.fromkeys([*first.get("required", []), *second.get("required", [])])
    if required:
        merged["required"] = list(required)
    return merged


def _is_narrower(form: Form, than: Form) -> bool:
    """Whether every value of a form is one of another form too."""
    if not _types(form) <= _types(than) | ({"integer"} if "number" in _types(than) else set()):
        return False
    given, wanted = _values(form), _values(than)
    if wanted is not None and (given is None or not all(value in wanted for value in given)):
        return False
    return all(form.get(key) == than[key] for key in ("format", "items", "$ref") if key in than)


def _types(form: Form) -> set[str]:
    given = form.get("type")
    if given is None and (values := _values(form)) is not None:
        names = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
        return {names.get(type(value), "object") for value in values}
    return set(given) if isinstance(given, list) else {str(given)}


def _values(form: Form) -> list[Any] | None:
    return [form["const"]] if "const" in form else form.get("enum")


def _typed(form: Form) -> bool:
    return bool(set(form) - {"required", "x-source"})

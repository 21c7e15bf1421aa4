"""pydantic's models and dataclasses, where the user has pydantic. This package imports it for such a type alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..json_text import dumps
from .misfits import Misfit, UnsupportedType
from .notes import Schema, extended
from .type_forms import TypeForm, identifier_of, is_hashable, name_of


def is_pydantic(form: TypeForm) -> bool:
    """Whether a type is pydantic's, version 2 or later: by its class, or by notes that only pydantic understands."""
    if isinstance(form.hint, type) and hasattr(form.hint, "__get_pydantic_core_schema__"):
        return True  # models, and types such as AwareDatetime
    if isinstance(form.hint, type) and "__pydantic_core_schema__" in vars(form.hint):
        return True  # dataclasses
    return any(
        not isinstance(note, type)
        and (hasattr(note, "__get_pydantic_core_schema__") or getattr(note, "discriminator", None) is not None)
        for note in form.notes
    )


def schema_of(hint: Any, form: TypeForm, definitions: Schema) -> Schema:
    """The JSON Schema of a type, as it is sent. What it refers to is added to the definitions, under names of its own.

    Raises:
        UnsupportedType: pydantic has no schema for it.
    """
    adapter = _adapter(hint)
    kind = name_of(form.hint)
    try:
        schema: Schema = adapter.json_schema()
        if not definitions.keys().isdisjoint(schema.get("$defs", {})):
            prefix = identifier_of(form.hint)
            if any(definitions.get(name) != _sent(inner) for name, inner in schema["$defs"].items()):
                schema = adapter.json_schema(ref_template=f"#/$defs/{prefix}.{{model}}")
                schema["$defs"] = {f"{prefix}.{name}": inner for name, inner in schema["$defs"].items()}
    except Exception as error:
        raise UnsupportedType(f"is of type {kind!r}, which has no JSON Schema: {_first_line(error)}") from None
    definitions |= {name: _sent(inner) for name, inner in schema.pop("$defs", {}).items()}
    sent: Schema = _sent(schema)
    return sent


def read(value: Any, hint: Any) -> Any:
    """A JSON value as a value of pydantic's type.

    Raises:
        Misfit: It does not fit.
    """
    try:
        # As text, because pydantic reads dates and the like from JSON in strict models too.
        return _adapter(hint).validate_json(dumps(value))
    except ValueError as error:
        problems = getattr(error, "errors", None)
        if problems is None:
            raise Misfit(str(error), "another value") from None
        found = [(_path(each["loc"]), each["msg"]) for each in problems()]
        (first, expected), *others = found
        misfit = Misfit(expected, expected).inside(first)
        misfit.others = others
        raise misfit from None


def required_fields(model: Any) -> dict[str, Any]:
    """The types of the fields that a model requires, by their names in JSON."""
    fields = getattr(model, "__pydantic_fields__", {})
    return {
        field.validation_alias if isinstance(field.validation_alias, str) else name: field.annotation
        for name, field in fields.items()
        if field.is_required()
    }


def _adapter(hint: Any) -> Any:
    try:
        return (_cached_adapter if is_hashable(hint) else _new_adapter)(hint)
    except Exception as error:  # of several classes, from a package that is not imported here
        text = f"is of type {name_of(hint)!r}, which pydantic refuses: {_first_line(error)}"
        raise UnsupportedType(text) from None


def _new_adapter(hint: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(hint)


_cached_adapter = lru_cache(maxsize=256)(_new_adapter)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _path(location: tuple[Any, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)


def _sent(schema: Any) -> Any:
    """A schema of pydantic in the form that models accept, like our own ones."""
    if isinstance(schema, list):
        return [_sent(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    made: Schema = {}
    for word, value in schema.items():
        if word in ("properties", "$defs") and isinstance(value, Mapping):
            made[word] = {name: _sent(each) for name, each in value.items()}
        elif word == "oneOf":  # of a union with a discriminator
            made["anyOf"] = _sent(value)
        elif word in ("default", "const", "enum", "examples"):
            made[word] = value
        elif word != "discriminator":
            made[word] = _sent(value)
    if made.get("type") == "object" and "properties" in made:
        made.setdefault("additionalProperties", False)
    parts = made.get("allOf")
    if isinstance(parts, list) and len(parts) == 1:  # how older versions write a reference with a description
        made = extended(parts[0], {word: value for word, value in made.items() if word != "allOf"})
    if "$ref" in made:
        return extended({"$ref": made.pop("$ref")}, made)
    return made

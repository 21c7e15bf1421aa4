"""Write a spec in the one form that the rest of the generator reads, where OpenAPI allows several.

The copy says the same as the spec. Refusals, skeleton and views see only the copy, and messages name the places of the
spec: `NormalForm.origin` leads back.

- A reference to something inside a component, to `$defs` or to an `$anchor` names a component: its target becomes one.
- What is beside `$ref` moves beside an `allOf` of that reference.
- A union inside `allOf`, or beside properties, becomes a union of objects that have all properties.
- A nullable enum or constant is a union with null, and an enum of several types is a union of enums.
- `itemSchema` of a stream is `schema`: both describe one line or event.
- Properties of `dependentSchemas` are properties.
- `true` is the empty schema, and `patternProperties` are `additionalProperties`.
- A schema with a name that the package needs gets another one.
- `format: byte` is base64. `format: binary` is kept where it means a file, in multipart forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from openapi import Pointer, Spec
from openapi.spec_operation import JSON_LINES, STREAM

from .enum_forms import split_values
from .free_names import free_names
from .local_references import name_targets
from .supported import TYPE_KEYWORDS
from .union_forms import distribute_unions

Schema = dict[str, Any]

_BESIDE_REF = frozenset({"$ref", "description", "summary"})
_MULTIPART = "multipart/form-data"


class NormalForm(NamedTuple):
    """A spec in its normal form, and where its parts come from."""

    spec: Spec
    origins: dict[Pointer, Pointer]

    def origin(self, pointer: Pointer) -> Pointer:
        """Where something of the normal form is in the spec."""
        for length in range(len(pointer), 0, -1):
            if pointer[:length] in self.origins:
                return self.origin((*self.origins[pointer[:length]], *pointer[length:]))
        return pointer


def normal_form(spec: Spec) -> NormalForm:
    """The normal form of a spec. What cannot be written in another way stays as it is, for `refusals` to find."""
    made = spec.copy()
    origins: dict[Pointer, Pointer] = {}
    _items(made, origins)
    _holders(made)
    _own_words(made)
    name_targets(made, origins)
    files = {id(schema) for schema in _files(made)}
    for schema in reversed(made.find_schemas()):  # what is inside comes first
        if isinstance(schema.value, dict) and schema.role != "constraint":
            _rewrite(schema.value, id(schema.value) in files)
    distribute_unions(made, origins)
    free_names(made, origins)
    return NormalForm(made, origins)


def _holders(spec: Spec) -> None:
    """Write `true` as the empty schema where a schema begins, and `patternProperties` as `additionalProperties`."""
    for pointer, value in list(spec.walk()):
        if isinstance(value, dict) and value.get("schema") is True:
            value["schema"] = {}
        if not isinstance(value, dict) or pointer[-1:] == ("properties",):
            continue
        if isinstance(value.get("patternProperties"), dict):
            _patterns(value)
        if isinstance(value.get("dependentSchemas"), dict):
            _dependent(value)
    schemas = spec.components("schemas")
    for name, value in schemas.items():
        if value is True:
            schemas[name] = {}
        elif isinstance(value, dict) and "$ref" in value and value.keys() <= _BESIDE_REF:
            schemas[name] = {"allOf": [{"$ref": value["$ref"]}], **{k: v for k, v in value.items() if k != "$ref"}}


def _items(spec: Spec, origins: dict[Pointer, Pointer]) -> None:
    """Write the `itemSchema` of a stream as `schema`, which is that of one line or event here."""
    for pointer, value in list(spec.walk()):
        if not isinstance(value, dict) or "itemSchema" not in value or pointer[-2:-1] != ("content",):
            continue
        if pointer[-1] == STREAM or JSON_LINES.fullmatch(str(pointer[-1])):
            value["schema"] = value.pop("itemSchema")
            origins[(*pointer, "schema")] = (*pointer, "itemSchema")


def _own_words(spec: Spec) -> None:
    """Write a shared parameter or reply here, where it has a description of its own."""
    for _, value in list(spec.walk()):
        if not isinstance(value, dict) or not isinstance(value.get("$ref"), str) or len(value) < 2:
            continue
        shared = value["$ref"].startswith("#/components/") and not value["$ref"].startswith("#/components/schemas/")
        target = spec.resolve(value) if shared and value.keys() <= _BESIDE_REF else None
        if isinstance(target, dict):
            own = {key: text for key, text in value.items() if key != "$ref"}
            value.clear()
            value |= {**deepcopy(target), **own}


def _rewrite(schema: Schema, is_file: bool) -> None:
    """Write one schema in its normal form, in place."""
    _booleans(schema)
    if "$ref" in schema:
        if not schema.keys() <= _BESIDE_REF:
            _beside_ref(schema)
        return
    if isinstance(schema.get("type"), list) and "array" in schema["type"] and "prefixItems" not in schema:
        schema.setdefault("items", {})
    if schema.get("format") == "byte":
        del schema["format"]
        schema["contentEncoding"] = "base64"
    if is_file:
        schema |= {"type": "string", "format": "binary"}
    elif schema.get("format") == "binary":
        del schema["format"]
    split_values(schema)


def _booleans(schema: Schema) -> None:
    properties = schema.get("properties")
    if isinstance(properties, dict):
        for name, value in list(properties.items()):
            if value is True:
                properties[name] = {}
            elif value is False:  # the object must not have it
                del properties[name]
    if schema.get("items") is True or (schema.get("items") is False and "prefixItems" not in schema):
        schema["items"] = {}
    for keyword, dropped in (("allOf", True), ("anyOf", False), ("oneOf", False)):
        members = schema.get(keyword)
        if isinstance(members, list) and any(isinstance(member, bool) for member in members):
            schema[keyword] = [{} if member is True else member for member in members if member is not dropped]


def _patterns(schema: Schema) -> None:
    """`patternProperties` are further properties; their names are not checked."""
    given = schema.pop("patternProperties")
    values = [{} if value is True else value for value in given.values() if value is not False]
    others = schema.get("additionalProperties", {})
    if others is not False and others not in values:
        values.append({} if others is True else others)
    schema.setdefault("type", "object")
    unique = [value for at, value in enumerate(values) if value not in values[:at]]
    schema["additionalProperties"] = {} if {} in unique else unique[0] if len(unique) == 1 else {"anyOf": unique}


def _dependent(schema: Schema) -> None:
    """What an object has if it has some property, it may have."""
    for other in schema.pop("dependentSchemas").values():
        properties = other.get("properties") if isinstance(other, dict) else None
        for name, value in properties.items() if isinstance(properties, dict) else ():
            if value is not False:
                schema.setdefault("type", "object")
                schema.setdefault("properties", {}).setdefault(name, {} if value is True else value)


def _beside_ref(schema: Schema) -> None:
    """`$ref` and what is beside it, as `allOf`: what gives a type is another member."""
    reference = {"$ref": schema.pop("$ref")}
    typed = {key: schema.pop(key) for key in list(schema) if key in TYPE_KEYWORDS}
    schema.pop("summary", None)
    schema["allOf"] = [*typed.pop("allOf", []), reference, *([typed] if typed else [])]


def _files(spec: Spec) -> Iterator[Schema]:
    """The schemas of files in multipart forms."""
    for operation in spec.operations:
        media = operation.body.content.get(_MULTIPART) if operation.body else None
        if isinstance(media, dict):
            for schema in _fields(spec, media.get("schema"), 0):
                value = spec.resolve(schema)
                if isinstance(value, dict) and value.get("type") == "array":
                    value = spec.resolve(value.get("items"))
                if isinstance(value, dict) and is_file(value):
                    yield value


def is_file(schema: Schema) -> bool:
    """Whether a property of a multipart form is a file: of a media type other than text and JSON, and not encoded."""
    kind = str(schema.get("contentMediaType", ""))
    if "contentEncoding" in schema or schema.get("type", "string") != "string":
        return False
    return schema.get("format") == "binary" or bool(kind and not kind.startswith("text/") and "json" not in kind)


def _fields(spec: Spec, schema: Any, depth: int) -> Iterator[Schema]:
    """The properties of a form, also those of the members of `allOf`."""
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 20:
        return
    given = schema.get("properties")
    yield from (value for value in (given.values() if isinstance(given, dict) else ()) if isinstance(value, dict))
    for member in schema.get("allOf") or []:
        yield from _fields(spec, member, depth + 1)

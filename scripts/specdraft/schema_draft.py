"""Schemas of another document as components in the style of the spec: 3.1, named, described, without its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.supported import imported_names
from openapi import Pointer, Spec, ref_name
from specdraft.naming import singular_pascal

TODO = "TODO"
_FORMATS = {"date-time", "date", "time", "uri", "email", "int64", "regex"}
_BASE64 = {"type": "string", "contentEncoding": "base64", "examples": ["UXVhbnQ="]}
_BOUNDS = {
    "string": ("minLength", "maxLength", "pattern"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("minItems", "maxItems", "uniqueItems"),
}
_BOUNDS["integer"] = _BOUNDS["number"]
_FREE = "JsonObject"


@dataclass
class _View:
    """What a schema says of one value, with allOf merged and null taken out."""

    words: dict[str, Any] = field(default_factory=dict)
    properties: dict[str, Pointer] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    items: Pointer = ()
    values: Pointer = ()
    """Where the schema of the values of a map is."""
    members: list[Pointer] = field(default_factory=list)
    nullable: bool = False

    @property
    def type(self) -> str:
        given = self.words.get("type")
        if isinstance(given, str):
            return given
        if self.properties or self.values:
            return "object"
        if self.items:
            return "array"
        values = self.words.get("enum") or []
        return "string" if values and all(isinstance(value, str) for value in values) else ""


class SchemaDraft:
    """Collects the components that the schemas of the other document become.

    Args:
        noun: What the resource is about, in PascalCase; names of components begin with it.
    """

    def __init__(self, ours: Spec, theirs: Spec, noun: str = "") -> None:
        self.ours, self.theirs, self.noun = ours, theirs, noun
        self.files = False
        """Whether `format: binary` is a file, as in multipart forms."""
        self.made: dict[str, Any] = {}
        self._names: dict[tuple[Pointer, str], str] = {}
        self._open: dict[tuple[Pointer, str], str] = {}
        self._reserved = imported_names()

    def schema(self, pointer: Pointer, direction: str, *hints: str) -> Any:
        """The schema at a pointer of the other document: in place, or a reference to the component that it becomes.

        Args:
            hints: Names for a component, best first; one that is taken is used if it means the same.
        """
        place = self.theirs.follow(pointer)
        view = self._view(place, 0)
        made = self._made(view, (place, direction), hints or (self.noun,))
        return _or_null(made) if view.nullable and made else made

    def of_samples(self, schema: dict[str, Any], direction: str, *hints: str) -> Any:
        """A schema that the other document does not have, but shows values of: drafted as if it were there."""
        known = self.theirs.data.setdefault("x-shown", [])
        known.append(schema)
        return self.schema(("x-shown", len(known) - 1), direction, *hints)

    def fields(self, pointer: Pointer) -> dict[str, Pointer]:
        """The fields of a value in the other document, with those of all members of an `allOf`."""
        return self._view(self.theirs.follow(pointer), 0).properties if pointer else {}

    def described(self, schema: Any) -> Any:
        """The schema of a property: one that is a reference has the description of its component."""
        return schema if set(schema) == {"$ref"} or "description" in schema else {"description": TODO, **schema}

    def root(self) -> dict[str, Any]:
        """All component schemas, to resolve references in."""
        return {"components": {"schemas": {**self.ours.components("schemas"), **self.made}}}

    def resolve(self, schema: Any) -> Any:
        """A schema, with a reference followed."""
        known = self.root()["components"]["schemas"]
        for _ in range(20):
            if not (isinstance(schema, dict) and "$ref" in schema):
                break
            schema = known.get(ref_name(schema))
        return schema if isinstance(schema, dict) else {}

    def free_form(self) -> Any:
        """The schema of an object of which nothing is said."""
        if _FREE not in self.ours.components("schemas"):
            self.made[_FREE] = {"description": TODO, "type": "object", "additionalProperties": True}
        return ref_to(_FREE)

    def component(self, body: dict[str, Any], *hints: str) -> Any:
        """A reference to a component with this schema."""
        name = self._free(hints)
        self.made[name] = body
        return ref_to(name)

    def _view(self, place: Pointer, depth: int) -> _View:
        source = self.theirs.at(place) if place else None
        if not isinstance(source, dict) or depth > 12:
            return _View()
        types = source.get("type")
        view = _View(nullable=source.get("nullable") is True)
        view.words = {word: value for word, value in source.items() if word not in ("properties", "items", "required")}
        if isinstance(types, list):
            view.nullable = view.nullable or "null" in types
            view.words["type"] = next((kind for kind in types if kind != "null"), "")
        if isinstance(source.get("properties"), dict):
            view.properties = {str(name): (*place, "properties", name) for name in source["properties"]}
        view.required = [str(name) for name in source.get("required") or []] if view.properties else []
        if isinstance(source.get("items"), dict):
            view.items = (*place, "items")
        if isinstance(source.get("additionalProperties"), dict) and source["additionalProperties"]:
            view.values = (*place, "additionalProperties")
        for index in range(len(source.get("allOf") or [])):
            self._merge(view, self._view(self.theirs.follow((*place, "allOf", index)), depth + 1))
        for keyword in ("oneOf", "anyOf"):
            found = [self.theirs.follow((*place, keyword, index)) for index in range(len(source.get(keyword) or []))]
            members = [member for member in found if (self.theirs.at(member) or {}).get("type") != "null"]
            view.nullable = view.nullable or len(members) < len(found)
            if all("required" in self.theirs.at(member) and len(self.theirs.at(member)) == 1 for member in members):
                continue  # these only say which properties exclude each other
            if len(members) == 1:
                self._merge(view, self._view(members[0], depth + 1))
            else:
                view.members += members
        return view

    def _merge(self, view: _View, other: _View) -> None:
        view.words = {**other.words, **view.words}
        view.properties = {**other.properties, **view.properties}
        view.required += [name for name in other.required if name not in view.required]
        view.items, view.values = view.items or other.items, view.values or other.values
        view.members += other.members
        view.nullable = view.nullable or other.nullable

    def _made(self, view: _View, key: tuple[Pointer, str], hints: tuple[str, ...]) -> Any:
        if key in self._names or key in self._open:
            return ref_to(self._names.get(key) or self._open[key])
        if view.members and not view.properties:
            return self._union(view, key, hints)
        values = [value for value in [view.words.get("const"), *(view.words.get("enum") or [])] if value is not None]
        if len(values) == 1 and isinstance(values[0], str | int):
            return {"type": "string" if isinstance(values[0], str) else "integer", "const": values[0]}
        for kind in (str, int):
            if values and all(type(value) is kind for value in values):
                text = ", ".join(f"`{value}`" for value in values)
                name = "string" if kind is str else "integer"
                return self._component(key, hints, {"description": f"{TODO}: {text}.", "type": name, "enum": values})
        if view.properties:
            return self._object(view, key, hints)
        if view.values:
            name = singular_pascal(hints[0])
            inner = self.schema(view.values, key[1], f"{name}Value" if name == hints[0] else name)
            body = {"description": TODO, "type": "object", "additionalProperties": inner}
            return self._component(key, hints, body)
        return self._plain(view, key[1], hints)

    def _plain(self, view: _View, direction: str, hints: tuple[str, ...]) -> Any:
        kind = view.type
        if kind == "object":
            return self.free_form()
        bounds = {word: view.words[word] for word in _BOUNDS.get(kind, ()) if _is_bound(word, view.words.get(word))}
        if kind == "array":
            of_noun = (self.noun, f"{self.noun}Details", f"{self.noun}Summary")
            names = of_noun if hints[0] == f"{self.noun}List" else hints
            items = self.schema(view.items, direction, *names) if view.items else {}
            return {"type": "array", "items": items or {"description": TODO}, **bounds}
        if kind == "string" and view.words.get("format") in ("byte", "binary"):
            return {"type": "string", "format": "binary"} if self.files else dict(_BASE64)
        if not kind:
            return {"description": TODO}
        form = view.words.get("format")
        return {"type": kind, **({"format": form} if form in _FORMATS else {}), **bounds}

    def _object(self, view: _View, key: tuple[Pointer, str], hints: tuple[str, ...]) -> Any:
        self._open[key] = self._free(hints)
        parent = self._open[key]
        hidden = "readOnly" if key[1] == "request" else "writeOnly"
        properties: dict[str, Any] = {}
        for name, place in view.properties.items():
            source = self.theirs.at(self.theirs.follow(place)) or {}
            if isinstance(source, dict) and source.get(hidden) is True:
                continue
            schema = self.described(self.schema(place, key[1], *self._hints(parent, name)))
            default = self._view(self.theirs.follow(place), 0).words.get("default")
            if default is not None:
                schema = _with_default(schema, default)
            properties[name] = schema
        required = [name for name in view.required if name in properties]
        body = {"description": TODO, "type": "object", **({"required": required} if required else {})}
        return self._component(key, hints, {**body, "properties": properties})

    def _union(self, view: _View, key: tuple[Pointer, str], hints: tuple[str, ...]) -> Any:
        self._open[key] = self._free(hints)
        made: list[Any] = []
        for number, member in enumerate(view.members, 1):
            schema = self.schema(member, key[1], f"{self._open[key]}{number}")
            if schema not in made:
                made.append(schema)
        if len(made) == 1:
            del self._open[key]
            return made[0]
        return self._component(key, hints, {"description": TODO, "anyOf": made})

    def _hints(self, parent: str, name: str) -> Iterator[str]:
        """Names for the value of a property: `Task` for `tasks`, `TaskStatus` for `status`, `TaskListStatus`."""
        base = singular_pascal(name)
        if base == self.noun:
            yield from (base, f"{base}Details", f"{base}Summary")
        elif base.startswith(self.noun):
            yield base
        else:
            yield f"{self.noun}{base}"
        yield f"{parent}{base}"

    def _component(self, key: tuple[Pointer, str], hints: tuple[str, ...], body: dict[str, Any]) -> Any:
        provisional = self._open.pop(key, "")
        used = provisional and f"#/components/schemas/{provisional}'" in repr(body)
        name = provisional if used else self._name(hints, body, key[1])
        if name not in self.ours.components("schemas"):
            self.made.setdefault(name, body)
        self._names[key] = name
        return ref_to(name)

    def _name(self, hints: tuple[str, ...], body: dict[str, Any], direction: str) -> str:
        for name in hints:
            known = self.made.get(name) or self.ours.components("schemas").get(name)
            if known is None and name not in {*self._open.values(), *self._reserved}:
                return name
            if known is not None and _means_the_same(known, body, direction):
                return name
        return self._free(hints)

    def _free(self, hints: tuple[str, ...]) -> str:
        taken = {*self.made, *self.ours.components("schemas"), *self._open.values(), *self._reserved}
        names = [*hints, *(f"{hints[-1]}{number}" for number in range(2, 100))]
        return next(name for name in names if name not in taken)


def ref_to(name: str) -> dict[str, str]:
    """A reference to a component schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kind = schema.get("type")
    return {**schema, "type": [kind, "null"]} if kind and "const" not in schema else schema


def _with_default(schema: dict[str, Any], default: Any) -> dict[str, Any]:
    if set(schema) == {"$ref"}:
        return {"description": TODO, "allOf": [schema], "default": default}
    kinds = {"string": str, "integer": int, "number": int | float, "boolean": bool, "array": list}
    fits = isinstance(default, kinds.get(str(schema.get("type")), ())) and (
        not isinstance(default, bool) or schema.get("type") == "boolean"
    )
    return {**schema, "default": default} if fits else schema


def _is_bound(word: str, value: Any) -> bool:
    if word == "pattern":
        try:
            re.compile(str(value or "("))
        except re.error:
            return False
        return True
    return value is not None and value is not False and isinstance(value, int | float)


def _means_the_same(known: Any, body: dict[str, Any], direction: str) -> bool:
    """Whether a component can stand for a drafted schema: it has the fields, with the same types."""
    if not isinstance(known, dict):
        return False
    if "enum" in body:
        return set(known.get("enum") or []) >= set(body["enum"])
    have, wanted = known.get("properties") or {}, body.get("properties")
    if not wanted:
        return _kind(known) == _kind(body) and "properties" not in known
    needed = (set(known.get("required") or []), set(body.get("required") or []))
    fits = needed[0] == needed[1] if direction == "request" else needed[0] <= needed[1]
    same = all(name in have and _kind(have[name]) == _kind(schema) for name, schema in wanted.items())
    return fits and same and len(have) <= 2 * len(wanted)


def _kind(schema: Any) -> str:
    """What a schema is, roughly, to compare two of them."""
    if not isinstance(schema, dict):
        return ""
    if name := ref_name(schema):
        return name
    for word in ("allOf", "anyOf"):
        for member in schema.get(word) or []:
            return _kind(member)
    kind = schema.get("type")
    kind = next((one for one in kind if one != "null"), "") if isinstance(kind, list) else str(kind)
    if kind == "array":
        return f"array of {_kind(schema.get('items'))}"
    return f"map of {_kind(schema.get('additionalProperties'))}" if kind == "object" else kind

"""Give a name to everything that a schema refers to: it becomes a component, and the reference names that.

`#/components/schemas/Room/$defs/Size` and an `$anchor` of it are the component `Size`, or `RoomSize` where there is
another one of that name; `#/components/schemas/Room/properties/bed` is `RoomBed`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi import Pointer, Spec, ref_pointer
from openapi.python_names import class_name

_NAMELESS = frozenset({"components", "schemas", "properties", "paths", "content", "schema", "responses"})
_DEFINITIONS = ("$defs", "definitions")


def name_targets(spec: Spec, origins: dict[Pointer, Pointer]) -> None:
    """Make a component of every target, in place, and note where each comes from."""
    schemas = list(_schemas(spec))
    anchors = {value["$anchor"]: pointer for pointer, value in schemas if isinstance(value.get("$anchor"), str)}
    named: dict[Pointer, str] = {}
    references = [(pointer, value) for pointer, value in schemas if isinstance(value.get("$ref"), str)]
    for pointer, value in references:
        target = _target(spec, value["$ref"], anchors)
        if not target or (pointer[: len(target)] == target and pointer == target):
            continue
        if len(target) == 3 and target[:2] == ("components", "schemas"):
            value["$ref"] = f"#/components/schemas/{_escaped(str(target[2]))}"
        elif _is_schema(target):
            name = named.get(target) or _name(spec, target)
            if target not in named:
                named[target] = name
                _move(spec, target, name, origins)
            value["$ref"] = f"#/components/schemas/{name}"
    for _, value in schemas:
        value.pop("$anchor", None)
        for keyword in _DEFINITIONS:
            if isinstance(value.get(keyword), dict):
                del value[keyword]


def _schemas(spec: Spec) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every mapping of the spec in which a keyword of JSON Schema is one: not a map of names."""
    for pointer, value in list(spec.walk()):
        if isinstance(value, dict) and not (pointer and pointer[-1] in ("properties", *_DEFINITIONS)):
            yield pointer, value


def _target(spec: Spec, ref: str, anchors: dict[str, Pointer]) -> Pointer:
    """Where a reference leads; empty if that is no place of the spec."""
    if not ref.startswith("#"):
        return ()
    pointer = ref_pointer(ref) if ref.startswith("#/") else anchors.get(ref[1:], ())
    place: Pointer = ()
    for step in pointer:
        value = spec.at(place)
        if isinstance(value, dict) and isinstance(value.get("$ref"), str) and value["$ref"] != ref:
            place = spec.follow(place)  # into what became a component before
            value = spec.at(place)
        place = (*place, int(step) if isinstance(value, list) and str(step).isdecimal() else step)
    return place if isinstance(spec.at(place), dict) else ()


def _is_schema(target: Pointer) -> bool:
    """Whether a place is that of a schema: inside a component, or inside the schema of a parameter or a media type."""
    return (target[:2] == ("components", "schemas") and len(target) > 3) or "schema" in target


def _name(spec: Spec, target: Pointer) -> str:
    taken = {class_name(name) for name in spec.components("schemas")}
    short = class_name(str(target[-1])) if len(target) > 1 and target[-2] in _DEFINITIONS else ""
    steps = [str(step) for step in target if step not in _NAMELESS and step not in _DEFINITIONS]
    long = class_name(" ".join("item" if step == "items" else step for step in steps))
    names = [short, long, *(f"{long}{number}" for number in range(2, 1000))]
    return next(name for name in names if name and name not in taken)


def _move(spec: Spec, target: Pointer, name: str, origins: dict[Pointer, Pointer]) -> None:
    holder = spec.at(target[:-1])
    schemas = spec.data.setdefault("components", {}).setdefault("schemas", {})
    schemas[name] = holder[target[-1]]
    holder[target[-1]] = {"$ref": f"#/components/schemas/{name}"}
    origins["components", "schemas", name] = target


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")

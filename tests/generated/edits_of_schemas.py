"""Schemas that an author may write, and the models that they become."""

from __future__ import annotations

import typing
from collections.abc import Callable
from typing import Any

from tests.generated.edits import (
    NUMBER,
    STRING,
    Edit,
    Package,
    has_fields,
    obj,
    ref,
    together,
    with_reply,
)
from tests.generated.support import REF, with_property, with_schemas

CONDITION = {"if": {"properties": {"kind": {"const": "timed"}}}, "then": {"properties": {"at": STRING}}}

EDITS = {
    "allOf of an alias of an object": Edit(
        with_schemas(
            Draft={"allOf": [REF]},
            Size=obj(size=NUMBER),
            Whole={"allOf": [ref("Draft"), ref("Size")]},
        ),
        has_fields("Whole", "name", "size"),
    ),
    "allOf with properties beside it": Edit(
        with_schemas(Whole={"allOf": [REF], **obj(size=NUMBER)}), has_fields("Whole", "name", "size")
    ),
    "allOf with required beside it": Edit(
        with_schemas(Whole={"allOf": [REF], "required": ["name"]}), has_fields("Whole", "name")
    ),
    "allOf of allOf": Edit(
        with_schemas(
            Size={"allOf": [obj(size=NUMBER), obj(unit=STRING)]}, Whole={"allOf": [REF, ref("Size"), obj(more=STRING)]}
        ),
        has_fields("Whole", "name", "size", "unit", "more"),
    ),
    "allOf that narrows a property to a constant": Edit(
        with_schemas(Whole={"allOf": [REF, obj(name={"const": "a"})]}),
        lambda package: "Literal" in package.model("Whole").__annotations__["name"],
    ),
    "allOf of a scalar and its bounds": Edit(
        with_property({"allOf": [STRING, {"minLength": 2}]}), has_fields("Thing", "name", "bad")
    ),
    "properties in then": Edit(
        with_schemas(Whole={**obj(kind=STRING), **CONDITION}), has_fields("Whole", "kind", "at")
    ),
    "properties in then and else": Edit(
        with_schemas(Whole={**obj(kind=STRING), **CONDITION, "else": obj(until=STRING)}),
        has_fields("Whole", "kind", "at", "until"),
    ),
    "properties in a condition among allOf": Edit(
        with_schemas(Whole={**obj(kind=STRING), "allOf": [CONDITION, {"if": {}, "then": obj(until=STRING)}]}),
        has_fields("Whole", "kind", "at", "until"),
    ),
    "a condition that only narrows": Edit(
        with_schemas(Whole={**obj(kind=STRING), "if": {}, "then": obj(kind={"const": "a"})}),
        has_fields("Whole", "kind"),
    ),
}


def annotation(package: Package, model: str, field: str) -> str:
    found: str = package.model(model).__annotations__[field]
    return found.replace('"', "'").removesuffix(" | None")


def typed(kind: str, *values: Any) -> Callable[[Package], None]:
    """Check the type of the property `bad`, and that values are read and given back as they are."""

    def check(package: Package) -> None:
        assert annotation(package, "Thing", "bad") == kind
        for value in values:
            assert package.model("Thing").from_dict({"bad": value}).to_dict() == {"bad": value}

    return check


def union_of(name: str, value: dict[str, Any], *names: str) -> Callable[[Package], None]:
    """Check that a value is read as a member of a union, with these fields."""

    def check(package: Package) -> None:
        read = getattr(package.models, f"{name}")
        assert read is not None
        decode = __import__(f"{package.name}.models.whole", fromlist=["x"]).decode_whole
        found = decode(value)
        assert found.to_dict() == value
        assert {key for key in type(found).__annotations__ if not key.startswith("_")} >= set(names)
        assert not found.additional_properties

    return check


SIZED = {"type": "object", "required": ["size"], "properties": {"size": NUMBER}}
LONG = {"type": "object", "required": ["length"], "properties": {"length": NUMBER}}

EDITS |= {
    "null in an enum": Edit(with_property({"enum": ["a", "b", None]}), typed("ThingBadType0", "a", None)),
    "a nullable enum": Edit(
        with_property({"type": ["string", "null"], "enum": ["a", "b", None]}), typed("ThingBadType0", "b", None)
    ),
    "an enum whose null no value can be": Edit(
        with_property({"type": "string", "enum": ["a", "b", None]}), typed("ThingBad", "a")
    ),
    "a nullable enum without null": Edit(
        with_property({"type": ["string", "null"], "enum": ["a", "b"]}), typed("ThingBad", "a")
    ),
    "a nullable constant": Edit(with_property({"type": ["string", "null"], "const": "a"}), typed("Literal['a']", "a")),
    "the constant null": Edit(with_property({"const": None}), typed("None", None)),
    "a mixed enum": Edit(with_property({"enum": ["a", 1, 2]}), typed("Literal['a'] | ThingBadType1", "a", 2)),
    "a mixed enum with a name": Edit(
        together(with_schemas(Mix={"enum": ["a", "b", 1]}), with_property(ref("Mix"))), typed("Mix", "b", 1)
    ),
    "an enum of booleans": Edit(with_property({"enum": [True, False]}), typed("bool", True)),
    "an enum of one boolean": Edit(with_property({"enum": [True]}), typed("Literal[True]", True)),
    "an enum of fractions": Edit(with_property({"enum": [0.5, 1, 2]}), typed("float", 0.5, 2)),
    "a fraction": Edit(with_property({"const": 1.5}), typed("float", 1.5)),
    "base64 that may be null": Edit(
        with_property({"type": ["string", "null"], "contentEncoding": "base64"}), typed("Base64Text", "aGk=", None)
    ),
    "the format byte": Edit(with_property({"type": "string", "format": "byte"}), typed("Base64Text", "aGk=")),
    "the format binary in JSON": Edit(with_property({"type": "string", "format": "binary"}), typed("str", "x")),
    "other formats": Edit(
        with_property({"type": "string", "format": "decimal"}), typed("str", "0.1000000000000000000001")
    ),
    "an integer past 64 bits": Edit(with_property({"type": "integer", "format": "int64"}), typed("int", 2**70)),
    "a boolean schema": Edit(with_property(True), typed("Any", {"a": None})),
    "a property that must not be": Edit(with_property(False), has_fields("Thing", "name")),
    "items of any kind": Edit(with_property({"type": "array", "items": True}), typed("list[Any]", [1, "a"])),
    "properties by pattern": Edit(
        with_property({"type": "object", "patternProperties": {"^a": NUMBER}, "additionalProperties": False}),
        typed("dict[str, int]", {"ab": 1}),
    ),
    "properties by two patterns": Edit(
        with_property({"patternProperties": {"^a": NUMBER, "^b": STRING}, "additionalProperties": False}),
        typed("dict[str, int | str]", {"ab": 1, "b": "c"}),
    ),
    "a default beside a reference": Edit(
        together(with_schemas(Size=SIZED), with_property({**ref("Size"), "default": {"size": 1}, "deprecated": True})),
        typed("Size", {"size": 1}),
    ),
    "a length beside a reference to text": Edit(
        together(with_schemas(Text=STRING), with_property({**ref("Text"), "maxLength": 3})), typed("str", "abc")
    ),
    "properties beside a reference": Edit(
        with_schemas(Whole={**REF, **obj(size=NUMBER)}), has_fields("Whole", "name", "size")
    ),
    "an enum beside a reference to text": Edit(
        together(with_schemas(Text=STRING), with_property({**ref("Text"), "const": "a"})), typed("Literal['a']", "a")
    ),
    "a component that is a reference": Edit(
        together(with_schemas(Alias=REF), with_property(ref("Alias"))), typed("Alias", {"name": "a"})
    ),
    "$defs": Edit(
        with_schemas(
            Whole={
                "$defs": {"Size": SIZED, "Thing": LONG},
                **obj(size=ref("Whole/$defs/Size"), long=ref("Whole/$defs/Thing"), other=REF),
            }
        ),
        lambda package: (
            [annotation(package, "Whole", name) for name in ("size", "long", "other")]
            == ["Size", "WholeThing", "Thing"]
        ),
    ),
    "$defs that refer to one another": Edit(
        with_schemas(
            Whole={
                "$defs": {"Size": obj(unit=ref("Whole/$defs/Unit")), "Unit": {"type": "string", "enum": ["m", "km"]}},
                **obj(size=ref("Whole/$defs/Size")),
            }
        ),
        lambda package: annotation(package, "Size", "unit") == "Unit",
    ),
    "an anchor": Edit(
        with_schemas(Sized={**SIZED, "$anchor": "sized"}, Whole=obj(size={"$ref": "#sized"})),
        lambda package: annotation(package, "Whole", "size") == "Sized",
    ),
    "an anchor inside": Edit(
        with_schemas(Whole=obj(size={**SIZED, "$anchor": "sized"}, other={"$ref": "#sized"})),
        lambda package: {annotation(package, "Whole", name) for name in ("size", "other")} == {"WholeSize"},
    ),
    "a reference to a property": Edit(
        with_property({"$ref": "#/components/schemas/Thing/properties/name"}), typed("str", "a")
    ),
    "a union in allOf": Edit(
        with_schemas(
            Either={"anyOf": [ref("Size"), ref("Long")]}, Size=SIZED, Long=LONG, Whole={"allOf": [REF, ref("Either")]}
        ),
        union_of("Whole", {"name": "a", "length": 3}, "name", "length"),
    ),
    "properties beside a union": Edit(
        with_schemas(Size=SIZED, Long=LONG, Whole={**obj(name=STRING), "oneOf": [ref("Size"), ref("Long")]}),
        union_of("Whole", {"name": "a", "size": 3}, "name", "size"),
    ),
    "a union with a discriminator beside properties": Edit(
        with_schemas(
            Size=SIZED,
            Long=LONG,
            Whole={
                **obj(kind=STRING),
                "oneOf": [ref("Size"), ref("Long")],
                "discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Size"}},
            },
        ),
        union_of("Whole", {"kind": "s", "size": 3}, "kind", "size"),
    ),
}


EDITS |= {
    "properties under a condition in a member of allOf": Edit(
        with_schemas(
            Whole={"allOf": [obj(a=STRING), {"if": {"required": ["a"]}, "then": {"properties": {"z": NUMBER}}}]}
        ),
        has_fields("Whole", "a", "z"),
    ),
    "properties that depend on another": Edit(
        with_schemas(
            Whole={
                **obj(a=STRING),
                "dependentRequired": {"a": ["b"]},
                "dependentSchemas": {
                    "a": {"properties": {"b": {"type": ["string", "null"], "enum": ["x", None]}, "c": False}}
                },
                "unevaluatedProperties": False,
            }
        ),
        has_fields("Whole", "a", "b"),
    ),
    "a list of types with an array and an object": Edit(
        with_property({"type": ["string", "object", "array", "null"]}),
        typed("str | dict[str, Any] | list[Any]", [1, {}]),
    ),
    "what is only null": Edit(
        together(
            with_schemas(Whole=obj(a={"const": None}, b={"enum": [None]}, c={"type": "null"})), with_reply(ref("Whole"))
        ),
        lambda package: typing.get_type_hints(package.model("Whole"))["a"] is type(None),
    ),
    "a constant past 64 bits": Edit(
        with_schemas(Whole=obj(a={"const": 2**70})),
        lambda package: package.model("Whole").from_dict({"a": 2**70}).a == 2**70,
    ),
}

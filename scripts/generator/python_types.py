"""The Python types of the parser's properties: annotations, decoders, and which schemas they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser import properties as props
from openapi_python_client.parser.openapi import GeneratorData
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from openapi import Pointer, Spec
from openapi.python_names import class_name

from . import docs_text as docs
from .parser_properties import extra_of, joined, name_of, plain, without_null
from .skeleton import aliases

Named = props.ModelProperty | props.LiteralEnumProperty

# Kinds of string: their type in replies, their type as arguments, and their decoder.
STRINGS: dict[type[Any], tuple[str, str, str]] = {
    DateTimeProperty: ("datetime", "datetime | str", "to_datetime"),
    DateProperty: ("date", "date | str", "to_date"),
    UuidProperty: ("UUID", "UUID | str", "to_uuid"),
    FileProperty: ("File", "FileInput", ""),
}


class Types:
    """The types of one spec."""

    def __init__(self, openapi: GeneratorData, spec: Spec) -> None:
        self.spec = spec
        schemas = [schema for schema in (*openapi.models, *openapi.enums) if not isinstance(schema, props.EnumProperty)]
        self.named: dict[str, Named] = {schema.class_info.name: schema for schema in schemas}
        self._reached: dict[str, frozenset[str]] = {}
        self._sent_as: dict[str, list[str]] = {}
        """For a class of requests, the classes of replies that can be sent in its place."""
        for name, schema in spec.components("schemas").items():
            for target in schema.get("x-sent-as", {}):
                self._sent_as.setdefault(class_name(target), []).append(class_name(name))
        self.in_requests: set[str] = {
            name
            for collection in openapi.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
            for prop in (
                *(body.prop for body in endpoint.bodies),
                *(prop for _, prop in endpoint.iter_all_parameters()),
            )
            for name in self.reachable(prop)
        }

    # What a property is

    def modules(self) -> list[Named]:
        """The schemas with a module of their own, by name."""
        return [schema for _, schema in sorted(self.named.items()) if not self._is_written_out(schema)]

    def is_alias(self, prop: Property) -> bool:
        """A component that is a union, an array or a map."""
        return "x-alias" in extra_of(prop)

    def is_base64(self, prop: Property) -> bool:
        """The placeholder of the skeleton."""
        return extra_of(prop).get("x-python") == "Base64"

    def is_map(self, prop: Property) -> bool:
        """An object without properties of its own."""
        return isinstance(prop, props.ModelProperty) and not self.fields(prop) and not self.is_base64(prop)

    def is_model(self, prop: Property) -> bool:
        """An object with properties."""
        return isinstance(prop, props.ModelProperty) and not self.is_alias(prop) and not self._is_written_out(prop)

    def _is_written_out(self, prop: Property) -> bool:
        return self.is_base64(prop) or self.is_map(prop)

    def fields(self, model: Property) -> list[Property]:
        """The properties of an object, required ones first; none for anything else."""
        if not isinstance(model, props.ModelProperty):
            return []
        original = self._original(model)
        return [*(original.required_properties or []), *(original.optional_properties or [])]

    def attributes(self, model: Property) -> dict[str, str]:
        """Names on the wire, in every spelling -> name in Python."""
        found = {prop.name.get_untrusted_value(): str(prop.python_name) for prop in self.fields(model)}
        return found | {alias: found[name] for alias, name in self.aliases(model).items()}

    def aliases(self, model: Property) -> dict[str, str]:
        """Other spellings of an object's properties on the wire, and those properties."""
        return self._aliases_in(self.source(model)) if isinstance(model, props.ModelProperty) else {}

    def _aliases_in(self, schema: dict[str, Any]) -> dict[str, str]:
        schema = self.spec.resolve(schema)
        found = aliases(schema)
        for part in schema.get("allOf", []):
            found |= self._aliases_in(part)
        return found

    def spellings(self, model: Property, prop: Property) -> list[str]:
        """The names of a property on the wire, the usual one first."""
        name = prop.name.get_untrusted_value()
        return [name, *(alias for alias, of in self.aliases(model).items() if of == name)]

    def at(self, prop: Property | None, path: str) -> tuple[tuple[str, ...], Property] | None:
        """The attributes that lead to a field, and the field; the path has dots. None if there is no such field."""
        attributes: list[str] = []
        for name in path.split("."):
            models = self.object_members(prop) if prop else []
            prop = next((field for model in models for field in self.fields(model) if field.name == name), None)
            if prop is None:
                return None
            attributes.append(str(prop.python_name))
        return (tuple(attributes), prop) if prop else None

    def extra(self, model: Property) -> Property | None:
        """The type of the other properties that an object may have."""
        return self._original(model).additional_properties

    def value(self, alias: Property) -> Property:
        """The value that an alias stands for."""
        return self.fields(alias)[0]

    def items(self, prop: Property) -> Property | None:
        """The type of the items of an array."""
        prop = without_null(self.value(prop) if self.is_alias(prop) else prop)
        return prop.inner_property if isinstance(prop, ListProperty) else None

    def is_string(self, prop: Property) -> bool:
        """A string of any kind but an enum."""
        return type(prop) in STRINGS or plain(prop) == "str"

    def is_union(self, prop: Property) -> bool:
        """Whether there are several kinds of value besides null."""
        return isinstance(without_null(prop), UnionProperty)

    def says(self, model: Property, prop: Property, keyword: str) -> bool:
        """Whether the schema of a property has a keyword that is true: `readOnly`, `writeOnly` or `deprecated`."""
        return bool(docs.property_keywords(self.spec, self.source(model), prop.name.get_untrusted_value()).get(keyword))

    def is_nullable(self, prop: Property) -> bool:
        """Whether the value may be null."""
        if self.is_alias(prop):
            return self.is_nullable(self.value(prop))
        if isinstance(prop, UnionProperty):
            return any(map(self.is_nullable, prop.inner_properties))
        return isinstance(prop, NoneProperty) or self.annotation(prop) == "Any"

    def source(self, prop: Property) -> dict[str, Any]:
        """The schema of a class in the spec; an empty one for the placeholder of base64."""
        return dict(self.spec.at(self.pointer(prop)) or {})

    def pointer(self, prop: Property) -> Pointer:
        """Where the schema of a class is in the spec."""
        return tuple(extra_of(prop).get("x-source", ("components", "schemas", name_of(prop))))

    def _original(self, model: Property) -> props.ModelProperty:
        """The model with all properties; the parser copies models before it knows them."""
        original = self.named.get(name_of(model), model)
        assert isinstance(original, props.ModelProperty)
        return original

    # What it is called

    def annotation(self, prop: Property) -> str:
        """The type of a decoded value."""
        return joined(self._annotations(prop))

    def field_annotation(self, prop: Property) -> str:
        """The type of a decoded value, which tells base64 from other strings for the checks of a request."""
        return joined(self._annotations(prop, "Base64Text"))

    def _annotations(self, prop: Property, base64: str = "str") -> Iterator[str]:
        if self.is_map(prop):
            value = self.extra(prop)
            yield f"dict[str, {joined(self._annotations(value, base64)) if value else 'Any'}]"
        elif isinstance(prop, ListProperty):
            yield f"list[{joined(self._annotations(prop.inner_property, base64))}]"
        elif isinstance(prop, UnionProperty):
            for inner in prop.inner_properties:
                yield from self._annotations(inner, base64)
            yield from ["Unknown"] * self.keeps_unknown(prop)
        elif type(prop) in STRINGS:
            yield STRINGS[type(prop)][0]
        elif isinstance(prop, ConstProperty):
            yield f"Literal[{prop.value.raw_value!r}]"
        else:
            yield base64 if self.is_base64(prop) else plain(prop)

    def argument(self, prop: Property) -> str:
        """The type of a value to send: models or dicts, at every depth."""
        return joined(self._arguments(prop))

    def _arguments(self, prop: Property) -> Iterator[str]:
        if self.is_map(prop):
            value = self.extra(prop)
            yield f"Mapping[str, {self.argument(value) if value else 'Any'}]"
        elif isinstance(prop, ListProperty):
            yield f"Sequence[{self.argument(prop.inner_property)}]"
        elif isinstance(prop, UnionProperty):
            for inner in prop.inner_properties:
                yield from self._arguments(inner)
            yield from ["Unknown"] * self.keeps_unknown(prop)
        elif type(prop) in STRINGS:
            yield from STRINGS[type(prop)][1].split(" | ")
        elif isinstance(prop, ConstProperty):
            yield f"Literal[{prop.value.raw_value!r}]"
        elif self.is_base64(prop) or not isinstance(prop, props.ModelProperty):
            yield plain(prop)
        else:
            yield from [name_of(prop)] * (not self.is_alias(prop))
            yield f"{name_of(prop)}Param"
            extra = docs.merged(self.spec, self.source(prop)).get("additionalProperties", False)
            if extra is not False and not self.is_alias(prop):
                yield "Mapping[str, Any]"  # type checkers allow no other keys in a TypedDict
            yield from self._sent_as.get(name_of(prop), [])

    def checked(self, prop: Property) -> str:
        """The types that a parameter's value may have when it is sent, as expressions with commas between them."""
        return ", ".join(dict.fromkeys(self._checked(prop)))

    def _checked(self, prop: Property) -> Iterator[str]:
        if self.is_alias(prop):
            yield from self._checked(self.value(prop))
        elif isinstance(prop, UnionProperty):
            for inner in prop.inner_properties:
                yield from self._checked(inner)
        elif isinstance(prop, ListProperty):
            yield f"list[{' | '.join(dict.fromkeys(self._checked(prop.inner_property)))}]"
        elif isinstance(prop, props.LiteralEnumProperty):
            if len(prop.values) == 1:
                yield f"Literal[{next(iter(prop.values))!r}]"
            else:
                yield "str" if prop.value_type is str else "int"
        elif type(prop) in STRINGS:
            yield STRINGS[type(prop)][0]
        elif self.is_base64(prop):
            yield from ("str", "bytes")
        else:
            yield from self._annotations(prop)

    def names(self, prop: Property) -> set[str]:
        """The schemas that the annotation of a property names."""
        if isinstance(prop, ListProperty):
            return self.names(prop.inner_property)
        if isinstance(prop, UnionProperty):
            return {name for inner in prop.inner_properties for name in self.names(inner)}
        if self.is_map(prop):
            value = self.extra(prop)
            return self.names(value) if value else set()
        return {name_of(prop)} if isinstance(prop, Named) and not self.is_base64(prop) else set()

    def mentions(self, schema: Property) -> set[str]:
        """The other schemas that the module of a schema names."""
        if not isinstance(schema, props.ModelProperty):
            return set()
        parts = [*self.fields(schema), *filter(None, [self.extra(schema)])]
        return {name for part in parts for name in self.names(part)} - {name_of(schema)}

    def module(self, name: str) -> str:
        """The module of a schema."""
        return str(self.named[name].class_info.module_name)

    def reachable(self, prop: Property) -> set[str]:
        """The schemas that a property is made of, at every depth."""
        return {name for direct in self.names(prop) for name in (direct, *self.behind(direct))}

    def is_cyclic(self, schema: Property, other: str) -> bool:
        """Whether a module cannot import another at its top, because that one imports it."""
        return name_of(schema) in self.behind(other)

    def behind(self, name: str) -> frozenset[str]:
        """The schemas that a schema is made of, at every depth."""
        if name not in self._reached:
            found: set[str] = set()
            todo = [name]
            while todo:
                new = self.mentions(self.named[todo.pop()]) - found
                found |= new
                todo.extend(new)
            self._reached[name] = frozenset(found)
        return self._reached[name]

    # What is in a union

    def members(self, prop: Property) -> list[Property]:
        """The members of a union and of the unions in it, without null; anything else is its own member."""
        if self.is_alias(prop):
            return self.members(self.value(prop))
        if isinstance(prop, UnionProperty):
            return [member for inner in prop.inner_properties for member in self.members(inner)]
        return [] if isinstance(prop, NoneProperty) else [prop]

    def object_members(self, prop: Property) -> list[Property]:
        """The objects in a union."""
        return [member for member in self.members(prop) if isinstance(member, props.ModelProperty)]

    def keeps_unknown(self, prop: Property) -> bool:
        """Whether a union has several kinds of objects, so that the service may add one."""
        return len([m for m in self.object_members(prop) if not self.is_base64(m)]) > 1

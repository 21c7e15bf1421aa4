"""`x-sent-as` in the names of the JSON: how an object of a reply is sent in place of one of a request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from openapi import SpecFault
from openapi.python_names import class_name

from .python_types import Types


def sent_as_arguments(types: Types, schema: Property) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """For each class in whose place the schema's objects can be sent, the arguments of `SentAs`."""
    for target, given in types.source(schema).get("x-sent-as", {}).items():
        other = types.named.get(class_name(target))
        if other is None:
            raise SpecFault((*types.pointer(schema), "x-sent-as", target), f"there is no schema {target}; name another")
        required = {field.name.get_untrusted_value() for field in types.fields(other) if field.required}
        fields = {field.name.get_untrusted_value(): field for field in types.fields(schema)}
        constants = tuple(
            (name, field.value.raw_value)
            for name, field in fields.items()
            if isinstance(field, ConstProperty) and name in required
        )
        rule: list[tuple[str, Any]] = [("constants", constants)] if constants else []
        for holder, blocks in given.items():
            made = tuple(
                (key, source, tuple(_left_out(types, fields[source], _block(types, other, holder, key))))
                for key, source in blocks.items()
            )
            rule += [("field", holder), ("blocks", made)]
        yield class_name(target), rule


def _block(types: Types, target: Property, holder: str, key: str) -> Property | None:
    """The field of this name in the blocks that a field of the target may hold."""
    found = types.at(target, holder)
    blocks = [types.items(member) for member in types.members(found[1])] if found else []
    fields = (types.at(block, key) for block in blocks if block)
    return next((field[1] for field in fields if field), None)


def _left_out(types: Types, source: Property, block: Property | None) -> Iterator[str]:
    """The fields of a reply's object that a block does not have."""
    members = types.members(source)
    objects = [item for member in members for item in types.object_members(types.items(member) or member)]
    known = {name for member in types.object_members(block) for name in types.attributes(member)} if block else set()
    yield from dict.fromkeys(name for each in objects for name in types.attributes(each) if name not in known)

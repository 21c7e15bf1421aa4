"""The expressions of Python that decode and encode the parser's properties."""

from __future__ import annotations

from openapi_python_client.parser import properties as props
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import snake_case

from .member_names import free_name, name_it
from .parser_properties import extra_of, name_of, plain, without_null
from .python_types import STRINGS, Types


class FieldCode:
    """The code for the properties of one spec."""

    def __init__(self, types: Types) -> None:
        self.types = types

    def decoder(self, prop: Property) -> str:
        """The callable that decodes a property; empty if its value is the JSON value itself."""
        prop = without_null(prop)
        if type(prop) in STRINGS:
            return STRINGS[type(prop)][2]
        if isinstance(prop, UnionProperty):
            return f"_decode_{prop.python_name}" if any(map(self.decoder, prop.inner_properties)) else ""
        if isinstance(prop, ListProperty):
            inner = self.decoder(prop.inner_property)
            return inner and f"partial(each, {inner})"
        if self.types.is_map(prop):
            inner = self._value_decoder(prop)
            return inner and f"partial(each_value, {inner})"
        if self.types.is_alias(prop):
            return f"decode_{snake_case(name_of(prop))}" if self._alias_decodes(prop) else ""
        return f"{name_of(prop)}.from_dict" if self.types.is_model(prop) else ""

    def _value_decoder(self, prop: Property) -> str:
        value = self.types.extra(prop)
        return self.decoder(value) if value else ""

    def _alias_decodes(self, alias: Property) -> bool:
        if "x-events" in extra_of(alias):
            return False
        behind = [self.types.named[name] for name in (name_of(alias), *self.types.behind(name_of(alias)))]
        return any(
            self.types.is_model(schema) or any(map(self._has_string_kind, self.types.fields(schema)))
            for schema in behind
        )

    def _has_string_kind(self, prop: Property) -> bool:
        if isinstance(prop, ListProperty):
            return self._has_string_kind(prop.inner_property)
        if isinstance(prop, UnionProperty):
            return any(map(self._has_string_kind, prop.inner_properties))
        return type(prop) in STRINGS

    def read(self, prop: Property, value: str, name: str = "") -> str:
        """The expression that decodes a JSON value; `name` is its place in the body, for errors."""
        prop = without_null(prop)
        place = f", {name!r}" if name else ""
        if isinstance(prop, ListProperty) and (inner := self.decoder(prop.inner_property)):
            return f"each({inner}, {value}{place})"
        if self.types.is_map(prop) and (inner := self._value_decoder(prop)):
            return f"each_value({inner}, {value}{place})"
        decode = self.decoder(prop)
        if not decode or not place or type(prop) in STRINGS:
            return f"{decode}({value})" if decode else value
        return f"nested({decode}, {value}{place})"

    def read_field(self, prop: Property) -> str:
        """The expression that takes a field out of the object and decodes it."""
        name = prop.name.get_untrusted_value()
        value = f"rest.pop({name!r}, None)"
        if not self.decoder(prop):
            return f"to_map({value})" if self._is_free_map(prop) else value
        if prop.required:
            return self.read(prop, value, name)
        return self._read_optional(without_null(prop), value)

    def _read_optional(self, prop: Property, value: str) -> str:
        """The expression that decodes an optional field, and keeps what it cannot decode."""
        if isinstance(prop, ListProperty):
            return f"each_or_kept({self.decoder(prop.inner_property)}, {value})"
        if self.types.is_map(prop):
            return f"each_value_or_kept({self._value_decoder(prop)}, {value})"
        decode = self.decoder(prop)
        return f"{decode}({value})" if type(prop) in STRINGS else f"nested_or_kept({decode}, {value})"

    def _is_free_map(self, prop: Property) -> bool:
        """Whether the value is an object whose fields are not decoded."""
        prop = without_null(prop)
        return self._is_free_map(self.types.value(prop)) if self.types.is_alias(prop) else self.types.is_map(prop)

    def read_extra(self, prop: Property) -> str:
        """The expression that decodes the fields which are not properties."""
        decode = self.decoder(prop)
        return f"each_value({decode}, rest)" if decode else "rest"

    def write_field(self, prop: Property) -> str:
        """The expression that encodes an attribute."""
        return f"wire(self.{prop.python_name})" if self._needs_wire(prop) else f"self.{prop.python_name}"

    def _needs_wire(self, prop: Property) -> bool:
        if isinstance(prop, UnionProperty):
            return any(map(self._needs_wire, prop.inner_properties))
        if isinstance(prop, ListProperty):
            return self._needs_wire(prop.inner_property)
        if isinstance(prop, props.LiteralEnumProperty | ConstProperty):
            return False
        return plain(prop) not in ("str", "int", "float", "bool", "None")

    def functions(self, schema: Property) -> list[UnionProperty]:
        """The unions without a name in a schema, each of which needs a function in its module."""
        if not self.types.is_alias(schema):
            extra = self.types.extra(schema)
            return self.unions_in([*self.types.fields(schema), *([extra] if extra else [])])
        value = without_null(self.types.value(schema))
        return self.unions_in(list(value.inner_properties) if isinstance(value, UnionProperty) else [value])

    def unions_in(self, found_in: list[Property]) -> list[UnionProperty]:
        """The unions without a class that have to be decoded, as they are or in arrays and maps.

        Each gets a name of its own, for the function that decodes it: the parser gives the values of all maps the same.
        """
        found: list[UnionProperty] = []
        taken: set[str] = set()
        todo = list(found_in)
        while todo:
            prop = without_null(todo.pop(0))
            if isinstance(prop, ListProperty):
                todo.append(prop.inner_property)
            elif self.types.is_map(prop) and not self.types.is_alias(prop):
                todo.extend(filter(None, [self.types.extra(prop)]))
            elif isinstance(prop, UnionProperty) and self.decoder(prop):
                found.append(prop)
                name_it(prop, free_name(str(prop.python_name), taken))
                taken.add(str(prop.python_name))
        return found

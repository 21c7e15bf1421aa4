"""Give each field of an object, and each argument of a method, a name in Python of its own.

The parser of openapi-python-client compares names two by two, and gives up when that does not help. Here all names of
one object are chosen together: those that `python_name` makes the same become the first of these that is free.

- Its letters and digits as they are: `aB` beside `a_b` stays `aB`. One that is a Python name already keeps it.
- Its other characters as words: `@id` beside `id` is `at_id`.
- The same with `field_` in front: `class` beside `class_` is `field_class`.

Parameters with one name in two places get the place behind it: `id_path` and `id_query`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.strings import DELIMITERS, PythonIdentifier

from openapi import Spec, SpecFault
from openapi.python_names import FIELD_PREFIX, is_in_names, python_name

from .parser_properties import extra_of
from .supported import REQUEST_ARGUMENTS

_WORDS = {"@": "at", "$": "dollar", "#": "hash", "&": "and", "*": "star", "/": "slash", ".": "dot", "-": "dash"}


def name_members(openapi: GeneratorData, spec: Spec, operations: dict[int, Endpoint]) -> None:
    """Name the fields of all objects and the parameters of all operations.

    Raises:
        SpecFault: Two of them cannot be told apart.
    """
    for model in openapi.models:
        fields = [*(model.required_properties or []), *(model.optional_properties or [])]
        names = own_names([field.name.get_untrusted_value() for field in fields])
        for field in fields:
            name_it(field, names[field.name.get_untrusted_value()])
        if taken := _twice(names):
            pointer = (*extra_of(model).get("x-source", ()), "properties", taken[1])
            raise SpecFault(pointer, f"{_both(taken)}; rename one of them")
    for index, endpoint in operations.items():
        parameters = {
            (place.value, field.name.get_untrusted_value()): field for place, field in endpoint.iter_all_parameters()
        }
        given = argument_names(list(parameters))
        for key, field in parameters.items():
            name_it(field, given[key])
        if taken := _twice({f"{name} in {place}": value for (place, name), value in given.items()}):
            raise SpecFault(spec.operations[index].pointer, f"{_both(taken)}; rename one of them")


def own_names(wire_names: list[str]) -> dict[str, str]:
    """The names in Python of what belongs together, by the names in the spec."""
    chosen = {name: python_name(name) for name in wire_names}
    for spelling in (_letters, _spelled, lambda name: f"{FIELD_PREFIX}{_spelled(name).rstrip('_')}"):
        count = Counter(chosen.values())
        for name, python in chosen.items():
            if count[python] > 1 and name != python:
                chosen[name] = spelling(name)
    return chosen


def argument_names(parameters: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The names in Python of the parameters of an operation, by place and name."""
    own = {place: own_names([name for one, name in parameters if one == place]) for place, _ in parameters}
    chosen = {(place, name): own[place][name] for place, name in parameters}
    count = Counter(chosen.values())
    kept = {python for python in chosen.values() if count[python] == 1 and python not in REQUEST_ARGUMENTS}
    for (place, name), python in chosen.items():
        if python not in kept:
            chosen[place, name] = free_name(f"{python.rstrip('_')}_{place}", kept)
    return chosen


def free_name(name: str, taken: set[str]) -> str:
    """A name, with a number behind it if it is taken."""
    return next(one for one in (name, *(f"{name}_{n}" for n in range(2, 10_000))) if one not in taken)


def _letters(name: str) -> str:
    return str(PythonIdentifier(name, FIELD_PREFIX, skip_snake_case=True))


def _spelled(name: str) -> str:
    """A name with words for the characters that no identifier has."""
    words = "".join(character if _is_kept(character) else f"_{_word(character)}_" for character in name)
    return python_name(words.removeprefix("_"))


def _is_kept(character: str) -> bool:
    return character == "_" or (is_in_names(character) and character not in DELIMITERS)


def _word(character: str) -> str:
    return _WORDS.get(character) or str(unicodedata.name(character, f"u{ord(character):x}"))


def name_it(prop: Property, name: str) -> None:
    """Give something of the parser a name in Python."""
    object.__setattr__(prop, "python_name", str.__new__(PythonIdentifier, name))


def _twice(names: dict[str, str]) -> tuple[str, str, str] | None:
    """Two names of the spec that are one in Python, and that."""
    first: dict[str, str] = {}
    for name, python in names.items():
        if (other := first.setdefault(python, name)) != name:
            return other, name, python
    return None


def _both(taken: tuple[str, str, str]) -> str:
    return f"{taken[0]!r} and {taken[1]!r} would both be called {taken[2]} in Python"

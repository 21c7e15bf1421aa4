"""Look up places in the spec, with references followed, and validate values against its schemas.

This reader shares no code with the generator or the mock server. If one of them misreads the spec, it disagrees with
this reader; with shared code, all three would make the same mistake and nobody would notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote, unquote

import jsonschema_rs

from quant_ai_common.discriminators import with_discriminators
from quant_ai_common.json_values import Json

from .spec_file import DocumentError

_URN: Final = "urn:quant-ai:spec"
_UNCHECKABLE: Final = (ValueError, TypeError, OverflowError, RecursionError)
"""What the validator raises for values that it cannot read: lone surrogates, infinity, deep nesting."""
_LONGEST_PATH: Final = 1000  # of the steps to a place; more are a circle of references


class ResolvedSpec:
    """A spec whose references are followed, with the validators of its schemas."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        self._registry = jsonschema_rs.Registry([(_URN, with_discriminators(source))], draft=jsonschema_rs.Draft202012)
        self._validators: dict[str, jsonschema_rs.Draft202012Validator] = {}
        self._nodes: dict[tuple[str | int, ...], ResolvedNode] = {}  # looked up for each value of each body

    @cached_property
    def root(self) -> ResolvedNode:
        return ResolvedNode(self, (), self.source)

    def follow(self, keys: tuple[str | int, ...], start: ResolvedNode | None = None) -> ResolvedNode:
        """Return the place with these keys, from the root or from another place, following references.

        Raises:
            DocumentError: There is no such place, or its references form a circle.
        """
        value: Json = self.source if start is None else start.value
        place: tuple[str | int, ...] = () if start is None else start.keys
        steps: list[str | int] = list(keys)
        for _ in range(_LONGEST_PATH):
            if isinstance(value, dict) and isinstance(value.get("$ref"), str):
                target = value["$ref"]
                if not target.startswith("#/"):
                    raise DocumentError(f"{_pointer(place)}: {target!r} is not in this file")
                steps[:0] = [unescape(unquote(step)) for step in target[2:].split("/")]
                value, place = self.source, ()
                continue
            if not steps:
                found = self._nodes.get(place)
                if found is None:
                    found = self._nodes[place] = ResolvedNode(self, place, value)
                return found
            step: str | int = steps.pop(0)
            try:
                value = value[int(step) if isinstance(value, list) else step]
            except (KeyError, IndexError, TypeError, ValueError):
                raise DocumentError(f"no {step!r} at {_pointer(place)}") from None
            place = (*place, step)
        raise DocumentError(f"the references at {_pointer(keys)} form a circle")

    def validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        """The validator of the schema at a JSON pointer."""
        found = self._validators.get(pointer)
        if found is None:
            found = self._validators[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_URN}#{quote(pointer, safe='/~')}"}, registry=self._registry, validate_formats=True
            )
        return found


class ResolvedNode:
    """A place in the spec that is not a reference."""

    __slots__ = ("_inner", "_validator", "keys", "spec", "value")

    def __init__(self, spec: ResolvedSpec, keys: tuple[str | int, ...], value: Json) -> None:
        self.spec = spec
        self.keys = keys
        self.value = value
        self._inner: dict[str | int, ResolvedNode] = {}
        self._validator: jsonschema_rs.Draft202012Validator | None = None

    @property
    def pointer(self) -> str:
        return _pointer(self.keys)

    def __getitem__(self, key: str | int) -> ResolvedNode:
        found = self._inner.get(key)
        if found is None:
            found = self._inner[key] = self.spec.follow((key,), self)
        return found

    def __contains__(self, key: object) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str) -> ResolvedNode | None:
        if key not in self:
            return None
        return self[key]

    def items(self) -> Iterator[tuple[str, ResolvedNode]]:
        """The members of an object, each with its references followed."""
        for key in self.value:
            yield key, self[key]

    def elements(self) -> Iterator[ResolvedNode]:
        """The elements of an array, each with its references followed."""
        for index in range(len(self.value)):
            yield self[index]

    def plain(self, key: str, default: Json = None) -> Json:
        """The JSON value of a member, as it is in the file."""
        return self.value.get(key, default) if isinstance(self.value, dict) else default

    @property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The validator of the schema at this place."""
        if self._validator is None:
            self._validator = self.spec.validator(self.pointer)
        return self._validator

    def fits(self, value: Json) -> bool:
        """Whether a value is valid against the schema at this place; True if that is unknown."""
        try:
            return self.validator.is_valid(value)
        except _UNCHECKABLE:
            return True

    def failures(self, value: Json) -> Iterator[jsonschema_rs.ValidationError]:
        """The same as errors(), with all that the validator knows."""
        try:
            yield from self.validator.iter_errors(value)
        except _UNCHECKABLE:
            return

    def errors(self, value: Json) -> Iterator[tuple[str, str]]:
        """Where a value breaks the schema at this place: JSON pointers into the value, with messages."""
        try:
            for error in self.validator.iter_errors(value):
                yield _pointer(tuple(error.instance_path)), error.message
        except _UNCHECKABLE:
            return


def escape(key: str | int) -> str:
    """A key as a step of a JSON pointer."""
    return str(key).replace("~", "~0").replace("/", "~1")


def unescape(step: str) -> str:
    """The key that a step of a JSON pointer stands for."""
    return step.replace("~1", "/").replace("~0", "~")


def _pointer(keys: tuple[str | int, ...]) -> str:
    return "".join(f"/{escape(key)}" for key in keys)

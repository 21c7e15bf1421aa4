"""Read the OpenAPI document: places in it, with references followed, and a validator for any schema.

This reader shares no code with the generator or the mock server. A misreading of the document in one of them shows as
a disagreement with this one, which would stay hidden if all three read it with the same eyes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import jsonschema_rs
import yaml

Json: TypeAlias = Any  # a JSON value; what it may be is the document's business

_URN: Final = "urn:quant-ai:document"
_PACKAGES: Final = Path(__file__).resolve().parents[1]
# Beside the mock server's modules in an installed wheel; in spec/ in a checkout.
PLACES: Final = (_PACKAGES / "quant_ai_mock" / "openapi.yaml", _PACKAGES.parent / "spec" / "openapi.yaml")


class DocumentError(Exception):
    """The document cannot be found, read or used; the message is one line that says where."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader, where there is one
    """YAML without timestamps: a date in the document is a string, and stays one."""

    yaml_implicit_resolvers: Mapping[str, Any] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def find() -> Path:
    """Give the place of the document that this package was shipped with."""
    for place in PLACES:
        if place.is_file():
            return place
    raise DocumentError(f"no openapi.yaml: looked in {' and '.join(str(place.parent) for place in PLACES)}")


def read(path: Path | None = None) -> dict[str, Any]:
    """Read the document at `path`, or the one that this package was shipped with.

    Raises:
        DocumentError: It cannot be read, or is not an OpenAPI 3.1 document.
    """
    path = path or find()
    try:
        value = _parsed(path.read_bytes())
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise DocumentError(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(value, dict) or not str(value.get("openapi", "")).startswith("3.1"):
        raise DocumentError(f"{path}: not an OpenAPI 3.1 document")
    return value


@lru_cache(maxsize=2)
def _parsed(content: bytes) -> Json:
    """The value of a YAML text. Parsing is slow, and whoever checks often checks by the same document."""
    return yaml.load(content.decode("utf-8"), Loader=_Loader)


class ResolvedSpec:
    """One document, and the validators of its schemas."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        self._registry = jsonschema_rs.Registry([(_URN, source)], draft=jsonschema_rs.Draft202012)
        self._validators: dict[str, jsonschema_rs.Draft202012Validator] = {}

    @cached_property
    def root(self) -> ResolvedNode:
        return ResolvedNode(self, (), self.source)

    def follow(self, keys: tuple[str | int, ...], start: ResolvedNode | None = None) -> ResolvedNode:
        """The place with these keys, from the root or from another place, references followed.

        Raises:
            DocumentError: There is no such place, or its references lead in a circle.
        """
        value: Json = self.source if start is None else start.value
        place: tuple[str | int, ...] = () if start is None else start.keys
        steps: list[str | int] = list(keys)
        for _ in range(1000):
            if isinstance(value, dict) and isinstance(value.get("$ref"), str):
                target = value["$ref"]
                if not target.startswith("#/"):
                    raise DocumentError(f"{_pointer(place)}: {target!r} leads out of the document")
                steps[:0] = [unescape(step) for step in target[2:].split("/")]
                value, place = self.source, ()
                continue
            if not steps:
                return ResolvedNode(self, place, value)
            step: str | int = steps.pop(0)
            try:
                value = value[int(step) if isinstance(value, list) else step]
            except (KeyError, IndexError, TypeError, ValueError):
                raise DocumentError(f"no {step!r} at {_pointer(place)}") from None
            place = (*place, step)
        raise DocumentError(f"the references at {_pointer(keys)} lead in a circle")

    def validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        found = self._validators.get(pointer)
        if found is None:
            found = self._validators[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_URN}#{pointer.replace('%', '%25')}"}, registry=self._registry, validate_formats=True
            )
        return found


class ResolvedNode:
    """A place in the document that is no reference."""

    __slots__ = ("keys", "spec", "value")

    def __init__(self, spec: ResolvedSpec, keys: tuple[str | int, ...], value: Json) -> None:
        self.spec = spec
        self.keys = keys
        self.value = value

    @property
    def pointer(self) -> str:
        return _pointer(self.keys)

    def __getitem__(self, key: str | int) -> ResolvedNode:
        return self.spec.follow((key,), self)

    def __contains__(self, key: object) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str) -> ResolvedNode | None:
        return self.spec.follow((key,), self) if key in self else None

    def items(self) -> Iterator[tuple[str, ResolvedNode]]:
        """The members of an object, each with its references followed."""
        for key in self.value:
            yield key, self[key]

    def elements(self) -> Iterator[ResolvedNode]:
        """The elements of an array."""
        for index in range(len(self.value)):
            yield self[index]

    def plain(self, key: str, default: Json = None) -> Json:
        """The JSON value of a member."""
        return self.value.get(key, default) if isinstance(self.value, dict) else default

    def fits(self, value: Json) -> bool:
        """Whether a value fits the schema that stands here."""
        return self.spec.validator(self.pointer).is_valid(value)

    def errors(self, value: Json) -> Iterator[tuple[str, str]]:
        """Where a value does not fit the schema that stands here: JSON pointers, with what is wrong there."""
        for error in self.spec.validator(self.pointer).iter_errors(value):
            yield _pointer(tuple(error.instance_path)), error.message


def escape(key: str | int) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def unescape(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


def _pointer(keys: tuple[str | int, ...]) -> str:
    return "".join(f"/{escape(key)}" for key in keys)

"""Find and read the OpenAPI spec."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from .pipes import opened_file

Json: TypeAlias = Any  # any JSON value; the spec says what it may be

_PACKAGES: Final = Path(__file__).resolve().parents[1]
# In an installed wheel the spec is beside the mock server's modules, in a checkout it is in spec/.
PLACES: Final = (_PACKAGES / "quant_ai_mock" / "openapi.yaml", _PACKAGES.parent / "spec" / "openapi.yaml")


class DocumentError(Exception):
    """The spec cannot be found, read or used. The message is one line that says where."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader, where there is one
    """YAML without timestamps, so that dates in the spec stay strings."""

    yaml_implicit_resolvers: Mapping[str, Any] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def find() -> Path:
    """Return the path of the spec that is shipped with this package."""
    for place in PLACES:
        if place.is_file():
            return place
    raise DocumentError(f"no openapi.yaml: looked in {' and '.join(str(place.parent) for place in PLACES)}")


def read(path: Path | None = None) -> dict[str, Any]:
    """Read the spec at `path`, or the one that is shipped with this package.

    Raises:
        DocumentError: It cannot be read, or is not an OpenAPI 3.1 document.
    """
    path = path or find()
    try:
        with opened_file(path) as file:
            value = _parsed(file.read())
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror or error}") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise DocumentError(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(value, dict) or not str(value.get("openapi", "")).startswith(("3.1", "3.2")):
        raise DocumentError(f"{path}: not an OpenAPI 3.1 document")
    return value


@lru_cache(maxsize=2)
def _parsed(content: bytes) -> Json:
    """Parse YAML. Parsing is slow, and most programs read the same spec again and again."""
    value = yaml.load(content.decode("utf-8"), Loader=_Loader)
    if b"$anchor" in content:
        _follow_anchors(value)
    return value


def _follow_anchors(value: Json) -> None:
    """Write references to an `$anchor` as references to its place, in place."""
    anchors: dict[str, str] = {}
    todo: list[tuple[str, Json]] = [("#", value)]
    references: list[dict[str, Json]] = []
    while todo:
        pointer, found = todo.pop()
        if isinstance(found, dict):
            anchors |= {found["$anchor"]: pointer} if isinstance(found.get("$anchor"), str) else {}
            references += [found] if isinstance(found.get("$ref"), str) else []
        inner = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
        todo += [(f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}", child) for key, child in inner]
    for reference in references:
        reference["$ref"] = anchors.get(reference["$ref"].removeprefix("#"), reference["$ref"])

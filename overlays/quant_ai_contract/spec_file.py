"""Find and read the OpenAPI spec."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from quant_ai_common.json_values import Json
from quant_ai_common.pipes import opened_file
from quant_ai_common.spec_text import SpecTextError, parse_spec

_PACKAGES: Final = Path(__file__).resolve().parents[1]
# In an installed wheel the spec is beside the mock server's modules, in a checkout it is in spec/.
PLACES: Final = (_PACKAGES / "quant_ai_mock" / "openapi.yaml", _PACKAGES.parent / "spec" / "openapi.yaml")


class DocumentError(Exception):
    """The spec cannot be found, read or used. The message is one line that says where."""


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
    except SpecTextError as error:
        raise DocumentError(error.in_file(path)) from None
    spec: dict[str, Any] = value if isinstance(value, dict) else {}
    version = str(spec.get("openapi", ""))
    if not version.startswith(("3.1", "3.2")):
        raise DocumentError(f"{path}: not an OpenAPI 3.1 document{f', but {version}' if version else ''}")
    if not isinstance(spec.get("paths", {}), dict):
        raise DocumentError(f"{path}: #/paths is no mapping")
    return spec


@lru_cache(maxsize=2)
def _parsed(content: bytes) -> Json:
    """Parse YAML. Parsing is slow, and most programs read the same spec again and again."""
    value = parse_spec(content)
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

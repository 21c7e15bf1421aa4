"""Put what a spec refers to in other files into the spec itself, so that every reference is one within it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from .references import mappings

PLACE: Final = "x-other-files"
MAX_FILES: Final = 1000


def with_other_files(spec: dict[str, Any], path: Path, read: Callable[[Path], Any]) -> dict[str, Any]:
    """Change the references of a spec in place; returns the spec.

    Args:
        path: The file of the spec.
        read: Returns the content of another file.
    """
    places = {path.resolve(): "#"}
    todo: list[tuple[Any, Path, str]] = [(spec, path.resolve(), "#")]
    while todo:
        content, file, place = todo.pop()
        for _, value in list(mappings(content, "")):
            reference = value.get("$ref")
            if not isinstance(reference, str):
                continue
            name, _, pointer = reference.partition("#")
            if "://" in name or name.startswith("urn:"):
                continue
            if not name:
                if place != "#" and (not pointer or pointer.startswith("/")):
                    value["$ref"] = f"{place}{pointer}"
                continue
            other = (file.parent / unquote(name)).resolve()
            if other not in places and len(places) < MAX_FILES:
                places[other] = f"#/{PLACE}/{len(places)}"
                inner = read(other)
                spec.setdefault(PLACE, {})[str(len(places) - 1)] = inner
                todo.append((inner, other, places[other]))
            is_anchor = bool(pointer) and not pointer.startswith("/")
            value["$ref"] = f"#{pointer}" if is_anchor else f"{places.get(other, reference)}{pointer}"
    return spec

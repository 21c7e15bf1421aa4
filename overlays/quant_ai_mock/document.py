"""Find and read the OpenAPI document.

An installed package carries it beside its modules; in a checkout it stands in spec/. YAML is read without timestamps,
because a date in the document is a string there and must stay one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
PLACES = (HERE / "openapi.yaml", HERE.parents[1] / "spec" / "openapi.yaml")

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DocumentError(Exception):
    """The document cannot be found, read or used; the message is one line that says where."""


class _NoTimestamps(_Loader):  # type: ignore[misc]  # the C loader is there only where libyaml is
    """A safe loader to which a date is a string."""


_NoTimestamps.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def find() -> Path:
    """Give the place of the document that belongs to this package."""
    for place in PLACES:
        if place.is_file():
            return place
    raise DocumentError(f"no openapi.yaml: looked in {' and '.join(str(place.parent) for place in PLACES)}")


def load(path: Path | None = None) -> dict[str, Any]:
    """Read the document at `path`, or the package's own.

    Raises:
        DocumentError: The file is missing, is not YAML, or is not an OpenAPI document.
    """
    path = path or find()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise DocumentError(f"{path}: {reason}") from None
    try:
        document = yaml.load(text, Loader=_NoTimestamps)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark is not None else ""
        raise DocumentError(f"{path}{place}: {getattr(error, 'problem', None) or 'not YAML'}") from None
    if not isinstance(document, dict) or not isinstance(document.get("paths"), dict):
        raise DocumentError(f"{path}: not an OpenAPI document: it has no paths")
    return document

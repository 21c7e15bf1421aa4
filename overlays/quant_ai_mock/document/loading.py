"""Find and read the OpenAPI document.

An installed package carries it beside its modules; in a checkout it stands in spec/. YAML is read without timestamps,
because a date in the document is a string there and must stay one.

Reading YAML is half of what a start costs, so the package's own document is read as JSON where it can be: a wheel
brings that along (scripts/hatch_build.py), and a checkout keeps it in the user's folder for such things. It has the
hash of the YAML that it was made from, and is used for no other.
"""

from __future__ import annotations

import contextlib
import os
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import orjson

PACKAGE = Path(__file__).resolve().parents[1]
PLACES = (PACKAGE / "openapi.yaml", PACKAGE.parents[1] / "spec" / "openapi.yaml")


class DocumentError(Exception):
    """The document cannot be found, read or used; the message is one line that says where."""


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
    own = path is None
    path = path or find()
    digest = ""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from None
    if own:
        digest = blake2b(content).hexdigest()
        kept = _recall(path, digest)
        if kept is not None:
            return kept
    document = _parse(path, content)
    if not isinstance(document, dict) or not isinstance(document.get("paths"), dict):
        raise DocumentError(f"{path}: not an OpenAPI document: it has no paths")
    if own:
        _keep(path, digest, document)
    return document


def as_json(path: Path) -> bytes:
    """The YAML at `path` in the form in which it is kept as JSON."""
    content = path.read_bytes()
    return orjson.dumps({"blake2b": blake2b(content).hexdigest(), "document": _parse(path, content)})


def _parse(path: Path, content: bytes) -> Any:
    import yaml

    try:
        return yaml.load(content.decode("utf-8"), Loader=_loader())
    except UnicodeDecodeError:
        raise DocumentError(f"{path}: not UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark is not None else ""
        raise DocumentError(f"{path}{place}: {getattr(error, 'problem', None) or 'not YAML'}") from None


@cache
def _loader() -> Any:
    """A safe loader to which a date is a string; in C where libyaml is there."""
    import yaml

    resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return type("NoTimestamps", (loader,), {"yaml_implicit_resolvers": resolvers})


def _recall(path: Path, digest: str) -> dict[str, Any] | None:
    """The document as JSON kept it, if it was made from the same YAML."""
    places = [path.with_suffix(".json")]
    with contextlib.suppress(RuntimeError):
        places.append(_copy_of(path))
    for place in places:
        with contextlib.suppress(OSError, orjson.JSONDecodeError):
            kept = orjson.loads(place.read_bytes())
            if isinstance(kept, dict) and kept.get("blake2b") == digest:
                return kept["document"]  # type: ignore[no-any-return]
    return None


def _keep(path: Path, digest: str, document: dict[str, Any]) -> None:
    """Keep the document as JSON, where that is possible; without, the next start only takes longer."""
    with contextlib.suppress(OSError, RuntimeError, orjson.JSONEncodeError):
        content = orjson.dumps({"blake2b": digest, "document": document})
        if orjson.loads(content)["document"] != document:
            return
        place = _copy_of(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_suffix(f".{os.getpid()}")
        new.write_bytes(content)
        new.replace(place)


def _copy_of(path: Path) -> Path:
    """Where the JSON of a document is kept: one file for each place of a document, so that there are never many.

    Raises:
        RuntimeError: The user has no home.
    """
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    name = blake2b(os.fsencode(path), digest_size=8).hexdigest()
    return Path(folder) / "quant-ai-mock" / f"{name}.json"

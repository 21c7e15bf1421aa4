"""Find and read the spec.

An installed package contains it; in a checkout it is in spec/.

Parsing YAML takes half of the start-up time, so the package's own spec is read from JSON if possible: a wheel contains
it (scripts/hatch_build.py), and a checkout caches it in the user's cache folder. The JSON has the hash of the YAML that
it was made from, and is used for no other.
"""

from __future__ import annotations

import contextlib
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import orjson

from .openapi_3_0 import as_3_1
from .other_files import with_other_files
from .references import plain_references

PACKAGE = Path(__file__).resolve().parents[1]
CANDIDATES = (PACKAGE / "openapi.yaml", PACKAGE.parents[1] / "spec" / "openapi.yaml")


class SpecError(Exception):
    """The spec cannot be found, read or used; the message is one line that says where."""


def find() -> Path:
    """The file with the spec of this package."""
    for path in CANDIDATES:
        if path.is_file():
            return path
    raise SpecError(f"no openapi.yaml: looked in {' and '.join(str(path.parent) for path in CANDIDATES)}")


def load(path: Path | None = None) -> dict[str, Any]:
    """Read the spec at `path`, or the package's own.

    Raises:
        SpecError: The file is missing, is not YAML, or is not an OpenAPI document.
    """
    own = path is None
    path = path or find()
    digest = ""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SpecError(f"{path}: {error.strerror}") from None
    if own:
        digest = blake2b(content).hexdigest()
        cached = _read_cache(path, digest)
        if cached is not None:
            return cached
    spec = _parse(path, content, complete=own)
    if isinstance(spec, dict) and not own:
        spec = plain_references(with_other_files(spec, path, _read_other))
    if not isinstance(spec, dict) or not isinstance(spec.get("paths"), dict):
        raise SpecError(f"{path}: not an OpenAPI document: it has no paths")
    if "swagger" in spec:
        raise SpecError(f"{path}: Swagger {spec['swagger']} is not supported; convert it to OpenAPI 3")
    if own:
        _write_cache(path, digest, spec)
        return cast(dict[str, Any], spec)
    return _as_3_1(path, spec)


def _as_3_1(path: Path, spec: dict[str, Any]) -> dict[str, Any]:
    """The same for OpenAPI 3.0, and for other documents that still use its words for schemas."""
    try:
        return cast(dict[str, Any], as_3_1(spec))
    except RecursionError:
        raise SpecError(f"{path}: nested too deep") from None


def as_json(path: Path) -> bytes:
    """The YAML at `path` in the JSON form that load() reads."""
    content = path.read_bytes()
    return orjson.dumps({"blake2b": blake2b(content).hexdigest(), "document": _parse(path, content)})


def _read_other(path: Path) -> Any:
    try:
        return _parse(path, path.read_bytes(), complete=False)
    except OSError as error:
        raise SpecError(f"{path}: {error.strerror}") from None


def _parse(path: Path, content: bytes, *, complete: bool = True) -> Any:
    from quant_ai_common.spec_text import SpecTextError, parse_spec

    try:
        value = parse_spec(content)
        return plain_references(value) if complete else value
    except SpecTextError as error:
        raise SpecError(error.in_file(path)) from None
    except RecursionError:
        raise SpecError(f"{path}: nested too deep") from None


def _read_cache(path: Path, digest: str) -> dict[str, Any] | None:
    """The spec from JSON, if that was made from the same YAML."""
    files = [path.with_suffix(".json")]
    with contextlib.suppress(RuntimeError):
        files.append(_cache_file(path))
    for file in files:
        with contextlib.suppress(OSError, orjson.JSONDecodeError):
            cached = orjson.loads(file.read_bytes())
            if isinstance(cached, dict) and cached.get("blake2b") == digest:
                return cached["document"]  # type: ignore[no-any-return]
    return None


def _write_cache(path: Path, digest: str, spec: dict[str, Any]) -> None:
    """Cache the spec as JSON if possible; without a cache, the next start only takes longer."""
    with contextlib.suppress(OSError, RuntimeError, orjson.JSONEncodeError):
        content = orjson.dumps({"blake2b": digest, "document": spec})
        if orjson.loads(content)["document"] != spec:
            return
        file = _cache_file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_bytes(content)
        new.replace(file)


def _cache_file(path: Path) -> Path:
    """The file that caches a spec: one for each path of a spec, so that there are never many.

    Raises:
        RuntimeError: The user has no home folder.
    """
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    name = blake2b(os.fsencode(path), digest_size=8).hexdigest()
    return Path(folder) / "quant-ai-mock" / f"{name}.json"

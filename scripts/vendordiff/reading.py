"""Read a document of the vendor, and refuse one that is not whole or is something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from openapi import Pointer, Spec, SpecFileError, ref_pointer
from vendordiff.facts import OperationFacts, facts_of


def read(path: Path, scope: Iterable[str]) -> tuple[Spec, dict[str, OperationFacts]]:
    """A document, and the facts of its operations.

    Raises:
        SpecFileError: It cannot be read, is not OpenAPI 3, has no operation of the scope, or lacks what they refer to.
    """
    spec, prefixes = Spec.load(path), list(scope)
    version = str(spec.data.get("openapi", ""))
    if not version.startswith("3."):
        raise SpecFileError(str(path), f"not a document of OpenAPI 3{f', but of {version}' if version else ''}")
    if not isinstance(spec.data.get("paths"), dict):
        raise SpecFileError(str(path), "the document has no paths")
    facts = facts_of(spec, prefixes)
    if not facts:
        raise SpecFileError(str(path), f"no path begins with {' or '.join(prefixes)}")
    for reference, pointer in _references(spec, [found.pointer for found in facts.values()]):
        if reference.startswith("#/") and "%" not in reference and spec.at(ref_pointer(reference)) is None:
            message = f"{reference} leads nowhere; the file may be cut short"
            raise SpecFileError(str(path), message, *spec.position(pointer))
        if not reference.startswith("#"):
            message = f"{reference} is in another file; bundle them into one"
            raise SpecFileError(str(path), message, *spec.position(pointer))
    return spec, facts


def _references(spec: Spec, pointers: list[Pointer]) -> Iterator[tuple[str, Pointer]]:
    """What operations refer to, directly or not, and where."""
    seen: set[str] = set()
    pending = [(pointer, spec.at(pointer)) for pointer in pointers]
    pending += [((*pointer[:2], "parameters"), spec.at((*pointer[:2], "parameters"))) for pointer in pointers]
    while pending:
        place, value = pending.pop()
        pairs: Iterable[tuple[Any, Any]] = ()
        if isinstance(value, dict):
            pairs = value.items()
            if isinstance(found := value.get("$ref"), str) and found not in seen:
                seen.add(found)
                yield found, (*place, "$ref")
                pending.append((ref_pointer(found), spec.at(ref_pointer(found))))
        elif isinstance(value, list):
            pairs = enumerate(value)
        pending += [((*place, step), inner) for step, inner in pairs if step not in ("example", "examples")]

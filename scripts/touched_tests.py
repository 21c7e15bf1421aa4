"""Print the tests that a change of the spec touches, as arguments of pytest; `make check` runs them.

These are the tests of all examples, and the contract tests of the operations that are not what they were in a version
of the spec: their own lines, or those of a component that they refer to.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from diff_spec import SPEC, read
from openapi import Pointer, Spec, SpecFileError, SpecOperation, ref_pointer

ALWAYS = ("tests/spec/test_examples.py", "tests/overlays/test_no_schema_names.py")
MOST = 12
"""Operations whose tests run; those of all take minutes."""


def main(argv: list[str] | None = None) -> int:
    """Print the tests for a base that is named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", help="the older version: a git reference, or a file")
    parser.add_argument("spec", nargs="?", type=Path, default=SPEC, help="the newer version (default: %(default)s)")
    given = parser.parse_args(argv)
    try:
        names = touched(read(given.base), Spec.load(given.spec))
    except SpecFileError as error:
        print(f"touched_tests: {error}", file=sys.stderr)
        return 2
    shown = ", ".join(names[:MOST]) or "none"
    rest = f", and {len(names) - MOST} others that only `make test` tests" if len(names) > MOST else ""
    print(f"operations that changed since {given.base}: {shown}{rest}", file=sys.stderr)
    chosen = f" or {' or '.join(names[:MOST])}" if names else ""
    folders = [*ALWAYS, "tests/contract"] if names else ALWAYS
    print(*folders, *(["-k", f'"test_examples or test_no_schema_names{chosen}"'] if names else []))
    return 0


def touched(old: Spec, new: Spec) -> list[str]:
    """The ids of the operations that are new or have changed, in the order of the spec."""
    before = {operation.id: _whole(old, operation) for operation in old.operations}
    return [operation.id for operation in new.operations if before.get(operation.id) != _whole(new, operation)]


def _whole(spec: Spec, operation: SpecOperation) -> dict[Pointer, Any]:
    """An operation, its path, and everything that they refer to."""
    found: dict[Pointer, Any] = {}
    shared = {key: value for key, value in operation.path_item.items() if key in ("parameters", "servers")}
    pending = [(operation.pointer, operation.value), (("paths", operation.path), shared)]
    while pending:
        pointer, value = pending.pop()
        if pointer not in found:
            found[pointer] = value
            pending += [(target, spec.at(target)) for target in _references(value)]
    return found


def _references(value: Any) -> list[Pointer]:
    if isinstance(value, dict):
        own = value.get("$ref")
        found = [ref_pointer(own)] if isinstance(own, str) and own.startswith("#/") else []
        return found + [pointer for inner in value.values() for pointer in _references(inner)]
    return [pointer for item in value for pointer in _references(item)] if isinstance(value, list) else []


if __name__ == "__main__":
    sys.exit(main())

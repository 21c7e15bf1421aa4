"""Write the table of operations in docs/operations.md from spec/openapi.yaml.

With --check it writes nothing, and a table that is out of date is an error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from openapi import Spec, SpecFileError, SpecOperation
from openapi.python_names import python_name
from written_part import with_written

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- operations: written by make generate -->", "<!-- /operations -->"


def main(argv: list[str] | None = None) -> int:
    """Write the table, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the table is out of date")
    arguments = parser.parse_args(argv)
    page = ROOT / "docs" / "operations.md"
    try:
        spec = Spec.load(ROOT / "spec" / "openapi.yaml")
    except SpecFileError as error:
        print(error, file=sys.stderr)
        return 2

    old = page.read_text(encoding="utf-8")
    new = with_written(old, BEGIN, END, table(spec))
    if new is None:
        print(f"docs/operations.md has no place for the table: {BEGIN} ... {END}", file=sys.stderr)
        return 2
    if new != old and arguments.check:
        print("docs/operations.md: the table of operations is out of date; run make generate", file=sys.stderr)
        return 1
    if new != old:
        page.write_text(new, encoding="utf-8", newline="\n")
        print("docs/operations.md: the table of operations changed")
    return 0


def table(spec: Spec) -> str:
    """A row for each method of the client, in the order of the spec."""
    rows = ["| Method | Request | What it does |", "|---|---|---|"]
    for operation in spec.operations:
        arguments = ", ".join(f"{python_name(name)}=..." for name in spec.namespace_parameters(operation.tag))
        resource = f"client.{operation.resource}({arguments})" if arguments else f"client.{operation.resource}"
        request = f"{operation.method.upper()} {operation.path}"
        for method, summary in methods(operation):
            rows.append(f"| `{resource}.{method}()` | `{request}` | {summary} |")
    return "\n".join(rows) + "\n"


def requests(spec: Spec) -> dict[str, str]:
    """The HTTP request of each method of the client, such as `chat.send`: `POST /chat`."""
    return {
        f"{operation.resource}.{method}": f"{operation.method.upper()} {operation.path}"
        for operation in spec.operations
        for method, _ in methods(operation)
    }


def methods(operation: SpecOperation) -> Iterator[tuple[str, str]]:
    """The client's methods for an operation: their names, and what each does."""
    yield operation.method_name, operation.summary
    for mode in operation.value.get("x-modes") or []:
        if "method" in mode:
            yield mode["method"], operation.mode_summary(mode)
    if "x-polling" in operation.value:
        yield operation.waiting_method_name, operation.waiting_summary


if __name__ == "__main__":
    sys.exit(main())

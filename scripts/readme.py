"""Write the table of operations into README.md, from spec/openapi.yaml.

With --check nothing is written, and a table that is out of date is an error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

from speclint import Document, SpecError
from speclint.document import Operation, snake_case

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- operations: written by make generate -->", "<!-- /operations -->"


def main(argv: list[str] | None = None) -> int:
    """Write the table, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the table is out of date")
    arguments = parser.parse_args(argv)
    readme = ROOT / "README.md"
    try:
        document = Document.load(ROOT / "spec" / "openapi.yaml")
    except SpecError as error:
        print(error, file=sys.stderr)
        return 2

    old = readme.read_text(encoding="utf-8")
    head, begin, rest = old.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        print(f"README.md has no place for the table: {BEGIN} ... {END}", file=sys.stderr)
        return 2
    new = f"{head}{BEGIN}\n{table(document)}{END}{tail}"
    if new != old and arguments.check:
        print("README.md: the table of operations is out of date; run make generate", file=sys.stderr)
        return 1
    if new != old:
        readme.write_text(new, encoding="utf-8", newline="\n")
        print("README.md: the table of operations changed")
    return 0


def table(document: Document) -> str:
    """A row for each method of the client, in the order of the document."""
    rows = ["| Method | Request | What it does |", "|---|---|---|"]
    holders = {
        tag["name"]: f"({', '.join(f'{snake_case(name)}=...' for name in tag['x-namespace-parameters'])})"
        for tag in document.tree.get("tags") or []
        if "x-namespace-parameters" in tag
    }
    for operation in document.operations():
        (tag,) = operation.value["tags"]
        summary = operation.value.get("summary", "")
        for method, remark in methods(operation):
            request = f"{operation.method.upper()} {operation.path}"
            rows.append(f"| `client.{tag}{holders.get(tag, '')}.{method}()` | `{request}` | {summary}{remark} |")
    return "\n".join(rows) + "\n"


def methods(operation: Operation) -> Iterator[tuple[str, str]]:
    """Names of the client's methods for an operation, with what sets each apart from the first."""
    (tag,) = operation.value["tags"]
    remarks = {"text/event-stream": ", event by event", "202": ", in the background"}
    verb = operation.id.removeprefix(f"{tag}_")
    yield f"{verb}_" if iskeyword(verb) else verb, ""
    for mode in operation.value.get("x-modes") or []:
        if "method" in mode:
            remark = remarks.get(mode.get("contentType", ""), remarks.get(mode.get("status", ""), ""))
            yield mode["method"], remark
    if "x-polling" in operation.value:
        yield verb.replace("get", "wait_for", 1), ", again and again until its end"


if __name__ == "__main__":
    sys.exit(main())

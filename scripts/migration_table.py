"""Write the table of docs/migration.md that has each AI method of the vendor's Python client beside ours.

Both sides are matched by their HTTP requests: ours come from the spec, the vendor's from its installed package, whose
methods are named after the operationIds of the vendor's document. With --check it writes nothing, and a table that is
out of date is an error.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from openapi import Spec
from operations_table import requests
from written_part import with_written

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "migration.md"
BEGIN, END = "<!-- vendor methods: written by make migration-table -->", "<!-- /vendor methods -->"

VENDOR_REQUESTS = """
import inspect, json, re, quantcdn.api
found = {}
for name, api in vars(quantcdn.api).items():
    if inspect.isclass(api) and name.startswith("AI"):
        for method, function in vars(api).items():
            if method.startswith("_") and method.endswith("_serialize"):
                source = inspect.getsource(function)
                verb, path = (re.search(f"{key}='(.+)'", source)[1] for key in ("method", "resource_path"))
                found[f"{name}.{method[1:-10]}"] = f"{verb} {path.partition('/ai')[2]}"
print(json.dumps(found))
"""
"""Prints the HTTP request of each AI method of the vendor's client."""


def main(argv: list[str] | None = None) -> int:
    """Write the table, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("python", help="the Python of an environment that has the vendor's client")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the table is out of date")
    arguments = parser.parse_args(argv)

    theirs = vendor_requests(arguments.python)
    ours = requests(Spec.load(ROOT / "spec" / "openapi.yaml"))
    unmatched = sorted(set(theirs.values()) - set(ours.values()))
    if unmatched:
        print(f"the spec has no {', '.join(unmatched)}", file=sys.stderr)
        return 1
    old = PAGE.read_text(encoding="utf-8")
    new = with_written(old, BEGIN, END, table(theirs, ours))
    if new is None:
        print(f"docs/migration.md has no place for the table: {BEGIN} ... {END}", file=sys.stderr)
        return 2
    if new != old and arguments.check:
        print("docs/migration.md: the table of methods is out of date; run make migration-table", file=sys.stderr)
        return 1
    PAGE.write_text(new, encoding="utf-8", newline="\n")
    return 0


def vendor_requests(python: str) -> dict[str, str]:
    """The HTTP request of each AI method of the vendor's client: `GET /models` for `AIModelsApi.list_ai_models`."""
    done = subprocess.run([python, "-c", VENDOR_REQUESTS], check=True, capture_output=True, text=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def table(theirs: dict[str, str], ours: dict[str, str]) -> str:
    """A row for each method of the vendor's client, with the method of ours that sends the same request."""
    methods: dict[str, str] = {}
    for method, request in ours.items():
        methods.setdefault(request, method)  # the plain one of several, such as chat.send and chat.start
    rows = ["| Method of quantcdn-client | Method of quant-ai |", "|---|---|"]
    rows += [f"| `{name}()` | `client.{methods[request]}()` |" for name, request in sorted(theirs.items())]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())

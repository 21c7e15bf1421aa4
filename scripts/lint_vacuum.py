"""Check spec/openapi.yaml with vacuum, under the rules of spec/vacuum.yaml; every finding counts.

vacuum 0.8 crashes on the words `if`, `then` and `else` of JSON Schema. It gets the document with those words
renamed to extensions, on the same lines; they are checked by the other linters.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from vacuum import lint
from vacuum.exceptions import VacuumError

from speclint import Document, SpecError

RULESET = Path(__file__).parents[1] / "spec" / "vacuum.yaml"


def main(argv: list[str] | None = None) -> int:
    """Lint the document named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("spec", nargs="?", type=Path, default=Path("spec/openapi.yaml"))
    path = parser.parse_args(argv).spec
    try:
        results = lint(readable(Document.load(path)), ruleset=RULESET.read_text(encoding="utf-8"))
    except SpecError as error:
        print(f"{error.path}:{error.line} yaml-syntax: {error.message}; mend the YAML")
        return 1
    except VacuumError as error:
        print(f"{path}: vacuum failed: {error}", file=sys.stderr)
        return 1
    for result in sorted(results, key=lambda result: result.range.start.line):
        place = f"{path}:{result.range.start.line}"
        print(f"{place} {result.rule_severity} {result.rule_id}: {result.message} ({result.path})")
    print(f"{len(results)} finding{'' if len(results) == 1 else 's'} of vacuum", file=sys.stderr)
    return 1 if results else 0


def readable(document: Document) -> str:
    """The document with the words that crash vacuum made extensions."""
    lines = document.text.split("\n")
    for schema in document.schemas:
        for word in {"if", "then", "else"} & set(schema.value if isinstance(schema.value, dict) else ()):
            number = document.line((*schema.place, word)) - 1
            lines[number] = lines[number].replace(f"{word}:", f"x-{word}:", 1)
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""Check spec/openapi.yaml with vacuum, by the rules in spec/vacuum.yaml; any finding is a failure.

vacuum 0.8 crashes on the keywords `if`, `then` and `else` of JSON Schema. So it gets the spec with those keywords
renamed to extensions, on the same lines; the other linters check them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from vacuum import lint
from vacuum.exceptions import VacuumError

from openapi import Spec, SpecFileError

RULESET = Path(__file__).parents[1] / "spec" / "vacuum.yaml"


def main(argv: list[str] | None = None) -> int:
    """Lint the spec named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("spec", nargs="?", type=Path, default=Path("spec/openapi.yaml"))
    path = parser.parse_args(argv).spec
    try:
        results = lint(without_conditions(Spec.load(path)), ruleset=RULESET.read_text(encoding="utf-8"))
    except SpecFileError as error:
        print(f"{error.name}:{error.line or 1} yaml-syntax: {error.message}")
        return 1
    except VacuumError as error:
        print(f"{path}: vacuum failed: {error}", file=sys.stderr)
        return 1
    for result in sorted(results, key=lambda result: result.range.start.line):
        place = f"{path}:{result.range.start.line}"
        print(f"{place} {result.rule_severity} {result.rule_id}: {result.message} ({result.path})")
    print(f"{len(results)} finding{'' if len(results) == 1 else 's'} of vacuum", file=sys.stderr)
    return 1 if results else 0


def without_conditions(spec: Spec) -> str:
    """The text of the spec with the keywords that crash vacuum renamed to extensions."""
    lines = spec.text.split("\n")
    for schema in spec.schemas:
        for keyword in {"if", "then", "else"} & set(schema.value if isinstance(schema.value, dict) else ()):
            number = spec.line((*schema.pointer, keyword)) - 1
            lines[number] = lines[number].replace(f"{keyword}:", f"x-{keyword}:", 1)
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

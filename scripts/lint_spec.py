"""Check spec/openapi.yaml against the authoring rules, which keep the generated code right and the spec readable.

Prints each finding as `spec/openapi.yaml:LINE rule: what; fix`, and exits with 1 if there is one. spec/lint.yaml lists
the places where a rule does not fit the service, each with the reason.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generate import write
from openapi import Spec, SpecFault, SpecFileError
from speclint import RULES, LintFinding, exemptions, lint

EXEMPTIONS = Path(__file__).parents[1] / "spec" / "lint.yaml"


def main(argv: list[str] | None = None) -> int:
    """Lint the specs named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("spec", nargs="*", type=Path, default=[Path("spec/openapi.yaml")])
    parser.add_argument("--list", action="store_true", help="print the names of the rules")
    arguments = parser.parse_args(argv)
    if arguments.list:
        print("\n".join(sorted(RULES)))
        return 0

    count = 0
    for path in arguments.spec:
        try:
            spec = Spec.load(path)
            findings = lint(spec, exemptions(EXEMPTIONS)) or list(trial(spec))
        except SpecFileError as error:
            print(f"{error.name}:{error.line or 1} yaml-syntax: {error.message}")
            count += 1
            continue
        for finding in findings:
            print(f"{path}:{finding.line} {finding.rule}: {finding.what}; {finding.fix}")
        count += len(findings)
    print(f"{count} finding{'' if count == 1 else 's'}, {len(RULES)} rules", file=sys.stderr)
    return 1 if count else 0


def trial(spec: Spec) -> Iterator[LintFinding]:
    """What only shows in the generated package: a module that is not Python, or uses a name that it does not have."""
    with tempfile.TemporaryDirectory(prefix="lint-") as folder:
        try:
            write(spec, Path(folder) / "package")
        except SpecFault as error:
            what, _, fix = error.message.partition("; ")
            yield LintFinding(spec.line(error.pointer), "not-generated", what, fix)


if __name__ == "__main__":
    sys.exit(main())

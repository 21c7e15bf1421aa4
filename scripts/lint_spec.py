"""Check spec/openapi.yaml against the authoring rules that make the generated code right and the document readable.

Prints each finding as `spec/openapi.yaml:LINE rule: what; mend` and exits with 1 where there is one. Where a rule does
not fit the service, spec/lint.yaml says so, with the reason.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from speclint import RULES, Document, SpecError, exemptions, lint

EXEMPTIONS = Path(__file__).parents[1] / "spec" / "lint.yaml"


def main(argv: list[str] | None = None) -> int:
    """Lint the documents named on the command line."""
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
            findings = lint(Document.load(path), exemptions(EXEMPTIONS))
        except SpecError as error:
            print(f"{error.path}:{error.line} yaml-syntax: {error.message}; mend the YAML")
            count += 1
            continue
        for finding in findings:
            print(f"{path}:{finding.line} {finding.rule}: {finding.what}; {finding.mend}")
        count += len(findings)
    print(f"{count} finding{'' if count == 1 else 's'}, {len(RULES)} rules", file=sys.stderr)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())

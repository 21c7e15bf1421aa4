"""List where the vendor's document and spec/openapi.yaml differ, except for differences accepted in spec/vendor.yaml.

Exits with 1 if there is such a difference, or an entry of spec/vendor.yaml that is no longer needed, and with 2 if a
document cannot be read. With --since, two versions of the vendor's document are compared instead.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from openapi import Spec, SpecFileError
from vendordiff import Acceptance, acceptances, as_json, as_markdown, as_text, compare, facts_of, read, undecided

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "spec" / "openapi.yaml"
ACCEPTED = ROOT / "spec" / "vendor.yaml"


def main(argv: list[str] | None = None) -> int:
    """Compare the documents named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("vendor", type=Path, help="the vendor's document")
    parser.add_argument("--since", type=Path, help="an older version of it, to compare with instead of the spec")
    parser.add_argument("--spec", type=Path, default=SPEC, help="the spec (default: spec/openapi.yaml)")
    parser.add_argument("--accepted", type=Path, default=ACCEPTED, help="accepted differences (spec/vendor.yaml)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="write Markdown for an issue")
    form.add_argument("--json", action="store_true", help="write JSON for programs")
    given = parser.parse_args(argv)
    try:
        scope, accepted = acceptances(given.accepted)
        first = read(given.since, scope)[1] if given.since else facts_of(Spec.load(given.spec), scope)
        second = read(given.vendor, scope)[1]
    except SpecFileError as error:
        print(f"vendor_diff: {error}", file=sys.stderr)
        return 2
    found = compare(first, second, versions=given.since is not None)
    unused: list[Acceptance] = []
    if given.since is None:
        found, unused = undecided(found, accepted)
    print((as_json if given.json else as_markdown if given.markdown else as_text)(found))
    for entry in unused:
        print(
            f"{given.accepted}:{entry.line}: {entry.kind} at {entry.where} is no longer different; remove the entry",
            file=sys.stderr,
        )
    return 1 if found or unused else 0


if __name__ == "__main__":
    sys.exit(main())

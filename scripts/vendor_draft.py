"""Add to spec/openapi.yaml what is new in the vendor's document; other changes are only listed.

Nothing that is there is changed. Texts are left as `TODO`, which `make lint` reports. What does not only add is listed,
with lines to paste, and so are the next version and the lines for the changelog.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from openapi import Spec, SpecFault, SpecFileError
from specdiff import as_markdown, compare, next_version
from specdraft import VendorDraft, draft
from vendordiff import acceptances, read

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "spec" / "openapi.yaml"
ACCEPTED = ROOT / "spec" / "vendor.yaml"


def main(argv: list[str] | None = None) -> int:
    """Draft from the documents named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("vendor", type=Path, help="the vendor's document")
    parser.add_argument("--since", type=Path, required=True, help="the version of it that the spec follows")
    parser.add_argument("--spec", type=Path, default=SPEC, help="the spec to add to (default: spec/openapi.yaml)")
    parser.add_argument("--accepted", type=Path, default=ACCEPTED, help="has the scope (default: spec/vendor.yaml)")
    given = parser.parse_args(argv)
    try:
        scope, _ = acceptances(given.accepted)
        ours, new, old = Spec.load(given.spec), read(given.vendor, scope)[0], read(given.since, scope)[0]
        ours.require_plain()
        found = draft(ours, new, old, scope)
        after = Spec(found.text, str(given.spec))
    except (SpecFileError, SpecFault) as error:
        print(f"vendor_draft: {error}", file=sys.stderr)
        return 2
    if found.text != ours.text:
        given.spec.write_text(found.text, encoding="utf-8")
    _report(found, ours, after, given.spec)
    return 0


def _report(found: VendorDraft, before: Spec, after: Spec, path: Path) -> None:
    print(f"{path}: {len(found.added)} additions{', next `make lint`' if found.added else ''}")
    for line in found.added:
        print(f"  + {line}")
    for note in found.notes:
        print(f"  ! {note}")
    if found.leftovers:
        print(f"\n{len(found.leftovers)} differences to decide; lines of the spec before the additions:")
    for one in found.leftovers:
        print(f"\n{path}:{one.line}: {one.what} ({one.meaning})")
        print("\n".join(one.paste))
    changes = compare(before, after)
    if changes:
        version = next_version(before.version, breaking=any(change.breaking for change in changes))
        print(f"\nProposed info.version: {version}\n\n{as_markdown(changes, before.version, version)}")


if __name__ == "__main__":
    sys.exit(main())

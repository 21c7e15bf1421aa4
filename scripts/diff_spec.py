"""Say what changed for users of the API between a version of spec/openapi.yaml and the one in the working tree.

Exits with 1 where a breaking change comes without a new major version in `info.version`, with 2 where a version cannot
be read.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from specdiff import as_markdown, as_text, compare, is_major
from speclint import Document, SpecError

SPEC = Path("spec/openapi.yaml")


def main(argv: list[str] | None = None) -> int:
    """Compare the documents named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", help="the older version: a git reference, or a file")
    parser.add_argument("spec", nargs="?", type=Path, default=SPEC, help="the newer version (default: %(default)s)")
    parser.add_argument("--markdown", action="store_true", help="write Markdown for the changelog")
    arguments = parser.parse_args(argv)
    try:
        old, new = read(arguments.base), Document.load(arguments.spec)
    except SpecError as error:
        print(f"diff_spec: {error}", file=sys.stderr)
        return 2

    changes = compare(old, new)
    versions = [str((document.tree.get("info") or {}).get("version", "0")) for document in (old, new)]
    print((as_markdown if arguments.markdown else as_text)(changes, *versions))
    if any(change.breaking for change in changes) and not is_major(*versions):
        print(f"Breaking changes need a new major version: info.version is {versions[1]}.", file=sys.stderr)
        return 1
    return 0


def read(base: str) -> Document:
    """A file, or spec/openapi.yaml as it is under a git reference."""
    if Path(base).is_file():
        return Document.load(base)
    shown = subprocess.run(["git", "show", f"{base}:{SPEC.as_posix()}"], capture_output=True, text=True, check=False)
    if shown.returncode:
        raise SpecError(base, 1, (shown.stderr.strip().splitlines() or ["not found"])[-1])
    return Document(shown.stdout, f"{base}:{SPEC}")


if __name__ == "__main__":
    sys.exit(main())

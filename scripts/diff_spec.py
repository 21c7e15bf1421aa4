"""List what changed for users between a version of spec/openapi.yaml and the one in the working tree.

Exits with 1 if a breaking change comes without a new major version in `info.version`, and with 2 if a version cannot be
read.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from openapi import Spec, SpecFileError
from specdiff import as_markdown, as_text, compare, is_major

SPEC = Path("spec/openapi.yaml")


def main(argv: list[str] | None = None) -> int:
    """Compare the specs named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", help="the older version: a git reference, or a file")
    parser.add_argument("spec", nargs="?", type=Path, default=SPEC, help="the newer version (default: %(default)s)")
    parser.add_argument("--markdown", action="store_true", help="write Markdown for the changelog")
    arguments = parser.parse_args(argv)
    try:
        old, new = read(arguments.base), Spec.load(arguments.spec)
        for spec in (old, new):
            spec.require_plain()
    except SpecFileError as error:
        print(f"diff_spec: {error}", file=sys.stderr)
        return 2

    changes = compare(old, new)
    versions = [old.version, new.version]
    print((as_markdown if arguments.markdown else as_text)(changes, *versions))
    if any(change.breaking for change in changes) and not is_major(*versions):
        print(f"Breaking changes need a new major version: info.version is {versions[1]}.", file=sys.stderr)
        return 1
    return 0


def read(base: str) -> Spec:
    """A file, or spec/openapi.yaml as it is under a git reference."""
    if Path(base).is_file():
        return Spec.load(base)
    shown = subprocess.run(["git", "show", f"{base}:{SPEC.as_posix()}"], capture_output=True, text=True, check=False)
    if shown.returncode:
        raise SpecFileError(base, (shown.stderr.strip().splitlines() or ["not found"])[-1])
    return Spec(shown.stdout, f"{base}:{SPEC}")


if __name__ == "__main__":
    sys.exit(main())

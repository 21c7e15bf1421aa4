"""Check that a tag may become a release: its version, the changelog, and what the spec deprecates.

Prints what is wrong, one line each, and exits with 1 if there is anything.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from openapi import MINORS_UNTIL_REMOVAL, Spec
from quant_ai import __version__

ROOT = Path(__file__).parents[1]
SPEC = "spec/openapi.yaml"


def main(argv: list[str] | None = None) -> int:
    """Check the tag named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tag", help="the tag, such as v0.2.0")
    parser.add_argument("--since", metavar="TAG", help="the last release (default: the newest tag before this one)")
    arguments = parser.parse_args(argv)

    tag: str = arguments.tag
    before = spec_of(arguments.since or last_release(tag))
    now = Spec.load(ROOT / SPEC)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = [*of_version(tag, __version__, changelog), *of_deprecations(tag, now, before)]
    print("\n".join(found) or f"{tag} may be released")
    return 1 if found else 0


def of_version(tag: str, version: str, changelog: str) -> Iterator[str]:
    """What is wrong with the version and its section in the changelog."""
    if tag != f"v{version}":
        yield f"the tag is {tag}, and the version of the package {version}"
    if not re.search(rf"^## {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)$", changelog, re.MULTILINE):
        yield f"CHANGELOG.md has no section '## {version} (YYYY-MM-DD)'"


def of_deprecations(tag: str, now: Spec, before: Spec | None) -> Iterator[str]:
    """Deprecated operations that do not say since when, and those that were removed too early."""
    for operation in now.operations:
        if operation.value.get("deprecated") and operation.deprecated_since is None:
            yield f"{SPEC}: {operation.id} is deprecated and needs x-deprecated-since"
    major, minor = (int(number) for number in tag.removeprefix("v").split(".")[:2])
    there = {operation.id for operation in now.operations}
    for operation in before.operations if before else ():
        since = operation.deprecated_since
        if operation.id in there or since is None or major > since[0]:
            continue
        if minor < since[1] + MINORS_UNTIL_REMOVAL:
            yield f"{SPEC}: {operation.id} was removed too early: it {operation.deprecation}"


def last_release(tag: str) -> str:
    """The newest tag before this one; empty for the first release."""
    command = ["git", "describe", "--tags", "--abbrev=0", "--match", "v*", "--exclude", tag]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def spec_of(tag: str) -> Spec | None:
    """The spec of a release; None without a release."""
    if not tag:
        return None
    shown = subprocess.run(["git", "show", f"{tag}:{SPEC}"], cwd=ROOT, capture_output=True, text=True, check=True)
    return Spec(shown.stdout, f"{tag}:{SPEC}")


if __name__ == "__main__":
    sys.exit(main())

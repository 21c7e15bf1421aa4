"""The benchmarks' lock has everything that this project needs; without it the servers do not start there."""

from __future__ import annotations

import re
import tomllib

from tests.benchmarks.environment import REQUIREMENTS, ROOT


def names(lines: list[str]) -> set[str]:
    """The packages that requirements name."""
    found = (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines)
    return {re.sub(r"[._-]+", "-", match[0]).lower() for match in found if match is not None}


def test_every_dependency_of_this_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    assert names(needed) <= names(REQUIREMENTS.read_text(encoding="utf-8").splitlines())

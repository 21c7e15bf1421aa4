"""The Makefile sets up once, again when the lock changes, and says what is wrong; the lock is good for any index."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Settings of a make around this one are not for it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that is set up, as far as make can see, in a folder with a space in its name."""
    folder = tmp_path / "a project"
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    names = ["requirements-dev.lock", "pyproject.toml", ".venv/bin/python", ".venv/.locked", ".venv/.ready"]
    for age, name in enumerate(names):
        (folder / name).touch()
        os.utime(folder / name, (1_000_000 + age, 1_000_000 + age))
    return folder


def test_make_alone_lists_every_target_with_a_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    listed = dict(line.split(maxsplit=1) for line in make(tmp_path).stdout.splitlines())
    wanted = "setup lock generate generate-check lint typecheck test contract mock demo bench clean"
    assert set(wanted.split()) <= set(listed)
    declared = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(declared) - {"help", "chromium"} == set(listed)


def test_a_second_make_does_not_set_up_again(project: Path) -> None:
    assert "pip" not in make(project, "-n", "setup").stdout


def test_a_changed_lock_is_installed(project: Path) -> None:
    (project / "requirements-dev.lock").touch()
    assert "--require-hashes -r requirements-dev.lock" in make(project, "-n", "setup").stdout


def test_a_changed_pyproject_installs_the_project_alone(project: Path) -> None:
    (project / "pyproject.toml").touch()
    planned = make(project, "-n", "setup").stdout
    assert "--no-deps --no-build-isolation -e ." in planned
    assert "--require-hashes" not in planned


@pytest.mark.parametrize("target", ["demo", "test", "lint", "generate"])
def test_every_target_sets_up_by_itself(project: Path, target: str) -> None:
    (project / "requirements-dev.lock").touch()
    assert "--require-hashes" in make(project, "-n", target).stdout


def test_an_old_python_is_named(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    old = tmp_path / "python3.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.18"\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    done = make(tmp_path, "PYTHON=./python3.9", "setup")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer, and './python3.9' is: Python 3.9.18" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_lock_names_no_index_and_no_file() -> None:
    lines = [line for line in LOCK.splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if re.search(r"://|^-|file:| @ ", line)] == []


def test_every_requirement_of_the_lock_has_hashes() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", LOCK)
    assert [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_generator_and_formatter_are_pinned_in_the_lock_as_in_the_project() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for pin in re.findall(r'"((?:openapi-python-client|ruff)==[^"]+)"', project):
        assert re.search(rf"^{re.escape(pin)} ", LOCK, flags=re.MULTILINE)

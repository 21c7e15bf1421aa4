"""What an author may write in OpenAPI works in the generated package, each in a small spec of its own.

What cannot work is in test_refusals.py; the mock server's side is in tests/mock/test_edited_specs.py.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.generated import edits_of_names, edits_of_replies, edits_of_requests, edits_of_schemas
from tests.generated.edits import Package, package_name, write_package
from tests.type_checks.checkers import STRICT_MYPY

EDITS = edits_of_schemas.EDITS | edits_of_replies.EDITS | edits_of_requests.EDITS | edits_of_names.EDITS
FIRST = next(iter(EDITS))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on the path, with the package of every edit; they share the runtime of the first."""
    folder = tmp_path_factory.mktemp("edits")
    for name, edit in EDITS.items():
        write_package(edit.change, folder, package_name(name), "" if name == FIRST else package_name(FIRST))
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_works(folder: Path, name: str) -> None:
    assert EDITS[name].check(Package(importlib.import_module(package_name(name)))) is not False


def test_no_package_uses_a_name_that_it_does_not_have(folder: Path) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=F821,F822,F823,F811"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_every_package_is_clean_for_mypy(folder: Path) -> None:
    names = [path.name for path in folder.iterdir() if (path / "__init__.py").exists()]
    command = [sys.executable, "-m", *STRICT_MYPY, *(f"-p{name}" for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout

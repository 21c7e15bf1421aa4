"""The wheel works in empty environments: each extra alone, with and without pydantic, lowest and newest versions.

`make test-wheel` builds the wheel, or takes the one that WHEEL names, and runs these tests; otherwise they are skipped,
because each of them installs an environment from the package index. smoke.py is what runs in each environment.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from quant_ai_mock import Mock, running_mock

WHEEL = os.environ.get("WHEEL", "")
EXTRAS = ("mock", "cli", "httpx2", "aiohttp")
PYDANTIC = "pydantic>=2.12" if sys.version_info >= (3, 14) else "pydantic>=2"
UV = (sys.executable, "-m", "uv")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not WHEEL, reason="make test-wheel builds the wheel")]


class Contents(NamedTuple):
    """What is installed beside the wheel."""

    extras: tuple[str, ...] = ()
    pydantic: bool = False
    lowest: bool = False
    """All dependencies in the lowest version that is allowed."""
    only_lowest: str = ""
    """This dependency in its lowest version, and the others in their newest."""

    def __str__(self) -> str:
        versions = f"{self.only_lowest}-lowest" if self.only_lowest else "lowest" if self.lowest else "newest"
        return "-".join(["+".join(self.extras) or "alone", *["pydantic"] * self.pydantic, versions])


@cache
def requirements(extra: str = "") -> dict[str, str]:
    """The dependencies that the wheel declares, or those that an extra adds, by name; those for this machine only."""
    with zipfile.ZipFile(WHEEL) as files:
        (name,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(files.read(name).decode())
    declared = [Requirement(line) for line in metadata.get_all("Requires-Dist", [])]
    return {
        need.name: f"{need.name}{need.specifier}"
        for need in declared
        if ("extra" in str(need.marker)) == bool(extra) and (not need.marker or need.marker.evaluate({"extra": extra}))
    }


def environments() -> Iterator[Contents]:
    """All that are checked."""
    for extras in ((), *((extra,) for extra in EXTRAS), EXTRAS):
        for pydantic in (False, True):
            for lowest in (False, True):
                yield Contents(extras, pydantic, lowest)
    for extra in ("", *EXTRAS):
        for name in requirements(extra):
            yield Contents((extra,) if extra else (), only_lowest=name)


@pytest.fixture(scope="module")
def mock() -> Iterator[Mock]:
    """The service that the wheels talk to."""
    with running_mock() as mock:
        yield mock


def uv(*arguments: str | Path) -> str:
    """What `uv pip` prints."""
    done = subprocess.run([*UV, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("contents", [*environments()] if WHEEL else [Contents()], ids=str)
def test_what_is_installed_works_and_errors_name_the_rest(contents: Contents, tmp_path: Path, mock: Mock) -> None:
    venv = tmp_path / "venv"
    uv("venv", "--quiet", "--no-config", "--python", sys.executable, venv)
    programs = venv / ("Scripts" if os.name == "nt" else "bin")
    versions = install(programs, contents)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "QUANT_"))},
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "QUANT_API_TOKEN": mock.token,
        "QUANT_ORGANISATION": "acme",
        "QUANT_BASE_URL": mock.url,
        "XDG_CONFIG_HOME": str(tmp_path),
    }

    def run(*arguments: str | Path) -> None:
        command = [programs / "python", "-W", "error", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, f"{done.stdout}{done.stderr}\n{versions}"

    run(Path(__file__).with_name("smoke.py"), *contents.extras, *["pydantic"] * contents.pydantic)
    if not contents.pydantic and not contents.only_lowest:
        uv("pip", "install", "--quiet", "--no-config", "--python", programs / "python", "pytest>=8.4")
        (tmp_path / "test_it.py").write_text(WITH_MOCK if "mock" in contents.extras else WITHOUT_MOCK)
        run("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py")


WITH_MOCK = """
def test_the_fixtures_are_there(quantai_mock, quantai):
    assert quantai.models.list().count
    assert len(quantai_mock.requests("models_list")) == 1
"""
WITHOUT_MOCK = """
import pytest

def test_pytest_works_without_the_fixtures():
    pass

def test_a_fixture_names_the_extra(request):
    with pytest.raises(ModuleNotFoundError, match="pip install 'quant-ai.mock.'"):
        request.getfixturevalue("quantai_mock")
"""


def install(programs: Path, contents: Contents) -> dict[str, str]:
    """Install the wheel with all that belongs to it, and return the versions of what is there."""
    wheel = f"quant-ai[{','.join(contents.extras)}]" if contents.extras else "quant-ai"
    direct = {**requirements()}
    for extra in contents.extras:
        direct.update(requirements(extra))
    if contents.only_lowest:
        direct = {contents.only_lowest: direct[contents.only_lowest]}
    lowest = direct if contents.lowest or contents.only_lowest else {}
    uv(
        *("pip", "install", "--quiet", "--no-config", "--python", programs / "python"),
        *("--find-links", Path(WHEEL).parent, "--refresh-package", "quant-ai", "--only-binary", ":all:"),
        *("--resolution", "lowest-direct" if lowest else "highest"),
        *(wheel, *lowest.values(), *[PYDANTIC] * contents.pydantic),
    )
    listed = uv("pip", "list", "--quiet", "--no-config", "--python", programs / "python", "--format", "json")
    versions = {row["name"]: row["version"] for row in json.loads(listed)}
    if contents.only_lowest and sys.version_info < (3, 12):  # for newer ones, the lowest version may have no wheel
        bound = re.search(r">=([\d.]+)", *lowest.values())
        assert bound is not None
        assert Version(versions[contents.only_lowest]) == Version(bound[1]), "this is not the lowest version"
    return versions

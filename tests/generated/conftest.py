"""Run the generator in a process of its own, as its users do, and import what it wrote."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from tests.generated.support import NASTY, ROOT

Generate = Callable[..., "subprocess.CompletedProcess[str]"]


def run(*arguments: object, env: dict[str, str] | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "generate.py"), *map(str, arguments)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False, timeout=60)


@pytest.fixture(scope="session")
def generate() -> Generate:
    """Run scripts/generate.py with arguments."""
    return run


@pytest.fixture(scope="session")
def generate_here() -> Iterator[Generate]:
    """The same in this process, which is faster."""
    sys.path.insert(0, str(ROOT / "scripts"))
    main = importlib.import_module("generate").main

    def run_here(*arguments: object) -> subprocess.CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["generate.py", *map(str, arguments)])
            code = main()
        return subprocess.CompletedProcess(sys.argv, code, out.getvalue(), err.getvalue())

    yield run_here
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def nasty_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package generated from nasty.yaml."""
    output = tmp_path_factory.mktemp("nasty") / "nasty_client"
    done = run("--spec", NASTY, "--output", output)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def nasty(nasty_path: Path) -> Iterator[ModuleType]:
    """The same package, imported."""
    sys.path.insert(0, str(nasty_path.parent))
    yield importlib.import_module("nasty_client")
    sys.path.remove(str(nasty_path.parent))

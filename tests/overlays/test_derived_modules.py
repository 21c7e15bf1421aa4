"""The sync modules are derived from the async ones, and a module that is not what it was derived from is noticed."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import extended_resources
from derive_sync import modules, sync_name

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "overlays" / "quant_ai"
MODULES = modules(PACKAGE)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the client's package, in a checkout of its own."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return shutil.copytree(PACKAGE, tmp_path / "overlays" / "quant_ai", ignore=shutil.ignore_patterns("__pycache__"))


def derive(package: Path, *arguments: str) -> tuple[int, str]:
    """Run the script on a checkout; its exit code, and what it prints."""
    command = [sys.executable, str(ROOT / "scripts" / "derive_sync.py"), "--root", str(package.parents[1]), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_committed_modules_are_up_to_date(package: Path) -> None:
    assert derive(package, "--check") == (0, "no sync modules out of date\n")


def edit_by_hand(package: Path) -> str:
    path = package / "resources" / "chat.py"
    path.write_text(path.read_text().replace("max_rounds: int = 16", "max_rounds: int = 17"))
    return "~ overlays/quant_ai/resources/chat.py"


def change_the_source(package: Path) -> str:
    path = package / "resources" / "async_files.py"
    path.write_text(path.read_text().replace("Upload a file of any size.", "Upload a file, of any size."))
    return "~ overlays/quant_ai/resources/files.py"


def delete(package: Path) -> str:
    (package / "caller.py").unlink()
    return "+ overlays/quant_ai/caller.py"


def leave_over(package: Path) -> str:
    text = "# Derived from async_gone.py by `make generate`; do not edit.\n"
    (package / "resources" / "gone.py").write_text(text)
    return "- overlays/quant_ai/resources/gone.py"


@pytest.mark.parametrize("spoil", [edit_by_hand, change_the_source, delete, leave_over])
def test_a_module_that_is_not_what_it_is_derived_from_is_named_and_mended(
    package: Path, spoil: Callable[[Path], str]
) -> None:
    line = spoil(package)
    assert derive(package, "--check") == (1, f"{line}\n1 sync module out of date\n")
    assert derive(package) == (0, f"{line}\n1 sync module changed\n")
    assert derive(package, "--check") == (0, "no sync modules out of date\n")


def test_code_that_would_stay_async_is_refused(package: Path) -> None:
    path = package / "resources" / "async_files.py"
    path.write_text(path.read_text() + "\n\nfrom anyio import sleep\n\nNAP = sleep\n")
    before = (package / "resources" / "files.py").read_text()
    assert derive(package) == (2, "overlays/quant_ai/resources/async_files.py: its sync form would still use anyio\n")
    assert (package / "resources" / "files.py").read_text() == before


def test_a_phrase_that_is_replaced_has_to_be_there(package: Path) -> None:
    path = package / "async_client.py"
    path.write_text(path.read_text().replace("The async client", "The client"))
    code, printed = derive(package, "--check")
    assert code == 2
    assert "no longer says 'The async client'" in printed


@pytest.mark.parametrize(
    ("name", "sync"),
    [
        ("AsyncJob", "Job"),
        ("async_job", "job"),
        ("resources/async_files.py", "resources/files.py"),
        ("sleep_async", "sleep"),
        ("aclose", "close"),
        ("_AsyncView", "_AsyncView"),
        ("asynchronous", "asynchronous"),
        ("job", "job"),
    ],
)
def test_names_lose_their_async_part(name: str, sync: str) -> None:
    assert sync_name(name) == sync


@pytest.mark.parametrize("module", MODULES)
def test_docstrings_of_sync_modules_are_about_sync_code(module: str) -> None:
    tree = ast.parse((PACKAGE / sync_name(module)).read_text())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    words = " ".join(ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, documented))
    assert not any(word in words for word in ("await ", "async with", "async for", "AsyncQuantAI", "AsyncClient"))


@pytest.mark.parametrize("module", MODULES)
def test_sync_modules_load_no_async_module(module: str) -> None:
    name = "quant_ai." + sync_name(module).removesuffix(".py").replace("/", ".")
    code = f"import {name}, sys; print([m for m in sys.modules if m.startswith('quant_ai.') and '.async_' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the hand-written resources, and the modules that are generated for them."""
    for folder in ("overlays/quant_ai/resources", "generated/quant_ai_client/resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_client_has_a_property_for_each_hand_written_resource(checkout: Path) -> None:
    hand_written = {path.stem.removeprefix("async_") for path in (PACKAGE / "resources").glob("async_*.py")}
    text = extended_resources.properties(checkout)
    assert text == (PACKAGE / "resources" / "async_extended.py").read_text(encoding="utf-8")
    assert {name for name in hand_written if f"def {name}(" in text} == hand_written - {"extended"}


def test_the_client_has_no_property_for_a_resource_that_is_gone_from_the_spec(checkout: Path) -> None:
    (checkout / "generated/quant_ai_client/resources/async_files.py").unlink()
    assert "iles" not in extended_resources.properties(checkout)
    command = [sys.executable, str(ROOT / "scripts" / "extended_resources.py"), "--root", str(checkout)]
    assert subprocess.run([*command, "--check"], capture_output=True, check=False).returncode == 1
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert subprocess.run([*command, "--check"], capture_output=True, check=False).returncode == 0

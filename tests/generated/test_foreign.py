"""Documents of other kinds of APIs: what is refused in them is listed with its reason, and the rest works.

Type checks take a while, so they run at night: NIGHTLY=1.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.generated.support import ROOT, RUNTIME, borrowed
from tests.type_checks.checkers import STRICT_MYPY

from generator.rendering import faults, render
from openapi import Spec

FOLDER = ROOT / "tests" / "spec" / "foreign"
REFUSED: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "refused.yaml").read_text(encoding="utf-8"))
DOCUMENTS = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "refused")
MOST = 6
"""How many entries refused.yaml may have: never more than now."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on the path, with the package of each document, without what is refused in it."""
    folder = tmp_path_factory.mktemp("foreign")
    for name in DOCUMENTS:
        for path, text in render(refused_and_rest(name)[1]).items():
            file = folder / f"{name}_client" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            shared = name != DOCUMENTS[0] and path in RUNTIME and path.endswith(".py")
            file.write_text(borrowed(f"{DOCUMENTS[0]}_client", file.stem) if shared else text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def refused_and_rest(name: str) -> tuple[list[str], Spec]:
    """The places of what is refused in a document, and the document without that."""
    spec, found = Spec.load(FOLDER / f"{name}.yaml"), []
    while refused := list(faults(spec)):
        found += [" ".join(map(str, one.pointer)) for one in refused]
        for one in refused:
            remove(spec.data, one.pointer)
        spec = Spec(yaml.safe_dump(spec.data, sort_keys=False, allow_unicode=True), f"{name}.yaml")
    return found, spec


def remove(data: Any, pointer: tuple[str | int, ...]) -> None:
    """Remove the operation that something belongs to, or the whole part of the document."""
    kept = pointer[:3] if pointer[0] == "paths" else pointer[:1]
    for step in kept[:-1]:
        data = data.get(step, {})
    data.pop(kept[-1], None)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_refused_is_listed(name: str) -> None:
    assert sorted(refused_and_rest(name)[0]) == sorted(REFUSED.get(name, {}))


def test_the_list_of_what_is_refused_only_shrinks() -> None:
    assert sum(map(len, REFUSED.values())) <= MOST
    assert REFUSED.keys() <= set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_module_is_imported(folder: Path, name: str) -> None:
    for file in sorted((folder / f"{name}_client").rglob("*.py")):
        module = file.relative_to(folder).with_suffix("").as_posix().replace("/", ".")
        importlib.import_module(module.removesuffix(".__init__"))


@pytest.mark.slow
@pytest.mark.skipif("NIGHTLY" not in os.environ, reason="at night")
def test_every_package_is_clean_for_mypy(folder: Path) -> None:
    packages = [f"-p{name}_client" for name in DOCUMENTS]
    command = [sys.executable, "-m", *STRICT_MYPY, *packages]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout


def test_the_command_takes_any_document(generate: Any, tmp_path: Path) -> None:
    given = ("--spec", FOLDER / "museum.yaml", "--package", "gallery_client", "--output", tmp_path)
    done = generate(*given)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "gallery_client" / "resources" / "events.py").exists()
    assert generate(*given, "--check").returncode == 0
    assert "--package: a-b is no name" in generate("--spec", FOLDER / "museum.yaml", "--package", "a-b").stderr

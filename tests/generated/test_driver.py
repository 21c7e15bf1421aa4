"""scripts/generate.py: the same bytes everywhere, and all or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.generated.support import HERE, NASTY, RUNTIME, contents, minimal, with_property
from tests.type_checks.checkers import STRICT_MYPY

GOLDEN = HERE / "golden"


def test_the_committed_package_is_what_the_spec_gives(generate: Any) -> None:
    done = generate("--check")
    assert done.returncode == 0, done.stdout


def test_the_nasty_package_is_as_approved(nasty_path: Path) -> None:
    found = {f"{name}.txt": text for name, text in contents(nasty_path).items() if name not in RUNTIME}
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, text in found.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(text)
    expected = contents(GOLDEN)
    assert sorted(found) == sorted(expected)
    for name, text in found.items():
        assert text.decode() == expected[name].decode(), name


def test_another_ruff_than_the_pinned_one_is_refused_in_one_line(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["generate"], "version", lambda name: "0.1.0")
    done = generate_here("--output", tmp_path / "client")
    assert done.returncode == 2
    assert done.stderr.startswith("ruff 0.1.0 formats in another way than")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "client").exists()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4711"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
        {"TZ": "Pacific/Kiritimati"},
        {"PATH": "/nowhere"},
    ],
    ids=lambda surroundings: ",".join(surroundings),
)
def test_the_output_does_not_depend_on_the_environment(
    generate: Any, nasty_path: Path, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    output = tmp_path / "nasty_client"
    done = generate("--spec", NASTY, "--output", output, env=surroundings, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert contents(output) == contents(nasty_path)


def test_a_configuration_of_ruff_above_the_output_changes_nothing(
    generate: Any, nasty_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "ruff.toml").write_text("line-length = 60\n[format]\nquote-style = 'single'\n")
    generate("--spec", NASTY, "--output", tmp_path / "nasty_client")
    assert contents(tmp_path / "nasty_client") == contents(nasty_path)


def test_a_run_lists_the_files_it_added_changed_and_removed(generate: Any, tmp_path: Path) -> None:
    output = tmp_path / "client"
    first = generate("--spec", minimal(tmp_path), "--output", output)
    assert "+ models/thing.py" in first.stdout

    def rename(data: Any) -> None:
        data["components"]["schemas"] = {"Other": data["components"]["schemas"]["Thing"]}
        reply = data["paths"]["/things"]["get"]["responses"]["200"]
        reply["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/Other"

    second = generate("--spec", minimal(tmp_path, rename), "--output", output)
    lines = second.stdout.splitlines()
    assert "- models/thing.py" in lines
    assert "+ models/other.py" in lines
    assert "~ api/things/things_list.py" in lines
    assert lines[-1] == f"1 added, {sum(line[0] == '~' for line in lines)} changed, 1 removed"
    assert generate("--spec", minimal(tmp_path, rename), "--output", output).stdout == "nothing changed\n"


def test_check_lists_what_differs_and_writes_nothing(generate: Any, tmp_path: Path) -> None:
    output = tmp_path / "client"
    generate("--spec", minimal(tmp_path), "--output", output)
    (output / "models" / "thing.py").write_text("edited by hand")
    (output / "models" / "left_over.py").write_text("")
    before = contents(output)
    done = generate("--spec", minimal(tmp_path), "--output", output, "--check")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == ["- models/left_over.py", "~ models/thing.py"]
    assert contents(output) == before


@pytest.mark.parametrize("place", ["write", "swap"])
def test_a_crash_leaves_the_package_and_nothing_beside_it(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    output = tmp_path / "client"
    generate_here("--spec", minimal(tmp_path), "--output", output)
    before = contents(output)
    module = sys.modules["generate"]
    whole = Path.replace

    def crash(*_: Any) -> None:
        raise KeyboardInterrupt

    def replace(path: Path, target: Path) -> Path:
        if Path(target) == output and path.parent.name.startswith(".generate-") and path.name == output.name:
            crash()
        return whole(path, target)

    if place == "write":
        monkeypatch.setattr(module, "render", crash)
    else:
        monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        generate_here("--spec", minimal(tmp_path, with_property({"type": "string"})), "--output", output)
    assert contents(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client", "spec.yaml"]


def test_every_generated_file_says_what_wrote_it(root: Path) -> None:
    for name, text in contents(root / "generated" / "quant_ai_client").items():
        first = text.decode().splitlines()[0]
        origin = f"Copied from scripts/generator/runtime/{name}"
        if name not in RUNTIME:
            origin = "Written by scripts/generate.py from spec/openapi.yaml"
        assert first == f"# {origin}. Do not edit: change that, and run `make generate`.", name


def test_no_generated_file_is_longer_than_800_lines(root: Path) -> None:
    long = {name: len(text.splitlines()) for name, text in contents(root / "generated" / "quant_ai_client").items()}
    assert {name: count for name, count in long.items() if count > 800} == {}


@pytest.mark.slow
def test_the_nasty_package_is_clean_for_mypy_and_ruff(nasty_path: Path, root: Path) -> None:
    # Ruff's PLC0414 refuses `import X as X`, by which mypy --strict knows what other modules may import.
    for command in (STRICT_MYPY, ["ruff", "check", "--isolated", "--line-length=120", "--ignore=PLC0414"]):
        done = subprocess.run(
            [sys.executable, "-m", *command, str(nasty_path)], capture_output=True, text=True, cwd=nasty_path.parent
        )
        assert done.returncode == 0, done.stdout

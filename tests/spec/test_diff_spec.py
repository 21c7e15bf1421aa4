"""diff_spec finds the changes that break users, and no others."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

import diff_spec
from openapi import Spec
from specdiff import Change, compare, is_major

GOOD = Path(__file__).with_name("good.yaml").read_text(encoding="utf-8")
TABLE = yaml.safe_load(Path(__file__).with_name("changes.yaml").read_text(encoding="utf-8"))


def changes(new: str, old: str = GOOD) -> list[Change]:
    return compare(Spec(old), Spec(new))


@pytest.mark.parametrize("row", TABLE, ids=[row["name"] for row in TABLE])
def test_a_change_is_found_and_classified(row: dict[str, str]) -> None:
    assert GOOD.count(row["old"]) == 1, f"is in good.yaml {GOOD.count(row['old'])} times"
    found = changes(GOOD.replace(row["old"], row["new"]))
    assert any(change.breaking for change in found) == row["breaking"], found
    if "says" in row:
        assert any(row["says"] in f"{change.where} {change.what}" for change in found), found
    else:
        assert found == []


@pytest.mark.parametrize("row", [row for row in TABLE if not row["breaking"]], ids=lambda row: row["name"])
def test_compatible_changes_are_not_breaking_together_either(row: dict[str, str]) -> None:
    text = GOOD
    for other in TABLE:
        if not other["breaking"] and other is not row and text.count(other["old"]) == 1:
            text = text.replace(other["old"], other["new"])
    assert [change for change in changes(text) if change.breaking] == []


def test_all_breaking_changes_of_a_pair_are_found_together() -> None:
    """The eight kinds of changes that a release must announce."""
    kinds = [
        "operation removed",
        "new required field in a request",
        "value removed from an enum of a reply",
        "type of a field of a reply changed",
        "field of a reply removed",
        "bound of a parameter tightened",
        "default changed",
        "type changed in a request",
    ]
    text = GOOD
    rows = [row for row in TABLE if row["name"] in kinds]
    assert len(rows) == len(kinds)
    for row in rows:
        assert text.count(row["old"]) == 1, row["name"]
        text = text.replace(row["old"], row["new"])
    found = [f"{change.where} {change.what}" for change in changes(text) if change.breaking]
    for row in rows:
        assert any(row["says"] in line for line in found), row["name"]


def test_the_same_spec_has_no_change() -> None:
    assert changes(GOOD) == []


def test_the_real_spec_has_no_change_from_itself() -> None:
    spec = Spec.load(Path(__file__).parents[2] / "spec" / "openapi.yaml")
    assert compare(spec, spec) == []


def test_a_renamed_component_is_breaking_because_its_class_goes() -> None:
    found = changes(GOOD.replace("NoteList", "NotePage"))
    assert [(change.where, change.breaking) for change in found] == [("NoteList", True), ("NotePage", False)]


def test_a_change_of_a_shared_schema_is_listed_once_with_all_its_operations() -> None:
    found = changes(
        GOOD.replace(
            "The text.\n          type: string\n        status", "The text.\n          type: integer\n        status"
        )
    )
    assert [change.where for change in found] == ["Note.text (in replies)"]
    assert found[0].operations == ("notes_create", "notes_get", "notes_list")


@pytest.mark.parametrize(
    ("old", "new", "major"),
    [
        ("1.0.0", "2.0.0", True),
        ("1.9.0", "1.10.0", False),
        ("9.0.0", "10.0.0", True),
        ("0.1.0", "0.2.0", True),
        ("0.1.0", "0.1.1", False),
        ("1.0.0", "1.0.0", False),
        ("2.0.0", "1.0.0", False),
    ],
)
def test_a_major_version_is_a_greater_first_number(old: str, new: str, major: bool) -> None:
    assert is_major(old, new) == major


def write(folder: Path, text: str) -> str:
    path = folder / f"{len(list(folder.iterdir()))}.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_breaking_change_fails_without_a_major_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path, GOOD), write(tmp_path, GOOD.replace("default: none", "default: nothing"))
    assert diff_spec.main([old, new]) == 1
    printed = capsys.readouterr()
    assert "BREAKING changed NoteCreateRequest.text (in requests): default was 'none', is 'nothing'" in printed.out
    assert "major version" in printed.err


def test_a_breaking_change_passes_with_a_major_version(tmp_path: Path) -> None:
    new = GOOD.replace("default: none", "default: nothing").replace("version: 1.0.0", "version: 2.0.0")
    assert diff_spec.main([write(tmp_path, GOOD), write(tmp_path, new)]) == 0


def test_markdown_has_a_list_for_each_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = GOOD.replace("minimum: 1\n", "minimum: 2\n").replace("enum: [kept, lost]", "enum: [kept, lost, found]")
    diff_spec.main(["--markdown", write(tmp_path, GOOD), write(tmp_path, new)])
    assert capsys.readouterr().out == (
        "## API 1.0.0\n\nSince 1.0.0: 1 breaking and 1 other changes.\n\n"
        "### Added\n\n- `NoteStatus (in replies)` found is a new value [notes_create, notes_get, notes_list]\n\n"
        "### Changed\n\n- **Breaking:** `notes_list parameter limit` minimum was 1, is 2\n"
    )


def test_the_base_may_be_a_git_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "spec" / "openapi.yaml"
    spec.parent.mkdir()
    spec.write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], check=True)
    spec.write_text(GOOD.replace("minimum: 1\n", "minimum: 0\n"), encoding="utf-8")
    assert diff_spec.main(["HEAD"]) == 0
    assert "minimum was 1, is 0" in capsys.readouterr().out


def test_an_unknown_base_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert diff_spec.main(["no-such-reference"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1

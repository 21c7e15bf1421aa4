"""`make check` runs the tests of the operations that a change of the spec touches."""

from __future__ import annotations

from pathlib import Path

import pytest

import touched_tests
from openapi import Spec

GOOD = Path(__file__).with_name("good.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("Keeps notes.", "Keeps them.", []),
        ("summary: List the jobs", "summary: List jobs", ["jobs_list"]),
        ("description: Work that takes long.\n      type", "description: Work.\n      type", ["jobs_list"]),
        ("summary: A note that is kept", "summary: A note", ["notes_get"]),
        ("example: n-1", "example: n-2", ["notes_get"]),
        ("description: Words of the note's own.", "description: W.", ["notes_list", "notes_create", "notes_get"]),
        ("operationId: jobs_list", "operationId: jobs_all", ["jobs_all"]),
    ],
)
def test_the_operations_that_a_change_touches(old: str, new: str, names: list[str]) -> None:
    assert GOOD.count(old) == 1
    assert touched_tests.touched(Spec(GOOD), Spec(GOOD.replace(old, new))) == names


def test_the_tests_are_printed_as_arguments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_text(GOOD, encoding="utf-8")
    after.write_text(GOOD.replace("summary: List the jobs", "summary: List jobs"), encoding="utf-8")
    assert touched_tests.main([str(before), str(after)]) == 0
    printed = capsys.readouterr()
    assert printed.out.endswith('tests/contract -k "test_examples or test_no_schema_names or jobs_list"\n')
    assert "jobs_list" in printed.err
    assert touched_tests.main([str(before), str(before)]) == 0
    assert "tests/contract" not in capsys.readouterr().out
    assert touched_tests.main(["no-such-reference"]) == 2

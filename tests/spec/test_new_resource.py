"""A new resource is written into the spec in its style, whatever it is called."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

import new_resource
from openapi import Spec, SpecFault
from specdraft import add_resource
from speclint import lint

GOOD = Path(__file__).with_name("good.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("widgets", "Widget"),
        ("saved_queries", "SavedQuery"),
        ("files2", "Files2Item"),
        ("list", "ListItem"),
        ("async", "AsyncItem"),
        ("self", "SelfItem"),
        ("raw", "RawItem"),
        ("close", "CloseItem"),
        ("with_options", "WithOption"),
        ("health", "HealthItem"),  # the resource itself is Health
        ("works", "WorksItem"),  # Work is a schema already
    ],
)
def test_a_resource_may_have_any_name(name: str, noun: str) -> None:
    text = add_resource(Spec(GOOD), name)
    spec = Spec(text)
    assert lint(spec) == []
    assert noun in spec.components("schemas")
    assert [operation.id for operation in spec.operations if operation.tag == name] == [
        f"{name}_{verb}" for verb in ("list", "create", "get", "update", "delete")
    ]
    assert not [line for line in difflib.ndiff(GOOD.splitlines(), text.splitlines()) if line.startswith("- ")]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("notes", "there is a resource notes already"),
        ("Notes", "'Notes' is no name for a resource"),
        ("my-notes", "write one or two words in lower case"),
        ("", "is no name for a resource"),
        ("2files", "is no name for a resource"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(name: str, message: str) -> None:
    with pytest.raises(SpecFault, match=message):
        add_resource(Spec(GOOD), name)


def test_a_path_that_is_taken_is_refused() -> None:
    with pytest.raises(SpecFault, match="there is a path /work already"):
        add_resource(Spec(GOOD.replace("  /jobs:\n", "  /work:\n")), "work")


def test_the_command_writes_the_spec_or_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(GOOD, encoding="utf-8")
    assert new_resource.main(["widgets", "--spec", str(spec)]) == 0
    assert "lines for widgets" in capsys.readouterr().out
    assert "/widgets/{widgetId}:" in spec.read_text(encoding="utf-8")
    assert new_resource.main(["widgets", "--spec", str(spec)]) == 1
    assert "there is a resource widgets already" in capsys.readouterr().err
    assert new_resource.main(["widgets", "--spec", str(tmp_path / "none.yaml")]) == 2

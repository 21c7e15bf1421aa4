"""The spec is read once as YAML, and after that from a JSON cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from quant_ai_mock.document import loading

YAML = """
openapi: 3.1.0
paths:
  /x:
    get:
      responses: {'200': {description: on 2026-11-23}}
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spec in place of the package's own, and an empty cache folder."""
    place = tmp_path / "package" / "openapi.yaml"
    place.parent.mkdir()
    place.write_text(YAML)
    monkeypatch.setattr(loading, "CANDIDATES", (place,))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return place


def kept(own: Path) -> list[Path]:
    """The files in the cache."""
    return [path for path in (own.parents[1] / "cache").rglob("*") if path.is_file()]


def never(*_: object) -> None:
    raise AssertionError("the YAML was read again")


def test_the_packages_own_document_says_the_same_in_both_forms() -> None:
    assert loading.load() == loading.load(loading.find()) == loading.load()


def test_the_yaml_is_read_once(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = loading.load()
    monkeypatch.setattr(loading, "_parse", never)
    assert loading.load() == first
    assert first["paths"]["/x"]["get"]["responses"]["200"]["description"] == "on 2026-11-23"


def test_a_change_of_the_yaml_is_seen(own: Path) -> None:
    loading.load()
    own.write_text(YAML.replace("/x", "/y"))
    assert list(loading.load()["paths"]) == ["/y"]
    assert list(loading.load()["paths"]) == ["/y"]
    assert len(kept(own)) == 1


def test_json_that_came_with_the_yaml_is_read_instead(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.with_suffix(".json").write_bytes(loading.as_json(own))
    monkeypatch.setattr(loading, "_parse", never)
    assert list(loading.load()["paths"]) == ["/x"]
    assert kept(own) == []


def test_json_that_came_with_another_yaml_is_not_read(own: Path) -> None:
    own.with_suffix(".json").write_bytes(loading.as_json(own))
    own.write_text(YAML.replace("/x", "/y"))
    assert list(loading.load()["paths"]) == ["/y"]


@pytest.mark.parametrize("damage", [b"", b"\0" * 99, b"[]", None])
def test_a_damaged_copy_is_written_again(own: Path, damage: bytes | None) -> None:
    first = loading.load()
    (copy,) = kept(own)
    copy.write_bytes(copy.read_bytes()[:-1] if damage is None else damage)
    assert loading.load() == first
    assert copy.read_bytes().endswith(b"}")


def test_without_a_home_there_is_no_copy(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)

    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(loading.Path, "home", no_home)
    assert list(loading.load()["paths"]) == ["/x"]


def test_no_copy_is_needed(own: Path) -> None:
    (own.parents[1] / "cache").write_text("a file where the folder would be")
    assert list(loading.load()["paths"]) == ["/x"]


def test_a_status_without_quotes_is_kept_as_a_text(own: Path) -> None:
    own.write_text(YAML.replace("'200'", "200"))
    for _ in range(2):
        assert list(loading.load()["paths"]["/x"]["get"]["responses"]) == ["200"]
    assert len(kept(own)) == 1


def test_another_document_leaves_nothing_behind(own: Path) -> None:
    loading.load(own)
    assert kept(own) == []

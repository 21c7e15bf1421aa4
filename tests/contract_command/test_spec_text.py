"""The text of a spec is read as JSON values, or refused in a line that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from quant_ai_common import spec_text
from quant_ai_common.spec_text import parse_spec
from quant_ai_contract.contract import load
from quant_ai_contract.spec_file import DocumentError


def test_scalars_are_read_as_yaml_1_2_means_them() -> None:
    words = b"[no, On, 1:30, 2026-01-31, 1_000, =, True, Null, 010, 0o10, 0x1F, 1e3, .5, ~, +7, <<, '5', ]"
    assert parse_spec(words) == [
        *("no", "On", "1:30", "2026-01-31", "1_000", "=", True, None, 10, 8, 31, 1000.0, 0.5, None, 7, "<<", "5")
    ]


def test_keys_are_texts_and_merge_keys_are_merged() -> None:
    assert parse_spec(b"x: &a {200: b, true: c, null: d}\ny: {<<: *a, 200: e}") == {
        "x": {"200": "b", "true": "c", "null": "d"},
        "y": {"200": "e", "true": "c", "null": "d"},
    }


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"a: &a [*a]", "#/a/0: an alias contains itself"),
        (b"a: {b: .inf}", "#/a/b: JSON has no number inf"),
        (b"a: !!set {b}", "#/a: JSON has no set"),
        (b"a: !!timestamp 2026-01-31", "#/a: JSON has no date"),
        (b"a: 1\nb: \xff", "2:4: not UTF-8"),
        (b"a: 1\nb: \x07", "2:4: unacceptable character #x0007: control characters are not allowed"),
        (b"a: 1\nb: [\n", "3:1: did not find expected node content"),
        (b"a: !word b", "1:4: could not determine a constructor for the tag '!word'"),
        (b"[" * 200_000, "nested too deep"),
        (b"- " * 100_000, "nested too deep"),
        (b"a: " + b"[" * 300 + b"]" * 300, "#/a/0/0: nested too deep"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(content: bytes, complaint: str) -> None:
    with pytest.raises(spec_text.SpecTextError) as refused:
        parse_spec(content)
    assert str(refused.value) == complaint


def test_aliases_may_not_multiply_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spec_text, "_MAX_VALUES", 5000)
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(spec_text.SpecTextError, match="more than 5,000 values, with the aliases written out"):
        parse_spec("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "not an OpenAPI 3.1 document"),
        ("openapi: 3.0.3\npaths: {}", "not an OpenAPI 3.1 document, but 3.0.3"),
        ("openapi: 3.1.1\npaths:", "#/paths is no mapping"),
        ("openapi: 3.1.1\na: b: c", "2:5: mapping values are not allowed in this context"),
    ],
)
def test_a_file_that_is_no_spec_is_refused_with_its_name(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        load(file)
    assert str(refused.value) == f"{file}:{'' if complaint[0].isdigit() else ' '}{complaint}"


def test_statuses_need_no_quotes(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(
        "openapi: 3.1.1\ninfo: {title: T, version: 1.0}\nservers: [{url: https://x.test}]\n"
        "paths: {/x: {get: {operationId: x_get, tags: [x], responses: {200: {description: x}}}}}\n",
        encoding="utf-8",
    )
    assert list(load(file).spec.source["paths"]["/x"]["get"]["responses"]) == ["200"]
    assert load(file).operations["x_get"].target == "/x"

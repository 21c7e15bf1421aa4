"""Every authoring rule finds the fault that it is for, at its line, and nothing in a spec without faults."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import lint_spec
from openapi import Spec, SpecFileError
from speclint import RULES, Exemption, exemptions, lint

GOOD = Path(__file__).with_name("good.yaml").read_text(encoding="utf-8")

SEEDS = yaml.safe_load(Path(__file__).with_name("seeds.yaml").read_text(encoding="utf-8"))


def seeded(old: str, new: str) -> str:
    """good.yaml with one fault."""
    assert GOOD.count(old) == 1, f"is in good.yaml {GOOD.count(old)} times: {old!r}"
    return GOOD.replace(old, new)


def test_a_spec_without_faults_has_no_findings() -> None:
    assert lint(Spec(GOOD)) == []


def test_names_in_extensions_are_no_words_of_openapi() -> None:
    assert lint(Spec(GOOD.replace("sources", "links"))) == []


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{seed['rule']}: {seed['says']}" for seed in SEEDS])
def test_a_rule_finds_the_fault_that_it_is_for(seed: dict[str, str]) -> None:
    problems = list(RULES[seed["rule"]](Spec(seeded(seed["old"], seed["new"]))))
    hits = [problem for problem in problems if seed["says"] in problem.what]
    assert hits, problems
    assert all(hit.fix for hit in hits)


@pytest.mark.parametrize(("name", "fix"), [("Notes", "write notes, or add it"), ("recipes", "add it")])
def test_a_tag_that_is_not_declared_may_be_another_one(name: str, fix: str) -> None:
    (problem,) = [
        one for one in RULES["tag"](Spec(GOOD.replace("tags: [notes]", f"tags: [{name}]", 1))) if name in one.what
    ]
    assert problem.fix == f"{fix}, with a description, to the tags at the top"


def test_every_rule_has_a_seeded_fault() -> None:
    assert {seed["rule"] for seed in SEEDS} == set(RULES)


DISCRIMINATOR = """\
      discriminator:
        propertyName: kind
        mapping: {link: '#/components/schemas/LinkBlock', text: '#/components/schemas/TextBlock'}
"""
TEXT = "description: The reason in words.\n          type: string\n"
ALLOWED = {
    "a discriminator": [
        (
            "        - $ref: '#/components/schemas/TextBlock'\n",
            f"        - $ref: '#/components/schemas/TextBlock'\n{DISCRIMINATOR}",
        ),
        ("          const: link\n", ""),
        ("required: [kind, href]", "required: [kind]"),
        ("          const: text\n", ""),
    ],
    "a tuple": [
        (
            TEXT,
            "description: A pair.\n          type: array\n          prefixItems: [{type: string}, {type: integer}]\n",
        )
    ],
    "a closed tuple": [
        (
            TEXT,
            "type: array\n          prefixItems: [{}]\n          items: false\n          description: It.\n",
        )
    ],
    "a description beside a reference": [
        (
            "$ref: '#/components/schemas/NoteStatus'",
            "$ref: '#/components/schemas/NoteStatus'\n          description: Its state.",
        )
    ],
    "an enum of integers": [
        (TEXT, "$ref: '#/components/schemas/Level'\n"),
        (
            "    Labels:\n",
            "    Level:\n      description: From 1 to 3.\n      type: integer\n      enum: [1, 2, 3]\n    Labels:\n",
        ),
    ],
    "a constant that is not a string": [(TEXT, "description: One.\n          type: integer\n          const: 1\n")],
    "a default with quotes": [("default: none", "default: 'a \"quoted\" \\ word'")],
    "a default that is a list": [
        (TEXT, "description: Words.\n          type: array\n          items: {type: string}\n          default: [a]\n")
    ],
    "names that generated code uses": [
        (
            TEXT,
            TEXT + "        to_dict: {description: It., type: string}\n        cls: {description: It., type: string}\n",
        ),
        ("name: limit", "name: client"),
        ("limit: limit}", "limit: client}"),
    ],
    "another method": [("  /jobs:\n    get:", "  /jobs:\n    head:")],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED)
def test_what_the_generator_supports_is_not_a_finding(changes: list[tuple[str, str]]) -> None:
    text = GOOD
    for old, new in changes:
        assert text.count(old) == 1, f"is in the spec {text.count(old)} times: {old!r}"
        text = text.replace(old, new)
    assert lint(Spec(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "line_of"),
    [
        ("default: none", "default: none\n          nullable: true", "not-generated", "nullable: true"),
        ("operationId: jobs_list", "operationId: listJobs", "operation-id", "operationId: listJobs"),
        ("enum: [kept, lost]", "enum: [kept]", "enum", "enum: [kept]"),
        ("value: {message: Denied}", "value: {message: no}", "ambiguous-scalar", "message: no"),
        ("name: kind, input", "name: tool, input", "x-tool-calls", "name: tool, input"),
        ("message: href", "message: text", "x-polling", "message: text"),
        ("terminal: [done]", "terminal: [end]", "x-event-stream", "terminal: [end]"),
        ("stored: kept", "stored: saved", "x-event-stream", "stored: saved"),
        ("status: {event: done", "state: {event: done", "x-event-stream", "state: {event: done"),
        ("href: [noteId, text]", "href: [noteId, url]", "x-event-stream", "href: [noteId, url]"),
        ("  title: Notes\n", "  title: Notes\n  title: Again\n", "duplicate-key", "title: Again"),
    ],
)
def test_a_finding_names_the_line_of_the_fault(old: str, new: str, rule: str, line_of: str) -> None:
    text = seeded(old, new)
    lines = [finding.line for finding in lint(Spec(text)) if finding.rule == rule]
    assert [text.splitlines()[line - 1].strip() for line in lines if line_of in text.splitlines()[line - 1]]


def test_broken_yaml_is_reported_with_its_line() -> None:
    with pytest.raises(SpecFileError, match="mapping values are not allowed") as caught:
        Spec("openapi: 3.1.0\ninfo:\n  title: a: b\n")
    assert caught.value.line == 3


@pytest.mark.parametrize("text", ["[]", "- a", "text", "a: &a [*a]", "? [a]\n: b"])
def test_what_is_not_a_mapping_is_refused(text: str) -> None:
    with pytest.raises(SpecFileError):
        Spec(text)


def test_the_command_prints_file_line_rule_and_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(seeded("operationId: jobs_list", "operationId: listJobs"), encoding="utf-8")
    assert lint_spec.main([str(bad)]) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if " operation-id: " in line)
    number = bad.read_text(encoding="utf-8").splitlines().index("      operationId: listJobs") + 1
    assert line.startswith(f"{bad}:{number} operation-id: operationId listJobs is not snake_case; ")


def test_the_command_fails_on_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_spec.main([str(tmp_path / "none.yaml")]) == 1
    assert "No such file" in capsys.readouterr().out


def test_an_exemption_applies_at_its_place_only() -> None:
    text = seeded("operationId: jobs_list", "operationId: listJobs")
    here = Exemption("operation-id", "paths /jobs get", "an old name")
    assert lint(Spec(text), [here]) == []
    elsewhere = Exemption("operation-id", "paths /job", "an old name")
    assert {finding.rule for finding in lint(Spec(text), [elsewhere])} == {"operation-id"}


def test_an_exemption_that_exempts_nothing_is_a_finding() -> None:
    findings = lint(Spec(GOOD), [Exemption("tag", "paths /jobs", "none")])
    assert [finding.rule for finding in findings] == ["exemption"]


def test_an_exemption_without_a_reason_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lint.yaml"
    path.write_text("exemptions:\n  - {rule: tag, at: paths}\n", encoding="utf-8")
    with pytest.raises(SpecFileError, match="reason"):
        exemptions(path)

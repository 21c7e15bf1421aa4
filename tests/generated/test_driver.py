"""scripts/generate.py: the same bytes everywhere, all or nothing, and no silent loss."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import ParseError

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
RUNTIME = {path.name for path in (HERE.parent.parent / "scripts" / "generator" / "runtime").iterdir()} - {"__init__.py"}

MINIMAL = """\
openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /things:
    get:
      operationId: things_list
      tags: [things]
      summary: List
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Thing: {type: object, properties: {name: {type: string}}}
"""


def contents(package: Path) -> dict[str, bytes]:
    files = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in files}


def minimal(tmp_path: Path, change: Any = None) -> Path:
    document = yaml.safe_load(MINIMAL)
    if change:
        change(document)
    spec = tmp_path / "spec.yaml"
    spec.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    return spec


def test_the_committed_package_is_what_the_document_gives(generate: Any) -> None:
    done = generate("--check")
    assert done.returncode == 0, done.stdout


def test_the_nasty_package_is_as_it_was_read_and_approved(nasty_path: Path) -> None:
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
    assert done.stderr.startswith("ruff 0.1.0 would lay the code out otherwise")
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
def test_the_output_is_the_same_whatever_surrounds_it(
    generate: Any, nasty_path: Path, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    output = tmp_path / "nasty_client"
    done = generate("--spec", HERE / "nasty.yaml", "--output", output, env=surroundings, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert contents(output) == contents(nasty_path)


def test_a_configuration_of_ruff_above_the_output_changes_nothing(
    generate: Any, nasty_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "ruff.toml").write_text("line-length = 60\n[format]\nquote-style = 'single'\n")
    generate("--spec", HERE / "nasty.yaml", "--output", tmp_path / "nasty_client")
    assert contents(tmp_path / "nasty_client") == contents(nasty_path)


def test_a_run_says_which_files_it_added_changed_and_removed(generate: Any, tmp_path: Path) -> None:
    output = tmp_path / "client"
    first = generate("--spec", minimal(tmp_path), "--output", output)
    assert "+ models/thing.py" in first.stdout

    def rename(document: Any) -> None:
        document["components"]["schemas"] = {"Other": document["components"]["schemas"]["Thing"]}
        reply = document["paths"]["/things"]["get"]["responses"]["200"]
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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("openapi: 3.1.1\n  info: {}\n", "spec.yaml:2:7: "),
        ("openapi: [\n", "spec.yaml:2:1: "),
        ("- a list\n", "spec.yaml:1:1: "),
        ("", "spec.yaml:1:1: "),
        ("openapi: 3.1.1\ninfo:\n  title: a\n  title: b\n", "spec.yaml:4:3: the key title stands here a second time"),
        ("openapi: 3.1.1\nwhen: 2026-01-01\n", "spec.yaml:2:7: 2026-01-01 is ambiguous"),
        ("openapi: 3.1.1\nyes: no\n", "spec.yaml:2:1: the key yes is no string"),
        ("openapi: 3.1.1\npaths: {}\n", "spec.yaml:1:1: "),
        ("openapi: 3.1.1\ninfo: {title: a, version: b}\npaths: []\n", "spec.yaml:3:1: "),
        ("openapi: 3.1.1\ninfo: {title: a, version: b}\npaths:\n  /a:\n    get: text\n", "spec.yaml:5:5: "),
    ],
)
def test_a_malformed_document_gives_one_line_with_its_place_and_leaves_the_package(
    generate: Any, tmp_path: Path, text: str, place: str
) -> None:
    output = tmp_path / "client"
    generate("--spec", minimal(tmp_path), "--output", output)
    before = contents(output)
    broken = tmp_path / "spec.yaml"
    broken.write_text(text)
    done = generate("--spec", broken, "--output", output)
    assert done.returncode == 2
    assert done.stderr.startswith(place), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert contents(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client", "spec.yaml"]


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
        monkeypatch.setattr(module.Package, "_resources", crash)
    else:
        monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        generate_here("--spec", minimal(tmp_path, _schema({"type": "string"})), "--output", output)
    assert contents(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client", "spec.yaml"]


def test_a_missing_document_gives_one_line(generate: Any, tmp_path: Path) -> None:
    done = generate("--spec", tmp_path / "none.yaml", "--output", tmp_path / "client")
    assert done.returncode == 2
    assert done.stderr == "none.yaml:No such file or directory\n"


def _schema(schema: Any) -> Any:
    def change(document: Any) -> None:
        document["components"]["schemas"]["Thing"]["properties"]["bad"] = schema

    return change


def _component(**schemas: Any) -> Any:
    return lambda document: document["components"]["schemas"].update(schemas)


def _operation(**changes: Any) -> Any:
    return lambda document: document["paths"]["/things"]["get"].update(changes)


def _parameter(**parameter: Any) -> Any:
    return _operation(parameters=[{"name": "p", "in": "query", **parameter}])


def _stream(**rules: Any) -> Any:
    """The minimal document with a stream that ends in an event `end`, and these rules for its reply."""

    def change(document: Any) -> None:
        extension = {"text": ["why"], "terminal": ["end"], "reply": "Thing", **rules}
        stream = {"schema": {"$ref": "#/components/schemas/RunFrame"}, "x-event-stream": extension}
        data = {"type": "string", "contentSchema": {"$ref": "#/components/schemas/EndEvent"}}
        schemas = document["components"]["schemas"]
        schemas["Thing"]["properties"]["parts"] = {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
        schemas["EndEvent"] = {"type": "object", "properties": {"why": {"type": "string"}}}
        schemas["RunFrame"] = {"properties": {"event": {"const": "end"}, "data": data}}
        document["paths"]["/things"]["get"]["responses"]["200"]["content"] = {"text/event-stream": stream}

    return change


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
REF = {"$ref": "#/components/schemas/Thing"}
POLLS = {
    "state": "state",
    "succeeded": ["a"],
    "failed": ["b"],
    "firstInterval": 1,
    "maxInterval": 5,
    "deadline": 60,
}
PAGES = {"style": "cursor", "in": "query", "cursor": "c", "next": "n", "limit": "l", "items": "things"}
REFUSED = {
    "a boolean schema": (_schema(True), "not true or false"),
    "words beside a reference": (_schema({**REF, "default": 1}), "default beside $ref would be lost"),
    "null in an enum": (_schema({"enum": ["a", None]}), "write null beside the enum"),
    "a nullable const": (_schema({"type": ["string", "null"], "const": "a"}), "nullable enum or const"),
    "a const fraction": (_schema({"const": 1.5}), "Python has no Literal of it"),
    "binary in JSON": (_schema({"type": "string", "format": "binary"}), "contentEncoding: base64"),
    "properties beside a union": (_schema({**OBJECT, "anyOf": [REF]}), "properties beside anyOf would be lost"),
    "properties beside allOf": (_schema({**OBJECT, "allOf": [REF]}), "properties beside allOf would be lost"),
    "another spelling of nothing": (
        lambda document: document["components"]["schemas"]["Thing"].update(
            {"properties": {"a": {"type": "string", "x-alias-of": "b"}}}
        ),
        "a is an alias of b, which is no other property",
    ),
    "definitions inside": (_schema({"$defs": {}}), "does not know $defs"),
    "patterns of names": (_schema({"type": "object", "patternProperties": {}}), "does not know patternProperties"),
    "a reference to nothing": (_schema({"$ref": "#/components/schemas/Nothing"}), "Nothing"),
    "members without a mark": (
        _component(A=OBJECT, B=OBJECT, U={"anyOf": [{"$ref": f"#/components/schemas/{n}"} for n in "AB"]}),
        "A cannot be told from the other members",
    ),
    "names that differ by case": (_component(AiModel=OBJECT, AIModel=OBJECT), "would share the module ai_model"),
    "a name of the package": (_component(Unknown=OBJECT), "Unknown is a name of the package's own"),
    "a mixed enum": (_component(E={"enum": ["a", 1]}), "E"),
    "a component that is a reference": (_component(R=REF), "refer to its target"),
    "a parameter without name": (_operation(parameters=[{"in": "query", "schema": {}}]), '"name" is a required prop'),
    "a parameter without type": (_parameter(schema=True), "not true or false"),
    "a reference to another kind": (_operation(parameters=[REF]), "as one of components/parameters"),
    "a reply that is itself": (
        lambda document: (
            document["components"].update(responses={"R": {"$ref": "#/components/responses/R"}}),
            document["paths"]["/things"]["get"]["responses"].update({"404": {"$ref": "#/components/responses/R"}}),
        ),
        "only a reference; refer to its target",
    ),
    "a word that is no type": (_schema({"type": "strnig"}), '"strnig" is not valid'),
    "a bound that is no number": (_schema({"type": "integer", "minimum": "1"}), '"1" is not of type "number"'),
    "a misspelt word": (_operation(sumary="List"), "'sumary' was unexpected"),
    "an extension of another shape": (_operation(**{"x-idempotent": "yes"}), '"yes" is not of type "boolean"'),
    "pages of a reply that is not there": (
        _operation(
            responses={"204": {"description": "none"}},
            **{"x-pagination": {"style": "offset", "in": "query", "offset": "o", "limit": "l"}},
        ),
        "x-pagination is about the reply 200, which is not there",
    ),
    "no operationId": (_operation(operationId=""), "no operationId"),
    "deepObject": (_parameter(schema=OBJECT, style="deepObject"), "a style that is not generated"),
    "commas": (_parameter(schema={"type": "array", "items": {}}, explode=False), "a style that is not generated"),
    "content for schema": (_parameter(content={"application/json": {}}), "has no schema"),
    "a cookie": (_operation(parameters=[{"name": "p", "in": "cookie", "schema": {}}]), "is a cookie"),
    "two bodies": (
        _operation(requestBody={"content": {"application/json": {"schema": {}}, "text/plain": {"schema": {}}}}),
        "exactly one content type",
    ),
    "a form": (_operation(requestBody={"content": {"multipart/form-data": {"schema": {}}}}), "forms are not generated"),
    "a range of successes": (_operation(responses={"2XX": {"description": "ok"}}), "each success status"),
    "an unknown polled property": (
        _operation(**{"x-polling": POLLS}),
        "the reply has no property state",
    ),
    "an unknown page property": (
        _operation(**{"x-pagination": PAGES}),
        "the reply has no property things",
    ),
    "a stream without frames": (
        _operation(responses={"200": {"description": "", "content": {"text/event-stream": {"schema": {}}}}}),
        "a reference to a union of frames",
    ),
    "a filled field that the reply lacks": (
        _stream(fill={"state": {"event": "end", "from": "why"}}),
        "the reply has no state",
    ),
    "a filled field that the event lacks": (
        _stream(fill={"name": {"event": "end", "from": "reason"}}),
        "the event end has no property reason",
    ),
    "a filled field of no event": (
        _stream(fill={"name": {"event": "done", "from": "why"}}),
        "the stream has no event done",
    ),
    "a collection of scalars": (
        _stream(collect={"name": {"event": "end", "from": "why"}}),
        "name is no array of objects",
    ),
    "a collected field that its items lack": (
        _stream(collect={"parts": {"event": "end", "from": "why", "item": {"id": ["why"]}}}),
        "Thing has no property id",
    ),
    "two operations of one name": (
        lambda document: document["paths"].update(
            {"/other": {"get": {**document["paths"]["/things"]["get"], "operationId": "thingsList"}}}
        ),
        "shares its module with another",
    ),
}


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED)
def test_what_would_be_lost_or_wrong_is_refused_with_its_place(
    generate_here: Any, tmp_path: Path, change: Any, message: str
) -> None:
    done = generate_here("--spec", minimal(tmp_path, change), "--output", tmp_path / "client")
    assert done.returncode == 2, done.stdout + done.stderr
    assert message in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    line, column = done.stderr.split(":")[1:3]
    assert int(line) > 0
    assert int(column) > 0
    assert not (tmp_path / "client").exists()


def _lose_an_operation(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints.pop()
    return "the operation things_watch was lost"


def _lose_a_parameter(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints[0].query_parameters.pop(0)
    return "things_list: the parameter cursor was lost"


def _lose_a_body(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints[1].bodies.clear()
    return "things_create: the body was lost"


def _lose_a_reply(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints[1].responses.patterns.pop()
    return "things_create: the reply 409 was lost"


def _lose_a_schema(parsed: Any) -> str:
    parsed.models[:] = [model for model in parsed.models if model.class_info.name != "Tree"]
    return "the parser lost the schema Tree"


def _lose_a_schema_with_a_word(parsed: Any) -> str:
    parsed.errors.append(ParseError(header="Could not read it", detail="at /components/schemas/Tree"))
    return "Could not read it"


LOSSES = (
    *(_lose_an_operation, _lose_a_parameter, _lose_a_body, _lose_a_reply),
    *(_lose_a_schema, _lose_a_schema_with_a_word),
)


@pytest.mark.parametrize("lose", LOSSES)
def test_what_the_parser_loses_is_named(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lose: Callable[[Any], str]
) -> None:
    told: list[str] = []
    whole = GeneratorData.from_dict

    def from_dict(data: dict[str, Any], *, config: Any) -> Any:
        parsed = whole(data, config=config)
        told.append(lose(parsed))
        return parsed

    monkeypatch.setattr(GeneratorData, "from_dict", staticmethod(from_dict))
    done = generate_here("--spec", HERE / "nasty.yaml", "--output", tmp_path / "client")
    assert done.returncode == 2
    assert told[0] in done.stderr
    assert not (tmp_path / "client").exists()


def test_whatever_is_wrong_with_a_document_is_told_in_one_line(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = subprocess.CompletedProcess([], 0, "", "")
    monkeypatch.setattr(sys.modules["generate"].subprocess, "run", lambda *_, **__: laid_out)
    codes = Counter[int]()
    for pointer in list(pointers(yaml.safe_load(MINIMAL))):
        for value in (..., None, [], {}, "x", 3, True, [None], {"a": 1}, REF):

            def change(document: Any, pointer: list[Any] = pointer, value: Any = value) -> None:
                *way, last = pointer
                for step in way:
                    document = document[step]
                document[last] = value
                if value is ...:
                    del document[last]

            done = generate_here("--spec", minimal(tmp_path, change), "--output", tmp_path / "client")
            codes[done.returncode] += 1
            assert done.stderr.count("\n") == (done.returncode == 2), done.stderr
    assert codes.keys() == {0, 2}
    assert codes[2] > codes[0] > 10


def pointers(value: Any, place: tuple[Any, ...] = ()) -> Iterator[list[Any]]:
    """The places of all values inside a value."""
    for step, inner in value.items() if isinstance(value, dict) else ():
        yield [*place, step]
        yield from pointers(inner, (*place, step))


def test_every_generated_file_says_what_wrote_it(root: Path) -> None:
    for name, text in contents(root / "generated" / "quant_ai_client").items():
        first = text.decode().splitlines()[0]
        told = f"Copied from scripts/generator/runtime/{name}"
        if name not in RUNTIME:
            told = "Written by scripts/generate.py from spec/openapi.yaml"
        assert first == f"# {told}. Do not edit: change that, and run `make generate`.", name


def test_no_generated_file_is_longer_than_800_lines(root: Path) -> None:
    long = {name: len(text.splitlines()) for name, text in contents(root / "generated" / "quant_ai_client").items()}
    assert {name: count for name, count in long.items() if count > 800} == {}


@pytest.mark.slow
def test_the_nasty_package_is_clean_for_mypy_and_ruff(nasty_path: Path, root: Path) -> None:
    for command in (["mypy", "--strict", "--config-file="], ["ruff", "check", "--isolated", "--line-length=120"]):
        done = subprocess.run(
            [sys.executable, "-m", *command, str(nasty_path)], capture_output=True, text=True, cwd=nasty_path.parent
        )
        assert done.returncode == 0, done.stdout

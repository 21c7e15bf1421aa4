"""What an author may write in OpenAPI works in the generated package, each in a small spec of its own.

What cannot work is in test_refusals.py; the mock server's side is in tests/mock/test_edited_specs.py.
"""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from tests.generated.support import REF, Change, minimal, with_operation, with_property, with_schemas

from generator.rendering import render
from openapi import Spec

STRING = {"type": "string"}
NUMBER = {"type": "integer"}
JSON = "application/json"


class Edit(NamedTuple):
    """A change of the minimal spec, and what then holds for the package."""

    change: Change
    check: Callable[[Any], object]


class Package:
    """A generated package, as the checks use it."""

    def __init__(self, root: ModuleType) -> None:
        self.name = root.__name__

    def __getattr__(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def operation(self, name: str = "things_list", tag: str = "things") -> Any:
        """The module of an operation."""
        return importlib.import_module(f"{self.name}.api.{tag}.{name}")

    def resource(self, name: str) -> Any:
        """The module of a resource."""
        return importlib.import_module(f"{self.name}.resources.{name}")

    def model(self, name: str) -> Any:
        """A model."""
        return getattr(self.models, name)


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def together(*changes: Change) -> Change:
    def change(data: dict[str, Any]) -> None:
        for one in changes:
            one(data)

    return change


def with_reply(schema: Any, status: str = "200", kind: str = JSON) -> Change:
    """Give the one operation another reply."""
    return with_operation(responses={status: {"description": "It.", "content": {kind: {"schema": schema}}}})


def with_body(schema: Any, kind: str = JSON, *, required: bool = True) -> Change:
    """Turn the one operation into a POST that takes a body."""

    def change(data: dict[str, Any]) -> None:
        item = data["paths"]["/things"]
        item["post"] = item.pop("get")
        item["post"]["requestBody"] = {"required": required, "content": {kind: {"schema": schema}}}

    return change


def fields(package: Package, model: str) -> set[str]:
    names = {name for name in package.model(model).__annotations__ if not name.startswith("_")}
    return names - {"additional_properties"}


def replies_with(value: Any, expected: object, status: int = 200) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        read = package.operation().OPERATION.replies[status](value)
        assert (read.to_dict() if hasattr(read, "to_dict") else read) == expected

    return check


def has_fields(model: str, *names: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        assert fields(package, model) == set(names)

    return check


def kinds(package: Package, status: int, contents: dict[str, Any]) -> None:
    """Check that a reply of each content type is read as what it is."""
    for kind, content in contents.items():
        decode, json = package.operation().OPERATION.decoder(status, kind)
        read = decode(content)
        assert json == (not isinstance(content, bytes))
        assert (read.to_dict() if json else read.payload.read()) == content


def accepts(accept: str, contents: dict[str, Any]) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        assert package.operation().OPERATION.accept == accept
        kinds(package, 200, contents)

    return check


def reads_a_union(package: Package) -> None:
    decode = package.operation().OPERATION.replies[200]
    assert [type(decode(value)).__name__ for value in ({"b": 1}, {"name": "a"})] == ["Other", "Thing"]


def reads_an_array_of_unions(package: Package) -> None:
    found = package.operation().OPERATION.replies[200]([{"b": 1}, {"name": "a"}])
    assert [type(item).__name__ for item in found] == ["Other", "Thing"]


OTHER = {"type": "object", "required": ["b"], "properties": {"b": NUMBER}}
UNION = {"anyOf": [ref("Other"), REF]}
CONDITION = {"if": {"properties": {"kind": {"const": "timed"}}}, "then": {"properties": {"at": STRING}}}

EDITS = {
    "allOf of an alias of an object": Edit(
        with_schemas(
            Draft={"allOf": [REF]},
            Size=obj(size=NUMBER),
            Whole={"allOf": [ref("Draft"), ref("Size")]},
        ),
        has_fields("Whole", "name", "size"),
    ),
    "allOf with properties beside it": Edit(
        with_schemas(Whole={"allOf": [REF], **obj(size=NUMBER)}), has_fields("Whole", "name", "size")
    ),
    "allOf with required beside it": Edit(
        with_schemas(Whole={"allOf": [REF], "required": ["name"]}), has_fields("Whole", "name")
    ),
    "allOf of allOf": Edit(
        with_schemas(
            Size={"allOf": [obj(size=NUMBER), obj(unit=STRING)]}, Whole={"allOf": [REF, ref("Size"), obj(more=STRING)]}
        ),
        has_fields("Whole", "name", "size", "unit", "more"),
    ),
    "allOf that narrows a property to a constant": Edit(
        with_schemas(Whole={"allOf": [REF, obj(name={"const": "a"})]}),
        lambda package: "Literal" in package.model("Whole").__annotations__["name"],
    ),
    "allOf of a scalar and its bounds": Edit(
        with_property({"allOf": [STRING, {"minLength": 2}]}), has_fields("Thing", "name", "bad")
    ),
    "properties in then": Edit(
        with_schemas(Whole={**obj(kind=STRING), **CONDITION}), has_fields("Whole", "kind", "at")
    ),
    "properties in then and else": Edit(
        with_schemas(Whole={**obj(kind=STRING), **CONDITION, "else": obj(until=STRING)}),
        has_fields("Whole", "kind", "at", "until"),
    ),
    "properties in a condition among allOf": Edit(
        with_schemas(Whole={**obj(kind=STRING), "allOf": [CONDITION, {"if": {}, "then": obj(until=STRING)}]}),
        has_fields("Whole", "kind", "at", "until"),
    ),
    "a condition that only narrows": Edit(
        with_schemas(Whole={**obj(kind=STRING), "if": {}, "then": obj(kind={"const": "a"})}),
        has_fields("Whole", "kind"),
    ),
    "a reply that is a union without a name": Edit(
        together(with_schemas(Other=OTHER), with_reply(UNION)), reads_a_union
    ),
    "a reply of many such": Edit(
        together(with_schemas(Other=OTHER), with_reply({"type": "array", "items": UNION})), reads_an_array_of_unions
    ),
    "a reply that is a map of such": Edit(
        together(with_schemas(Other=OTHER), with_reply({"type": "object", "additionalProperties": UNION})),
        lambda package: package.operation().OPERATION.replies[200]({"x": {"b": 1}})["x"].b == 1,
    ),
    "a reply that is an array": Edit(with_reply({"type": "array", "items": NUMBER}), replies_with([1, 2], [1, 2])),
    "a reply that is a number": Edit(with_reply(NUMBER), replies_with(3, 3)),
    "a reply that may be anything": Edit(with_reply({}), replies_with({"a": [None]}, {"a": [None]})),
    "a reply that may be null": Edit(
        together(with_schemas(Maybe={"anyOf": [REF, {"type": "null"}]}), with_reply(ref("Maybe"))),
        replies_with(None, None),
    ),
    "a reply that may be null, without a name": Edit(
        with_reply({"anyOf": [REF, {"type": "null"}]}), replies_with(None, None)
    ),
    "a reply without content": Edit(
        with_operation(responses={"201": {"description": "Made.", "headers": {"Location": {"schema": STRING}}}}),
        replies_with(None, None, status=201),
    ),
    "a reply in CSV": Edit(with_reply(STRING, kind="text/csv"), accepts("text/csv", {"text/csv": b"a,b"})),
    "a reply in a charset": Edit(
        with_reply(STRING, kind="text/plain; charset=iso-8859-1"),
        accepts("text/plain", {"text/plain; charset=iso-8859-1": b"\xe4"}),
    ),
    "a reply of anything": Edit(with_reply(STRING, kind="*/*"), accepts("*/*", {"image/png": b"\x89PNG"})),
    "a reply in JSON of a vendor": Edit(
        with_reply(REF, kind="application/vnd.x+json"),
        accepts("application/vnd.x+json", {"application/vnd.x+json": {"name": "a"}}),
    ),
    "a reply in JSON with a charset": Edit(
        with_reply(REF, kind="Application/JSON; charset=UTF-8"), accepts("application/json", {JSON: {"name": "a"}})
    ),
    "JSON and CSV in one reply": Edit(
        with_operation(responses={"200": {"description": "It.", "content": {"text/csv": {}, JSON: {"schema": REF}}}}),
        accepts("application/json, text/csv", {JSON: {"name": "a"}, "text/csv": b"a,b"}),
    ),
    "JSON with one status and text with another": Edit(
        with_operation(
            responses={
                "200": {"description": "It.", "content": {JSON: {"schema": REF}}},
                "202": {"description": "Later.", "content": {"text/plain": {"schema": STRING}}},
            }
        ),
        lambda package: (
            kinds(package, 200, {JSON: {"name": "a"}}),
            kinds(package, 202, {"text/plain": b"later"}),
        ),
    ),
    "a range of successes": Edit(
        with_reply(REF, status="2XX"),
        lambda package: package.operation().OPERATION.decoder(206, JSON)[0]({"name": "a"}).name == "a",
    ),
    "a reply for every status": Edit(
        with_reply(REF, status="default"),
        lambda package: (
            package.operation().OPERATION.decoder(203, JSON)[0]({"name": "a"}).name == "a"
            and package.operation().OPERATION.decoder(500, JSON)[0] is None
        ),
    ),
    "a body in JSON of another type": Edit(
        with_body(REF, "application/merge-patch+json"),
        lambda package: (
            package.operation().request(body={"name": "a"})[3:] == ({"name": "a"}, "application/merge-patch+json")
        ),
    ),
    "an optional body that is a map": Edit(
        with_body({"type": "object", "additionalProperties": STRING}, required=False),
        lambda package: package.operation().request(body={}).body == {},
    ),
    "an error that is a union without a name": Edit(
        together(
            with_schemas(Other=OTHER),
            lambda data: data["paths"]["/things"]["get"]["responses"].update(
                {"400": {"description": "No.", "content": {JSON: {"schema": UNION}}}}
            ),
        ),
        lambda package: package.operation().OPERATION.decode_error(400, {"b": 1}).b == 1,
    ),
}


def events(**frames: dict[str, Any]) -> Change:
    """Turn the reply into a stream of frames, each with a schema of its own for its data."""

    def change(data: dict[str, Any]) -> None:
        schemas = data["components"]["schemas"]
        for name, frame in frames.items():
            schemas[f"{name}Frame"] = {"type": "object", "required": ["data"], "properties": frame}
        schemas["RunFrame"] = {"anyOf": [ref(f"{name}Frame") for name in frames]}
        media = {"schema": ref("RunFrame"), "x-event-stream": {"text": ["name"], "terminal": ["tick"]}}
        content = {"text/event-stream": media}
        data["paths"]["/things"]["get"]["responses"] = {"200": {"description": "Events.", "content": content}}

    return change


def content(schema: str) -> dict[str, Any]:
    return {"type": "string", "contentMediaType": JSON, "contentSchema": ref(schema)}


def reads_events(**expected: tuple[Any, str]) -> Callable[[Package], None]:
    """Check the class of the event that each name and its data give."""

    def check(package: Package) -> None:
        types = package.operation().GET.events.types if hasattr(package.operation(), "GET") else ()
        decoders = {kind.name: kind.decode for kind in types or package.operation().LIST.events.types}
        assert {name: type(decoders[name](data)).__name__ for name, (data, _) in expected.items()} == {
            name: model for name, (_, model) in expected.items()
        }

    return check


EDITS |= {
    "events whose data is a union": Edit(
        together(
            with_schemas(Other=OTHER, Either=UNION),
            events(Tick={"event": {"const": "tick"}, "data": content("Either")}),
        ),
        reads_events(tick=({"b": 1}, "Other")),
    ),
    "events that are named by an enum": Edit(
        together(
            with_schemas(Kind={"type": "string", "enum": ["tick", "tock"]}),
            events(Tick={"event": ref("Kind"), "data": content("Thing")}),
        ),
        reads_events(tick=({"name": "a"}, "Thing"), tock=({"name": "b"}, "Thing")),
    ),
    "a parameter named like a module": Edit(
        together(with_operation(deprecated=True, parameters=[{"name": "warnings", "in": "query", "schema": STRING}])),
        lambda package: "warnings" in inspect.signature(package.resource("things").Things.list).parameters,
    ),
    "an operation without a token": Edit(
        together(lambda data: data.update(security=[{"Bearer": []}]), with_operation(security=[])),
        lambda package: package.operation().OPERATION.public,
    ),
    "an operation on a server of its own": Edit(
        together(
            lambda data: data.update(servers=[{"url": "https://x.test/api/v3/ai"}]),
            with_operation(servers=[{"url": "https://x.test/api/v4/ai"}]),
        ),
        lambda package: package.operation().OPERATION.base == "/../../v4/ai",
    ),
}

# A path with its parameters a and b, and the path of a request with the values x/y and 2.
PATHS = {
    "/things/{a}:run": "/things/x%2Fy:run",
    "/things/{a}.json": "/things/x%2Fy.json",
    "/things/{a}..{b}": "/things/x%2Fy..2",
    "/things/{a}:{b}": "/things/x%2Fy:2",
    "/things/v{b}/@{a}": "/things/v2/@x%2Fy",
    "/things/{a}/": "/things/x%2Fy/",
    "/it's/{a}": "/it's/x%2Fy",
    '/"quoted"/{a}': "/%22quoted%22/x%2Fy",
    "/back\\slash/{a}": "/back%5Cslash/x%2Fy",
    "/with blank/{a}": "/with%20blank/x%2Fy",
    "/über": "/%C3%BCber",
}
# Tags that Python or the client keeps for itself, and the attributes of the client that they become.
TAGS = {
    "async": "async_",
    "import": "import_",
    "self": "self_",
    "raw": "raw_",
    "close": "close_",
    "with_options": "with_options_",
    "list": "list_",
    "__init__": "taginit",
    "_caller": "tagcaller",
}


def with_path(path: str) -> Change:
    """Move the one operation to a path with some of the parameters a and b."""

    def change(data: dict[str, Any]) -> None:
        item = data["paths"].pop("/things")
        given = {"a": STRING, "b": NUMBER}
        item["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": schema}
            for name, schema in given.items()
            if f"{{{name}}}" in path
        ]
        data["paths"][path] = item

    return change


def requests(path: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        request = package.operation().request
        names = inspect.signature(request).parameters
        values = {"a": "x/y", "b": 2}
        assert request(**{name: values[name] for name in names}).path == path

    return check


def has_resource(name: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        for prefix in ("", "Async"):
            resources = getattr(package.resources, f"{prefix}Resources")()
            resources._caller = None
            assert callable(getattr(resources, name).things_list)

    return check


EDITS |= {f"the path {path}": Edit(with_path(path), requests(sent)) for path, sent in PATHS.items()}
EDITS |= {f"the tag {tag}": Edit(with_operation(tags=[tag]), has_resource(name)) for tag, name in TAGS.items()}
EDITS |= {
    f"a constant {value!r}": Edit(
        together(with_schemas(Whole=obj(**{"class": {"const": value}})), with_body(ref("Whole"))),
        lambda package, value=value: package.model("Whole").from_dict({"class": value}).to_dict() == {"class": value},
    )
    for value in ('"', "'", "\\", "a\nb", "{x}", 7, True)
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for the packages, on the path."""
    folder = tmp_path_factory.mktemp("edits")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_works(folder: Path, name: str) -> None:
    package = "edit_" + "".join(letter if letter.isalnum() else "_" for letter in name)
    for path, text in render(Spec.load(minimal(folder, EDITS[name].change))).items():
        file = folder / package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert EDITS[name].check(Package(importlib.import_module(package))) is not False


def test_no_package_uses_a_name_that_it_does_not_have(folder: Path) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=F821,F822,F823,F811"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_every_package_is_clean_for_mypy(folder: Path) -> None:
    names = [path.name for path in folder.iterdir() if (path / "__init__.py").exists()]
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", *(f"-p{name}" for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout

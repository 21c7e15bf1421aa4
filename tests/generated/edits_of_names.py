"""Paths, tags, servers and constants that an author may write, and what they are called."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any, Literal, get_args, get_type_hints

from tests.generated.edits import (
    NUMBER,
    STRING,
    Edit,
    Package,
    obj,
    ref,
    together,
    with_body,
    with_reply,
)
from tests.generated.support import Change, with_operation, with_schemas

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


EDITS = {f"the path {path}": Edit(with_path(path), requests(sent)) for path, sent in PATHS.items()}
EDITS |= {f"the tag {tag}": Edit(with_operation(tags=[tag]), has_resource(name)) for tag, name in TAGS.items()}
EDITS |= {
    f"a constant {value!r}": Edit(
        together(with_schemas(Whole=obj(**{"class": {"const": value}})), with_body(ref("Whole"))),
        lambda package, value=value: package.model("Whole").from_dict({"class": value}).to_dict() == {"class": value},
    )
    for value in ('"', "'", "\\", "a\nb", "{x}", 7, True)
}


EDITS |= {
    "a parameter named like a module": Edit(
        together(with_operation(deprecated=True, parameters=[{"name": "warnings", "in": "query", "schema": STRING}])),
        lambda package: "warnings" in inspect.signature(package.resource("things").Things.list).parameters,
    ),
    "OpenAPI 3.2": Edit(
        lambda data: data.update(openapi="3.2.0"), lambda package: package.operation().request().path == "/things"
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


def reads_what_was_renamed(package: Package) -> None:
    page, names = package.operation().OPERATION.replies[200]({"file": {"kind": "any", "things": [{"page": 1}]}}), []
    for value in (page, page.file, page.file.things[0]):
        names.append(type(value).__name__)
    assert names == ["PageModel2", "AnyModel", "ThingsModel"]
    assert page.to_dict() == {"file": {"kind": "any", "things": [{"page": 1}]}}


EDITS |= {
    "schemas with names that the package needs": Edit(
        together(
            with_schemas(
                Page=obj(file=ref("File")),
                File={
                    "oneOf": [ref("Any"), ref("Unknown")],
                    "discriminator": {"propertyName": "kind", "mapping": {"any": "Any", "x": ref("Unknown")["$ref"]}},
                },
                Any={
                    **obj(kind={"const": "any"}, things={"type": "array", "items": ref("Things")}),
                    "required": ["kind"],
                },
                Unknown={**obj(kind={"const": "x"}), "required": ["kind"]},
                Things=obj(page=NUMBER, default=ref("Literal")),
                Literal={"type": "string", "enum": ["a", "b"]},
                UNSET=obj(self=ref("UNSET")),
                PageModel=obj(a=ref("Mapping")),
                Mapping={"type": "array", "items": ref("PageModel")},
                **{"async-things": obj(a=ref("datetime")), "datetime": {"type": "string", "format": "date-time"}},
            ),
            with_reply(ref("Page")),
        ),
        reads_what_was_renamed,
    ),
}


def has_hints_of(name: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        for prefix in ("", "Async"):
            hints = get_type_hints(getattr(package.resource("things"), f"{prefix}Things").__dict__[name])
            assert hints["return"] is package.model("Thing")
            assert hints["of"] == Literal["Thing"] | None
            assert hints["kind"] == Literal["list"] | None
            assert hints["like"] == package.model("Thing") | package.model("ThingParam") | None

    return check


HINTED = [
    {"name": "of", "in": "query", "schema": {"const": "Thing"}},
    {"name": "kind", "in": "query", "schema": {"const": "list"}},
    {"name": "like", "in": "query", "style": "deepObject", "schema": ref("Thing")},
]
EDITS |= {
    f"type hints of a method named {name}": Edit(
        with_operation(operationId=f"things_{name}", parameters=HINTED), has_hints_of(name)
    )
    for name in ("list", "models")
}


def takes_a_day(package: Package) -> None:
    hints = get_type_hints(package.resource("things").Things.date)
    assert date in get_args(hints["day"])


EDITS |= {
    "a method that is called like a type of its arguments": Edit(
        with_operation(
            operationId="things_date",
            parameters=[{"name": "day", "in": "query", "schema": {"type": "string", "format": "date"}}],
        ),
        takes_a_day,
    ),
    "a stream of ids by a method called uuid": Edit(
        together(
            with_operation(operationId="things_uuid"),
            with_reply({"type": "string", "format": "uuid"}, kind="application/x-ndjson"),
        ),
        lambda package: package.operation("things_uuid").UUID_.events.lines,
    ),
}


def sends_its_body(package: Package) -> None:
    class Caller:
        def call(self, operation: Any, request: Any) -> Any:
            return request

    sent = package.resource("things").Things(Caller()).list(body="a", request="b", reply="c", poll="d")
    assert sent.body == {"body": "a", "request": "b", "reply": "c", "poll": "d"}


def sends_parameters(package: Package) -> None:
    sent = package.operation().request(request="a", body_query="b", field_="c")
    assert list(sent.query) == [("request", "a"), ("body", "b"), ("", "c")]


EDITS |= {
    "properties of a body with names of the generated code": Edit(
        together(
            with_schemas(Whole=obj(body=STRING, request=STRING, reply=STRING, poll=STRING)), with_body(ref("Whole"))
        ),
        sends_its_body,
    ),
    "parameters with names of the generated code": Edit(
        with_operation(
            parameters=[{"name": name, "in": "query", "schema": STRING} for name in ("request", "body", "")]
        ),
        sends_parameters,
    ),
}


# Names of the spec that are close to each other, and what they are called in Python.
CLOSE = {
    "a b": "a_space_b",
    "a-b": "a_dash_b",
    "ab": "ab",
    "aB": "aB",
    "a_b": "a_b",
    "@id": "at_id",
    "$id": "dollar_id",
    "id": "id",
    "class": "field_class",
    "class_": "class_",
    "\N{SKULL}": "skull",
    "\N{GRINNING FACE}": "grinning_face",
    "\N{LATIN SMALL LIGATURE FI}": "field_fi",
    "fi": "fi",
    "नाम": "नाम",
}
WORDS = {name: name for name in CLOSE}
ARGUMENTS = {python: name for name, python in CLOSE.items()}


def keeps_names_apart(package: Package) -> None:
    whole = package.model("Whole")
    assert {python: getattr(whole.from_dict(WORDS), python) for python in ARGUMENTS} == ARGUMENTS
    assert whole(**ARGUMENTS).to_dict() == WORDS
    assert sent_by(package, **ARGUMENTS).body == WORDS


def sent_by(package: Package, *args: str, **arguments: str) -> Any:
    class Caller:
        def call(self, operation: Any, request: Any) -> Any:
            return request

    return package.resource("things").Things(Caller()).list(*args, **arguments)


def with_one_name_everywhere(data: dict[str, Any]) -> None:
    item = data["paths"].pop("/things")
    places = ["path id", "path p q", "query id", "header Id", "query id_query", "query form", "query name"]
    item["parameters"] = [
        {"name": name, "in": place, "schema": STRING, **({"required": True} if place == "path" else {})}
        for place, _, name in (one.partition(" ") for one in places)
    ]
    content = {"application/x-www-form-urlencoded": {"schema": obj(id=STRING, name=STRING)}}
    item["post"] = {**item.pop("get"), "requestBody": {"content": content}}
    data["paths"]["/{id}/{p q}"] = item


def keeps_places_apart(package: Package) -> None:
    given = {
        "id_query_2": "c",
        "id_header": "d",
        "id_query": "e",
        "form": "f",
        "name": "g",
        "id": "h",
        "name_body": "i",
    }
    sent = sent_by(package, "a/b", "p", **given)
    assert (sent.path, sent.headers) == ("/a%2Fb/p", {"Id": "d"})
    assert dict(sent.query) == {"id": "c", "id_query": "e", "form": "f", "name": "g"}
    assert sent.body == b"id=h&name=i"


CAT, DOG, FISH = ({**obj(kind={"const": kind}), "required": ["kind"]} for kind in ("cat", "dog", "fish"))
PETS = {"oneOf": [ref("Cat"), ref("Dog")]}
OTHERS = {"oneOf": [ref("Cat"), ref("Fish")]}


def maps_of(schema: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": schema}


def reads_each_union_as_its_own(package: Package) -> None:
    dog, fish = {"x": {"kind": "dog"}}, {"x": {"kind": "fish"}}
    whole = package.model("Whole").from_dict(
        {"pets": dog, "others": fish, "lists": [fish], "lists_item": dog["x"]} | fish
    )
    found = (
        whole.pets["x"],
        whole.others["x"],
        whole.lists[0]["x"],
        whole.lists_item,
        whole.additional_properties["x"],
    )
    assert [type(one).__name__ for one in found] == ["Dog", "Fish", "Fish", "Dog", "Fish"]


EDITS |= {
    "names that are close to each other": Edit(
        together(with_schemas(Whole=obj(**dict.fromkeys(CLOSE, STRING))), with_body(ref("Whole"))), keeps_names_apart
    ),
    "one name in several places": Edit(with_one_name_everywhere, keeps_places_apart),
    "unions in several maps": Edit(
        with_schemas(
            Cat=CAT,
            Dog=DOG,
            Fish=FISH,
            Whole={
                **obj(
                    pets=maps_of(PETS),
                    others=maps_of(OTHERS),
                    lists={"type": "array", "items": maps_of(OTHERS)},
                    lists_item=PETS,
                ),
                "additionalProperties": OTHERS,
            },
        ),
        reads_each_union_as_its_own,
    ),
}

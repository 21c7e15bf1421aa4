"""Requests that an author may write, and what is sent for them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest
from tests.generated.edits import (
    JSON,
    NUMBER,
    STRING,
    Edit,
    Package,
    obj,
    ref,
    together,
    with_body,
)
from tests.generated.support import REF, Change, with_operation, with_schemas

EDITS = {
    "a body in JSON of another type": Edit(
        with_body(REF, "application/merge-patch+json"),
        lambda package: (
            package.operation().request(body={"name": "a"})[3:] == ({"name": "a"}, "application/merge-patch+json")
        ),
    ),
    "a body that is null": Edit(
        with_body({"const": None}),
        lambda package: package.operation().request(body=None).body is None,
    ),
    "an optional array that may be null, of items that may be null": Edit(
        with_body(obj(v={"type": ["array", "null"], "items": {"type": ["string", "null"]}})),
        lambda package: (
            inspect.signature(package.resource("things").Things.list).parameters["v"].annotation
            == "Sequence[str | None] | Unset | None"
        ),
    ),
    "an optional body that is a map": Edit(
        with_body({"type": "object", "additionalProperties": STRING}, required=False),
        lambda package: package.operation().request(body={}).body == {},
    ),
}


def with_query(**parameter: Any) -> Change:
    return with_operation(parameters=[{"name": "p", "in": "query", **parameter}])


def with_header(**parameter: Any) -> Change:
    return with_operation(parameters=[{"name": "X-P", "in": "header", **parameter}])


def sends(argument: Any, *pairs: tuple[str, str]) -> Callable[[Package], None]:
    """Check the pairs of a query."""

    def check(package: Package) -> None:
        assert list(package.operation().request(p=argument).query) == list(pairs)
        assert list(package.operation().request(p=None).query) == []

    return check


def sends_header(argument: Any, text: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        assert package.operation().request(x_p=argument).headers == {"X-P": text}
        assert package.operation().request().headers == {}

    return check


def refuses(argument: Any, message: str) -> Callable[[Package], None]:
    """Check that the only argument of the request is refused."""

    def check(package: Package) -> None:
        request = package.operation().request
        name = next(iter(inspect.signature(request).parameters))
        with pytest.raises(package.errors.ArgumentError, match=message):
            request(**{name: argument})

    return check


def needs_text(package: Package) -> None:
    request = package.operation().request
    assert get_type_hints(request)["p"] is str
    sent = request(p="a")
    assert {**dict(sent.query), **sent.headers} == {"P": "a"}
    with pytest.raises(package.errors.ArgumentError, match=r"^p is missing$"):
        request(p=None)


ARRAY = {"type": "array", "items": STRING}
RANGE = obj(low=NUMBER, highEnd=NUMBER)
DATES = {"type": "array", "items": {"type": "string", "format": "date"}}

EDITS |= {
    "an array with commas": Edit(with_query(schema=ARRAY, explode=False), sends(["a", "b c"], ("p", "a,b c"))),
    "an array with commas, of text with one": Edit(
        with_query(schema=ARRAY, explode=False), refuses(["a,b"], "',' separates its values")
    ),
    "an array with blanks": Edit(with_query(schema=ARRAY, style="spaceDelimited"), sends(["a", "b"], ("p", "a b"))),
    "an array with pipes": Edit(with_query(schema=ARRAY, style="pipeDelimited"), sends(["a", "b"], ("p", "a|b"))),
    "an array with pipes, exploded": Edit(
        with_query(schema=ARRAY, style="pipeDelimited", explode=True), sends(["a", "b"], ("p", "a"), ("p", "b"))
    ),
    "dates with commas": Edit(
        with_query(schema=DATES, explode=False), sends([date(2026, 1, 2), "2026-01-03"], ("p", "2026-01-02,2026-01-03"))
    ),
    "an object in the query": Edit(
        with_query(schema=RANGE), sends({"low": 1, "highEnd": 2}, ("low", "1"), ("highEnd", "2"))
    ),
    "an object with commas": Edit(
        with_query(schema=RANGE, explode=False), sends({"low": 1, "high_end": 2}, ("p", "low,1,highEnd,2"))
    ),
    "an object by reference": Edit(with_query(schema=REF), sends({"name": "a"}, ("name", "a"))),
    "an object with a misspelt field": Edit(with_query(schema=RANGE), refuses({"lo": 1}, "did you mean 'low'")),
    "a map in the query": Edit(
        with_query(schema={"type": "object", "additionalProperties": STRING}),
        sends({"x": "1", "y": "2"}, ("x", "1"), ("y", "2")),
    ),
    "a deep object": Edit(
        with_query(schema=obj(at=RANGE, tags=ARRAY), style="deepObject"),
        sends({"at": {"low": 1}, "tags": ["a", "b"]}, ("p[at][low]", "1"), ("p[tags]", "a"), ("p[tags]", "b")),
    ),
    **{
        f"a {place} parameter that is required, and null where that can be": Edit(
            with_operation(
                parameters=[{"name": "P", "in": place, "required": True, "schema": {"type": ["string", "null"]}}]
            ),
            needs_text,
        )
        for place in ("query", "header")
    },
    "JSON in the query, which has to be there and may be null": Edit(
        with_query(content={JSON: {"schema": {"type": ["integer", "null"]}}}, required=True),
        lambda package: list(package.operation().request(p=None).query) == [("p", "null")],
    ),
    "JSON in the query": Edit(
        with_query(content={JSON: {"schema": obj(at=RANGE)}}), sends({"at": {"low": 1}}, ("p", '{"at":{"low":1}}'))
    ),
    "an array or text": Edit(with_query(schema={"anyOf": [ARRAY, STRING]}), sends(["a", "b"], ("p", "a"), ("p", "b"))),
    "base64 in the query": Edit(
        with_query(schema={"type": "string", "contentEncoding": "base64"}), sends(b"hi", ("p", "aGk="))
    ),
    "a date in a header": Edit(
        with_header(schema={"type": "string", "format": "date"}), sends_header(date(2026, 1, 2), "2026-01-02")
    ),
    "an instant in a header": Edit(
        with_header(schema={"type": "string", "format": "date-time"}),
        sends_header(datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00Z"),
    ),
    "an array in a header": Edit(with_header(schema=ARRAY), sends_header(["a", "b"], "a,b")),
    "an object in a header": Edit(
        with_header(schema=RANGE), sends_header({"low": 1, "high_end": 2}, "low,1,highEnd,2")
    ),
    "an object in a header, exploded": Edit(
        with_header(schema=RANGE, explode=True), sends_header({"low": 1, "high_end": 2}, "low=1,highEnd=2")
    ),
    "a constant in a header": Edit(with_header(schema={"const": "a"}), sends_header("a", "a")),
    "anything in a header": Edit(with_header(schema={}), sends_header(3, "3")),
    "a description beside a shared parameter": Edit(
        together(
            lambda data: data["components"].update(
                parameters={"P": {"name": "p", "in": "query", "schema": STRING, "description": "Shared."}}
            ),
            with_operation(parameters=[{"$ref": "#/components/parameters/P", "description": "Of its own."}]),
        ),
        lambda package: "p (str): Of its own." in package.resource("things").Things.list.__doc__,
    ),
}


def encoded(body: Any, *parts: bytes) -> Callable[[Package], None]:
    """Check what the encoded body of a form has, in this order."""

    def check(package: Package) -> None:
        request = package.operation().request(body=body)
        at = 0
        for part in parts:
            found = request.body.find(part, at)
            assert found >= 0, (part, request.body)
            at = found + len(part)

    return check


def has_body(argument: Any, body: bytes, content_type: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        request = package.operation().request(body=argument)
        assert (request.body, request.content_type) == (body, content_type)

    return check


FILE = {"type": "string", "format": "binary"}
NULL = {"type": "null"}
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"

EDITS |= {
    "a form": Edit(
        with_body(obj(name=STRING, tags=ARRAY, at=RANGE, day={"type": "string", "format": "date"}), FORM),
        has_body(
            {"name": "a b&c", "tags": ["x", "y"], "at": {"high_end": 2}, "day": date(2026, 1, 2)},
            b"name=a%20b%26c&tags=x&tags=y&at=%7B%22highEnd%22%3A2%7D&day=2026-01-02",
            FORM,
        ),
    ),
    "a form with styles": Edit(
        lambda data: (
            with_body(obj(tags=ARRAY, at=RANGE), FORM)(data),
            data["paths"]["/things"]["post"]["requestBody"]["content"][FORM].update(
                encoding={"tags": {"explode": False}, "at": {"style": "deepObject", "explode": True}}
            ),
        ),
        has_body({"tags": ["x", "y"], "at": {"low": 1}}, b"tags=x%2Cy&at%5Blow%5D=1", FORM),
    ),
    "a form that is not sent": Edit(
        with_body(obj(name=STRING), FORM, required=False),
        lambda package: not package.operation().request(body=None).body,
    ),
    "a form with files": Edit(
        with_body(obj(title=STRING, cover=FILE, pages={"type": "array", "items": FILE}, at=RANGE), PARTS),
        encoded(
            {"title": "Ünder", "cover": b"\x89PNG", "pages": [b"1", b"2"], "at": {"high_end": 3}},
            *(
                b'name="cover"; filename="cover"',
                b"\r\n\r\n\x89PNG\r\n",
                b'name="pages"',
                b"\r\n\r\n1\r\n",
                b'name="pages"',
            ),
            *(
                b"\r\n\r\n2\r\n",
                b'name="title"',
                "\r\n\r\nÜnder\r\n".encode(),
                b'name="at"',
                b"application/json",
                b'{"highEnd": 3}',
            ),
        ),
    ),
    "a file by its media type": Edit(
        with_body(obj(cover={"type": "string", "contentMediaType": "image/png"}), PARTS),
        encoded({"cover": b"\x89PNG"}, b"\r\n\r\n\x89PNG\r\n"),
    ),
    "a file given as text": Edit(
        with_body(obj(cover=FILE), PARTS),
        refuses({"cover": "picture.png"}, "cover must be bytes, a Path"),
    ),
    "a body of text": Edit(with_body(STRING, "text/plain"), has_body("ü", "ü".encode(), "text/plain")),
    "a body of text in a charset": Edit(
        with_body(STRING, "text/csv; charset=latin-1"), has_body("ü", b"\xfc", "text/csv; charset=latin-1")
    ),
    "a body of bytes": Edit(with_body(FILE, "image/png"), has_body(b"\x89", b"\x89", "image/png")),
    "a body in base64": Edit(
        with_body({"type": "string", "contentEncoding": "base64"}),
        lambda package: [package.operation().request(body=body).body for body in (b"hi", "aGk=")] == ["aGk="] * 2,
    ),
    "a body that may be null": Edit(
        together(with_schemas(Many={"type": "array", "items": STRING}), with_body({"anyOf": [ref("Many"), NULL]})),
        lambda package: [package.operation().request(body=body).body for body in (None, ["a"])] == [None, ["a"]],
    ),
    "an optional body that is a union": Edit(
        with_body({"anyOf": [REF, ARRAY]}, required=False),
        lambda package: not package.operation().request(body=None).body,
    ),
}


def leaves_out_what_is_read_only(package: Package) -> None:
    facade = package.resource("things").Things.list
    assert list(inspect.signature(facade).parameters) == ["self", "name", "secret"]
    whole = package.model("Whole")
    read = whole.from_dict({"id": "w", "name": "a"})
    assert read.id == "w"
    request = package.operation().request
    assert request(body=read).body == {"name": "a"}
    assert request(body=whole(name="a", secret="s")).body == {"name": "a", "secret": "s"}
    with pytest.raises(package.errors.ArgumentError, match="id is set by the service alone"):
        request(body={"id": "w", "name": "a"})
    assert set(package.model("WholeParam").__annotations__) == {"name", "secret"}


def warns_of_what_is_deprecated(package: Package) -> None:
    calls = []

    class Caller:
        def call(self, operation: object, request: object) -> None:
            calls.append(request)

    things = package.resource("things").Things(Caller())
    things.list(new="a")
    for name in ("old", "old_field"):
        with pytest.warns(DeprecationWarning, match=f"list: {name} is deprecated"):
            things.list(**{name: "a"})
    assert len(calls) == 3
    assert "Deprecated." in type(things).list.__doc__


EDITS |= {
    "read-only and write-only properties": Edit(
        together(
            with_schemas(
                Whole={
                    "type": "object",
                    "required": ["id", "name"],
                    "properties": {
                        "id": {**STRING, "readOnly": True},
                        "name": STRING,
                        "secret": {**STRING, "writeOnly": True},
                    },
                }
            ),
            with_body(ref("Whole")),
        ),
        leaves_out_what_is_read_only,
    ),
    "deprecated parameters and properties": Edit(
        together(
            with_body(obj(oldField={**STRING, "deprecated": True}, new=STRING)),
            lambda data: data["paths"]["/things"]["post"].update(
                parameters=[{"name": "old", "in": "query", "schema": STRING, "deprecated": True}]
            ),
        ),
        warns_of_what_is_deprecated,
    ),
}

"""Documents of random constructs, for Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = ("id", "name", "class", "kind", "x-trace", "createdAt", "list", "self", "2fa", "With Blank", "to_dict", "値")
TAGS = ("things", "raw", "async", "list", "import", "Big Rooms")
WORDS = ("a", "b", 'with "quotes"', "it's", "back\\slash", ">=", "None", "")
SCHEMAS = ("Thing", "Other", "Part", "Kind", "Page", "File", "Any")
PATHS = ("/things", "/things/{a}", "/things/{a}:run", "/things/{a}..{b}", "/things/{a}.json", "/v{b}/@{a}", "/it's/x")


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


SCALARS = st.sampled_from(
    [
        {"type": "string"},
        {"type": "string", "minLength": 1, "maxLength": 5},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
        {"type": "string", "format": "uuid"},
        {"type": "string", "format": "email"},
        {"type": "string", "contentEncoding": "base64"},
        {"type": "integer", "minimum": 1, "maximum": 9},
        {"type": "number", "exclusiveMinimum": 0},
        {"type": "boolean"},
        {"type": ["string", "null"]},
        {"type": ["integer", "null"]},
        {},
    ]
)
CONSTANTS = st.sampled_from([{"const": word} for word in WORDS] + [{"const": 7}, {"const": True}])
ENUMS = st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True).map(
    lambda words: {"type": "string", "enum": words}
)


def values(names: list[str], depth: int = 2) -> st.SearchStrategy[Any]:
    """Schemas of a value."""
    simple = st.one_of(SCALARS, CONSTANTS, ENUMS, *([st.sampled_from(names).map(ref)] if names else []))
    if not depth:
        return simple
    inner = values(names, depth - 1)
    return st.one_of(
        simple,
        simple,
        inner.map(lambda item: {"type": "array", "items": item, "maxItems": 2}),
        inner.map(lambda item: {"type": "object", "additionalProperties": item}),
        st.one_of(*([st.sampled_from(names).map(ref)] if names else []), SCALARS).map(
            lambda value: {"anyOf": [value, {"type": "null"}]}
        ),
        st.lists(inner, min_size=2, max_size=3).map(lambda members: {"anyOf": members}),
        st.lists(inner, min_size=1, max_size=2).map(lambda members: {"oneOf": members}),
    )


@st.composite
def objects(draw: st.DrawFn, names: list[str], own: str = "") -> dict[str, Any]:
    """Schemas of an object: its properties, which may be objects of the same schema, with conditions and allOf."""
    inner = [*names, own] if own else names
    properties = draw(st.dictionaries(st.sampled_from(NAMES), values(inner), min_size=1, max_size=4))
    found: dict[str, Any] = {"type": "object", "properties": properties}
    if draw(st.booleans()):
        found["required"] = draw(st.lists(st.sampled_from(sorted(properties)), unique=True))
    if draw(st.integers(0, 3)) == 0:
        found["if"] = {"required": [sorted(properties)[0]]}
        found["then"] = {"properties": {draw(st.sampled_from(NAMES)): draw(SCALARS)}}
    if names and draw(st.integers(0, 3)) == 0:
        found = {"allOf": [ref(draw(st.sampled_from(names))), found]}
    if draw(st.integers(0, 3)) == 0:
        found["description"] = draw(st.sampled_from(['It is "it".', "With \\ and\n\n- a list", "値"]))
    return found


@st.composite
def operations(draw: st.DrawFn, number: int, names: list[str], path: str) -> tuple[str, dict[str, Any]]:
    """A method and its operation."""
    method = draw(st.sampled_from(["get", "post", "delete"]))
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in (("a", {"type": "string"}), ("b", {"type": "integer"}))
        if f"{{{name}}}" in path
    ]
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)):
        place = draw(st.sampled_from(["query", "query", "header"]))
        schema = draw(st.one_of(SCALARS, ENUMS) if place == "query" else st.just({"type": "string"}))
        parameters.append({"name": name, "in": place, "schema": schema})
    status = draw(st.sampled_from(["200", "201", "202", "2XX"]))
    kind = draw(
        st.sampled_from(["application/json", "application/json", "application/vnd.x+json", "text/csv", "image/png"])
    )
    schema = draw(st.one_of(st.sampled_from(names).map(ref), values(names))) if "json" in kind else {"type": "string"}
    found: dict[str, Any] = {
        "operationId": f"op_{number}_do",
        "tags": [draw(st.sampled_from(TAGS))],
        "parameters": parameters,
        "responses": {status: {"description": "It.", "content": {kind: {"schema": schema}}}},
    }
    if draw(st.booleans()):
        found["responses"]["4XX"] = {"description": "No.", "content": {"application/json": {"schema": ref(names[0])}}}
    if method == "post":
        content = {"application/json": {"schema": draw(st.one_of(st.sampled_from(names).map(ref), values(names)))}}
        found["requestBody"] = {"required": draw(st.booleans()), "content": content}
    return method, found


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """OpenAPI documents."""
    names: list[str] = []
    schemas: dict[str, Any] = {}
    for name in SCHEMAS[: draw(st.integers(1, len(SCHEMAS)))]:
        schemas[name] = draw(st.one_of(objects(names, name), objects(names), values(names)))
        names.append(name)
    paths: dict[str, Any] = {}
    for number, path in enumerate(draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True))):
        method, operation = draw(operations(number, names, path))
        paths[path] = {method: operation}
    return {
        "openapi": "3.1.1",
        "info": {"title": "Random", "version": "1"},
        "servers": [{"url": "https://x.test/api"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }

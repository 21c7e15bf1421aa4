"""Write the references of a spec in one form: as pointers, and without other keywords beside them.

What is beside a `$ref` holds as well, which `allOf` says in a way that all readers of schemas follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

_DATA: Final = frozenset({"example", "examples", "default", "const", "enum", "value"})
_BESIDE: Final = frozenset(
    (
        *("type", "format", "enum", "const", "default", "properties", "required", "additionalProperties", "items"),
        *("prefixItems", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "pattern", "minLength", "maxLength"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems"),
        *("uniqueItems", "minProperties", "maxProperties", "propertyNames", "patternProperties", "readOnly"),
        *("writeOnly", "contentEncoding", "unevaluatedProperties", "dependentRequired", "contains"),
    )
)


_PLACES: Final = ("path", "query", "header", "cookie")
_OPTIONAL: Final = frozenset(
    (
        *("parameters", "requestBody", "tags", "security", "responses", "servers", "components", "headers", "content"),
        *("summary", "description", "operationId", "schema", "links", "callbacks", "variables", "encoding", "style"),
        *(
            "properties",
            "required",
            "items",
            "allOf",
            "anyOf",
            "oneOf",
            "securitySchemes",
            "schemas",
            "format",
            "pattern",
        ),
    )
)


def plain_references(spec: Any) -> Any:
    """Change the references of a spec in place, and leave out members that are empty; returns the spec."""
    anchors: dict[str, str] = {}
    references: list[dict[str, Any]] = []
    for pointer, value in list(mappings(spec, "")):
        for name in [name for name in _OPTIONAL & value.keys() if value[name] is None]:
            del value[name]  # `tags:` with nothing behind it
        if "name" in value and value.get("in") in _PLACES and not {"schema", "content", "type"} & value.keys():
            value["schema"] = {}
        for word in ("$anchor", "$dynamicAnchor"):
            if isinstance(value.get(word), str):
                anchors.setdefault(value[word], pointer)
        if isinstance(value.get("$dynamicRef"), str):
            value["$ref"] = value.pop("$dynamicRef")
        if isinstance(value.get("$ref"), str):
            references.append(value)
    for value in references:
        ref: str = value["$ref"]
        if ref.startswith("#") and not ref.startswith("#/"):
            value["$ref"] = anchors.get(ref[1:], ref)
        if _BESIDE & value.keys():
            value["allOf"] = [{"$ref": value.pop("$ref")}, *(value.get("allOf") or [])]
    return spec


def mappings(value: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping that may be a schema, with its place as a reference names it; none in examples."""
    todo = [(value, pointer or "#", False)]
    while todo:
        value, pointer, named = todo.pop()
        if isinstance(value, dict):
            if not named:
                yield pointer, value
            for key, inner in value.items():
                if named or key not in _DATA:
                    step = str(key).replace("~", "~0").replace("/", "~1")
                    names = not named and key in ("properties", "$defs", "patternProperties", "schemas")
                    todo.append((inner, f"{pointer}/{step}", names))
        elif isinstance(value, list):
            todo += [(inner, f"{pointer}/{index}", False) for index, inner in enumerate(value)]

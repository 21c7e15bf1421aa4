"""Read query parameters that are objects, in the styles of OpenAPI: `a[b]=1`, `b=1&c=2`, `a=b,1,c,2`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from quant_ai_common.json_values import Json

from .contract_operations import DocumentedHeader, DocumentedParameter
from .json_text import NOT_JSON, parse_json
from .references import ResolvedNode
from .value_checks import readings

DELIMITERS: Final = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def object_value(
    parameter: DocumentedParameter, sent: Mapping[str, Sequence[str]], known: set[str]
) -> dict[str, Json] | None:
    """The object that a query gives to a parameter; None if there is none, or the parameter is no object.

    Adds the names that belong to the parameter to those that are known.
    """
    name, schema = parameter.name, parameter.schema
    if parameter.style == "json" or not has_type(schema, "object"):
        return None
    if parameter.style == "deepObject":
        found: dict[str, Any] = {}
        for key in [key for key in sent if key.startswith(f"{name}[") and key.endswith("]")]:
            known.add(key)
            _put(found, key[len(name) + 1 : -1].split("]["), schema, sent[key])
        return found or None
    properties = _properties(schema)
    if parameter.explode:
        own = [key for key in properties if key in sent]
        known.update(own)
        return {key: typed(properties[key], sent[key]) for key in own} or None
    if name not in sent:
        return None
    pairs = list(pairwise(sent[name][-1].split(DELIMITERS.get(parameter.style, ","))))[::2]
    value = {key: typed(properties.get(key), [text]) for key, text in pairs}
    if not schema.fits(value) and schema.fits(sent[name][-1]):
        return None  # a text, which the schema allows too
    known.add(name)
    return value


def header_value(found: DocumentedParameter | DocumentedHeader, text: str) -> Json:
    """The value of a header, read as its schema says."""
    if found.style == "json":
        value = parse_json(text)
        return text if value is NOT_JSON else value
    items = [one.strip() for one in text.split(",")]
    if has_type(found.schema, "array") and not text and found.schema.fits([]):
        return []
    if has_type(found.schema, "array"):
        return typed(found.schema, items)
    if has_type(found.schema, "object"):
        properties = _properties(found.schema)
        pairs = [one.partition("=")[::2] for one in items] if found.explode else list(pairwise(items))[::2]
        value = {key: typed(properties.get(key), [one]) for key, one in pairs}
        if found.schema.fits(value) or not found.schema.fits(text):
            return value
    return typed(found.schema, [text])


def has_type(schema: ResolvedNode, name: str) -> bool:
    """Whether a schema allows a type, or has properties where that is `object`; also as a member of a union."""
    for part in _parts(schema):
        kind = part.plain("type", [])
        if name in ([kind] if isinstance(kind, str) else kind) or (name == "object" and "properties" in part):
            return True
    return False


def _parts(schema: ResolvedNode) -> Iterator[ResolvedNode]:
    """A schema, and the members of its unions and of `allOf`, at every depth."""
    todo, seen = [schema], set[str]()
    for part in todo:
        if part.pointer not in seen:
            seen.add(part.pointer)
            yield part
            for keyword in ("allOf", "anyOf", "oneOf"):
                todo.extend(part[keyword].elements() if keyword in part else ())


def _properties(schema: ResolvedNode) -> dict[str, ResolvedNode]:
    found: dict[str, ResolvedNode] = {}
    for part in _parts(schema):
        found = dict(part["properties"].items() if "properties" in part else ()) | found
    return found


def _put(found: dict[str, Any], steps: Sequence[str], schema: ResolvedNode | None, texts: Sequence[str]) -> None:
    """Put a value where its path leads, for as long as that is an object."""
    properties = schema.get("properties") if schema is not None else None
    inner = properties.get(steps[0]) if properties is not None else None
    if len(steps) == 1:
        found[steps[0]] = typed(inner, texts)
    elif isinstance(holder := found.setdefault(steps[0], {}), dict):
        _put(holder, steps[1:], inner, texts)


def _items(schema: ResolvedNode) -> ResolvedNode | None:
    return next((part["items"] for part in _parts(schema) if isinstance(part.plain("items"), dict)), None)


def typed(schema: ResolvedNode | None, texts: Sequence[str]) -> Json:
    """The first reading of the texts that fits the schema."""
    if schema is not None and has_type(schema, "array"):
        found = [typed(_items(schema), [text]) for text in texts]
        if schema.fits(found) or not schema.fits(texts[-1]):
            return found
    choices = list(readings(texts[-1]))
    return next((one for one in choices if schema is not None and schema.fits(one)), choices[0])

"""Places in the spec that mutations can change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quant_ai_contract import Contract
from quant_ai_contract.contract_operations import DocumentedContent
from quant_ai_contract.references import ResolvedNode, escape, unescape

from .mutation import Mutation

BOUNDS = (
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "pattern",
    "enum",
    "required",
    "const",
)
DEEPEST = 4
WORDS = ("allOf", "anyOf", "oneOf")


def shown_properties(media: DocumentedContent) -> Iterator[tuple[tuple[str, ...], ResolvedNode, bool]]:
    """The properties that every example of a reply has: path, schema, and whether they are required."""
    assert media.schema is not None
    examples = [value for value in media.examples.values() if value]
    if not examples:
        return
    first = examples[0]
    for path, node, required in _walk(media.schema, first, ()):
        if all(_has(value, path) for value in examples):
            yield path, node, required


def _walk(
    schema: ResolvedNode, value: Any, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], ResolvedNode, bool]]:
    if len(path) > 3:
        return
    if isinstance(value, list) and "items" in schema and value:
        yield from _walk(schema["items"], value[0], (*path, "*"))
    elif isinstance(value, dict):
        for part in parts(schema, value):
            if "properties" not in part:
                continue
            for name, node in part["properties"].items():
                if name in value:
                    yield (*path, name), node, name in part.plain("required", [])
                    yield from _walk(node, value[name], (*path, name))


def parts(schema: ResolvedNode, value: Any) -> Iterator[ResolvedNode]:
    """A schema, and those of its members that a value fits."""
    yield schema
    for word in WORDS:
        for member in schema[word].elements() if word in schema else ():
            if word == "allOf" or member.fits(value):
                yield from parts(member, value)


def _has(value: Any, path: tuple[str, ...]) -> bool:
    for step in path:
        if step == "*":
            if not isinstance(value, list) or not value:
                return False
            value = value[0]
        elif not isinstance(value, dict) or step not in value:
            return False
        else:
            value = value[step]
    return True


def bounds(contract: Contract) -> Iterator[tuple[str, str]]:
    """JSON pointers to the keywords that bound requests, such as `/components/…/maxLength`, with descriptions."""
    seen = set()
    for operation in contract.operations.values():
        schemas = [parameter.schema for parameter in operation.query.values()]
        if operation.body is not None and operation.body.schema is not None:
            schemas.append(operation.body.schema)
        for schema in schemas:
            for node in described(schema):
                for word in BOUNDS:
                    pointer = f"{node.pointer}/{word}"
                    if word in node and pointer not in seen:
                        seen.add(pointer)
                        yield pointer, f"{word} {str(node.value[word])[:60]} of {operation.id}"


def described(schema: ResolvedNode, depth: int = 0) -> Iterator[ResolvedNode]:
    """A schema and the schemas inside it, down to a certain depth."""
    yield schema
    if depth > DEEPEST:
        return
    for word in ("properties", "items", *WORDS):
        inner = schema.get(word)
        if inner is None or not isinstance(inner.value, (dict, list)):
            continue
        if word == "items":
            yield from described(inner, depth + 1)
        elif word == "properties":
            for _, node in inner.items():
                yield from described(node, depth + 1)
        else:
            for node in inner.elements():
                yield from described(node, depth + 1)


def affected_names(contract: Contract, mutation: Mutation) -> set[str]:
    """The names of the operations, paths and schemas that a mutation affects. Their tests are likely to catch it."""
    operations = contract.operations
    if mutation.operation is not None and mutation.operation in operations:
        return {mutation.operation}
    if mutation.operation is not None:
        return {mutation.operation, *(found.id for found in contract.paths[mutation.operation].values())}
    words = set(re.split(r"[-./]", mutation.site))
    named = words & operations.keys()
    components = {name for kind in contract.spec.source["components"].values() for name in kind} & words
    named |= {found.id for found in operations.values() if escape(found.path) in mutation.site}
    if not named:
        named = {found.id for found in operations.values() if components & referred(contract, found.node.value)}
    return named | components


def referred(contract: Contract, value: Any, known: set[str] | None = None) -> set[str]:
    """The names of the components that a part of the spec uses, directly or through others."""
    known = set() if known is None else known
    if isinstance(value, dict):
        pointer = str(value.get("$ref", ""))
        name = pointer.rpartition("/")[2]
        if name and name not in known:
            known.add(name)
            found, key = holder(contract.spec.source, pointer[1:])
            referred(contract, found[key], known)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        referred(contract, inner, known)
    return known


def holder(source: dict[str, Any], pointer: str) -> tuple[Any, Any]:
    """The object or array that contains the place at a pointer, and the key of the place in it."""
    steps = [unescape(step) for step in pointer.split("/")[1:]]
    found: Any = source
    for step in steps[:-1]:
        found = found[int(step) if isinstance(found, list) else step]
    return found, int(steps[-1]) if isinstance(found, list) else steps[-1]


def loosened(pointer: str, source: dict[str, Any]) -> None:
    """Remove a bound, or let more through."""
    found, word = holder(source, pointer)
    if word == "enum" and isinstance(found[word][0], str):
        found[word] = [*found[word], "no such value", "nope"]
    elif word == "enum":
        found[word] = [*found[word], 0, -1]
    elif word == "required":
        found[word] = found[word][1:]
        if not found[word]:
            del found[word]
    else:
        del found[word]


def tightened(pointer: str, source: dict[str, Any]) -> None:
    """Let less through."""
    found, word = holder(source, pointer)
    if word in ("minimum", "minLength", "minItems"):
        found[word] += 1
    elif word in ("maximum", "maxLength", "maxItems"):
        found[word] -= 1
    elif word == "enum":
        found[word] = found[word][:-1]

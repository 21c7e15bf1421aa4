"""The operations of a document as facts, each operation under a key that both documents have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from openapi import Pointer, Spec, SpecOperation
from vendordiff.values import FieldFacts, fields_of


@dataclass
class PartFacts:
    """A body, a parameter or a reply of one media type."""

    pointer: Pointer
    direction: str
    """`request` or `reply`."""
    required: bool = False
    fields: dict[str, FieldFacts] = field(default_factory=dict)
    examples: list[Any] = field(default_factory=list)


@dataclass
class OperationFacts:
    """All that a document says of one operation; parts have keys such as `query limit` and `200 application/json`."""

    key: str
    pointer: Pointer
    deprecated: bool
    statuses: dict[str, Pointer] = field(default_factory=dict)
    parts: dict[str, PartFacts] = field(default_factory=dict)


def facts_of(spec: Spec, scope: Iterable[str]) -> dict[str, OperationFacts]:
    """The operations whose paths begin with one of the scope's, by method and path: `POST /ai/chat`."""
    prefixes = tuple(scope)
    found: dict[str, OperationFacts] = {}
    for operation in spec.operations:
        path = _full_path(operation)
        if any(f"{path}/".startswith(f"{prefix.rstrip('/')}/") for prefix in prefixes):
            key = f"{operation.method.upper()} {path.removeprefix('/api/v3/organisations/{}')}"
            found[key] = _operation(spec, operation, key)
    return found


def _full_path(operation: SpecOperation) -> str:
    """The path with that of its server; names of parameters and the two spellings of one word make no difference."""
    holders = [operation.value, operation.path_item, operation.file.data]
    server: dict[str, Any] = next((holder["servers"][0] for holder in holders if holder.get("servers")), {})
    path = urlsplit(str(server.get("url", ""))).path.rstrip("/") + operation.path
    return re.sub(r"{[^}]*}", "{}", path).replace("/organizations/", "/organisations/").rstrip("/")


def _operation(spec: Spec, operation: SpecOperation, key: str) -> OperationFacts:
    facts = OperationFacts(key, operation.pointer, operation.value.get("deprecated") is True)
    for parameter in operation.parameters:
        if parameter.location in ("query", "header"):
            fields = fields_of(spec, parameter.schema, (*parameter.pointer, "schema"))
            name = f"{parameter.location} {parameter.name}"
            facts.parts[name] = PartFacts(parameter.pointer, "request", parameter.required, fields)
    if operation.body:
        required = operation.body.value.get("required") is True
        _content(spec, facts, "body", operation.body.pointer, operation.body.content, "request", required)
    for status, part in operation.responses.items():
        facts.statuses[str(status)] = part.pointer
        _content(spec, facts, str(status), part.pointer, part.content, "reply", False)
    return facts


def _content(
    spec: Spec,
    facts: OperationFacts,
    name: str,
    pointer: Pointer,
    content: dict[str, Any],
    direction: str,
    required: bool,
) -> None:
    for kind, media in content.items():
        if isinstance(media, dict):
            place = (*pointer, "content", kind)
            fields = fields_of(spec, media.get("schema"), (*place, "schema"))
            part = PartFacts(place, direction, required, fields, list(_examples(spec, media)))
            facts.parts[f"{name} {kind.partition(';')[0].strip().lower()}"] = part


def _examples(spec: Spec, media: dict[str, Any]) -> list[Any]:
    named = [spec.resolve(example) for example in (media.get("examples") or {}).values()]
    found = [example["value"] for example in named if isinstance(example, dict) and "value" in example]
    return [*found, *([media["example"]] if "example" in media else [])]

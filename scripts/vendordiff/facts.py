"""The operations of a document as facts, each operation under a key that both documents have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from openapi import Pointer, Spec, SpecOperation, SpecParameter
from vendordiff.values import FieldFacts, fields_of


@dataclass
class PartFacts:
    """A body, a parameter or a reply of one media type."""

    pointer: Pointer
    direction: str
    """`request` or `reply`."""
    required: bool = False
    deprecated: bool = False
    style: str = ""
    """How an array or an object is written in the URL: `form, exploded`."""
    fields: dict[str, FieldFacts] = field(default_factory=dict)
    examples: list[Any] = field(default_factory=list)


@dataclass
class OperationFacts:
    """All that a document says of one operation.

    Parts have keys such as `query limit`, `path 1`, `200 application/json` and `200 header retry-after`.
    """

    key: str
    pointer: Pointer
    deprecated: bool
    needs_token: bool = True
    server: str = ""
    """The origin of its own server, or that of its path."""
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
    security = operation.value.get("security", operation.file.data.get("security")) or []
    facts.needs_token = bool(security) and {} not in security
    servers = [holder["servers"][0] for holder in (operation.value, operation.path_item) if holder.get("servers")]
    facts.server = "{0.scheme}://{0.netloc}".format(urlsplit(str(servers[0].get("url", "")))) if servers else ""
    for parameter in operation.parameters:
        name = parameter.name
        if parameter.location == "path":  # known by its place; one that is only in the other's server URL has none
            after = operation.path_names[::-1].index(name) if name in operation.path_names else key.count("{}")
            name = str(key.count("{}") - after)
        if parameter.location != "path" or int(name) > 0:
            facts.parts[f"{parameter.location} {name}"] = _parameter(spec, parameter)
    if operation.body:
        required = operation.body.value.get("required") is True
        _content(spec, facts, "body", operation.body.pointer, operation.body.content, "request", required)
    for status, part in operation.responses.items():
        facts.statuses[str(status)] = part.pointer
        _content(spec, facts, str(status), part.pointer, part.content, "reply", False)
        for name in part.value.get("headers") or {}:
            place = spec.follow((*part.pointer, "headers", name))
            header = PartFacts(place, "reply", fields=fields_of(spec, spec.at((*place, "schema")), (*place, "schema")))
            facts.parts[f"{status} header {str(name).lower()}"] = header
    return facts


def _parameter(spec: Spec, parameter: SpecParameter) -> PartFacts:
    where = ("content", next(iter(parameter.content))) if parameter.content else ()
    place = (*parameter.pointer, *where, "schema")
    found = PartFacts(parameter.pointer, "request", parameter.required, fields=fields_of(spec, spec.at(place), place))
    found.deprecated = parameter.value.get("deprecated") is True
    types = found.fields[""].types if found.fields else set()
    found.style = _style(parameter) if {"array", "object"} & types else ""
    return found


def _style(parameter: SpecParameter) -> str:
    style = parameter.value.get("style", "form" if parameter.location in ("query", "cookie") else "simple")
    return f"{style}{', exploded' if parameter.value.get('explode', style == 'form') else ''}"


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
            part = PartFacts(place, direction, required, fields=fields, examples=list(_examples(spec, media)))
            facts.parts[f"{name} {kind.partition(';')[0].strip().lower()}"] = part


def _examples(spec: Spec, media: dict[str, Any]) -> list[Any]:
    named = [spec.resolve(example) for example in (media.get("examples") or {}).values()]
    found = [example["value"] for example in named if isinstance(example, dict) and "value" in example]
    return [*found, *([media["example"]] if "example" in media else [])]

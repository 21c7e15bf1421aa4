"""The replies of a drafted operation: the documented success, and the errors that every operation has."""

from __future__ import annotations

from typing import Any

from openapi import Spec
from speclint.reply_rules import SHARED

TODO = "TODO"
_JSON = "application/json"
_ERROR = {"$ref": "#/components/schemas/Error"}


def success(ours: Spec, schema: Any, value: Any, *, description: str = TODO, summary: str = TODO) -> dict[str, Any]:
    """A reply with JSON, or without content if there is no schema."""
    reply = {"description": description, **headers(ours)}
    if schema is not None:
        examples = {"example": {"summary": summary, "value": value}}
        reply["content"] = {_JSON: {"schema": schema, "examples": examples}}
    return reply


def other_content(kind: str) -> dict[str, Any]:
    """The content of a reply or a body that is no JSON and no form: text or bytes, as the client takes them."""
    text = kind.lower().startswith("text/")
    schema = {"type": "string"} if text else {"type": "string", "format": "binary"}
    return {"schema": schema, "examples": {"example": {"summary": TODO, "value": "text" if text else "bytes"}}}


def headers(ours: Spec) -> dict[str, Any]:
    """The headers that every reply documents."""
    name = "RequestId"
    known = name in ours.components("headers")
    return {"headers": {"X-Request-Id": {"$ref": f"#/components/headers/{name}"}}} if known else {}


def error(ours: Spec, status: str) -> dict[str, Any]:
    """The shared reply of a status, or one to fill in."""
    shared = SHARED.get(status)
    if shared in ours.components("responses"):
        return {"$ref": f"#/components/responses/{shared}"}
    examples = {"example": {"summary": TODO, "value": {"message": "It failed."}}}
    content = {_JSON: {"schema": dict(_ERROR), "examples": examples}}
    return {"description": TODO, **headers(ours), "content": content}


def expected_errors(path: str, *, body: bool, query: bool) -> set[str]:
    """The statuses of errors that an operation documents; the rule `statuses` says so."""
    found = {"401", "403", "429", "500"}
    if "{" in path:
        found.add("404")
    if body:
        found |= {"400", "422"}
    return found | {"422"} if query else found

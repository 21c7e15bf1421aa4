"""Bodies that are not JSON: forms, and text in a charset."""

from __future__ import annotations

import re

from openapi import SpecOperation
from openapi.spec_operation import MULTIPART

_TEXT = re.compile(
    r"text/|application/(.+\+)?(xml|x-ndjson|jsonl|ndjson|yaml|x-yaml|javascript|graphql)\b", re.IGNORECASE
)
"""Media types of bodies that may be given as str."""


def form_of(operation: SpecOperation) -> str:
    """The function that encodes the form, if the body is one."""
    body = operation.body
    if body is None or body.json_type or not body.form_type:
        return ""
    return "multipart" if body.form_type == MULTIPART else "url_encoded"


def form_fields(operation: SpecOperation) -> dict[str, str]:
    """The fields of a form that have a content type of their own, or a style."""
    body, form = operation.body, form_of(operation)
    found: dict[str, str] = {}
    encoding = body.content[body.form_type].get("encoding") if body and form else None
    for name, rule in (encoding or {}).items():
        if form == "multipart" and "contentType" in rule:
            found[name] = str(rule["contentType"])
        elif form == "url_encoded":
            style, explode = rule.get("style", "form"), rule.get("explode", rule.get("style", "form") == "form")
            found[name] = style if style != "form" or explode else "comma"
    return found


def charset_of(content_type: str) -> str:
    """The charset of a body that is text; empty if the body is bytes."""
    if not _TEXT.match(content_type):
        return ""
    found = re.search(r"charset=\"?([\w-]+)", content_type, re.IGNORECASE)
    return found[1].lower() if found else "utf-8"

"""Check the body of a form: URL-encoded text, or the parts of `multipart/form-data`."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.message import Message
from itertools import islice
from typing import Any, Final
from urllib.parse import parse_qsl

from .contract_operations import DocumentedContent, DocumentedParameter
from .findings import Finding
from .json_text import NOT_JSON, parse_json
from .object_parameters import DELIMITERS, has_type, object_value, typed
from .references import ResolvedNode
from .value_checks import check_body_value

_MOST_FIELDS: Final = 1000


def check_form(content: DocumentedContent, content_type: str, raw: bytes) -> Iterator[Finding]:
    """Check the fields of a form against its schema. Text stands for a number or a boolean where the schema has one."""
    properties = dict(_properties(content.schema)) if content.schema is not None else {}
    if content.schema is None or not properties:
        return
    if content.content_type.startswith("multipart/"):
        found = _parts(properties, content_type, raw)
        if found is None:
            yield Finding("request-body", "request", "body", "it cannot be read as the parts of a form")
            return
    else:
        found = _fields(properties, content, raw)
    yield from check_body_value(content.schema, found)


def _properties(schema: ResolvedNode) -> Iterator[tuple[str, ResolvedNode]]:
    """The properties of an object, also those that it has by `allOf`."""
    if "allOf" in schema:
        for member in schema["allOf"].elements():
            yield from _properties(member)
    if "properties" in schema:
        yield from schema["properties"].items()


def _fields(properties: Mapping[str, ResolvedNode], content: DocumentedContent, raw: bytes) -> dict[str, Any]:
    sent: dict[str, list[str]] = {}
    for name, text in parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True, errors="replace"):
        sent.setdefault(name, []).append(text)
    known: set[str] = set()
    found: dict[str, Any] = {}
    for name, schema in properties.items():
        rule = content.encoding.get(name) or {}
        style = rule.get("style", "form")
        explode = bool(rule.get("explode", style == "form"))
        parameter = DocumentedParameter(name, "query", False, explode, schema, {}, style)
        if has_type(schema, "object") and "style" not in rule:
            if name in sent:
                found[name] = _json_or_text(sent[name][-1])
        elif (value := object_value(parameter, sent, known)) is not None:
            found[name] = value
        elif name in sent:
            texts = sent[name]
            if has_type(schema, "array") and not explode:
                texts = texts[-1].split(DELIMITERS.get(style, ","))
            found[name] = typed(schema, texts)
    rest = {name: texts[-1] for name, texts in sent.items() if name not in known}
    return rest | found


def _parts(properties: Mapping[str, ResolvedNode], content_type: str, raw: bytes) -> dict[str, Any] | None:
    message = message_from_bytes(b"Content-Type: " + content_type.encode("latin-1", "replace") + b"\r\n\r\n" + raw)
    if not message.is_multipart():
        return None if raw.strip() and b"--" not in raw else {}
    found: dict[str, list[Any]] = {}
    for part in islice(message.walk(), 1, _MOST_FIELDS):
        name = part.get_param("name", header="content-disposition")
        if not isinstance(name, str):
            return None
        found.setdefault(name, []).append(_value(part, properties.get(name)))
    return {
        name: values if name in properties and has_type(properties[name], "array") else values[-1]
        for name, values in found.items()
    }


def _value(part: Message, schema: ResolvedNode | None) -> Any:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return b64encode(content).decode()
    if part.get_filename() is not None:
        return text
    item = schema.get("items") if schema is not None and has_type(schema, "array") else schema
    is_object = item is not None and has_type(item, "object")
    return _json_or_text(text) if is_object or part.get_content_type().endswith("json") else typed(item, [text])


def _json_or_text(text: str) -> Any:
    value = parse_json(text)
    return text if value is NOT_JSON else value

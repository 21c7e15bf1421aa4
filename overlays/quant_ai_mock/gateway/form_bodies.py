"""Read the body of a form: URL-encoded text, or the parts of `multipart/form-data`."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from ..document.json_text import JsonError, read_json
from ..document.operations import MULTIPART, Media, Parameter, is_json
from ..document.refusal import bad_request
from ..document.schemas import Json, Schema
from .parameter_values import MISSING, query_value, typed

_ATTRIBUTE = re.compile(r';\s*([\w*]+)="?((?<=")[^"]*|[^";]*)"?')


class FormPart(NamedTuple):
    """One part of a multipart body."""

    name: str
    file_name: str | None
    content_type: str
    content: bytes


def read_form(media: Media, content_type: str, raw: bytes) -> dict[str, Json]:
    """The fields of a form, typed as its schema says. Files become text: their own, or base64.

    Raises:
        Refusal: 400; it cannot be read.
    """
    schema = media.schema
    properties = schema.properties if schema is not None else {}
    if media.content_type != MULTIPART:
        return _url_encoded(media, properties, raw)
    boundary = dict(_ATTRIBUTE.findall(content_type)).get("boundary", "")
    if not boundary:
        raise bad_request("The Content-Type of the form has no boundary.")
    sent: dict[str, list[Json]] = {}
    for part in parts(raw, boundary):
        inner = properties.get(part.name)
        item = inner.items if inner is not None and "array" in inner.types else inner
        sent.setdefault(part.name, []).append(_value(part, item))
    found: dict[str, Json] = {}
    for name, values in sent.items():
        schema = properties.get(name)
        is_list = schema is not None and "array" in schema.types
        found[name] = (
            (values[0] if len(values) == 1 and isinstance(values[0], list) else values) if is_list else values[-1]
        )
    return found


def parts(raw: bytes, boundary: str) -> Iterator[FormPart]:
    """The parts of a multipart body.

    Raises:
        Refusal: 400; it does not end, or a part has no name.
    """
    mark = b"--" + boundary.encode("latin-1", "replace")
    pieces = (b"\r\n" + raw).split(b"\r\n" + mark)[1:]
    if not pieces or not pieces[-1].startswith(b"--"):
        raise bad_request("The form does not end with its boundary.")
    for piece in pieces[:-1]:
        head, separator, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head.decode("utf-8", "replace").split("\r\n"))
        }
        attributes = dict(_ATTRIBUTE.findall(headers.get("content-disposition", "")))
        if not separator or "name" not in attributes:
            raise bad_request("A part of the form has no name.")
        yield FormPart(
            unquote(attributes["name"]), attributes.get("filename"), headers.get("content-type", ""), content
        )


def _value(part: FormPart, schema: Schema | None) -> Json:
    try:
        text = part.content.decode()
    except UnicodeDecodeError:
        return b64encode(part.content).decode()
    if part.file_name is None and is_json(part.content_type):
        try:
            return read_json(text)
        except JsonError as error:
            raise bad_request(f"The field {part.name} is {error}") from None
    return text if part.file_name is not None else typed(schema, [text])


def _url_encoded(media: Media, properties: dict[str, Schema], raw: bytes) -> dict[str, Json]:
    sent: dict[str, list[str]] = {}
    for name, text in parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True, errors="replace"):
        sent.setdefault(name, []).append(text)
    found: dict[str, Json] = {}
    for name, schema in properties.items():
        rule = media.encoding.get(name) or {}
        style = rule.get("style", "form")
        as_json = "object" in schema.types and not rule.get("style")
        explode = rule.get("explode", style == "form")
        value = query_value(Parameter(name, "query", False, schema, explode, style, as_json), sent)
        if value is not MISSING:
            found[name] = value
    known = {*found, *properties}
    return found | {name: texts[-1] for name, texts in sent.items() if name not in known and "[" not in name}

"""Validate a request against the spec.

Broken JSON is refused with 400, another content type with 415, and a body or a query that does not fit its schema with
422 and a message for each field. Handlers never validate the form of a request again.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from ..document.json_text import JsonError, read_json
from ..document.operations import ApiOperation, Parameter
from ..document.refusal import (
    Refusal,
    bad_request,
    not_acceptable,
    unprocessable,
    unsupported_encoding,
    unsupported_media_type,
)
from ..document.schemas import Json
from ..document.validation_messages import errors_of, readable
from .php_json import with_objects

_BODY = re.compile("^(The (?:selected )?)body ")
_LONG_NUMBER = re.compile(rb"[0-9]{19}")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def read_body(operation: ApiOperation, fields: Mapping[bytes, bytes], raw: bytes, *, forgiving: bool = True) -> Json:
    """The body as JSON that fits its schema; None if the operation takes no body, or none was sent.

    With `forgiving`, what PHP and Go write for nothing is read: an empty array for an object, null for no body.

    Raises:
        Refusal: 400, 415 or 422.
    """
    media = operation.body
    if media is None:
        return None
    if not raw:
        if operation.body_required:
            raise _refused(operation, {"body": ["The body field is required."]})
        return None
    content_type, encoding = fields.get(b"content-type", b""), fields.get(b"content-encoding", b"identity")
    if not _is_json(content_type):
        raise unsupported_media_type(content_type.decode("latin-1"))
    if encoding.strip().lower() != b"identity":
        raise unsupported_encoding(encoding.decode("latin-1"))
    try:
        value = read_json(raw)
    except JsonError as error:
        raise bad_request(f"The request body is {error}") from None
    if _LONG_NUMBER.search(raw):
        value = _limit_integers(value)
    if value is None and forgiving and not operation.body_required:
        return None  # some clients write null for a body that was left out
    schema = media.schema
    if schema is not None and not schema.validator.is_valid(value):
        value = with_objects(schema, value, len(raw)) if forgiving and b"[]" in raw else value
        if not schema.validator.is_valid(value):
            raise _refused(operation, errors_of(schema, value, len(raw)))
    return value


def read_query(operation: ApiOperation, raw: bytes) -> tuple[dict[str, Any], dict[str, str]]:
    """The parameters of the spec, typed and with their defaults; and every parameter that was sent, as text.

    Raises:
        Refusal: 422, with a message for each parameter that does not fit.
    """
    if not raw and not operation.has_required_query:
        return dict(operation.query_defaults), {}
    pairs = parse_qsl(raw.decode("latin-1"), keep_blank_values=True, errors="replace")
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    values = dict(operation.query_defaults)
    errors: dict[str, list[str]] = {}
    for parameter in operation.query_parameters:
        if parameter.name in sent:
            value = _typed(parameter, sent[parameter.name])
            fits = parameter.schema.is_valid(value)
            wrong = {} if fits else errors_of(parameter.schema, value, len(raw))
            for field, messages in wrong.items():
                name = parameter.name if field == "body" else f"{parameter.name}.{field}"
                errors[name] = [_BODY.sub(rf"\1{readable(parameter.name)} ", message, count=1) for message in messages]
            values[parameter.name] = value
        elif parameter.required:
            errors[parameter.name] = [f"The {parameter.name} field is required."]
    if errors:
        raise _refused(operation, errors)
    return values, {name: found[-1] for name, found in sent.items()}


def _refused(operation: ApiOperation, errors: dict[str, list[str]]) -> Refusal:
    """The refusal of a request that does not fit: 422, or 400 if the spec lists that alone."""
    if 422 in operation.replies or 400 not in operation.replies:
        return unprocessable(errors)
    return bad_request(f"Invalid parameters: {' '.join(text for texts in errors.values() for text in texts)}")


def check_accept(operation: ApiOperation, accept: bytes) -> None:
    """Refuse a request that accepts none of the content types of the operation.

    Raises:
        Refusal: 406.
    """
    if accept and operation.content_types and not _acceptable(accept, operation.content_types):
        raise not_acceptable(" or ".join(sorted(operation.content_types)))


def check_path(operation: ApiOperation, values: list[str]) -> dict[str, str]:
    """The path parameters by name.

    Raises:
        Refusal: 404; nothing can have an id that does not fit its schema.
    """
    found = dict(zip(operation.path_parameter_names, values, strict=True))
    for parameter in operation.path_parameters:
        types = parameter.schema.types
        value = found[parameter.name].split(",") if "array" in types else _scalar(found[parameter.name], types)
        if not parameter.schema.validator.is_valid(value):
            name = parameter.name
            raise Refusal(404, {"error": "Not found", "message": f"{name.capitalize()} not found", name: found[name]})
    return found


def _limit_integers(value: Json) -> Json:
    """A value in which integers of more than 64 bits are floats, as with most JSON parsers."""
    if isinstance(value, dict):
        return {key: _limit_integers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_limit_integers(item) for item in value]
    if type(value) is int and not -(2**63) <= value < 2**63:
        return float(value) if abs(value) < 10**300 else math.copysign(1e300, value)
    return value


def _is_json(content_type: bytes) -> bool:
    kind = content_type.split(b";")[0].strip().lower()
    return kind == b"application/json" or (kind.startswith(b"application/") and kind.endswith(b"+json"))


@lru_cache(maxsize=256)
def _acceptable(accept: bytes, offered: frozenset[str]) -> bool:
    kinds = [offer.partition(";")[0].strip().lower().split("/") for offer in offered]
    for entry in accept.decode("latin-1").split(","):
        wanted, *parameters = [part.strip().lower() for part in entry.split(";")]
        if any(re.fullmatch(r"q=0(\.0*)?", parameter) for parameter in parameters):
            continue
        family, _, kind = wanted.partition("/")
        if wanted == "*" or any(
            (family == "*" or family == offer[0] or offer[0] == "*") and (kind == "*" or offer[-1] in (kind, "*"))
            for offer in kinds
        ):
            return True
    return False


def _typed(parameter: Parameter, texts: list[str]) -> Json:
    if parameter.is_json:
        try:
            return read_json(texts[-1])
        except JsonError:
            return texts[-1]
    types = parameter.schema.types
    if "array" in types:
        items = texts if parameter.explode else texts[-1].split(parameter.separator)
        inner = parameter.schema.items
        return [_scalar(text, inner.types if inner else frozenset()) for text in items]
    return _scalar(texts[-1], types)


def _scalar(text: str, types: frozenset[str]) -> Json:
    """A text as the type of its schema; if that is not possible it stays a text, which the schema will refuse."""
    if "string" in types:
        return text
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return text

"""Validate a request against the spec.

Broken JSON is refused with 400, another content type with 415, and a body or a query that does not fit its schema with
422 and a message for each field. Handlers never validate the form of a request again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from ..document.json_text import JsonError, read_json
from ..document.media_types import accepts
from ..document.operations import FORMS, JSON, ApiOperation, is_json, media_type
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
from .form_bodies import read_form
from .parameter_values import MISSING, header_value, path_value, query_value, typed
from .php_json import with_objects
from .tokens import cookie_values

_BODY = re.compile("^(The (?:selected )?)body ")


def read_body(operation: ApiOperation, fields: Mapping[bytes, bytes], raw: bytes, *, forgiving: bool = True) -> Json:
    """The body as JSON that fits its schema; None if the operation takes no body, or none was sent.

    With `forgiving`, what PHP and Go write for nothing is read: an empty array for an object, null for no body.

    Raises:
        Refusal: 400, 415 or 422.
    """
    media = operation.body
    if not operation.body_types:
        return None
    if not raw:
        if operation.body_required:
            raise _refused(operation, {"body": ["The body field is required."]})
        return None
    content_type, encoding = fields.get(b"content-type", b""), fields.get(b"content-encoding", b"identity")
    kind = content_type.split(b";")[0].strip().lower().decode("latin-1")
    if kind in operation.other_bodies and kind != JSON:
        other = operation.other_bodies[kind]
        media = other if is_json(kind) or kind in FORMS else None
    elif not _is_accepted(kind, operation):
        wanted = JSON if media is None or is_json(media.content_type) else media.content_type
        raise unsupported_media_type(
            content_type.decode("latin-1"), wanted if media else sorted(operation.body_types)[0]
        )
    if media is None:
        return None
    if encoding.strip().lower() != b"identity":
        raise unsupported_encoding(encoding.decode("latin-1"))
    if media.content_type in FORMS:
        value: Json = read_form(media, content_type.decode("latin-1"), raw)
    else:
        value = _read_json(raw)
    if value is None and forgiving and not operation.body_required:
        return None  # some clients write null for a body that was left out
    schema = media.schema
    if schema is not None and not schema.validator.is_valid(value):
        value = with_objects(schema, value, len(raw)) if forgiving and b"[]" in raw else value
        if not schema.validator.is_valid(value):
            raise _refused(operation, errors_of(schema, value, len(raw)))
    return value


def _read_json(raw: bytes) -> Json:
    try:
        return read_json(raw)
    except JsonError as error:
        raise bad_request(f"The request body is {error}") from None


def check_headers(operation: ApiOperation, fields: Mapping[bytes, bytes]) -> None:
    """Check the header parameters, and those that are cookies.

    Raises:
        Refusal: 422, with a message for each that is missing or does not fit.
    """
    errors: dict[str, list[str]] = {}
    for parameter in operation.header_parameters:
        sent = fields.get(parameter.name.lower().encode())
        name = parameter.name
        if sent is None:
            if parameter.required:
                errors[name] = [f"The {name} header is required."]
            continue
        value = header_value(parameter, sent.decode("latin-1"))
        if not parameter.schema.is_valid(value):
            errors[name] = [f"The {name} header is not valid."]
    cookies = fields.get(b"cookie", b"").decode("latin-1")
    for parameter in operation.cookie_parameters:
        values, name = list(cookie_values(cookies, parameter.name)), parameter.name
        if not values and parameter.required:
            errors[name] = [f"The {name} cookie is required."]
        elif values and not parameter.schema.is_valid(typed(parameter.schema, values)):
            errors[name] = [f"The {name} cookie is not valid."]
    if errors:
        raise _refused(operation, errors)


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
        value = query_value(parameter, sent)
        if value is not MISSING:
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
    if accept and operation.content_types and not accepts(accept, operation.content_types):
        raise not_acceptable(" or ".join(sorted(operation.content_types)))


def check_path(operation: ApiOperation, values: list[str]) -> dict[str, str]:
    """The path parameters by name.

    Raises:
        Refusal: 404; nothing can have an id that does not fit its schema.
    """
    found = dict(zip(operation.path_parameter_names, values, strict=True))
    for parameter in operation.path_parameters:
        name = parameter.name
        if name not in found:  # the spec describes one that its path does not have
            continue
        found[name], value = path_value(parameter, found[name])
        if value is MISSING or not parameter.schema.validator.is_valid(value):
            raise Refusal(404, {"error": "Not found", "message": f"{name.capitalize()} not found", name: found[name]})
    return found


def _is_accepted(kind: str, operation: ApiOperation) -> bool:
    """Whether a body of a media type is one that the operation takes; any JSON is JSON."""
    if operation.body is not None and is_json(operation.body.content_type):
        return kind == JSON or (kind.startswith("application/") and kind.endswith("+json"))
    for offered in operation.body_types:
        family, _, name = media_type(offered).partition("/")
        if kind == f"{family}/{name}" or family == "*" or (name == "*" and kind.startswith(f"{family}/")):
            return True
    return kind == "application/octet-stream" and operation.body is None

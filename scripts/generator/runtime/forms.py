"""Encode the body of a form: its fields as URL-encoded text, or as the parts of `multipart/form-data`.

A file is bytes, an open file, a path, or a `File` with a name and a media type of its own.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from os import PathLike, fspath
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from .arguments import encoded, fields_of
from .encoding import content as _content
from .encoding import text_of, wire
from .parameters import styled
from .types import UNSET, File, Model


class Form(NamedTuple):
    """An encoded form: the body, and its content type with the boundary between its parts."""

    body: Any
    content_type: str


def url_encoded(body: Any, model: type[Model], styles: Mapping[str, str]) -> Form:
    """The fields of a form as `application/x-www-form-urlencoded`: arrays as repeated names, objects as JSON.

    Args:
        body: A dict or a model.
        model: The model of the form.
        styles: The styles of fields that have another than the usual one.
    """
    kind = "application/x-www-form-urlencoded"
    if body is None:
        return Form(UNSET, kind)
    pairs: list[tuple[str, str]] = []
    for name, value in encoded(body, model).items():
        usual = "json" if isinstance(value, Mapping) else "form"
        pairs += styled(name, value, styles.get(name, usual))
    return Form(urlencode(pairs, quote_via=quote).encode(), kind)


def multipart(body: Any, model: type[Model], types: Mapping[str, str]) -> Form:
    """The fields of a form as `multipart/form-data`: a part for each item of an array, and objects as JSON.

    Args:
        body: A dict or a model.
        model: The model of the form.
        types: The content types that the spec gives to fields.
    """
    if body is None:
        return Form(UNSET, "multipart/form-data")
    boundary = token_hex(16)
    pieces: list[bytes] = []
    files, others = _fields(body, model)
    for name, value in (*files.items(), *others.items()):
        for item in value if isinstance(value, (list, tuple, AbstractSet)) else [value]:
            part = _file_part if name in files else _part
            head, content = part(name, item, types.get(name, ""))
            pieces += [b"--", boundary.encode(), b"\r\n", head, b"\r\n\r\n", content, b"\r\n"]
    return Form(b"".join([*pieces, b"--", boundary.encode(), b"--\r\n"]), f"multipart/form-data; boundary={boundary}")


def _fields(body: Any, model: type[Model]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a form by their names in it: files as they are given, and all others encoded."""
    _, by_name = fields_of(model)
    if isinstance(body, Model):
        own = {field.wire: getattr(body, field.attribute) for field in fields_of(type(body))[0]}
        body = {**{name: value for name, value in own.items() if value is not None}, **body.additional_properties}
    files = {name: value for name, value in body.items() if name in by_name and by_name[name].is_file}
    given = {by_name[name].wire: value for name, value in files.items() if value is not None and value is not UNSET}
    return given, encoded({name: value for name, value in body.items() if name not in files}, model)


def _part(name: str, value: Any, kind: str) -> tuple[bytes, bytes]:
    """The head and the content of a part that is no file."""
    if isinstance(value, (str, bool, int, float)) or value is None:
        return _head(name, kind), text_of("" if value is None else value).encode()
    from json import dumps

    return _head(name, kind or "application/json"), dumps(wire(value), ensure_ascii=False).encode()


def _file_part(name: str, value: Any, kind: str) -> tuple[bytes, bytes]:
    """The head and the content of a file."""
    content = bytes(_content(value, name))
    file_name = _name_of(value) or name
    own = value.mime_type if isinstance(value, File) else None
    guessed = mimetypes.guess_type(file_name)[0]
    kind = own or (kind if "*" not in kind and "," not in kind else "") or guessed or "application/octet-stream"
    return _head(name, kind, file_name), content


def _head(name: str, kind: str, file_name: str = "") -> bytes:
    head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    head += f'; filename="{_quoted(file_name)}"' if file_name else ""
    head += f"\r\nContent-Type: {kind}" if kind else ""
    return head.encode()


def _name_of(value: Any) -> str:
    if isinstance(value, PathLike):
        return Path(fspath(value)).name
    found = value.file_name if isinstance(value, File) else getattr(value, "name", "")
    return Path(found).name if isinstance(found, str) else ""


def _quoted(text: str) -> str:
    """A name between quotes, escaped as browsers do it."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")

"""One request and its reply, as they went over the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final, cast
from urllib.parse import parse_qsl, urlsplit

from quant_ai_common.json_values import Json

from .json_text import parse_json

NO_STATUS: Final = 0
"""The status of an exchange whose reply never came."""


class Headers(dict[str, str]):
    """Header fields by lower-case name. Values of a repeated field are joined with commas."""

    def __init__(self, pairs: Iterable[tuple[str, str]] | Mapping[str, str] = ()) -> None:
        super().__init__()
        fields = pairs.items() if isinstance(pairs, Mapping) else pairs
        for name, value in cast("Iterable[tuple[str, str]]", fields):
            key = name.lower()
            self[key] = f"{self[key]}, {value}" if key in self else value


@dataclass(frozen=True)
class Exchange:
    """A request and its reply.

    `url` is percent-encoded as it was sent, and either absolute or a path with its query.
    """

    method: str
    url: str
    status: int
    request_headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    request_body: bytes = b""
    reply_headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    reply_body: bytes = b""
    request_body_known: bool = True
    """False if a recording does not contain the body."""
    reply_body_known: bool = True
    reply_body_cut: bool = False
    """Whether the body is only the beginning of an event stream, because a recording has no more of it."""
    reply_pieces: int | None = None
    """The number of chunks in which the body came; None if that is not recorded."""
    started: float | None = None
    """When the request was sent, in seconds since 1970; None if that is not recorded."""
    ended: float | None = None
    """When the reply was complete."""

    @cached_property
    def path(self) -> str:
        return _split(self.url)[0]

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(_split(self.url)[1], keep_blank_values=True)

    @cached_property
    def request_type(self) -> str:
        return media_type(self.request_headers.get("content-type", ""))

    @cached_property
    def reply_type(self) -> str:
        return media_type(self.reply_headers.get("content-type", ""))

    @cached_property
    def request_json(self) -> Json:
        """The body of the request as `parse_json` reads it."""
        return parse_json(self.request_body)

    @cached_property
    def reply_json(self) -> Json:
        """The body of the reply as `parse_json` reads it."""
        return parse_json(self.reply_body)

    def __str__(self) -> str:
        return f"{self.method} {self.path} -> {self.status or 'no reply'}"


def _split(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:  # the host is not one, so nothing below it is known
        return url, ""
    return parts.path, parts.query


def media_type(header: str) -> str:
    """The media type of a Content-Type header, without its parameters."""
    return header.partition(";")[0].strip().lower()

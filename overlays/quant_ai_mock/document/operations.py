"""One operation of the spec: what it takes, and what it may reply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from .schemas import Json, Schema

PARAMETER = re.compile(r"\{([^{}]+)\}")  # of a path
JSON = "application/json"
EVENT_STREAM = "text/event-stream"
MULTIPART = "multipart/form-data"
_JSON_LINES = re.compile(
    r"(application|text)/((x-)?(ndjson|jsonl|jsonlines|json-lines)|(.+\+)?json-seq)\s*(;.*)?", re.IGNORECASE
)
FORMS = ("application/x-www-form-urlencoded", MULTIPART)


Credential: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Media:
    """One content type of a request or a reply: its schema and its named examples."""

    content_type: str
    schema: Schema | None
    examples: Mapping[str, Json]
    encoding: Mapping[str, Json] = field(default_factory=dict)
    """How the fields of a form are written, where that is not the usual way."""


@dataclass(frozen=True)
class Parameter:
    """A path or query parameter."""

    name: str
    location: str
    required: bool
    schema: Schema
    explode: bool
    style: str = "form"
    is_json: bool = False  # its value is a JSON text


@dataclass(frozen=True, eq=False)
class ApiOperation:
    """One operation of the spec."""

    id: str
    tag: str
    method: str
    prefix: tuple[str, ...]  # the path segments of the server's URL
    path: str
    segments: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Media | None
    body_required: bool
    replies: Mapping[int, Mapping[str, Media]]
    any_status: bool = False  # the spec has a reply for all other statuses
    other_replies: Mapping[int, Mapping[str, Media]] = field(default_factory=dict)
    """What the statuses of a range contain, by its first digit, and all others, by 0."""
    reply_headers: Mapping[int, Mapping[str, Media]] = field(default_factory=dict)
    """The headers of each reply that it has to have, or that have an example."""
    body_types: frozenset[str] = frozenset()
    """The content types of the body; `body` is the one of them that is JSON or a form."""
    other_bodies: Mapping[str, Media] = field(default_factory=dict)
    """What else the body may be, by its content type in lower case."""
    other_prefixes: tuple[tuple[str, ...], ...] = ()
    """The same as `prefix`, for the servers after the first one."""
    extensions: Mapping[str, Json] = field(default_factory=dict)
    credentials: tuple[Credential, ...] | None = (("header", "authorization"),)
    """Where a client may send its token, each as a place and a name; None if it needs none."""

    @property
    def full_path(self) -> str:
        """The path with that of the server: "/api/v3/organisations/{org}/ai/models"."""
        return f"/{'/'.join((*self.prefix, *self.segments))}"

    @property
    def body_properties(self) -> Mapping[str, Schema]:
        """The properties that the body may have."""
        return self.body.schema.properties if self.body is not None and self.body.schema is not None else {}

    @cached_property
    def path_parameter_names(self) -> tuple[str, ...]:
        """The names of the path parameters, in the order of the path."""
        return tuple(name for segment in self.segments for name in PARAMETER.findall(segment))

    @cached_property
    def query_parameters(self) -> tuple[Parameter, ...]:
        """The query parameters."""
        return tuple(parameter for parameter in self.parameters if parameter.location == "query")

    @cached_property
    def header_parameters(self) -> tuple[Parameter, ...]:
        """The header parameters, without those that OpenAPI ignores."""
        headers = (parameter for parameter in self.parameters if parameter.location == "header")
        return tuple(one for one in headers if one.name.lower() not in ("accept", "authorization", "content-type"))

    @cached_property
    def cookie_parameters(self) -> tuple[Parameter, ...]:
        """The parameters that are cookies."""
        return tuple(parameter for parameter in self.parameters if parameter.location == "cookie")

    @cached_property
    def has_required_query(self) -> bool:
        """Whether any query parameter is required."""
        return any(parameter.required for parameter in self.query_parameters)

    @cached_property
    def path_parameters(self) -> tuple[Parameter, ...]:
        """The path parameters, each with its schema."""
        return tuple(parameter for parameter in self.parameters if parameter.location == "path")

    @cached_property
    def query_defaults(self) -> dict[str, Json]:
        """The defaults of the query parameters."""
        sources = ((parameter.name, parameter.schema.source) for parameter in self.query_parameters)
        return {name: source["default"] for name, source in sources if "default" in source}

    @cached_property
    def success_status(self) -> int:
        """The first success status that the spec lists."""
        return next((status for low in (200, 300) for status in self.replies if low <= status < low + 100), 200)

    @cached_property
    def content_types(self) -> frozenset[str]:
        """Every content type of a successful reply."""
        return frozenset(kind for status, media in self.replies.items() if status < 300 for kind in media)

    def contents(self, status: int) -> Mapping[str, Media] | None:
        """What a reply with this status may contain; None if the spec does not say."""
        found = self.replies.get(status)
        if found is None:
            found = self.other_replies.get(status // 100, self.other_replies.get(0))
        return found

    def media(self, status: int, content_type: str = JSON) -> Media | None:
        """The content of a reply with this status, if the spec describes it."""
        found = self.replies.get(status, {})
        return found.get(content_type) or (json_media(found) if content_type == JSON else None)


def json_media(contents: Mapping[str, Media]) -> Media | None:
    """The content that is JSON, be it `application/json; charset=utf-8` or `application/problem+json`."""
    return contents.get(JSON) or next((media for kind, media in contents.items() if is_json(kind)), None)


def form_media(contents: Mapping[str, Media]) -> Media | None:
    """The content that is a form."""
    return next((media for kind, media in contents.items() if kind in FORMS), None)


def media_type(content_type: str) -> str:
    """The media type in a content type, in small letters and without parameters."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Whether a content type is JSON."""
    kind = media_type(content_type)
    return kind == JSON or kind.endswith("+json")


def is_json_lines(content_type: str) -> bool:
    """Whether a content type is that of JSON texts in a row, one on each line."""
    return bool(_JSON_LINES.fullmatch(content_type.strip()))

"""What the document promises: its operations, with what each takes and what each may answer.

Everything here is read once from the document. The rest of the package asks an Operation and never the document, so
that nothing but this module knows how OpenAPI is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from .loading import DocumentError
from .schemas import Json, Schema, SchemaBook

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
JSON = "application/json"
EVENT_STREAM = "text/event-stream"


@dataclass(frozen=True, slots=True)
class Media:
    """One content type of one reply (or of a request): its schema and its named examples."""

    content_type: str
    schema: Schema | None
    examples: Mapping[str, Json]
    extras: Mapping[str, Json]


@dataclass(frozen=True)
class Parameter:
    """A path or query parameter."""

    name: str
    place: str
    required: bool
    schema: Schema
    explode: bool


@dataclass(frozen=True, eq=False)
class ApiOperation:
    """One operation of the document."""

    id: str
    tag: str
    method: str
    prefix: tuple[str, ...]  # what the server's URL puts before the path
    path: str
    segments: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Media | None
    body_required: bool
    replies: Mapping[int, Mapping[str, Media]]
    extensions: Mapping[str, Json] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The path of the URL, with the server's variables in braces: "/api/v3/organisations/{org}/ai/models"."""
        return f"/{'/'.join((*self.prefix, *self.segments))}"

    @property
    def body_properties(self) -> Mapping[str, Schema]:
        """What the document knows of the body."""
        return self.body.schema.properties if self.body is not None and self.body.schema is not None else {}

    @cached_property
    def path_names(self) -> tuple[str, ...]:
        """The names of the path parameters, in the order in which they stand in the path."""
        return tuple(segment[1:-1] for segment in self.segments if segment.startswith("{"))

    @cached_property
    def query(self) -> tuple[Parameter, ...]:
        return tuple(parameter for parameter in self.parameters if parameter.place == "query")

    @cached_property
    def query_required(self) -> bool:
        """Whether a parameter has to stand in the query."""
        return any(parameter.required for parameter in self.query)

    @cached_property
    def in_path(self) -> tuple[Parameter, ...]:
        """The path parameters that have a schema of their own to fit."""
        return tuple(parameter for parameter in self.parameters if parameter.place == "path")

    @cached_property
    def query_defaults(self) -> dict[str, Json]:
        """The query parameters that have a default, with it."""
        sources = ((parameter.name, parameter.schema.source) for parameter in self.query)
        return {name: source["default"] for name, source in sources if "default" in source}

    @cached_property
    def success(self) -> int:
        """The first success status that the document lists."""
        return next((status for status in self.replies if 200 <= status < 300), 200)

    @cached_property
    def content_types(self) -> frozenset[str]:
        """Every content type in which the operation may answer when all is well."""
        return frozenset(kind for status, media in self.replies.items() if status < 300 for kind in media)

    def media(self, status: int, content_type: str = JSON) -> Media | None:
        """What the document says of a reply with this status, if it says anything."""
        return self.replies.get(status, {}).get(content_type)


class Api:
    """The document as a set of operations."""

    def __init__(self, document: dict[str, Any], name: str = "the document") -> None:
        """`name` is what errors call it."""
        self.document = document
        self.book = SchemaBook(document)
        self._place = "/servers"
        try:
            self.prefix = _server_path(document)
            self._place = "/"
            self.operations: dict[str, ApiOperation] = {found.id: found for found in self._read()}
            self.tags = self._tags()
        except KeyError as error:
            raise DocumentError(f"{name}: {self._place} refers to {error}, which is not there") from error
        except (IndexError, TypeError, AttributeError, ValueError) as error:
            raise DocumentError(f"{name}: {self._place} is not OpenAPI 3.1 as this server reads it: {error}") from error

    def _tags(self) -> tuple[str, ...]:
        """The tags in the order of the document, with those that only operations name at the end."""
        self._place = "/tags"
        declared = [tag["name"] for tag in self.document.get("tags", [])]
        return tuple(dict.fromkeys(declared + [operation.tag for operation in self.operations.values()]))

    def schema(self, name: str) -> Schema:
        """A named schema of the document."""
        return self.book.at("components", "schemas", name)

    def _read(self) -> Iterator[ApiOperation]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                self._place = f"{method.upper()} {path}"
                if method in item:
                    yield self._operation(path, method, item)

    def _operation(self, path: str, method: str, item: dict[str, Any]) -> ApiOperation:
        source = item[method]
        here = ("paths", path, method)
        parameters = [
            *self._parameters(("paths", path, "parameters"), item.get("parameters", [])),
            *self._parameters((*here, "parameters"), source.get("parameters", [])),
        ]
        body, body_place = self.book.follow(source.get("requestBody"), (*here, "requestBody"))
        replies: dict[int, dict[str, Media]] = {}
        for status, reply in source.get("responses", {}).items():
            if str(status).isdigit():
                resolved, place = self.book.follow(reply, (*here, "responses", status))
                replies[int(status)] = self._media(resolved, place)
        return ApiOperation(
            id=source.get("operationId") or f"{method} {path}",
            tag=(source.get("tags") or ["default"])[0],
            method=method.upper(),
            prefix=_server_path(item) if "servers" in item else self.prefix,
            path=path,
            segments=tuple(path.strip("/").split("/")),
            parameters=tuple({(found.name, found.place): found for found in parameters}.values()),
            body=self._media(body, body_place).get(JSON) if body else None,
            body_required=bool(body and body.get("required")),
            replies=replies,
            extensions={key: value for key, value in source.items() if key.startswith("x-")},
        )

    def _parameters(self, place: tuple[str | int, ...], sources: list[dict[str, Any]]) -> Iterator[Parameter]:
        for index, source in enumerate(sources):
            found, where = self.book.follow(source, (*place, index))
            yield Parameter(
                name=found["name"],
                place=found["in"],
                required=bool(found.get("required")),
                schema=self.book.at(*where, "schema"),
                explode=found.get("explode", found.get("style", "form") == "form"),
            )

    def _media(self, source: dict[str, Any], place: tuple[str | int, ...]) -> dict[str, Media]:
        return {
            kind: Media(
                content_type=kind,
                schema=self.book.at(*place, "content", kind, "schema") if "schema" in media else None,
                examples=self._examples(media),
                extras={key: value for key, value in media.items() if key.startswith("x-")},
            )
            for kind, media in source.get("content", {}).items()
        }

    def _examples(self, media: dict[str, Any]) -> dict[str, Json]:
        examples = {}
        for name, example in media.get("examples", {}).items():
            found, _ = self.book.follow(example, ())
            if "value" in found:
                examples[name] = found["value"]
        if "example" in media:
            examples.setdefault("default", media["example"])
        return examples


def _server_path(holder: dict[str, Any]) -> tuple[str, ...]:
    """The segments that the server of a document, or of a path, puts before what follows."""
    servers = holder.get("servers") or [{"url": "/"}]
    return tuple(segment for segment in urlsplit(servers[0]["url"]).path.split("/") if segment)

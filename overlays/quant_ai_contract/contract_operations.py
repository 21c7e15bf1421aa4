"""Read the operations of a spec: what each of them accepts and returns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import relpath
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from quant_ai_common.json_values import Json

from .references import ResolvedNode, ResolvedSpec

METHODS: Final = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
JSON: Final = "application/json"
EVENT_STREAM: Final = "text/event-stream"
_FORMS: Final = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_JSON: Final = re.compile(r"application/(.+\+)?json")
_JSON_LINES: Final = re.compile(r"(application|text)/((x-)?(ndjson|jsonl|jsonlines|json-lines)|(.+\+)?json-seq)")


class DocumentedParameter(NamedTuple):
    """A path or query parameter."""

    name: str
    location: str
    required: bool
    explode: bool
    schema: ResolvedNode
    examples: Mapping[str, Json]
    style: str = "form"
    """How arrays and objects are written; `json` for a parameter with content."""


class DocumentedContent(NamedTuple):
    """One content type of a request or reply."""

    content_type: str
    schema: ResolvedNode | None
    examples: Mapping[str, Json]
    extensions: Mapping[str, Json]
    encoding: Mapping[str, Json] = MappingProxyType({})
    """How the fields of a form are written, where that is not the usual way."""


class DocumentedHeader(NamedTuple):
    """A header that a reply may have, or must have."""

    name: str
    required: bool
    schema: ResolvedNode
    style: str = "simple"
    """How arrays and objects are written; `json` for a header with content."""
    explode: bool = False


class DocumentedLink(NamedTuple):
    """A link from a reply to another operation, with the values that the reply gives it."""

    name: str
    operation: str
    parameters: Mapping[str, str]
    body: Json


class DocumentedReply(NamedTuple):
    """What an operation may reply with one status."""

    status: str
    media: Mapping[str, DocumentedContent]
    """By media type, in lower case and without parameters; a type may be a range, such as `image/*`."""
    headers: Mapping[str, DocumentedHeader]
    links: tuple[DocumentedLink, ...]

    def content(self, media_type: str) -> DocumentedContent | None:
        """What the spec says of a body with this media type.

        Args:
            media_type: The type, in lower case and without parameters.
        """
        names = (media_type, f"{media_type.partition('/')[0]}/*", "*/*") if media_type else ()
        return next((self.media[name] for name in names if name in self.media), None)


@dataclass(frozen=True, eq=False)
class ContractOperation:
    """One operation of the spec."""

    id: str
    method: str
    base: str  # the way from the first server to the path's own: "/..", or "" if they are the same
    path: str
    tag: str
    parameters: tuple[DocumentedParameter, ...]
    body: DocumentedContent | None
    body_required: bool
    body_types: tuple[str, ...]
    forms: Mapping[str, DocumentedContent]
    replies: Mapping[str, DocumentedReply]
    extensions: Mapping[str, Json]
    secured: bool
    node: ResolvedNode

    def __repr__(self) -> str:
        return f"<{self.id}>"

    @cached_property
    def query(self) -> Mapping[str, DocumentedParameter]:
        return {parameter.name: parameter for parameter in self.parameters if parameter.location == "query"}

    @cached_property
    def path_parameters(self) -> Mapping[str, DocumentedParameter]:
        return {parameter.name: parameter for parameter in self.parameters if parameter.location == "path"}

    @cached_property
    def successes(self) -> tuple[str, ...]:
        return tuple(status for status in self.replies if status.startswith("2"))

    @cached_property
    def target(self) -> str:
        """The path relative to the first server's URL: "/../projects/{project}", or just the path."""
        return self.base + self.path

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The segments of the target, with parameters in braces."""
        return tuple(self.target.strip("/").split("/"))

    @cached_property
    def offered(self) -> frozenset[str]:
        """The content types of its replies that say it went well."""
        return frozenset(kind for status in self.successes for kind in self.replies[status].media)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the percent-encoded target, with a group for each parameter in order."""
        parts = re.split(r"\{[^}]*\}", self.target)
        return re.compile("([^/]+)".join(map(re.escape, parts)))

    def reply(self, status: int) -> DocumentedReply | None:
        """The reply for a status, listed by its number, its class ("4XX") or as the default.

        Args:
            status: The status, such as 404.
        """
        return self.replies.get(str(status)) or self.replies.get(f"{status // 100}XX") or self.replies.get("default")


def is_json(media_type: str) -> bool:
    """Whether a media type is that of one JSON text: `application/json`, `application/problem+json`."""
    return bool(_JSON.fullmatch(media_type))


def is_json_lines(media_type: str) -> bool:
    """Whether a media type is that of JSON texts in a row, one on each line."""
    return bool(_JSON_LINES.fullmatch(media_type))


def is_stream(media_type: str) -> bool:
    """Whether a media type is that of a stream: events or JSON lines, of which each is checked on its own."""
    return media_type == EVENT_STREAM or is_json_lines(media_type)


def read_operations(spec: ResolvedSpec) -> Iterator[ContractOperation]:
    """The operations of a spec, in its order."""
    secured = bool(spec.source.get("security"))
    for path, item in spec.root["paths"].items():
        for method in METHODS:
            if method in item:
                base = _base(spec, item[method] if "servers" in item[method] else item)
                yield _operation(base, path, method, item, secured=secured)


def _base(spec: ResolvedSpec, item: ResolvedNode) -> str:
    """The way from the first server of the spec to that of a path or an operation."""
    if "servers" not in item:
        return ""
    own, first = (urlsplit(servers[0]["url"]).path for servers in (item.plain("servers"), spec.source["servers"]))
    return f"/{relpath(own, first)}"


def _operation(base: str, path: str, method: str, item: ResolvedNode, *, secured: bool) -> ContractOperation:
    node = item[method]
    parameters: dict[tuple[str, str], DocumentedParameter] = {}
    for holder in (item, node):
        for found in holder["parameters"].elements() if "parameters" in holder else ():
            parameters[found.value["name"], found.value["in"]] = _parameter(found)
    body = node.get("requestBody")
    return ContractOperation(
        id=node.plain("operationId", f"{method} {path}"),
        method=method.upper(),
        base=base,
        path=path,
        tag=(node.plain("tags") or ["default"])[0],
        parameters=tuple(parameters.values()),
        body=_json(_media(body)) if body is not None else None,
        body_types=tuple(_media(body)) if body is not None else (),
        forms={kind: found for kind, found in _media(body).items() if kind in _FORMS} if body is not None else {},
        body_required=bool(body is not None and body.plain("required")),
        replies={str(status): _reply(str(status), found) for status, found in node["responses"].items()},
        extensions=_extensions(node),
        secured=bool(node.plain("security", secured)),
        node=node,
    )


def _parameter(node: ResolvedNode) -> DocumentedParameter:
    style = node.plain("style") or ("form" if node.value["in"] in ("query", "cookie") else "simple")
    schema = node.get("schema")
    if schema is None:
        style, content = "json", next(iter(node["content"].items()))[1]
        schema = content.get("schema") or content
    return DocumentedParameter(
        name=node.value["name"],
        location=node.value["in"],
        required=bool(node.plain("required")),
        explode=bool(node.plain("explode", style == "form")),
        schema=schema,
        examples=_examples(node),
        style=style,
    )


def _reply(status: str, node: ResolvedNode) -> DocumentedReply:
    return DocumentedReply(
        status=status,
        media=_media(node),
        headers={
            name.lower(): _header(name, found)
            for name, found in (node["headers"].items() if "headers" in node else ())
            if name.lower() != "content-type"  # OpenAPI ignores it
        },
        links=tuple(
            DocumentedLink(name, found.value["operationId"], found.plain("parameters", {}), found.plain("requestBody"))
            for name, found in (node["links"].items() if "links" in node else ())
            if "operationId" in found  # not one with an operationRef
        ),
    )


def _header(name: str, node: ResolvedNode) -> DocumentedHeader:
    required, schema = bool(node.plain("required")), node.get("schema")
    if schema is not None:
        return DocumentedHeader(name, required, schema, explode=bool(node.plain("explode")))
    content = next(iter(node["content"].items()))[1]
    return DocumentedHeader(name, required, content.get("schema") or content, "json")


def _media(node: ResolvedNode) -> dict[str, DocumentedContent]:
    found: dict[str, DocumentedContent] = {}
    for name, content in node["content"].items() if "content" in node else ():
        kind = name.partition(";")[0].strip().lower()
        found.setdefault(kind, _content(kind, content))
    return found


def _content(kind: str, node: ResolvedNode) -> DocumentedContent:
    return DocumentedContent(
        content_type=kind,
        schema=node.get("itemSchema") or node.get("schema"),
        examples=_examples(node),
        extensions=_extensions(node),
        encoding=node.plain("encoding", {}),
    )


def _json(media: Mapping[str, DocumentedContent]) -> DocumentedContent | None:
    """The content that is JSON of any kind."""
    return next((media[kind] for kind in media if is_json(kind)), None)


def _examples(node: ResolvedNode) -> dict[str, Json]:
    found = {
        name: example.value["value"]
        for name, example in (node["examples"].items() if "examples" in node else ())
        if "value" in example
    }
    if "example" in node:
        found.setdefault("default", node.value["example"])
    return found


def _extensions(node: ResolvedNode) -> dict[str, Json]:
    return {key: value for key, value in node.value.items() if key.startswith("x-")}

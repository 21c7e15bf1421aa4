"""What the document promises, as operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import commonpath, normpath, relpath
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from .references import DocumentError, Json, ResolvedNode, ResolvedSpec

METHODS: Final = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
JSON: Final = "application/json"
EVENT_STREAM: Final = "text/event-stream"


class DocumentedParameter(NamedTuple):
    """A path or query parameter."""

    name: str
    place: str
    required: bool
    explode: bool
    schema: ResolvedNode
    examples: Mapping[str, Json]


class DocumentedContent(NamedTuple):
    """One content type of a request or reply."""

    content_type: str
    schema: ResolvedNode | None
    examples: Mapping[str, Json]
    extensions: Mapping[str, Json]


class DocumentedHeader(NamedTuple):
    """A header that a reply may have, or must have."""

    name: str
    required: bool
    schema: ResolvedNode


class DocumentedLink(NamedTuple):
    """What a reply says about where to go from it."""

    name: str
    operation: str
    parameters: Mapping[str, str]
    body: Json


class DocumentedReply(NamedTuple):
    """What an operation may answer with one status."""

    status: str
    media: Mapping[str, DocumentedContent]
    headers: Mapping[str, DocumentedHeader]
    links: tuple[DocumentedLink, ...]


@dataclass(frozen=True, eq=False)
class ContractOperation:
    """One operation."""

    id: str
    method: str
    base: str  # what leads from the first server to the path's own: "/..", or nothing where they are the same
    path: str
    tag: str
    parameters: tuple[DocumentedParameter, ...]
    body: DocumentedContent | None
    body_required: bool
    replies: Mapping[str, DocumentedReply]
    extensions: Mapping[str, Json]
    secured: bool
    node: ResolvedNode

    def __repr__(self) -> str:
        return f"<{self.id}>"

    @cached_property
    def query(self) -> Mapping[str, DocumentedParameter]:
        return {found.name: found for found in self.parameters if found.place == "query"}

    @cached_property
    def path_parameters(self) -> Mapping[str, DocumentedParameter]:
        return {found.name: found for found in self.parameters if found.place == "path"}

    @cached_property
    def successes(self) -> tuple[str, ...]:
        return tuple(status for status in self.replies if status.startswith("2"))

    @property
    def target(self) -> str:
        """The path as it stands behind the first server's URL: "/../projects/{project}", or just the path."""
        return self.base + self.path

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the percent-encoded target, with a group for each parameter in order."""
        parts = re.split(r"\{[^}]*\}", self.target)
        return re.compile("([^/]+)".join(map(re.escape, parts)))

    def reply(self, status: int) -> DocumentedReply | None:
        """What the document says of a status, be it by its number or its class ("4XX")."""
        return self.replies.get(str(status)) or self.replies.get(f"{status // 100}XX") or self.replies.get("default")


class OperationMatch(NamedTuple):
    """An operation, and the path parameters with which it was called, decoded."""

    operation: ContractOperation
    path: dict[str, str]


class Contract:
    """All operations of a document."""

    def __init__(self, spec: ResolvedSpec) -> None:
        self.spec = spec
        try:
            self.operations: Mapping[str, ContractOperation] = {found.id: found for found in _operations(spec)}
        except (KeyError, TypeError, AttributeError) as error:
            raise DocumentError(f"not an OpenAPI document as this package reads it: {error!r}") from error

    @cached_property
    def server(self) -> str:
        """The first server's URL, with its variables in braces."""
        url: str = self.spec.source["servers"][0]["url"]
        return url

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """What leads from the first server to those of the paths; the first server itself first."""
        return tuple(dict.fromkeys(["", *(operation.base for operation in self.operations.values())]))

    @cached_property
    def _prefixes(self) -> list[tuple[re.Pattern[str], str]]:
        """What stands before the paths of each server, the organisation in either spelling of the word.

        Behind a path's own server there is more than this document tells of, so its prefix takes in what all of its
        paths begin with.
        """
        found = [(_prefix(urlsplit(self.server).path), "")]
        for base in self.bases[1:]:
            shared = commonpath(found.path for found in self.operations.values() if found.base == base)
            whole = normpath(urlsplit(self.server).path + base)
            found.append((re.compile(f"{_prefix(whole).pattern}(?={_prefix(shared).pattern}(?:/|$))"), base))
        return found

    @cached_property
    def paths(self) -> Mapping[str, Mapping[str, ContractOperation]]:
        """The operations by target and method."""
        found: dict[str, dict[str, ContractOperation]] = {}
        for operation in self.operations.values():
            found.setdefault(operation.target, {})[operation.method] = operation
        return found

    def matches(self, path: str) -> Mapping[str, OperationMatch]:
        """What a path, relative to the server and percent-encoded, can mean: operations by method.

        A path of literal segments wins over one with a parameter in their place.
        """
        for template in self._ordered:
            operations = self.paths[template]
            first = next(iter(operations.values()))
            found = first.pattern.fullmatch(path)
            if found is not None:
                names = re.findall(r"\{([^}]*)\}", template)
                values = dict(zip(names, map(unquote, found.groups()), strict=True))
                return {method: OperationMatch(operation, values) for method, operation in operations.items()}
        return {}

    def relative(self, path: str) -> tuple[str, str] | None:
        """The organisation, and what of a path stands behind the first server's; None where it is of no server."""
        for prefix, base in self._prefixes:
            found = prefix.match(path)
            if found is not None and path[found.end() : found.end() + 1] in ("", "/"):
                organisation = unquote(found[1]) if found.groups() else ""
                return organisation, base + (path[found.end() :] or "/")
        return None

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self.paths, key=lambda path: [segment.startswith("{") for segment in path.split("/")])


def _operations(spec: ResolvedSpec) -> Iterator[ContractOperation]:
    secured = bool(spec.source.get("security"))
    for path, item in spec.root["paths"].items():
        base = _base(spec, item)
        for method in METHODS:
            if method in item:
                yield _operation(base, path, method, item, secured=secured)


def _base(spec: ResolvedSpec, item: ResolvedNode) -> str:
    """How a path's own server is reached from the first one of the document."""
    if "servers" not in item:
        return ""
    own, first = (urlsplit(servers[0]["url"]).path for servers in (item.plain("servers"), spec.source["servers"]))
    return f"/{relpath(own, first)}"


def _prefix(path: str) -> re.Pattern[str]:
    text = "([^/]+)".join(map(re.escape, re.split(r"\{[^}]*\}", path.rstrip("/"))))
    return re.compile(re.sub(r"organi[sz]ations", "organi[sz]ations", text))


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
        body=_media(body).get(JSON) if body is not None else None,
        body_required=bool(body is not None and body.plain("required")),
        replies={str(status): _reply(str(status), found) for status, found in node["responses"].items()},
        extensions=_extensions(node),
        secured=bool(node.plain("security", secured)),
        node=node,
    )


def _parameter(node: ResolvedNode) -> DocumentedParameter:
    return DocumentedParameter(
        name=node.value["name"],
        place=node.value["in"],
        required=bool(node.plain("required")),
        explode=bool(node.plain("explode", node.plain("style", "form") == "form")),
        schema=node["schema"],
        examples=_examples(node),
    )


def _reply(status: str, node: ResolvedNode) -> DocumentedReply:
    return DocumentedReply(
        status=status,
        media=_media(node),
        headers={
            name.lower(): DocumentedHeader(name, bool(found.plain("required")), found["schema"])
            for name, found in (node["headers"].items() if "headers" in node else ())
        },
        links=tuple(
            DocumentedLink(name, found.value["operationId"], found.plain("parameters", {}), found.plain("requestBody"))
            for name, found in (node["links"].items() if "links" in node else ())
        ),
    )


def _media(node: ResolvedNode) -> dict[str, DocumentedContent]:
    return {
        kind: DocumentedContent(kind, found.get("schema"), _examples(found), _extensions(found))
        for kind, found in (node["content"].items() if "content" in node else ())
    }


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

"""Read the operations of the spec, once.

The rest of the package works with ApiOperation, so that only this module knows how OpenAPI is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from quant_ai_common.discriminators import with_discriminators

from .directions import for_replies, for_requests
from .loading import SpecError
from .operations import ApiOperation, Credential, Media, Parameter, form_media, is_json, json_media, media_type
from .schemas import Json, Location, Schema, SchemaBook

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace", "query")


class Api:
    """The spec as a set of operations."""

    def __init__(self, spec: dict[str, Any], name: str = "the spec") -> None:
        """`name` is what errors call the spec."""
        self.spec = spec
        read = with_discriminators(spec)
        self.schemas = SchemaBook(for_replies(read))
        self._sent_schemas = SchemaBook(for_requests(read))
        self._position = "/servers"
        try:
            self._prefixes = _server_paths(spec)
            self.prefix = self._prefixes[0]
            self._position = "/"
            self.operations: dict[str, ApiOperation] = {}
            for found in self._read():
                own = (
                    found if found.id not in self.operations else replace(found, id=_plain_id(found.method, found.path))
                )
                self.operations[own.id] = own
            self.tags = self._tags()
            self._position = "/security"
            self.credentials = self._credentials(spec.get("security"))
        except KeyError as error:
            raise SpecError(f"{name}: {self._position} refers to {error}, which does not exist") from error
        except (IndexError, TypeError, AttributeError, ValueError) as error:
            raise SpecError(f"{name}: {self._position} is not OpenAPI 3.1 as this server reads it: {error}") from error

    def _tags(self) -> tuple[str, ...]:
        """The tags in the order of the spec, followed by those that only operations name."""
        self._position = "/tags"
        declared = [tag["name"] for tag in self.spec.get("tags", [])]
        return tuple(dict.fromkeys(declared + [operation.tag for operation in self.operations.values()]))

    def schema(self, name: str) -> Schema:
        """A named schema of the spec."""
        return self.schemas.at("components", "schemas", name)

    def _read(self) -> Iterator[ApiOperation]:
        for path, source in self.spec["paths"].items():
            self._position = path
            if path.startswith("x-"):
                continue
            if not path.startswith("/"):
                raise ValueError("a path begins with a slash")
            item, location = self.schemas.resolve(source, ("paths", path))
            for method in METHODS:
                self._position = f"{method.upper()} {path}"
                if method in item:
                    yield self._operation(path, method, item, location)

    def _operation(self, path: str, method: str, item: dict[str, Any], location: Location) -> ApiOperation:
        source = item[method]
        here = (*location, method)
        parameters = [
            *self._parameters((*location, "parameters"), item.get("parameters", [])),
            *self._parameters((*here, "parameters"), source.get("parameters", [])),
        ]
        body, body_location = self.schemas.resolve(source.get("requestBody"), (*here, "requestBody"))
        sent = self._media(body, body_location, self._sent_schemas) if body else {}
        replies: dict[int, dict[str, Media]] = {}
        others: dict[int, dict[str, Media]] = {}
        headers: dict[int, dict[str, Media]] = {}
        for status, reply in sorted((source.get("responses") or {}).items(), key=_exact_ones_first):
            resolved, at = self.schemas.resolve(reply, (*here, "responses", status))
            code, contents = _status(status), self._media(resolved, at, self.schemas)
            if not status.isdigit():
                others[code // 100 if code else 0] = contents
            if code is not None and code not in replies:
                replies[code] = contents
                headers[code] = dict(self._headers(resolved, at))
        default, default_at = self.schemas.resolve(
            (source.get("responses") or {}).get("default"), (*here, "responses", "default")
        )
        if default and not any(200 <= code < 300 for code in replies):
            replies[200] = self._media(
                default, default_at, self.schemas
            )  # it stands for every reply, and so for the success
        main = json_media(sent) or form_media(sent)
        prefixes = next((_server_paths(holder) for holder in (source, item) if "servers" in holder), self._prefixes)
        return ApiOperation(
            id=source.get("operationId") or _plain_id(method, path),
            tag=(source.get("tags") or ["default"])[0],
            method=method.upper(),
            prefix=prefixes[0],
            other_prefixes=prefixes[1:],
            path=path,
            segments=tuple(path.removeprefix("/").split("/")),
            parameters=tuple({(found.name, found.location): found for found in parameters}.values()),
            body=main,
            other_bodies={media_type(name): media for name, media in sent.items() if media is not main},
            body_required=bool(body and body.get("required")),
            body_types=frozenset(sent),
            replies=replies,
            any_status=bool(default),
            other_replies=others,
            reply_headers=headers,
            extensions={key: value for key, value in source.items() if key.startswith("x-")},
            credentials=self._credentials(source.get("security", self.spec.get("security"))),
        )

    def _parameters(self, location: Location, sources: list[dict[str, Any]]) -> Iterator[Parameter]:
        for index, source in enumerate(sources):
            found, found_at = self.schemas.resolve(source, (*location, index))
            kind = next(iter(found.get("content") or {}), None)
            schema: Location = ("schema",)
            if kind is not None:
                schema = ("content", kind, "schema") if "schema" in found["content"][kind] else ("content", kind)
            style = found.get("style") or ("form" if found["in"] in ("query", "cookie") else "simple")
            yield Parameter(
                name=found["name"],
                location=found["in"],
                required=bool(found.get("required")),
                schema=self._sent_schemas.at(*found_at, *schema),
                explode=found.get("explode", style == "form"),
                style=style,
                is_json=kind is not None and is_json(kind),
            )

    def _media(self, source: dict[str, Any], location: Location, schemas: SchemaBook) -> dict[str, Media]:
        return {
            kind: Media(
                content_type=kind,
                schema=_schema_of(schemas, (*location, "content", kind), media),
                examples=self._examples(media),
                encoding=media.get("encoding") or {},
            )
            for kind, media in (source.get("content") or {}).items()
        }

    def _headers(self, source: dict[str, Any], location: Location) -> Iterator[tuple[str, Media]]:
        """The headers that a reply has to have, or that have an example."""
        for name, header in (source.get("headers") or {}).items():
            found, at = self.schemas.resolve(header, (*location, "headers", name))
            kind, content = next(iter((found.get("content") or {}).items()), ("", found))
            at = (*at, "content", kind) if kind else at
            examples = self._examples(content)
            if (found.get("required") or examples) and name.lower() not in ("content-type", "x-request-id"):
                yield name, Media(kind, self.schemas.at(*at, "schema") if "schema" in content else None, examples)

    def _credentials(self, security: list[dict[str, Any]] | None) -> tuple[Credential, ...] | None:
        """Where an operation takes its token; None if it needs none, or would do without."""
        if not security or {} in security:
            return None
        schemes = (self.spec.get("components") or {}).get("securitySchemes") or {}
        found: dict[Credential, None] = {}
        for requirement in security:
            for name in requirement:
                scheme, _ = self.schemas.resolve(schemes.get(name), ())
                is_key = scheme.get("type") == "apiKey" and isinstance(scheme.get("name"), str)
                is_basic = str(scheme.get("scheme")).lower() == "basic"
                other = BASIC if is_basic else AUTHORIZATION
                found[(scheme["in"], scheme["name"].lower()) if is_key else other] = None
        return tuple(found)

    def _examples(self, media: dict[str, Any]) -> dict[str, Json]:
        examples: dict[str, Json] = {}
        given = media.get("examples") or {}
        for name, example in given.items() if isinstance(given, dict) else enumerate(given):
            found, _ = self.schemas.resolve(example, ())
            if not isinstance(found, dict) or isinstance(given, list):
                examples[str(name)] = example  # as schemas have them
            elif "value" in found:
                examples[str(name)] = found["value"]
        if "example" in media:
            examples.setdefault("default", media["example"])
        return examples


AUTHORIZATION: Credential = ("header", "authorization")
BASIC: Credential = ("basic", "authorization")


def _status(text: str) -> int | None:
    """The status that a reply of the spec stands for: `2XX` is served as 200; `default` stands for all the others."""
    if re.fullmatch("[1-5][0-9]{2}", text):
        return int(text)
    if re.fullmatch("[1-5][xX]{2}", text):
        return int(text[0]) * 100
    return None


def _exact_ones_first(reply: tuple[str, Any]) -> bool:
    return not reply[0].isdigit()


def _schema_of(schemas: SchemaBook, location: Location, media: dict[str, Any]) -> Schema | None:
    """The schema of a content; that of one item, if it is a sequence of items."""
    keyword = next((keyword for keyword in ("itemSchema", "schema") if keyword in media), None)
    return None if keyword is None else schemas.at(*location, keyword)


def _plain_id(method: str, path: str) -> str:
    """What an operation is called that has no id, or that of another one."""
    return f"{method.lower()} {path}"


def _server_paths(holder: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The path segments of the servers that a spec, or one of its paths, names; at least one."""
    return tuple(dict.fromkeys(_server_path(server) for server in holder.get("servers") or [{"url": "/"}]))


def _server_path(server: dict[str, Any]) -> tuple[str, ...]:
    url = server["url"]
    for name, variable in (server.get("variables") or {}).items():
        if not re.search(rf"/\{{{re.escape(name)}\}}(/|$)", url):  # one that is a whole segment is the organisation
            url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return tuple(segment for segment in urlsplit(url).path.split("/") if segment)

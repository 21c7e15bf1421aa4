"""Read the operations of the spec, once.

The rest of the package works with ApiOperation, so that only this module knows how OpenAPI is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from .loading import SpecError
from .operations import JSON, ApiOperation, Media, Parameter
from .schemas import Json, Location, Schema, SchemaBook

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


class Api:
    """The spec as a set of operations."""

    def __init__(self, spec: dict[str, Any], name: str = "the spec") -> None:
        """`name` is what errors call the spec."""
        self.spec = spec
        self.schemas = SchemaBook(spec)
        self._position = "/servers"
        try:
            self.prefix = _server_path(spec)
            self._position = "/"
            self.operations: dict[str, ApiOperation] = {found.id: found for found in self._read()}
            self.tags = self._tags()
        except KeyError as error:
            raise SpecError(f"{name}: {self._position} refers to {error}, which is not there") from error
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
        for path, item in self.spec["paths"].items():
            for method in METHODS:
                self._position = f"{method.upper()} {path}"
                if method in item:
                    yield self._operation(path, method, item)

    def _operation(self, path: str, method: str, item: dict[str, Any]) -> ApiOperation:
        source = item[method]
        here = ("paths", path, method)
        parameters = [
            *self._parameters(("paths", path, "parameters"), item.get("parameters", [])),
            *self._parameters((*here, "parameters"), source.get("parameters", [])),
        ]
        body, body_location = self.schemas.resolve(source.get("requestBody"), (*here, "requestBody"))
        replies: dict[int, dict[str, Media]] = {}
        for status, reply in source.get("responses", {}).items():
            if str(status).isdigit():
                resolved, location = self.schemas.resolve(reply, (*here, "responses", status))
                replies[int(status)] = self._media(resolved, location)
        return ApiOperation(
            id=source.get("operationId") or f"{method} {path}",
            tag=(source.get("tags") or ["default"])[0],
            method=method.upper(),
            prefix=_server_path(item) if "servers" in item else self.prefix,
            path=path,
            segments=tuple(path.strip("/").split("/")),
            parameters=tuple({(found.name, found.location): found for found in parameters}.values()),
            body=self._media(body, body_location).get(JSON) if body else None,
            body_required=bool(body and body.get("required")),
            replies=replies,
            extensions={key: value for key, value in source.items() if key.startswith("x-")},
        )

    def _parameters(self, location: Location, sources: list[dict[str, Any]]) -> Iterator[Parameter]:
        for index, source in enumerate(sources):
            found, found_at = self.schemas.resolve(source, (*location, index))
            yield Parameter(
                name=found["name"],
                location=found["in"],
                required=bool(found.get("required")),
                schema=self.schemas.at(*found_at, "schema"),
                explode=found.get("explode", found.get("style", "form") == "form"),
            )

    def _media(self, source: dict[str, Any], location: Location) -> dict[str, Media]:
        return {
            kind: Media(
                content_type=kind,
                schema=self.schemas.at(*location, "content", kind, "schema") if "schema" in media else None,
                examples=self._examples(media),
                extras={key: value for key, value in media.items() if key.startswith("x-")},
            )
            for kind, media in source.get("content", {}).items()
        }

    def _examples(self, media: dict[str, Any]) -> dict[str, Json]:
        examples = {}
        for name, example in media.get("examples", {}).items():
            found, _ = self.schemas.resolve(example, ())
            if "value" in found:
                examples[name] = found["value"]
        if "example" in media:
            examples.setdefault("default", media["example"])
        return examples


def _server_path(holder: dict[str, Any]) -> tuple[str, ...]:
    """The path segments of the server that a spec, or one of its paths, names."""
    servers = holder.get("servers") or [{"url": "/"}]
    return tuple(segment for segment in urlsplit(servers[0]["url"]).path.split("/") if segment)

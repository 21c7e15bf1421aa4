"""One operation of the spec, with the references to parameters, bodies and responses followed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import relpath
from typing import Any
from urllib.parse import urlsplit

from openapi.python_names import method_name, operation_module, resource_name, waiting_method_name
from openapi.spec_errors import Pointer
from openapi.yaml_file import YamlFile

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
MINORS_UNTIL_REMOVAL = 2
"""How many minor releases of the package a deprecated operation stays at least."""
JSON = re.compile(r"application/(.+\+)?json(;.*)?", re.IGNORECASE)
STREAM = "text/event-stream"
JSON_LINES = re.compile(
    r"(application|text)/((x-)?(ndjson|jsonl|jsonlines|json-lines)|(.+\+)?json-seq)\s*(;.*)?", re.IGNORECASE
)
"""Media types of replies that are JSON texts in a row, one on each line."""
MULTIPART = "multipart/form-data"
FORMS = ("application/x-www-form-urlencoded", MULTIPART)


@dataclass(frozen=True, eq=False)
class SpecPart:
    """A request body, a response or a parameter of an operation."""

    place: Pointer
    """Where the operation has it."""
    pointer: Pointer
    """Where it is written: a component, where the operation refers to one."""
    value: dict[str, Any]

    @property
    def content(self) -> dict[str, Any]:
        """Its media types."""
        found = self.value.get("content")
        return found if isinstance(found, dict) else {}

    @property
    def json_type(self) -> str:
        """The media type of its JSON; empty if it has none."""
        return next((kind for kind in self.content if JSON.fullmatch(kind)), "")

    @property
    def json_schema(self) -> Any:
        """The schema of its JSON; None if it has none."""
        return (self.content.get(self.json_type) or {}).get("schema")

    @property
    def json_pointer(self) -> Pointer:
        """Where that schema is."""
        return (*self.pointer, "content", self.json_type, "schema")

    @property
    def lines_type(self) -> str:
        """The media type of its JSON lines; empty if it has something else, or something else too."""
        return next((kind for kind in self.content if len(self.content) == 1 and JSON_LINES.fullmatch(kind)), "")

    @property
    def sent_type(self) -> str:
        """The media type in which it is sent: JSON if it may be, else a form, else what there is."""
        return self.json_type or self.form_type or next(iter(self.content), "")

    @property
    def form_type(self) -> str:
        """The media type of its form; empty if it has none."""
        return next((kind for kind in self.content if kind in FORMS), "")

    @property
    def form_schema(self) -> Any:
        """The schema of its form."""
        return (self.content.get(self.form_type) or {}).get("schema") or {}

    @property
    def form_pointer(self) -> Pointer:
        """Where that schema is."""
        return (*self.pointer, "content", self.form_type, "schema")


class SpecParameter(SpecPart):
    """A parameter of an operation or of its path."""

    @property
    def name(self) -> str:
        return str(self.value.get("name"))

    @property
    def location(self) -> str:
        """`in`: path, query, header or cookie."""
        return str(self.value.get("in"))

    @property
    def required(self) -> bool:
        return self.value.get("required") is True

    @property
    def schema(self) -> Any:
        """Its schema, or that of its content."""
        return self.value.get("schema") if "schema" in self.value else next(iter(self._content), {}).get("schema")

    @property
    def schema_pointer(self) -> Pointer:
        """Where that schema is."""
        kind = next(iter(self.content), "")
        return (*self.pointer, "schema") if "schema" in self.value else (*self.pointer, "content", kind, "schema")

    @property
    def style(self) -> str:
        """How it is written; `json` if it has content instead of a style."""
        if "schema" not in self.value and self.content:
            return "json"
        return str(self.value.get("style") or ("form" if self.location in ("query", "cookie") else "simple"))

    @property
    def explode(self) -> bool:
        """Whether arrays and objects are written as several parameters."""
        return bool(self.value.get("explode", self.style == "form"))

    @property
    def _content(self) -> list[dict[str, Any]]:
        return [media for media in self.content.values() if isinstance(media, dict)]


@dataclass(frozen=True, eq=False)
class SpecOperation:
    """An operation with its path and its names in Python."""

    file: YamlFile = field(repr=False)
    path: str
    method: str
    value: dict[str, Any] = field(repr=False)
    path_item: dict[str, Any] = field(repr=False)

    @property
    def pointer(self) -> Pointer:
        return ("paths", self.path, self.method)

    @property
    def path_names(self) -> list[str]:
        """What is in braces in the path."""
        return re.findall(r"{([^{}]*)}", self.path)

    @property
    def id(self) -> str:
        """The operationId; empty if there is none."""
        return str(self.value.get("operationId", ""))

    @property
    def label(self) -> str:
        """What messages call the operation."""
        return self.id or f"{self.method.upper()} {self.path}"

    @property
    def summary(self) -> str:
        return str(self.value.get("summary") or "")

    @property
    def deprecated_since(self) -> tuple[int, int] | None:
        """The minor release of the package that deprecates it, if the spec says so."""
        since = self.value.get("x-deprecated-since")
        if not self.value.get("deprecated") or not isinstance(since, str):
            return None
        major, _, minor = since.partition(".")
        return int(major), int(minor)

    @property
    def deprecation(self) -> str:
        """What a warning says about it, such as "is deprecated"; nothing if it is not."""
        since = self.deprecated_since
        if since is None:
            return "is deprecated" if self.value.get("deprecated") else ""
        earliest = f"{since[0]}.{since[1] + MINORS_UNTIL_REMOVAL}"
        return f"is deprecated since {since[0]}.{since[1]} and will be removed in {earliest} at the earliest"

    @property
    def waiting_summary(self) -> str:
        """The summary of the method that polls it: `Get a task` gives `Wait for a task to finish`."""
        title = self.summary or self.id
        read = title.removeprefix("Get ")
        return f"Wait for {read} to finish" if read != title else f"{title}, polled until it has finished"

    def mode_summary(self, mode: dict[str, Any]) -> str:
        """The summary of the method of one of its `x-modes`."""
        title = self.summary or self.id
        return f"{title}, streamed" if mode.get("contentType") == STREAM else f"{title} in the background"

    @property
    def tags(self) -> list[Any]:
        found = self.value.get("tags")
        return found if isinstance(found, list) else []

    @property
    def tag(self) -> str:
        """The tag that decides where the method is."""
        return str(self.tags[0]) if self.tags else "default"

    @property
    def resource(self) -> str:
        """The attribute of the client that has the method."""
        return resource_name(self.tag)

    @property
    def module(self) -> str:
        """The module of the generated functions, in the package named after the resource."""
        return operation_module(self.id)

    @property
    def method_name(self) -> str:
        """The method that calls the operation."""
        return method_name(self.id, self.tag)

    @property
    def waiting_method_name(self) -> str:
        """The method that polls the operation."""
        return waiting_method_name(self.method_name)

    @cached_property
    def parameters(self) -> list[SpecParameter]:
        """The parameters of the path and of the operation; its own replace those of the path with the same name."""
        shared = self._parameters(("paths", self.path), self.path_item)
        own = self._parameters(self.pointer, self.value)
        taken = {(parameter.name, parameter.location) for parameter in own}
        return [one for one in shared if (one.name, one.location) not in taken] + own

    def _parameters(self, place: Pointer, holder: dict[str, Any]) -> list[SpecParameter]:
        given = holder.get("parameters")
        places = [(*place, "parameters", index) for index in range(len(given) if isinstance(given, list) else 0)]
        return [SpecParameter(*part) for at in places if (part := self._part(at))]

    @cached_property
    def body(self) -> SpecPart | None:
        """The request body, or None."""
        part = self._part((*self.pointer, "requestBody"))
        return SpecPart(*part) if part else None

    @cached_property
    def responses(self) -> dict[str, SpecPart]:
        """The replies by status."""
        given = self.value.get("responses")
        places = {status: (*self.pointer, "responses", status) for status in (given if isinstance(given, dict) else ())}
        return {status: SpecPart(*part) for status, at in places.items() if (part := self._part(at))}

    @cached_property
    def base(self) -> str:
        """What leads from the path of the first server to that of the operation's own: `/..`; empty without one."""
        holder = self.value if "servers" in self.value else self.path_item
        if "servers" not in holder:
            return ""
        first, own = (urlsplit(_server_url(one)) for one in (self.file.data, holder))
        found = relpath(own.path or "/", first.path or "/")
        return "" if found == "." else f"/{found}"

    def _part(self, place: Pointer) -> tuple[Pointer, Pointer, dict[str, Any]] | None:
        pointer = self.file.follow(place)
        value = self.file.at(pointer) if pointer else None
        return (place, pointer, value) if isinstance(value, dict) else None


def _server_url(holder: dict[str, Any]) -> str:
    return str((holder.get("servers") or [{}])[0].get("url", ""))

"""Views of the operations for the templates: what to send, and how to read what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from . import docstrings as docs
from .document import Document, Raw, SpecError
from .parsing import module_of, tag_of
from .python_types import Types
from .skeleton import JSON, STREAM, Events, Skeleton
from .streams import StreamFields

_REPEATABLE = {"get", "head", "options", "put", "delete", "trace"}


@dataclass
class Argument:
    """A parameter of a Python function, and where its value goes."""

    name: str
    wire: str
    place: str
    annotation: str
    required: bool
    doc: str
    of_namespace: bool = False
    """Whether the namespace takes it, once for all of its methods."""

    @property
    def declaration(self) -> str:
        given = self.annotation if self.required else f"{optional(self.annotation)} = UNSET"
        return f"{self.name}: {given}"


@dataclass
class Reply:
    """What a success status answers with."""

    status: str
    annotation: str
    decoder: str
    expression: str = ""


@dataclass
class Constant:
    """One way to call an operation: OPERATION for all of its replies, or the one of a facade method."""

    name: str
    replies: list[Reply]
    accept: str
    annotation: str
    events: dict[str, Any] | None = None


class View:
    """One operation."""

    def __init__(
        self, raw: Raw, endpoint: Endpoint, document: Document, types: Types, skeleton: Skeleton, ids: dict[str, Raw]
    ) -> None:
        tags = [tag for tag in document.data.get("tags", []) if tag["name"] in raw.data.get("tags", [])]
        self._namespace: list[str] = tags[0].get("x-namespace-parameters", []) if tags else []
        self.raw, self.endpoint, self.document, self.types = raw, endpoint, document, types
        self.tag, self.module = tag_of(raw), module_of(raw.id)
        self.method = _method_name(raw.id, self.tag)
        self.modes: list[dict[str, Any]] = raw.data.get("x-modes", [])
        self.deprecated = bool(raw.data.get("deprecated"))
        post = raw.method in ("post", "patch")
        self.idempotent = raw.data.get("x-idempotent", not post and raw.method in _REPEATABLE)
        self._ids, self._skeleton = ids, skeleton
        self.replies = list(self._replies())
        self.error_decoders = list(self._errors())
        self.body = endpoint.bodies[0] if endpoint.bodies else None
        self.content_type = next(iter(raw.body.get("content", {})), "")
        self.parameters = list(self._parameters())
        self.polling = self._polling()
        self.pagination = raw.data.get("x-pagination")
        self.poll = self._poll()
        self.constants = list(self._constants())

    # Requests

    def _parameters(self) -> Iterator[Argument]:
        by_name = {(parameter["in"], parameter["name"]): parameter for parameter in self.raw.parameters}
        for place, prop in self.endpoint.iter_all_parameters():
            wire = prop.name.get_untrusted_value()
            parameter = by_name[place.value, wire]
            name = f"body_{place.value}" if prop.python_name == "body" else str(prop.python_name)
            kind = self.types.argument(prop)
            text = parameter.get("description", "")
            doc = docs.argument(self.document, name, kind, text, parameter["schema"])
            bound = place.value == "path" and wire in self._namespace
            yield Argument(name, wire, place.value, kind, prop.required, doc, of_namespace=bound)

    @property
    def namespace_arguments(self) -> list[Argument]:
        """What the namespace takes, in its own order."""
        found = {argument.wire: argument for argument in self.parameters if argument.of_namespace}
        for name in self._namespace:
            if name not in found or found[name].name == "caller":
                raise SpecError(self.raw.pointer, f"{self.raw.id} has no path parameter {name} for its namespace")
        return [found[name] for name in self._namespace]

    @property
    def path_arguments(self) -> list[Argument]:
        return [argument for argument in self.parameters if argument.place == "path"]

    @property
    def keyword_arguments(self) -> list[Argument]:
        return sorted((a for a in self.parameters if a.place != "path"), key=lambda argument: not argument.required)

    def placed(self, place: str) -> list[Argument]:
        """Arguments that go to one place: path, query or header."""
        return [argument for argument in self.parameters if argument.place == place]

    def path_template(self) -> str:
        """The path as an f-string that encodes its parameters, in a piece for each of them."""
        path = self.raw.path.replace("\\", "").replace('"', "")
        for argument in self.path_arguments:
            place = f"{{_encoding.path_segment({argument.name}, {argument.wire!r})}}"
            path = path.replace(f"{{{argument.wire}}}", place)
        pieces = re.findall(r"[^{]*{[^}]*}(?:[^{]*$)?", path)
        return " ".join(f'f"{piece}"' for piece in pieces)

    @property
    def body_is_json(self) -> bool:
        return bool(JSON.fullmatch(self.content_type))

    @property
    def body_is_flat(self) -> bool:
        """Whether the facade takes the properties of the body as arguments."""
        return bool(self.body and self.types.is_model(self.body.prop))

    def body_arguments(self, modes: bool = True) -> Iterator[Argument]:
        """The properties of the body as arguments; those that modes set are left out."""
        assert self.body is not None
        taken = {argument.name for argument in self.parameters}
        chosen = {mode["property"] for mode in self.modes} if modes else set()
        for prop in self.types.fields(self.body.prop):
            wire = prop.name.get_untrusted_value()
            if wire in chosen:
                continue
            name = f"{prop.python_name}_body" if prop.python_name in taken else str(prop.python_name)
            kind = self.types.argument(prop)
            schema = property_schema(self.document, self.types.source(self.body.prop), wire)
            doc = docs.argument(self.document, name, kind, "", schema)
            yield Argument(name, wire, "body", kind, prop.required, doc)

    def canonical(self, body: Any) -> Any:
        """An example of the body in the spelling that arguments have."""
        aliases = self.types.aliases(self.body.prop) if self.body else {}
        return {aliases.get(key, key): value for key, value in body.items()} if isinstance(body, dict) else body

    # Replies

    def _replies(self) -> Iterator[Reply]:
        for response in self.endpoint.responses:
            status = response.status_code.pattern
            content = self.raw.responses[status].get("content", {})
            if not status.startswith("2"):
                continue
            if not status.isdigit():
                raise SpecError((*self.raw.pointer, "responses", status), "name each success status by its number")
            if not content:
                yield Reply(status, "None", "nothing")
            elif any(map(JSON.fullmatch, content)):
                yield Reply(
                    status,
                    self.types.annotation(response.prop),
                    f"_reply_{status}",
                    self.types.read(response.prop, "value"),
                )
            elif STREAM not in content:
                yield Reply(status, "File", "to_file")

    def _errors(self) -> Iterator[tuple[str, str, list[int]]]:
        """Annotation, decoding expression and statuses of the error replies, alike ones together."""
        groups: dict[tuple[str, str], list[int]] = {}
        for response in self.endpoint.responses:
            status = response.status_code.pattern
            content = self.raw.responses[status].get("content", {})
            if status.startswith("2") or not any(map(JSON.fullmatch, content)):
                continue
            key = (self.types.annotation(response.prop), self.types.read(response.prop, "value"))
            groups.setdefault(key, []).append(0 if status == "default" else int(status.removesuffix("XX")))
        for (annotation, expression), statuses in groups.items():
            yield annotation, expression, statuses

    def stream(self, mode: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """What is streamed, by the operation itself or by a mode of it: the events and how they are framed."""
        for status, reply in self.raw.responses.items():
            content = reply.get("content", {})
            media = content.get(STREAM)
            chosen = mode.get("contentType") == STREAM and mode.get("status") == status if mode else len(content) == 1
            if media is None or not chosen:
                continue
            events: Events = self._skeleton.events[media["schema"]["$ref"].rpartition("/")[2]]
            extension = media.get("x-event-stream", {})
            for name in (extension.get("reply"), *(event.schema for event in events.events)):
                if name is not None and name not in self.types.named:
                    raise SpecError(self.raw.pointer, f"there is no schema {name}")
            pointer = (*self.raw.pointer, "responses", status, "content", STREAM, "x-event-stream")
            fields = StreamFields(self.types, events, extension, pointer)
            found = {"events": events, "text": [], "terminal": [], **extension}
            return found | {"fill": fields.filled(), "collect": fields.collected()}
        return None

    def _constants(self) -> Iterator[Constant]:
        statuses = {mode["status"] for mode in self.modes if "status" in mode and "contentType" not in mode}
        stream = self.stream()
        yield self._constant("OPERATION", self.replies, None)
        if stream or self.modes:
            own = [reply for reply in self.replies if reply.status not in statuses]
            yield self._constant(self.method.upper().rstrip("_"), own, stream)
        for mode in self.modes:
            if "method" in mode:
                streamed = self.stream(mode)
                own = [] if streamed else [reply for reply in self.replies if reply.status == mode["status"]]
                yield self._constant(mode["method"].upper(), own, streamed)

    def _constant(self, name: str, replies: list[Reply], stream: dict[str, Any] | None) -> Constant:
        if stream:
            return Constant(name, [], STREAM, stream["events"].union, stream)
        contents = [self.raw.responses[reply.status].get("content", {}) for reply in replies]
        kinds = dict.fromkeys(kind for content in contents for kind in content if kind != STREAM)
        accept = ", ".join(kinds) or "application/json"
        return Constant(name, replies, accept, self.success(replies))

    @staticmethod
    def success(replies: list[Reply]) -> str:
        """The type of several replies."""
        return " | ".join(dict.fromkeys(reply.annotation for reply in replies)) or "None"

    # Extensions

    def _polling(self) -> dict[str, Any] | None:
        told = self.raw.data.get("x-polling")
        if told is None:
            return None
        fields = self.types.attributes(self._read("x-polling"))
        for key in ("state", "result", "error"):
            if key in told and told[key] not in fields:
                raise SpecError((*self.raw.pointer, "x-polling", key), f"the reply has no property {told[key]}")
        return {**told, **{key: fields[told[key]] for key in ("state", "result", "error") if key in told}}

    def _read(self, extension: str) -> Property:
        """The reply that an extension is about."""
        for response in self.endpoint.responses:
            if response.status_code.pattern == "200":
                return response.prop
        raise SpecError((*self.raw.pointer, extension), f"{extension} is about the reply 200, which is not there")

    def _poll(self) -> dict[str, Any] | None:
        """How the reply that accepts a job leads to the operation that reads its state."""
        for mode in self.modes:
            reply = self.raw.responses.get(mode.get("status", ""), {})
            for name, link in reply.get("links", {}).items():
                target = self._ids.get(link.get("operationId", ""))
                if "method" not in mode or target is None or "x-polling" not in target.data:
                    continue
                prop = next(r.prop for r in self.endpoint.responses if r.status_code.pattern == mode["status"])
                fields = self.types.attributes(prop)
                given = {key: value.rpartition("/")[2] for key, value in link.get("parameters", {}).items()}
                if missing := [value for value in given.values() if value not in fields]:
                    pointer = (*self.raw.pointer, "responses", mode["status"], "links", name)
                    raise SpecError(pointer, f"the reply has no property {missing[0]}")
                arguments = {parameter["name"]: module_of(parameter["name"]) for parameter in target.parameters}
                return {
                    "target": target,
                    "tag": tag_of(target),
                    "module": module_of(target.id),
                    "reply": self.types.annotation(prop),
                    "arguments": [(arguments[key], f"reply.{fields[value]}") for key, value in given.items()],
                }
        return None

    def page_items(self) -> tuple[str, str] | None:
        """Type of the items of a page, and the attribute of the reply that holds them (none if it is the array)."""
        if not self.pagination:
            return None
        prop = self._read("x-pagination")
        name = self.pagination.get("items")
        if name is None:
            return self._item(prop), ""
        for candidate in self.types.fields(prop):
            if candidate.name == name:
                return self._item(candidate), str(candidate.python_name)
        raise SpecError((*self.raw.pointer, "x-pagination", "items"), f"the reply has no property {name}")

    def _item(self, prop: Property) -> str:
        items = self.types.items(prop)
        if items is None:
            raise SpecError((*self.raw.pointer, "x-pagination"), "the items of a page are an array")
        return self.types.annotation(items)

    def pagination_arguments(self) -> Iterator[tuple[str, Any]]:
        """`x-pagination` in the words of `Pagination`."""
        told = dict(self.pagination or {})
        yield from (("style", told["style"]), ("location", told["in"]), ("position", told[told["style"]]))
        yield from ((key, told[key]) for key in ("limit", "items", "next", "more") if key in told)

    def polling_arguments(self) -> Iterator[tuple[str, Any]]:
        """`x-polling` in the words of `Polling`."""
        told = dict(self.polling or {})
        for key in ("state", "succeeded", "failed", "waiting", "result", "error"):
            if key in told:
                yield key, told[key]
        names = {"firstInterval": "first_interval", "maxInterval": "max_interval", "deadline": "deadline"}
        yield from ((name, float(told[key])) for key, name in names.items() if key in told)

    # The generator's usual functions

    @property
    def title(self) -> str:
        """The summary, as the first line of a docstring."""
        return docs.escape((self.raw.data.get("summary") or self.raw.id).rstrip("."))

    def has_functions(self) -> bool:
        """Whether the operation can be called without the facade; event streams cannot."""
        return not self.stream()

    def is_secured(self) -> bool:
        """Whether a token is needed."""
        return bool(self.raw.data.get("security", self.document.data.get("security")))


def views(document: Document, openapi: GeneratorData, types: Types, skeleton: Skeleton) -> dict[str, View]:
    """All operations by operationId, in document order."""
    endpoints = {
        (str(tag), str(endpoint.name)): endpoint
        for tag, collection in openapi.endpoint_collections_by_tag.items()
        for endpoint in collection.endpoints
    }
    ids = {raw.id: raw for raw in document.operations()}
    return {
        raw.id: View(raw, endpoints[tag_of(raw), module_of(raw.id)], document, types, skeleton, ids)
        for raw in document.operations()
    }


def property_schema(document: Document, schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of a property, wherever in an object or its parts it is declared."""
    schema = document.resolve(schema)
    if name in schema.get("properties", {}):
        return dict(schema["properties"][name])
    parts = [part for key in ("allOf", "anyOf", "oneOf") for part in schema.get(key, [])]
    return next(filter(None, (property_schema(document, part, name) for part in parts)), {})


def optional(annotation: str) -> str:
    """The annotation of what need not be given."""
    head, null, _ = annotation.partition(" | None") if annotation.endswith(" | None") else (annotation, "", "")
    return f"{head} | Unset{null}"


def _method_name(operation_id: str, tag: str) -> str:
    name = module_of(operation_id).removeprefix(f"{tag.rstrip('_')}_")
    return f"{name}_" if iskeyword(name) else name

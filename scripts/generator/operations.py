"""Views of the operations for the templates: what to send, how to read it, and the methods of the facade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from . import docs
from .document import Document, Raw, SpecError
from .parsing import module_of, tag_of
from .python_types import Types
from .skeleton import JSON, STREAM, Events, Skeleton

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


@dataclass
class Method:
    """A method of the facade."""

    name: str
    kind: str
    constant: str
    summary: str
    doc: str
    arguments: list[Argument]
    fixed: list[tuple[str, Any]]
    returns: str
    reply: str = ""


class View:
    """One operation."""

    def __init__(
        self, raw: Raw, endpoint: Endpoint, document: Document, types: Types, skeleton: Skeleton, ids: dict[str, Raw]
    ) -> None:
        self.raw, self.endpoint, self.document, self.types = raw, endpoint, document, types
        self.tag, self.module = tag_of(raw), module_of(raw.id)
        self.method = _method_name(raw.id, self.tag)
        self.modes: list[dict[str, Any]] = raw.data.get("x-modes", [])
        self.deprecated = bool(raw.data.get("deprecated"))
        post = raw.method in ("post", "patch")
        self.idempotent = raw.data.get("x-idempotent", False) if post else raw.method in _REPEATABLE
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
            yield Argument(
                name=name,
                wire=wire,
                place=place.value,
                annotation=self.types.argument(prop),
                required=prop.required,
                doc=docs.argument(self.document, name, parameter.get("description", ""), parameter["schema"]),
            )

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
        """The path as an f-string that encodes its parameters."""
        path = self.raw.path.replace("\\", "").replace('"', "")
        for argument in self.path_arguments:
            place = f"{{_encoding.path_segment({argument.name}, {argument.wire!r})}}"
            path = path.replace(f"{{{argument.wire}}}", place)
        return path

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
            schema = property_schema(self.document, self.types.source(self.body.prop), wire)
            yield Argument(
                name=name,
                wire=wire,
                place="body",
                annotation=self.types.argument(prop),
                required=prop.required,
                doc=docs.argument(self.document, name, "", schema),
            )

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
            told = media.get("x-event-stream", {})
            for name in (told.get("reply"), *(event.schema for event in events.events)):
                if name is not None and name not in self.types.named:
                    raise SpecError(self.raw.pointer, f"there is no schema {name}")
            return {"events": events, "text": told.get("text", []), "terminal": told.get("terminal", []), **told}
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
        model = next((r.prop for r in self.endpoint.responses if r.status_code.pattern == "200"), None)
        fields = {} if model is None else self.types.attributes(model)
        for key in ("state", "result", "error"):
            if key in told and told[key] not in fields:
                raise SpecError((*self.raw.pointer, "x-polling", key), f"the reply has no property {told[key]}")
        return {**told, **{key: fields[told[key]] for key in ("state", "result", "error") if key in told}}

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
        prop = next(r.prop for r in self.endpoint.responses if r.status_code.pattern == "200")
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

    # The facade

    def methods(self, polled: dict[str, View]) -> Iterator[Method]:
        """The methods of the facade that call this operation."""
        stream = self.stream()
        main = self.constants[1] if len(self.constants) > 1 else self.constants[0]
        yield self._method(self.method, main, stream, None, polled)
        for mode, constant in zip([m for m in self.modes if "method" in m], self.constants[2:], strict=True):
            yield self._method(mode["method"], constant, self.stream(mode), mode, polled)
        if self.polling:
            name = self.method.replace("get", "wait_for", 1) if self.method.startswith("get") else f"wait_{self.method}"
            title = f"Poll until it has ended: {self.raw.data['summary'][0].lower()}{self.raw.data['summary'][1:]}"
            yield Method(
                name=name,
                kind="wait",
                constant="OPERATION",
                summary=title,
                doc=self._doc(name, title, self._wait_text(), [*self.path_arguments, *_WAIT], [], None),
                arguments=[*self.path_arguments, *self.keyword_arguments],
                fixed=[],
                returns=self.constants[0].annotation,
            )

    def _method(
        self,
        name: str,
        constant: Constant,
        stream: dict[str, Any] | None,
        mode: dict[str, Any] | None,
        polled: dict[str, View],
    ) -> Method:
        arguments = [*self.path_arguments, *self.keyword_arguments]
        if self.body_is_flat:
            everything = [*arguments, *self.body_arguments()]
            arguments = sorted(everything, key=lambda argument: (argument.place != "path", not argument.required))
        elif self.body:
            schema = next(iter(self.raw.body["content"].values())).get("schema", {})
            doc = docs.argument(self.document, "body", self.raw.body.get("description", ""), schema)
            annotation = self.types.argument(self.body.prop)
            arguments.append(Argument("body", "", "", annotation, self.body.prop.required, doc))
        kind, returns, reply = "call", constant.annotation, ""
        if stream:
            reply = stream.get("reply") or ""
            kind, returns = "stream", f"EventStream[{stream['events'].union}, {reply or 'None'}]"
        elif mode and self.poll:
            target = polled[self.poll["target"].id]
            kind, returns = "start", f"Job[{constant.annotation}, {target.constants[0].annotation}]"
        elif items := self.page_items():
            kind, returns = "page", f"Page[{items[0]}, {constant.annotation}]"
        title = self.raw.data.get("summary") or self.raw.id
        text = self.raw.data.get("description", "")
        if mode:
            title = f"{title} ({'streamed' if stream else 'in the background'})"
        return Method(
            name=name,
            kind=kind,
            constant=constant.name,
            summary=title,
            doc=self._doc(name, title, text, arguments, constant.replies, stream, mode),
            arguments=arguments,
            fixed=[(mode["property"], mode["value"])] if mode and "value" in mode else [],
            returns=returns,
            reply=reply,
        )

    def _wait_text(self) -> str:
        told = self.polling or {}
        ended = ", ".join([*told["succeeded"], *told["failed"]])
        return f"It has ended when `{told['state']}` is one of: {ended}."

    def _doc(
        self,
        name: str,
        title: str,
        text: str,
        arguments: list[Argument],
        replies: list[Reply],
        stream: dict[str, Any] | None,
        mode: dict[str, Any] | None = None,
    ) -> str:
        parts = [f"{title.rstrip('.')}."]
        if self.deprecated:
            parts.append("Deprecated: it will be removed.")
        if text:
            parts.append(docs.prose(text))
        if arguments:
            parts.append(_section("Args", [argument.doc for argument in arguments]))
        success = [docs.summary(self.raw.responses[reply.status].get("description", "")) for reply in replies]
        if stream:
            success = ["The events as they arrive; use it as a context manager."]
        elif mode and self.poll:
            success = ["The job: `wait()` for its end, or `poll()` it yourself."]
        if any(success):
            parts.append(_section("Returns", [docs.prose(line, docs.WIDTH - 4) for line in success if line]))
        if errors := docs.raises(self.raw.responses):
            parts.append(_section("Raises", errors))
        if replies or stream:
            parts.append(_section("Example", [self._example(name, arguments, bool(stream))]))
        return docs.escape("\n\n".join(parts))

    def _example(self, name: str, arguments: list[Argument], streamed: bool) -> str:
        body = _first_example(next(iter(self.raw.body.get("content", {}).values()), {}))
        by_name = {parameter["name"]: parameter for parameter in self.raw.parameters}
        given: list[str] = []
        for argument in arguments:
            if argument.place == "path":
                example = _first_example(by_name[argument.wire]) or _first_example(by_name[argument.wire]["schema"])
                given.append(docs.literal(example if example is not None else "..."))
            elif argument.place == "body" and isinstance(body, dict) and argument.wire in body:
                given.append(f"{argument.name}={docs.literal(body[argument.wire], 4)}")
            elif argument.place == "" and body is not None:
                given.append(f"body={docs.literal(body, 4)}")
            elif argument.required and argument.place in ("query", "header"):
                given.append(f"{argument.name}={docs.literal(_first_example(by_name[argument.wire]))}")
        call = f"client.{self.tag}.{name}"
        line = f"{call}({', '.join(given)})"
        if len(line) > docs.WIDTH - 8 or "\n" in line:
            line = f"{call}(\n" + "".join(f"    {item},\n" for item in given) + ")"
        return f"with {line} as stream:\n    for event in stream:\n        print(event)" if streamed else line


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


def _section(title: str, entries: list[str]) -> str:
    lines = [f"    {line}" if line else "" for entry in entries for line in entry.splitlines()]
    return "\n".join([f"{title}:", *lines])


def _first_example(holder: dict[str, Any]) -> Any:
    examples = holder.get("examples")
    if isinstance(examples, dict) and examples:
        return next(iter(examples.values())).get("value")
    if isinstance(examples, list) and examples:
        return examples[0]
    return holder.get("example")


_WAIT = [
    Argument("deadline", "", "wait", "float | None", False, "deadline: Seconds after which to give up."),
    Argument(
        "interval", "", "wait", "float | None", False, "interval: Seconds between polls, if they are not to grow."
    ),
    Argument("on_update", "", "wait", "", False, "on_update: Called with every state that was read."),
]

"""Views of the operations for the templates: what to send, and how to read the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.responses import Response

from openapi import Spec, SpecFault, SpecOperation
from openapi.spec_operation import JSON, STREAM

from . import docs_text as docs
from .argument import Argument, style_of
from .event_frames import StreamEvents
from .field_code import FieldCode
from .job_links import job_of
from .member_names import free_name
from .operation_constants import Constant, SuccessReply, constant_name
from .parser_properties import name_of
from .parsing import endpoints
from .python_types import Types
from .request_bodies import charset_of, form_fields, form_of
from .skeleton import Skeleton
from .streams import StreamFields
from .tool_calls import tool_call_arguments

_PATH_SAFE = "/:@!$&'()*+,;=~%"  # what a path may have as it is; no quotation mark and no backslash are among it
_REPEATABLE = {"get", "head", "options", "put", "delete", "trace"}


class OperationView:
    """One operation as the templates see it."""

    def __init__(
        self,
        operation: SpecOperation,
        endpoint: Endpoint,
        spec: Spec,
        types: Types,
        skeleton: Skeleton,
        ids: dict[str, SpecOperation],
    ) -> None:
        self._namespace = spec.namespace_parameters(operation.tag)
        self.operation, self.endpoint, self.spec = operation, endpoint, spec
        self.types, self.code = types, FieldCode(types)
        self.tag, self.module, self.method = operation.resource, operation.module, operation.method_name
        self.modes: list[dict[str, Any]] = operation.value.get("x-modes", [])
        self.deprecated = operation.deprecation
        """What a warning says after the method's name; empty if the operation is not deprecated."""
        self.idempotent = operation.value.get("x-idempotent", operation.method in _REPEATABLE)
        self._skeleton = skeleton
        self.unions = self.code.unions_in([response.prop for response in self._json_responses()])
        """The unions without a name in the replies, each of which needs a function to decode it."""
        self.replies = list(self._replies())
        self.lines = next(self._lines(), None)
        self.error_decoders = list(self._errors())
        self.body = endpoint.bodies[0] if endpoint.bodies else None
        self.content_type = operation.body.sent_type if operation.body else ""
        self.parameters = list(self._parameters())
        self.polling = self._polling()
        self.tool_calls = self._tool_calls()
        self.response_format: str = operation.value.get("x-response-format", "")
        self.pagination = operation.value.get("x-pagination")
        body = self.body_arguments() if self.body_is_flat else ()
        self.poll = job_of(operation, endpoint, [*self.parameters, *body], types, ids)
        self.constants = list(self._constants())

    # Requests

    def _parameters(self) -> Iterator[Argument]:
        by_name = {(parameter.location, parameter.name): parameter for parameter in self.operation.parameters}
        for place, prop in self.endpoint.iter_all_parameters():
            wire = prop.name.get_untrusted_value()
            parameter = by_name[place.value, wire]
            name = str(prop.python_name)
            style = style_of(parameter, objects=self._may_be_object(prop))
            kind, checked = self.types.argument(prop), self.types.checked(prop)
            if prop.required and style != "required json":  # null has no form
                kind, checked = kind.removesuffix(" | None"), checked.removesuffix(", None")
            text = parameter.value.get("description", "")
            deprecated = bool(parameter.value.get("deprecated"))
            doc = docs.argument(
                self.spec, name, kind, text, parameter.schema or {}, "Deprecated." if deprecated else ""
            )
            bound = place.value == "path" and wire in self._namespace
            yield Argument(
                *(name, wire, place.value, kind, prop.required, doc),
                of_namespace=bound,
                checked=checked,
                deprecated=deprecated,
                style=style,
                model=name_of(prop) if self.types.is_model(prop) else "",
            )

    def _may_be_object(self, prop: Property) -> bool:
        objects = [one for one in self.types.object_members(prop) if not self.types.is_base64(one)]
        return bool(objects) or self.types.annotation(prop) == "Any"

    @property
    def namespace_arguments(self) -> list[Argument]:
        """The arguments of the namespace, in the order of `x-namespace-parameters`."""
        found = {argument.wire: argument for argument in self.parameters if argument.of_namespace}
        for name in self._namespace:
            if name not in found:
                raise SpecFault(
                    self.operation.pointer, f"{self.operation.id} has no path parameter {name} for its namespace"
                )
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
        """The path as an f-string that encodes its parameters, one piece for each."""
        names = {argument.wire: argument.name for argument in self.path_arguments}
        pieces = [""]
        for text, wire in re.findall(r"([^{]*)(?:{([^}]*)})?", self.operation.path):
            pieces[-1] += quote(text, safe=_PATH_SAFE)
            if wire:
                pieces[-1] += f"{{_encoding.path_segment({names[wire]}, {names[wire]!r})}}"
                pieces.append("")
        if len(pieces) > 1:
            pieces[-2:] = [pieces[-2] + pieces[-1]]
        return " ".join(f'f"{piece}"' for piece in pieces)

    @property
    def body_is_json(self) -> bool:
        return bool(JSON.fullmatch(self.content_type))

    @property
    def form(self) -> str:
        """The function that encodes the form, if the body is one."""
        return form_of(self.operation)

    def form_fields(self) -> dict[str, str]:
        """The fields of a form that have a content type of their own, or a style."""
        return form_fields(self.operation)

    @property
    def charset(self) -> str:
        """The charset of a body that is text; empty if the body is bytes."""
        return charset_of(self.content_type)

    @property
    def body_annotation(self) -> str:
        """The type of the body as an argument."""
        assert self.body is not None
        kind = self.types.argument(self.body.prop)
        return f"str | {kind}" if self.charset else kind

    @property
    def sent_models(self) -> list[str]:
        """The models that the function which encodes a request needs."""
        body = self.types.names(self.body.prop) if self.body and (self.body_is_json or self.form) else set()
        sent = {name for _, prop in self.endpoint.iter_all_parameters() for name in self.types.names(prop)}
        return sorted(body | {name for name in sent if self.types.is_model(self.types.named[name])})

    @property
    def body_is_flat(self) -> bool:
        """Whether the facade takes the properties of the body as arguments."""
        return bool(self.body and self.types.is_model(self.body.prop))

    def body_arguments(self, modes: bool = True) -> Iterator[Argument]:
        """The properties of the body as arguments, without those that modes set."""
        assert self.body is not None
        taken = {argument.name for argument in self.parameters}
        own = [prop.python_name for prop in self.types.fields(self.body.prop)]
        chosen = {mode["property"] for mode in self.modes} if modes else set()
        for prop in self.types.fields(self.body.prop):
            wire = prop.name.get_untrusted_value()
            if wire in chosen or self.types.says(self.body.prop, prop, "readOnly"):
                continue
            name = str(prop.python_name)
            if name in taken:
                name = free_name(f"{name.rstrip('_')}_body", {*taken, *map(str, own)})
            kind = self.types.argument(prop)
            schema = docs.property_schema(self.spec, self.types.source(self.body.prop), wire)
            nullable = self.types.is_nullable(prop)
            note = "`None` is sent, `UNSET` is not." if nullable and not prop.required else ""
            doc = docs.argument(self.spec, name, kind, "", schema, note)
            deprecated = self.types.says(self.body.prop, prop, "deprecated")
            yield Argument(name, wire, "body", kind, prop.required, doc, nullable=nullable, deprecated=deprecated)

    def canonical(self, body: Any) -> Any:
        """An example of the body in the spelling of the arguments."""
        aliases = self.types.aliases(self.body.prop) if self.body else {}
        return {aliases.get(key, key): value for key, value in body.items()} if isinstance(body, dict) else body

    # Replies

    def _replies(self) -> Iterator[SuccessReply]:
        for response in self.endpoint.responses:
            status = response.status_code.pattern
            content = self.operation.responses[status].content
            if status not in self._successes:
                continue
            files = [kind for kind in content if not JSON.fullmatch(kind) and kind != STREAM]
            if not content:
                yield SuccessReply(status, "None", "nothing")
            elif any(map(JSON.fullmatch, content)):
                yield self._json_reply(response, is_file=bool(files))
            elif files and not self.operation.responses[status].lines_type:
                yield SuccessReply(status, "File", "to_file", is_file=True)

    def _json_reply(self, response: Response, *, is_file: bool = False) -> SuccessReply:
        status = response.status_code.pattern
        annotation = self.types.annotation(response.prop)
        expression = self.code.read(response.prop, "value")
        if annotation.endswith(" | None") and expression != "value":
            expression = f"None if value is None else {expression}"
        annotation = f"{annotation} | File" if is_file else annotation
        return SuccessReply(status, annotation, f"_reply_{status}", expression, is_file=is_file)

    def _lines(self) -> Iterator[SuccessReply]:
        """The replies that are JSON lines, as those that one line is."""
        for response in self.endpoint.responses:
            status = response.status_code.pattern
            if status in self._successes and self.operation.responses[status].lines_type:
                yield self._json_reply(response)

    @property
    def _successes(self) -> set[str]:
        """The statuses of success replies; `default` is one where there is no other."""
        return {status for status in self.operation.responses if status.startswith("2")} or {"default"}

    def _errors(self) -> Iterator[tuple[str, str, list[int]]]:
        """Annotation, decoding expression and statuses of the error replies; equal ones are one entry."""
        groups: dict[tuple[str, str], list[int]] = {}
        for response in self.endpoint.responses:
            status = response.status_code.pattern
            content = self.operation.responses[status].content
            if status in self._successes or status.startswith("2") or not any(map(JSON.fullmatch, content)):
                continue
            key = (self.types.annotation(response.prop), self.code.read(response.prop, "value"))
            groups.setdefault(key, []).append(0 if status == "default" else int(status.removesuffix("XX")))
        for (annotation, expression), statuses in groups.items():
            yield annotation, expression, statuses

    def _json_responses(self) -> Iterator[Response]:
        for response in self.endpoint.responses:
            part = self.operation.responses[response.status_code.pattern]
            if part.json_type or part.lines_type:
                yield response

    def stream(self, mode: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """The events that the operation streams, by itself or in a mode; None if it does not stream."""
        for status, part in self.operation.responses.items():
            content = part.content
            media = content.get(STREAM)
            chosen = mode.get("contentType") == STREAM and mode.get("status") == status if mode else len(content) == 1
            if media is None or not chosen:
                continue
            events: StreamEvents = self._skeleton.events[media["schema"]["$ref"].rpartition("/")[2]]
            extension = media.get("x-event-stream", {})
            pointer = (*part.pointer, "content", STREAM, "x-event-stream")
            names = {"reply": extension.get("reply"), **{event.schema: event.schema for event in events.events}}
            for key, name in names.items():
                if name is not None and name not in self.types.named:
                    raise SpecFault((*pointer, key), f"there is no schema {name}")
            fields = StreamFields(self.types, events, extension, pointer)
            found = {"type": STREAM, "events": events, "text": [], "terminal": [], **extension}
            return found | {"item": events.union, "fill": fields.filled(), "collect": fields.collected()}
        return self._stream_of_lines() if mode is None and self.lines else None

    def _stream_of_lines(self) -> dict[str, Any]:
        """A stream of JSON lines: each is an event without a name, and they do not add up to anything."""
        assert self.lines
        kind = self.operation.responses[self.lines.status].lines_type
        found = {"type": kind, "line": self.lines.decoder, "item": self.lines.annotation, "text": [], "terminal": []}
        return found | {"events": StreamEvents("", [], None), "fill": [], "collect": []}

    def _constants(self) -> Iterator[Constant]:
        statuses = {mode["status"] for mode in self.modes if "status" in mode and "contentType" not in mode}
        stream = self.stream()
        yield self._constant("OPERATION", self.replies, None)
        if stream or self.modes:
            own = [reply for reply in self.replies if reply.status not in statuses]
            yield self._constant(constant_name(self.method), own, stream)
        for mode in self.modes:
            if "method" in mode:
                streamed = self.stream(mode)
                own = [] if streamed else [reply for reply in self.replies if reply.status == mode["status"]]
                yield self._constant(constant_name(mode["method"]), own, streamed)

    def _constant(self, name: str, replies: list[SuccessReply], stream: dict[str, Any] | None) -> Constant:
        if stream:
            return Constant(name, [], _accepted(stream["type"]), stream["item"], stream)
        contents = [self.operation.responses[reply.status].content for reply in replies]
        kinds = dict.fromkeys(_accepted(kind) for content in contents for kind in content if kind != STREAM)
        accept = ", ".join(sorted(kinds, key=lambda kind: not JSON.fullmatch(kind))) or "application/json"
        others = [reply.key for reply in self.replies if reply not in replies]
        return Constant(name, replies, accept, self.success(replies), other_statuses=others)

    @staticmethod
    def success(replies: list[SuccessReply]) -> str:
        """The type of several replies."""
        return " | ".join(dict.fromkeys(reply.annotation for reply in replies)) or "None"

    # Extensions

    def _polling(self) -> dict[str, Any] | None:
        extension = self.operation.value.get("x-polling")
        if extension is None:
            return None
        fields = self.types.attributes(self._read("x-polling"))
        for key in ("state", "result", "error"):
            if key in extension and extension[key] not in fields:
                raise SpecFault(
                    (*self.operation.pointer, "x-polling", key), f"the reply has no property {extension[key]}"
                )
        attributes = {key: fields[extension[key]] for key in ("state", "result", "error") if key in extension}
        if "message" in extension:
            found = self.types.at(self._read("x-polling"), f"{extension['error']}.{extension['message']}")
            if found is None:
                pointer = (*self.operation.pointer, "x-polling", "message")
                raise SpecFault(pointer, f"{extension['error']} has no property {extension['message']}")
            attributes["message"] = found[0][-1]
        return {**extension, **attributes}

    def _tool_calls(self) -> list[tuple[str, Any]]:
        extension = self.operation.value.get("x-tool-calls")
        if extension is None:
            return []
        pointer = (*self.operation.pointer, "x-tool-calls")
        return list(tool_call_arguments(self.types, self._read("x-tool-calls"), extension, pointer))

    def _read(self, extension: str) -> Property:
        """The reply that an extension describes."""
        for response in self.endpoint.responses:
            if response.status_code.pattern == "200":
                return response.prop
        raise SpecFault((*self.operation.pointer, extension), f"{extension} is about the reply 200, which is missing")

    def page_items(self) -> tuple[str, str] | None:
        """The type of the items of a page, and the attribute that holds them (empty if the reply is the array)."""
        if not self.pagination:
            return None
        prop = self._read("x-pagination")
        name = self.pagination.get("items")
        if name is None:
            return self._item(prop), ""
        for candidate in self.types.fields(prop):
            if candidate.name == name:
                return self._item(candidate), str(candidate.python_name)
        raise SpecFault((*self.operation.pointer, "x-pagination", "items"), f"the reply has no property {name}")

    def _item(self, prop: Property) -> str:
        items = self.types.items(prop)
        if items is None:
            raise SpecFault((*self.operation.pointer, "x-pagination"), "the items of a page are an array")
        return self.types.annotation(items)

    def pagination_arguments(self) -> Iterator[tuple[str, Any]]:
        """The arguments of `Pagination`."""
        given = dict(self.pagination or {})
        yield from (("style", given["style"]), ("location", given["in"]), ("position", given[given["style"]]))
        yield from ((key, given[key]) for key in ("limit", "items", "next", "more") if key in given)
        limit = next((found for found in self.operation.parameters if found.name == given.get("limit")), None)
        if given["style"] == "offset" and limit and "maximum" in limit.schema:
            yield "max_limit", limit.schema["maximum"]

    def polling_arguments(self) -> Iterator[tuple[str, Any]]:
        """The arguments of `Polling`."""
        given = dict(self.polling or {})
        for key in ("state", "succeeded", "failed", "waiting", "result", "error", "message"):
            if key in given:
                yield key, given[key]
        names = {"firstInterval": "first_interval", "maxInterval": "max_interval", "deadline": "deadline"}
        yield from ((name, float(given[key])) for key, name in names.items() if key in given)

    # The generator's usual functions

    @property
    def title(self) -> str:
        """The summary, as the first line of a docstring."""
        return docs.escape((self.operation.summary or self.operation.id).rstrip("."))

    def has_functions(self) -> bool:
        """Whether the operation has functions that call it without the facade; an event stream has none."""
        return not self.stream()

    def is_secured(self) -> bool:
        """Whether it needs a token."""
        return bool(self.operation.value.get("security", self.spec.data.get("security")))

    @property
    def is_public(self) -> bool:
        """Whether the spec says that it needs no token, although others do."""
        return self.operation.value.get("security") == []


def views(spec: Spec, openapi: GeneratorData, types: Types, skeleton: Skeleton) -> dict[str, OperationView]:
    """All operations by operationId, in the order of the spec."""
    found = endpoints(openapi)
    ids = {operation.id: operation for operation in spec.operations}
    return {
        operation.id: OperationView(operation, found[index], spec, types, skeleton, ids)
        for index, operation in enumerate(spec.operations)
    }


def _accepted(kind: str) -> str:
    """A media type as a request asks for it: not in a certain charset."""
    return re.sub(r"\s*;\s*charset=[^;]*", "", kind, flags=re.IGNORECASE).lower()

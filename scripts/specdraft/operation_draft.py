"""Draft an operation of another document in the style of the spec."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from openapi import Pointer, Spec, SpecOperation, SpecParameter, ref_name
from openapi.spec_operation import JSON, MULTIPART, STREAM
from specdraft import jobs, replies
from specdraft.naming import pascal, singular_pascal, snake, verb
from specdraft.samples import fits, sample
from specdraft.schema_draft import TODO, SchemaDraft
from specdraft.streams import StreamDraft
from specdraft.url_links import ShownReply, shown_reply

_OWN_HEADERS = {"accept", "authorization", "content-type"}
_DONE = {"create": "Created", "update": "Updated", "delete": "Deleted"}


class NotDraftedError(Exception):
    """An operation cannot be drafted; the message says why."""


@dataclass
class DraftedOperation:
    """An operation and where it belongs."""

    path: str
    method: str
    value: dict[str, Any]
    path_parameters: list[dict[str, str]]
    servers: list[Any] | None
    ids: dict[str, Any] = field(default_factory=dict)
    """Names of its path parameters, with the value that examples have for them."""
    polling: dict[str, Any] | None = None
    """Its `x-polling`, if what it reads turns out to be a job."""

    @property
    def id(self) -> str:
        return str(self.value["operationId"])

    @property
    def tag(self) -> str:
        return str(self.value["tags"][0])


class OperationDraft:
    """Drafts operations, one after the other, with the components that they need."""

    def __init__(self, ours: Spec, theirs: Spec) -> None:
        self.ours, self.theirs = ours, theirs
        self.schemas = SchemaDraft(ours, theirs)
        self.parameters: dict[str, Any] = {}
        self.tags: list[str] = []
        self.namespaces: dict[str, list[str]] = {}
        """The path parameters before the name of a resource, by new tag: users give them once for all calls."""
        self.notes: list[str] = []
        """What could not be drafted of an operation, and must be written by hand."""
        self.streams = StreamDraft(ours, self.schemas, self.notes)
        self.shown: list[ShownReply] = []
        """The drafted replies, with their examples in the other document."""
        self._taken = {operation.id for operation in ours.operations}
        self._ids: dict[str, dict[str, Any]] = {}
        self._places = [(_server(operation), _bare(operation.path), operation) for operation in ours.operations]

    def draft(self, source: SpecOperation) -> DraftedOperation:
        """Draft an operation.

        Raises:
            NotDraftedError: Its path does not belong to the spec's server.
        """
        steps, server, servers = self._steps(source)
        path = "/" + "/".join(steps)
        tag, rest = self._tag(steps, server)
        self.schemas.noun = singular_pascal(tag)
        ids: dict[str, Any] = {}
        path_parameters = [self._path_parameter(source, steps, at, server, ids) for at in _holes(steps)]
        steps = [f"{{{name}}}" if step.startswith("{") else step for step, name in _named(steps, list(ids))]
        path = "/" + "/".join(steps)
        if tag in self.tags and (names := list(ids)[: len(_holes(steps)) - len(_holes(rest))]):
            self.namespaces[tag] = names
        value: dict[str, Any] = {
            "operationId": self._operation_id(source, tag, rest),
            "tags": [tag],
            "summary": TODO,
            "description": TODO,
        }
        self._ids.setdefault(tag, {}).update(ids)
        self.ids = self._ids[tag]
        parameters = [made for one in source.parameters if (made := self._parameter(one, value["operationId"]))]
        if source.method in ("post", "patch"):
            value["x-idempotent"] = False
        if parameters:
            value["parameters"] = parameters
        if source.body and (body := self._body(source, value["operationId"])):
            value["requestBody"] = body
        query = any(one.location == "query" for one in source.parameters)
        responses = self._responses(source, value["operationId"], path, "requestBody" in value, query)
        if pagination := self._pagination(source, responses):
            value["x-pagination"] = pagination
        if found := jobs.modes(self._body_fields(value), responses):
            value["x-modes"] = found
        value["responses"] = responses
        polling = self._polling(source, path, responses)
        return DraftedOperation(path, source.method, value, path_parameters, servers, ids, polling)

    def parameter(self, source: SpecParameter, tag: str) -> dict[str, str] | None:
        """A query or header parameter for an operation that exists."""
        self.schemas.noun = singular_pascal(tag)
        self.ids = {}
        return self._parameter(source, tag)

    def reply(self, source: SpecOperation, status: str, tag: str, operation_id: str) -> dict[str, Any] | None:
        """A reply with another status for an operation that exists."""
        self.schemas.noun = singular_pascal(tag)
        self.ids = {}
        return self._reply(source, status, operation_id, streams=False)

    def stream(self, source: SpecOperation, status: str, tag: str, operation_id: str) -> dict[str, Any] | None:
        """A stream beside the JSON of an operation that exists; None if no field of the body asks for it."""
        self.schemas.noun = singular_pascal(tag)
        if not self._asks_for_events(source):
            return None
        return self.streams.media(source.responses[status], operation_id, self._action(operation_id))

    def _asks_for_events(self, source: SpecOperation) -> bool:
        sent = self.schemas.fields(source.body.json_pointer) if source.body else {}
        return "stream" in sent and jobs.is_switch(self.theirs.at(self.theirs.follow(sent["stream"])))

    def _steps(self, source: SpecOperation) -> tuple[list[str], str, list[Any] | None]:
        """The path below the spec's server, that server, and the servers that the path itself must have."""
        holders = [source.value, source.path_item, source.file.data]
        server: dict[str, Any] = next((holder["servers"][0] for holder in holders if holder.get("servers")), {})
        whole = urlsplit(str(server.get("url", ""))).path.rstrip("/") + source.path
        steps = whole.replace("/organizations/", "/organisations/").strip("/").split("/")
        first = (self.ours.data.get("servers") or [{}])[0]
        base = urlsplit(str(first.get("url", ""))).path.strip("/").split("/")
        for length in range(len(base), 0, -1):
            if [_bare(step) for step in steps[:length]] != [_bare(step) for step in base[:length]]:
                continue
            if len(_holes(base[:length])) < len(_holes(base)):
                break  # the server of the path would lack a variable
            if length == len(base):
                return steps[length:], "", None
            url = str(first["url"]).rsplit("/", len(base) - length)[0]
            known = next((item["servers"] for item in self.ours.paths.values() if _url(item) == url), None)
            made = [{**first, "url": url, "description": TODO}]
            return steps[length:], url, known or made
        raise NotDraftedError(f"{source.path} is not below {first.get('url')}, or a part of it with the same variables")

    def _tag(self, steps: list[str], server: str) -> tuple[str, list[str]]:
        """The tag, and the steps after the one that names the resource."""
        at = 2 if len(steps) > 2 and steps[1].startswith("{") and server else 0
        for length in range(len(steps), at, -1):
            prefix = _bare("/" + "/".join(steps[:length]))
            for own, path, operation in self._places:
                if own == server and (path == prefix or path.startswith(f"{prefix}/")):
                    return operation.tag, steps[at + 1 :]
        tag = snake(steps[at])
        if tag not in self.tags and all(one.get("name") != tag for one in self.ours.tags):
            self.tags.append(tag)
        return tag, steps[at + 1 :]

    def _path_parameter(
        self, source: SpecOperation, steps: list[str], at: int, server: str, ids: dict[str, Any]
    ) -> dict[str, str]:
        """A reference to the parameter at a step of the path: that which other paths have there, or a new one."""
        prefix = _bare("/" + "/".join(steps[: at + 1]))
        for own, path, operation in self._places:
            if own == server and (path == prefix or path.startswith(f"{prefix}/")):
                name = re.findall(r"{([^{}]*)}", operation.path)[len(_holes(steps[: at + 1])) - 1]
                found = next(one for one in operation.parameters if (one.location, one.name) == ("path", name))
                ids[name] = found.value.get("example", name)
                return {"$ref": f"#/components/parameters/{found.pointer[-1]}"}
        name = steps[at].strip("{}")
        known = next((one for one in source.parameters if (one.location, one.name) == ("path", name)), None)
        schema = self.schemas.schema((*known.pointer, "schema"), "request", pascal(name)) if known else {}
        if schema.get("type") not in ("string", "integer"):
            schema = {"type": "string"}
        example = sample(schema, self.schemas.root(), {})
        if schema == {"type": "string"}:
            example = f"{snake(name).removesuffix('_id').replace('_', '-')}-1"
        ids[name] = example
        value = {"name": name, "in": "path", "required": True, "description": TODO, "schema": schema}
        return self._component(pascal(name), {**value, "example": example})

    def _parameter(self, source: SpecParameter, label: str) -> dict[str, str] | None:
        if source.location == "path" or (source.location == "header" and source.name.lower() in _OWN_HEADERS):
            return None
        if source.location not in ("query", "header"):
            self.notes.append(f"{label}: {source.name} in the {source.location} is left out")
            return None
        schema = self.schemas.schema((*source.pointer, "schema"), "request", self.schemas.noun + pascal(source.name))
        resolved = self.schemas.resolve(schema)
        if resolved.get("type") == "object" or "anyOf" in resolved:
            self.notes.append(f"{label}: the parameter {source.name} is no plain value and is left out")
            return None
        value = {"name": source.name, "in": source.location, "description": TODO, "schema": schema}
        if source.required:
            value = {"name": source.name, "in": source.location, "required": True, **value}
        example = sample(schema, self.schemas.root(), self.ids)
        return self._component(self.schemas.noun + pascal(source.name), {**value, "example": example})

    def _component(self, name: str, value: dict[str, Any]) -> dict[str, str]:
        """A reference to a parameter; one that is the same but for its texts is used again."""
        known = {**self.ours.components("parameters"), **self.parameters}
        names = [name, *(f"{name}{number}" for number in range(2, 100))]
        for candidate in names:
            if candidate not in known or _same_parameter(known[candidate], value):
                self.parameters |= {} if candidate in known else {candidate: value}
                return {"$ref": f"#/components/parameters/{candidate}"}
        raise AssertionError(name)

    def _operation_id(self, source: SpecOperation, tag: str, rest: list[str]) -> str:
        success = next((part for status, part in source.responses.items() if status.startswith("2")), None)
        schema = self.theirs.resolve(success.json_schema) if success else None
        array = isinstance(schema, dict) and schema.get("type") == "array"
        many = array or pascal(tag) != singular_pascal(tag)
        action = verb(source.method, rest, many=many)
        if success and set(success.content) == {STREAM}:
            action = re.sub(r"^(list|get)_(stream$)?", r"stream_", action).removesuffix("_")
        name = f"{tag}_{action}"
        other = f"{name}_{'_'.join(snake(step) for step in rest if not step.startswith('{')) or source.method}"
        found = next(one for one in (name, other, *(f"{name}_{n}" for n in range(2, 100))) if one not in self._taken)
        self._taken.add(found)
        return found

    def _body(self, source: SpecOperation, name: str) -> dict[str, Any] | None:
        assert source.body
        kind = source.body.sent_type
        left_out = [other for other in source.body.content if other != kind]
        if left_out:
            self.notes.append(f"{name}: its body may also be {', '.join(left_out)}; write that by hand")
        if not source.body.json_type and not source.body.form_type:
            return {"description": TODO, "required": True, "content": {kind: replies.other_content(kind)}}
        hint = pascal(self.schemas.noun, self._action(name), "request")
        self.schemas.files = kind == MULTIPART
        schema = self.schemas.schema((*source.body.pointer, "content", kind, "schema"), "request", hint)
        self.schemas.files = False
        if not ref_name(schema).endswith("Request"):
            body = {"allOf": [schema]} if "$ref" in schema else schema
            schema = self.schemas.component({"description": TODO, **body}, hint)
        full = self._sample(schema, name)
        examples = {"full": {"summary": TODO, "value": full}}
        if isinstance(full, dict):
            needed = self.schemas.resolve(schema).get("required") or []
            minimal = {key: value for key, value in full.items() if key in needed}
            if minimal and minimal != full and source.method == "post" and fits(schema, self.schemas.root(), minimal):
                examples = {"minimal": {"summary": TODO, "value": minimal}, **examples}
        kind = kind if source.body.form_type == kind else "application/json"
        return {
            "description": TODO,
            "required": True,
            "content": {kind: {"schema": schema, "examples": examples}},
        }

    def _action(self, name: str) -> str:
        """`get_graph` of `tasks_get_graph`."""
        tags = [*(str(tag.get("name")) for tag in self.ours.tags), *self.tags]
        tag = max((tag for tag in tags if name.startswith(f"{tag}_")), key=len, default=name.partition("_")[0])
        return name.removeprefix(f"{tag}_")

    def _responses(self, source: SpecOperation, name: str, path: str, body: bool, query: bool) -> dict[str, Any]:
        streams = self._asks_for_events(source)
        found = {
            status: made
            for status in source.responses
            if status.startswith("2") and (made := self._reply(source, status, name, streams=streams))
        }
        if not found:
            found["204"] = replies.success(self.ours, None, None)
            self.notes.append(f"{name}: no success is documented; 204 is assumed")
        failed = {status for status in source.responses if re.fullmatch(r"[45]\d\d", status)}
        failed |= replies.expected_errors(path, body=body, query=query)
        return found | {status: replies.error(self.ours, status) for status in sorted(failed)}

    def _reply(self, source: SpecOperation, status: str, name: str, *, streams: bool) -> dict[str, Any] | None:
        """A successful reply; None for one without content.

        Args:
            streams: Whether a field of the body selects a stream in place of JSON.
        """
        part = source.responses[status]
        if status == "204":
            return replies.success(self.ours, None, None)
        others = {kind: replies.other_content(kind) for kind in part.content if not JSON.fullmatch(kind)}
        if others.pop(STREAM, None):
            left_out = f"{name}: {status} as {STREAM} is left out"
            if others:
                self.notes.append(f"{left_out}, since its other media types are not JSON: {', '.join(others)}")
            elif part.json_type and not streams:
                self.notes.append(f"{left_out}, since its body has no `stream` that asks for it")
            else:
                others[STREAM] = self.streams.media(part, name, self._action(name))
        if not part.json_type and others:
            return {**replies.success(self.ours, None, None), "content": others}
        schema = self._root(part.json_pointer, self._action(name)) if part.json_schema else self.schemas.free_form()
        made = replies.success(self.ours, schema, self._sample(schema, name))
        made["content"] |= others
        self.shown.append(shown_reply(self.theirs, part, made))
        return made

    def _root(self, pointer: Pointer, action: str) -> Any:
        """The schema of a reply: a component, or an array of components."""
        noun = self.schemas.noun
        own = {"get": [noun, f"{noun}Details"], "list": [f"{noun}List"]}.get(action)
        if own is None:
            known = noun in self.schemas.root()["components"]["schemas"]
            own = [*([noun] if known else []), pascal(noun, _DONE.get(action, f"{action}_reply"))]
        schema = self.schemas.schema(pointer, "reply", *own)
        if "$ref" in schema or (schema.get("type") == "array" and "$ref" in schema.get("items", {})):
            return schema
        return self.schemas.component({"description": TODO, **schema}, *own)

    def _sample(self, schema: Any, name: str) -> Any:
        value = sample(schema, self.schemas.root(), self.ids)
        if not fits(schema, self.schemas.root(), value):
            self.notes.append(f"{name}: its example does not fit {ref_name(schema) or 'its schema'}; write one")
        return value

    def _body_fields(self, value: dict[str, Any]) -> dict[str, Any]:
        media = value.get("requestBody", {}).get("content", {}).get("application/json", {})
        found: dict[str, Any] = self.schemas.resolve(media.get("schema")).get("properties") or {}
        return found

    def _polling(self, source: SpecOperation, path: str, responses: dict[str, Any]) -> dict[str, Any] | None:
        if source.method != "get" or not path.endswith("}"):
            return None
        media = (responses.get("200", {}).get("content") or {}).get("application/json") or {}
        fields = self.schemas.resolve(media.get("schema")).get("properties") or {}
        states = {name: self.schemas.resolve(schema).get("enum") for name, schema in fields.items()}
        return jobs.polling(fields, {name: values for name, values in states.items() if values})

    def _pagination(self, source: SpecOperation, responses: dict[str, Any]) -> dict[str, Any] | None:
        names = {one.name for one in source.parameters if one.location == "query"}
        media = (responses.get("200", {}).get("content") or {}).get("application/json") or {}
        schema = self.schemas.resolve(media.get("schema"))
        properties = schema.get("properties") or {}
        arrays = [name for name, one in properties.items() if one.get("type") == "array"]
        limit = {"limit": "limit"} if "limit" in names else {}
        if source.method != "get" or (not arrays and schema.get("type") != "array"):
            return None
        items = {"items": arrays[0]} if arrays else {}
        if "cursor" in names and "nextCursor" in properties:
            more = {"more": "hasMore"} if "hasMore" in properties else {}
            cursor = {"cursor": "cursor", "next": "nextCursor"}
            return {"style": "cursor", "in": "query", **cursor, **more, **items, **limit}
        if "offset" in names and limit:
            return {"style": "offset", "in": "query", "offset": "offset", **items, **limit}
        return None


def _holes(steps: list[str]) -> list[int]:
    return [at for at, step in enumerate(steps) if step.startswith("{")]


def _named(steps: list[str], names: list[str]) -> list[tuple[str, str]]:
    left = iter(names)
    return [(step, next(left) if step.startswith("{") else "") for step in steps]


def _bare(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", path)


def _url(item: dict[str, Any]) -> str:
    return str((item.get("servers") or [{}])[0].get("url", ""))


def _server(operation: SpecOperation) -> str:
    """The URL of the operation's own server; empty for the first one of the spec."""
    return _url(operation.value) or _url(operation.path_item)


def _same_parameter(one: Any, other: dict[str, Any]) -> bool:
    texts = {"description", "example", "examples"}
    plain = [{key: value for key, value in side.items() if key not in texts} for side in (one, other)]
    return plain[0] == plain[1]

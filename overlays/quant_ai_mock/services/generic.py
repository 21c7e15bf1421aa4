"""Serve an operation without a handler, from the spec alone.

A path that ends in a literal is a collection, and one that ends in a parameter is an item of it. GET and POST of a
collection, and GET, PUT, PATCH and DELETE of an item, store and return records; a query parameter of a list filters by
the field of its name. Any other operation replies with its example, or with a value that fits its schema; a stream
sends all of its examples in order, be they events or JSON lines. What the path of an operation is in must exist, if it
can be read: there is no `/notes/7/publish` where there is no `/notes/7`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from ..document.api import Api
from ..document.examples import example_of
from ..document.json_text import write_json
from ..document.media_types import accepted_media, sent_type
from ..document.operations import EVENT_STREAM, PARAMETER, ApiOperation, is_json, is_json_lines
from ..document.refusal import not_found
from ..document.schemas import Schema
from ..state.listing import Listing
from ..state.paging import paginate, paginate_items
from ..state.request_context import Handler, Reply, RequestContext, StreamReply
from ..synthetic.schema_values import generate_value

_PAGING = {"cursor", "limit", "offset"}


def generic(api: Api, operation: ApiOperation, handlers: Mapping[str, Handler]) -> Handler:
    """The handler of an operation.

    Args:
        handlers: Those of all operations, by operationId; complete once a request comes.
    """
    handler = _handler(api, operation)
    parent = max(_parents(api, operation), key=lambda found: len(found.path), default=None)
    if parent is None:
        return handler

    def below(context: RequestContext) -> Any:
        """Read what the path is in first, which fails if there is no such thing."""
        query = dict(parent.query_defaults)
        handlers[parent.id](replace(context, operation=parent, query=query, raw_query={}, sent=None, _body=None))
        return handler(context)

    return below


def _parents(api: Api, operation: ApiOperation) -> Iterator[ApiOperation]:
    """The operations that read one of the records that the path of an operation is in."""
    if 404 not in operation.replies and not operation.any_status:
        return
    for other in api.operations.values():
        above = other is not operation and f"{operation.path}/".startswith(f"{other.path}/")
        if above and other.method == "GET" and other.prefix == operation.prefix and not other.has_required_query:
            collection, _, last = other.path.rpartition("/")
            if PARAMETER.fullmatch(last) and any(found.path == collection for found in api.operations.values()):
                yield other


def _handler(api: Api, operation: ApiOperation) -> Handler:
    resource = Resource.of(api, operation)
    if resource is None or any(map(is_json_lines, operation.replies.get(operation.success_status) or {})):
        return _example
    if operation.path.rstrip("/") == resource.collection:
        return {"GET": resource.list, "POST": resource.create}.get(operation.method, _example)
    return {
        "GET": resource.get,
        "PUT": resource.update,
        "PATCH": resource.update,
        "DELETE": resource.delete,
    }.get(operation.method, _example)


def _example(context: RequestContext) -> Reply | StreamReply:
    status = _mode_status(context) or context.operation.success_status
    listed = context.operation.replies.get(status) or {}
    if not listed:
        return Reply(status)
    media = listed.get(_mode_type(context)) or accepted_media(listed, context.headers.get(b"accept", b""))
    if media.content_type == EVENT_STREAM or is_json_lines(media.content_type):
        values = list(media.examples.values()) or [example_of(media)]
        frames = (
            values if is_json_lines(media.content_type) else [event for value in values for event in _events(value)]
        )
        return StreamReply(frames, content_type=media.content_type)
    value = example_of(media)
    if value is None and is_json(media.content_type):
        return Reply(status, content=b"null", content_type=sent_type(media.content_type))
    if "x-pagination" in context.operation.extensions and status == context.operation.success_status:
        value = _page_of(context, value)
    return Reply(status, value, content_type=sent_type(media.content_type))


def _events(example: Any) -> Iterator[dict[str, Any]]:
    """The events of an example: the event that it is, those whose bytes it is, or one with it as data."""
    if isinstance(example, dict) and isinstance(example.get("data"), str):
        yield example
    elif isinstance(example, str) and re.search(r"^(data|event|id|retry):", example, re.MULTILINE):
        for block in re.split(r"\n\s*\n", example.replace("\r\n", "\n").strip()):
            pairs = [line.partition(":")[::2] for line in block.split("\n") if not line.startswith(":")]
            found = {name: text.removeprefix(" ") for name, text in pairs if name != "data"}
            yield found | {"data": "\n".join(text.removeprefix(" ") for name, text in pairs if name == "data")}
    else:
        yield {"data": example if isinstance(example, str) else write_json(example).decode()}


def _page_of(context: RequestContext, example: Any) -> Any:
    """The requested page of the items in an example."""
    name = context.operation.extensions["x-pagination"].get("items")
    items = example.get(name) if isinstance(example, dict) and name else example
    if not isinstance(items, list):
        return example
    page = paginate_items(context, items)
    return {**example, **page} if isinstance(page, dict) else page


def _mode(context: RequestContext) -> dict[str, Any]:
    """The mode that the body of a request selects (`x-modes`); empty if it selects none."""
    sent = context.sent if isinstance(context.sent, dict) else {}
    modes: list[dict[str, Any]] = context.operation.extensions.get("x-modes", [])
    chosen = (mode for mode in modes if "value" in mode and sent.get(mode["property"]) == mode["value"])
    return next(chosen, {})


def _mode_status(context: RequestContext) -> int | None:
    status = _mode(context).get("status")
    return None if status is None else int(status)


def _mode_type(context: RequestContext) -> str:
    return str(_mode(context).get("contentType", ""))


class Resource:
    """A kind of record: the path of its collection, and the name of its id."""

    def __init__(self, collection: str, id_name: str, id_schema: Schema | None = None) -> None:
        self.collection = collection
        self.id_name = id_name
        self._id_schema = id_schema
        self.title = collection.strip("/").split("/")[-1].replace("-", " ").removesuffix("s").capitalize()

    @classmethod
    def of(cls, api: Api, operation: ApiOperation) -> Resource | None:
        """The resource of an operation, if its path is that of a collection or of an item."""
        paths = [other.path.rstrip("/") for other in api.operations.values()]
        collection, _, last = operation.path.rstrip("/").rpartition("/")
        if PARAMETER.fullmatch(last):
            return cls(collection, last[1:-1], _id_schema(operation)) if collection in paths else None
        if PARAMETER.search(last):
            return None
        own = operation.path.rstrip("/")
        for other in api.operations.values():
            above, _, last = other.path.rstrip("/").rpartition("/")
            if above == own and PARAMETER.fullmatch(last):
                return cls(own, last[1:-1], _id_schema(other))
        return None

    def list(self, context: RequestContext) -> Any:
        """All records, or a page of them."""
        schema = _reply_schema(context.operation)
        if not context.operation.replies.get(context.operation.success_status, True):
            return Reply(context.operation.success_status)
        if not _wants_json(context):
            return _example(context)
        if schema is None:
            return Reply(body=Listing(context.store, self._kind(context)).records(context.query.get("limit")))
        name = next((name for name, inner in schema.properties.items() if inner.items is not None), None)
        if name is None and schema.types and "array" not in schema.types:
            return _example(context)  # no list of records
        items_schema = schema.items if name is None else schema.properties[name].items
        listing = Listing(context.store, self._kind(context), fits=_filter(context, items_schema))
        found = paginate(context, listing, lambda record: _as_reply(items_schema, record) if items_schema else record)
        if "x-pagination" in context.operation.extensions:
            return _with_required(schema, found) if isinstance(found, dict) else found
        return found if name is None else _with_required(schema, {name: found, "count": len(found)})

    def create(self, context: RequestContext) -> Any:
        """Create a record, with the id that was sent, if the spec has one in the request, or with a new one."""
        context.exact = True
        if not isinstance(context.body, dict):
            return _example(context)
        item_id = self._new_id(context)
        times = dict.fromkeys(("createdAt", "updatedAt", "created_at", "updated_at"), context.iso_now)
        record = {**times, **context.body, self.id_name: item_id, "id": item_id}
        context.store.put(self._kind(context), str(item_id), record)
        reply = _reply(context, record, self.id_name)
        reply = reply if isinstance(reply, Reply) else Reply(body=reply)
        if "location" in map(str.lower, context.operation.reply_headers.get(context.operation.success_status, ())):
            collection = context.entry.path.rstrip("/") if context.entry else ""
            reply.headers["Location"] = f"{context.base_url}{collection}/{quote(str(item_id), safe='')}"
        return reply

    def get(self, context: RequestContext) -> Any:
        """One record."""
        return _reply(context, self._find(context), self.id_name)

    def update(self, context: RequestContext) -> Any:
        """Change the fields that were sent."""
        before = self._find(context)
        record = before | (context.sent if isinstance(context.sent, dict) else {})
        record |= {name: before[name] for name in (self.id_name, "id") if name in before}
        record |= {"updatedAt": context.iso_now, "updated_at": context.iso_now}
        context.store.put(self._kind(context), context.path[self.id_name], record)
        return _reply(context, record, self.id_name)

    def delete(self, context: RequestContext) -> Any:
        """Delete one record."""
        record = self._find(context)
        context.store.delete(self._kind(context), context.path[self.id_name])
        return _reply(context, {**record, "message": f"{self.title} deleted"}, self.id_name)

    def _new_id(self, context: RequestContext) -> str | int:
        kind, fields = self._kind(context), context.operation.body_properties
        for name in (self.id_name, "id"):
            sent: Any = context.body.get(name)
            if name in fields and not fields[name].source.get("readOnly") and type(sent) in (str, int):
                fits = self._id_schema is None or self._id_schema.is_valid(sent) or self._id_schema.is_valid(str(sent))
                if fits and sent != "" and context.store.get(kind, str(sent)) is None:
                    return sent  # type: ignore[no-any-return]
        if self._id_schema is None or self._id_schema.types.isdisjoint(("integer", "number")):
            return context.new_uuid(kind)
        number = context.store.next_number(kind)
        while context.store.get(kind, str(number)) is not None:
            number = context.store.next_number(kind)
        return number

    def _kind(self, context: RequestContext) -> str:
        """The kind of the records, which includes the ids of their parents."""
        path = self.collection
        for name, value in context.path.items():
            path = path.replace("{" + name + "}", value)
        return f"generic:{path}"

    def _find(self, context: RequestContext) -> dict[str, Any]:
        item_id = context.path[self.id_name]
        record = context.store.get(self._kind(context), item_id)
        if record is None:
            raise not_found(self.title, **{self.id_name: item_id})
        return record


def _id_schema(operation: ApiOperation) -> Schema | None:
    """The schema of the last parameter of a path."""
    name = operation.path_parameter_names[-1]
    return next((parameter.schema for parameter in operation.path_parameters if parameter.name == name), None)


def _filter(context: RequestContext, items: Schema | None) -> Callable[[dict[str, Any]], bool] | None:
    """Whether a record has the values of the query parameters that are named like its fields."""
    fields = items.properties if items is not None else {}
    wanted = {name: context.query.get(name) for name in context.raw_query if name in fields and name not in _PAGING}
    if not wanted:
        return None
    return lambda record: all(record.get(name) == value for name, value in wanted.items())


def _reply_schema(operation: ApiOperation) -> Schema | None:
    """The schema of a successful reply, if it has one."""
    media = operation.media(operation.success_status)
    return None if media is None else media.schema


def _reply(context: RequestContext, record: dict[str, Any], id_name: str) -> Any:
    """The reply with a record; without a body if the operation has none."""
    status = context.operation.success_status
    contents = context.operation.replies.get(status)
    if contents is not None and not contents:
        return Reply(status)
    schema = _reply_schema(context.operation)
    if not _wants_json(context) or (schema is not None and schema.types and "object" not in schema.types):
        return _example(context)  # it has no place for a record
    return _as_reply(schema, record, id_name)


def _wants_json(context: RequestContext) -> bool:
    """Whether a request gets JSON, from what its operation replies with."""
    contents = context.operation.replies.get(context.operation.success_status)
    return not contents or is_json(accepted_media(contents, context.headers.get(b"accept", b"")).content_type)


def _as_reply(schema: Schema | None, record: dict[str, Any], id_name: str = "id") -> Any:
    """A record in the form of a reply: its own values for the properties of the schema, and generated required ones.

    If the id is not among the properties but in one of them, that property is an envelope for the record.
    """
    if schema is None:
        return record
    properties = schema.properties
    known = {name: record[name] for name in properties if name in record and properties[name].is_valid(record[name])}
    if id_name not in properties and "id" not in properties:
        for name, inner in properties.items():
            if id_name in inner.properties or "id" in inner.properties:
                known[name] = _as_reply(inner, record, id_name)
    if not properties:
        known = dict(record)
    return _with_required(schema, known)


def _with_required(schema: Schema, known: dict[str, Any]) -> dict[str, Any]:
    """The known values, with a generated one for each required property that is missing."""
    found = {name: value for name, value in known.items() if name in schema.properties or not schema.properties}
    for name in schema.source.get("required", []):
        if name not in found and name in schema.properties:
            inner = schema.properties[name]
            found[name] = generate_value(inner.source, inner.book.spec)
    for name in ("success", "deleted"):
        if name in schema.properties:
            found[name] = True
    return found

"""Serve an operation that nobody wrote a handler for, from the document alone.

A path that ends in a literal is a collection, one that ends in a parameter an item of it. GET and POST on the one, GET,
PUT, PATCH and DELETE on the other keep state, whatever the resource is called. Every other operation answers its
example, or a value made from its schema; a stream sends all of its examples, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..document.api import Api
from ..document.examples import example_of
from ..document.operations import EVENT_STREAM, JSON, ApiOperation
from ..document.refusal import not_found
from ..document.schemas import Schema
from ..state.paging import paginate
from ..state.request_context import EventStream, Reply, RequestContext
from ..synthetic.schema_values import generate_value


def generic(api: Api, operation: ApiOperation) -> Callable[[RequestContext], Any]:
    """The function that serves an operation."""
    resource = Resource.of(api, operation)
    if resource is None:
        return _example
    if operation.path == resource.collection:
        return {"GET": resource.list, "POST": resource.create}.get(operation.method, _example)
    return {
        "GET": resource.get,
        "PUT": resource.update,
        "PATCH": resource.update,
        "DELETE": resource.delete,
    }.get(operation.method, _example)


def _example(context: RequestContext) -> Reply | EventStream:
    status = context.operation.success_status
    listed = context.operation.replies.get(status) or {}
    if not listed:
        return Reply(status)
    media = listed.get(JSON) or next(iter(listed.values()))
    if media.content_type == EVENT_STREAM:
        return EventStream(media.examples.values() or [example_of(media)])
    return Reply(status, example_of(media), content_type=media.content_type)


class Resource:
    """Things of one kind: where they are collected, and what the id of one is called."""

    def __init__(self, collection: str, id_name: str) -> None:
        self.collection = collection
        self.id_name = id_name
        self.thing = collection.strip("/").split("/")[-1].replace("-", " ").removesuffix("s").capitalize()

    @classmethod
    def of(cls, api: Api, operation: ApiOperation) -> Resource | None:
        """The resource that an operation belongs to, if its path is that of a collection or of an item."""
        paths = {other.path for other in api.operations.values()}
        if operation.segments[-1].startswith("{"):
            collection, _, last = operation.path.rpartition("/")
            return cls(collection, last[1:-1]) if collection in paths else None
        item = next((path for path in paths if path.rpartition("/")[0] == operation.path and path.endswith("}")), None)
        return cls(operation.path, item.rpartition("/")[2][1:-1]) if item is not None else None

    def list(self, context: RequestContext) -> Any:
        schema = _reply_schema(context.operation)
        name = next((name for name, inner in schema.properties.items() if inner.items is not None), None)
        items_schema = schema.items if name is None else schema.properties[name].items
        things = context.store.all(self._kind(context), newest_first=True)
        items = [_shaped(items_schema, thing) if items_schema else thing for thing in things]
        if "x-pagination" in context.operation.extensions:
            paged = paginate(context, items, lambda item: str(item.get(self.id_name, item.get("id"))))
            return _completed(schema, paged) if isinstance(paged, dict) else paged
        limit = context.query.get("limit", len(items))
        if name is None:
            return items[:limit]
        return _completed(schema, {name: items[:limit], "count": len(items[:limit])})

    def create(self, context: RequestContext) -> Any:
        own_id = context.new_uuid(self._kind(context))
        times = dict.fromkeys(("createdAt", "updatedAt", "created_at", "updated_at"), context.iso_now)
        thing = {**times, **context.body, self.id_name: own_id, "id": own_id}
        context.store.put(self._kind(context), own_id, thing)
        return _shaped(_reply_schema(context.operation), thing, self.id_name)

    def get(self, context: RequestContext) -> Any:
        return _shaped(_reply_schema(context.operation), self._find(context), self.id_name)

    def update(self, context: RequestContext) -> Any:
        thing = self._find(context) | (context.sent or {})
        thing |= {self.id_name: context.path[self.id_name], "id": context.path[self.id_name]}
        thing |= {"updatedAt": context.iso_now, "updated_at": context.iso_now}
        context.store.put(self._kind(context), context.path[self.id_name], thing)
        return _shaped(_reply_schema(context.operation), thing, self.id_name)

    def delete(self, context: RequestContext) -> Any:
        thing = self._find(context)
        context.store.delete(self._kind(context), context.path[self.id_name])
        if not context.operation.replies.get(context.operation.success_status):
            return Reply(context.operation.success_status)
        return _shaped(_reply_schema(context.operation), {**thing, "message": f"{self.thing} deleted"}, self.id_name)

    def _kind(self, context: RequestContext) -> str:
        """Things below a parent are kept apart from those below another."""
        path = self.collection
        for name, value in context.path.items():
            path = path.replace("{" + name + "}", value)
        return f"generic:{path}"

    def _find(self, context: RequestContext) -> dict[str, Any]:
        own_id = context.path[self.id_name]
        thing = context.store.get(self._kind(context), own_id)
        if thing is None:
            raise not_found(self.thing, **{self.id_name: own_id})
        return thing


def _reply_schema(operation: ApiOperation) -> Schema:
    media = operation.media(operation.success_status)
    if media is None or media.schema is None:
        raise TypeError(f"{operation.id} has no JSON schema for status {operation.success_status}")
    return media.schema


def _shaped(schema: Schema, thing: dict[str, Any], id_name: str = "id") -> Any:
    """A thing in the form of a reply: its own values where the schema has their names, invented ones where it must.

    Where the reply does not have the thing's id at its top but in one of its properties, that property is an envelope.
    """
    properties = schema.properties
    known = {name: thing[name] for name in properties if name in thing and properties[name].is_valid(thing[name])}
    if id_name not in properties and "id" not in properties:
        for name, inner in properties.items():
            if id_name in inner.properties or "id" in inner.properties:
                known[name] = _shaped(inner, thing, id_name)
    if not properties:
        known = dict(thing)
    return _completed(schema, known)


def _completed(schema: Schema, known: dict[str, Any]) -> dict[str, Any]:
    """What is known, with a value made up for each required property that is not."""
    found = {name: value for name, value in known.items() if name in schema.properties or not schema.properties}
    for name in schema.source.get("required", []):
        if name not in found and name in schema.properties:
            inner = schema.properties[name]
            found[name] = generate_value(inner.source, inner.book.referenced)
    for name in ("success", "deleted"):
        if name in schema.properties:
            found[name] = True
    return found

"""Links that lead to drafted operations: from the replies where the ids in their paths come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from openapi import Pointer, Spec
from specdraft.naming import camel, singular_pascal
from specdraft.operation_draft import DraftedOperation, OperationDraft
from specdraft.schema_draft import TODO
from specdraft.url_links import examples_of, expressions

_DEPTH = 3


class _Source(NamedTuple):
    """A reply from which ids may be taken."""

    drafted: dict[str, Any] | None
    """The reply, if it is a drafted one."""
    pointer: Pointer
    """Where it is in the spec, if it is not."""
    status: str
    method: str
    path: str
    ids: list[str]
    schema: Any
    body: Any


class LinkDraft:
    """Finds where the path parameters of drafted operations come from.

    A reply is a source of `taskId` if it has a field of that name, or if it is the reply of `/tasks` and has an `id`.
    Where there is none, it is one that has the URL of a task in an example, and the id in a field beside it.
    """

    def __init__(self, ours: Spec, operations: OperationDraft, drafted: list[DraftedOperation]) -> None:
        self.ours, self.drafted = ours, drafted
        self.schemas, self.shown, self.namespaces = operations.schemas, operations.shown, operations.namespaces
        self.notes = operations.notes
        self.added: dict[Pointer, dict[str, Any]] = {}
        """New links of replies that the spec has already, by the pointer of the reply."""
        self.jobs: set[str] = set()
        """The operations that read what a reply with 202 started, or what a URL in a reply leads to."""

    def link(self, target: DraftedOperation) -> bool:
        """Add links to an operation with path parameters; whether one was found."""
        given_once = [*self.ours.namespace_parameters(target.tag), *self.namespaces.get(target.tag, [])]
        needed = [name for name in target.ids if name not in given_once]
        candidates = [
            (source, given)
            for source in self._sources(target)
            if all((given := {name: self._expression(target, name, source) for name in target.ids}).values())
            and not all(given[name].startswith("$request.path") for name in needed)
        ]
        replied = [one for one in candidates if not any("$request.body" in text for text in one[1].values())]
        for source, given in replied or candidates:
            self._document(target, source, given)
            self._add(target, given, source.drafted, source.pointer)
            self.jobs |= {target.id} if source.status == "202" else set()
        return bool(candidates) or self._link_by_url(target, needed) or not needed

    def _document(self, target: DraftedOperation, source: _Source, given: dict[str, str]) -> None:
        """Give a drafted reply, of which nothing is known, the ids that links take from it."""
        names = [name for name, text in given.items() if text == f"$response.body#/{name}"]
        if source.drafted is None or not names or self.schemas.resolve(source.schema).get("properties"):
            return
        properties = {name: {"description": TODO, "type": "string"} for name in names}
        body = {"description": TODO, "type": "object", "required": names, "properties": properties}
        media = source.drafted["content"]["application/json"]
        media["schema"] = self.schemas.component(body, f"{singular_pascal(target.tag)}Created")
        media["examples"] = {"example": {"summary": TODO, "value": {name: str(target.ids[name]) for name in names}}}
        self.notes.append(f"{target.id}: its {', '.join(names)} is assumed to be in the reply of {source.path}")

    def _link_by_url(self, target: DraftedOperation, needed: list[str]) -> bool:
        """Add links that examples show; whether one was found."""
        found = False
        for shown in self.shown:
            for example in shown.examples:
                if given := expressions(target.path, needed, example):
                    self._add(target, given, shown.reply, ())
                    found = True
        for operation in self.ours.operations:
            for status, part in operation.responses.items():
                if status.startswith("2") and part.pointer == part.place:
                    for example in examples_of(part.content.get(part.json_type)):
                        if given := expressions(target.path, needed, example):
                            self._add(target, given, None, part.pointer)
                            found = True
        self.jobs |= {target.id} if found else set()
        return found

    def _add(
        self, target: DraftedOperation, given: dict[str, str], reply: dict[str, Any] | None, pointer: Pointer
    ) -> None:
        name = camel(target.id.removeprefix(f"{target.tag}_"), singular_pascal(target.tag))
        link = {"operationId": target.id, "parameters": given, "description": TODO}
        if reply is not None:
            reply.setdefault("links", {}).setdefault(name, link)
        elif name not in (self.ours.at(pointer) or {}).get("links", {}):
            self.added.setdefault(pointer, {}).setdefault(name, link)

    def _sources(self, target: DraftedOperation) -> Iterator[_Source]:
        """Successful replies of other operations with the same tag: creations and lists."""
        for other in self.drafted:
            if other.tag == target.tag and other.id != target.id and other.method in ("get", "post"):
                body = other.value.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
                for status, reply in other.value["responses"].items():
                    if status.startswith("2") and "application/json" in reply.get("content", {}):
                        schema = reply["content"]["application/json"]["schema"]
                        yield _Source(reply, (), status, other.method, other.path, list(other.ids), schema, body)
        for operation in self.ours.operations:
            if operation.tag == target.tag and operation.method in ("get", "post"):
                body = operation.body.json_schema if operation.body else None
                for status, part in operation.responses.items():
                    if status.startswith("2") and part.json_schema and part.pointer == part.place:
                        place = (status, operation.method, operation.path, operation.path_names)
                        yield _Source(None, part.pointer, *place, part.json_schema, body)

    def _expression(self, target: DraftedOperation, name: str, source: _Source) -> str:
        """The runtime expression that gives a path parameter; empty if the source has no such field.

        A list has the ids of its own items for certain, but not what their creator may leave out. Other ids are taken
        from a creation, which may be given them. A creation of which nothing is known has the id of what it creates.
        """
        if name in source.ids:
            return f"$request.path.{name}"
        of_collection = source.path == target.path.partition(f"/{{{name}}}")[0]
        if not of_collection and source.method != "post":
            return ""
        for field in (name, "id") if of_collection else (name,):
            steps = self._find(source.schema, field, 0)
            if steps is not None and (source.method == "post" or not self._may_lack(target, source, field)):
                return f"$response.body#/{'/'.join(steps)}"
        unknown = source.drafted is not None and not self.schemas.resolve(source.schema).get("properties")
        if of_collection and source.method == "post" and unknown:
            return f"$response.body#/{name}"
        return f"$request.body#/{name}" if name in (self.schemas.resolve(source.body).get("properties") or {}) else ""

    def _may_lack(self, target: DraftedOperation, listed: _Source, name: str) -> bool:
        """Whether items of a list may lack a field: it is optional in them, and in the request that creates them."""
        creations = (
            source for source in self._sources(target) if (source.method, source.path) == ("post", listed.path)
        )
        body: dict[str, Any] = next((self.schemas.resolve(source.body) for source in creations), {})
        left_out = name in (body.get("properties") or {}) and name not in (body.get("required") or [])
        return left_out and not self._is_required(listed.schema, name, 0)

    def _is_required(self, schema: Any, name: str, depth: int) -> bool:
        """Whether the nearest field with a name is a required one."""
        resolved = self.schemas.resolve(schema)
        properties = resolved.get("properties") or {}
        if name in properties or depth >= _DEPTH:
            return name in (resolved.get("required") or [])
        inner = [resolved["items"]] if resolved.get("type") == "array" and "items" in resolved else properties.values()
        return any(self._is_required(child, name, depth + 1) for child in inner)

    def _find(self, schema: Any, name: str, depth: int) -> list[str] | None:
        """The steps to a field with a name, the nearest first."""
        resolved = self.schemas.resolve(schema)
        properties = resolved.get("properties") or {}
        if name in properties:
            return [name]
        if depth >= _DEPTH:
            return None
        if resolved.get("type") == "array":
            inner = self._find(resolved.get("items"), name, depth + 1)
            return ["0", *inner] if inner is not None else None
        for key, child in properties.items():
            inner = self._find(child, name, depth + 1)
            if inner is not None:
                return [key, *inner]
        return None

"""Links that lead to drafted operations: from the replies where the ids in their paths come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from openapi import Pointer, Spec
from specdraft.naming import camel, singular_pascal
from specdraft.operation_draft import DraftedOperation
from specdraft.schema_draft import TODO, SchemaDraft

_DEPTH = 3


class _Source(NamedTuple):
    """A reply from which ids may be taken."""

    drafted: dict[str, Any] | None
    """The reply, if it is a drafted one."""
    pointer: Pointer
    """Where it is in the spec, if it is not."""
    method: str
    path: str
    ids: list[str]
    schema: Any
    body: Any


class LinkDraft:
    """Finds where the path parameters of drafted operations come from.

    A reply is a source of `taskId` if it has a field of that name, or if it is the reply of `/tasks` and has an `id`.
    """

    def __init__(self, ours: Spec, schemas: SchemaDraft, drafted: list[DraftedOperation]) -> None:
        self.ours, self.schemas, self.drafted = ours, schemas, drafted
        self.added: dict[Pointer, dict[str, Any]] = {}
        """New links of replies that the spec has already, by the pointer of the reply."""

    def link(self, target: DraftedOperation) -> bool:
        """Add links to an operation with path parameters; whether one was found."""
        needed = [name for name in target.ids if name not in self.ours.namespace_parameters(target.tag)]
        found = False
        for source in self._sources(target):
            given = {name: self._expression(target, name, source) for name in target.ids}
            if not all(given.values()) or all(given[name].startswith("$request.path") for name in needed):
                continue
            name = camel(target.id.removeprefix(f"{target.tag}_"), singular_pascal(target.tag))
            link = {"operationId": target.id, "parameters": given, "description": TODO}
            if source.drafted is not None:
                source.drafted.setdefault("links", {}).setdefault(name, link)
            elif name not in (self.ours.at(source.pointer) or {}).get("links", {}):
                self.added.setdefault(source.pointer, {}).setdefault(name, link)
            found = True
        return found or not needed

    def _sources(self, target: DraftedOperation) -> Iterator[_Source]:
        """Successful replies of other operations with the same tag: creations and lists."""
        for other in self.drafted:
            if other.tag == target.tag and other.id != target.id and other.method in ("get", "post"):
                body = other.value.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
                for status, reply in other.value["responses"].items():
                    if status.startswith("2") and "content" in reply:
                        schema = reply["content"]["application/json"]["schema"]
                        yield _Source(reply, (), other.method, other.path, list(other.ids), schema, body)
        for operation in self.ours.operations:
            if operation.tag == target.tag and operation.method in ("get", "post"):
                body = operation.body.json_schema if operation.body else None
                for status, part in operation.responses.items():
                    if status.startswith("2") and part.json_schema and part.pointer == part.place:
                        place = (operation.method, operation.path, operation.path_names)
                        yield _Source(None, part.pointer, *place, part.json_schema, body)

    def _expression(self, target: DraftedOperation, name: str, source: _Source) -> str:
        """The runtime expression that gives a path parameter; empty if the source has no such field.

        A list has the ids of its own items for certain. Other ids are taken from a creation, which may be given them.
        """
        if name in source.ids:
            return f"$request.path.{name}"
        of_collection = source.path == target.path.partition(f"/{{{name}}}")[0]
        if not of_collection and source.method != "post":
            return ""
        for field in (name, "id") if of_collection else (name,):
            if (steps := self._find(source.schema, field, 0)) is not None:
                return f"$response.body#/{'/'.join(steps)}"
        return f"$request.body#/{name}" if name in (self.schemas.resolve(source.body).get("properties") or {}) else ""

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

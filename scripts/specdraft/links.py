"""Links that lead to drafted operations: from the replies where the ids in their paths come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openapi import Pointer, Spec, SpecOperation
from specdraft.naming import camel, singular_pascal
from specdraft.operation_draft import DraftedOperation
from specdraft.schema_draft import TODO, SchemaDraft

_DEPTH = 3


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
        for reply, pointer, path, ids, schema in self._replies(target):
            given = {name: self._expression(target, name, path, ids, schema) for name in target.ids}
            if not all(given.values()) or not any("response" in str(given[name]) for name in needed):
                continue
            name = camel(target.id.removeprefix(f"{target.tag}_"), singular_pascal(target.tag))
            link = {"operationId": target.id, "parameters": given, "description": TODO}
            if reply is not None:
                reply.setdefault("links", {}).setdefault(name, link)
            elif name not in (self.ours.at(pointer) or {}).get("links", {}):
                self.added.setdefault(pointer, {}).setdefault(name, link)
            found = True
        return found or not needed

    def _replies(self, target: DraftedOperation) -> Iterator[tuple[Any, Pointer, str, Mapping[str, Any], Any]]:
        """Successful replies of other operations with the same tag: creations and lists."""
        for other in self.drafted:
            if other.tag == target.tag and other.id != target.id and other.method in ("get", "post"):
                for status, reply in other.value["responses"].items():
                    if status.startswith("2") and "content" in reply:
                        yield reply, (), other.path, other.ids, reply["content"]["application/json"]["schema"]
        for operation in self.ours.operations:
            if operation.tag == target.tag and operation.method in ("get", "post"):
                yield from self._known(operation)

    def _known(self, operation: SpecOperation) -> Iterator[tuple[Any, Pointer, str, Mapping[str, Any], Any]]:
        for status, part in operation.responses.items():
            if status.startswith("2") and part.json_schema and part.pointer == part.place:
                yield None, part.pointer, operation.path, dict.fromkeys(operation.path_names), part.json_schema

    def _expression(self, target: DraftedOperation, name: str, path: str, ids: Mapping[str, Any], schema: Any) -> str:
        """The runtime expression that gives a path parameter; empty if the reply has no such field."""
        if name in ids:
            return f"$request.path.{name}"
        of_collection = path == target.path.partition(f"/{{{name}}}")[0]
        for field in (name, "id") if of_collection else (name,):
            if (steps := self._find(schema, field, 0)) is not None:
                return f"$response.body#/{'/'.join(steps)}"
        return ""

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

"""Add what is new in the vendor's document to operations and schemas that the spec has already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openapi import Pointer, Spec, SpecFault, SpecOperation, YamlEdits
from openapi.spec_operation import STREAM
from specdraft import replies
from specdraft.jobs import stream_mode
from specdraft.naming import pascal
from specdraft.operation_draft import OperationDraft
from specdraft.places import Place, find
from vendordiff import Disagreement, OperationFacts


class Additions:
    """Writes fields, values, parameters and statuses into what is there."""

    def __init__(
        self,
        ours: Spec,
        theirs: Spec,
        known: Mapping[str, OperationFacts],
        newest: Mapping[str, OperationFacts],
        edits: YamlEdits,
        operations: OperationDraft,
    ) -> None:
        self.ours, self.theirs, self.known, self.newest = ours, theirs, known, newest
        self.edits, self.operations = edits, operations
        self._own = {operation.pointer: operation for operation in ours.operations}
        self._their = {operation.pointer: operation for operation in theirs.operations}
        self._written: set[tuple[Pointer, str]] = set()
        self._parameters: dict[Pointer, list[dict[str, str]]] = {}
        self._replies: list[tuple[SpecOperation, str, dict[str, Any]]] = []
        self._uses = _uses(ours, known)

    def add(self, one: Disagreement) -> str | None:
        """Write a difference if it only adds. Returns what was written; empty if it is there; None if it does not.

        Raises:
            SpecFault: It adds, but not in a way that can be written without a person; the message says why.
        """
        place = find(self.known, one.where)
        if one.change != "new" or place is None or place.part.startswith("path "):
            return None
        if one.kind == "parameter" and "required" not in one.what:
            return self._parameter(place)
        if one.kind == "status":
            return self._status(place)
        if one.kind == "media" and place.part.endswith(STREAM):
            return self._stream(place)
        if one.kind in ("field", "detail") and not ("required" in one.what and one.direction == "request"):
            return self._field(one, place)
        return self._value(one, place) if one.kind == "value" else None

    def flush(self) -> None:
        """Write what is not complete before all is known: replies, which may get links, and parameters."""
        for own, status, reply in self._replies:
            before = [known for known in own.responses if known < status]
            self.edits.entry((*own.pointer, "responses"), status, reply, after=max(before, default=None))
        for pointer, made in self._parameters.items():
            if isinstance((self.ours.at(pointer) or {}).get("parameters"), list):
                for reference in made:
                    self.edits.item((*pointer, "parameters"), reference)
            else:
                self.edits.entry(pointer, "parameters", made)

    def _operations(self, place: Place) -> tuple[SpecOperation, SpecOperation]:
        return self._own[self.known[place.key].pointer], self._their[self.newest[place.key].pointer]

    def _parameter(self, place: Place) -> str | None:
        own, theirs = self._operations(place)
        location, _, name = place.part.partition(" ")
        source = next(one for one in theirs.parameters if (one.location, one.name) == (location, name))
        made = self.operations.parameter(source, own.tag)
        if made is None:
            return None
        self._parameters.setdefault(own.pointer, []).append(made)
        if location == "query" and "422" not in own.responses:
            self._reply(own, "422", replies.error(self.ours, "422"))
        return f"the parameter {name} of {own.id}"

    def _status(self, place: Place) -> str | None:
        own, theirs = self._operations(place)
        status = place.part
        if status.startswith("2"):
            made = self.operations.reply(theirs, status, own.tag, own.id)
        else:
            made = replies.error(self.ours, status)
        if made is None or not status.isdigit():
            return None
        self._reply(own, status, made)
        return f"the status {status} of {own.id}"

    def _stream(self, place: Place) -> str | None:
        """A stream beside JSON, if the field of the body that asks for it is new too: nobody passes it yet."""
        own, theirs = self._operations(place)
        status = place.part.partition(" ")[0]
        part, known = own.responses[status], self.ours.resolve(own.body.json_schema) if own.body else None
        if "stream" in ((known or {}).get("properties") or {"stream": ()}) or part.pointer != part.place:
            return None
        made = self.operations.stream(theirs, status, own.tag, own.id)
        if made is None or not part.json_type:
            return None
        self.edits.entry((*part.pointer, "content"), STREAM, made)
        mode = stream_mode(status)
        if "x-modes" in own.value:
            self.edits.item((*own.pointer, "x-modes"), mode)
        else:
            before = "x-idempotent" if "x-idempotent" in own.value else "description"
            self.edits.entry(own.pointer, "x-modes", [mode], after=before)
        return f"the stream of {own.id}"

    def _reply(self, own: SpecOperation, status: str, made: dict[str, Any]) -> None:
        if (own.pointer, status) not in self._written:
            self._written.add((own.pointer, status))
            self._replies.append((own, status, made))

    def _field(self, one: Disagreement, place: Place) -> str | None:
        name = place.path.rpartition(".")[2]
        if place.path.endswith(("[]", ".*")):
            return None
        parent = place.path.removesuffix(name).removesuffix(".")
        facts = place.fields.get(parent)
        target = _object(self.ours, facts.pointer) if facts else None
        if target is None:
            return None
        if name in self.ours.at((*target, "properties")) or (target, name) in self._written:
            return ""
        if others := self._uses.get(target, set()) - self._directions(target, name):
            raise SpecFault(target, f"{target[-1]} is used in a {others.pop()} too, which has no {name}")
        self.operations.schemas.noun = _component(target)
        schema = self.operations.schemas.schema(one.second, one.direction, pascal(_component(target), name))
        self.edits.entry((*target, "properties"), name, self.operations.schemas.described(schema))
        self._written.add((target, name))
        return f"the field {_component(target)}.{name}"

    def _directions(self, target: Pointer, name: str) -> set[str]:
        """The directions in which the vendor's document has a field of an object of ours."""
        found: set[str] = set()
        for key, facts in self.known.items():
            theirs = self.newest.get(key)
            for part, own in facts.parts.items():
                for path, field in own.fields.items():
                    inner = f"{path}.{name}" if path else name
                    known = theirs and part in theirs.parts and inner in theirs.parts[part].fields
                    if known and _object(self.ours, field.pointer) == target:
                        found.add(own.direction)
        return found

    def _value(self, one: Disagreement, place: Place) -> str | None:
        value: Any = one.what.removeprefix("the value ").removesuffix(" is new")
        facts = place.fields.get(place.path)
        target = _enum(self.ours, facts.pointer) if facts else None
        if target is None:
            return None
        values = self.ours.at((*target, "enum"))
        if all(isinstance(known, int) for known in values) and value.lstrip("-").isdigit():
            value = int(value)
        if value in values or (target, str(value)) in self._written:
            return ""
        self.edits.item((*target, "enum"), value)
        self._written.add((target, str(value)))
        return f"the value {value} of {_component(target)}"


def _uses(ours: Spec, known: Mapping[str, OperationFacts]) -> dict[Pointer, set[str]]:
    """In which directions each object of the spec is used."""
    found: dict[Pointer, set[str]] = {}
    for facts in known.values():
        for part in facts.parts.values():
            for field in part.fields.values():
                if (target := _object(ours, field.pointer)) is not None:
                    found.setdefault(target, set()).add(part.direction)
    return found


def _object(ours: Spec, pointer: Pointer) -> Pointer | None:
    """Where the properties of a value are listed; None if that is in no place, or in several."""
    return _only(ours, pointer, "properties", 0)


def _enum(ours: Spec, pointer: Pointer) -> Pointer | None:
    """Where the values of an enum are listed."""
    return _only(ours, pointer, "enum", 0)


def _only(ours: Spec, pointer: Pointer, keyword: str, depth: int) -> Pointer | None:
    place = ours.follow(pointer)
    schema = ours.at(place) if place else None
    if not isinstance(schema, dict) or depth > 10:
        return None
    if isinstance(schema.get(keyword), dict | list):
        return place
    members = [
        (*place, word, index)
        for word in ("allOf", "anyOf", "oneOf")
        for index, member in enumerate(schema.get(word) or [])
        if member != {"type": "null"}
    ]
    found = {inner for member in members if (inner := _only(ours, member, keyword, depth + 1))}
    return found.pop() if len(found) == 1 else None


def _component(target: Pointer) -> str:
    return str(target[2]) if target[:2] == ("components", "schemas") else pascal(str(target[-1]))

"""Compare two documents operation by operation."""

from __future__ import annotations

import re
from typing import Any

from specdiff.changes import Change, Changes
from specdiff.schema_diff import SchemaDiffer
from speclint import Document
from speclint.document import Operation


def compare(old: Document, new: Document) -> list[Change]:
    """What changed for users from one document to the other; breaking changes first."""
    changes = Changes()
    with changes.node("document"):
        _document(old, new, changes)
        before, after = _matched(old, new)
        for operation in before.keys() - after.keys():
            changes.add("removed", True, operation, f"{_line(before[operation])} is gone")
        for operation in after.keys() - before.keys():
            changes.add("added", False, operation, f"{_line(after[operation])} is new")
    differ = OperationDiffer(old, new, changes)
    for operation in sorted(before.keys() & after.keys()):
        with changes.node(("operation", operation), operation):
            differ.compare(before[operation], after[operation])
    return changes.result()


def _document(old: Document, new: Document, changes: Changes) -> None:
    urls = [[server.get("url") for server in document.tree.get("servers") or []] for document in (old, new)]
    if urls[0][:1] and urls[0][0] not in urls[1]:
        changes.add("changed", True, "server", f"was {urls[0][0]}, is {next(iter(urls[1]), 'not said')}")
    given, wanted = (_security(document.tree.get("security")) for document in (old, new))
    if given != wanted:
        breaking = any(not any(one <= had for one in wanted) for had in given)
        changes.add("changed", breaking, "security", f"needs {_alternatives(wanted)}")
    before, after = (
        {tag.get("name"): tag.get("x-namespace-parameters", []) for tag in document.tree.get("tags") or []}
        for document in (old, new)
    )
    for tag in sorted(name for name in before.keys() & after.keys() if before[name] != after[name]):
        changes.add("changed", True, f"namespace {tag}", f"takes {', '.join(after[tag]) or 'nothing'}")
    for name in old.components("schemas").keys() - new.components("schemas").keys():
        changes.add("removed", True, name, "is no schema any more, so its class is gone")
    for name in new.components("schemas").keys() - old.components("schemas").keys():
        changes.add("added", False, name, "is a new schema")


def _security(requirements: Any) -> list[set[str]]:
    return [set(requirement) for requirement in requirements or [{}]]


def _alternatives(requirements: list[set[str]]) -> str:
    return " or ".join(" and ".join(sorted(one)) or "nothing" for one in requirements)


def _matched(old: Document, new: Document) -> tuple[dict[str, Operation], dict[str, Operation]]:
    """Operations of both documents by id; one that has another id at the same place keeps its old one as key."""
    before = {operation.id: operation for operation in old.operations()}
    after = {operation.id: operation for operation in new.operations()}
    places = {_place(operation): name for name, operation in before.items() if name not in after}
    renamed = {name: places.get(_place(operation), name) for name, operation in after.items() if name not in before}
    return before, {renamed.get(name, name): operation for name, operation in after.items()}


def _place(operation: Operation) -> tuple[str, str]:
    return operation.method, re.sub(r"{[^}]*}", "{}", operation.path)


def _line(operation: Operation) -> str:
    return f"{operation.method.upper()} {operation.path}"


class OperationDiffer:
    """Compares one operation with its successor."""

    def __init__(self, old: Document, new: Document, changes: Changes) -> None:
        self.old, self.new, self.changes = old, new, changes
        self.schemas = SchemaDiffer(old, new, changes)

    def compare(self, old: Operation, new: Operation) -> None:
        name = old.id
        if old.id != new.id:
            self.changes.add("changed", True, name, f"is called {new.id}")
        if _place(old) != _place(new):
            self.changes.add("changed", True, name, f"was {_line(old)}, is {_line(new)}")
        before, after = ((operation.path_item.get("servers") or [{}])[0].get("url") for operation in (old, new))
        if before != after:
            self.changes.add("changed", True, name, f"is at {after or 'the first server'}")
        if new.value.get("deprecated") and not old.value.get("deprecated"):
            self.changes.add("changed", False, name, "is deprecated")
        self._parameters(old, new)
        self._body(old, new)
        self._responses(old, new)
        self._extensions(old, new)

    def _parameters(self, old: Operation, new: Operation) -> None:
        sides = []
        for document, operation in ((self.old, old), (self.new, new)):
            found = [parameter for _, parameter in document.parameters(operation)]
            sides.append({(str(one.get("in")), str(one.get("name"))): one for one in found})
        before, after = sides
        for where, name in before.keys() - after.keys():
            self.changes.add("removed", True, f"{old.id} parameter {name}", f"is not taken in the {where} any more")
        for key in after.keys() - before.keys():
            demanded = bool(after[key].get("required"))
            what = "is new and required" if demanded else "is new"
            self.changes.add("added", demanded, f"{old.id} parameter {key[1]}", what)
        for key in sorted(before.keys() & after.keys()):
            where = f"{old.id} parameter {key[1]}"
            if after[key].get("required") and not before[key].get("required"):
                self.changes.add("changed", True, where, "is required")
            if before[key].get("required") and not after[key].get("required"):
                self.changes.add("changed", False, where, "is not required any more")
            self.schemas.compare(before[key].get("schema"), after[key].get("schema"), "request", where)

    def _body(self, old: Operation, new: Operation) -> None:
        before = self.old.resolve(old.value.get("requestBody"))
        after = self.new.resolve(new.value.get("requestBody"))
        where = f"{old.id} body"
        if before is None or after is None:
            if before is not None:
                self.changes.add("removed", True, where, "is not taken any more")
            elif after is not None:
                demanded = bool(after.get("required"))
                self.changes.add("added", demanded, where, "is new and required" if demanded else "is new")
            return
        if after.get("required") and not before.get("required"):
            self.changes.add("changed", True, where, "is required")
        self._content(before, after, "request", where)

    def _responses(self, old: Operation, new: Operation) -> None:
        before = {status: reply for _, status, reply in self.old.responses(old)}
        after = {status: reply for _, status, reply in self.new.responses(new)}
        for status in before.keys() - after.keys():
            self.changes.add("removed", status.startswith("2"), f"{old.id} reply {status}", "is gone")
        for status in after.keys() - before.keys():
            self.changes.add("added", False, f"{old.id} reply {status}", "is new")
        for status in sorted(before.keys() & after.keys()):
            where = f"{old.id} reply {status}"
            headers = [
                {name.lower(): name for name in reply.get("headers") or {}} for reply in (before[status], after[status])
            ]
            for name in headers[0].keys() - headers[1].keys():
                self.changes.add("removed", True, where, f"has no header {headers[0][name]} any more")
            self._content(before[status], after[status], "reply", where)

    def _content(self, old: dict[str, Any], new: dict[str, Any], direction: Any, where: str) -> None:
        before, after = old.get("content") or {}, new.get("content") or {}
        for media_type in before.keys() - after.keys():
            self.changes.add("removed", True, where, f"is not {media_type} any more")
        for media_type in after.keys() - before.keys():
            self.changes.add("added", False, where, f"is {media_type} too")
        for media_type in sorted(before.keys() & after.keys()):
            schemas = before[media_type].get("schema"), after[media_type].get("schema")
            self.schemas.compare(*schemas, direction, where)

    def _extensions(self, old: Operation, new: Operation) -> None:
        """Extensions make methods of the client, and say how they behave."""
        methods = [
            {mode["method"]: mode for mode in operation.value.get("x-modes") or [] if "method" in mode}
            for operation in (old, new)
        ]
        for method in methods[0].keys() - methods[1].keys():
            self.changes.add("removed", True, f"{old.id}.{method}", "is no method of the client any more")
        for method in methods[1].keys() - methods[0].keys():
            self.changes.add("added", False, f"{old.id}.{method}", "is a new method of the client")
        for name in ("x-pagination", "x-polling", "x-idempotent"):
            before, after = old.value.get(name), new.value.get(name)
            if before == after:
                continue
            gone = after is None and name != "x-idempotent"
            what = f"has no {name} any more" if gone else f"{name} is {after if after is not None else 'not said'}"
            self.changes.add("changed", gone, old.id, what)

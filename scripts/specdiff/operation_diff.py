"""Compare two specs operation by operation."""

from __future__ import annotations

import re
from typing import Any

from openapi import Spec, SpecOperation, SpecPart
from specdiff.changes import Change, Changes
from specdiff.schema_diff import SchemaDiffer


def compare(old: Spec, new: Spec) -> list[Change]:
    """What changed for users from one spec to the other; breaking changes first."""
    changes = Changes()
    with changes.node("spec"):
        _whole(old, new, changes)
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


def _whole(old: Spec, new: Spec, changes: Changes) -> None:
    urls = [[server.get("url") for server in spec.data.get("servers") or []] for spec in (old, new)]
    if urls[0][:1] and urls[0][0] not in urls[1]:
        changes.add("changed", True, "server", f"was {urls[0][0]}, is {next(iter(urls[1]), 'not said')}")
    given, wanted = (_security(spec.data.get("security")) for spec in (old, new))
    if given != wanted:
        breaking = any(not any(one <= had for one in wanted) for had in given)
        changes.add("changed", breaking, "security", f"needs {_alternatives(wanted)}")
    before, after = (
        {str(tag.get("name")): tag.get("x-namespace-parameters", []) for tag in spec.tags} for spec in (old, new)
    )
    for tag in sorted(name for name in before.keys() & after.keys() if before[name] != after[name]):
        changes.add("changed", True, f"namespace {tag}", f"takes {', '.join(after[tag]) or 'nothing'}")
    for name in old.components("schemas").keys() - new.components("schemas").keys():
        changes.add("removed", True, name, "is no longer a schema, so its class is gone")
    for name in new.components("schemas").keys() - old.components("schemas").keys():
        changes.add("added", False, name, "is a new schema")


def _security(requirements: Any) -> list[set[str]]:
    return [set(requirement) for requirement in requirements or [{}]]


def _alternatives(requirements: list[set[str]]) -> str:
    return " or ".join(" and ".join(sorted(one)) or "nothing" for one in requirements)


def _matched(old: Spec, new: Spec) -> tuple[dict[str, SpecOperation], dict[str, SpecOperation]]:
    """Operations of both specs by id; one with a new id at the same path has the old id as its key."""
    before = {operation.label: operation for operation in old.operations}
    after = {operation.label: operation for operation in new.operations}
    places = {_place(operation): name for name, operation in before.items() if name not in after}
    renamed = {name: places.get(_place(operation), name) for name, operation in after.items() if name not in before}
    return before, {renamed.get(name, name): operation for name, operation in after.items()}


def _place(operation: SpecOperation) -> tuple[str, str]:
    return operation.method, re.sub(r"{[^}]*}", "{}", operation.path)


def _line(operation: SpecOperation) -> str:
    return f"{operation.method.upper()} {operation.path}"


class OperationDiffer:
    """Compares an operation with its new version."""

    def __init__(self, old: Spec, new: Spec, changes: Changes) -> None:
        self.old, self.new, self.changes = old, new, changes
        self.schemas = SchemaDiffer(old, new, changes)

    def compare(self, old: SpecOperation, new: SpecOperation) -> None:
        name = old.label
        if old.label != new.label:
            self.changes.add("changed", True, name, f"is called {new.label}")
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

    def _parameters(self, old: SpecOperation, new: SpecOperation) -> None:
        before, after = (
            {(parameter.location, parameter.name): parameter for parameter in operation.parameters}
            for operation in (old, new)
        )
        for where, name in before.keys() - after.keys():
            self.changes.add("removed", True, f"{old.label} parameter {name}", f"is no longer taken in the {where}")
        for key in after.keys() - before.keys():
            demanded = after[key].required
            what = "is new and required" if demanded else "is new"
            self.changes.add("added", demanded, f"{old.label} parameter {key[1]}", what)
        for key in sorted(before.keys() & after.keys()):
            where = f"{old.label} parameter {key[1]}"
            if after[key].required and not before[key].required:
                self.changes.add("changed", True, where, "is required")
            if before[key].required and not after[key].required:
                self.changes.add("changed", False, where, "is no longer required")
            self.schemas.compare(before[key].schema, after[key].schema, "request", where)

    def _body(self, old: SpecOperation, new: SpecOperation) -> None:
        before, after = old.body, new.body
        where = f"{old.label} body"
        if before is None or after is None:
            if before is not None:
                self.changes.add("removed", True, where, "is no longer taken")
            elif after is not None:
                demanded = bool(after.value.get("required"))
                self.changes.add("added", demanded, where, "is new and required" if demanded else "is new")
            return
        if after.value.get("required") and not before.value.get("required"):
            self.changes.add("changed", True, where, "is required")
        self._content(before, after, "request", where)

    def _responses(self, old: SpecOperation, new: SpecOperation) -> None:
        before, after = old.responses, new.responses
        for status in before.keys() - after.keys():
            self.changes.add("removed", status.startswith("2"), f"{old.label} reply {status}", "is gone")
        for status in after.keys() - before.keys():
            self.changes.add("added", False, f"{old.label} reply {status}", "is new")
        for status in sorted(before.keys() & after.keys()):
            where = f"{old.label} reply {status}"
            headers = [
                {name.lower(): name for name in part.value.get("headers") or {}}
                for part in (before[status], after[status])
            ]
            for name in headers[0].keys() - headers[1].keys():
                self.changes.add("removed", True, where, f"no longer has the header {headers[0][name]}")
            self._content(before[status], after[status], "reply", where)

    def _content(self, old: SpecPart, new: SpecPart, direction: Any, where: str) -> None:
        before, after = old.content, new.content
        for media_type in before.keys() - after.keys():
            self.changes.add("removed", True, where, f"is no longer {media_type}")
        for media_type in after.keys() - before.keys():
            self.changes.add("added", False, where, f"is {media_type} too")
        for media_type in sorted(before.keys() & after.keys()):
            schemas = before[media_type].get("schema"), after[media_type].get("schema")
            self.schemas.compare(*schemas, direction, where)

    def _extensions(self, old: SpecOperation, new: SpecOperation) -> None:
        """Extensions make methods of the client, and say how they behave."""
        methods = [
            {mode["method"]: mode for mode in operation.value.get("x-modes") or [] if "method" in mode}
            for operation in (old, new)
        ]
        for method in methods[0].keys() - methods[1].keys():
            self.changes.add("removed", True, f"{old.label}.{method}", "is no longer a method of the client")
        for method in methods[1].keys() - methods[0].keys():
            self.changes.add("added", False, f"{old.label}.{method}", "is a new method of the client")
        for name in ("x-pagination", "x-polling", "x-idempotent"):
            before, after = old.value.get(name), new.value.get(name)
            if before == after:
                continue
            gone = after is None and name != "x-idempotent"
            what = f"no longer has {name}" if gone else f"{name} is {after if after is not None else 'not said'}"
            self.changes.add("changed", gone, old.label, what)

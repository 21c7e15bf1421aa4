"""Compare two specs operation by operation."""

from __future__ import annotations

import re
from typing import Any

from openapi import Spec, SpecOperation, SpecParameter, SpecPart
from openapi.spec_operation import JSON, STREAM
from specdiff.changes import Change, Changes
from specdiff.schema_diff import SchemaDiffer
from specdiff.schema_view import view


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
    variables = [((spec.data.get("servers") or [{}])[0].get("variables") or {}) for spec in (old, new)]
    for name in sorted(variables[0].keys() | variables[1].keys()):
        before, after = ((side.get(name) or {}).get("default") for side in variables)
        if before != after:
            breaking = before is not None
            changes.add("changed", breaking, "server", f"{name} is {after if after is not None else 'not a variable'}")
    _security_changed(old.data.get("security"), new.data.get("security"), "security", changes)
    schemes = [{name: _scheme(one) for name, one in spec.components("securitySchemes").items()} for spec in (old, new)]
    for name in sorted(name for name in schemes[0].keys() & schemes[1].keys() if schemes[0][name] != schemes[1][name]):
        changes.add("changed", True, "security", f"{name} is {schemes[1][name]}")
    before, after = (
        {str(tag.get("name")): tag.get("x-namespace-parameters", []) for tag in spec.tags} for spec in (old, new)
    )
    for tag in sorted(name for name in before.keys() & after.keys() if before[name] != after[name]):
        changes.add("changed", True, f"namespace {tag}", f"takes {', '.join(after[tag]) or 'nothing'}")
    for name in old.components("schemas").keys() - new.components("schemas").keys():
        changes.add("removed", True, name, "is no longer a schema, so its class is gone")
    for name in new.components("schemas").keys() - old.components("schemas").keys():
        changes.add("added", False, name, "is a new schema")


def _security_changed(old: Any, new: Any, where: str, changes: Changes) -> None:
    """What can be sent in place of what was sent, each with its scopes."""
    given, wanted = _security(old), _security(new)
    if given != wanted:
        breaking = any(not any(one <= had for one in wanted) for had in given)
        changes.add("changed", breaking, where, f"needs {_alternatives(wanted)}")


def _scheme(value: Any) -> str:
    """How a token is sent: `http bearer`, `apiKey X-Key header`."""
    given = value if isinstance(value, dict) else {}
    words = [given.get("type"), str(given.get("scheme") or "").lower(), given.get("name"), given.get("in")]
    return " ".join(str(word) for word in words if word)


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
        if old.tag != new.tag:
            self.changes.add("changed", True, name, f"is client.{new.resource}.{new.method_name} now")
        before, after = (_server(operation) for operation in (old, new))
        if before != after:
            self.changes.add("changed", True, name, f"is at {after or 'the first server'}")
        if bool(new.value.get("deprecated")) != bool(old.value.get("deprecated")):
            what = "is deprecated" if new.value.get("deprecated") else "is no longer deprecated"
            self.changes.add("changed", False, name, what)
        if "security" in old.value or "security" in new.value:
            sides = [one.value.get("security", spec.data.get("security")) for one, spec in self._sides(old, new)]
            _security_changed(sides[0], sides[1], f"{name} security", self.changes)
        self._parameters(old, new)
        self._body(old, new)
        self._responses(old, new)
        self._extensions(old, new)

    def _sides(self, old: SpecOperation, new: SpecOperation) -> list[tuple[SpecOperation, Spec]]:
        return [(old, self.old), (new, self.new)]

    def _parameters(self, old: SpecOperation, new: SpecOperation) -> None:
        before, after = ({_key(parameter): parameter for parameter in operation.parameters} for operation in (old, new))
        for key in before.keys() - after.keys():
            where = f"{old.label} parameter {before[key].name}"
            self.changes.add("removed", True, where, f"is no longer taken in the {key[0]}")
        for key in after.keys() - before.keys():
            demanded = after[key].required
            what = "is new and required" if demanded else "is new"
            self.changes.add("added", demanded, f"{old.label} parameter {after[key].name}", what)
        for key in sorted(before.keys() & after.keys()):
            where = f"{old.label} parameter {before[key].name}"
            if after[key].required and not before[key].required:
                self.changes.add("changed", True, where, "is required")
            if before[key].required and not after[key].required:
                self.changes.add("changed", False, where, "is no longer required")
            self._style(before[key], after[key], where)
            self.schemas.compare(before[key].schema, after[key].schema, "request", where)

    def _style(self, old: SpecParameter, new: SpecParameter, where: str) -> None:
        """How the value of a parameter is written."""
        if old.style != new.style:
            self.changes.add("changed", True, where, f"style was {old.style}, is {new.style}")
        elif old.explode != new.explode:
            self.changes.add("changed", True, where, f"explode was {old.explode}, is {new.explode}")
        reserved = [bool(side.value.get("allowReserved")) for side in (old, new)]
        if reserved[0] != reserved[1]:
            self.changes.add("changed", True, where, f"allowReserved was {reserved[0]}, is {reserved[1]}")
        if bool(new.value.get("deprecated")) != bool(old.value.get("deprecated")):
            what = "is deprecated" if new.value.get("deprecated") else "is no longer deprecated"
            self.changes.add("changed", False, where, what)

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
        if before.value.get("required") and not after.value.get("required"):
            self.changes.add("changed", False, where, "is no longer required")
        self._content(before, after, "request", where)

    def _responses(self, old: SpecOperation, new: SpecOperation) -> None:
        before, after = old.responses, new.responses
        for status in before.keys() - after.keys():
            self.changes.add("removed", status.startswith("2"), f"{old.label} reply {status}", "is gone")
        known = {result for status, part in before.items() if status.startswith("2") for result in _results(part)}
        selected = {str(mode.get("status")) for mode in new.value.get("x-modes") or []}
        for status in after.keys() - before.keys():
            returned = status.startswith("2") and status not in selected and bool(known)
            breaking = returned and not set(_results(after[status])) <= known
            self.changes.add("added", breaking, f"{old.label} reply {status}", "is new")
        for status in sorted(before.keys() & after.keys()):
            where = f"{old.label} reply {status}"
            self._headers(before[status], after[status], where)
            if status == "202":
                self._job(old, before[status], after[status])
            self._content(before[status], after[status], "reply", where)

    def _headers(self, old: SpecPart, new: SpecPart, where: str) -> None:
        before, after = (
            {
                name.lower(): (name, spec.resolve(value) or {})
                for name, value in (part.value.get("headers") or {}).items()
            }
            for part, spec in ((old, self.old), (new, self.new))
        )
        for name in sorted(before.keys() - after.keys()):
            self.changes.add("removed", True, where, f"no longer has the header {before[name][0]}")
        for name in sorted(after.keys() - before.keys()):
            self.changes.add("added", False, where, f"has the header {after[name][0]}")
        for name in sorted(before.keys() & after.keys()):
            schemas = [side[name][1].get("schema") for side in (before, after)]
            self.schemas.compare(schemas[0], schemas[1], "reply", f"{where} header {before[name][0]}")

    def _job(self, operation: SpecOperation, old: SpecPart, new: SpecPart) -> None:
        """A 202 with a link to an operation that can be polled is a job in the client."""
        before, after = (
            any(
                str((spec.resolve(link) or {}).get("operationId")) in _polled(spec)
                for link in (part.value.get("links") or {}).values()
            )
            for part, spec in ((old, self.old), (new, self.new))
        )
        if before != after:
            what = "the reply 202 is a job" if after else "the reply 202 is no longer a job"
            self.changes.add("changed", True, operation.label, what)

    def _content(self, old: SpecPart, new: SpecPart, direction: Any, where: str) -> None:
        before, after = _media(old), _media(new)
        classes = {_class(media_type) for media_type in before}
        for media_type in before.keys() - after.keys():
            self.changes.add("removed", True, where, f"is no longer {media_type}")
        for media_type in after.keys() - before.keys():
            another = bool(classes) and _class(media_type) not in {*classes, STREAM}
            self.changes.add("added", another and direction == "reply", where, f"is {media_type} too")
        for media_type in sorted(before.keys() & after.keys()):
            sides = before[media_type], after[media_type]
            self.schemas.compare(sides[0].get("schema"), sides[1].get("schema"), direction, where)
            self._stream(sides[0].get("x-event-stream"), sides[1].get("x-event-stream"), where)
            if sides[0].get("encoding") != sides[1].get("encoding"):
                self.changes.add("changed", True, where, f"encoding is {sides[1].get('encoding', 'not said')}")

    def _stream(self, old: Any, new: Any, where: str) -> None:
        """How the events of a stream are read as one reply."""
        if old != new:
            replies = [(side or {}).get("reply") for side in (old, new)]
            what = (
                f"x-event-stream adds up to {replies[1] or 'nothing'}" if replies[0] != replies[1] else "x-event-stream"
            )
            breaking = replies[0] is not None and replies[0] != replies[1]
            self.changes.add("changed", breaking, where, what if breaking else f"{what} is read in another way")

    def _hidden(self, old: SpecOperation, new: SpecOperation) -> None:
        """A field that selects a mode is no argument of any method."""
        before, after = (
            {str(mode.get("property")) for mode in operation.value.get("x-modes") or []} for operation in (old, new)
        )
        fields = view(self.old, old.body.json_schema if old.body else None).value.get("properties") or {}
        for name in sorted((after - before) & fields.keys()):
            self.changes.add("removed", True, old.label, f"{name} is no longer an argument, but selects a mode")
        for name in sorted((before - after) & fields.keys()):
            self.changes.add("added", False, old.label, f"{name} is an argument, and selects no mode")

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
        for method in sorted(methods[0].keys() & methods[1].keys()):
            before, after = methods[0][method], methods[1][method]
            if before != after:
                breaking = any(before.get(word) != after.get(word) for word in ("status", "contentType"))
                self.changes.add("changed", breaking, f"{old.label}.{method}", f"is selected by {after}")
        self._hidden(old, new)
        for name in ("x-pagination", "x-polling", "x-tool-calls", "x-response-format", "x-idempotent"):
            before, after = old.value.get(name), new.value.get(name)
            if before == after:
                continue
            gone = after is None and name != "x-idempotent"
            # A list becomes a page, and a page has other items.
            pages = name == "x-pagination" and (before is None or (after or {}).get("items") != before.get("items"))
            what = f"no longer has {name}" if gone else f"{name} is {after if after is not None else 'not said'}"
            self.changes.add("changed", gone or pages, old.label, what)


def _key(parameter: SpecParameter) -> tuple[str, str]:
    """Where a parameter is, and its name; case makes no difference in headers."""
    name = parameter.name
    return parameter.location, name.lower() if parameter.location == "header" else name


def _media(part: SpecPart) -> dict[str, Any]:
    """The media types of a body or a reply, without parameters, which nobody can tell apart."""
    return {
        kind.partition(";")[0].strip().lower(): media for kind, media in part.content.items() if isinstance(media, dict)
    }


def _class(media_type: str) -> str:
    """What a client makes of a media type: JSON is a model, a stream is one, and anything else is a file."""
    return "json" if JSON.fullmatch(media_type) else STREAM if media_type == STREAM else "file"


def _results(part: SpecPart) -> list[str]:
    """What a client returns for a reply."""
    found = [
        f"json {media.get('schema')}" if _class(kind) == "json" else _class(kind)
        for kind, media in _media(part).items()
    ]
    return found or ["nothing"]


def _server(operation: SpecOperation) -> str | None:
    """The URL of the operation's own server."""
    holder = operation.value if "servers" in operation.value else operation.path_item
    url = (holder.get("servers") or [{}])[0].get("url")
    return str(url) if url is not None else None


def _polled(spec: Spec) -> set[str]:
    return {operation.id for operation in spec.operations if "x-polling" in operation.value}

"""Draft what is new in the vendor's document: write what only adds to the spec, and list the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from openapi import Spec, SpecFault, SpecOperation, YamlEdits
from specdraft.additions import Additions
from specdraft.leftovers import Leftover, leftover
from specdraft.links import LinkDraft
from specdraft.operation_draft import DraftedOperation, NotDraftedError, OperationDraft
from specdraft.schema_draft import TODO
from vendordiff import Disagreement, compare, facts_of

_ORDER = {"get": 0, "post": 1, "put": 2, "patch": 3, "delete": 4}


@dataclass
class VendorDraft:
    """A drafted spec, and what must still be done."""

    text: str
    added: list[str] = field(default_factory=list)
    """What was written, in a few words each."""
    leftovers: list[Leftover] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def draft(ours: Spec, new: Spec, old: Spec, scope: list[str]) -> VendorDraft:
    """Add to the spec what the vendor's new document has and the old one has not."""
    known = facts_of(ours, scope)
    newest = facts_of(new, scope)
    moved = compare(facts_of(old, scope), newest)
    still = {_key(one) for one in compare(known, newest)}
    open_ones = [one for one in moved if _is_open(one, still, known)]
    edits, operations = YamlEdits(ours), OperationDraft(ours, new)
    result = VendorDraft(ours.text)
    additions = Additions(ours, new, known, newest, edits, operations)
    drafted: list[DraftedOperation] = []
    sources = {operation.pointer: operation for operation in new.operations}
    for one in sorted(open_ones, key=lambda one: _rank(sources.get(one.second))):
        if (one.kind, one.change) == ("operation", "new"):
            try:
                drafted.append(operations.draft(sources[one.second]))
            except NotDraftedError as error:
                result.leftovers.append(leftover(ours, new, known, one, str(error)))
            continue
        try:
            written = additions.add(one)
        except SpecFault as error:
            written = None
            result.notes.append(f"{one.where}: {error.message}")
        if written:
            result.added.append(written)
        elif written is None:
            result.leftovers.append(leftover(ours, new, known, one))
    links = LinkDraft(ours, operations, drafted)
    for one_drafted in drafted:
        if not links.link(one_drafted):
            operations.notes.append(f"{one_drafted.id}: no reply has the ids of its path; add a link to it by hand")
        if one_drafted.id in links.jobs and one_drafted.polling:
            responses = one_drafted.value.pop("responses")
            one_drafted.value |= {"x-polling": one_drafted.polling, "responses": responses}
            operations.notes.append(f"{one_drafted.id}: check the intervals of x-polling, which are a guess")
    additions.flush()
    _write(ours, edits, operations, drafted, links)
    result.added = [f"{one.method.upper()} {one.path} as {one.id}" for one in drafted] + result.added
    result.notes += operations.notes
    result.text = edits.text()
    return result


def _key(one: Disagreement) -> tuple[str, str, str]:
    """What a difference is about; a field is the same, whether the object around it is described or not."""
    kind = "field" if one.kind == "detail" else one.kind
    what = {"value": one.what, "bound": one.what.partition(" ")[0]}
    return kind, one.where, what.get(kind, "")


def _is_open(one: Disagreement, still: set[tuple[str, str, str]], known: dict[str, Any]) -> bool:
    """Whether the spec has not followed a change yet."""
    if (one.kind, one.change) == ("operation", "new"):
        return one.where not in known
    return _key(one) in still


def _rank(operation: SpecOperation | None) -> tuple[str, int]:
    """One thing before the list of them, so that its schema gets the plain name."""
    if operation is None:
        return "", 0
    one = operation.path.endswith("}")
    return operation.path.partition("{")[0], (0 if one else 10) + _ORDER.get(operation.method, 9)


def _write(
    ours: Spec, edits: YamlEdits, operations: OperationDraft, drafted: list[DraftedOperation], links: LinkDraft
) -> None:
    for tag in operations.tags:
        names = operations.namespaces.get(tag)
        extra = {"x-namespace-parameters": names} if names else {}
        edits.item(("tags",), {"name": tag, **extra, "description": TODO})
    _write_paths(ours, edits, operations, drafted)
    for pointer, added in links.added.items():
        if isinstance((ours.at(pointer) or {}).get("links"), dict):
            for name, link in added.items():
                edits.entry((*pointer, "links"), name, link)
        else:
            edits.entry(pointer, "links", added)
    _write_components(ours, edits, "parameters", operations.parameters)
    text, made = edits.text(), operations.schemas.made
    used = f"{text}{list(made.values())}"
    _write_components(ours, edits, "schemas", {name: one for name, one in made.items() if f"schemas/{name}'" in used})


def _write_components(ours: Spec, edits: YamlEdits, kind: str, made: dict[str, Any]) -> None:
    if made and not ours.components(kind):
        edits.entry(("components",), kind, made)
        return
    for name, value in made.items():
        edits.entry(("components", kind), name, value)


def _write_paths(ours: Spec, edits: YamlEdits, operations: OperationDraft, drafted: list[DraftedOperation]) -> None:
    """Each path after the last one with the same tag, or with an earlier tag."""
    order = [*(str(tag.get("name")) for tag in ours.tags), *operations.tags]
    last = {operation.tag: operation.path for operation in ours.operations}
    bare = {operation.path: operation.path for operation in ours.operations}
    items: dict[str, list[DraftedOperation]] = {}
    for one in drafted:
        items.setdefault(one.path, []).append(one)
    for path in sorted(items, key=lambda path: (order.index(items[path][0].tag), path)):
        found = sorted(items[path], key=lambda one: _ORDER.get(one.method, 9))
        if path in bare:
            for one in found:
                edits.entry(("paths", path), one.method, one.value)
            continue
        first = found[0]
        item: dict[str, Any] = {"servers": first.servers} if first.servers else {}
        if first.path_parameters:
            item["parameters"] = first.path_parameters
        item |= {one.method: one.value for one in found}
        before = order[: order.index(first.tag) + 1]
        after = next((last[tag] for tag in reversed(before) if tag in last), None)
        edits.entry(("paths",), path, item, after=after)

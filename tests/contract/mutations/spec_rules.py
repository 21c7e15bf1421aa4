"""Rules that make mutations of the spec, so that it says something else than the client and the mock server do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON
from quant_ai_contract.references import escape

from .mutation import Mutation, SpecSource
from .places import bounds, holder, loosened, shown_properties, tightened

SCHEMAS = "/components/schemas"


def mutations(contract: Contract) -> Iterator[Mutation]:
    """Every mutation of the spec."""
    for operation in contract.operations.values():
        yield from _operation(operation)
        yield from _replies(operation)
        yield from _links(contract, operation)
        yield from _extensions(operation)
    for pointer, what in bounds(contract):
        word = pointer.rsplit("/", 1)[1]
        yield _mutation("loosens-a-bound", pointer, f"drops {what}", partial(loosened, pointer))
        if word.startswith(("min", "max")) or (
            word == "enum" and len(holder(contract.spec.source, pointer)[0][word]) > 1
        ):
            yield _mutation("tightens-a-bound", pointer, f"tightens {what}", partial(tightened, pointer))
    yield from _properties(contract)


def _mutation(rule: str, site: str, what: str, change: Any) -> Mutation:
    return Mutation("spec", rule, site.strip("/").replace("/", "."), what, change_spec=change)


def _place(operation: ContractOperation) -> str:
    return f"/paths/{escape(operation.path)}/{operation.method.lower()}"


def _operation(operation: ContractOperation) -> Iterator[Mutation]:
    place = _place(operation)

    def lost(source: SpecSource) -> None:
        found, key = holder(source, place)
        del found[key]
        _forget_links(source, operation.id)

    def moved(source: SpecSource) -> None:
        found, key = holder(source, place)
        found["patch"] = found.pop(key)

    def renamed(source: SpecSource) -> None:
        paths = source["paths"]
        source["paths"] = {f"{path}-v2" if path == operation.path else path: item for path, item in paths.items()}

    def open_to_all(source: SpecSource) -> None:
        holder(source, f"{place}/security")[0]["security"] = []

    def called_otherwise(source: SpecSource) -> None:
        holder(source, f"{place}/operationId")[0]["operationId"] = f"{operation.id}_again"
        _forget_links(source, operation.id)

    yield _mutation("loses-an-operation", operation.id, f"has no {operation.id}", lost)
    yield _mutation("moves-an-operation", operation.id, f"makes {operation.id} a PATCH", moved)
    yield _mutation("renames-a-path", operation.id, f"moves {operation.id} to another path", renamed)
    yield _mutation("opens-an-operation", operation.id, f"needs no token for {operation.id}", open_to_all)
    yield _mutation("renames-an-operation", operation.id, f"renames {operation.id}", called_otherwise)
    for parameter in operation.query.values():

        def dropped(source: SpecSource, name: str = parameter.name) -> None:
            found = holder(source, f"{place}/parameters")[0]
            found["parameters"] = [item for item in found["parameters"] if _resolved(source, item)["name"] != name]

        def required(source: SpecSource, name: str = parameter.name) -> None:
            found = holder(source, f"{place}/parameters")[0]
            found["parameters"] = [
                {**_resolved(source, item), "required": True} if _resolved(source, item)["name"] == name else item
                for item in found["parameters"]
            ]

        def respelt(source: SpecSource, name: str = parameter.name) -> None:
            found = holder(source, f"{place}/parameters")[0]
            found["parameters"] = [
                {**_resolved(source, item), "name": f"{name}s"} if _resolved(source, item)["name"] == name else item
                for item in found["parameters"]
            ]

        site = f"{operation.id}-{parameter.name}"
        yield _mutation("loses-a-parameter", site, f"has no {parameter.name} in {operation.id}", dropped)
        yield _mutation("requires-a-parameter", site, f"requires {parameter.name} in {operation.id}", required)
        yield _mutation("renames-a-parameter", site, f"misspells {parameter.name} in {operation.id}", respelt)


def _replies(operation: ContractOperation) -> Iterator[Mutation]:
    place = _place(operation)
    for status, reply in operation.replies.items():

        def lost(source: SpecSource, status: str = status) -> None:
            del holder(source, f"{place}/responses/{status}")[0][status]

        def other(source: SpecSource, status: str = status) -> None:
            found = holder(source, f"{place}/responses/{status}")[0]
            found[str(int(status) + 5)] = found.pop(status)

        yield _mutation("loses-a-status", f"{operation.id}-{status}", f"has no {status} in {operation.id}", lost)
        if status.startswith("2"):
            yield _mutation(
                "moves-a-status",
                f"{operation.id}-{status}",
                f"renumbers {status} of {operation.id}",
                other,
            )
        for kind in reply.media if status.startswith("2") else ():

            def typed(source: SpecSource, status: str = status, kind: str = kind) -> None:
                content = holder(source, f"{place}/responses/{status}/content/x")[0]
                content["application/xml"] = content.pop(kind)

            yield _mutation(
                "changes-a-content-type",
                f"{operation.id}-{status}-{kind}",
                f"promises XML from {operation.id}",
                typed,
            )
            if kind == JSON and reply.media[kind].examples:

                def misshown(source: SpecSource, status: str = status) -> None:
                    content = holder(source, f"{place}/responses/{status}/content/x")[0][JSON]
                    name = next(iter(content["examples"]))
                    content["examples"][name]["value"] = "not what the schema says"

                yield _mutation(
                    "breaks-an-example",
                    f"{operation.id}-{status}",
                    f"has a wrong example of {operation.id}",
                    misshown,
                )


def _links(contract: Contract, operation: ContractOperation) -> Iterator[Mutation]:
    for status, reply in operation.replies.items():
        for link in reply.links:
            place = f"{_place(operation)}/responses/{status}/links/{escape(link.name)}"

            def elsewhere(source: SpecSource, place: str = place) -> None:
                found, key = holder(source, place)
                found[key]["operationId"] = "usage_get"

            def astray(source: SpecSource, place: str = place) -> None:
                found, key = holder(source, place)
                target = found[key].get("parameters") or found[key]["requestBody"]
                name = next(iter(target))
                target[name] = "$response.body#/no/such/thing"

            site = f"{operation.id}-{status}-{link.name}"
            yield _mutation("misdirects-a-link", site, f"links {operation.id} to another operation", elsewhere)
            yield _mutation("breaks-a-link", site, f"takes the id for {link.name} from nowhere", astray)


def _extensions(operation: ContractOperation) -> Iterator[Mutation]:
    place = _place(operation)
    for name, value in operation.extensions.items():

        def changed(source: SpecSource, name: str = name, value: Any = value) -> None:
            found = holder(source, f"{place}/{name}")[0]
            if isinstance(value, bool):
                found[name] = not value
            elif name == "x-modes":
                found[name] = [mode for mode in value if "method" not in mode]
            else:
                key = next(key for key in ("succeeded", "next", "offset") if key in value)
                found[name] = {**value, key: ["done"] if key == "succeeded" else "elsewhere"}

        if name != "x-modes" or any("method" in mode for mode in value):
            yield _mutation("changes-an-extension", f"{operation.id}-{name}", f"changes {name}", changed)
    for status, reply in operation.replies.items():
        if EVENT_STREAM in reply.media:

            def endless(source: SpecSource, status: str = status) -> None:
                content = holder(source, f"{place}/responses/{status}/content/x")[0]
                content[EVENT_STREAM]["x-event-stream"]["terminal"] = ["end"]

            yield _mutation(
                "changes-how-a-stream-ends", operation.id, f"names another end of the stream of {operation.id}", endless
            )


def _properties(contract: Contract) -> Iterator[Mutation]:
    """Change properties of the named schemas of requests and replies."""
    requests, replies = _named(contract)
    for name in sorted(requests | replies):
        place = f"{SCHEMAS}/{name}"
        schema = contract.spec.source["components"]["schemas"][name]
        for key in schema.get("properties", {}):

            def lost(source: SpecSource, place: str = place, key: str = key) -> None:
                found = holder(source, f"{place}/properties/{escape(key)}")[0]
                del found[key]
                _unrequire(source, place, key)

            def respelt(source: SpecSource, place: str = place, key: str = key) -> None:
                found = holder(source, f"{place}/properties/{escape(key)}")[0]
                found[f"{key}Value"] = found.pop(key)

            def typed(source: SpecSource, place: str = place, key: str = key) -> None:
                found = holder(source, f"{place}/properties/{escape(key)}")[0]
                found[key] = {"type": "array", "items": {"type": "null"}, "minItems": 7}

            site = f"{name}-{key}"
            yield _mutation("loses-a-property", site, f"has no {key} in {name}", lost)
            yield _mutation("renames-a-property", site, f"misspells {key} in {name}", respelt)
            yield _mutation("changes-a-type", site, f"says that {key} in {name} is an array", typed)
        if name in replies:

            def required(source: SpecSource, place: str = place) -> None:
                found, key = holder(source, place)
                found[key]["required"] = [*found[key].get("required", []), "neverSent"]

            yield _mutation("requires-a-property", name, f"requires a property that {name} never has", required)


def _named(contract: Contract) -> tuple[set[str], set[str]]:
    """The names of the schemas of request bodies, and of JSON replies."""
    requests, replies = set(), set()
    for operation in contract.operations.values():
        if operation.body is not None and operation.body.schema is not None:
            requests.add(str(operation.body.schema.keys[-1]))
        for status in operation.successes:
            media = operation.replies[status].media.get(JSON)
            if media is not None and media.schema is not None and any(shown_properties(media)):
                replies.add(str(media.schema.keys[-1]))
    return requests, {name for name in replies if "properties" in contract.spec.source["components"]["schemas"][name]}


def _unrequire(source: SpecSource, place: str, key: str) -> None:
    found, name = holder(source, place)
    kept = [required for required in found[name].get("required", []) if required != key]
    found[name].pop("required", None)
    if kept:
        found[name]["required"] = kept


def _resolved(source: SpecSource, item: Any) -> Any:
    while "$ref" in item:
        found, key = holder(source, item["$ref"][1:])
        item = found[key]
    return item


def _forget_links(source: SpecSource, target: str) -> None:
    for item in source["paths"].values():
        for operation in item.values():
            for reply in operation.get("responses", {}).values() if isinstance(operation, dict) else ():
                links = reply.get("links", {})
                for name in [name for name, link in links.items() if link.get("operationId") == target]:
                    del links[name]

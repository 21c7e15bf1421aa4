"""What the document, the client and the mock server say of themselves is the same.

Calls prove what happens to be called. Here the three are laid beside each other in full: every operation, argument,
status, extension, property and route that one has and another lacks.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import quant_ai_client.api
from quant_ai_client import models, resources
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON
from quant_ai_contract.references import ResolvedNode

from .support.caller import canonical_name, namespace_parameters, plain_method
from .support.spec import contract
from .support.target import Target

OPERATIONS = [pytest.param(operation, id=operation.id) for operation in contract().operations.values()]


def plain(name: str) -> str:
    return name.replace("_", "").lower()


def module(operation: ContractOperation) -> Any:
    return importlib.import_module(f"quant_ai_client.api.{operation.tag}.{operation.id}")


def constants(operation: ContractOperation) -> list[Any]:
    """The client's own descriptions of an operation: one for each of its methods."""
    kind = importlib.import_module("quant_ai_client.operation").Operation
    return [value for value in vars(module(operation)).values() if isinstance(value, kind)]


def test_the_client_has_every_operation_and_no_other() -> None:
    found = {
        f"{tag.name}.{name.name}"
        for tag in pkgutil.iter_modules(quant_ai_client.api.__path__)
        for name in pkgutil.iter_modules(importlib.import_module(f"quant_ai_client.api.{tag.name}").__path__)
    }
    assert found == {f"{operation.tag}.{operation.id}" for operation in contract().operations.values()}


def test_the_mock_server_has_every_route_and_no_other(target: Target) -> None:
    routes = httpx.get(f"{target.url}/_mock/routes").json()
    listed = routes["routes"] if isinstance(routes, dict) else routes
    found = {(route["method"], route["path"]) for route in listed}
    expected = {(operation.method, operation.path) for operation in contract().operations.values()}
    assert {(method, path[path.index("/ai/") + 3 :] if "/ai/" in path else path) for method, path in found} == expected


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_client_knows_method_path_and_statuses(operation: ContractOperation) -> None:
    for constant in constants(operation):
        assert constant.id == operation.id
        assert constant.method == operation.method
        assert constant.base == operation.base
        assert constant.path == operation.path
        documented = {int(status) for status in operation.replies}
        assert set(constant.replies) <= {int(status) for status in operation.successes}
        assert set(constant.errors) == documented - {int(status) for status in operation.successes}
    known = set().union(*(set(constant.replies) for constant in constants(operation)))
    modes = operation.extensions.get("x-modes", [])
    silent = {int(mode["status"]) for mode in modes if "method" not in mode and "status" in mode}
    streamed = {int(status) for status in operation.successes if set(operation.replies[status].media) == {EVENT_STREAM}}
    assert known | silent | streamed == {int(status) for status in operation.successes}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_client_knows_which_content_types_are_accepted(operation: ContractOperation) -> None:
    kinds = {kind for status in operation.successes for kind in operation.replies[status].media}
    for constant in constants(operation):
        accepted = {entry.partition(";")[0].strip() for entry in constant.accept.split(",")}
        assert accepted & kinds or not kinds
        assert (constant.events is not None) == (EVENT_STREAM in accepted)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_client_repeats_only_what_the_document_lets_it_repeat(operation: ContractOperation) -> None:
    by_method = operation.method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS")
    said = operation.extensions.get("x-idempotent", by_method)
    assert {constant.idempotent for constant in constants(operation)} == {said}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_client_pages_as_the_document_says(operation: ContractOperation) -> None:
    said = operation.extensions.get("x-pagination")
    for constant in constants(operation):
        if said is None:
            assert constant.pagination is None
            continue
        found = constant.pagination
        assert found.style == said["style"]
        assert found.location == said["in"]
        assert found.position == said.get("cursor", said.get("offset"))
        assert (found.limit, found.items) == (said.get("limit"), said.get("items"))
        assert (found.next, found.more) == (said.get("next"), said.get("more"))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_client_polls_as_the_document_says(operation: ContractOperation) -> None:
    said = operation.extensions.get("x-polling")
    for constant in constants(operation):
        if said is None:
            assert constant.polling is None
            continue
        found = constant.polling
        assert plain(found.state) == plain(said["state"])
        assert list(found.succeeded) == said["succeeded"]
        assert list(found.failed) == said["failed"]
        assert list(found.waiting) == said.get("waiting", [])
        assert plain(found.result or "") == plain(said.get("result", ""))
        assert plain(found.error or "") == plain(said.get("error", ""))
        assert found.first_interval == said["firstInterval"]
        assert found.max_interval == said["maxInterval"]
        assert found.deadline == said["deadline"]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_client_knows_the_events_of_a_stream(operation: ContractOperation) -> None:
    streams = [reply.media[EVENT_STREAM] for reply in operation.replies.values() if EVENT_STREAM in reply.media]
    for media in streams:
        found = next(constant.events for constant in constants(operation) if constant.events is not None)
        said = media.extensions["x-event-stream"]
        assert list(found.text) == said["text"]
        assert found.reply == said["reply"]
        assert media.schema is not None
        frames = list(media.schema["anyOf"].elements())
        named = [frame for frame in frames if "event" in frame["properties"]]
        known = [
            (frame["properties"]["event"].plain("const"), tuple(frame.plain("x-event-keys", [])))
            for frame in named
            if frame["properties"]["event"].plain("const")
        ]
        assert [(kind.name, tuple(kind.keys)) for kind in found.types] == known
        assert {kind.name for kind in found.types if kind.terminal} == set(said["terminal"])
        marks = [frame["properties"]["data"].plain("const") for frame in frames if frame not in named]
        assert found.done_mark == next((mark for mark in marks if mark), None)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_the_facade_takes_every_argument_and_no_other(operation: ContractOperation, prefix: str) -> None:
    facade = getattr(resources, f"{prefix}Resources")
    assert hasattr(facade, operation.tag)
    holder = importlib.import_module(f"quant_ai_client.resources.{'async_' if prefix else ''}{operation.tag}")
    kind = getattr(holder, prefix + "".join(word.capitalize() for word in operation.tag.split("_")))
    modes = operation.extensions.get("x-modes", [])
    named = [plain_method(operation), *(mode["method"] for mode in modes if "method" in mode)]
    hidden = {mode["property"] for mode in modes}
    for name in named:
        parameters = inspect.signature(getattr(kind, name)).parameters
        found = {plain(key): value for key, value in parameters.items() if key != "self"}
        bound = {plain(key) for key in namespace_parameters(contract(), operation)}
        expected = {key: required for key, required in arguments(operation, hidden) if key not in bound}
        assert set(found) == set(expected)
        for key, required in expected.items():
            assert (found[key].default is inspect.Parameter.empty) == required, key
        order = [plain(key) for key in operation.path_parameters if plain(key) not in bound]
        assert list(found)[: len(order)] == order
        for key, value in found.items():
            positional = value.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
            assert positional == (key in order), f"{key} is {value.kind.description}"


@pytest.mark.parametrize("prefix", ["", "Async"])
@pytest.mark.parametrize("tag", dict.fromkeys(operation.tag for operation in contract().operations.values()))
def test_a_namespace_takes_the_arguments_that_the_document_gives_it(tag: str, prefix: str) -> None:
    found = inspect.getattr_static(getattr(resources, f"{prefix}Resources"), tag)
    operation = next(operation for operation in contract().operations.values() if operation.tag == tag)
    bound = [plain(key) for key in namespace_parameters(contract(), operation)]
    assert inspect.isfunction(found) == bool(bound)
    if bound:
        assert [plain(key) for key in inspect.signature(found).parameters] == ["self", *bound]


def arguments(operation: ContractOperation, hidden: set[str]) -> Iterator[tuple[str, bool]]:
    """Names without underscores of what a call can be given, and whether it must be."""
    for parameter in operation.parameters:
        yield plain(parameter.name), parameter.required
    if operation.body is None or operation.body.schema is None:
        return
    schema = operation.body.schema
    required = {canonical_name(schema, name) for name in schema.plain("required", [])}
    members = [set(member.plain("required", [])) for member in alternatives(schema)]
    names = {canonical_name(schema, name) for member in members for name in member}
    if members and len(names) == 1:
        required |= names  # one thing under several spellings, of which one has to be there
    for name in schema["properties"].value:
        if name not in hidden and canonical_name(schema, name) == name:
            yield plain(name), name in required


def alternatives(schema: ResolvedNode) -> list[ResolvedNode]:
    return [member for word in ("anyOf", "oneOf") if word in schema for member in schema[word].elements()]


def objects() -> list[Any]:
    """The named schemas of objects."""
    schemas = contract().spec.root["components"]["schemas"]
    return [
        pytest.param(name, node, id=name)
        for name, node in schemas.items()
        if node.plain("type") == "object" and "properties" in node and not name.endswith("Frame")
    ]


@pytest.mark.parametrize(("name", "schema"), objects())
def test_a_model_has_every_property_and_no_other(name: str, schema: ResolvedNode) -> None:
    model = getattr(models, name)
    properties = {key for key in schema["properties"].value if not schema["properties"][key].plain("x-alias-of")}
    found = [plain(field.name) for field in model.__attrs_attrs__ if field.init]
    assert sorted(found) == sorted({*map(plain, properties), "additionalproperties"})


@pytest.mark.parametrize(("name", "schema"), objects())
def test_a_model_gives_back_under_the_name_of_the_wire_what_it_took(name: str, schema: ResolvedNode) -> None:
    model = getattr(models, name)
    for key in schema["properties"].value:
        for value in ("text", 7, 0.5, True, None, [], {}):
            try:
                read = model.from_dict({key: value})
            except ValueError:
                continue
            assert read.to_dict() == {key: value}
            assert not read.additional_properties, f"{key} is not a property of the model"


def test_the_client_talks_to_the_server_of_the_document() -> None:
    server = importlib.import_module("quant_ai_client.server")
    assert contract().server == server.SERVER_URL


def test_every_operation_is_secured_by_the_same_scheme() -> None:
    assert all(operation.secured for operation in contract().operations.values())
    schemes = contract().spec.source["components"]["securitySchemes"]
    assert contract().spec.source["security"] == [{name: []} for name in schemes]
    assert [(scheme["type"], scheme["scheme"]) for scheme in schemes.values()] == [("http", "bearer")]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_reply_has_content_that_can_be_checked(operation: ContractOperation) -> None:
    for status, reply in operation.replies.items():
        assert bool(reply.media) == (status != "204")
        for kind, media in reply.media.items():
            assert kind in (JSON, EVENT_STREAM)
            assert media.schema is not None
            assert media.examples, f"{operation.id} {status} shows no example"
            assert "x-request-id" in reply.headers

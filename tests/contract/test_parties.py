"""The spec, the client and the mock server have the same operations, arguments, statuses, extensions and properties.

Calls only prove what happens to be called. These tests compare the three parties in full.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

import quant_ai_client.api
from quant_ai_client import models, resources
from quant_ai_client.operation import Operation
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON, DocumentedContent
from quant_ai_contract.references import ResolvedNode

from .support.cases import each_operation
from .support.client_names import canonical_name, namespace_parameters, plain_method_name, resource_name, squeezed
from .support.loaded_spec import contract
from .support.target import Target
from .support.tested_client import function_module


def constants(operation: ContractOperation) -> list[Any]:
    """The generated descriptions of an operation: one for each of its methods."""
    found = [value for value in vars(function_module(operation)).values() if isinstance(value, Operation)]
    assert found, f"{operation.id} has no description"
    return found


def test_the_client_has_every_operation_and_no_other() -> None:
    found = {
        f"{tag.name}.{name.name}"
        for tag in pkgutil.iter_modules(quant_ai_client.api.__path__)
        for name in pkgutil.iter_modules(importlib.import_module(f"quant_ai_client.api.{tag.name}").__path__)
    }
    expected = {f"{resource_name(operation.tag)}.{operation.id}" for operation in contract().operations.values()}
    assert found == expected


def test_the_mock_server_has_every_route_and_no_other(target: Target) -> None:
    routes = httpx.get(f"{target.url}/_mock/routes").json()["routes"]
    found = {(route["operation"], route["method"], route["path"]) for route in routes}
    assert found == {(found.id, found.method, found.path) for found in contract().operations.values()}


@each_operation()
def test_the_client_has_the_method_path_and_statuses(operation: ContractOperation) -> None:
    for constant in constants(operation):
        assert constant.id == operation.id
        assert constant.method == operation.method
        assert constant.base == operation.base
        assert constant.path == operation.path
        documented = {int(status) for status in operation.replies}
        assert set(constant.replies) <= {int(status) for status in operation.successes}
        assert set(constant.errors) == documented - {int(status) for status in operation.successes}
    described = set().union(*(set(constant.replies) for constant in constants(operation)))
    modes = operation.extensions.get("x-modes", [])
    elsewhere = {int(mode["status"]) for mode in modes if "method" not in mode and "status" in mode}
    streamed = {int(status) for status in operation.successes if set(operation.replies[status].media) == {EVENT_STREAM}}
    assert described | elsewhere | streamed == {int(status) for status in operation.successes}


@each_operation()
def test_the_client_accepts_the_content_types_of_the_spec(operation: ContractOperation) -> None:
    kinds = {kind for status in operation.successes for kind in operation.replies[status].media}
    for constant in constants(operation):
        accepted = {entry.partition(";")[0].strip() for entry in constant.accept.split(",")}
        assert accepted & kinds or kinds <= {EVENT_STREAM}
        assert (constant.events is not None) == (EVENT_STREAM in accepted)


@each_operation()
def test_the_client_retries_only_what_the_spec_lets_it_retry(operation: ContractOperation) -> None:
    by_method = operation.method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS")
    documented = operation.extensions.get("x-idempotent", by_method)
    assert {constant.idempotent for constant in constants(operation)} == {documented}


@each_operation()
def test_the_client_paginates_as_the_spec_says(operation: ContractOperation) -> None:
    documented = operation.extensions.get("x-pagination")
    for constant in constants(operation):
        if documented is None:
            assert constant.pagination is None
            continue
        found = constant.pagination
        assert found.style == documented["style"]
        assert found.location == documented["in"]
        assert found.position == documented.get("cursor", documented.get("offset"))
        assert (found.limit, found.items) == (documented.get("limit"), documented.get("items"))
        assert (found.next, found.more) == (documented.get("next"), documented.get("more"))


@each_operation()
def test_the_client_polls_as_the_spec_says(operation: ContractOperation) -> None:
    documented = operation.extensions.get("x-polling")
    for constant in constants(operation):
        if documented is None:
            assert constant.polling is None
            continue
        found = constant.polling
        assert squeezed(found.state) == squeezed(documented["state"])
        assert list(found.succeeded) == documented["succeeded"]
        assert list(found.failed) == documented["failed"]
        assert list(found.waiting) == documented.get("waiting", [])
        assert squeezed(found.result or "") == squeezed(documented.get("result", ""))
        assert squeezed(found.error or "") == squeezed(documented.get("error", ""))
        assert found.first_interval == documented["firstInterval"]
        assert found.max_interval == documented["maxInterval"]
        assert found.deadline == documented["deadline"]


def streams_of(operation: ContractOperation) -> list[DocumentedContent]:
    return [reply.media[EVENT_STREAM] for reply in operation.replies.values() if EVENT_STREAM in reply.media]


@each_operation(streams_of)
def test_the_client_has_the_events_of_a_stream(operation: ContractOperation) -> None:
    (media,) = streams_of(operation)
    documented = media.extensions["x-event-stream"]
    assert media.schema is not None
    frames = list(media.schema["anyOf"].elements())
    named = [frame for frame in frames if "event" in frame["properties"]]
    kinds = [
        (frame["properties"]["event"].plain("const"), tuple(frame.plain("x-event-keys", [])))
        for frame in named
        if frame["properties"]["event"].plain("const")
    ]
    marks = [frame["properties"]["data"].plain("const") for frame in frames if frame not in named]
    streaming = [constant.events for constant in constants(operation) if constant.events is not None]
    assert streaming
    for found in streaming:
        assert list(found.text) == documented.get("text", [])
        assert found.reply == documented.get("reply")
        assert [(kind.name, tuple(kind.keys)) for kind in found.types] == kinds
        assert {kind.name for kind in found.types if kind.terminal} == set(documented.get("terminal", []))
        assert found.done_mark == next((mark for mark in marks if mark), None)


@each_operation()
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_the_facade_takes_every_argument_and_no_other(operation: ContractOperation, prefix: str) -> None:
    resource = resource_name(operation.tag)
    assert hasattr(getattr(resources, f"{prefix}Resources"), resource)
    module = importlib.import_module(f"quant_ai_client.resources.{'async_' if prefix else ''}{resource}")
    facade = getattr(module, prefix + "".join(word.capitalize() for word in operation.tag.split("_")))
    modes = operation.extensions.get("x-modes", [])
    names = [plain_method_name(operation), *(mode["method"] for mode in modes if "method" in mode)]
    hidden = {mode["property"] for mode in modes}
    for name in names:
        parameters = inspect.signature(getattr(facade, name)).parameters
        found = {squeezed(key): value for key, value in parameters.items() if key != "self"}
        bound = {squeezed(key) for key in namespace_parameters(contract(), operation)}
        expected = {key: required for key, required in arguments(operation, hidden) if key not in bound}
        assert set(found) == set(expected)
        for key, required in expected.items():
            assert (found[key].default is inspect.Parameter.empty) == required, key
        order = [squeezed(key) for key in operation.path_parameters if squeezed(key) not in bound]
        assert list(found)[: len(order)] == order
        for key, value in found.items():
            positional = value.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
            assert positional == (key in order), f"{key} is {value.kind.description}"


@pytest.mark.parametrize("prefix", ["", "Async"])
@pytest.mark.parametrize("tag", dict.fromkeys(operation.tag for operation in contract().operations.values()))
def test_a_namespace_takes_the_arguments_of_the_spec(tag: str, prefix: str) -> None:
    found = getattr(getattr(resources, f"{prefix}Resources"), resource_name(tag))
    operation = next(operation for operation in contract().operations.values() if operation.tag == tag)
    bound = [squeezed(key) for key in namespace_parameters(contract(), operation)]
    assert inspect.isfunction(found) == bool(bound)
    if bound:
        assert [squeezed(key) for key in inspect.signature(found).parameters] == ["self", *bound]


def arguments(operation: ContractOperation, hidden: set[str]) -> Iterator[tuple[str, bool]]:
    """The arguments of a call, as squeezed names, and whether they are required."""
    for parameter in operation.parameters:
        yield squeezed(parameter.name), parameter.required
    if operation.body is None or operation.body.schema is None:
        return
    schema = operation.body.schema
    required = {canonical_name(schema, name) for name in schema.plain("required", [])}
    members = [set(member.plain("required", [])) for member in alternatives(schema)]
    names = {canonical_name(schema, name) for member in members for name in member}
    if members and len(names) == 1:
        required |= names  # several spellings of one property, of which one is required
    for name in schema["properties"].value:
        if name not in hidden and canonical_name(schema, name) == name:
            yield squeezed(name), name in required


def alternatives(schema: ResolvedNode) -> list[ResolvedNode]:
    return [member for word in ("anyOf", "oneOf") if word in schema for member in schema[word].elements()]


def objects() -> list[Any]:
    """The named schemas of objects, but for the frames of streams."""
    schemas = contract().spec.root["components"]["schemas"]
    return [
        pytest.param(name, node, id=name)
        for name, node in schemas.items()
        if node.plain("type") == "object" and "properties" in node and not name.endswith("Frame")
    ]


def model_of(name: str) -> Any:
    """The model of a schema; one that is called like a resource has a name of its own."""
    return getattr(models, name, None) or getattr(models, f"{name}Model")


@pytest.mark.parametrize(("name", "schema"), objects())
def test_a_model_has_every_property_and_no_other(name: str, schema: ResolvedNode) -> None:
    model = model_of(name)
    properties = {key for key in schema["properties"].value if not schema["properties"][key].plain("x-alias-of")}
    found = [squeezed(field.name) for field in model.__attrs_attrs__ if field.init and field.name[0] != "_"]
    assert sorted(found) == sorted({*map(squeezed, properties), "additionalproperties"})


@pytest.mark.parametrize(("name", "schema"), objects())
def test_a_model_writes_every_property_as_it_was_read(name: str, schema: ResolvedNode) -> None:
    model = model_of(name)
    for key in schema["properties"].value:
        written = 0
        for value in ("text", 7, 0.5, True, None, [], {}):
            with suppress(ValueError):
                read = model.from_dict({key: value})
                assert read.to_dict() in (
                    {key: value},
                    {key: {}} if value == [] else {key: value},
                )  # PHP's empty object
                assert not read.additional_properties, f"{key} is not a property of the model"
                written += 1
        assert written, key


def test_the_client_has_the_server_of_the_spec() -> None:
    server = importlib.import_module("quant_ai_client.server")
    assert contract().server == server.SERVER_URL


def test_every_operation_is_secured_by_the_same_scheme() -> None:
    assert all(operation.secured for operation in contract().operations.values())
    schemes = contract().spec.source["components"]["securitySchemes"]
    assert contract().spec.source["security"] == [{name: []} for name in schemes]
    assert [(scheme["type"], scheme["scheme"]) for scheme in schemes.values()] == [("http", "bearer")]


@each_operation()
def test_every_reply_has_content_that_can_be_checked(operation: ContractOperation) -> None:
    for status, reply in operation.replies.items():
        assert bool(reply.media) == (status != "204")
        for kind, media in reply.media.items():
            assert kind in (JSON, EVENT_STREAM)
            assert media.schema is not None
            assert media.examples, f"{operation.id} {status} shows no example"
            assert "x-request-id" in reply.headers

"""The calls that the examples in the spec make, and what the spec says about an operation beyond its schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from .raw_client import NO_BODY, Call


def example_calls(operation: ContractOperation) -> Iterator[tuple[str, Call]]:
    """A call for each example of the body, in each mode, and for each example of a parameter; each with its name."""
    paths = {name: str(next(iter(found.examples.values()), name)) for name, found in operation.path_parameters.items()}
    bodies: dict[str, Any] = dict(operation.body.examples) if operation.body is not None else {}
    bare = {} if operation.body_required else {"bare": NO_BODY}
    for name, body in (bare | bodies).items():
        yield name, Call(operation, paths, {}, body)
    modes = [mode for mode in operation.extensions.get("x-modes", []) if "value" in mode]
    for mode in modes:
        for name, body in bodies.items():
            if not any(body.get(other["property"]) == other["value"] for other in modes):
                in_mode = {**body, mode["property"]: mode["value"]}
                yield f"{name}+{mode['property']}", Call(operation, paths, {}, in_mode)
    first = next(iter(bodies.values()), NO_BODY) if operation.body_required else NO_BODY
    for parameter in operation.query.values():
        for name, value in parameter.examples.items():
            yield f"{parameter.name}={name}", Call(operation, paths, {parameter.name: value}, first)
    for path_name, found in operation.path_parameters.items():
        for name, value in list(found.examples.items())[1:]:
            yield f"{path_name}={name}", Call(operation, {**paths, path_name: str(value)}, {}, first)


def first_example(operation: ContractOperation) -> Call:
    """A valid call. The resources that it names need not exist."""
    return next(call for _, call in example_calls(operation))


def mode_of(operation: ContractOperation, body: Any) -> Mapping[str, Any] | None:
    """The mode that a body selects, if it selects one."""
    for mode in operation.extensions.get("x-modes", []):
        if isinstance(body, dict) and "value" in mode and body.get(mode["property"]) == mode["value"]:
            return dict(mode)
    return None


def is_streamed(operation: ContractOperation, body: Any) -> bool:
    """Whether the reply to this body is an event stream."""
    mode = mode_of(operation, body)
    if mode is not None:
        return mode.get("contentType") == EVENT_STREAM
    success = operation.replies[operation.successes[0]]
    return JSON not in success.media and EVENT_STREAM in success.media


def is_setting(contract: Contract, operation: ContractOperation) -> bool:
    """Whether an operation updates something that always exists, so that no deletion undoes the update."""
    methods = contract.paths[operation.target].keys()
    return operation.method == "PUT" and "GET" in methods and "DELETE" not in methods


def is_deletion(operation: ContractOperation) -> bool:
    """Whether an operation deletes the resource that its path names, and not parts of it."""
    return operation.method == "DELETE" and operation.body is None and bool(operation.path_parameters)

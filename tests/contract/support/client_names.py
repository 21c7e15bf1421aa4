"""Find the client's method and arguments for a call, by the names in the spec.

Names of methods and arguments follow from operationIds and property names by rule, so no operation is named here.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from keyword import iskeyword
from typing import Any

from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.references import ResolvedNode

from .example_calls import mode_of
from .raw_client import NO_BODY, Call


class NotOfferedError(Exception):
    """The client has no such call, because the spec says so."""


def bound(client: Any, contract: Contract, call: Call) -> tuple[Any, list[Any], dict[str, Any]]:
    """The facade method for a call, with its positional and keyword arguments."""
    method = getattr(namespace(client, contract, call), method_name(call.operation, call.body))
    return method, *arguments(method, contract, call)


def namespace(client: Any, contract: Contract, call: Call) -> Any:
    """The client's resource for a call, with its own arguments if it takes any."""
    resource = getattr(client, resource_name(call.operation.tag))
    names = namespace_parameters(contract, call.operation)
    return resource(**keywords(resource, {name: call.path[name] for name in names})) if names else resource


@cache
def resource_name(tag: str) -> str:
    """The attribute of the client for a tag: the tag, with a `_` at its end if Python or the client has that word."""
    return tag if tag.isidentifier() and find_spec(f"quant_ai_client.api.{tag}") is not None else f"{tag}_"


def namespace_parameters(contract: Contract, operation: ContractOperation) -> list[str]:
    """The path parameters that the resource takes, and its methods do not."""
    tags = contract.spec.source.get("tags", [])
    return [name for tag in tags if tag["name"] == operation.tag for name in tag.get("x-namespace-parameters", [])]


def method_name(operation: ContractOperation, body: Any) -> str:
    """The name of the facade's method.

    Raises:
        NotOfferedError: The spec names no method for the mode that the body selects.
    """
    mode = mode_of(operation, body)
    if mode is None:
        return plain_method_name(operation)
    if "method" not in mode:
        raise NotOfferedError(f"{operation.id} with {mode['property']} is offered by another operation")
    return str(mode["method"])


def plain_method_name(operation: ContractOperation) -> str:
    """The name of the facade's method without a mode. A Python keyword gets a `_` at its end."""
    name = operation.id.removeprefix(f"{operation.tag}_")
    return f"{name}_" if iskeyword(name) else name


def arguments(method: Any, contract: Contract, call: Call) -> tuple[list[Any], dict[str, Any]]:
    """The positional and keyword arguments that a facade method takes for a call."""
    mode = mode_of(call.operation, call.body) or {}
    given: dict[str, Any] = dict(call.query)
    if call.body is not NO_BODY:
        schema = call.operation.body.schema if call.operation.body else None
        for key, value in call.body.items():
            if key != mode.get("property"):
                given[canonical_name(schema, key)] = value
    in_namespace = namespace_parameters(contract, call.operation)
    positional = [value for name, value in call.path.items() if name not in in_namespace]
    return positional, keywords(method, given)


def keywords(function: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """Keyword arguments with the names that a function uses for them."""
    names = {squeezed(name): name for name in inspect.signature(function).parameters}
    unknown = [key for key in given if squeezed(key) not in names]
    assert not unknown, f"{function.__module__}.{function.__qualname__} takes no {', '.join(unknown)}"
    return {names[squeezed(key)]: value for key, value in given.items()}


def canonical_name(schema: ResolvedNode | None, key: str) -> str:
    """The property that a key stands for, if it is an alias of one."""
    properties = schema["properties"] if schema is not None and "properties" in schema else None
    if properties is None or key not in properties:
        return key
    return str(properties[key].plain("x-alias-of", key))


def canonical_body(operation: ContractOperation, body: Any) -> Any:
    """A body with the property names that the client writes."""
    if not isinstance(body, dict) or operation.body is None:
        return body
    return {canonical_name(operation.body.schema, key): value for key, value in body.items()}


def squeezed(name: str) -> str:
    """A name without case, underscores and hyphens: sessionId and session_id both become sessionid."""
    return name.replace("_", "").replace("-", "").lower()

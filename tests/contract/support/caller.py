"""Call the client by what the document says: facade and per-operation functions, sync and async.

The names of methods and arguments follow from operationIds and property names by rule. Nothing here knows an endpoint.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from keyword import iskeyword
from typing import Any

import httpx

from quant_ai import AsyncQuantAI, QuantAI, QuantAIError
from quant_ai_client import AuthenticatedClient
from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from ..mutations.active import active_mutation
from ..mutations.transport import AsyncMutatingTransport, MutatingTransport
from .raw_client import NO_BODY, Call

KINDS = ("facade", "async facade", "function", "async function")
PAIRS = (("facade", "async function"), ("async facade", "function"))  # each code path once, in half the time


class NotOfferedError(Exception):
    """The client offers no such call, by the document's own word."""


@dataclass(frozen=True)
class CallResult:
    """What a call gave: the decoded reply, and its wire form."""

    value: Any
    wire: Any


def mode_of(operation: ContractOperation, body: Any) -> Mapping[str, Any] | None:
    """The mode that a body selects, if it selects one."""
    for mode in operation.extensions.get("x-modes", []):
        if isinstance(body, dict) and "value" in mode and body.get(mode["property"]) == mode["value"]:
            return dict(mode)
    return None


def is_streamed(operation: ContractOperation, body: Any) -> bool:
    """Whether the reply to this body is a stream of events."""
    mode = mode_of(operation, body)
    if mode is not None:
        return mode.get("contentType") == EVENT_STREAM
    success = operation.replies[operation.successes[0]]
    return JSON not in success.media and EVENT_STREAM in success.media


def method_name(operation: ContractOperation, body: Any) -> str:
    """The facade's method, without its resource.

    Raises:
        NotOfferedError: The document names no method for the mode that the body selects.
    """
    mode = mode_of(operation, body)
    if mode is None:
        return plain_method(operation)
    if "method" not in mode:
        raise NotOfferedError(f"{operation.id} with {mode['property']} is offered by another operation")
    return str(mode["method"])


def plain_method(operation: ContractOperation) -> str:
    """The facade's method for an operation in no mode; a word that Python keeps for itself ends in `_`."""
    name = operation.id.removeprefix(f"{operation.tag}_")
    return f"{name}_" if iskeyword(name) else name


def namespace_parameters(contract: Contract, operation: ContractOperation) -> list[str]:
    """The path parameters that the namespace of an operation takes, and its methods do not."""
    tags = contract.spec.source.get("tags", [])
    return [name for tag in tags if tag["name"] == operation.tag for name in tag.get("x-namespace-parameters", [])]


def namespace(client: Any, contract: Contract, call: Call) -> Any:
    """The resource of a client that a call is a method of, with its own arguments where it takes some."""
    found = getattr(client, call.operation.tag)
    names = namespace_parameters(contract, call.operation)
    return found(**_snake(found, {name: call.path[name] for name in names})) if names else found


def arguments(function: Any, contract: Contract, call: Call) -> tuple[list[Any], dict[str, Any]]:
    """Positional and keyword arguments of a facade method for a call in wire form."""
    names = {_plain(name): name for name in inspect.signature(function).parameters}
    mode = mode_of(call.operation, call.body) or {}
    given: dict[str, Any] = dict(call.query)
    if call.body is not NO_BODY:
        schema = call.operation.body.schema if call.operation.body else None
        for key, value in call.body.items():
            if key != mode.get("property"):
                given[canonical_name(schema, key)] = value
    unknown = [key for key in given if _plain(key) not in names]
    assert not unknown, f"{call.operation.id} of the client takes no {', '.join(unknown)}"
    bound = namespace_parameters(contract, call.operation)
    positional = [value for name, value in call.path.items() if name not in bound]
    return positional, {names[_plain(key)]: value for key, value in given.items()}


def bound(client: Any, contract: Contract, call: Call) -> tuple[Any, list[Any], dict[str, Any]]:
    """The facade method of a client for a call in wire form, and its arguments."""
    method = getattr(namespace(client, contract, call), method_name(call.operation, call.body))
    return method, *arguments(method, contract, call)


def canonical_name(schema: Any, key: str) -> str:
    """The property that a key of a body spells, where it is another spelling of one."""
    properties = schema["properties"] if schema is not None and "properties" in schema else None
    if properties is None or key not in properties:
        return key
    return str(properties[key].plain("x-alias-of", key))


def canonical_body(operation: ContractOperation, body: Any) -> Any:
    """A body with the spelling that the client writes."""
    if not isinstance(body, dict) or operation.body is None:
        return body
    return {canonical_name(operation.body.schema, key): value for key, value in body.items()}


class Connections:
    """The connections that all callers of a run share, and the event loop of the asynchronous ones."""

    def __init__(self, contract: Contract) -> None:
        mutation = active_mutation("client")
        self.http = httpx.Client(transport=MutatingTransport(mutation, contract), timeout=30)
        self.runner = asyncio.Runner()
        self.async_http = httpx.AsyncClient(transport=AsyncMutatingTransport(mutation, contract), timeout=30)

    def close(self) -> None:
        self.http.close()
        self.runner.run(self.async_http.aclose())
        self.runner.close()


class Caller:
    """The client, bound to one organisation of a service, in its four shapes."""

    def __init__(
        self,
        channel: Connections,
        contract: Contract,
        origin: str,
        organisation: str,
        token: str,
        headers: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        self.channel = channel
        self.contract = contract
        self.organisation = organisation
        self.token = token
        self.base_url = contract.server.replace("https://api.quantcdn.io", origin).replace("{org}", organisation)
        self._headers = dict(headers or {})
        self._given = {"token": token, "organisation": organisation, "base_url": origin, "max_retries": 0, **options}

    @cached_property
    def client(self) -> QuantAI:
        return QuantAI(http_client=_like(self.channel.http, headers=self._headers), **self._given)

    @cached_property
    def async_client(self) -> AsyncQuantAI:
        return AsyncQuantAI(http_client=_like(self.channel.async_http, headers=self._headers), **self._given)

    @cached_property
    def plain(self) -> AuthenticatedClient:
        found = AuthenticatedClient(base_url=self.base_url, token=self.token)
        bound = {"base_url": self.base_url, "headers": {"Authorization": f"Bearer {self.token}", **self._headers}}
        found.set_httpx_client(_like(self.channel.http, **bound))
        found.set_async_httpx_client(_like(self.channel.async_http, **bound))
        return found

    def call(self, kind: str, call: Call) -> CallResult:
        """Make a call, and read what it gives to its end."""
        if kind == "facade":
            return self._facade(call)
        if kind == "async facade":
            return self.channel.runner.run(self._async_facade(call))
        module = self.module(call.operation)
        if is_streamed(call.operation, call.body) or not hasattr(module, "sync_detailed"):
            raise NotOfferedError(f"{call.operation.id}: streams are the facade's")
        given = dict(call.query) | ({} if call.body is NO_BODY else {"body": call.body})
        function = module.sync_detailed if kind == "function" else module.asyncio_detailed
        made = function(*call.path.values(), client=self.plain, **_snake(function, given))
        parsed = (made if kind == "function" else self.channel.runner.run(made)).parsed
        return CallResult(parsed, wire_form(parsed))

    def events(self, kind: str, call: Call) -> tuple[list[Any], QuantAIError | None]:
        """The events of a stream in wire form, and the error with which it ends, if it ends with one."""
        if kind == "async facade":
            return self.channel.runner.run(self._async_events(call))
        method, positional, keyword = bound(self.client, self.contract, call)
        found: list[Any] = []
        try:
            with method(*positional, **keyword) as stream:
                for event in stream:
                    found.append(wire_form(event))
        except QuantAIError as error:
            return found, error
        return found, None

    async def _async_events(self, call: Call) -> tuple[list[Any], QuantAIError | None]:
        method, positional, keyword = bound(self.async_client, self.contract, call)
        found: list[Any] = []
        try:
            async with method(*positional, **keyword) as stream:
                async for event in stream:
                    found.append(wire_form(event))
        except QuantAIError as error:
            return found, error
        return found, None

    @staticmethod
    def module(operation: ContractOperation) -> Any:
        return importlib.import_module(f"quant_ai_client.api.{operation.tag}.{operation.id}")

    def _facade(self, call: Call) -> CallResult:
        method, positional, keyword = bound(self.client, self.contract, call)
        result = method(*positional, **keyword)
        if is_streamed(call.operation, call.body):
            with result as stream:
                events = list(stream)
                return CallResult(stream.snapshot, [wire_form(event) for event in events])
        return _reached(result)

    async def _async_facade(self, call: Call) -> CallResult:
        method, positional, keyword = bound(self.async_client, self.contract, call)
        if is_streamed(call.operation, call.body):
            async with method(*positional, **keyword) as stream:
                events = [event async for event in stream]
                return CallResult(stream.snapshot, [wire_form(event) for event in events])
        return _reached(await method(*positional, **keyword))


def _like(client: Any, **options: Any) -> Any:
    """An httpx client on the connections of another one."""
    return type(client)(transport=client._transport, timeout=30, **options)


def wire_form(value: Any) -> Any:
    """A decoded value as JSON again."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [wire_form(inner) for inner in value]
    if isinstance(value, dict):
        return {key: wire_form(inner) for key, inner in value.items()}
    return value


def _reached(result: Any) -> CallResult:
    reply = result.reply if hasattr(result, "reply") else result  # a page and a job carry the reply they came with
    return CallResult(result, wire_form(reply))


def _snake(function: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    names = {_plain(name): name for name in inspect.signature(function).parameters}
    unknown = [key for key in given if _plain(key) not in names]
    assert not unknown, f"{function.__module__} takes no {', '.join(unknown)}"
    return {names[_plain(key)]: value for key, value in given.items()}


def _plain(name: str) -> str:
    """A name without what languages do to it: sessionId, session_id and async_ are sessionid, sessionid and async."""
    return name.replace("_", "").replace("-", "").lower()

"""Make a call through the client: by the facade or by the operation's function, sync or async."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx

from quant_ai import AsyncQuantAI, QuantAI, QuantAIError
from quant_ai_client import AuthenticatedClient
from quant_ai_contract import Contract, ContractOperation

from ..mutations.active import active_mutation
from ..mutations.mutating_transport import AsyncMutatingTransport, MutatingTransport
from .client_names import NotOfferedError, bound, keywords, resource_name
from .example_calls import is_streamed
from .raw_client import NO_BODY, Call

INTERFACES = ("facade", "async facade", "function", "async function")
FACADES = INTERFACES[:2]
# Each pair has sync and async, facade and function, and takes half the time of all four.
PAIRS = (("facade", "async function"), ("async facade", "function"))


@dataclass(frozen=True)
class CallResult:
    """What a call returned, and the same as JSON."""

    value: Any
    wire: Any


class Connections:
    """The connections that all clients of a session share, and the event loop of the async ones."""

    def __init__(self, contract: Contract) -> None:
        mutation = active_mutation("client")
        self.http = httpx.Client(transport=MutatingTransport(mutation, contract), timeout=30)
        self.runner = asyncio.Runner()
        self.async_http = httpx.AsyncClient(transport=AsyncMutatingTransport(mutation, contract), timeout=30)

    def close(self) -> None:
        self.http.close()
        self.runner.run(self.async_http.aclose())
        self.runner.close()


class ClientUnderTest:
    """The client with all of its interfaces, bound to one organisation of a service."""

    def __init__(
        self,
        connections: Connections,
        contract: Contract,
        origin: str,
        organisation: str,
        token: str,
        headers: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        self.connections = connections
        self.contract = contract
        self.organisation = organisation
        self.token = token
        self.base_url = contract.server.replace("https://api.quantcdn.io", origin).replace("{org}", organisation)
        self._headers = dict(headers or {})
        self._options = {"token": token, "organisation": organisation, "base_url": origin, "max_retries": 0, **options}

    @cached_property
    def client(self) -> QuantAI:
        return QuantAI(http_client=_like(self.connections.http, headers=self._headers), **self._options)

    @cached_property
    def async_client(self) -> AsyncQuantAI:
        return AsyncQuantAI(http_client=_like(self.connections.async_http, headers=self._headers), **self._options)

    @cached_property
    def generated_client(self) -> AuthenticatedClient:
        """The generated client, for the functions of the operations."""
        client = AuthenticatedClient(base_url=self.base_url, token=self.token)
        options = {"base_url": self.base_url, "headers": {"Authorization": f"Bearer {self.token}", **self._headers}}
        client.set_httpx_client(_like(self.connections.http, **options))
        client.set_async_httpx_client(_like(self.connections.async_http, **options))
        return client

    def call(self, interface: str, call: Call) -> CallResult:
        """Make a call through one of the INTERFACES, and read the whole reply.

        Raises:
            NotOfferedError: This interface has no such call.
        """
        if interface == "facade":
            return self._facade(call)
        if interface == "async facade":
            return self.connections.runner.run(self._async_facade(call))
        module = function_module(call.operation)
        if is_streamed(call.operation, call.body) or not hasattr(module, "sync_detailed"):
            raise NotOfferedError(f"{call.operation.id}: only the facade reads streams")
        function = module.sync_detailed if interface == "function" else module.asyncio_detailed
        given = dict(call.query) | ({} if call.body is NO_BODY else {"body": call.body})
        returned = function(*call.path.values(), client=self.generated_client, **keywords(function, given))
        reply = returned if interface == "function" else self.connections.runner.run(returned)
        return CallResult(reply.parsed, wire_form(reply.parsed))

    def events(self, interface: str, call: Call) -> tuple[list[Any], QuantAIError | None]:
        """The events of a stream as JSON, and the error that ends it, if there is one."""
        if interface == "async facade":
            return self.connections.runner.run(self._async_events(call))
        method, positional, keyword = bound(self.client, self.contract, call)
        events: list[Any] = []
        try:
            with method(*positional, **keyword) as stream:
                for event in stream:
                    events.append(wire_form(event))
        except QuantAIError as error:
            return events, error
        return events, None

    async def _async_events(self, call: Call) -> tuple[list[Any], QuantAIError | None]:
        method, positional, keyword = bound(self.async_client, self.contract, call)
        events: list[Any] = []
        try:
            async with method(*positional, **keyword) as stream:
                async for event in stream:
                    events.append(wire_form(event))
        except QuantAIError as error:
            return events, error
        return events, None

    def _facade(self, call: Call) -> CallResult:
        method, positional, keyword = bound(self.client, self.contract, call)
        result = method(*positional, **keyword)
        if is_streamed(call.operation, call.body):
            with result as stream:
                events = list(stream)
                return CallResult(stream.snapshot, [wire_form(event) for event in events])
        return _result(result)

    async def _async_facade(self, call: Call) -> CallResult:
        method, positional, keyword = bound(self.async_client, self.contract, call)
        if is_streamed(call.operation, call.body):
            async with method(*positional, **keyword) as stream:
                events = [event async for event in stream]
                return CallResult(stream.snapshot, [wire_form(event) for event in events])
        return _result(await method(*positional, **keyword))


def function_module(operation: ContractOperation) -> Any:
    """The generated module with the functions of an operation."""
    return importlib.import_module(f"quant_ai_client.api.{resource_name(operation.tag)}.{operation.id}")


def wire_form(value: Any) -> Any:
    """A decoded value as JSON again."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [wire_form(inner) for inner in value]
    if isinstance(value, dict):
        return {key: wire_form(inner) for key, inner in value.items()}
    return value


def _result(value: Any) -> CallResult:
    reply = value.reply if hasattr(value, "reply") else value  # a page and a job keep the reply that they came with
    return CallResult(value, wire_form(reply))


def _like(client: Any, **options: Any) -> Any:
    """An httpx client that uses the connections of another one."""
    return type(client)(transport=client._transport, timeout=30, **options)

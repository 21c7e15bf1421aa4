"""Delete what the calls of a test created on a service."""

from __future__ import annotations

import json
from typing import Any

from quant_ai_contract import Contract, ContractOperation, Exchange
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON
from quant_ai_contract.event_streams import parse_event_stream

from .example_calls import is_deletion
from .json_values import named_strings
from .raw_client import Call, RawClient, value_of


def delete_created(client: RawClient, contract: Contract) -> list[str]:
    """Delete what the requests of a client created, the latest first. Returns what could not be deleted."""
    deletions = {found.path: found for found in contract.operations.values() if is_deletion(found)}
    by_parameter = {
        name: found
        for found in deletions.values()
        for name in found.path_parameters
        if found.path.endswith(f"/{{{name}}}") and len(found.path_parameters) == 1
    }
    created: dict[tuple[str, tuple[tuple[str, str], ...]], None] = {}
    for call, exchange in reversed(list(client.sent)):
        if exchange.status >= 300:
            continue
        if call.operation.method == "PUT" and not call.operation.path.endswith("}"):
            if call.operation.path in deletions:
                created[call.operation.path, tuple(call.path.items())] = None
        elif call.operation.method == "POST":
            for name, value in named_strings(_json_in(exchange)):
                if name in by_parameter:
                    created[by_parameter[name].path, ((name, value),)] = None
    left = []
    for path, parameters in created:
        exchange = _delete(client, contract, deletions[path], dict(parameters))
        if exchange.status >= 300 and exchange.status not in (403, 404):  # already gone, or not ours
            left.append(f"{exchange}: {exchange.reply_body[:200]!r}")
    return left


def _delete(client: RawClient, contract: Contract, deletion: ContractOperation, path: dict[str, str]) -> Exchange:
    """Delete a resource. If its state forbids that, first make the calls that link to the deletion."""
    exchange = client.send(Call(deletion, path))
    for operation in contract.operations.values() if exchange.status == 400 else ():
        links = [link for reply in operation.replies.values() for link in reply.links]
        leads = any(link.operation == deletion.id for link in links)
        if leads and operation.method == "POST" and set(operation.path_parameters) == set(path):
            client.send(Call(operation, path))
            exchange = client.send(Call(deletion, path))
    return exchange


def _json_in(exchange: Exchange) -> Any:
    """The JSON of a reply: its value, or the data of its events. None if it has none."""
    try:
        if exchange.reply_type == EVENT_STREAM:
            events = parse_event_stream(exchange.reply_body).events
            return [json.loads(event["data"]) for event in events if event["data"].startswith("{")]
        return value_of(exchange) if exchange.reply_type == JSON else None
    except ValueError:
        return None

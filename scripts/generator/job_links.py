"""The link from the reply that accepts a job to the operation that reads its state."""

from __future__ import annotations

import re
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from openapi import Pointer, SpecFault, SpecOperation

from .argument import Argument
from .member_names import argument_names
from .python_types import Types


def job_of(
    operation: SpecOperation,
    endpoint: Endpoint,
    arguments: list[Argument],
    types: Types,
    ids: dict[str, SpecOperation],
) -> dict[str, Any] | None:
    """How to call the operation that reads the state of a job, with values from the reply that accepts it."""
    statuses = [mode.get("status", "") for mode in operation.value.get("x-modes", []) if "method" in mode]
    if is_job(operation):
        statuses = ["202"]
    for status in statuses:
        part = operation.responses.get(status)
        for name, link in part.value.get("links", {}).items() if part else ():
            target = ids.get(link.get("operationId", ""))
            if target is None or "x-polling" not in target.value:
                continue
            prop = next(r.prop for r in endpoint.responses if r.status_code.pattern == status)
            pointer = (*part.pointer, "links", name) if part else ()
            given = {
                key.rpartition(".")[2]: _linked(types, arguments, str(value), prop, (*pointer, "parameters", key))
                for key, value in link.get("parameters", {}).items()
            }
            own = argument_names([(parameter.location, parameter.name) for parameter in target.parameters])
            names = {name: python for (_, name), python in reversed(own.items())}  # those of the path win
            if unknown := given.keys() - names.keys():
                raise SpecFault(pointer, f"{target.id} has no parameter {min(unknown)}")
            return {
                "target": target,
                "tag": target.resource,
                "module": target.module,
                "reply": types.annotation(prop),
                "arguments": [(names[key], text) for key, (text, _) in given.items()],
                "taken": list({a.name: a for _, argument in given.values() for a in [argument] if a}.values()),
            }
    return None


def is_job(operation: SpecOperation) -> bool:
    """Whether an operation always answers that a job has been accepted, so that its method returns the job."""
    successes = {status for status in operation.responses if status.startswith("2")}
    return not operation.value.get("x-modes") and successes == {"202"}


def _linked(
    types: Types, parameters: list[Argument], expression: str, prop: Property, pointer: Pointer
) -> tuple[str, Argument | None]:
    """The value of a link's parameter in Python, and the argument of this operation that it is taken from."""
    if match := re.fullmatch(r"\$request\.(path|query|header|body)(?:\.|#/)(.+)", expression):
        for argument in parameters:
            if (argument.place, argument.wire) == match.groups():
                name = argument.name
                return (name if argument.required else f"_encoding.needed({name}, {name!r})"), argument
        raise SpecFault(pointer, f"the request has no {match[2]} in its {match[1]}")
    field = expression.rpartition("/")[2]
    fields = types.attributes(prop)
    if field not in fields:
        raise SpecFault(pointer, f"the reply has no property {field}")
    value = f"_reply.{fields[field]}"
    found = next(one for one in types.fields(prop) if str(one.python_name) == fields[field])
    is_certain = found.required and not types.is_nullable(found)
    return value if is_certain else f"_encoding.needed({value}, {fields[field]!r})", None

"""Sample requests, made from the examples in the spec."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, urlencode

from quant_ai_common.json_values import Json

from .contract import Contract
from .contract_operations import JSON, ContractOperation

_NONE: Json = object()


class SampleRequest(NamedTuple):
    """One request made from examples."""

    operation: ContractOperation
    name: str
    path: Mapping[str, str]
    query: Mapping[str, Json]
    body: Json
    has_body: bool

    @property
    def target(self) -> str:
        """The path and query, relative to the server."""
        url = self.operation.target
        for name, value in self.path.items():
            url = url.replace(f"{{{name}}}", quote(value, safe=""))
        pairs = [(name, text(value)) for name, value in self.query.items()]
        return f"{url}?{urlencode(pairs)}" if pairs else url

    @property
    def content(self) -> bytes:
        return json.dumps(self.body, ensure_ascii=False).encode() if self.has_body else b""

    @property
    def headers(self) -> dict[str, str]:
        return {"Content-Type": JSON} if self.has_body else {}


def samples(contract: Contract) -> Iterator[SampleRequest]:
    """The sample requests of every operation, in the order of the spec."""
    for operation in contract.operations.values():
        yield from samples_of(operation)


def samples_of(operation: ContractOperation) -> Iterator[SampleRequest]:
    """A request for each example of the body and of each query parameter, and one without a body if it is optional."""
    path = {name: str(example(found.examples)) for name, found in operation.path_parameters.items()}
    bodies = dict(operation.body.examples) if operation.body is not None else {}
    if not bodies or not operation.body_required:
        yield SampleRequest(operation, "bare", path, {}, None, has_body=False)
    for name, body in bodies.items():
        yield SampleRequest(operation, name, path, {}, body, has_body=True)
    first = next(iter(bodies.values()), _NONE)
    for parameter in operation.query.values():
        for name, value in parameter.examples.items():
            has_body = operation.body_required
            yield SampleRequest(
                operation,
                f"{parameter.name}={name}",
                path,
                {parameter.name: value},
                first if has_body else None,
                has_body,
            )


def example(examples: Mapping[str, Json]) -> Json:
    """The first example."""
    return next(iter(examples.values()), "example")


def text(value: Json) -> str:
    """A query value as text, before it is percent-encoded."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)

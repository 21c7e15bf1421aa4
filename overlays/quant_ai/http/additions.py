"""What a client adds to its requests: the arguments `headers=`, `query=` and `extra_body=`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from quant_ai_client.encoding import wire
from quant_ai_client.parameters import query_pairs
from quant_ai_client.types import UNSET

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Request

Scalar: TypeAlias = str | int | float | bool
QueryValue: TypeAlias = Scalar | Sequence[Scalar] | None

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OWN: Final = {
    "authorization": "pass token=",
    "content-length": "the client sets it",
    "content-type": "the client sets it",
    "transfer-encoding": "the client sets it",
}


class Additions(NamedTuple):
    """Query parameters and fields of JSON bodies that are added to each request."""

    query: Mapping[str, Any] = {}
    body: Mapping[str, Any] = {}

    def added_to(self, operation: Operation[Any], request: Request) -> Request:
        """The request with these additions. A parameter that it has already stays as it is.

        Raises:
            ConfigurationError: The body has such a field already, with another value.
        """
        if self.query:
            present = {name for name, _ in request.query}
            extra = query_pairs(*((name, value) for name, value in self.query.items() if name not in present))
            request = request._replace(query=[*request.query, *extra])
        if self.body and request.content_type == "application/json" and _may_have_body(operation, request):
            request = request._replace(body=self._body(f"{operation.method} {request.path}", request.body))
        return request

    def _body(self, call: str, body: Any) -> dict[str, Any]:
        present = {} if body is UNSET else body
        if not isinstance(present, dict):
            raise ConfigurationError(f"extra_body= cannot be added to {call}, whose body is not an object")
        for name, value in self.body.items():
            if name in present and present[name] != value:
                raise ConfigurationError(f"extra_body= has {name!r}, which {call} sends itself; pass it once")
        return {**present, **self.body}

    def changed(self, query: Any, extra_body: Any) -> Additions:
        """These additions with the ones of `with_options`.

        Raises:
            ConfigurationError: An argument is invalid.
        """
        merged = {**self.query, **_mapping(query, "query=")}
        for name, value in merged.items():
            values = value if isinstance(value, (list, tuple, set, frozenset)) else (value,)
            if not all(one is None or isinstance(one, (str, int, float)) for one in values):
                raise ConfigurationError(f"query= {name!r} must be a string, a number, a boolean or a list of them")
            if not all(isfinite(one) for one in values if isinstance(one, float)):
                raise ConfigurationError(f"query= {name!r} must be a finite number, got {value!r}")
        try:
            body = {**self.body, **wire(_mapping(extra_body, "extra_body="))}
        except (TypeError, ValueError) as error:
            raise ConfigurationError(f"extra_body= cannot be sent: {error}") from None
        return Additions({name: value for name, value in merged.items() if value is not None}, body)


NOTHING: Final = Additions()


def _may_have_body(operation: Operation[Any], request: Request) -> bool:
    return request.body is not UNSET or operation.method in ("POST", "PUT", "PATCH")


def checked_headers(headers: Any) -> dict[str, str | None]:
    """The argument `headers=`, checked. No message shows a value, which may be secret.

    Raises:
        ConfigurationError: A name or value cannot stand in a header, or the client sets that header itself.
    """
    for name, value in _mapping(headers, "headers=").items():
        if not _TOKEN.fullmatch(name):
            raise ConfigurationError(f"headers= has {name!r}, which is not a valid header name")
        if name.lower() in _OWN:
            raise ConfigurationError(f"headers= must not have {name}: {_OWN[name.lower()]}")
        if value is not None and (not isinstance(value, str) or not value.isascii() or not value.isprintable()):
            what = "a string" if not isinstance(value, str) else "printable ASCII on one line"
            raise ConfigurationError(f"the value of {name} in headers= must be {what}, or None to send no such header")
    return dict(headers or {})


def merged_headers(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> dict[str, str | None]:
    """Headers with more headers, which replace those of the same name in any case."""
    replaced = {name.lower() for name in after}
    return {**{name: value for name, value in before.items() if name.lower() not in replaced}, **after}


def _mapping(given: Any, argument: str) -> Mapping[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise ConfigurationError(f"{argument} must be a dict whose keys are strings")
    return given

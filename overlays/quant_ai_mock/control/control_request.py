"""One request to the control plane: its body, its parameters, and the organisation that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request

from ..state.numbers import whole_number
from .order_checks import ControlError

MAX_BODY_BYTES = 25 * 1024 * 1024
MAX_STATE_BYTES = 2 * 1024 * 1024 * 1024  # of a whole state


@dataclass(frozen=True)
class ControlRequest:
    """One request to the control plane."""

    http: Request
    body: dict[str, Any]
    number: int = 0
    """The number of the fault or the script that is meant."""

    @property
    def query(self) -> QueryParams:
        """The query parameters."""
        return self.http.query_params

    @property
    def path(self) -> dict[str, Any]:
        """The path parameters."""
        return self.http.path_params

    @property
    def organisation(self) -> str | None:
        """The organisation that the body or the query names, if any."""
        found: str | None = self.body.get("organisation", self.query.get("organisation"))
        if found == "":
            raise ControlError(422, "organisation must be a name; leave it out for the whole server")
        return found

    @property
    def scoped_body(self) -> dict[str, Any]:
        """The body, with the organisation that the body or the query names."""
        named = self.organisation
        return self.body if named is None else self.body | {"organisation": named}


async def read_body(request: Request) -> bytes:
    """The body of a request.

    Raises:
        ControlError: 413.
    """
    limit = MAX_STATE_BYTES if request.url.path.endswith("/state") else MAX_BODY_BYTES
    length = whole_number(request.headers.get("content-length", "0"))
    chunks, size = [], 0
    if length is not None and length <= limit:
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                break
            chunks.append(chunk)
        else:
            return b"".join(chunks)
    raise ControlError(413, f"the body may have {limit // 2**20} MB")


def number_in(text: str | None, default: Any) -> Any:
    """The number in a query parameter; `default` if it was not sent.

    Raises:
        ControlError: The text is not a whole number.
    """
    if text is None:
        return default
    number = whole_number(text)
    if number is None:
        raise ControlError(422, f"{text[:30]!r} is not a number")
    return number

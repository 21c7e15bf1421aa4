"""Things that go wrong on purpose: statuses, delays, broken connections, broken bodies and broken streams.

A fault is asked for at the control plane (and then holds for the requests that it matches), or by a single request in
its own headers: `Prefer: code=503` in the words of Prism, or `X-Mock-Status`, `X-Mock-Delay` and `X-Mock-Fault`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from http import HTTPStatus
from typing import Any

from .settings import is_amount

KINDS = ("drop", "reset", "truncate", "stall", "malformed", "content-type")
TEXTS = {429: "Too Many Attempts.", 500: "Server Error", 503: "Service Unavailable"}


class FaultError(ValueError):
    """A fault that cannot be, in a sentence."""


@dataclass
class Fault:
    """One thing that goes wrong, and for which requests.

    kind: drop (the connection closes before any byte), reset (it breaks inside the body), truncate (the body or stream
    ends early, as if it were whole), stall (it stands still for `stall` seconds), malformed (broken JSON, or one broken
    event), content-type (text/html instead). `at` says where: bytes of a body, events of a stream.
    """

    operation: str | None = None
    organisation: str | None = None
    test_id: str | None = None
    times: int | None = None
    skip: int = 0
    probability: float = 1.0
    status: int | None = None
    body: Any = None
    retry_after: str | int | None = None
    latency: float = 0.0
    jitter: float = 0.0
    kind: str | None = None
    at: int | None = None
    stall: float = 0.0
    number: int = 0
    met: int = 0

    def __post_init__(self) -> None:
        if self.kind is not None and self.kind not in KINDS:
            raise FaultError(f"kind is one of {', '.join(KINDS)}, not {self.kind!r}")
        if self.status is not None and not (isinstance(self.status, int) and 200 <= self.status <= 599):
            raise FaultError("status is a number from 200 to 599")
        for name in ("latency", "jitter", "stall", "probability", "skip", "at", "times"):
            value = getattr(self, name)
            if value is not None and not is_amount(value):
                raise FaultError(f"{_camel(name)} is a number, 0 or more")

    @classmethod
    def from_json(cls, source: Any) -> Fault:
        """Read a fault as the control plane takes it.

        Raises:
            FaultError: It has a member that no fault has, or a value that cannot be.
        """
        names = {_camel(field.name): field.name for field in fields(cls) if field.name not in ("number", "met")}
        if not isinstance(source, dict):
            raise FaultError("a fault is a JSON object")
        unknown = sorted(set(source) - set(names))
        if unknown:
            raise FaultError(f"no member {unknown[0]!r}: a fault has {', '.join(names)}")
        return cls(**{names[key]: value for key, value in source.items()})

    def as_json(self) -> dict[str, Any]:
        return {_camel(name): value for name, value in asdict(self).items() if value is not None}

    def error_body(self) -> Any:
        """What a faulty status says."""
        status = self.status or 500
        return self.body if self.body is not None else {"message": _text(status), "error": True}

    def __str__(self) -> str:
        words = [self.kind or "", str(self.status or ""), f"{self.latency} s late" if self.latency else ""]
        return ", ".join(word for word in words if word) or "nothing"


class FaultBook:
    """The faults that hold at present."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._random = random.Random(seed)
        self._faults: list[Fault] = []
        self._number = 0

    def __bool__(self) -> bool:
        return bool(self._faults)

    def add(self, fault: Fault) -> Fault:
        self._number += 1
        fault.number = self._number
        self._faults.append(fault)
        return fault

    def all(self) -> list[Fault]:
        return list(self._faults)

    def clear(self, organisation: str | None = None, number: int | None = None) -> None:
        """Take back all faults, those of an organisation, or one."""
        self._faults = [
            fault
            for fault in self._faults
            if (organisation is not None and fault.organisation != organisation)
            or (number is not None and fault.number != number)
        ]
        if organisation is None and number is None:
            self._random = random.Random(self._seed)

    def meet(self, operation: str, organisation: str, test_id: str | None) -> Fault | None:
        """The first fault that this request meets, counted as met."""
        for fault in self._faults:
            if (
                fault.operation not in (None, operation)
                or fault.organisation not in (None, organisation)
                or fault.test_id not in (None, test_id)
            ):
                continue
            fault.met += 1
            if fault.met <= fault.skip or (fault.times is not None and fault.met > fault.skip + fault.times):
                continue
            if fault.probability >= 1 or self._random.random() < fault.probability:
                return fault
        return None

    def delay(self, fault: Fault) -> float:
        return fault.latency + (self._random.uniform(0, fault.jitter) if fault.jitter else 0)


def from_headers(headers: dict[bytes, bytes]) -> Fault | None:
    """The fault that a request asks for itself.

    Raises:
        FaultError: A header has a value that cannot be.
    """
    status, delay = headers.get(b"x-mock-status"), headers.get(b"x-mock-delay")
    asked = headers.get(b"x-mock-fault")
    if status is None and delay is None and asked is None:
        return None
    try:
        fault = Fault(status=int(status) if status else None, latency=float(delay) if delay else 0.0)
        if asked:
            kind, _, value = asked.decode("latin-1").partition("=")
            fault.kind = kind.strip()
            if value and fault.kind == "stall":
                fault.stall = float(value) / 1000
            elif value:
                fault.at = int(value)
            fault.__post_init__()
    except ValueError as error:
        raise FaultError(f"X-Mock header: {error}") from None
    return fault


def spoil_body(fault: Fault, body: bytes) -> bytes:
    """A body as this fault leaves it."""
    if fault.kind in ("truncate", "reset"):
        return body[: len(body) // 2 if fault.at is None else fault.at]
    if fault.kind == "malformed":
        return b'{"broken": ' + body[:20]
    if fault.kind == "content-type":
        return b"<html><body><h1>502 Bad Gateway</h1></body></html>"
    return body


def spoil_events(fault: Fault, frames: Iterator[bytes | float]) -> Iterator[bytes | float]:
    """A stream as this fault leaves it. A number among the frames is a pause in seconds."""
    at = 2 if fault.at is None else fault.at
    seen = 0
    for frame in frames:
        if isinstance(frame, bytes):
            if seen == at:
                if fault.kind in ("truncate", "reset"):
                    yield frame[: len(frame) // 2]
                    return
                if fault.kind == "stall":
                    yield fault.stall
                if fault.kind == "malformed":
                    yield b'event: content\ndata: {"delta": "bro\n\n'
            seen += 1
        yield frame


def _text(status: int) -> str:
    if status in TEXTS:
        return TEXTS[status]
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)

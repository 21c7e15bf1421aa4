"""Faults to inject: error statuses, delays, broken connections, broken bodies and broken streams.

A fault is registered at the control plane for the requests that it matches, or requested by a single request in its own
headers: `Prefer: code=503` as with Prism, or `X-Mock-Status`, `X-Mock-Delay` and `X-Mock-Fault`.
"""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, fields
from http import HTTPStatus
from typing import Any

from .json_names import camel_case
from .settings import is_non_negative

KINDS = ("drop", "reset", "truncate", "stall", "malformed", "content-type")
MESSAGES = {429: "Too Many Attempts.", 500: "Server Error", 503: "Service Unavailable"}


class FaultError(ValueError):
    """A fault that is not possible; the message says why."""


@dataclass
class Fault:
    """One fault, and the requests that it applies to.

    kind: drop (the connection closes before any byte), reset (it breaks inside the body), truncate (the body or stream
    ends early, as if it were complete), stall (sending stops for `stall` seconds), malformed (broken JSON, or one
    broken event), content-type (text/html instead). `at` says where: bytes of a body, or events of a stream.
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
            if value is not None and not is_non_negative(value):
                raise FaultError(f"{camel_case(name)} is a number, 0 or more")

    @classmethod
    def from_json(cls, source: Any) -> Fault:
        """Read a fault from the JSON of the control plane.

        Raises:
            FaultError: It has an unknown member, or a value that is not possible.
        """
        names = {camel_case(field.name): field.name for field in fields(cls) if field.name not in ("number", "met")}
        if not isinstance(source, dict):
            raise FaultError("a fault is a JSON object")
        unknown = sorted(set(source) - set(names))
        if unknown:
            raise FaultError(f"no member {unknown[0]!r}: a fault has {', '.join(names)}")
        fault = cls(**{names[key]: value for key, value in source.items()})
        if not (fault.status or fault.kind or fault.latency or fault.jitter):
            raise FaultError("a fault that does nothing: give it a status, a kind, a latency or a jitter")
        return fault

    def as_json(self) -> dict[str, Any]:
        """The fault by its JSON names."""
        return {camel_case(name): value for name, value in asdict(self).items() if value is not None}

    def error_body(self) -> Any:
        """The body that goes with the status."""
        status = self.status or 500
        return self.body if self.body is not None else {"message": _message(status), "error": True}

    def __str__(self) -> str:
        parts = [self.kind or "", str(self.status or ""), f"{self.latency} s late" if self.latency else ""]
        return ", ".join(part for part in parts if part) or "nothing"


class FaultBook:
    """The faults that are registered."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._random = random.Random(seed)  # for the faults that a request asks for in its headers
        self._faults: list[Fault] = []
        self._randoms: dict[int, random.Random] = {}
        self._number = 0

    def __bool__(self) -> bool:
        return bool(self._faults)

    def add(self, fault: Fault) -> Fault:
        """Register a fault under a new number."""
        self._number += 1
        fault.number = self._number
        # Numbers of its own, so that they do not depend on what other organisations do.
        before = sum(one.organisation == fault.organisation for one in self._faults)
        self._randoms[fault.number] = random.Random(f"{self._seed} {fault.organisation} {before}")
        self._faults.append(fault)
        return fault

    def all(self) -> list[Fault]:
        """The faults in the order in which they were registered."""
        return list(self._faults)

    def clear(self, organisation: str | None = None, number: int | None = None) -> None:
        """Remove all faults, those of an organisation, or one."""
        self._faults = [
            fault
            for fault in self._faults
            if (organisation is not None and fault.organisation != organisation)
            or (number is not None and fault.number != number)
        ]
        remaining = {fault.number for fault in self._faults}
        self._randoms = {number: found for number, found in self._randoms.items() if number in remaining}
        if organisation is None and number is None:
            self._random = random.Random(self._seed)

    def match(self, operation: str, organisation: str, test_id: str | None) -> Fault | None:
        """The first fault that applies to a request; it counts the request."""
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
            if fault.probability >= 1 or self._random_of(fault).random() < fault.probability:
                return fault
        return None

    def delay(self, fault: Fault) -> float:
        """The seconds by which a fault delays a reply."""
        return fault.latency + (self._random_of(fault).uniform(0, fault.jitter) if fault.jitter else 0)

    def _random_of(self, fault: Fault) -> random.Random:
        return self._randoms.get(fault.number, self._random)


def _message(status: int) -> str:
    if status in MESSAGES:
        return MESSAGES[status]
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"

"""Fuzz the mock server: send it requests that are made from its spec and then mutated.

`python -m tests.mock.fuzz --requests 100000` sends them to a strict server in this process, as bytes through the HTTP
protocol that a socket would use. It reports a 5xx, which includes a reply that does not fit the spec, unless the
operation lists a 502; an exception that was not caught; a 400 or 422 for a valid request; and a success for an invalid
one.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import orjson
from tests.mock.support.fuzzer import STORED, FuzzedRequest, Fuzzer
from tests.mock.support.in_process import InProcessClient

from quant_ai_mock.control.mock_app import MockApp
from quant_ai_mock.server import make_app

BAD_GATEWAY = 502  # listed by operations that call another server, which this traffic makes fail
# A 400 that names one of these is about the state, not about the form of the request.
STATE = ("orchestrationId", "collectionId", "skillId", "project")


@dataclass
class Report:
    """The results of a run."""

    requests: int = 0
    seconds: float = 0.0
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        by_status = Counter[int]()
        for (_, status), count in self.statuses.items():
            by_status[status] += count
        counts = ", ".join(f"{status}: {count}" for status, count in sorted(by_status.items()))
        successful = len({name for name, status in self.statuses if status < 300})
        return (
            f"{self.requests} requests in {self.seconds:.0f} s, {successful} operations with a success; {counts}; "
            f"{len(self.wrong)} wrong"
        )


async def fuzz(app: MockApp, *, requests: int, seed: int, seconds: float = float("inf")) -> Report:
    """Send this many requests, or for this long. The application has to be strict."""
    app.state.forgiving = False  # so that what is refused can be told from the spec
    fuzzer, client, report = Fuzzer(app, seed), InProcessClient(app), Report()
    started = time.monotonic()
    with _errors() as errors:
        while report.requests < requests and time.monotonic() - started < seconds:
            request = fuzzer.next_request()
            reply = await client.reply(request.raw)
            report.requests += 1
            head, _, body = reply.partition(b"\r\n\r\n")
            status = int(head[9:12]) if head.startswith(b"HTTP/1.1 ") else 0
            report.statuses[request.operation, status] += 1
            operation = app.state.api.operations.get(request.operation)
            gateway = operation is not None and status == BAD_GATEWAY and status in operation.replies
            wrong = None if gateway else _problem(request, status, body)
            wrong = wrong or (errors[0] if errors else None)
            errors.clear()
            if wrong is not None and len(report.wrong) < 100:
                report.wrong.append(f"{wrong}\n    {request.raw[:3000]!r}\n    {reply[:1500]!r}")
            if status < 300 and body and b"content-type: application/json" in head and request.operation != STORED:
                fuzzer.learn(orjson.loads(body))
    report.seconds = time.monotonic() - started
    return report


def _problem(request: FuzzedRequest, status: int, body: bytes) -> str | None:
    """What is wrong with a reply, if anything."""
    if status >= 500 or status == 0:
        return f"{request.operation}: {status or 'no reply'}"
    if status in (400, 422) and request.fits and body:
        context = orjson.loads(body)
        return None if any(key in context for key in STATE) else f"{request.operation}: {status} to a request that fits"
    as_php_or_go = b"[]" in request.raw or request.raw.endswith(
        b"\r\n\r\nnull"
    )  # taken for an empty object, or no body
    if status < 300 and request.fits is False and not as_php_or_go:
        return f"{request.operation}: {status} to a request that does not fit"
    return None


class _errors:  # noqa: N801  # a context manager
    """Collect what is logged as an error, and what the event loop reports."""

    def __enter__(self) -> list[str]:
        found: list[str] = []

        class Keep(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                found.append(self.format(record))

        self._handler = Keep(logging.ERROR)
        logging.getLogger().addHandler(self._handler)
        asyncio.get_running_loop().set_exception_handler(lambda _, context: found.append(str(context)))
        return found

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self._handler)
        asyncio.get_running_loop().set_exception_handler(None)


def main() -> int:
    """Run the fuzzer from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=900.0, help="time limit in seconds")
    options = parser.parse_args()
    app = make_app(strict=True)
    report = asyncio.run(fuzz(app, requests=options.requests, seed=options.seed, seconds=options.seconds))
    print(report)
    for wrong in report.wrong[:20]:
        print(wrong)
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Ask the mock server what nobody would ask: requests made from the document, and then spoilt.

`python -m tests.mock.fuzz --requests 100000` asks a strict server in this process, through the protocol that serves a
socket, so a request is bytes and so is its reply. Found wanting is: a 5xx, which a reply that does not fit the document
is as well, except for a 502 of an operation that lists it; an exception that nobody caught; 400 or 422 to a request
that fits; a success for one that does not.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import random
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import orjson
from tests.mock.support.in_process import InProcessClient

from quant_ai_mock.control.app import MockApp
from quant_ai_mock.document.operations import ApiOperation, Parameter
from quant_ai_mock.document.schemas import Schema
from quant_ai_mock.server import make_app
from quant_ai_mock.synthetic.schema_values import generate_value

BAD_GATEWAY = 502  # what an operation lists that asks another service, which is told a nonsense here
STORED = "a stored file"  # which comes back byte by byte as it went, whatever it says that it is
PER_ORGANISATION = 300  # requests, after which its state goes, so that lists stay short
ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    2**53 + 1,
    2**63 - 1,
    -(2**63),
    2**64,
    10**400,
    0.1,
    -0.0,
    5.0,
    1e308,
    -1e-300,
    "",
    " ",
    "null",
    "0",
    "\x00\x1f",
    "ü🙂\u202e",
    "a" * 5000,
    "../../etc/passwd",
    "data:image/png;base64,!!!!",
    "{}",
    "[" * 50,
    [],
    {},
    [[]],
    [None],
    {"": None},
    {"$ref": "#/components/schemas/Error"},
    {"toString": {}, "__proto__": []},
)
RAW: tuple[bytes, ...] = (
    b"{",
    b"\xff\xfe",
    b"\xef\xbb\xbf{}",
    b"NaN",
    b'{"a":Infinity}',
    b"nul",
    b"[" * 20000,
    b'{"a":' * 20000,
    b'"\\ud800"',
    b'{"messages":1,"messages":2}',
    b"1" * 5000,
    b"-",
    b"'single'",
    b"<xml/>",
    b"a=b&c=d",
    b"\x00" * 100,
)
SEGMENTS = ("..", "%2F", "%00", "%ff", "a%20b", "%F0%9F%99%82", "x" * 3000, "null", "-1", "%25", "a;b", "~", "'", "*")
ACCEPTS = ("*/*", "text/html", "application/*;q=0.1", "application/json;q=0", ",", ";;q", "\xff", "text/event-stream")
KINDS = ("text/plain", "application/x-www-form-urlencoded", "application/problem+json", "", ";", "application/json;x")
_BEYOND = re.compile(rb"[0-9]{19}|e\+")  # numbers of which readers of JSON make different things
# A 400 that names one of these is about what is there, not about the form.
STATE = ("orchestrationId", "collectionId", "skillId", "project")


@dataclass
class Asked:
    """One request, and what may be said of its reply."""

    raw: bytes
    operation: str
    method: str
    fits: bool | None  # None where that is not known


@dataclass
class Report:
    """What came of it all."""

    requests: int = 0
    seconds: float = 0.0
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        by_status = Counter[int]()
        for (_, status), count in self.statuses.items():
            by_status[status] += count
        said = ", ".join(f"{status}: {count}" for status, count in sorted(by_status.items()))
        successful = len({name for name, status in self.statuses if status < 300})
        return (
            f"{self.requests} requests in {self.seconds:.0f} s, {successful} operations with a success; {said}; "
            f"{len(self.wrong)} wrong"
        )


class Fuzzer:
    """Makes requests, the same ones for the same seed and replies."""

    def __init__(self, app: MockApp, seed: int) -> None:
        self.chance = random.Random(seed)
        self.app = app
        self.operations = list(app.state.api.operations.values())
        self.known: dict[str, list[str]] = {}  # ids that replies had, by the name they had there
        self.links: list[str] = []
        self.number = 0

    @property
    def organisation(self) -> str:
        return f"org-{self.number // PER_ORGANISATION}"

    def ask(self) -> Asked:
        """The next request."""
        if self.number % PER_ORGANISATION == 0:
            self.known.clear()
            self.links.clear()
            if self.number:
                self.app.state.reset(f"org-{self.number // PER_ORGANISATION - 1}")
        asked = self._link() if self.links and self.maybe(0.01) else self._ask(self.chance.choice(self.operations))
        self.number += 1
        return asked

    def learn(self, value: Any, name: str = "") -> None:
        """Remember the ids in a reply, to ask for them."""
        if isinstance(value, dict):
            for key, inner in value.items():
                self.learn(inner, key)
        elif isinstance(value, list):
            for inner in value[:5]:
                self.learn(inner, name)
        elif isinstance(value, str) and len(value) < 200:
            if "/_storage/" in value:
                self.links = [*self.links[-20:], value[value.index("/_storage/") :]]
            elif name.lower().endswith(("id", "key", "name", "cursor", "identifier")):
                self.known.setdefault(name, []).append(value)
                del self.known[name][:-20]

    def maybe(self, probability: float) -> bool:
        return self.chance.random() < probability

    def _ask(self, operation: ApiOperation) -> Asked:
        fits: bool | None = True
        path, usual = self._path(operation)
        query, query_fits = self._query(operation)
        fits = fits and query_fits and usual
        headers = {"Host": "mock", "Authorization": "Bearer test-token"}
        body = b""
        if operation.body is not None and (operation.body_required or self.maybe(0.7)):
            body, body_fits = self._body(operation)
            headers["Content-Type"] = "application/json"
            fits = None if fits is None or body_fits is None else fits and body_fits
        method = operation.method
        if self.maybe(0.1):
            fits = None
            match self.chance.randrange(7):
                case 0:
                    headers["Authorization"] = self.chance.choice(("", "Bearer", "Bearer x", "Basic dGVzdA==", "\xff"))
                case 1:
                    headers["Accept"] = self.chance.choice(ACCEPTS)
                case 2:
                    headers["Content-Type"] = self.chance.choice(KINDS)
                case 3:
                    method = self.chance.choice(("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"))
                case 4:
                    examples = [
                        name for media in operation.replies.values() for m in media.values() for name in m.examples
                    ]
                    name = self.chance.choice([*examples, "none"])
                    headers["Prefer"] = f"example={name}" if self.maybe(0.5) else "dynamic=true"
                case 5:
                    headers["X-Request-Id"] = self.chance.choice(("\xff\xfe", "x" * 2000, " ", "a\tb"))
                case 6:
                    body = self.chance.choice(RAW)
                    headers.setdefault("Content-Type", "application/json")
        target = path + (f"?{query}" if query else "")
        if body and self.maybe(0.05):
            headers["Transfer-Encoding"] = "chunked"
            body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
        elif body or method in ("POST", "PUT", "PATCH"):
            headers["Content-Length"] = str(len(body))
        return Asked(_request(method, target, headers, body), operation.id, method, fits)

    def _link(self) -> Asked:
        """A request to a file's own address, with or without its signature as it was."""
        link = self.chance.choice(self.links)
        if self.maybe(0.3):
            place = self.chance.randrange(10, len(link))
            link = link[:place] + self.chance.choice(("", "0", "%", "&", "=", "/")) + link[place + 1 :]
        body = self.chance.choice(RAW) if self.maybe(0.5) else b""
        method = self.chance.choice(("GET", "PUT", "PUT", "DELETE"))
        headers = {"Host": "mock", "Content-Length": str(len(body))}
        return Asked(_request(method, link, headers, body), STORED, method, None)

    def _path(self, operation: ApiOperation) -> tuple[str, bool | None]:
        usual: bool | None = True
        segments = []
        for segment in operation.segments:
            if not segment.startswith("{"):
                segments.append(segment)
                continue
            name = segment[1:-1]
            known = self.known.get(name, []) + self.known.get("id", [])
            if known and self.maybe(0.7):
                segments.append(quote(self.chance.choice(known), safe=""))
            elif self.maybe(0.5):
                segments.append("unknown")
            else:
                segments.append(self.chance.choice(SEGMENTS))
                usual = None
        root = "".join(f"/{self.organisation if part.startswith('{') else part}" for part in operation.prefix)
        if self.maybe(0.1):
            root = root.replace("/organisations/", "/organizations/")
        return f"{root}/{'/'.join(segments)}", usual

    def _query(self, operation: ApiOperation) -> tuple[str, bool | None]:
        fits: bool | None = True
        pairs = []
        for parameter in operation.query_parameters:
            if not (parameter.required or self.maybe(0.4)):
                continue
            if self.maybe(0.2):
                fits = None
                value = self.chance.choice(ODD)
            else:
                value = self._value(parameter.schema, parameter.name)
            if not _is_content(parameter.schema, value):
                fits = None
            pairs += self._texts(parameter, value)
        if self.maybe(0.05):
            pairs.append(self.chance.choice(("unknown=1", "=", "&&", "%ff=%ff", "a[]=1&a[b]=2", "limit", "x" * 3000)))
            fits = None
        if pairs and self.maybe(0.03):
            pairs.append(self.chance.choice(pairs))
            fits = None
        return "&".join(pairs), fits

    def _texts(self, parameter: Parameter, value: Any) -> list[str]:
        values = value if isinstance(value, list) else [value]
        texts = [item if isinstance(item, str) else json.dumps(item) for item in values]
        if isinstance(value, list) and not parameter.explode:
            texts = [",".join(texts)]
        return [f"{quote(parameter.name)}={quote(text, safe='')}" for text in texts]

    def _body(self, operation: ApiOperation) -> tuple[bytes, bool | None]:
        media = operation.body
        assert media is not None
        assert media.schema is not None
        if media.examples and self.maybe(0.5):
            value = orjson.loads(orjson.dumps(self.chance.choice(list(media.examples.values()))))
        else:
            value = self._value(media.schema, "body")
        if self.maybe(0.3):
            value = self._with_known(value)
        for _ in range(self.chance.choice((0, 0, 0, 1, 1, 2, 5))):
            value = self._spoilt(value)
        try:
            raw = json.dumps(value, ensure_ascii=self.maybe(0.5)).encode()
        except RecursionError:
            raw = b"[]"
        if _BEYOND.search(raw):
            return raw, None
        return raw, media.schema.validator.is_valid(json.loads(raw))

    def _value(self, schema: Schema, name: str) -> Any:
        source = schema.source
        plain = source.get("examples") or [source[key] for key in ("example", "default") if key in source]
        if plain and self.maybe(0.5):
            return self.chance.choice(plain)
        return generate_value(source, schema.book.spec, rng=self.chance, hint=name)

    def _with_known(self, value: Any, name: str = "") -> Any:
        """The value with ids in it that are there."""
        if isinstance(value, dict):
            return {key: self._with_known(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._with_known(inner, name) for inner in value]
        known = self.known.get(name)
        return self.chance.choice(known) if known and isinstance(value, str) and self.maybe(0.5) else value

    def _spoilt(self, value: Any) -> Any:
        """The value with one thing in it changed."""
        if isinstance(value, dict) and value and self.maybe(0.85):
            key = self.chance.choice(list(value))
            changed = dict(value)
            match self.chance.randrange(6):
                case 0:
                    del changed[key]
                case 1:
                    changed[self.chance.choice(("unknown", "", key + "x", key.upper()))] = changed.pop(key)
                case _:
                    changed[key] = self._spoilt(changed[key])
            return changed
        if isinstance(value, list) and value and self.maybe(0.85):
            place = self.chance.randrange(len(value))
            changed_list = list(value)
            match self.chance.randrange(5):
                case 0:
                    del changed_list[place]
                case 1:
                    changed_list *= self.chance.choice((2, 30))
                case _:
                    changed_list[place] = self._spoilt(value[place])
            return changed_list
        if isinstance(value, str) and self.maybe(0.3):
            return self.chance.choice((value[:-1], value + "\u0000", value.upper(), value * 3))
        return self.chance.choice(ODD)


async def fuzz(app: MockApp, *, requests: int, seed: int, seconds: float = float("inf")) -> Report:
    """Ask so many requests, or for so long; the application has to be strict."""
    fuzzer, line, report = Fuzzer(app, seed), InProcessClient(app), Report()
    began = time.monotonic()
    with _errors() as errors:
        while report.requests < requests and time.monotonic() - began < seconds:
            asked = fuzzer.ask()
            reply = await line.reply(asked.raw)
            report.requests += 1
            head, _, body = reply.partition(b"\r\n\r\n")
            status = int(head[9:12]) if head.startswith(b"HTTP/1.1 ") else 0
            report.statuses[asked.operation, status] += 1
            operation = app.state.api.operations.get(asked.operation)
            gateway = operation is not None and status == BAD_GATEWAY and status in operation.replies
            wrong = None if gateway else _judged(asked, status, body)
            wrong = wrong or (errors[0] if errors else None)
            errors.clear()
            if wrong is not None and len(report.wrong) < 100:
                report.wrong.append(f"{wrong}\n    {asked.raw[:3000]!r}\n    {reply[:1500]!r}")
            if status < 300 and b"content-type: application/json" in head and asked.operation != STORED:
                fuzzer.learn(orjson.loads(body))
    report.seconds = time.monotonic() - began
    return report


def _judged(asked: Asked, status: int, body: bytes) -> str | None:
    """What is wrong with a reply."""
    if status >= 500 or status == 0:
        return f"{asked.operation}: {status or 'no reply'}"
    if status in (400, 422) and asked.fits:
        context = orjson.loads(body)
        return None if any(key in context for key in STATE) else f"{asked.operation}: {status} to a request that fits"
    if status < 300 and asked.fits is False:
        return f"{asked.operation}: {status} to a request that does not fit"
    return None


class _errors:  # noqa: N801  # a context manager
    """Collect what is logged as an error meanwhile, and what the event loop could tell nobody."""

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


def _is_content(schema: Schema, value: Any) -> bool:
    """Whether a text is what the document says is in it, which no validator looks at."""
    if schema.source.get("contentMediaType") != "application/json":
        return True
    try:
        orjson.loads(str(value))
    except orjson.JSONDecodeError:
        return False
    return True


def _request(method: str, target: str, headers: dict[str, str], body: bytes) -> bytes:
    head = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(head).encode("latin-1") + body


def main() -> int:
    """Fuzz for long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=900.0, help="stop after so long")
    options = parser.parse_args()
    app = make_app(strict=True)
    report = asyncio.run(fuzz(app, requests=options.requests, seed=options.seed, seconds=options.seconds))
    print(report)
    for wrong in report.wrong[:20]:
        print(wrong)
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

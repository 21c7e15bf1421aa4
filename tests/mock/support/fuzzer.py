"""Make requests for the mock server: valid ones from its spec, and mutated ones."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import orjson

from quant_ai_mock.control.mock_app import MockApp
from quant_ai_mock.document.operations import ApiOperation, Parameter
from quant_ai_mock.document.schemas import Schema
from quant_ai_mock.synthetic.schema_values import generate_value

STORED = "a stored file"  # its bytes are returned as they were uploaded, whatever their content type
PER_ORGANISATION = 300  # requests per organisation; then its state is reset, so that lists stay short
SCHEMAS: tuple[Any, ...] = (  # where a request holds a schema: small ones that ask for much, and odd ones
    {"type": "array", "minItems": 10**7},
    {"type": "string", "minLength": 10**9},
    {"type": "string", "pattern": "((((a{100}){100}){100}){100})"},
    {"allOf": [{"$ref": "#"}] * 30},
    {"type": "object", "required": ["a", "b"], "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}},
    {"type": "integer", "multipleOf": 0, "minimum": "x"},
    {"type": 5, "required": 5, "properties": [1], "allOf": 5, "format": []},
)
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
    *SCHEMAS,
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
_BEYOND = re.compile(rb"[0-9]{19}|e\+")  # numbers that JSON parsers read differently


@dataclass
class FuzzedRequest:
    """One request, and whether it is valid."""

    raw: bytes
    operation: str
    method: str
    fits: bool | None  # None if that is not known


class Fuzzer:
    """Makes requests: the same ones for the same seed and the same replies."""

    def __init__(self, app: MockApp, seed: int) -> None:
        self.rng = random.Random(seed)
        self.app = app
        self.operations = list(app.state.api.operations.values())
        self.known: dict[str, list[str]] = {}  # ids from replies, by the name of their field
        self.links: list[str] = []
        self.number = 0

    @property
    def organisation(self) -> str:
        return f"org-{self.number // PER_ORGANISATION}"

    def next_request(self) -> FuzzedRequest:
        """The next request."""
        if self.number % PER_ORGANISATION == 0:
            self.known.clear()
            self.links.clear()
            if self.number:
                self.app.state.reset(f"org-{self.number // PER_ORGANISATION - 1}")
        request = self._link() if self.links and self.maybe(0.01) else self._request(self.rng.choice(self.operations))
        self.number += 1
        return request

    def learn(self, value: Any, name: str = "") -> None:
        """Collect the ids in a reply, for later requests."""
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
        return self.rng.random() < probability

    def _request(self, operation: ApiOperation) -> FuzzedRequest:
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
            match self.rng.randrange(7):
                case 0:
                    headers["Authorization"] = self.rng.choice(("", "Bearer", "Bearer x", "Basic dGVzdA==", "\xff"))
                case 1:
                    headers["Accept"] = self.rng.choice(ACCEPTS)
                case 2:
                    headers["Content-Type"] = self.rng.choice(KINDS)
                case 3:
                    method = self.rng.choice(("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"))
                case 4:
                    examples = [
                        name for media in operation.replies.values() for m in media.values() for name in m.examples
                    ]
                    name = self.rng.choice([*examples, "none"])
                    headers["Prefer"] = f"example={name}" if self.maybe(0.5) else "dynamic=true"
                case 5:
                    headers["X-Request-Id"] = self.rng.choice(("\xff\xfe", "x" * 2000, " ", "a\tb"))
                case 6:
                    body = self.rng.choice(RAW)
                    headers.setdefault("Content-Type", "application/json")
        target = path + (f"?{query}" if query else "")
        if body and self.maybe(0.05):
            headers["Transfer-Encoding"] = "chunked"
            body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
        elif body or method in ("POST", "PUT", "PATCH"):
            headers["Content-Length"] = str(len(body))
        return FuzzedRequest(_encode(method, target, headers, body), operation.id, method, fits)

    def _link(self) -> FuzzedRequest:
        """A request to the signed URL of a file, sometimes with a change in it."""
        link = self.rng.choice(self.links)
        if self.maybe(0.3):
            place = self.rng.randrange(10, len(link))
            link = link[:place] + self.rng.choice(("", "0", "%", "&", "=", "/")) + link[place + 1 :]
        body = self.rng.choice(RAW) if self.maybe(0.5) else b""
        method = self.rng.choice(("GET", "PUT", "PUT", "DELETE"))
        headers = {"Host": "mock", "Content-Length": str(len(body))}
        return FuzzedRequest(_encode(method, link, headers, body), STORED, method, None)

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
                segments.append(quote(self.rng.choice(known), safe=""))
            elif self.maybe(0.5):
                segments.append("unknown")
            else:
                segments.append(self.rng.choice(SEGMENTS))
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
                value = self.rng.choice(ODD)
            else:
                value = self._value(parameter.schema, parameter.name)
            if not _is_content(parameter.schema, value):
                fits = None
            pairs += self._texts(parameter, value)
        if self.maybe(0.05):
            pairs.append(self.rng.choice(("unknown=1", "=", "&&", "%ff=%ff", "a[]=1&a[b]=2", "limit", "x" * 3000)))
            fits = None
        if pairs and self.maybe(0.03):
            pairs.append(self.rng.choice(pairs))
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
            value = orjson.loads(orjson.dumps(self.rng.choice(list(media.examples.values()))))
        else:
            value = self._value(media.schema, "body")
        if self.maybe(0.3):
            value = self._with_known(value)
        for _ in range(self.rng.choice((0, 0, 0, 1, 1, 2, 5))):
            value = self._mutated(value)
        try:
            raw = json.dumps(value, ensure_ascii=self.maybe(0.5)).encode()
        except RecursionError:
            raw = b"[]"
        if _BEYOND.search(raw):
            return raw, None
        valid = media.schema.validator.is_valid(json.loads(raw))
        # PHP writes an empty object as [], which the mock server accepts.
        return raw, None if not valid and b"[]" in raw else valid

    def _value(self, schema: Schema, name: str) -> Any:
        source = schema.source
        plain = source.get("examples") or [source[key] for key in ("example", "default") if key in source]
        if plain and self.maybe(0.5):
            return self.rng.choice(plain)
        return generate_value(source, schema.book.spec, rng=self.rng, hint=name)

    def _with_known(self, value: Any, name: str = "") -> Any:
        """The value with ids in it that exist."""
        if isinstance(value, dict):
            return {key: self._with_known(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._with_known(inner, name) for inner in value]
        known = self.known.get(name)
        return self.rng.choice(known) if known and isinstance(value, str) and self.maybe(0.5) else value

    def _mutated(self, value: Any) -> Any:
        """The value with one change in it."""
        if isinstance(value, dict) and value and self.maybe(0.85):
            key = self.rng.choice(list(value))
            changed = dict(value)
            match self.rng.randrange(6):
                case 0:
                    del changed[key]
                case 1:
                    changed[self.rng.choice(("unknown", "", key + "x", key.upper()))] = changed.pop(key)
                case _:
                    changed[key] = self._mutated(changed[key])
            return changed
        if isinstance(value, list) and value and self.maybe(0.85):
            place = self.rng.randrange(len(value))
            changed_list = list(value)
            match self.rng.randrange(5):
                case 0:
                    del changed_list[place]
                case 1:
                    changed_list *= self.rng.choice((2, 30))
                case _:
                    changed_list[place] = self._mutated(value[place])
            return changed_list
        if isinstance(value, str) and self.maybe(0.3):
            return self.rng.choice((value[:-1], value + "\u0000", value.upper(), value * 3))
        return self.rng.choice(ODD)


def _is_content(schema: Schema, value: Any) -> bool:
    """Whether a text is JSON if the spec says so, which validators do not check."""
    if schema.source.get("contentMediaType") != "application/json":
        return True
    try:
        orjson.loads(str(value))
    except orjson.JSONDecodeError:
        return False
    return True


def _encode(method: str, target: str, headers: dict[str, str], body: bytes) -> bytes:
    head = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(head).encode("latin-1") + body

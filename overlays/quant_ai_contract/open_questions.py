"""The questions that no public source answers, and whether some traffic does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import yaml

from .contract import Contract
from .contract_operations import EVENT_STREAM, is_json_lines
from .event_streams import parse_event_stream
from .exchange import NO_STATUS, Exchange
from .json_text import json_lines, parse_json
from .shapes import ValueShape, event_name, matched, order_of
from .spec_file import PLACES, DocumentError

_FILE: Final = "open-questions.yaml"
_CONDITIONS: Final = frozenset(("operation", "status", "sent", "query", "has", "event", "header"))


@dataclass
class Check:
    """What answers a question: an exchange for which all conditions hold. Each of them is a text, or a list of texts.

    operation: operationIds, with `*`. status: statuses such as 404 or 4XX. sent, has: places in the body of the request
    and of the reply, such as `/messages` or `/documents/[]/metadata`. query: parameters that were sent. event: kinds of
    events. header: headers of the reply, with `*`.
    """

    conditions: Mapping[str, list[str]]
    show: str
    found: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, operation: str, exchange: Exchange) -> bool:
        """Whether an exchange answers the question; what it answers is kept."""
        body = ValueShape()
        if exchange.reply_type == EVENT_STREAM:
            events = parse_event_stream(exchange.reply_body).events
        else:
            events = []
            texts = json_lines(exchange.reply_body) if is_json_lines(exchange.reply_type) else [exchange.reply_body]
            for text in filter(None, texts):
                body.add(parse_json(text))
        sent = ValueShape()
        if exchange.request_body:
            sent.add(parse_json(exchange.request_body))
        kinds = list(map(event_name, events))
        have = {
            "operation": [operation],
            "status": [str(exchange.status), f"{exchange.status // 100}XX"],
            "sent": list(sent.types),
            "has": list(body.types),
            "query": [name for name, _ in exchange.query],
            "event": kinds,
            "header": list(exchange.reply_headers),
        }
        for name, wanted in self.conditions.items():
            patterns = [one.replace("[]", "[[]]") for one in wanted] if name in ("sent", "has") else wanted
            if not any(fnmatchcase(one, pattern) for one in have[name] for pattern in patterns):
                return False
        place = f"{operation} {exchange.status}"
        self.found.setdefault(place, Counter()).update([self._shown(exchange, body, events, kinds)])
        return True

    def _shown(self, exchange: Exchange, body: ValueShape, events: list[dict[str, Any]], kinds: list[str]) -> str:
        if self.show == "headers":
            names = self.conditions.get("header", ["*"])
            return ", ".join(f"{name}: {value}" for name, value in exchange.reply_headers.items()
                             if any(fnmatchcase(name, one) for one in names))  # fmt: skip
        if self.show == "order":
            return order_of(kinds)
        if self.show == "events":
            wanted = self.conditions.get("event", ["*"])
            shapes: dict[str, ValueShape] = {}
            for kind, event in zip(kinds, events, strict=True):
                if any(fnmatchcase(kind, one) for one in wanted):
                    shapes.setdefault(kind, ValueShape()).add(parse_json(event["data"]))
            return "; ".join(f"{kind} {_fields(shape)}" for kind, shape in shapes.items())
        if self.show == "status":
            return str(exchange.status)
        return _fields(body) if body.count else "no body"


@dataclass
class OpenQuestion:
    """One question, and the checks that answer it."""

    name: str
    question: str
    checks: list[Check]
    requests: list[dict[str, Any]]
    """The requests that would answer it; `scripts/learn_tour.py` sends them."""
    answered: int = 0


class OpenQuestions:
    """All open questions."""

    def __init__(self, contract: Contract, path: Path | None = None) -> None:
        """Read the questions, by default those that are shipped with this package.

        Raises:
            DocumentError: They cannot be read.
        """
        self._contract = contract
        self.questions = [_question(one) for one in _read(path)]

    def add(self, exchange: Exchange, path: str) -> None:
        """See whether an exchange answers a question."""
        match = matched(self._contract, exchange, path)
        if match is None or exchange.status == NO_STATUS:
            return
        for question in self.questions:
            answers = [check.add(match.operation.id, exchange) for check in question.checks]
            question.answered += any(answers)


def _read(path: Path | None) -> list[dict[str, Any]]:
    places = [path] if path is not None else [place.with_name(_FILE) for place in PLACES]
    for place in places:
        if place.is_file():
            value = yaml.safe_load(place.read_text(encoding="utf-8"))
            if not isinstance(value, dict) or not isinstance(value.get("questions"), list):
                raise DocumentError(f"{place}: it has no questions")
            found: list[dict[str, Any]] = value["questions"]
            return found
    raise DocumentError(f"no {_FILE}: looked in {' and '.join(str(place.parent) for place in places)}")


def _question(source: dict[str, Any]) -> OpenQuestion:
    checks = []
    for one in source.get("answered_by", []):
        unknown = set(one) - _CONDITIONS - {"show"}
        if unknown:
            raise DocumentError(f"{_FILE}: {source.get('name')}: a check has no {sorted(unknown)[0]!r}")
        conditions = {name: _texts(value) for name, value in one.items() if name != "show"}
        checks.append(Check(conditions, str(one.get("show", "fields"))))
    return OpenQuestion(source["name"], source["question"], checks, source.get("requests", []))


def _texts(value: Any) -> list[str]:
    return [str(one) for one in (value if isinstance(value, list) else [value])]


def _fields(shape: ValueShape) -> str:
    fields = [(place, types) for place, types in shape.fields() if place or len(shape.types) == 1]
    return "{" + ", ".join(f"{place.lstrip('/') or 'body'}: {types}" for place, types in fields) + "}"

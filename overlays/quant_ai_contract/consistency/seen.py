"""One exchange of a recording, as the judges of consistency look at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from quant_ai_common.json_values import Json

from ..contract import OperationMatch
from ..contract_operations import ContractOperation, DocumentedReply, is_json
from ..exchange import Exchange
from ..json_text import NOT_JSON, is_too_deep

ResourceKey = tuple[str, ...]
"""What a request names: the organisation, then the segments of the path, decoded."""

_CHANGES: Final = frozenset(("POST", "PUT", "PATCH", "DELETE"))


@dataclass(frozen=True)
class SeenExchange:
    """An exchange, its operation, and its place in the recording."""

    number: int
    exchange: Exchange
    match: OperationMatch
    organisation: str

    def __str__(self) -> str:
        return f"{self.exchange.method} {self.exchange.path} (exchange {self.number})"

    @property
    def operation(self) -> ContractOperation:
        return self.match.operation

    @property
    def succeeded(self) -> bool:
        return 200 <= self.exchange.status < 300

    @property
    def changes(self) -> bool:
        """Whether the request may have changed something."""
        return self.operation.method in _CHANGES and self.succeeded

    def follows(self, ended: float | None) -> bool:
        """Whether the request was sent after an exchange that ended at this time, and not beside it."""
        return ended is None or self.exchange.started is None or self.exchange.started >= ended

    @cached_property
    def reply(self) -> DocumentedReply | None:
        """What the spec says of the reply."""
        return self.operation.reply(self.exchange.status)

    @cached_property
    def sent(self) -> Json:
        """The JSON of the request; None if there is none."""
        if not self.exchange.request_body_known:
            return None
        return _json(self.exchange.request_body, self.exchange.request_json)

    @cached_property
    def got(self) -> Json:
        """The JSON of the reply; None if there is none."""
        if not is_json(self.exchange.reply_type) or not self.exchange.reply_body_known:
            return None
        return _json(self.exchange.reply_body, self.exchange.reply_json)

    @cached_property
    def key(self) -> ResourceKey:
        """What the path names."""
        return resource_key(self.organisation, self.operation, self.match.path)

    @property
    def is_respelt(self) -> bool:
        """Whether the path has the other spelling of "organisations"."""
        return "/organizations/" in self.exchange.path

    @cached_property
    def query(self) -> Mapping[str, str]:
        return dict(self.exchange.query)


def resource_key(organisation: str, operation: ContractOperation, path: Mapping[str, str]) -> ResourceKey:
    """What a path with these values names."""
    return (organisation, *[path.get(one[1:-1], one) if one[:1] == "{" else one for one in operation.segments])


def area(operation: ContractOperation) -> str:
    """The first word of a path: what is created, listed and deleted below it may be the same."""
    return _first_word(operation.target)


@cache
def _first_word(target: str) -> str:
    return next(iter(re.findall(r"(?<=/)[a-z][^/{]*", target)), "")


def _json(raw: bytes, value: Json) -> Json:
    return None if value is NOT_JSON or is_too_deep(value, raw) else value

"""Read recordings for the commands that look at more than one exchange at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .contract import Contract
from .exchange import Exchange
from .har import read_har
from .targets import BaseUrl


def api_exchanges(
    contract: Contract, file: Path, base_url: BaseUrl | None, left_out: Counter[str]
) -> Iterator[tuple[Exchange, str]]:
    """The exchanges of a recording that are of the API, each with its path relative to the server of the spec.

    Raises:
        RecordingError: The file cannot be read, or not to its end.
    """
    for exchange in read_har(file, left_out):
        if base_url is None:
            relative = contract.relative(exchange.path)
            path = relative[1] if relative is not None else None
        else:
            path = base_url.target(contract, exchange.url)
        if path is None:
            left_out["went elsewhere"] += 1
        else:
            yield exchange, path

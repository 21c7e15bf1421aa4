"""What becomes of an exchange that passed the recording proxy: it is redacted, written, and then judged."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import Counter, deque
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from quant_ai_common.addresses import url_of

from .captured import CapturedExchange
from .checking import check
from .consistency import Consistency
from .contract import Contract
from .exchange import NO_STATUS, Exchange
from .findings import Verdict
from .har import NO_REPLY, PREFLIGHT
from .har_entries import har_entry
from .har_writer import HarWriter
from .recorder import Recorder
from .recorder_server import Server, serving
from .redactor import Redactor
from .upstream import Upstream

ELSEWHERE = "went elsewhere"
WORD_TOKEN = "the token is a common word: it is redacted in headers and fields of secrets, and stays in other texts"


class Recording:
    """A recording that is being made."""

    def __init__(
        self,
        contract: Contract,
        upstream: Upstream,
        writer: HarWriter,
        redactor: Redactor,
        judged: Callable[[Verdict], None],
        say: Callable[[str], None],
    ) -> None:
        """Begin a recording.

        Args:
            contract: What exchanges are judged by.
            upstream: The server that is recorded.
            writer: The file.
            redactor: Takes out the secrets.
            judged: Called with the verdict on each exchange.
            say: Called with one line for what goes wrong.
        """
        self.left_out: Counter[str] = Counter()
        self._contract, self._upstream, self._writer, self._redactor = contract, upstream, writer, redactor
        self._judged, self._say = judged, say
        self._consistency = Consistency(contract)
        self._waiting: deque[tuple[Exchange, str]] = deque()
        self._is_full = self._has_warned = False
        self._app = Recorder(upstream, self.add, lambda line: say(redactor.text(line)))
        self._app.after = self._judge

    @contextlib.contextmanager
    def beside(self, listener: socket.socket) -> Iterator[str]:
        """Record in a thread as long as the block lasts; gives the URL of the proxy."""
        with serving(self._app, listener, self._upstream.close):
            yield url_of(listener)
        self._judge()

    def until_signal(self, listener: socket.socket, ready: Callable[[], None]) -> None:
        """Record until a signal comes. `ready` is called as soon as requests are answered."""
        server = Server(self._app, ready)

        async def serve() -> None:
            try:
                await server.serve([listener])
            finally:
                await self._upstream.close()

        with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
            runner.run(serve())
        self._judge()

    def add(self, captured: CapturedExchange) -> None:
        """Write an exchange."""
        path = self._path(captured.url)
        exchange = captured.readable()
        try:
            entry = har_entry(exchange, self._redactor, self._ids(captured.method, path))
        except Exception as error:  # whatever is in an exchange, the proxy goes on
            self._writer.lost += 1
            self._say(f"not recorded: {captured.method} {urlsplit(captured.url).path}: {type(error).__name__}")
        else:
            if self._redactor.word_tokens and not self._has_warned:
                self._has_warned = True
                self._say(WORD_TOKEN)
            if not self._writer.add(entry) and not self._is_full:
                self._is_full = True
                self._say(f"{self._writer.path}: {self._writer.error}; recording goes on where there is space")
        if captured.status == NO_STATUS:
            self.left_out[NO_REPLY] += 1
        elif captured.method == "OPTIONS" and "access-control-request-method" in exchange.request_headers:
            self.left_out[PREFLIGHT] += 1
        elif path is None:
            self.left_out[ELSEWHERE] += 1
        else:
            self._waiting.append((exchange.as_exchange, path))

    def _judge(self) -> None:
        while self._waiting:
            exchange, path = self._waiting.popleft()
            self._judged(self._consistency.judge(check(self._contract, exchange, path), path))

    def _path(self, url: str) -> str | None:
        """The path relative to the first server of the spec; None for what is not of the API."""
        path = urlsplit(url).path
        below = path.removeprefix(self._upstream.prefix)
        for candidate in (below, path):
            relative = self._contract.relative(candidate)
            if relative is not None:
                return relative[1]
        return below if self._upstream.prefix and self._contract.matches(below) else None

    def _ids(self, method: str, path: str | None) -> list[str]:
        """The ids in a path."""
        match = self._contract.matches(path).get(method) if path is not None else None
        values = match.path.items() if match is not None else ()
        return [value for name, value in values if name.lower().endswith("id") and "model" not in name.lower()]

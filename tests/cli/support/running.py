"""Run the command in this process, as `quant-ai` would, and keep what it printed."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from quant_ai_cli.application import run
from quant_ai_mock.testing import Mock, Organisation


@dataclass
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON values on the lines."""
        assert self.code == 0, self.err
        return [json.loads(line) for line in self.out.splitlines()]


class CommandRunner:
    """Runs commands against a mock server, in an organisation of their own."""

    def __init__(
        self, mock: Mock, organisation: str, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]
    ) -> None:
        self.mock, self.organisation, self._patch, self._capture = mock, organisation, monkeypatch, capture

    def __call__(self, *arguments: str, stdin: str | bytes | None = "") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        source = None if data is None else io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        self._patch.setattr(sys, "stdin", source)
        self._capture.readouterr()
        code = run([*arguments])
        printed = self._capture.readouterr()
        return Ran(code, printed.out, printed.err)

    def on_terminal(self, columns: int = 80, *, stdin: bool = False) -> None:
        """Let stdout and stderr look like a terminal, and stdin too if wanted."""

        def is_terminal(stream: object) -> bool:
            return stream in (sys.stdout, sys.stderr) or (stdin and stream is sys.stdin)

        self._patch.setattr("quant_ai_cli.terminal.is_terminal", is_terminal)
        self._patch.setenv("COLUMNS", str(columns))

    @property
    def service(self) -> Organisation:
        """The organisation of this test on the mock server."""
        return self.mock.organisation(self.organisation)

    def bodies(self, operation: str) -> list[Any]:
        """The bodies of the requests to an operation."""
        return [request["body"] for request in self.service.requests(operation)]

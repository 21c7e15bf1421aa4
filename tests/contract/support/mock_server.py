"""Run the mock server behind a recorder, with the active mutation applied if it is one of the mock server."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quant_ai_contract import Contract
from quant_ai_mock.server import make_app, serving
from quant_ai_mock.state.server_state import ServerState
from quant_ai_mock.testing import Mock

from ..mutations.active import active_mutation
from ..mutations.mutating_middleware import MutatingMiddleware
from .loaded_spec import mock_spec_file
from .recorder import ExchangeRecorder

STRANGER = "stranger-token"
"""A token that is good for the organisation "elsewhere" alone."""
JOBS = ("execution", "tool_execution", "tool_orchestration", "slack_connection", "crawl")


@dataclass
class RecordedApp:
    """The mock server's application behind a recorder."""

    recorder: ExchangeRecorder
    state: ServerState

    def settle(self) -> None:
        """Let jobs end when they are first read, and stop the clock, so that orchestrations keep their state."""
        self.state.settings.change({"transitions": dict.fromkeys(JOBS, "immediate")})
        self.state.clock.freeze()


@dataclass
class RecordedMockServer(RecordedApp):
    """A running mock server, with its recorder."""

    url: str
    mock: Mock


def recorded_app(contract: Contract, **options: Any) -> RecordedApp:
    """Make the mock server's application, with the mutation in front of it and the recorder in front of both."""
    mutation = active_mutation("mock")
    strangers = {STRANGER: ["elsewhere"]}
    app = make_app(spec=mock_spec_file(), tokens=strangers, strict=mutation is None, **options)
    app.state.forgiving = False
    in_front = mutation is not None and mutation.change_spec is None
    return RecordedApp(
        ExchangeRecorder(MutatingMiddleware(app, mutation, contract) if in_front else app, contract), app.state
    )


@contextlib.contextmanager
def recorded_mock_server(contract: Contract, **options: Any) -> Iterator[RecordedMockServer]:
    """Run the mock server on a free local port for the length of the block."""
    app = recorded_app(contract, **options)
    with serving(app.recorder) as url, contextlib.closing(Mock(url)) as mock:
        try:
            yield RecordedMockServer(app.recorder, app.state, url, mock)
        finally:
            app.state.store.close()

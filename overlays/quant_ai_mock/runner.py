"""Run a command beside the mock server, with an environment that leads it there: `quant-ai-mock -- npm test`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from types import FrameType

from .world import TEST_TOKEN

ORGANISATION = "mock"
NOT_STARTED = 127  # what a shell answers for a command that it cannot find


def run(command: Sequence[str], url: str) -> int:
    """The exit code of a command, as a shell gives it."""
    environment = {"QUANT_BASE_URL": url, "QUANT_API_TOKEN": TEST_TOKEN, "QUANT_ORGANISATION": ORGANISATION}
    try:
        child = subprocess.Popen(command, env=os.environ | environment)
    except OSError as error:
        print(f"quant-ai-mock: {command[0]}: {error.strerror}", file=sys.stderr)
        return NOT_STARTED

    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to the command as well
    code = child.wait()
    return code if code >= 0 else 128 - code

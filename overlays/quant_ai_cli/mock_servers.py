"""The mock server, in this process; the one module of the command that imports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .failures import CommandError, ExitCode


@contextmanager
def running() -> Iterator[Any]:
    """A mock server while the block runs.

    Raises:
        CommandError: The extra `mock` is not installed.
    """
    try:
        from quant_ai_mock import running_mock

        server = running_mock()
        mock = server.__enter__()
    except ModuleNotFoundError as error:
        raise _missing(error) from None
    try:
        yield mock
    finally:
        server.__exit__(None, None, None)


def serve(arguments: Sequence[str]) -> int:
    """Run `quant-ai-mock` with its own arguments.

    Raises:
        CommandError: The extra `mock` is not installed.
    """
    try:
        from quant_ai_mock.cli import main
    except ModuleNotFoundError as error:
        raise _missing(error) from None
    return main(arguments)


def _missing(error: ModuleNotFoundError) -> CommandError:
    return CommandError(f"the mock server needs {error.name}: pip install 'quant-ai[mock]'", ExitCode.USAGE)

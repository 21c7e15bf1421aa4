"""`--jq`: filter JSON with the jq library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click


def compiled(expression: str) -> Callable[[str], Iterator[Any]]:
    """A filter from the text of a JSON value to the values that the expression gives.

    Raises:
        click.UsageError: jq is missing, or does not understand the expression.
    """
    try:
        import jq
    except ModuleNotFoundError:
        raise click.UsageError("--jq needs jq: pip install 'quant-ai[cli]'") from None
    try:
        program = jq.compile(expression)
    except ValueError as error:
        raise click.UsageError(f"--jq {expression}: {_reason(error)}") from None

    def apply(text: str) -> Iterator[Any]:
        try:
            yield from program.input_text(text)
        except ValueError as error:
            raise click.UsageError(f"--jq {expression}: {_reason(error)}") from None

    return apply


def _reason(error: ValueError) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0].removeprefix("jq: ").removeprefix("error: ") if lines else "jq does not understand it"

"""`quant-ai mock`: the mock server, as `quant-ai-mock`."""

from __future__ import annotations

import click

from .command_classes import OurCommand


def mock_command(table: object) -> click.Command:
    """The command that passes everything on to the mock server."""
    return OurCommand(
        name="mock",
        callback=_serve,
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
        add_help_option=False,  # the mock server has its own
        has_common=False,
    )


def _serve(arguments: tuple[str, ...]) -> int:
    from .mock_servers import serve

    return serve(arguments)

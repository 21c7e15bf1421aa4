"""`--tool module:function`: Python functions as tools, which ask before each call on a terminal."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any

import click

from . import terminal

if TYPE_CHECKING:
    from quant_ai import Tool


class DeclinedError(Exception):
    """The user did not allow a call; the model is told."""


def loaded_tools(names: Sequence[str], *, ask: bool) -> list[Tool]:
    """The functions of these names as tools.

    Args:
        names: Each `module:function`; modules may be in the present folder.
        ask: Whether to ask before each call.

    Raises:
        click.UsageError: There is no such function, or nobody can be asked.
    """
    if not names:
        return []
    if ask and not (terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stderr)):
        raise click.UsageError("--tool asks before each call, and this is no terminal; --yes allows all calls")
    from quant_ai import Tool

    lock = Lock()  # calls run in threads, and one question is asked at a time
    return [Tool(_asking(_function(name), lock) if ask else _function(name)) for name in names]


def _function(name: str) -> Callable[..., Any]:
    module, _, path = name.partition(":")
    if not module or not path:
        raise click.UsageError(f"--tool {name}: write MODULE:FUNCTION, such as weather:get_weather")
    sys.path.insert(0, "")  # for this import alone: files of the folder must not hide libraries that are needed later
    try:
        found: Any = import_module(module)
        for part in path.split("."):
            found = getattr(found, part)
    except Exception as error:
        raise click.UsageError(f"--tool {name}: {type(error).__name__}: {error}") from None
    finally:
        sys.path.remove("")
        sys.path.append("")
    if not callable(found):
        raise click.UsageError(f"--tool {name} is no function")
    made: Callable[..., Any] = found
    return made


def _asking(function: Callable[..., Any], lock: Lock) -> Callable[..., Any]:
    """The function, which asks before it is called."""

    @functools.wraps(function)
    def asking(**arguments: Any) -> Any:
        name = getattr(function, "__name__", "the tool")
        given = ", ".join(f"{key}={json.dumps(value, default=str)}" for key, value in arguments.items())
        question = terminal.safe(f"Run {name}({given})? [y/N] ")
        with lock:
            terminal.write_error(f"\n{question}")
            answer = sys.stdin.readline()
        if answer.strip().lower() not in ("y", "yes"):
            raise DeclinedError("the user did not allow this call")
        return function(**arguments)

    return asking

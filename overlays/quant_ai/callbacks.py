"""Call the user's callbacks: sync ones in both clients, async ones in the async client alone."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def callback(argument: str, function: Callable[..., object] | None) -> Callable[..., None]:
    """A function that calls a callback; it does nothing if there is none.

    Args:
        argument: The name of the argument, for errors.
        function: The callback.

    Raises:
        ConfigurationError: The callback is async. If only its result shows that, the call raises.
    """
    if function is None:
        return _nothing
    _check_callable(argument, function)
    refusal = f"{argument} is an async function, which needs AsyncQuantAI; pass a function that is not async"
    if inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__):
        raise ConfigurationError(refusal)

    def call(*arguments: Any) -> None:
        result = function(*arguments)
        if inspect.isawaitable(result):
            if inspect.iscoroutine(result):
                result.close()
            raise ConfigurationError(refusal)

    return call


def callback_async(argument: str, function: Callable[..., object] | None) -> Callable[..., Awaitable[None]]:
    """A function that calls a callback, and awaits it if it is async; see `callback`."""
    if function is not None:
        _check_callable(argument, function)

    async def call(*arguments: Any) -> None:
        if function is not None:
            result = function(*arguments)
            if inspect.isawaitable(result):
                await result

    return call


def _check_callable(argument: str, function: object) -> None:
    if not callable(function):
        raise ConfigurationError(f"{argument} must be a function, got {function!r:.100}")


def _nothing(*arguments: Any) -> None:
    """Take the place of a callback that was not given."""

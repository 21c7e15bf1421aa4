"""What a function's signature says: its parameters with their types, whatever wraps the function.

Type hints may be strings, of classes that only a function knows or that only type checkers import. So each hint is
resolved by itself, and a return type, which a tool does not need, is not resolved at all.
"""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_type_hints

from ..errors import ConfigurationError
from ..json_types.class_fields import surrounding_names


class Signature(NamedTuple):
    """The signature of a function, without the arguments that are bound to it already."""

    parameters: Mapping[str, inspect.Parameter]
    bound: frozenset[str]
    """The names of the arguments that `functools.partial` has bound."""
    hints: Mapping[str, Any]
    """The type of each parameter that has one."""
    known: Mapping[str, Any]
    """Names that the function's code can see, for hints inside the classes that its hints name."""


def read_signature(function: Callable[..., Any], tool: str) -> Signature:
    """The signature of a function.

    Args:
        function: The function, class or other callable.
        tool: The tool's name, for errors.

    Raises:
        ConfigurationError: It has no signature, or names a type that cannot be found.
    """
    try:
        parameters = inspect.signature(function).parameters
    except (TypeError, ValueError) as error:
        raise ConfigurationError(
            f"tool {tool}: its signature cannot be inspected ({error}); wrap it in a function"
        ) from None
    bound = frozenset(function.keywords) if isinstance(function, functools.partial) else frozenset[str]()
    code = _code_of(inner(function))
    known = _known_names(code)
    annotations = _annotations(code)
    hints: dict[str, Any] = {}
    for name in parameters:
        if name in annotations and name not in bound:
            try:
                hints[name] = resolve(annotations[name], getattr(code, "__globals__", {}), known)
            except NameError as error:
                raise ConfigurationError(
                    f"tool {tool}: the type of argument {name!r} cannot be found: {error}; define or import it where"
                    " the module can see it, not inside a function or below `if TYPE_CHECKING:`"
                ) from None
    return Signature({name: each for name, each in parameters.items() if name not in bound}, bound, hints, known)


def inner(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function that a `functools.partial` calls in the end, or the function itself."""
    while isinstance(function, functools.partial):
        function = function.func
    return function


def is_async(function: Callable[..., Any]) -> bool:
    """Whether calling the function gives a coroutine, as far as the function says so itself."""
    called = inner(function)
    return inspect.iscoroutinefunction(called) or inspect.iscoroutinefunction(getattr(called, "__call__", None))  # noqa: B004


def resolve(hint: Any, names: Mapping[str, Any], local: Mapping[str, Any]) -> Any:
    """A type hint in which strings are replaced by the types that they name.

    Raises:
        NameError: A name in it is unknown.
    """

    def holder() -> None: ...

    holder.__annotations__ = {"hint": hint}
    return get_type_hints(holder, dict(names), dict(local), include_extras=True)["hint"]


def _code_of(function: Callable[..., Any]) -> Any:
    """The plain function behind a class, method, wrapper or object that can be called."""
    if inspect.isclass(function):
        return function.__init__
    if not inspect.isroutine(function) and not hasattr(function, "__wrapped__"):
        function = type(function).__call__
    function = inspect.unwrap(function)
    return getattr(function, "__func__", function)


def _annotations(code: Any) -> Mapping[str, Any]:
    if sys.version_info >= (3, 14):
        from annotationlib import Format, get_annotations

        return get_annotations(code, format=Format.FORWARDREF)
    return getattr(code, "__annotations__", {})


def _known_names(code: Any) -> Mapping[str, Any]:
    """The variables around a function: those that it uses, and those of the functions that are making the tool."""
    known = surrounding_names(getattr(code, "__globals__", {}))
    if inspect.isfunction(code):
        known |= inspect.getclosurevars(code).nonlocals
    return known

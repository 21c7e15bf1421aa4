"""What a function's signature says: its parameters with their types, whatever wraps the function.

Type hints may be strings, of classes that only a function knows or that only type checkers import. So each hint is
resolved by itself, and a return type, which a tool does not need, is not resolved at all.
"""

from __future__ import annotations

import builtins
import functools
import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Unpack, get_args, get_origin, get_type_hints

from quant_ai_client.types import UNSET

from ..errors import ConfigurationError
from ..json_types.class_fields import fields_of, surrounding_names
from ..json_types.misfits import UnsupportedType


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
        ConfigurationError: It has no signature, is a method without its object, or names a type that cannot be found.
    """
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(
            f"tool {tool}: its signature cannot be inspected ({error}); wrap it in a function"
        ) from None
    bound = frozenset(function.keywords) if isinstance(function, functools.partial) else frozenset[str]()
    code = _code_of(inner(function))
    if owner := _owner_of(inner(function), signature):
        raise ConfigurationError(f"tool {tool}: it is a method of {owner} without an object; pass the method of one")
    known = _known_names(code)
    annotations = _annotations(code)
    module = vars(inspect.getmodule(inner(function)) or builtins)
    names = {**module, **getattr(code, "__globals__", {})}
    parameters: dict[str, inspect.Parameter] = {}
    hints: dict[str, Any] = {}
    for name, parameter in signature.parameters.items():
        if name in bound:
            continue
        parameters[name] = parameter
        # The signature of a class, or of a mock, may have an annotation that its code does not have.
        annotation = annotations.get(name, parameter.annotation)
        if annotation is parameter.empty:
            continue
        try:
            hints[name] = resolve(annotation, names, known)
            if parameter.kind is parameter.VAR_KEYWORD and get_origin(hints[name]) is Unpack:
                del parameters[name]
                _add_unpacked(get_args(hints.pop(name))[0], known, bound, parameters, hints)
        except (NameError, UnsupportedType) as error:
            if name not in annotations:  # of a mock, which does not know the module of its function
                continue
            raise ConfigurationError(
                f"tool {tool}: the type of argument {name!r} cannot be found: {error}; define or import it where"
                " the module can see it, not inside a function or below `if TYPE_CHECKING:`"
            ) from None
    return Signature(parameters, bound, hints, known)


def _add_unpacked(
    kind: Any,
    known: Mapping[str, Any],
    bound: frozenset[str],
    parameters: dict[str, inspect.Parameter],
    hints: dict[str, Any],
) -> None:
    """Add the arguments that `**kwargs: Unpack[kind]` stands for."""
    fields = fields_of(kind, known)
    if fields is None:
        raise UnsupportedType(f"{kind!r} is no TypedDict")
    for name, hint in fields.hints.items():
        if name not in bound:
            default = inspect.Parameter.empty if name in fields.required else UNSET
            parameters[name] = inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default)
            hints[name] = hint


def _owner_of(function: Any, signature: inspect.Signature) -> str:
    """The class of a method that has no object yet; empty for other functions."""
    if not inspect.isfunction(function) or [*signature.parameters][:1] != ["self"]:
        return ""
    owner = function.__qualname__.rpartition(".")[0]
    return "" if owner.endswith("<locals>") else owner


def inner(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function that a `functools.partial` calls in the end, or the function itself."""
    while isinstance(function, functools.partial):
        function = function.func
    return function


def is_async(function: Callable[..., Any]) -> bool:
    """Whether calling the function gives a coroutine, as far as the function says so itself."""
    called = inner(function)
    return inspect.iscoroutinefunction(called) or inspect.iscoroutinefunction(type(called).__call__)


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

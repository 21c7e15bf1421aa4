"""The groups of operations of a client.

A namespace takes arguments: `client.rooms(house="red")` has the methods, `client.rooms` alone has none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, update_wrapper
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeVar

F = TypeVar("F", bound=Callable[..., object])


class Namespace:
    """The bound method of a client that gives the namespace."""

    def __init__(self, method: Callable[..., object]) -> None:
        update_wrapper(self, method)
        self._method = method

    def __call__(self, *args: Any, **kwargs: Any) -> object:
        return self._method(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<namespace {self._usage()}>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        raise AttributeError(f"client.{self._method.__name__} needs arguments: write {self._usage()}.{name}")

    def _usage(self) -> str:
        given = ", ".join(f"{name}=..." for name in signature(self._method).parameters)
        return f"client.{self._method.__name__}({given})"


class _NamespaceMethod:
    """Binds the method to a client when it is read."""

    def __init__(self, function: Callable[..., object]) -> None:
        self.__doc__ = function.__doc__
        self._function = function

    def __get__(self, client: object, owner: type | None = None) -> Any:
        return self._function if client is None else Namespace(self._function.__get__(client, owner))


class _Nobody:
    """What stands in for a client where only the class of a group matters."""

    _caller = None


class _Resource(cached_property[Any]):
    """A group of operations, made when it is first read.

    On the class of the client it is the class of the group, so that `create_autospec` and the like find its methods.
    """

    def __get__(self, client: object, owner: type | None = None) -> Any:
        return type(self.func(_Nobody())) if client is None else super().__get__(client, owner)


if TYPE_CHECKING:
    resource = cached_property

    def namespace(function: F) -> F:
        """Mark a method of a client that gives a namespace; type checkers see the method alone."""
        return function

else:
    resource = _Resource
    namespace = _NamespaceMethod

"""Find the handler of each operation: a function named after its operationId, in the module named after its tag.

An operation without such a function is served by `generic`, from the spec alone.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from inspect import isfunction
from types import ModuleType

from ..document.api import Api
from ..state.request_context import Handler
from .generic import generic


def handlers(api: Api) -> dict[str, Handler]:
    """The handler of each operation, by operationId."""
    found: dict[str, Handler] = {}
    for tag in api.tags:
        operations = [operation for operation in api.operations.values() if operation.tag == tag]
        name = f"{__package__}.{tag}"
        module = import_module(name) if tag.isidentifier() and find_spec(name) is not None else None
        for operation in operations:
            found[operation.id] = _own(module, operation.id) or generic(api, operation, found)
    return found


def _own(module: ModuleType | None, name: str) -> Handler | None:
    """A handler that a module defines: nothing that it imports, or that Python puts there."""
    handler: Handler | None = vars(module).get(name) if module is not None and not name.startswith("_") else None
    return handler if isfunction(handler) and module is not None and handler.__module__ == module.__name__ else None


def without_handler(handlers: Mapping[str, Handler]) -> frozenset[str]:
    """The operations that are served from the spec alone; they need not list how the server refuses a request."""
    return frozenset(name for name, handler in handlers.items() if handler.__module__ == generic.__module__)


def failure(operation: str, error: Exception) -> str:
    """What failed and where, in a line. A KeyError means that a handler reads what the spec does not have."""
    text = f"{type(error).__name__}: {error}"
    package = f"{__package__}."
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        module = frame.f_globals.get("__name__", "")
        if module.startswith(package):
            file = f"{module.replace('.', '/')}.py:{line}"
            return f"{text} at {file}, in the handler of {operation}; it may expect another version of the spec"
    return text

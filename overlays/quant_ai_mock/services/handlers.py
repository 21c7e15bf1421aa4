"""Find the handler of each operation: a function named after its operationId, in the module named after its tag.

An operation without such a function is served by `generic`, from the spec alone.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias

from ..document.api import Api
from ..state.request_context import RequestContext
from .generic import generic

Handler: TypeAlias = Callable[[RequestContext], Any]


def handlers(api: Api) -> dict[str, Handler]:
    """The handler of each operation, by operationId."""
    found: dict[str, Handler] = {}
    for tag in api.tags:
        operations = [operation for operation in api.operations.values() if operation.tag == tag]
        name = f"{__package__}.{tag}"
        module = import_module(name) if tag.isidentifier() and find_spec(name) is not None else None
        for operation in operations:
            found[operation.id] = getattr(module, operation.id, None) or generic(api, operation)
    return found

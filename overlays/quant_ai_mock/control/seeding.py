"""Seed an organisation with records, by the same handlers that create them over HTTP."""

from __future__ import annotations

from typing import Any

from ..document.validation_messages import field_errors
from ..services.handlers import handlers
from ..state.request_context import Reply, RequestContext
from ..state.server_state import TEST_TOKEN, ServerState


class SeedError(ValueError):
    """Seed data that no create operation accepts."""


def seed_records(state: ServerState, organisation: str, data: dict[str, Any]) -> dict[str, Any]:
    """Create records: for each resource (`sessions`, `vector-db/collections`) a list of bodies of create requests.

    Returns:
        The replies of the create operations, in the same form.

    Raises:
        SeedError: There is no such resource, or a body does not fit its schema.
    """
    found: dict[str, Any] = {}
    handler_of = handlers(state.api)
    creates = {
        operation.path.strip("/"): operation
        for operation in state.api.operations.values()
        if operation.method == "POST" and operation.body is not None
    }
    with state.store.transaction():
        for path, bodies in data.items():
            operation, values = _match(creates, path)
            if operation is None:
                raise SeedError(f"cannot create anything at {path!r}: there are {', '.join(sorted(creates))}")
            found[path] = []
            for body in bodies if isinstance(bodies, list) else [bodies]:
                schema = operation.body.schema
                if schema is not None and not schema.is_valid(body):
                    raise SeedError(f"{path}: {field_errors(schema.validator.iter_errors(body))}")
                context = RequestContext(
                    state, operation, organisation, TEST_TOKEN, values, {}, {}, body, {}, "http://127.0.0.1"
                )
                result = handler_of[operation.id](context)
                found[path].append(result.body if isinstance(result, Reply) else result)
    return found


def _match(creates: dict[str, Any], path: str) -> tuple[Any, dict[str, str]]:
    """The create operation with this path, and the values of its path parameters."""
    wanted = path.strip("/").split("/")
    for operation in creates.values():
        if len(operation.segments) == len(wanted) and all(
            segment.startswith("{") or segment == part for segment, part in zip(operation.segments, wanted, strict=True)
        ):
            values = [part for segment, part in zip(operation.segments, wanted, strict=True) if segment.startswith("{")]
            return operation, dict(zip(operation.path_parameter_names, values, strict=True))
    return None, {}

"""Check requests to the control plane against its own spec, control.yaml, before anything is done.

A name that is not known is refused together with the nearest one that is. A wrong name would otherwise change nothing,
or the whole server, and the test that sent it would go on and pass for the wrong reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from ..document.loading import load
from ..document.schemas import Json, Schema, SchemaBook

CONTROL_SPEC = Path(__file__).with_name("control.yaml")
_LONGEST = 300
_MOST_NAMES = 20


class ControlError(Exception):
    """A request to the control plane that cannot be carried out."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class OrderChecks:
    """What one operation of the control plane accepts."""

    parameters: list[str] = field(default_factory=list)
    body: Schema | None = None
    body_required: bool = False

    def check(self, query: Collection[str], body: Json) -> None:
        """Check the names of the query's parameters, and the body; None if there is none.

        Raises:
            ControlError: They do not fit.
        """
        for name in query:
            if name not in self.parameters:
                raise ControlError(422, unknown("parameter", name, self.parameters))
        if body is None:
            if self.body_required:
                raise ControlError(422, "the body must be a JSON object")
            return
        if not isinstance(body, dict):
            raise ControlError(422, "the body must be a JSON object")
        if self.body is not None:
            _check_body(self.body, body)


def order_checks(path: str, method: str) -> OrderChecks:
    """The checks of the operation at a path of control.yaml; none if it is not listed there."""
    book = _book()
    item = book.spec["paths"].get(path, {})
    source = item.get(method)
    if source is None:
        return OrderChecks()
    parameters = [
        book.resolve(parameter, ())[0] for parameter in [*item.get("parameters", []), *source.get("parameters", [])]
    ]
    found = OrderChecks([parameter["name"] for parameter in parameters if parameter["in"] == "query"])
    if "requestBody" in source:
        body, location = book.resolve(source["requestBody"], ("paths", path, method, "requestBody"))
        found.body = book.at(*location, "content", "application/json", "schema")
        found.body_required = body.get("required", False)
        found.parameters.append("organisation")  # in the body or in the query
    return found


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The message about a name that is not known, with the nearest one that is."""
    names = list(known)
    simple = {"".join(filter(str.isalnum, one)).lower(): one for one in names}
    close = get_close_matches("".join(filter(str.isalnum, name)).lower(), simple, n=1)
    if close:
        return f"no {what} {name[:80]!r}: did you mean {simple[close[0]]!r}?"
    listed = ", ".join(names[:_MOST_NAMES]) + (f" and {len(names) - _MOST_NAMES} more" if names[_MOST_NAMES:] else "")
    return f"no {what} {name[:80]!r}: there {'is' if len(names) < 2 else 'are'} {listed or 'none'}"


def _check_body(schema: Schema, body: dict[str, Any]) -> None:
    properties = schema.source.get("properties")
    if properties is not None and "additionalProperties" not in schema.source:
        writable = [name for name, one in properties.items() if not one.get("readOnly")]
        for name in body:
            if name not in writable and name != "organisation":
                raise ControlError(422, unknown("member", name, writable))
    if not isinstance(body.get("organisation", "x"), str) or body.get("organisation") == "":
        raise ControlError(422, "organisation must be a name; leave it out for the whole server")
    for name in [name for name, value in body.items() if value is None]:
        del body[name]  # many languages write null for what was not set
    for error in schema.validator.iter_errors(body):
        place = ".".join(str(step) for step in error.instance_path)
        raise ControlError(422, f"{place or 'the body'}: {error.message}"[:_LONGEST])
    for name, one in (properties or {}).items():  # JSON Schema takes 2.0 for an integer, and Python does not
        if one.get("type") == "integer" and isinstance(body.get(name), float):
            body[name] = int(body[name])


@cache
def _book() -> SchemaBook:
    return SchemaBook(load(CONTROL_SPEC))

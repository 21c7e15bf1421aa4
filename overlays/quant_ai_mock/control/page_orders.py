"""Turn a form of the page into a request to the control plane, so that it is checked as any other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from .order_checks import ControlError, order_checks

CONFIRMATIONS = {
    "reset": "The state was reset.",
    "advance": "The clock was advanced.",
    "freeze": "The clock is frozen.",
    "release": "The clock is running.",
    "script": "The reply is scripted.",
    "fault": "The fault is injected.",
    "remove_script": "The script is removed.",
    "remove_fault": "The fault is removed.",
}
_NUMBERS = ("status", "times", "latency", "retryAfter", "number", "seconds")


class PageOrder(NamedTuple):
    """What a form orders: a method of the control plane, and its body."""

    action: str
    method: str
    body: dict[str, Any]
    number: int = 0


def read_order(form: Mapping[str, str]) -> PageOrder:
    """The order of a form; fields that were left empty are not given.

    Raises:
        ControlError: There is no such action, or a field cannot be what it is.
    """
    given: dict[str, Any] = {name: value for name, value in form.items() if value.strip()}
    action = given.pop("action", "advance")
    if "advance" in given:
        given["seconds"] = given.pop("advance")
    for name in _NUMBERS:
        if name in given:
            given[name] = _number(name, given[name])
    if action in ("freeze", "advance", "release"):
        order = PageOrder(action, "set_clock", {**given, "action": action})
        path, method = "/_mock/clock", "put"
    elif action == "reset":
        order = PageOrder(action, "reset", given)
        path, method = "/_mock/reset", "post"
    elif action == "script":
        order = PageOrder(action, "add_script", _script(given))
        path, method = "/_mock/scripts", "post"
    elif action == "fault":
        order = PageOrder(action, "add_fault", given)
        path, method = "/_mock/faults", "post"
    elif action in ("remove_script", "remove_fault") and "number" in given:
        return PageOrder(action, f"clear_{action.removeprefix('remove_')}", {}, int(given["number"]))
    else:
        raise ControlError(422, "the page has no such button")
    order_checks(path, method).check((), order.body)
    return order


def _script(given: dict[str, Any]) -> dict[str, Any]:
    tool, text = given.pop("tool", None), given.pop("input", None)
    if tool is None and text is not None:
        raise ControlError(422, "the input needs a tool")
    if tool is not None:
        try:
            given["toolCalls"] = [{"name": tool, "input": orjson.loads(text) if text else {}}]
        except orjson.JSONDecodeError as error:
            raise ControlError(422, f"the input is not JSON: {error}") from None
    return given


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ControlError(422, f"{name} is a number, not {text[:30]!r}") from None

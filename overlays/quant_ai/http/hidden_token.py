"""Keep the token out of errors: some services and proxies send back what they were sent.

Values that a call returns stay as they are. Errors, with all that they carry, are changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import quote

from quant_ai_client.types import Model, Unknown

from ..errors import QuantAIError

if TYPE_CHECKING:
    from types import TracebackType

    import httpx

T = TypeVar("T")

HIDDEN: Final = "***"
"""What errors show in place of the token."""
_MIN_SECRET: Final = 8
"""Characters of a token that is looked for in errors. A shorter one may be part of any word."""


def token_of(request: httpx.Request | None) -> str:
    """The token in the headers of a request; empty if there is none."""
    sent: str = "" if request is None else request.headers.get("authorization", "")
    return sent.rpartition(" ")[2]


def without_token(value: T, token: str) -> T:
    """A value for an error, without the token: text, bytes, JSON or a model. What does not have it is not copied."""
    if len(token) < _MIN_SECRET:
        return value
    # PHP escapes slashes in JSON, and URLs have most punctuation in percent.
    written = list(dict.fromkeys((token, token.replace("/", r"\/"), quote(token, safe=""))))
    return _replaced(value, written) if _has(value, written) else value


class ErrorsWithoutToken:
    """A block whose errors do not show the token.

    Args:
        token: The token. It is kept in a closure, so that vars() and object serialisers do not reveal it.
    """

    def __init__(self, token: str) -> None:
        def hide(value: T) -> T:
            return without_token(value, token)

        self.hide = hide
        """Return a value for an error, without the token."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, QuantAIError):
            self.clean(error)

    def clean(self, error: QuantAIError) -> None:
        """Take the token out of an error's text and state."""
        error.args = self.hide(error.args)
        for name, value in list(vars(error).items()):
            vars(error)[name] = self.hide(value)


def _has(value: Any, written: Sequence[str]) -> bool:
    """Whether a value has one of these texts in it, at any depth."""
    in_bytes = [text.encode() for text in written]
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            found = any(text in item for text in written)
        elif isinstance(item, bytes):
            found = any(text in item for text in in_bytes)
        else:
            todo.extend(_parts(item))
            continue
        if found:
            return True
    return False


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return (*value, *value.values())
    if isinstance(value, (list, tuple)):
        return value
    if hasattr(value, "multi_items"):  # headers
        parts: list[Any] = value.multi_items()
        return parts
    return [getattr(value, name) for name in _names(value)]


def _names(value: Any) -> Sequence[str]:
    """The attributes of a model or an unknown value that may have what was in the JSON."""
    if isinstance(value, Model):
        return [attribute.name for attribute in getattr(type(value), "__attrs_attrs__", ())]
    return value._compared if isinstance(value, Unknown) else ()


def _replaced(value: Any, written: Sequence[str]) -> Any:
    try:
        return _copied(value, written)
    except RecursionError:  # too deep to be copied
        return HIDDEN


def _copied(value: Any, written: Sequence[str]) -> Any:
    if isinstance(value, str):
        for text in written:
            value = value.replace(text, HIDDEN)
        return value
    if isinstance(value, bytes):
        for text in written:
            value = value.replace(text.encode(), HIDDEN.encode())
        return value
    if isinstance(value, dict):
        return {_copied(name, written): _copied(item, written) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)([_copied(item, written) for item in value])
    if hasattr(value, "multi_items"):
        return type(value)(_copied(value.multi_items(), written))
    if names := _names(value):
        value = copy(value)
        for name in names:
            setattr(value, name, _copied(getattr(value, name), written))
    return value

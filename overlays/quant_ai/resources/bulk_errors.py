"""Errors of bulk calls: with the results so far, and with the caller's indexes."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any, Final

from ..errors import ArgumentError, StatusError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_POSITION: Final = re.compile(r"\.(\d+)(?=\.|$)")
"""The index of an item in the name of a field, such as "documents.7.content"."""
_PLACE: Final = re.compile(r"^(\w+)\[(\d+)\]")
"""The same at the beginning of an ArgumentError, such as "input[7] must be a string"."""


def named_positions(error: Exception) -> set[int]:
    """The positions in a batch of the items that the service names as the cause of an error."""
    if not isinstance(error, StatusError) or error.status_code not in (400, 422):
        return set()
    return {int(found[1]) for name in error.errors if (found := _POSITION.search(name))}


def recounted(error: Exception, indexes: Sequence[int]) -> Exception:
    """The error with the indexes of the caller's items in place of their positions in the batch.

    Args:
        error: The error of a batch.
        indexes: The index of each item of the batch.
    """
    if isinstance(error, ArgumentError):
        return ArgumentError(_PLACE.sub(lambda found: f"{found[1]}[{indexes[int(found[2])]}]", str(error)))
    if not isinstance(error, StatusError) or not named_positions(error):
        return error
    new_names = {name: _POSITION.sub(_index_in(indexes), name, count=1) for name in error.errors}
    # One expression for all names, because a new name may be another old one.
    names = re.compile("|".join(rf"(?<![\w.]){re.escape(name)}(?![\w])" for name in sorted(new_names, reverse=True)))

    def counted(text: str) -> str:
        return names.sub(lambda found: new_names[found[0]], text)

    other: StatusError = copy(error)
    other.args = (counted(str(error)),)
    other.message = counted(error.message)
    other.errors = {new_names[name]: [counted(text) for text in texts] for name, texts in error.errors.items()}
    return other


def add_partial(error: BaseException, partial: Any) -> None:
    """Add to an error, which may be KeyboardInterrupt, what was done before it, as the attribute `partial`."""
    error.__dict__["partial"] = partial
    error.add_note("the attribute `partial` of this error has what was done before it")


def _index_in(indexes: Sequence[int]) -> Callable[[re.Match[str]], str]:
    def index(found: re.Match[str]) -> str:
        position = int(found[1])
        return f".{indexes[position]}" if position < len(indexes) else found[0]

    return index

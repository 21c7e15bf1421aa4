"""A dictionary that forgets its oldest entries, so that a long recording takes no more memory than a short one."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(dict[Key, Value]):
    """A dictionary of at most so many entries."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, value: Value) -> None:
        if key not in self and len(self) >= self._most:
            del self[next(iter(self))]
        super().__setitem__(key, value)

    def setdefault(self, key: Key, default: Value) -> Value:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The value of a key, which is the default from now on if there is none."""
        if key not in self:
            self[key] = default
        return self[key]

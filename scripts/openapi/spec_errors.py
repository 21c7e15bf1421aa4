"""What can be wrong with a spec: the file cannot be read, or something in it cannot be used."""

from __future__ import annotations

Pointer = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("paths", "/chat", "post", "tags", 0)`."""


class SpecFault(Exception):
    """Something in the spec cannot be used; `pointer` leads to it."""

    def __init__(self, pointer: Pointer, message: str) -> None:
        super().__init__(message)
        self.pointer = pointer
        self.message = message


class SpecFileError(Exception):
    """A file is not there, or is not YAML. As a string: `spec/openapi.yaml:12:3: what is wrong`."""

    def __init__(self, name: str, message: str, line: int = 0, column: int = 0) -> None:
        place = f"{name}:{line}:{column}" if line else name
        super().__init__(f"{place}: {message}")
        self.name = name
        self.message = message
        self.line = line

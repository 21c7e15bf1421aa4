"""What is wrong with a JSON value, or with a type, and where."""

from __future__ import annotations

from typing import Any, Self


class Misfit(ValueError):
    """A JSON value does not fit a type.

    Args:
        text: What is wrong with the value.
        expected: What it should be.
        field: The path of a field that is missing or unknown, inside the value.
        of_type: Whether the value is of the type otherwise, such as one that is out of bounds.
    """

    def __init__(self, text: str, expected: str, field: str = "", *, of_type: bool = False) -> None:
        super().__init__(text)
        self.text, self.expected = text, expected
        self.of_type = of_type or bool(field)
        self.steps = ""
        """Where the value is, from the outermost one: ".lines[2].price"."""
        self.others: list[tuple[str, str]] = []
        """Where else something is wrong, and what."""
        self._field = field

    @property
    def path(self) -> str:
        """Where the value is, or the field that is missing or unknown: "lines[2].price"."""
        return f"{self.steps}{self._field}".removeprefix(".")

    @property
    def depth(self) -> tuple[int, bool]:
        """How deep inside the value is, and whether it is nearly of the type."""
        return self.steps.count(".") + self.steps.count("["), self.of_type

    def inside(self, step: str) -> Self:
        """The same error for the value that holds this one."""
        self.steps = step + self.steps
        self.others = [(step + steps, text) for steps, text in self.others]
        return self

    def again(self) -> Misfit:
        """The same error as it is now, for another value that holds the same one."""
        made = Misfit(self.text, self.expected, self._field, of_type=self.of_type)
        made.steps, made.others = self.steps, self.others
        return made

    def at(self, place: str) -> str:
        """What is wrong, and where; `place` is the name of the outermost value, if it has one."""
        found = [(f"{place}{steps}".removeprefix("."), text) for steps, text in ((self.steps, self.text), *self.others)]
        return "; ".join(f"{path}: {text}" if path else text for path, text in found)


class UnsupportedType(TypeError):  # what is wrong, like Misfit
    """A type that JSON cannot carry, or that cannot be found."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.steps = ""
        """Where the type is, from the outermost one: ".lines[].price"."""

    def inside(self, step: str) -> Self:
        """The same error for the type that holds this one."""
        self.steps = step + self.steps
        return self


def shown(value: Any) -> str:
    """A value for a message, cut if it is long."""
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:99]}…"

"""Read what a docstring says about a function and its arguments, or a class and its fields, in any usual style."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from docstring_parser import Docstring

# A type such as "(:obj:`str`, optional)", whose colon ends the name for the Google parser.
_TYPE_WITH_COLON: Final = re.compile(r"^([ \t]+\*{0,2}\w+)[ \t]*\([^)\n]*:[^)\n]*\)[ \t]*:", re.MULTILINE)
_ARGUMENTS: Final = (
    "Args", "Arguments", "Parameters", "Params", "Keyword Args", "Keyword Arguments", "Other Parameters", "Attributes",
)  # fmt: skip
_OTHERS: Final = ("Returns", "Yields", "Raises", "Example", "Examples", "Note", "Notes")


class Described(NamedTuple):
    """What a docstring says."""

    text: str
    """The description, in one line."""
    arguments: Mapping[str, str]
    """The description of each argument."""


def describe(docstring: str, names: Collection[str]) -> Described:
    """Read a docstring in Google, NumPy, reST or Epytext style.

    The style that describes the most of the names wins, then the one that finds the most sections,
    since no text says which style it is in. A docstring that no parser accepts is a description as a whole.

    Args:
        docstring: The text, without its indentation.
        names: The arguments of the function, or the fields of the class.
    """
    from docstring_parser import ParseError

    found: list[tuple[int, int, Described]] = []
    for style in _styles():
        try:
            # The parsers remove indentation once more; the empty line keeps a section in the first line as it is.
            read = style("\n" + docstring)
        except ParseError:
            continue
        arguments = {
            name: _one_line(param.description or "")
            for param in read.params
            for name in _names(param.arg_name)
            if name in names
        }
        described = Described(_one_line(read.description or ""), arguments)
        found.append((len(arguments), len(read.meta), described))
    if not found:
        return Described(_one_line(docstring), {})
    return max(found, key=itemgetter(0, 1))[2]


def _styles() -> list[Callable[[str], Docstring]]:
    from docstring_parser import epydoc, numpydoc, rest

    return [_google, rest.parse, numpydoc.parse, epydoc.parse]


def _google(text: str) -> Docstring:
    from docstring_parser import google

    # Only arguments are read one by one, so that an odd line under "Raises:" does not lose them.
    arguments = [google.Section(title, "param", google.SectionType.MULTIPLE) for title in _ARGUMENTS]
    others = [google.Section(title, title, google.SectionType.SINGULAR) for title in _OTHERS]
    return google.GoogleParser([*arguments, *others]).parse(_TYPE_WITH_COLON.sub(r"\1:", text))


def _names(text: str) -> list[str]:
    """The names in "city", "*cities" or "width, height"."""
    return [name.strip().lstrip("*") for name in text.split(",")]


def _one_line(text: str) -> str:
    return " ".join(text.split())

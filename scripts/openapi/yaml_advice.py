"""What to write instead of text that is no YAML, and of YAML that its versions read differently."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

import yaml

_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>)( |$)")
_ADVICE = {
    "mapping values are not allowed": "write a text that has a colon and a blank in quotes, and indent keys alike",
    "found character that cannot start any token": "write a text that begins with this character in quotes",
    "did not find expected key": "indent keys alike, and write a text with quotes or brackets in quotes",
    "did not find expected '-' indicator": "indent the items of a list alike",
    "did not find expected ',' or": "close the bracket",
    "did not find expected node content": "close the bracket",
    "could not find expected ':'": "write a key, a colon and a value; put a key of more than 1,000 letters after `? `",
    "found undefined alias": "write a text that begins with * in quotes, and an anchor above its aliases",
    "invalid Unicode character escape": "write the character itself",
    "unknown escape character": "write two backslashes, or single quotes around the text",
    "another document": "keep one of the documents",
    "expected <document start>": "keep one document in the file",
    "incompatible YAML document": "leave out the line with %YAML",
    "unexpected end of stream": "close the quotes",
    "block scalar": "write | or > alone, or with - or + or the number of blanks before the text",
    "undefined tag handle": "leave out the tag",
    "control characters are not allowed": r'leave it out, or write its escape in double quotes, such as "\x07"',
    "not UTF-8": "save the file as UTF-8",
    "the file is empty": "begin with openapi: 3.1.1",
    "does not hold a mapping": "begin with openapi: 3.1.1",
    "a key that is not a word": "write it in quotes",
    "an alias inside what it names": "write a component, and refer to it with $ref",
    "written out": "write components, and refer to them with $ref",
    "deep": "write components, and refer to them with $ref",
}
_SCALARS = yaml.SafeLoader("")


def advice(problem: str, line: str, character: str) -> str:
    """What to do about a problem.

    Args:
        problem: The parser's message.
        line: The line of the problem.
        character: The character at which it is.
    """
    if _CONFLICT.match(line):
        return "resolve the merge conflict"
    if character == "\t":
        return "write blanks instead of the tab"
    return next((fix for words, fix in _ADVICE.items() if words in problem), "correct the YAML")


def is_plain_tag(text: str, tag: str) -> bool:
    """Whether YAML 1.1 finds this tag by itself in a scalar without quotes."""
    resolve: Any = _SCALARS.resolve
    return bool(resolve(yaml.ScalarNode, text, (True, False)) == tag)


def readings(text: str, value: Any) -> str:
    """The JSON values that a scalar without quotes may stand for, as text to write instead: `true`, `10`.

    Args:
        text: The scalar.
        value: What YAML 1.2 reads.
    """
    if isinstance(value, str):
        try:
            value = None if ":" in text else yaml.safe_load(text)
        except (yaml.YAMLError, ValueError):
            return ""
        if value is None:
            return "null" if text.lower() == "null" else ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, int | float) or not isfinite(value):
        return ""
    written = str(int(value)) if value == int(value) and abs(value) < 1e15 else str(value)
    return written if written != text else ""

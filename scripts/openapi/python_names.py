"""How the names of the spec become names in Python.

The parser of openapi-python-client names modules, classes and attributes, so its rules are the rules. What the package
calls the rest follows from them: `chat_get_execution` under the tag `chat` is `client.chat.get_execution()`.
"""

from __future__ import annotations

import re
import unicodedata
from keyword import iskeyword

from openapi_python_client import strings

FIELD_PREFIX = "field_"
"""What a name that cannot start an identifier is given: `9lives` becomes `field_9lives`."""

# Names that would hide a type in the annotations of a class, or what a model has from its base. All other builtins,
# such as type, filter, input and id, are good names for attributes and arguments.
_HIDING = {"str", "int", "float", "bool", "list", "dict", "tuple", "date", "datetime", "cls", "self", "builtins"}
_OF_THE_BASE = {"from_dict", "to_dict", "to_json", "replace", "additional_properties", "additional_keys"}
strings.RESERVED_WORDS = _HIDING | _OF_THE_BASE


def _split_words(value: str) -> list[str]:
    """The words of a name. Digits belong to the word before them: `s3Uri` becomes `s3_uri`."""
    parted = re.sub(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", value)
    return re.findall(rf"[^{re.escape(strings.DELIMITERS)}]+", parted)


strings.split_words = _split_words

_SIGNS = {"+": "plus ", "-": "minus "}


def _sanitized(value: str) -> str:
    """A name without what no identifier has. A sign before a digit is a word: `+1` and `-1` are two names.

    Python takes characters that look alike for the same one (NFKC), so that they are written as that.
    """
    signed = re.sub(r"^[+-](?=\d)", lambda sign: _SIGNS[sign[0]], unicodedata.normalize("NFKC", value))
    return "".join(one for one in signed if is_in_names(one) or one in strings.DELIMITERS)


def is_in_names(character: str) -> bool:
    """Whether a name in Python can have a character, except as its first one."""
    return f"a{character}".isidentifier()


strings.sanitize = _sanitized


CLIENT_MEMBERS = frozenset({"close", "raw", "with_options"})
"""What the clients have besides resources; a tag of such a name gets an underscore, as a word of Python does."""


def python_name(name: str) -> str:
    """The attribute or argument that a property or parameter becomes."""
    return strings.PythonIdentifier(name, FIELD_PREFIX)


def class_name(name: str) -> str:
    """The class that a schema becomes."""
    return strings.ClassName(name, FIELD_PREFIX)


def model_module(name: str) -> str:
    """The module that a schema becomes."""
    return python_name(class_name(name))


def resource_name(tag: str) -> str:
    """The attribute of the client that holds the operations of a tag, and the name of their modules."""
    name = strings.PythonIdentifier(tag, "tag").strip("_")  # no name that Python or the client keeps for itself
    return f"{name}_" if iskeyword(name) or name in strings.RESERVED_WORDS | CLIENT_MEMBERS else name or "tag_"


def resource_class(tag: str) -> str:
    """The class of that attribute; the async one begins with Async."""
    return strings.ClassName(resource_name(tag), "Tag")


def operation_module(operation_id: str) -> str:
    """The module with the functions of an operation."""
    return python_name(operation_id)


def method_name(operation_id: str, tag: str) -> str:
    """The method of an operation: its module's name without the tag in front."""
    name = operation_module(operation_id).removeprefix(f"{resource_name(tag).rstrip('_')}_")
    return f"{name}_" if iskeyword(name) else name


def waiting_method_name(method: str) -> str:
    """The method that polls what `method` reads: `get` gives `wait_for`, and `check` gives `wait_check`."""
    return method.replace("get", "wait_for", 1) if method.startswith("get") else f"wait_{method}"

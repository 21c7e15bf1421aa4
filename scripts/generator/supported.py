"""What of OpenAPI the generator can make code from, as data.

`refusals` compares a spec with these tables. The generator stops at the first refusal, and the linter reports them all,
so neither keeps a list of its own. tests/generated/test_supported.py generates every entry.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from openapi import Pointer

_TEMPLATES = Path(__file__).parents[1] / "templates"


class Refused(NamedTuple):
    """Something that is not supported, and what to write in its place."""

    pointer: Pointer
    what: str
    fix: str


# The document

VERSIONS = r"3\.1\.\d+(-.+)?"
"""Versions of OpenAPI that can be read."""

# Schemas

TYPE_KEYWORDS = frozenset(
    (
        *("type", "format", "contentEncoding", "enum", "const", "properties", "required", "additionalProperties"),
        *("items", "prefixItems", "anyOf", "oneOf", "allOf", "discriminator"),
    )
)
"""Keywords that give a value its type in Python."""

CHECK_KEYWORDS = frozenset(
    (
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"),
        *("pattern", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"),
        *("minProperties", "maxProperties", "propertyNames", "dependentRequired", "unevaluatedProperties"),
        *("not", "if", "then", "else"),
    )
)
"""Keywords that the service checks. The bounds among them are documented, and none changes a type."""

TEXT_KEYWORDS = frozenset(
    (
        *("title", "description", "default", "example", "examples", "deprecated", "externalDocs", "$comment"),
        *("contentMediaType", "contentSchema"),
    )
)
"""Keywords that document a value. `contentSchema` is the schema of an event's data."""

KEYWORDS = TYPE_KEYWORDS | CHECK_KEYWORDS | TEXT_KEYWORDS

KEYWORD_FIXES = {
    "$defs": "move the schemas to components",
    "definitions": "move the schemas to components",
    "nullable": "write type: [x, 'null']",
    "patternProperties": "write additionalProperties, and the pattern of the names as propertyNames",
    "readOnly": "write one schema to read and one to write",
    "writeOnly": "write one schema to read and one to write",
}
"""What to write in place of some keywords that are not supported."""

BESIDE_REF = frozenset({"description", "summary"})
"""What may be beside `$ref` in a schema."""

BESIDE_ALL_OF = frozenset({"properties", "required", "additionalProperties"})
"""Type keywords, besides `type`, that may be beside `allOf`."""

STRING_FORMATS = {"date-time": "datetime", "date": "date", "uuid": "UUID"}
"""Formats of strings with a type of their own in Python; any other format leaves a str."""

REFUSED_FORMATS = frozenset({"binary", "byte"})
"""Formats of OpenAPI 3.0 for what 3.1 writes as `contentEncoding: base64`."""

LITERALS = (str, int)
"""Types of constants; a boolean is an int in Python."""

ENUM_VALUES = (str, int)
"""Types of the values of an enum, which are all of one type; booleans are not among them."""

# Parameters


class ParameterRule(NamedTuple):
    """How the parameters of one location are written."""

    style: str
    explode: bool
    arrays: bool
    """Whether arrays of scalars may be sent."""
    nullable: bool
    any_value: bool
    """Whether the schema may leave the type open, or be a constant."""
    formats: frozenset[str]
    """Formats of strings that become another type in Python."""


PARAMETERS = {
    "query": ParameterRule("form", True, True, True, True, frozenset(STRING_FORMATS)),
    "path": ParameterRule("simple", False, True, False, True, frozenset(STRING_FORMATS)),
    "header": ParameterRule("simple", False, False, True, False, frozenset({"uuid"})),
}
"""The rule of each location; cookies have none."""

OWN_HEADERS = frozenset({"accept", "authorization", "content-type"})
"""Headers that the client sets itself; OpenAPI ignores parameters with these names."""

# Requests and replies

FORMS = re.compile(r"multipart/.+|application/x-www-form-urlencoded", re.IGNORECASE)
"""Media types of bodies that are not generated; JSON becomes models, and anything else is sent as bytes."""

STATUS = re.compile(r"[1-5](\d\d|XX)|default")
"""A status, a range of statuses, or all others."""

# Names

METHOD_NAME = re.compile(r"[^\W\d]\w*")
"""A name that a method can have."""

FUNCTION_NAMES = frozenset({"request"})
"""Names in the generated functions that an argument would hide."""

METHOD_NAMES = frozenset({"body", "request"})
"""Names in the methods of a resource that a property of the body would hide."""

WAITING_ARGUMENTS = frozenset({"deadline", "interval", "on_update"})
"""Arguments that a method which polls has beside those of its operation."""

NAMESPACE_ARGUMENTS = frozenset({"caller"})
"""Arguments that a namespace has beside its path parameters."""


def imported_names() -> frozenset[str]:
    """Names that the templates import; a schema with such a name would hide what the generated module needs."""
    found: set[str] = set()
    for template in sorted(_TEMPLATES.glob("*.jinja")):
        for names in re.findall(
            r"^ *from [\w.]+ import ([^{}\n]+)$", template.read_text(encoding="utf-8"), re.MULTILINE
        ):
            found.update(name.split(" as ")[-1].strip() for name in names.split(","))
    return frozenset(found)

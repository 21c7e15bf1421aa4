"""What of OpenAPI the generator can make code from, as data.

`refusals` compares a spec with these tables. The generator stops at the first refusal, and the linter reports them all,
so neither keeps a list of its own. tests/generated/test_supported.py generates every entry.
"""

from __future__ import annotations

import re
from functools import cache
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

VERSIONS = r"3\.[12]\.\d+(-.+)?"
"""Versions of OpenAPI that can be read; of 3.2, what is the same in 3.1."""

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
        *("minProperties", "maxProperties", "propertyNames", "dependentRequired"),
        *("unevaluatedProperties", "unevaluatedItems"),
        *("not", "if", "then", "else"),
    )
)
"""Keywords that the service checks. The bounds among them are documented, and none changes a type."""

TEXT_KEYWORDS = frozenset(
    (
        *("title", "description", "default", "example", "examples", "deprecated", "externalDocs", "$comment"),
        *("contentMediaType", "contentSchema", "readOnly", "writeOnly", "xml"),
    )
)
"""Keywords that document a value. `contentSchema` is the schema of an event's data."""

KEYWORDS = TYPE_KEYWORDS | CHECK_KEYWORDS | TEXT_KEYWORDS

REWRITTEN_KEYWORDS = frozenset({"$anchor", "$defs", "definitions", "dependentSchemas", "patternProperties"})
"""Keywords that `normal_form` writes in another way."""

_NAMED = "remove it, and refer to the schema by $ref: '#/components/schemas/<Name>'"
KEYWORD_FIXES = {
    "$id": _NAMED,
    "$dynamicAnchor": _NAMED,
    "$dynamicRef": "write $ref: '#/components/schemas/<Name>'",
    "$schema": "remove it: every schema is JSON Schema 2020-12",
    "dependencies": "write dependentRequired or dependentSchemas",
    "nullable": "write type: [x, 'null']",
}
"""What to write in place of some keywords that are not supported."""

BESIDE_REF = frozenset({"description", "summary"})
"""What may be beside `$ref` in a schema."""

BESIDE_ALL_OF = frozenset({"properties", "required", "additionalProperties"})
"""Type keywords, besides `type`, that may be beside `allOf`."""

STRING_FORMATS = {"date-time": "datetime", "date": "date", "uuid": "UUID"}
"""Formats of strings with a type of their own in Python; any other format leaves a str."""

LITERALS = (str, int)
"""Types of constants; a boolean is an int in Python."""

ENUM_VALUES = (str, int)
"""Types of the values of an enum, which are all of one type after `normal_form`."""

# Parameters


class ParameterRule(NamedTuple):
    """How the parameters of one location are written, all of them scalars, arrays of scalars, or one of the rest."""

    styles: tuple[str, ...]
    """The usual one first."""
    objects: bool
    """Whether objects may be sent."""
    nullable: bool


PARAMETERS = {
    "query": ParameterRule(("form", "spaceDelimited", "pipeDelimited", "deepObject", "json"), True, True),
    "path": ParameterRule(("simple",), False, False),
    "header": ParameterRule(("simple",), True, True),
}
"""The rule of each location; cookies have none. `json` is a parameter with `content` in place of a style."""

OWN_HEADERS = frozenset(
    (
        *("accept", "authorization", "content-type"),
        *("connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade"),
    )
)
"""Headers that the client sets itself; OpenAPI ignores parameters with the first three names."""

# Requests and replies

REFUSED_BODIES = re.compile(r"multipart/(?!form-data$).+", re.IGNORECASE)
"""Media types of bodies that are not generated; JSON and forms become models, and anything else is text or bytes."""

STATUS = re.compile(r"[1-5](\d\d|XX)|default")
"""A status, a range of statuses, or all others."""

# Names

METHOD_NAME = re.compile(r"[^\W\d]\w*")
"""A name that a method can have."""

REQUEST_ARGUMENTS = frozenset({"body", "client", "url"})
"""Arguments that functions have beside the parameters of their operation; a parameter of such a name gets another."""

WAITING_ARGUMENTS = frozenset({"deadline", "interval", "on_update"})
"""Arguments that a method which polls has beside those of its operation."""

NAMESPACE_ARGUMENTS = frozenset({"caller"})
"""Arguments that a namespace has beside its path parameters."""


@cache
def imported_names() -> frozenset[str]:
    """Names that the templates import; a schema of such a name would hide what the generated module needs."""
    found: set[str] = set()
    for template in sorted(_TEMPLATES.glob("*.jinja")):
        for names in re.findall(
            r"^ *from [\w.]+ import ([^{}\n]+)$", template.read_text(encoding="utf-8"), re.MULTILINE
        ):
            found.update(name.split(" as ")[-1].strip() for name in names.split(","))
    return frozenset(found)

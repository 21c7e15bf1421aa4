"""Make a value that fits a schema: for tool inputs, JSON replies, and operations without a handler.

By default it is the simplest possible value, or the schema's own example if there is one. With a random generator the
values vary, within the same bounds.

Schemas come from requests, and a small one can ask for gigabytes or for hours of work. Every value therefore has a
budget; once it is spent, what is left of the value is null, short or empty, whether or not that fits the schema.
"""

from __future__ import annotations

import json
import math
import random
import re
from typing import Any
from urllib.parse import unquote

from .budget import SizeBudget
from .patterns import matching_text

MAX_DEPTH = 8
MAX_ITEMS = 1000  # of one array
FORMATS = {
    "date-time": "2026-01-15T09:30:00.000Z",
    "date": "2026-01-15",
    "time": "09:30:00Z",
    "uri": "https://example.com/",
    "email": "someone@example.com",
    "uuid": "3f2b8c1e-5d4a-4e6f-9b7c-0a1d2e3f4b5c",
    "decimal": "12.50",
    "ipv4": "192.0.2.1",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "idn-email": "someone@example.com",
    "ipv6": "2001:db8::1",
    "iri": "https://example.com/",
    "uri-reference": "/",
    "iri-reference": "/",
    "uri-template": "https://example.com/{id}",
    "duration": "PT1H",
    "json-pointer": "/name",
    "relative-json-pointer": "0",
    "regex": "[a-z]+",
    "byte": "dGV4dA==",
}
_NAME = re.compile(r"\b[A-Z][\w'-]{0,40}(?: [A-Z][\w'-]{0,40}){0,4}")
_HINT = 10_000  # characters of a hint that are read
_LARGEST = 2**63 - 1  # the largest integer that JSON parsers agree on
_EXACT = 2**53  # floats have no fractions beyond, and leave out whole numbers
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
}
_STEP = 50  # what one schema costs, in characters


def generate_value(
    schema: Any, root: Any = None, *, rng: random.Random | None = None, hint: str = "", budget: SizeBudget | None = None
) -> Any:
    """A value for a schema.

    Args:
        root: The JSON value that a `$ref` refers to; by default the schema itself.
        rng: Source of variety; without it, examples and defaults are used as they are.
        hint: A text that the value is about; strings use the names in it.
        budget: What the value may take; by default its own budget.
    """
    return _Generator(schema if root is None else root, rng, hint, budget or SizeBudget()).value(schema, "", 0)


class _Generator:
    def __init__(self, root: Any, rng: random.Random | None, hint: str, budget: SizeBudget) -> None:
        self.root = root
        self.rng = rng
        self.budget = budget
        names = [name for name in _NAME.findall(hint[:_HINT]) if not hint.startswith(name)]
        self.name = names[-1] if names else ""

    def value(self, schema: Any, name: str, depth: int) -> Any:
        if not isinstance(schema, dict) or depth > MAX_DEPTH:
            return {} if depth <= MAX_DEPTH else None
        if not self.budget.spend(_STEP + len(name)):
            return None
        if "$ref" in schema:
            return self.value(self._resolve(schema["$ref"]), name, depth + 1)
        if "const" in schema:
            return self._given(schema["const"])
        if isinstance(schema.get("enum"), list) and schema["enum"]:
            return self._given(self.rng.choice(schema["enum"]) if self.rng else schema["enum"][0])
        if self.rng is None:
            shown = [
                *_list(schema.get("examples"))[:1],
                *(schema[key] for key in ("example", "default") if key in schema),
            ]
            for value in shown:
                if _has_type(value, schema.get("type")):
                    return self._given(value)
        merged = self._merged(schema, depth)
        value = self._by_type(merged, name, depth)
        if "if" in merged:
            value = self._by_type(self._merged(self._decided(merged, value), depth), name, depth)
        return value

    def _decided(self, schema: dict[str, Any], value: Any) -> dict[str, Any]:
        """A schema with `then` or `else` in place of its `if`, whichever holds for a value of it."""
        condition = schema["if"]
        if isinstance(condition, dict) and "$ref" in condition:
            condition = self._resolve(condition["$ref"])
        rest = {key: inner for key, inner in schema.items() if key not in ("if", "then", "else")}
        branch = schema.get("then" if self._fits(condition, value) else "else")
        if isinstance(branch, dict) and "$ref" in branch:
            branch = self._resolve(branch["$ref"])
        branch = _dict(branch)
        properties, more = dict(_dict(rest.get("properties"))), _dict(branch.get("properties"))
        for name in _dict(_dict(condition).get("properties")):  # so that the same branch holds for the next value
            if isinstance(value, dict) and name in value and name not in more:
                properties[name] = {"const": value[name]}
        for name, inner in more.items():
            properties[name] = {"allOf": [inner, properties[name]]} if name in properties else inner
        required = [*_list(rest.get("required")), *_list(branch.get("required"))]
        return {**branch, **rest, "properties": properties, "required": required}

    def _fits(self, condition: Any, value: Any) -> bool:
        import jsonschema_rs

        if isinstance(condition, dict) and "$ref" in json.dumps(condition) and isinstance(self.root, dict):
            condition = {**condition, "components": self.root.get("components", {})}
        try:
            return bool(jsonschema_rs.is_valid(condition, value))
        except (ValueError, jsonschema_rs.ReferencingError):  # no schema, or a reference to nothing
            return False

    def _given(self, value: Any) -> Any:
        """A value that the schema itself holds."""
        if isinstance(value, str):
            size = len(value)
        else:
            size = len(json.dumps(value)) if isinstance(value, (dict, list)) else 0
        return value if self.budget.spend(size) else None

    def _resolve(self, reference: Any) -> Any:
        found = self.root
        keys = str(reference).removeprefix("#").strip("/").split("/") if reference != "#" else []
        if not self.budget.spend(len(keys) * 5):
            return {}
        for key in keys:
            if isinstance(found, dict):
                found = found.get(unquote(key).replace("~1", "/").replace("~0", "~"), {})
            else:
                known = isinstance(found, list) and re.fullmatch("[0-9]{1,9}", key) and int(key) < len(found)
                found = found[int(key)] if known else {}
        return found

    def _merged(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        """The schema merged with its allOf, and with one member of each anyOf and oneOf."""
        merged = {key: value for key, value in schema.items() if key not in ("allOf", "anyOf", "oneOf")}
        members, label = list(_list(schema.get("allOf"))), None
        for keyword in ("anyOf", "oneOf"):
            choices = _list(schema.get(keyword))
            if choices:
                members.append(self.rng.choice(choices) if self.rng else choices[0])
                label = _label(schema.get("discriminator"), members[-1])
        if not members:
            return merged
        properties, required = dict(_dict(schema.get("properties"))), list(_list(schema.get("required")))
        for member in members:
            for _ in range(MAX_DEPTH):
                if isinstance(member, dict) and "$ref" in member:
                    member = self._resolve(member["$ref"])
            if not isinstance(member, dict):
                continue
            more, needed = _dict(member.get("properties")), _list(member.get("required"))
            if not self.budget.spend(_STEP + 5 * (len(member) + len(more) + len(needed))):
                break
            inner = self._merged(member, depth + 1) if depth < MAX_DEPTH else member
            properties |= _dict(inner.get("properties"))
            required += _list(inner.get("required"))
            for key, value in inner.items():
                merged.setdefault(key, value)
        if label and isinstance(told := properties.get(label[0]), dict) and not {"const", "enum", "$ref"} & told.keys():
            properties[label[0]] = {**told, "const": label[1]}
        return (
            merged | ({"properties": properties} if properties else {}) | ({"required": required} if required else {})
        )

    def _by_type(self, schema: dict[str, Any], name: str, depth: int) -> Any:
        if "const" in schema or _list(schema.get("enum")):
            return self.value({key: schema[key] for key in ("const", "enum") if key in schema}, name, depth)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = next((item for item in kind if item != "null"), "null")
        if kind is None:
            kind = "object" if "properties" in schema or "required" in schema else "array" if "items" in schema else ""
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, name, depth)
        if kind == "string":
            return self._string(schema, name)
        if kind in ("integer", "number"):
            return self._number(schema, whole=kind == "integer")
        if kind == "boolean":
            return self.rng.random() < 0.5 if self.rng else True
        return None if kind == "null" else {} if kind == "" else None

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        required = dict.fromkeys(name for name in _list(schema.get("required")) if isinstance(name, str))
        found: dict[str, Any] = {}
        for name, inner in _dict(schema.get("properties")).items():
            if self.budget.left <= 0:
                return found
            if inner is False:
                continue
            deep = depth >= MAX_DEPTH - 2
            if name in required or not (deep or (self.rng is not None and self.rng.random() < 0.3)):
                found[name] = self.value(inner, name, depth + 1)
        for name in required:
            if name not in found:
                if not self.budget.spend(_STEP + 2 * len(name)):
                    break
                found[name] = self.name or name
        for name, needed in _dict(schema.get("dependentRequired")).items():
            for other in _list(needed) if name in found else ():
                if isinstance(other, str) and other not in found and self.budget.left > 0:
                    found[other] = self.value(_dict(schema.get("properties")).get(other, {}), other, depth + 1)
        others, fewest = schema.get("additionalProperties", {}), min(_count(schema, "minProperties", 0), MAX_ITEMS)
        for number in range(len(found), fewest if others is not False or "patternProperties" in schema else 0):
            if self.budget.left <= 0:
                break
            other, inner = self._further(schema, number, others)
            found.setdefault(other, self.value(inner, other, depth + 1))
        return found

    def _further(self, schema: dict[str, Any], number: int, others: Any) -> tuple[str, Any]:
        """The name and the schema of a property that has none of the listed names."""
        for pattern, inner in _dict(schema.get("patternProperties")).items():
            return matching_text(pattern, random.Random(number), self.budget), inner
        wanted = _dict(schema.get("propertyNames")).get("pattern")
        if isinstance(wanted, str):
            return matching_text(wanted, random.Random(number), self.budget), others
        return f"key{number + 1}", others

    def _array(self, schema: dict[str, Any], name: str, depth: int) -> list[Any]:
        minimum = _count(schema, "minItems", 0)
        if depth > MAX_DEPTH - 2 and not minimum:
            return []  # its items may be arrays, without end
        first = _list(schema.get("prefixItems"))
        maximum = len(first) if schema.get("items") is False else _count(schema, "maxItems", minimum + 3)
        if self.rng:
            size = self.rng.randint(minimum, max(minimum, min(maximum, minimum + 2)))
        else:
            size = max(minimum, min(1, maximum))
        found: list[Any] = []
        while len(found) < min(size, MAX_ITEMS) and self.budget.left > 0:
            item = first[len(found)] if len(found) < len(first) else schema.get("items", {})
            value = self.value(item, name, depth + 1)
            if schema.get("uniqueItems") is True and value in found:
                value = self._another(item, name, depth, found)
            found.append(value)
        if isinstance(schema.get("contains"), dict):
            wanted = min(_count(schema, "minContains", 1), MAX_ITEMS)
            each = {"allOf": [schema["contains"], schema.get("items", {})]}
            contained = [self.value(each, name, depth + 1) for _ in range(wanted) if self.budget.left > 0]
            found[max(0, min(len(found), max(maximum, 1) - wanted)) :] = contained
        return found

    def _another(self, schema: Any, name: str, depth: int, known: list[Any]) -> Any:
        """A value that is not among the known ones, if one is found soon."""
        before, value = self.rng, None
        for attempt in range(20):
            self.rng = before or random.Random(20 * len(known) + attempt)
            value = self.value(schema, name, depth + 1)
            if value not in known:
                break
        self.rng = before
        return value

    def _string(self, schema: dict[str, Any], name: str) -> str:
        if isinstance(schema.get("format"), str) and schema["format"] in FORMATS:
            fitting = FORMATS[schema["format"]]
            short = schema["format"] in ("email", "idn-email") and _count(schema, "maxLength", 99) < len(fitting)
            return "a@b.co" if short else fitting
        if isinstance(schema.get("pattern"), str):
            return matching_text(schema["pattern"], self.rng or random.Random(0), self.budget)
        text = self.name or name or "text"
        if self.rng is not None:
            text += "".join(self.rng.choices("abcdefghijklmnopqrstuvwxyz", k=self.rng.randint(1, 8)))
        minimum = min(_count(schema, "minLength", 0), max(self.budget.left, 0))
        while len(text) < minimum:
            text += text
        text = text[: min(_count(schema, "maxLength", len(text)), max(self.budget.left, 0))]
        self.budget.spend(len(text))
        return text

    def _number(self, schema: dict[str, Any], *, whole: bool) -> int | float:
        low = _number(schema, "minimum", "exclusiveMinimum")
        high = _number(schema, "maximum", "exclusiveMaximum")
        step = _number(schema, "multipleOf") or (1 if whole else 0)
        low = low if low is not None else (min(1, high) if high is not None else 1)
        floor = _number(schema, "exclusiveMinimum", "minimum")
        if low == _number(schema, "exclusiveMinimum"):
            low += step or 0.5
        if whole and abs(low) > _EXACT:
            value = low
        elif self.rng is not None:
            top = high if high is not None else low + 100
            value = self.rng.uniform(low, max(low, top - (1 if "exclusiveMaximum" in schema else 0)))
        else:
            value = low
        if high is not None and value >= high:
            bottom = floor if floor is not None else high - 2
            is_open = high == _number(schema, "exclusiveMaximum") or value > high
            value = (bottom + high) / 2 if is_open and high > bottom else high
        if step > 0 and abs(value) / step < 1e15:
            value = math.ceil(value / step) * step
            if high is not None and value > high:
                value = math.floor(high / step) * step
        if not whole:
            return float(value)
        bounds = [bound for bound in (low, high, step) if bound is not None]  # those of the schema may be larger
        return max(int(min(-_LARGEST, *bounds)), min(int(max(_LARGEST, *bounds)), int(value)))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _label(discriminator: Any, member: Any) -> tuple[str, str] | None:
    """The property that tells the members of a union apart, and its value for one that is a reference."""
    name = _dict(discriminator).get("propertyName")
    target = str(_dict(member).get("$ref", "")).rpartition("/")[2]
    if not isinstance(name, str) or not target:
        return None
    mapping = _dict(_dict(discriminator).get("mapping"))
    return name, next((label for label, to in mapping.items() if str(to).rpartition("/")[2] == target), target)


def _has_type(value: Any, kind: Any) -> bool:
    """Whether a value that a schema shows is of its type; an example may be wrong."""
    kinds = kind if isinstance(kind, list) else [kind]
    return kind is None or any(isinstance(value, _TYPES.get(one, ())) for one in kinds if isinstance(one, str))


def _count(schema: dict[str, Any], keyword: str, default: int) -> int:
    """The whole number that a keyword holds; the default if it holds anything else."""
    value = _number(schema, keyword)
    return default if value is None or value < 0 else int(value)


def _number(schema: dict[str, Any], *keywords: str) -> int | float | None:
    """The first of some keywords that holds a number with which one can calculate."""
    for keyword in keywords:
        value = schema.get(keyword)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and -1e300 < value < 1e300:
            return value
    return None

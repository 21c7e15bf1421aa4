"""Make a value that fits a schema: for tool inputs, JSON replies, and operations without a handler.

By default it is the simplest possible value, or the schema's own example if there is one. With a random generator the
values vary, within the same bounds.
"""

from __future__ import annotations

import random
import re
from typing import Any

from .patterns import matching_text

MAX_DEPTH = 8
FORMATS = {
    "date-time": "2026-01-15T09:30:00.000Z",
    "date": "2026-01-15",
    "time": "09:30:00Z",
    "uri": "https://example.com/",
    "email": "someone@example.com",
    "uuid": "3f2b8c1e-5d4a-4e6f-9b7c-0a1d2e3f4b5c",
    "ipv4": "192.0.2.1",
    "hostname": "example.com",
}
_NAME = re.compile(r"\b[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")


def generate_value(schema: Any, root: Any = None, *, rng: random.Random | None = None, hint: str = "") -> Any:
    """A value for a schema.

    Args:
        root: The JSON value that a `$ref` refers to; by default the schema itself.
        rng: Source of variety; without it, examples and defaults are used as they are.
        hint: A text that the value is about; strings use the names in it.
    """
    return _Generator(schema if root is None else root, rng, hint).value(schema, "", 0)


class _Generator:
    def __init__(self, root: Any, rng: random.Random | None, hint: str) -> None:
        self.root = root
        self.rng = rng
        names = [name for name in _NAME.findall(hint) if not hint.startswith(name)]
        self.name = names[-1] if names else ""

    def value(self, schema: Any, name: str, depth: int) -> Any:
        if not isinstance(schema, dict) or depth > MAX_DEPTH:
            return {} if depth <= MAX_DEPTH else None
        if "$ref" in schema:
            return self.value(self._resolve(str(schema["$ref"])), name, depth + 1)
        if "const" in schema:
            return schema["const"]
        if isinstance(schema.get("enum"), list) and schema["enum"]:
            return self.rng.choice(schema["enum"]) if self.rng else schema["enum"][0]
        if self.rng is None:
            if isinstance(schema.get("examples"), list) and schema["examples"]:
                return schema["examples"][0]
            for keyword in ("example", "default"):
                if keyword in schema:
                    return schema[keyword]
        return self._by_type(self._merged(schema, depth), name, depth)

    def _resolve(self, reference: str) -> Any:
        found = self.root
        for key in reference.removeprefix("#").strip("/").split("/") if reference != "#" else []:
            if isinstance(found, dict):
                found = found.get(key.replace("~1", "/").replace("~0", "~"), {})
            else:
                found = found[int(key)] if isinstance(found, list) and key.isdigit() and int(key) < len(found) else {}
        return found

    def _merged(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        """The schema merged with its allOf, and with one member of each anyOf and oneOf."""
        merged = {key: value for key, value in schema.items() if key not in ("allOf", "anyOf", "oneOf")}
        members = list(schema.get("allOf") or [])
        for keyword in ("anyOf", "oneOf"):
            choices = schema.get(keyword)
            if isinstance(choices, list) and choices:
                members.append(self.rng.choice(choices) if self.rng else choices[0])
        for member in members:
            for _ in range(MAX_DEPTH):
                if isinstance(member, dict) and "$ref" in member:
                    member = self._resolve(str(member["$ref"]))
            if not isinstance(member, dict):
                continue
            inner = self._merged(member, depth + 1) if depth < MAX_DEPTH else member
            for key, value in inner.items():
                if key == "properties":
                    merged["properties"] = {**merged.get("properties", {}), **value}
                elif key == "required":
                    merged["required"] = [*merged.get("required", []), *value]
                else:
                    merged.setdefault(key, value)
        return merged

    def _by_type(self, schema: dict[str, Any], name: str, depth: int) -> Any:
        for keyword in ("const", "enum"):
            if keyword in schema:
                return self.value({keyword: schema[keyword]}, name, depth)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = next((item for item in kind if item != "null"), "null")
        if kind is None:
            kind = "object" if "properties" in schema or "required" in schema else "array" if "items" in schema else ""
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            minimum = int(schema.get("minItems", 0))
            maximum = int(schema.get("maxItems", minimum + 3))
            size = (
                self.rng.randint(minimum, max(minimum, min(maximum, minimum + 2)))
                if self.rng
                else max(minimum, min(1, maximum))
            )
            return [self.value(schema.get("items", {}), name, depth + 1) for _ in range(size)]
        if kind == "string":
            return self._string(schema, name)
        if kind in ("integer", "number"):
            return self._number(schema, whole=kind == "integer")
        if kind == "boolean":
            return self.rng.random() < 0.5 if self.rng else True
        return None if kind == "null" else {} if kind == "" else None

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        required = dict.fromkeys(schema.get("required", []))
        properties = schema.get("properties", {})
        found = {}
        for name, inner in properties.items() if isinstance(properties, dict) else ():
            deep = depth >= MAX_DEPTH - 2
            if name in required or not (deep or (self.rng is not None and self.rng.random() < 0.3)):
                found[name] = self.value(inner, name, depth + 1)
        for name in required:
            found.setdefault(name, self.name or str(name))
        return found

    def _string(self, schema: dict[str, Any], name: str) -> str:
        if schema.get("format") in FORMATS:
            return FORMATS[schema["format"]]
        if isinstance(schema.get("pattern"), str):
            return matching_text(schema["pattern"], self.rng or random.Random(0))
        text = self.name or name or "text"
        if self.rng is not None:
            text += "".join(self.rng.choices("abcdefghijklmnopqrstuvwxyz", k=self.rng.randint(1, 8)))
        minimum = int(schema.get("minLength", 0))
        while len(text) < minimum:
            text += text or "x"
        return text[: int(schema.get("maxLength", max(len(text), minimum)))]

    def _number(self, schema: dict[str, Any], *, whole: bool) -> int | float:
        low = schema.get("minimum", schema.get("exclusiveMinimum"))
        high = schema.get("maximum", schema.get("exclusiveMaximum"))
        step = schema.get("multipleOf") or (1 if whole else None)
        low = low if low is not None else (min(1, high) if high is not None else 1)
        if "exclusiveMinimum" in schema and low == schema["exclusiveMinimum"]:
            low += step or 0.5
        if self.rng is not None:
            top = high if high is not None else low + 100
            value = self.rng.uniform(low, max(low, top - (1 if "exclusiveMaximum" in schema else 0)))
        else:
            value = low
        if step:
            value = -(-value // step) * step
            if high is not None and value > high:
                value = high // step * step
        return int(value) if whole else float(value)

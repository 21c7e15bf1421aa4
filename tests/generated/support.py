"""Tiny specs to generate from, and the files of what was generated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NASTY = HERE / "nasty.yaml"
RUNTIME = {path.name for path in (ROOT / "scripts" / "generator" / "runtime").iterdir()} - {"__init__.py"}

MINIMAL = """\
openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /things:
    get:
      operationId: things_list
      tags: [things]
      summary: List
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Thing: {type: object, properties: {name: {type: string}}}
"""

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
REF = {"$ref": "#/components/schemas/Thing"}

Change = Callable[[dict[str, Any]], object]


def contents(package: Path) -> dict[str, bytes]:
    """The files of a package, without compiled ones."""
    files = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in files}


def borrowed(package: str, module: str) -> str:
    """A module of the runtime that takes everything from that of another package, so that many packages share one."""
    place = f"{package}.{module}"
    text = f"from {place} import *\n"
    if module == "types":
        text += f"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from {place} import TypedDict as TypedDict\n"
        text += f"else:\n    from {place} import __getattr__\n"
    return text


def minimal(folder: Path, change: Change | None = None) -> Path:
    """Write the minimal spec, with a change."""
    data = yaml.safe_load(MINIMAL)
    if change:
        change(data)
    spec = folder / "spec.yaml"
    spec.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return spec


def with_property(schema: Any) -> Change:
    """Add a property to the one schema."""
    return lambda data: data["components"]["schemas"]["Thing"]["properties"].update(bad=schema)


def with_schemas(**schemas: Any) -> Change:
    """Add component schemas."""
    return lambda data: data["components"]["schemas"].update(schemas)


def with_operation(**changes: Any) -> Change:
    """Change the one operation."""
    return lambda data: data["paths"]["/things"]["get"].update(changes)


def with_parameter(**parameter: Any) -> Change:
    """Add a parameter to the one operation; in the query, if nothing else is given."""
    return with_operation(parameters=[{"name": "p", "in": "query", **parameter}])


def with_stream(**rules: Any) -> Change:
    """Turn the reply into a stream that ends with an event `end`, with these rules for the whole reply."""

    def change(data: dict[str, Any]) -> None:
        extension = {"text": ["why"], "terminal": ["end"], "reply": "Thing", **rules}
        stream = {"schema": {"$ref": "#/components/schemas/RunFrame"}, "x-event-stream": extension}
        frame = {"type": "string", "contentSchema": {"$ref": "#/components/schemas/EndEvent"}}
        schemas = data["components"]["schemas"]
        schemas["Thing"]["properties"]["parts"] = {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
        schemas["EndEvent"] = {"type": "object", "properties": {"why": {"type": "string"}}}
        schemas["RunFrame"] = {"properties": {"event": {"const": "end"}, "data": frame}}
        data["paths"]["/things"]["get"]["responses"]["200"]["content"] = {"text/event-stream": stream}

    return change

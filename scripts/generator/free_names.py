"""Give another name to each schema whose class would have a name that the package needs.

`Page` is `PageModel` in Python, as is any other name that the generated modules import or define for themselves. On the
wire nothing has these names, so nothing else changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openapi import Pointer, Spec
from openapi.python_names import class_name, resource_class

from .supported import imported_names

_PREFIX = "#/components/schemas/"


def free_names(spec: Spec, origins: dict[Pointer, Pointer]) -> None:
    """Rename the schemas, in place, and note where each comes from."""
    schemas = spec.components("schemas")
    resources = {resource_class(operation.tag) for operation in spec.operations}
    needed = imported_names() | resources | {f"Async{name}" for name in resources}
    taken = {*needed} | {class_name(name) for name in schemas}
    renamed: dict[str, str] = {}
    for name in schemas:
        if class_name(name) in needed:
            long = f"{class_name(name)}Model"
            renamed[name] = next(one for one in (long, *(f"{long}{n}" for n in range(2, 1000))) if one not in taken)
            taken.add(renamed[name])
            origins["components", "schemas", renamed[name]] = ("components", "schemas", name)
    if renamed:
        items = [(renamed.get(name, name), value) for name, value in schemas.items()]
        schemas.clear()
        schemas.update(items)
        for _, value in list(spec.walk()):
            if isinstance(value, dict):
                _rename(value, lambda name: renamed.get(name, name))


def _rename(value: dict[str, Any], new: Callable[[str], str]) -> None:
    """Rename what refers to a schema: a reference, a discriminator, and extensions that name one."""
    if isinstance(value.get("$ref"), str):
        value["$ref"] = _reference(value["$ref"], new)
    discriminator = value.get("discriminator")
    if isinstance(discriminator, dict) and isinstance(mapping := discriminator.get("mapping"), dict):
        for label, target in mapping.items():
            mapping[label] = _reference(target, new) if target.startswith(_PREFIX) else new(target)
    stream = value.get("x-event-stream")
    if isinstance(stream, dict) and "reply" in stream:
        stream["reply"] = new(stream["reply"])
    if isinstance(value.get("x-sent-as"), dict):
        value["x-sent-as"] = {new(name): given for name, given in value["x-sent-as"].items()}


def _reference(ref: str, new: Callable[[str], str]) -> str:
    if not ref.startswith(_PREFIX):
        return ref
    name = ref.removeprefix(_PREFIX).replace("~1", "/").replace("~0", "~")
    return ref if new(name) == name else _PREFIX + new(name)

"""The harness of the edits: a change of the minimal spec, the package that it gives, and what holds for that."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tests.generated.support import RUNTIME, Change, borrowed, minimal, with_operation

from generator.rendering import render
from openapi import Spec

STRING = {"type": "string"}
NUMBER = {"type": "integer"}
JSON = "application/json"


class Edit(NamedTuple):
    """A change of the minimal spec, and what then holds for the package."""

    change: Change
    check: Callable[[Any], object]


class Package:
    """A generated package, as the checks use it."""

    def __init__(self, root: ModuleType) -> None:
        self.name = root.__name__

    def __getattr__(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def operation(self, name: str = "things_list", tag: str = "things") -> Any:
        """The module of an operation."""
        return importlib.import_module(f"{self.name}.api.{tag}.{name}")

    def resource(self, name: str) -> Any:
        """The module of a resource."""
        return importlib.import_module(f"{self.name}.resources.{name}")

    def model(self, name: str) -> Any:
        """A model."""
        return getattr(self.models, name)


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def together(*changes: Change) -> Change:
    def change(data: dict[str, Any]) -> None:
        for one in changes:
            one(data)

    return change


def with_reply(schema: Any, status: str = "200", kind: str = JSON) -> Change:
    """Give the one operation another reply."""
    return with_operation(responses={status: {"description": "It.", "content": {kind: {"schema": schema}}}})


def with_body(schema: Any, kind: str = JSON, *, required: bool = True) -> Change:
    """Turn the one operation into a POST that takes a body."""

    def change(data: dict[str, Any]) -> None:
        item = data["paths"]["/things"]
        item["post"] = item.pop("get")
        item["post"]["requestBody"] = {"required": required, "content": {kind: {"schema": schema}}}

    return change


def fields(package: Package, model: str) -> set[str]:
    names = {name for name in package.model(model).__annotations__ if not name.startswith("_")}
    return names - {"additional_properties"}


def replies_with(value: Any, expected: object, status: int = 200) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        read = package.operation().OPERATION.replies[status](value)
        assert (read.to_dict() if hasattr(read, "to_dict") else read) == expected

    return check


def has_fields(model: str, *names: str) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        assert fields(package, model) == set(names)

    return check


def kinds(package: Package, status: int, contents: dict[str, Any]) -> None:
    """Check that a reply of each content type is read as what it is."""
    for kind, content in contents.items():
        decode, json = package.operation().OPERATION.decoder(status, kind)
        read = decode(content)
        assert json == (not isinstance(content, bytes))
        assert (read.to_dict() if json else read.payload.read()) == content


def accepts(accept: str, contents: dict[str, Any]) -> Callable[[Package], None]:
    def check(package: Package) -> None:
        assert package.operation().OPERATION.accept == accept
        kinds(package, 200, contents)

    return check


def write_package(change: Change, folder: Path, name: str, runtime: str = "") -> None:
    """Write the package of an edit; its runtime is that of another package, if one is named."""
    for path, text in render(Spec.load(minimal(folder, change))).items():
        file = folder / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        shared = runtime and path in RUNTIME and path.endswith(".py") and "/" not in path
        file.write_text(borrowed(runtime, file.stem) if shared else text, encoding="utf-8")


def package_name(edit: str) -> str:
    """The name of the package of an edit."""
    return "edit_" + "".join(letter if letter.isalnum() else f"_{ord(letter):x}" for letter in edit)

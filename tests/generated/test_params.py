"""The TypedDicts of keyword arguments have the arguments of the methods, with their types."""

from __future__ import annotations

import importlib
import inspect
import re
import typing
from collections.abc import Iterator
from typing import Any, get_type_hints

from tests.committed_spec import committed_spec

from openapi.python_names import class_name, resource_class
from quant_ai_client import params

from .test_laziness import python

SPEC = committed_spec()


def methods() -> Iterator[tuple[str, str, dict[str, inspect.Parameter]]]:
    """The methods of the resources that take keyword arguments and do not wait."""
    for tag in dict.fromkeys(operation.resource for operation in SPEC.operations):
        resource = getattr(importlib.import_module(f"quant_ai_client.resources.{tag}"), resource_class(tag))
        for name, function in inspect.getmembers(resource, inspect.isfunction):
            found = inspect.signature(function).parameters
            keywords = {key: each for key, each in found.items() if each.kind is each.KEYWORD_ONLY}
            if keywords and not name.startswith(("_", "wait")):
                yield tag, name, keywords


def required(kind: Any) -> set[str]:
    hints = get_type_hints(kind, include_extras=True)
    return {name for name, hint in hints.items() if typing.get_origin(hint) is not typing.NotRequired}


def test_every_method_with_keyword_arguments_has_a_typed_dict_of_them() -> None:
    found = {name: getattr(params, name) for name in params.__all__}
    by_arguments = {(tuple(get_type_hints(kind)), tuple(sorted(required(kind)))) for kind in found.values()}
    names: set[str] = set()
    for tag, name, keywords in methods():
        needed = sorted(key for key, each in keywords.items() if each.default is each.empty)
        assert (tuple(keywords), tuple(needed)) in by_arguments, f"{tag}.{name}"
        names.add(class_name(f"{tag}_{name}_params"))
    assert found.keys() <= names
    assert len(found) > 10


def test_its_types_are_those_of_the_method() -> None:
    from quant_ai_client.resources.chat import Chat

    signature = inspect.signature(Chat.send).parameters
    for name, hint in params.ChatSendParams.__annotations__.items():
        text = hint.__forward_arg__
        assert re.sub(r"^NotRequired\[(.*)\]$", r"\1", text) == signature[name].annotation.replace("models.", "")


def test_importing_the_package_imports_none_of_them() -> None:
    code = "import sys, quant_ai.params; print([m for m in sys.modules if m.startswith('quant_ai_client.params.')])"
    assert python(code) == "[]"

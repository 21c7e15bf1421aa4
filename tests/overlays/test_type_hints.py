"""The type hints of all that users call or hold can be resolved, as frameworks do that read signatures."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import typing
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import quant_ai
from quant_ai import AsyncQuantAI, QuantAI, models, params, types
from quant_ai.resources import async_extended, extended
from quant_ai_client import AuthenticatedClient, api, resources
from quant_ai_client.jobs import Job
from quant_ai_client.streams import Stream
from quant_ai_client.types import Response

EMPTY: dict[str, Any] = {"model_id": "m", "messages": []}


def held(kind: type[Any]) -> Iterator[type[Any]]:
    """The classes of a client, of its resources, and of what stands for a request."""
    client = kind(token="token", organisation="acme")
    yield kind
    for name in dir(client):
        if not name.startswith("_"):
            resource = getattr(client, name)
            yield type(resource(project="p") if name == "ai_search" else resource)
    yield type(client.chat.stream(**EMPTY))
    yield type(client.chat.job("id"))
    yield type(client.with_options(timeout=1))


def public() -> Iterator[Any]:
    for module in (quant_ai, models, params, types):
        yield from (getattr(module, name) for name in dir(module) if not name.startswith("_"))
    for kind in (QuantAI, AsyncQuantAI):
        yield from held(kind)


def described(cls: type[Any]) -> Iterator[tuple[str, Any]]:
    """A class, and its methods and properties, inherited ones too."""
    yield cls.__qualname__, cls
    for name in dir(cls):
        if not name.startswith("_") or (name.startswith("__") and not name.startswith("__attrs")):
            found = inspect.getattr_static(cls, name)
            parts = ("__func__", "fget", "func", "_function")  # of methods, properties, resources, namespaces
            function = next((getattr(found, part) for part in parts if hasattr(found, part)), found)
            if inspect.isfunction(function) and function.__module__.startswith("quant_ai"):
                yield f"{cls.__qualname__}.{name}", function


def test_type_hints_of_everything_public_resolve() -> None:
    everything: dict[int, tuple[str, Any]] = {}
    for value in public():
        if inspect.isclass(value) and value.__module__.startswith("quant_ai"):
            everything |= {id(found): (name, found) for name, found in described(value)}
        elif inspect.isfunction(value):
            everything[id(value)] = value.__qualname__, value
    failures: list[str] = []
    for name, value in everything.values():
        try:
            typing.get_type_hints(value, include_extras=True)
            inspect.get_annotations(value, eval_str=True)
        except Exception as error:
            failures.append(f"{name}: {error!r}")
    assert failures == []
    assert len(everything) > 1500


def test_type_hints_of_the_generated_functions_resolve() -> None:
    functions = [
        value
        for module in walk_packages(api.__path__, f"{api.__name__}.")
        for value in vars(import_module(module.name)).values()
        if inspect.isfunction(value) and value.__module__ == module.name
    ]
    for function in functions:
        typing.get_type_hints(function, include_extras=True)
        inspect.signature(function, eval_str=True)
    hints = typing.get_type_hints(import_module("quant_ai_client.api.chat.chat_send").asyncio_detailed)
    assert hints["client"] is AuthenticatedClient
    assert hints["return"] == Response[models.ChatReply | models.QueuedExecution]
    assert len(functions) > 700


@pytest.mark.parametrize("kind", [QuantAI, AsyncQuantAI])
def test_the_type_hint_of_a_resource_is_its_class(kind: Any) -> None:
    for name, found in inspect.getmembers_static(kind, lambda found: isinstance(found, cached_property)):
        assert typing.get_type_hints(found.func) == {"return": getattr(kind, name)}, name
    hints = typing.get_type_hints(kind.ai_search)
    assert hints["return"] is type(kind(token="token", organisation="acme").ai_search(project="p"))


def test_modules_whose_classes_are_imported_late_have_no_others() -> None:
    for module in (api, resources, extended, async_extended):
        with pytest.raises(AttributeError, match=f"module '{re.escape(module.__name__)}' has no attribute 'Nothing'"):
            getattr(module, "Nothing")  # noqa: B009


@pytest.mark.parametrize("kind", [QuantAI, AsyncQuantAI])
def test_a_signature_has_the_models_themselves(kind: Any) -> None:
    chat = kind(token="token", organisation="acme").chat
    messages = Sequence[models.Message | models.MessageParam | models.AssistantMessage]
    signature = inspect.signature(chat.send, eval_str=True)
    assert signature.return_annotation is models.ChatReply
    assert signature.parameters["messages"].annotation == messages
    for method in (chat.send, chat.start, chat.stream):
        hints = typing.get_type_hints(method)
        assert [name for name in inspect.signature(method).parameters if name not in hints] == []
        assert hints["messages"] == messages
    assert typing.get_type_hints(chat.parse)["return"].__origin__ is quant_ai.ParsedReply
    assert typing.get_type_hints(chat.run)["return"] is quant_ai.Run


def test_handles_say_what_they_hold() -> None:
    chat = QuantAI(token="token", organisation="acme").chat
    assert typing.get_type_hints(chat.start)["return"] == Job[models.QueuedExecution, models.Execution]
    assert typing.get_type_hints(chat.stream)["return"] == Stream[models.ChatStreamEvent, models.ChatReply]
    created = typing.get_type_hints(QuantAI(token="token", organisation="acme").embeddings.create_many)["return"]
    assert array in [getattr(inner, "__origin__", inner) for one in typing.get_args(created) for inner in one.__args__]


@pytest.mark.parametrize("kind", [quant_ai.ParsedReply, quant_ai.ParsedExecution, quant_ai.ParsedRun])
def test_generic_results_can_be_named_with_their_type(kind: Any) -> None:
    assert kind[int].__args__ == (int,)


def test_a_resource_is_not_a_property_of_its_class() -> None:
    """`get_type_hints` of a class reads attributes; a resource is not one of them."""
    assert isinstance(inspect.getattr_static(QuantAI, "chat"), cached_property)
    assert typing.get_type_hints(QuantAI.raw)["return"] is not None


def test_what_hints_name_is_imported_only_when_they_are_resolved() -> None:
    code = (
        "import sys, typing; from quant_ai import QuantAI; chat = QuantAI(token='t', organisation='o').chat;"
        "loaded = [m for m in sys.modules if m.startswith(('quant_ai_client.models.', 'quant_ai.tools.'))];"
        "typing.get_type_hints(chat.run); print(loaded, 'quant_ai.tools.runs' in sys.modules, 'asyncio' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[] True True"

"""Docstrings of the public names say what each argument is, in the packages that users import."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

import quant_ai
import quant_ai_contract
import quant_ai_mock

MODULES = (quant_ai, quant_ai_mock, quant_ai_contract)
OWN_RESOURCES = ("chat", "embeddings", "files", "models", "vector_db")
"""Resources with hand-written methods; tests/generated has the rules for the others."""
COROUTINES = {"AsyncPaginator.send", "AsyncPaginator.throw"}
"""They are there for event loops, which do not read docstrings."""


def functions() -> Iterator[tuple[str, Any]]:
    """Each public function, and each public method of the public classes."""
    for module in MODULES:
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isfunction(value):
                yield name, value
            elif inspect.isclass(value):
                for method, function in inspect.getmembers(value, inspect.isroutine):
                    home = getattr(function, "__module__", None) or ""
                    if method[0] != "_" and home.startswith(("quant_ai.", "quant_ai_mock.", "quant_ai_contract.")):
                        yield f"{name}.{method}", function
    client = quant_ai.QuantAI(token="t", organisation="o")
    for resource in filter(partial(hasattr, client), OWN_RESOURCES):
        for method, function in inspect.getmembers(getattr(client, resource), inspect.ismethod):
            if method[0] != "_" and function.__module__.startswith("quant_ai."):
                yield f"client.{resource}.{method}", function


FUNCTIONS = [pytest.param(function, id=name) for name, function in functions() if name not in COROUTINES]


def test_all_packages_are_looked_at() -> None:
    assert len(FUNCTIONS) > 70


@pytest.mark.parametrize("function", FUNCTIONS)
def test_each_argument_is_described(function: Any) -> None:
    text = inspect.getdoc(function) or ""
    assert re.match(r"[A-Z\"`].*[.:]$", text.partition("\n\n")[0].replace("\n", " ")), text
    section = text.partition("\nArgs:\n")[2]
    for name, parameter in inspect.signature(function).parameters.items():
        if name not in ("self", "cls") and name[0] != "_":
            stars = {"VAR_POSITIONAL": r"\*?", "VAR_KEYWORD": r"(\*\*)?"}.get(parameter.kind.name, "")
            assert re.search(rf"^\s+(.*, )?{stars}{name}\b.*:", section, re.MULTILINE), f"{name} is not described"

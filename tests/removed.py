"""Skip the tests of resources that were removed from the spec, so that one can be removed by an edit of the spec alone.

A resource was removed if it has recorded replies in tests/contract/recordings and the spec has no such tag. A test is
about it if it is in a file of its name, or if its code, its parameters or the fixtures and helpers that it uses name
the resource: a path, an operationId, `client.notes`, `NotesReply` or a command. Other unknown names skip nothing, so a
typo fails. When the recordings are deleted too, tests that are left fail: delete them with it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
import yaml

TESTS = Path(__file__).parent
SPEC = TESTS.parent / "spec" / "openapi.yaml"
RECORDINGS = TESTS / "contract" / "recordings"
_DECORATORS = re.compile(r"\s*@.*?(?=^\s*(?:async )?def )", re.MULTILINE | re.DOTALL)


@cache
def removed_resources() -> Mapping[str, re.Pattern[str]]:
    """The resources that the spec no longer has, each with what names it in a test or a page."""
    operations = set(re.findall(r"operationId: (\w+)", SPEC.read_text(encoding="utf-8")))
    found = {}
    for index in sorted(RECORDINGS.glob("*/index.yaml")):
        name = index.parent.name
        recorded = {entry["operation"] for entry in yaml.safe_load(index.read_text(encoding="utf-8"))}
        if recorded.isdisjoint(operations):
            found[name] = _naming(name, recorded)
    return found


def removed_in(text: str) -> list[str]:
    """The removed resources that a text names."""
    return [name for name, pattern in removed_resources().items() if pattern.search(text)]


def skip_removed(items: list[pytest.Item]) -> None:
    """Skip the tests that are about removed resources, with the reason."""
    if not removed_resources():
        return
    for item in items:
        named = {name for name in removed_resources() if f"{item.path.stem}_".startswith(f"test_{name}_")}
        values = list(item.callspec.params.values()) if hasattr(item, "callspec") else []
        words = {value.replace("-", "_") for value in values if isinstance(value, str)}
        named |= words & removed_resources().keys()
        named |= {name for text in texts([*values, *_functions(item)]) for name in removed_in(text)}
        if named:
            item.add_marker(pytest.mark.skip(reason=f"{', '.join(sorted(named))}: no longer in the spec"))


def _naming(name: str, operations: set[str]) -> re.Pattern[str]:
    word = name.replace("_", "-")
    methods = "|".join(sorted(operation.removeprefix(f"{name}_").replace("_", "-") for operation in operations))
    kind = "".join(map(str.capitalize, name.split("_")))
    forms = (
        *operations,
        rf"(?:client|QuantAI\([^()]*\))\.{name}",
        rf"\w+\.{name}\.(?:{methods.replace('-', '_')})",
        rf"(?:Async)?{kind}(?=[A-Z]|\b)\w*",
        rf"(?:async_)?{name}\.py",
        word if "-" in word else rf"{word}\W{{1,4}}(?:{methods})",
    )
    return re.compile(rf"/{word}\b|\b(?:{'|'.join(forms)})\b")


def _functions(item: pytest.Item) -> list[Any]:
    """The function of a test and those of its fixtures."""
    if not isinstance(item, pytest.Function):
        return []
    fixtures = item._fixtureinfo.name2fixturedefs.values()
    return [item.function, *(fixture.func for found in fixtures for fixture in found)]


def texts(values: list[Any]) -> Iterator[str]:
    """The texts in values, and what the functions among them say and use in this folder."""
    pending, seen = list(values), set()
    while pending:
        value = pending.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, str):
            yield repr(value)
        elif isinstance(value, tuple | list | set | frozenset):
            pending += value
        elif isinstance(value, dict):
            pending += [*value, *value.values()]
        elif isinstance(value, type | FunctionType) and _is_ours(value):
            text, used = _source(value)
            yield text
            pending += used


def _is_ours(value: type | FunctionType) -> bool:
    try:
        return Path(inspect.getfile(value)).is_relative_to(TESTS)
    except (TypeError, OSError):
        return False


@cache
def _source(value: type | FunctionType) -> tuple[str, list[Any]]:
    """The text of a function or a class of the tests, and what it uses of its module."""
    functions = [value] if isinstance(value, FunctionType) else list(filter(inspect.isfunction, vars(value).values()))
    used = [
        function.__globals__[name]
        for function in functions
        for name in _names(function.__code__)
        if isinstance(function.__globals__.get(name), str | tuple | type | FunctionType)
    ]
    try:
        text = inspect.getsource(value)
    except OSError:  # made while the tests run, such as a class of make_dataclass
        text = ""
    return _DECORATORS.sub("", text, count=1), used  # decorators hold the cases of all tests of the function


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)

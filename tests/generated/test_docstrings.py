"""Docstrings speak Python, by the rule of `generator.python_texts`."""

from __future__ import annotations

import importlib
import inspect
import pydoc
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from tests.generated.support import ROOT

from generator.error_classes import ERROR_CLASSES, error_class
from generator.python_texts import PythonWords, in_python
from openapi import Spec
from quant_ai import models
from quant_ai.http.status_errors import BY_STATUS
from quant_ai_client.resources import AsyncResources, Resources
from quant_ai_client.resources.async_chat import AsyncChat

SPEC = """\
openapi: 3.1.1
info: {title: T, version: '1'}
tags: [{name: things}, {name: rooms, x-namespace-parameters: [house]}]
paths:
  /things:
    get: {operationId: things_list, tags: [things]}
    post:
      operationId: things_send
      tags: [things]
      description: "For longer work use `async: true`."
      x-modes: [{method: start, property: async, value: true, status: '202'}, {property: stream}]
  /things/{thingId}:
    parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
    get: {operationId: things_get, tags: [things]}
    delete: {operationId: things_delete, tags: [things]}
  /stop:
    put: {operationId: things_stop, tags: [things]}
  /houses/{house}/rooms:
    parameters: [{name: house, in: path, required: true, schema: {type: string}}]
    get: {operationId: rooms_list, tags: [rooms]}
components:
  schemas:
    Thing:
      description: It has a `maxTokens`.
      properties:
        maxTokens: {type: integer, description: "Read `finishReason`, in short"}
        finishReason: {enum: [toolUse, stop]}
        toolUse: {type: object, properties: {toolName: {type: string}}}
        tool_name: {type: string, x-alias-of: toolName}
        oldName: {type: string, x-alias-of: maxTokens}
        async: {type: boolean}
"""


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("set `maxTokens` first", "set `max_tokens` first"),
        ("`maxTokens.toolName`", "`max_tokens.tool_name`"),
        ("`async` and `thingId`", "`async_` and `thing_id`"),
        ("`toolUse` is a value, `oldName` another spelling", "`toolUse` is a value, `oldName` another spelling"),
        ("maxTokens outside of code, `maxTokensOfOthers`", "maxTokens outside of code, `maxTokensOfOthers`"),
        ("send `maxTokens: null`", "send `max_tokens=None`"),
        ("send `async: true`", "send `async_=True`"),
        ("a line `event: content`", "a line `event: content`"),
        ("`true` or null, not nullable", "`True` or None, not nullable"),
        ("give `{\"fail\": true}`", "give `{\"fail\": True}`"),
        ("give `{not json}`", "give `{not json}`"),
        ("see `/things`", "see `client.things.list()`"),
        ("see `POST /things`", "see `client.things.send()`"),
        ("see `/things/{thingId}`", "see `client.things.get()`"),
        ("see `DELETE /things/{thingId}`", "see `client.things.delete()`"),
        ("see `/stop`", "see `client.things.stop()`"),
        ("see `GET /houses/{house}/rooms`", "see `client.rooms(house=...).list()`"),
        ("see `/other` and `PUT /things`", "see `/other` and `PUT /things`"),
        ("An old one returns 404.", "An old one raises `NotFoundError`."),
        ("Others get 403, and return 503.", "Others raise `PermissionDeniedError`, and raise `ServerError`."),
        ("Returns 409 if it is taken", "Raises `ConflictError` if it is taken"),
        ("It is forbidden (403).", "It is forbidden (`PermissionDeniedError`)."),
        ("A 401 means, a 404 too", "An `AuthenticationError` means, a `NotFoundError` too"),
        ("up to 512 characters, from 400 to 500", "up to 512 characters, from 400 to 500"),
        ("For all.\n\n## Wire format\n\n`maxTokens` is", "For all."),
        ("```\n{\"maxTokens\": null}\n```\n\nor `maxTokens`", "```\n{\"maxTokens\": null}\n```\n\nor `max_tokens`"),
    ],
)  # fmt: skip
def test_a_text_of_the_spec_is_rewritten_in_the_words_of_python(wire: str, python: str) -> None:
    assert PythonWords(Spec(SPEC)).say(wire) == python


def test_all_texts_of_a_spec_are_rewritten_and_modes_are_those_of_their_operation() -> None:
    before = Spec(SPEC)
    spec = in_python(before)
    assert before.data == Spec(SPEC).data
    assert spec.paths["/things"]["post"]["description"] == "For longer work use `client.things.start()`."
    thing = spec.components("schemas")["Thing"]
    assert thing["description"] == "It has a `max_tokens`."
    assert thing["properties"]["maxTokens"]["description"] == "Read `finish_reason`, in short"


def test_the_errors_in_docstrings_are_those_that_the_client_raises() -> None:
    assert {status: kind.__name__ for status, kind in BY_STATUS.items()} == {
        int(status): name for status, name in ERROR_CLASSES.items()
    }
    assert [error_class(status) for status in ("500", "5XX", "406", "default")] == [
        *["ServerError", "ServerError"],
        *["StatusError", "StatusError"],
    ]


def docstrings() -> Iterator[tuple[str, str]]:
    """Every docstring of the facade and of the models, with its place."""
    for facade in (Resources(), AsyncResources()):
        facade._caller = None  # type: ignore[assignment]
        for tag in [name for name in vars(type(facade)) if not name.startswith("_")]:
            resource = getattr(facade, tag)
            resource = resource("p") if callable(resource) else resource
            yield tag, inspect.getdoc(type(resource)) or ""
            for name, method in vars(type(resource)).items():
                if not name.startswith("_"):
                    yield f"{tag}.{name}", inspect.getdoc(method) or ""
    for name in models.__all__:
        if isinstance(found := getattr(models, name), type):
            yield name, inspect.getdoc(found) or ""


def test_no_docstring_of_the_client_speaks_http() -> None:
    spec = Spec.load(ROOT / "spec" / "openapi.yaml")
    words, seen = PythonWords(spec), 0
    for place, doc in docstrings():
        seen += 1
        prose = doc.partition("\nExample:\n")[0].rstrip()
        prose = re.sub(r"^(    ServerError) \(\d+\):", r"\1:", prose, flags=re.MULTILINE)
        assert words.say(prose) == prose, place
        assert not re.search(r"^    \d{3}: ", doc, re.MULTILINE), place
        assert "## " not in doc, place
        assert "null" not in re.findall(r"\w+", prose), place
    assert seen > 100


def test_help_on_a_stream_shows_its_text_and_its_reply() -> None:
    resources = Resources()
    resources._caller = None  # type: ignore[assignment]
    shown = pydoc.plain(pydoc.render_doc(resources.chat.stream))
    assert "for text in stream.text:" in shown
    assert "reply = stream.final()" in shown
    assert "NotFoundError: The model, session or agent of the request is unknown or has expired." in shown
    shown = pydoc.plain(pydoc.render_doc(AsyncChat.stream))
    assert "async with client.chat.stream(" in shown
    assert "async for text in stream.text:" in shown
    assert "reply = await stream.final()" in shown


def test_help_on_a_model_shows_each_field_with_its_type_and_its_sentence() -> None:
    shown = pydoc.plain(pydoc.render_doc(models.ChatReply))
    fields = [name for name in models.ChatReply.__annotations__ if not name.startswith("_")]
    for name in set(fields) - {"additional_properties"}:
        assert re.search(rf"^ \|      {name} \(.+\): [A-Z]", shown, re.MULTILINE), name


@pytest.fixture
def rooms(nasty: ModuleType) -> Any:
    found = importlib.import_module("nasty_client.resources").Resources()
    found._caller = None
    return found.rooms


def test_a_namespace_without_its_arguments_says_which_it_needs(rooms: Any) -> None:
    with pytest.raises(AttributeError) as caught:
        rooms.list(limit=2)
    assert str(caught.value) == "client.rooms needs arguments: write client.rooms(from_=..., room_id=...).list"
    assert repr(rooms) == "<namespace client.rooms(from_=..., room_id=...)>"
    assert "Args:\n    from_ (str)" in inspect.getdoc(rooms)
    assert not hasattr(rooms, "_repr_html_")

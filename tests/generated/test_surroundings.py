"""Models in the hands of pydantic, FastAPI, json, pickle, notebooks and Python's own functions."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter, ValidationError, validate_call

from openapi import Spec
from openapi.python_names import class_name
from quant_ai_client import models, params, types
from quant_ai_client.models import (
    AssistantMessage,
    ChatReply,
    Message,
    MessageContent,
    ModelList,
    SessionSummary,
    TextBlock,
    TokenUsage,
)
from quant_ai_client.resources.chat import Chat
from quant_ai_client.types import UNSET, Unknown, Unset

from .support import ROOT

BODY: dict[str, Any] = {
    "response": {"role": "assistant", "content": "Hello"},
    "finishReason": "stop",
    "usage": {"inputTokens": 1, "outputTokens": 2},
    "new": {"kept": True},
}
REPLY = ChatReply.from_dict(BODY)


# pydantic and FastAPI


class Saved(BaseModel):
    reply: ChatReply
    history: list[Message] = []
    content: MessageContent = ""


def test_a_pydantic_model_holds_models_and_gives_them_back() -> None:
    saved = Saved(reply=REPLY, history=[Message(role="user", content="Hi")])
    assert saved.reply is REPLY
    assert saved.model_dump() == {"reply": BODY, "history": [{"role": "user", "content": "Hi"}], "content": ""}
    assert Saved.model_validate_json(saved.model_dump_json()) == saved
    assert saved.model_copy(deep=True) == saved


def test_pydantic_reads_the_members_of_a_union_and_keeps_unknown_ones() -> None:
    content: Any = [{"text": "a"}, {"hologram": 1}]
    found = Saved.model_validate({"reply": BODY, "content": content}).content
    assert found == [TextBlock(text="a"), Unknown({"hologram": 1})]
    assert json.loads(TypeAdapter(MessageContent).dump_json(found)) == content


@pytest.mark.parametrize(
    ("value", "message"),
    [(3, "expected an object, got a number"), ({}, "response is missing"), ({"response": []}, "expected an object")],
)
def test_pydantic_refuses_in_one_line_what_is_no_such_model(value: Any, message: str) -> None:
    if value == {"response": []}:
        value = {"response": 7}
    with pytest.raises(ValidationError, match=message):
        Saved(reply=value)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_of_a_model_has_its_name_and_first_paragraph(mode: Any) -> None:
    schema = TypeAdapter(ChatReply).json_schema(mode=mode)
    assert (schema["type"], schema["title"]) == ("object", "ChatReply")
    assert schema["description"]
    assert "Attributes:" not in schema["description"]


APP = FastAPI()


@APP.get("/annotated")
def annotated() -> ChatReply:
    return REPLY


@APP.get("/plain")
def plain():  # type: ignore[no-untyped-def]
    return REPLY


@APP.get("/list")
def listed() -> list[Message]:
    return [Message(role="user", content=[TextBlock(text="Hi")])]


@APP.get("/nested")
def nested():  # type: ignore[no-untyped-def]
    return {"reply": REPLY, "when": SessionSummary.from_dict({"createdAt": "2026-01-02T03:04:05Z"})}


@APP.post("/echo")
def echo(message: Annotated[Message, Body()]) -> Message:
    return message


def test_fastapi_returns_and_takes_models() -> None:
    client = TestClient(APP)
    assert client.get("/annotated").json() == BODY
    assert client.get("/plain").json() == BODY
    assert client.get("/list").json() == [{"role": "user", "content": [{"text": "Hi"}]}]
    assert client.get("/nested").json()["reply"] == BODY
    message = {"role": "user", "content": [{"text": "Hi"}, {"hologram": 1}]}
    assert client.post("/echo", json=message).json() == message
    assert client.post("/echo", json={"role": "user"}).status_code == 422
    shown = client.get("/openapi.json").json()["paths"]["/annotated"]["get"]["responses"]["200"]["content"]
    assert shown["application/json"]["schema"]["description"].startswith("The complete reply of a chat")


@APP.post("/ask")
async def ask(body: params.ChatSendParams) -> params.ChatSendParams:
    return body


def test_fastapi_takes_the_arguments_of_a_method() -> None:
    body = {"model_id": "m", "messages": [{"role": "user", "content": "Hi"}]}
    client = TestClient(APP)
    assert client.post("/ask", json=body).json() == body
    assert client.post("/ask", json={"messages": []}).status_code == 422


TYPED_DICTS = [
    value
    for module in (models, params)
    for name in dir(module)
    if hasattr(value := getattr(module, name), "__required_keys__")
]


def test_pydantic_has_a_schema_of_every_typed_dict() -> None:
    assert len(TYPED_DICTS) > 100
    for kind in TYPED_DICTS:
        assert TypeAdapter(kind).json_schema()["title"] == kind.__name__


def test_unset_is_valid_for_pydantic_but_not_in_json() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(str | None | Unset)
    assert adapter.validate_python(UNSET) is UNSET
    assert adapter.json_schema() == TypeAdapter(str | None).json_schema()


def test_pydantic_checks_the_arguments_of_a_method() -> None:
    class Client:
        def call(self, operation: Any, request: Any) -> Any:
            return request.body

    send = validate_call(Chat(Client()).send)  # type: ignore[arg-type]
    assert send(model_id="m", messages=[{"role": "user", "content": "Hi"}])["modelId"] == "m"  # type: ignore[index]
    with pytest.raises(ValidationError, match="model_id"):
        send(messages=[])  # type: ignore[call-arg]


@pytest.mark.parametrize("before", ["sys", "typing_extensions"])
def test_typed_dicts_are_those_of_typing_extensions_only_if_it_is_there(before: str) -> None:
    code = (
        f"import sys, {before}; from quant_ai_client.models import MessageParam; print(type(MessageParam).__module__)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert shown == ("typing_extensions" if before != "sys" and sys.version_info < (3, 12) else "typing")


def test_only_known_names_are_made_late() -> None:
    with pytest.raises(AttributeError, match=r"module 'quant_ai_client\.types' has no attribute 'Nothing'"):
        types.Nothing  # noqa: B018


def test_the_package_does_not_import_pydantic() -> None:
    code = "from quant_ai_client.models import ChatReply, Message; import sys; print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


# JSON


def examples() -> Iterator[tuple[Any, Any]]:
    """Every model with an example of its schema in the spec."""
    for name, schema in Spec.load(ROOT / "spec" / "openapi.yaml").components("schemas").items():
        model = getattr(models, class_name(name), None)
        for example in schema.get("examples", []) if hasattr(model, "from_dict") else []:
            yield model, example


def test_to_dict_of_every_example_is_json_and_so_is_to_json() -> None:
    found = list(examples())
    assert len(found) > 10
    for model, example in found:
        made = model.from_dict(example)
        assert json.loads(json.dumps(made.to_dict())) == json.loads(made.to_json()) == example


def test_to_dict_of_values_of_python_is_json() -> None:
    made = SessionSummary.from_dict({}).replace(created_at=datetime(2026, 1, 2, tzinfo=UTC))
    assert json.dumps(made.to_dict()) == '{"createdAt": "2026-01-02T00:00:00Z"}'


def test_to_json_can_be_indented_and_keeps_other_alphabets_and_half_characters() -> None:
    assert Message(role="user", content="Grüße").to_json(indent=1) == '{\n "role": "user",\n "content": "Grüße"\n}'
    half = Message(role="user", content="\ud83d")
    assert json.loads(half.to_json().encode()) == half.to_dict()


# How it is shown


def test_repr_is_one_line_and_str_is_several_where_it_is_long() -> None:
    assert repr(TextBlock(text="a")) == str(TextBlock(text="a")) == "TextBlock(text='a')"
    assert "\n" not in repr(REPLY)
    assert str(REPLY) == (
        "ChatReply(\n"
        "    response=AssistantMessage(content='Hello', role='assistant'),\n"
        "    finish_reason='stop',\n"
        "    usage=TokenUsage(input_tokens=1, output_tokens=2),\n"
        "    additional_properties={'new': {'kept': True}},\n"
        ")"
    )


def test_long_lists_and_vectors_are_cut() -> None:
    vectors = models.EmbeddingsReply.from_dict({"embeddings": [[0.5] * 1024] * 20})
    assert len(repr(vectors)) < 1000
    assert str(vectors).count("\n") == 12
    assert "0.5, … (1024 items)]" in str(vectors)
    assert "        … (20 items)\n" in str(vectors)


def test_str_shows_more_of_a_text_than_repr_but_not_of_base64() -> None:
    text, base64, long = "word " * 100, "QUJD" * 100, "word " * 1000
    assert (text in str(TextBlock(text=text)), text in repr(TextBlock(text=text))) == (True, False)
    assert "… (400 characters)" in str(TextBlock(text=base64))
    assert "… (5000 characters)" in str(TextBlock(text=long))


def test_jupyter_and_ipython_show_what_str_gives() -> None:
    class Printer:
        indentation = 0
        shown = ""

        def text(self, text: str) -> None:
            self.shown += text

    printer = Printer()
    REPLY._repr_pretty_(printer, cycle=False)
    assert printer.shown == str(REPLY)


# Copies


def test_replace_gives_a_copy_and_leaves_the_original() -> None:
    changed = REPLY.replace(model="m", finish_reason=None)
    assert (changed.model, changed.finish_reason, REPLY.model, REPLY.finish_reason) == ("m", None, None, "stop")
    assert changed.to_dict() == {"model": "m"} | {name: BODY[name] for name in ("response", "usage", "new")}
    changed.additional_properties["more"] = 1
    assert "more" not in REPLY.additional_properties


def test_copy_replace_of_newer_pythons_does_the_same() -> None:
    assert REPLY.__replace__(model="m") == REPLY.replace(model="m")  # type: ignore[attr-defined]


def test_replace_sends_null_where_none_may_be_sent_and_nothing_for_unset() -> None:
    found = (getattr(models, name) for name in models.__all__)
    model = next(model for model in found if getattr(model, "_nullable", None))
    wire, name = next(iter(model._nullable.items()))
    made = model.from_dict({})
    assert wire not in made.to_dict()
    assert made.replace(**{name: None}).to_dict() == {wire: None}
    assert made.replace(**{name: None}).replace(**{name: UNSET}).to_dict() == {}


def test_replace_refuses_a_field_that_there_is_not() -> None:
    with pytest.raises(TypeError, match=r"^ChatReply has no field 'modle'; did you mean 'model'\?$"):
        REPLY.replace(modle="m")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
@pytest.mark.parametrize("value", [REPLY, Unknown({"a": [1]}), Message(role="user", content=[Unknown({"b": 1})])])  # type: ignore[list-item]
def test_models_and_unknown_members_can_be_copied_and_pickled(again: Any, value: Any) -> None:
    assert again(value) == value


# As a collection


def test_a_loop_over_a_reply_says_which_field_has_the_items() -> None:
    with pytest.raises(TypeError, match=r"^'ModelList' object is not iterable; use \.models$"):
        iter(ModelList.from_dict({"models": []}))  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=r"^'TextBlock' object is not iterable; to_dict\(\) gives its fields$"):
        list(TextBlock(text="a"))  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=r"has no len\(\)"):
        len(REPLY)  # type: ignore[arg-type]


def test_a_field_that_there_is_not_is_pythons_own_error() -> None:
    """A `__getattr__` with a hint of its own makes every read of a field slower: encoding took 1.4 times as long."""
    with pytest.raises(AttributeError, match="'ChatReply' object has no attribute 'finishReason'"):
        getattr(REPLY, "finishReason")  # noqa: B009  # Python names finish_reason when it prints the error
    assert not hasattr(ChatReply, "__getattr__")


def test_dict_of_a_model_has_the_names_of_the_json() -> None:
    assert dict(REPLY) == {  # type: ignore[call-overload]
        "new": {"kept": True},
        "response": AssistantMessage(role="assistant", content="Hello"),
        "finishReason": "stop",
        "usage": TokenUsage.from_dict({"inputTokens": 1, "outputTokens": 2}),
    }


def test_fields_can_be_read_and_written_by_key_in_either_spelling() -> None:
    reply = ChatReply.from_dict(BODY)
    assert reply["finishReason"] == reply["finish_reason"] == "stop"
    assert reply["new"] == {"kept": True}
    assert ("usage" in reply, "model" in reply, "new" in reply, "other" in reply) == (True, False, True, False)
    reply["finish_reason"], reply["other"] = "length", 1
    assert (reply.finish_reason, reply.additional_properties["other"]) == ("length", 1)
    for key in ("model", "none"):
        with pytest.raises(KeyError, match=key):
            reply[key]


def test_unknown_members_are_equal_if_class_and_value_are() -> None:
    class Other(Unknown):
        __slots__ = ()

    assert Unknown(1) == Unknown(1)
    assert Unknown(1) != Unknown(2)
    assert Unknown(1) != Other(1)

"""The document grows, `make generate` runs, and the new thing is there: no hand-written line anywhere."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROMPT_ID = {"name": "promptId", "in": "path", "required": True, "schema": {"type": "string"}, "example": "p-1"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def reply(schema: dict[str, Any] | None, description: str = "Done.") -> dict[str, Any]:
    return {"description": description, **({"content": {"application/json": {"schema": schema}}} if schema else {})}


def body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def operation(name: str, responses: dict[str, Any], **more: Any) -> dict[str, Any]:
    told = {"operationId": f"prompts_{name}", "tags": ["prompts"], "summary": f"{name.title()} prompts"}
    return {**told, "description": "Said of prompts.", **more, "responses": responses}


def add_prompts(document: dict[str, Any]) -> None:
    """A resource that nobody foresaw."""
    text = {"type": "string", "description": "Text with {{holes}}."}
    prompt = {"type": "object", "required": ["id", "text"], "properties": {"id": {"type": "string"}, "text": text}}
    made = {
        "type": "object",
        "required": ["text"],
        "properties": {"text": text, "madeAt": {"type": "string", "format": "date-time"}},
    }
    page = {
        "type": "object",
        "properties": {
            "prompts": {"type": "array", "items": ref("Prompt")},
            "nextCursor": {"type": ["string", "null"]},
        },
    }
    pagination = {"style": "cursor", "in": "query", "cursor": "cursor", "next": "nextCursor", "items": "prompts"}
    cursor = {"name": "cursor", "in": "query", "description": "Where to go on.", "schema": {"type": "string"}}
    frame = {
        "type": "object",
        "required": ["data"],
        "properties": {
            "event": {"type": "string", "const": "piece"},
            "data": {"type": "string", "contentMediaType": "application/json", "contentSchema": ref("PieceEvent")},
        },
    }
    rendered = {
        "text/event-stream": {
            "schema": ref("RenderFrame"),
            "x-event-stream": {"text": ["piece"], "terminal": [], "reply": "Prompt"},
        }
    }
    document["components"]["schemas"].update(
        Prompt=prompt,
        PromptRequest=made,
        PromptPage=page,
        RenderFrame={"anyOf": [ref("PieceFrame")]},
        PieceFrame=frame,
        PieceEvent={"type": "object", "properties": {"piece": {"type": "string"}}},
    )
    document["tags"].append({"name": "prompts", "description": "Texts to reuse."})
    document["paths"]["/prompts"] = {
        "get": operation(
            "list", {"200": reply(ref("PromptPage"))}, parameters=[cursor], **{"x-pagination": pagination}
        ),
        "post": operation(
            "create", {"201": reply(ref("Prompt"))}, requestBody=body(ref("PromptRequest")), **{"x-idempotent": False}
        ),
    }
    document["paths"]["/prompts/{promptId}"] = {
        "parameters": [PROMPT_ID],
        "get": operation("get", {"200": reply(ref("Prompt"))}),
        "put": operation("update", {"200": reply(ref("Prompt"))}, requestBody=body(ref("PromptRequest"))),
        "delete": operation("delete", {"204": reply(None)}),
    }
    document["paths"]["/prompts/{promptId}/render"] = {
        "parameters": [PROMPT_ID],
        "post": operation("render", {"200": {"description": "Events.", "content": rendered}}, **{"x-idempotent": True}),
    }


class Caller:
    """Answers from a table, decoding with the operation as a real caller does."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.sent: list[Any] = []

    def call(self, operation: Any, request: Any) -> Any:
        self.sent.append((operation, request))
        status, value = self.answers[operation.id]
        return operation.replies[status](value)

    def page(self, operation: Any, request: Any, items: Any) -> Any:
        return list(items(self.call(operation, request)))

    def stream(self, operation: Any, request: Any, reply: Any = None) -> Any:
        self.sent.append((operation, request))
        return [operation.events.types[0].decode(value) for value in self.answers[operation.id]]


class AsyncCaller(Caller):
    async def call(self, operation: Any, request: Any) -> Any:  # type: ignore[override]
        return super().call(operation, request)

    async def page(self, operation: Any, request: Any, items: Any) -> Any:
        return list(items(await self.call(operation, request)))


ANSWERS: dict[str, Any] = {
    "prompts_list": (200, {"prompts": [{"id": "p-1", "text": "a"}], "nextCursor": None}),
    "prompts_create": (201, {"id": "p-2", "text": "b"}),
    "prompts_get": (200, {"id": "p-1", "text": "a"}),
    "prompts_update": (200, {"id": "p-1", "text": "c"}),
    "prompts_delete": (204, None),
    "prompts_render": [{"piece": "Hel"}, {"piece": "lo"}],
}


def test_a_new_resource_works_sync_and_async_streamed_and_paged(grow: Any) -> None:
    package = grow(add_prompts)
    resources = importlib.import_module(f"{package.__name__}.resources")
    client = resources.Resources()
    client._caller = caller = Caller(**ANSWERS)
    assert [prompt.text for prompt in client.prompts.list(cursor="c")] == ["a"]
    assert client.prompts.create(text="b").id == "p-2"
    assert client.prompts.get("p-1").text == "a"
    assert client.prompts.update("p/1", text="c").text == "c"
    assert client.prompts.delete("p-1") is None
    assert "".join(event.piece for event in client.prompts.render("p-1")) == "Hello"
    assert [(operation.method, request.path) for operation, request in caller.sent] == [
        ("GET", "/prompts"),
        ("POST", "/prompts"),
        ("GET", "/prompts/p-1"),
        ("PUT", "/prompts/p%2F1"),
        ("DELETE", "/prompts/p-1"),
        ("POST", "/prompts/p-1/render"),
    ]
    assert caller.sent[0][1].query == [("cursor", "c")]
    assert caller.sent[1][1].body == {"text": "b"}
    assert "text: Text with {{holes}}." in client.prompts.create.__doc__

    async def use() -> Any:
        other = resources.AsyncResources()
        other._caller = AsyncCaller(**ANSWERS)
        return await other.prompts.list(), await other.prompts.create(text="b"), other.prompts.render("p-1")

    listed, made, events = asyncio.run(use())
    assert (listed[0].id, made.id, events[0].piece) == ("p-1", "p-2", "Hel")


@pytest.mark.slow
def test_a_new_resource_is_clean_for_mypy(grow: Any, tmp_path: Path) -> None:
    package = grow(add_prompts)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "-p", package.__name__]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout


def test_a_new_optional_field_is_an_argument_and_an_attribute(grow: Any) -> None:
    def change(document: dict[str, Any]) -> None:
        for name in ("ChatRequest", "ChatReply"):
            document["components"]["schemas"][name]["properties"]["mood"] = {
                "type": "string",
                "description": "Its mood.",
            }

    package = grow(change)
    client = importlib.import_module(f"{package.__name__}.resources").Resources()
    client._caller = caller = Caller(
        chat_send=(200, {"response": {"role": "assistant", "content": ""}, "mood": "fine"})
    )
    assert client.chat.send(model_id="m", messages=[], mood="good").mood == "fine"
    assert caller.sent[0][1].body["mood"] == "good"
    assert "mood: Its mood." in client.chat.send.__doc__


def test_a_new_enum_value_becomes_a_known_one(grow: Any) -> None:
    def change(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["MessageRole"]["enum"].append("narrator")

    package = grow(change)
    role = importlib.import_module(f"{package.__name__}.models").MessageRole
    assert "narrator" in str(role)


def test_a_renamed_operation_renames_its_method_and_a_removed_one_takes_it_away(grow: Any) -> None:
    def change(document: dict[str, Any]) -> None:
        document["paths"]["/models"]["get"]["operationId"] = "models_browse"
        del document["paths"]["/models/{modelId}"]

    package = grow(change)
    models = importlib.import_module(f"{package.__name__}.resources.models").Models
    methods = [name for name, _ in inspect.getmembers(models, inspect.isfunction) if not name.startswith("_")]
    assert methods == ["browse"]
    files = sorted(path.name for path in (Path(package.__file__).parent / "api" / "models").iterdir())
    assert [name for name in files if name != "__pycache__"] == ["__init__.py", "models_browse.py"]

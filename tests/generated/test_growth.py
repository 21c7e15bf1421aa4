"""The spec grows, `make generate` runs, and the new thing works without a hand-written line.

A package is generated from a spec that has grown in every way, and a mock server started on that spec. Code as users
write it then runs in interpreters of its own, with the grown package in place of the committed one.
The new resources are called `try_...`, so that the spec can have resources of any other name.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from tests.type_checks.checkers import STRICT_MYPY

from openapi import Spec
from quant_ai_mock import running_mock

PROMPT_ID = {"name": "tryPromptId", "in": "path", "required": True, "schema": {"type": "string"}, "example": "p-1"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def reply(schema: dict[str, Any] | None, description: str = "Done.") -> dict[str, Any]:
    return {"description": description, **({"content": {"application/json": {"schema": schema}}} if schema else {})}


def body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def operation(name: str, responses: dict[str, Any], **more: Any) -> dict[str, Any]:
    named = {"operationId": f"try_prompts_{name}", "tags": ["try_prompts"], "summary": f"{name.title()} prompts"}
    return {**named, "description": "Said of prompts.", **more, "responses": responses}


def frame(event: str, example: str) -> dict[str, Any]:
    data = {"type": "string", "contentMediaType": "application/json", "contentSchema": ref(f"{event.title()}Event")}
    return {
        "type": "object",
        "required": ["event", "data"],
        "properties": {"event": {"type": "string", "const": event}, "data": data},
        "examples": [{"event": event, "data": example}],
    }


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def add_try_prompts(data: dict[str, Any]) -> None:
    """Add a resource of a new kind."""
    text = {"type": "string", "description": "Text with {{holes}}."}
    name = {"type": "string"}
    data["components"]["schemas"].update(
        TryPrompt=obj("id", "text", id=name, text=text),
        TryPromptRequest=obj("text", text=text, madeAt={"type": "string", "format": "date-time"}),
        TryPromptPage=obj(
            try_prompts={"type": "array", "items": ref("TryPrompt")}, nextCursor={"type": ["string", "null"]}
        ),
        RenderFrame={"anyOf": [ref("PieceFrame"), ref("RenderedFrame")]},
        PieceFrame=frame("piece", '{"text":"Hello"}'),
        RenderedFrame=frame("rendered", '{"id":"p-1"}'),
        PieceEvent=obj("text", text=name),
        RenderedEvent=obj("id", id=name),
    )
    shown = {"event": "piece", "data": '{"text":"Hello, "}'}, {"event": "piece", "data": '{"text":"Ada"}'}
    last = {"event": "rendered", "data": '{"id":"p-1"}'}
    rendered = {
        "text/event-stream": {
            "schema": ref("RenderFrame"),
            "examples": {str(number): {"value": value} for number, value in enumerate([*shown, last])},
            "x-event-stream": {"text": ["text"], "terminal": ["rendered"], "reply": "TryPrompt"},
        }
    }
    pagination = {"in": "query", "cursor": "cursor", "next": "nextCursor", "items": "try_prompts", "limit": "limit"}
    parameters = [
        {"name": "cursor", "in": "query", "description": "Where to go on.", "schema": {"type": "string"}},
        {"name": "limit", "in": "query", "description": "Most of a page.", "schema": {"type": "integer", "default": 9}},
    ]
    one = {"200": reply(ref("TryPrompt")), "404": {"$ref": "#/components/responses/NotFound"}}
    data["tags"].append({"name": "try_prompts", "description": "Texts to reuse."})
    data["paths"]["/try-prompts"] = {
        "get": operation(
            "list",
            {"200": reply(ref("TryPromptPage"))},
            parameters=parameters,
            **{"x-pagination": {"style": "cursor", **pagination}},
        ),
        "post": operation(
            "create",
            {"201": reply(ref("TryPrompt"))},
            requestBody=body(ref("TryPromptRequest")),
            **{"x-idempotent": False},
        ),
    }
    data["paths"]["/try-prompts/{tryPromptId}"] = {
        "parameters": [PROMPT_ID],
        "get": operation("get", one),
        "put": operation("update", one, requestBody=body(ref("TryPromptRequest"))),
        "delete": operation("delete", {"204": reply(None)}),
    }
    data["paths"]["/try-prompts/{tryPromptId}/render"] = {
        "parameters": [PROMPT_ID],
        "post": operation("render", {"200": {"description": "Events.", "content": rendered}}, **{"x-idempotent": True}),
    }


def add_try_notes(data: dict[str, Any]) -> None:
    """Add a resource with a namespace argument, on a server of its own."""
    text = {"type": "string"}
    data["components"]["schemas"].update(
        TryNote=obj("id", "text", id=text, text=text),
        TryNoteRequest=obj("text", text=text),
        TryNoteList=obj("try_notes", try_notes={"type": "array", "items": ref("TryNote")}),
    )
    first = data["servers"][0]
    servers = [{**first, "url": first["url"].removesuffix("/ai")}]
    house = {"name": "houseName", "in": "path", "required": True, "schema": text, "example": "red"}
    note = {"name": "tryNoteId", "in": "path", "required": True, "schema": text, "example": "n-1"}

    def operation_of(name: str, status: str, schema: str, **more: Any) -> dict[str, Any]:
        said = {"operationId": f"try_notes_{name}", "tags": ["try_notes"], "summary": f"{name.title()} notes"}
        missing = {"404": {"$ref": "#/components/responses/NotFound"}}
        return {**said, **more, "responses": {status: reply(ref(schema)), **missing}}

    data["tags"].append({"name": "try_notes", "description": "Notes.", "x-namespace-parameters": ["houseName"]})
    data["paths"]["/houses/{houseName}/try-notes"] = {
        "servers": servers,
        "parameters": [house],
        "get": operation_of("list", "200", "TryNoteList"),
        "post": operation_of(
            "create", "201", "TryNote", requestBody=body(ref("TryNoteRequest")), **{"x-idempotent": False}
        ),
    }
    data["paths"]["/houses/{houseName}/try-notes/{tryNoteId}"] = {
        "servers": servers,
        "parameters": [house, note],
        "get": operation_of("get", "200", "TryNote"),
    }


def add_an_optional_field(data: dict[str, Any]) -> None:
    for name in ("TaskCreateRequest", "Task"):
        mood = {"type": "string", "description": "The mood of it."}
        data["components"]["schemas"][name]["properties"]["mood"] = mood


def add_an_enum_value(data: dict[str, Any]) -> None:
    data["components"]["schemas"]["MessageRole"]["enum"].append("narrator")


def rename_an_operation(data: dict[str, Any]) -> None:
    data["paths"]["/usage"]["get"]["operationId"] = "usage_browse"


def remove_an_operation(data: dict[str, Any]) -> None:
    del data["paths"]["/usage/me"]


Use = Callable[[str], None]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory, generate: Any, root: Path) -> Path:
    """A folder with the grown spec and the package generated from it."""
    folder = tmp_path_factory.mktemp("grown")
    data = Spec.load(root / "spec" / "openapi.yaml").data
    for change in (
        add_try_prompts,
        add_try_notes,
        add_an_optional_field,
        add_an_enum_value,
        rename_an_operation,
        remove_an_operation,
    ):
        change(data)
    spec = folder / "openapi.yaml"
    spec.write_text(yaml.safe_dump(data, sort_keys=False, width=1000), encoding="utf-8")
    done = generate("--spec", spec, "--output", folder / "quant_ai_client")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def use(grown: Path, root: Path) -> Iterator[Use]:
    """Run code as a user writes it, against the mock server."""
    with running_mock(spec=grown / "openapi.yaml") as mock:
        organisation = mock.organisation()

        def run(code: str) -> None:
            settings = {
                "QUANT_API_TOKEN": organisation.token,
                "QUANT_ORGANISATION": organisation.name,
                "QUANT_BASE_URL": organisation.url,
                "PYTHONPATH": os.pathsep.join([str(grown), str(root / "overlays")]),
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            command = [sys.executable, "-c", dedent(code)]
            done = subprocess.run(
                command, env={**os.environ, **settings}, capture_output=True, text=True, check=False, timeout=60
            )
            assert done.returncode == 0, done.stderr

        yield run


def test_a_new_resource_works(use: Use) -> None:
    use("""
        from quant_ai import NotFoundError, QuantAI

        client = QuantAI(strict=True)
        made = client.try_prompts.create(text="Hello, {{name}}")
        assert made.text == "Hello, {{name}}"
        assert client.try_prompts.get(made.id) == made
        assert client.try_prompts.update(made.id, text="Bye").text == "Bye"
        assert client.try_prompts.get(made.id).text == "Bye"
        client.try_prompts.delete(made.id)
        try:
            client.try_prompts.get(made.id)
        except NotFoundError:
            pass
        else:
            raise AssertionError
        assert "text (str): Text with {{holes}}." in client.try_prompts.create.__doc__
    """)


def test_a_new_resource_works_async(use: Use) -> None:
    use("""
        import asyncio
        from quant_ai import AsyncQuantAI

        async def main():
            async with AsyncQuantAI(strict=True) as client:
                made = await client.try_prompts.create(text="Hello")
                assert (await client.try_prompts.update(made.id, text="Bye")).text == "Bye"
                assert (await client.try_prompts.get(made.id)).text == "Bye"
                async with client.try_prompts.render(made.id) as stream:
                    assert [piece async for piece in stream.text] == ["Hello, ", "Ada"]
                assert made.id in [prompt.id async for prompt in client.try_prompts.list(limit=1)]
                await client.try_prompts.delete(made.id)

        asyncio.run(main())
    """)


def test_a_new_namespace_with_an_argument_works_on_a_server_of_its_own(use: Use) -> None:
    use("""
        import asyncio
        from quant_ai import AsyncQuantAI, NotFoundError, QuantAI

        client = QuantAI(strict=True)
        red, blue = client.try_notes(house_name="red"), client.try_notes("blue")
        made = red.create(text="Hello")
        assert red.get(made.id).text == "Hello"
        assert [note.id for note in red.list().try_notes] == [made.id]
        assert blue.list().try_notes == []
        try:
            blue.get(made.id)
        except NotFoundError:
            pass
        else:
            raise AssertionError
        raw = client.raw(red.get, made.id)
        assert raw.parsed == made

        async def main():
            async with AsyncQuantAI(strict=True) as client:
                return await client.try_notes(house_name="red").get(made.id)

        assert asyncio.run(main()) == made
    """)


def test_a_new_stream_gives_typed_events_and_adds_up_to_its_reply(use: Use) -> None:
    use("""
        from quant_ai import QuantAI, models

        with QuantAI(strict=True).try_prompts.render("p-1") as stream:
            events = list(stream)
            whole = stream.final()
        assert [type(event) for event in events] == [models.PieceEvent, models.PieceEvent, models.RenderedEvent]
        assert (whole.id, whole.text) == ("p-1", "Hello, Ada")
    """)


def test_a_new_list_is_read_page_by_page(use: Use) -> None:
    use("""
        from quant_ai import QuantAI

        client = QuantAI(strict=True)
        made = {client.try_prompts.create(text=str(number)).id for number in range(5)}
        page = client.try_prompts.list(limit=2)
        assert len(page.items) == 2 and page.has_next_page
        assert made <= {prompt.id for prompt in page}
    """)


def test_a_new_optional_field_is_an_argument_and_an_attribute(use: Use) -> None:
    use("""
        from quant_ai import QuantAI

        client = QuantAI(strict=True)
        assert "mood (str): The mood of it." in client.tasks.create.__doc__
        task = client.tasks.create(title="Tea", mood="good")
        assert client.tasks.get(task.task_id).mood == "good"
    """)


def test_a_new_enum_value_is_a_known_one(use: Use) -> None:
    use("""
        from quant_ai import QuantAI, models

        assert "narrator" in str(models.MessageRole)
        client = QuantAI(strict=True)
        messages = [{"role": "narrator", "content": "It was a dark and stormy night."}]
        session = client.sessions.create(user_id="ada", initial_messages=messages)
        assert client.sessions.get(session.session_id).messages[0].role == "narrator"
    """)


def test_a_new_resource_has_its_commands_with_help_and_completion(use: Use) -> None:
    use("""
        import json, os, subprocess, sys

        def quant_ai(*arguments, **environment):
            done = subprocess.run(
                [sys.executable, "-m", "quant_ai_cli", *arguments],
                capture_output=True, text=True, env={**os.environ, **environment},
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        assert ["try-prompts", "Texts", "to", "reuse."] in [line.split() for line in quant_ai("--help").splitlines()]
        assert "--made-at TIME" in quant_ai("try-prompts", "create", "--help")
        made = json.loads(quant_ai("try-prompts", "create", "--text", "Hello", "--made-at", "2026-03-01"))
        assert json.loads(quant_ai("try-prompts", "get", made["id"])) == made
        assert made["id"] in [json.loads(line)["id"] for line in quant_ai("try-prompts", "list", "--all").splitlines()]
        assert json.loads(quant_ai("try-prompts", "render", made["id"], "-o", "json"))["text"] == "Hello, Ada"
        note = json.loads(quant_ai("try-notes", "create", "--house-name", "red", "--text", "Tea"))
        assert json.loads(quant_ai("try-notes", "--house-name", "red", "get", note["id"])) == note
        words = "quant-ai try-prompts create --m"
        found = quant_ai(_QUANT_AI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD="3")
        assert "plain,--made-at" in found.split()
    """)


def test_a_renamed_operation_has_a_renamed_method_and_a_removed_one_has_none(use: Use, grown: Path) -> None:
    use("""
        from quant_ai import QuantAI

        client = QuantAI(strict=True)
        assert client.usage.browse()
        assert [name for name in dir(client.usage) if not name.startswith("_")] == ["browse"]
    """)
    files = sorted(path.name for path in (grown / "quant_ai_client" / "api" / "usage").glob("*.py"))
    assert files == ["__init__.py", "usage_browse.py"]


@pytest.mark.slow
def test_the_grown_package_is_clean_for_mypy(grown: Path) -> None:
    command = [sys.executable, "-m", *STRICT_MYPY, "-p", "quant_ai_client"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=grown, check=False)
    assert done.returncode == 0, done.stdout

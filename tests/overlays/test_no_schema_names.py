"""The client names no part of the API by hand, so that a change of the spec is one change.

What it needs to know is in the spec's extensions, which the generator turns into data of `Operation`. The few places
that name a field or a model are listed here, each with the reason, and the list holds no more than is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.committed_spec import committed_spec

import derive_sync

from .support.api_names import Package, Use

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "overlays/quant_ai"

SIGNATURE = "the types of a public method beyond the generated ones; type checkers compare them with the models"
ANSWER = "the result of chat.run gives the answer, its text and its usage under short names"
CONVERSATION = "the conversation that follows is written in the API's own models, as a user would write it"
DECLARED = "how a tool is declared to the model, in the API's own models"
BLOCKS = "what image_block and the like return"
ERRORS = "errors come in several forms, from any operation; this is the one place that reads them"
REQUEST = "an argument of chat.run that it passes on, or looks at"
PARSED = "how a reply in a JSON Schema is asked for, and where its text is and why it ended"
CAPABILITY = "lists of models say which of them can follow a JSON Schema"
HELPER = "what the helper is for: it hides this part of the reply from its callers"

OURS = "of our own class, as the values of a mapping or a tuple"
LIBRARY = "of an object of a library"
MODULE = "the name of a module"
JSON_SCHEMA = "a keyword of JSON Schema"
HTTPX = "a key of httpx's request extensions"
OPTION = "a field of our own options"
SLOT = "a slot of our own class"
WAY = "a way to run"


class Allowed(NamedTuple):
    """Names that a module may use, and why."""

    kind: str
    names: str
    reason: str


ALLOWED = {
    "__init__.py": [Allowed("string", "models errors pages", MODULE)],
    "async_caller.py": [Allowed("attribute", "content", OURS)],
    "async_client.py": [Allowed("attribute", "capabilities", OURS)],
    "hints.py": [Allowed("attribute", "name", LIBRARY)],
    "http/aiohttp_transport.py": [
        Allowed("attribute", "content status", LIBRARY),
        Allowed("string", "timeout", HTTPX),
    ],
    "http/async_connections.py": [Allowed("attribute", "stream", LIBRARY), Allowed("string", "timeout", HTTPX)],
    "http/attempts.py": [Allowed("string", "path", "an argument of our own errors")],
    "http/connections.py": [Allowed("attribute", "stream url", LIBRARY), Allowed("string", "timeout", HTTPX)],
    "http/endpoint.py": [Allowed("string", "timeout", HTTPX), Allowed("attribute", "path", LIBRARY)],
    "http/hidden_token.py": [Allowed("attribute", "name", LIBRARY)],
    "http/http_client.py": [
        Allowed("attribute", "path url", LIBRARY),
        Allowed("string", "agent", "an attribute of our own transports"),
    ],
    "http/libraries.py": [Allowed("attribute", "name", OURS)],
    "http/replies.py": [Allowed("string", "json", "part of a media type")],
    "http/status_errors.py": [
        Allowed("model", "Error ErrorDetail", ERRORS),
        Allowed("attribute", "error errors code message", ERRORS),
        Allowed("string", "request_id", "an argument of our own errors"),
    ],
    "http/surplus.py": [Allowed("attribute", "stream", LIBRARY)],
    "http/users_clients.py": [
        Allowed("attribute", "query stream timeout url", LIBRARY),
        Allowed("string", "response", "the hooks of a client of httpx"),
    ],
    "jobs/polling.py": [
        Allowed(
            "string", "complete completed success failed deleted error timeout", "plain English for the end of a job"
        )
    ],
    "json_types/class_fields.py": [
        Allowed("attribute", "name type metadata", LIBRARY),
        Allowed("string", "description", "a key in the metadata of a field"),
    ],
    "json_types/docstrings.py": [Allowed("attribute", "description", LIBRARY)],
    "json_types/notes.py": [
        Allowed("string", "type description pattern", JSON_SCHEMA),
        Allowed("string", "metadata", "an attribute of pydantic's fields"),
    ],
    "json_types/object_decoders.py": [Allowed("attribute", "name", LIBRARY)],
    "json_types/pydantic_types.py": [
        Allowed("string", "errors", "a method of pydantic's exceptions"),
        Allowed("string", "type", JSON_SCHEMA),
    ],
    "json_types/scalars.py": [Allowed("attribute", "text", OURS), Allowed("string", "text", SLOT)],
    "json_types/schemas.py": [
        Allowed("string", "type description items", JSON_SCHEMA),
        Allowed("attribute", "name", LIBRARY),
    ],
    "json_types/type_forms.py": [
        Allowed("attribute", "type", LIBRARY),
        Allowed("string", "type format", JSON_SCHEMA),
        Allowed("string", "date", "a format of JSON Schema"),
        Allowed("string", "collections", MODULE),
    ],
    "media.py": [
        Allowed("model", "BytesSource ImageBlock ImageContent VideoBlock VideoContent", BLOCKS),
        Allowed("model", "DocumentBlock DocumentContent", BLOCKS),
        Allowed("model", "ImageGenerationReply", SIGNATURE),
        Allowed("attribute", "images", HELPER),
        Allowed("string", "text", "a file suffix"),
        Allowed("string", "name", "an attribute of open files"),
        Allowed("string", "image document", "what files are called by default"),
    ],
    "parsing/parsed.py": [
        Allowed("model", "ChatReply Execution", "a parsed reply is a reply, and a parsed execution an execution"),
        Allowed("attribute", "name", LIBRARY),
    ],
    "parsing/reply_format.py": [
        Allowed("model", "ChatReply Execution ResponseFormat", PARSED),
        Allowed("attribute", "request_id result", PARSED),
        Allowed("string", "response content finish_reason usage json", PARSED),
        Allowed("string", "tool_use", "why a model stopped"),
        Allowed("string", "model_id response_format", REQUEST),
        Allowed("string", "type description", JSON_SCHEMA),
    ],
    "resources/async_chat.py": [
        Allowed("model", "AssistantMessage Execution Message MessageParam ToolResult", SIGNATURE),
        Allowed("model", "ChatReply ChatStreamEvent QueuedExecution ResponseFormat ResponseFormatParam", SIGNATURE),
        Allowed("string", "model_id session_id tool_config", REQUEST),
        Allowed("string", "stream", WAY),
        Allowed("attribute", "text", OURS),
    ],
    "resources/async_embeddings.py": [
        Allowed("model", "EmbeddingDimensions", SIGNATURE),
        Allowed("attribute", "embeddings", HELPER),
    ],
    "resources/async_files.py": [Allowed("model", "FileUploaded", SIGNATURE)],
    "resources/async_models.py": [
        Allowed("attribute", "models id", CAPABILITY),
        Allowed("string", "capabilities supports_structured_output", CAPABILITY),
    ],
    "resources/async_vector_db.py": [Allowed("model", "VectorDocument VectorDocumentParam", SIGNATURE)],
    "resources/bulk_upload.py": [
        Allowed("model", "DocumentsUploaded VectorDocument VectorDocumentParam", SIGNATURE),
        Allowed("attribute", "document_ids chunks_created", HELPER),
    ],
    "resources/presigned_upload.py": [
        Allowed("model", "FileUploaded", SIGNATURE),
        Allowed("attribute", "upload_url file_id", HELPER),
        Allowed("string", "timeout", HTTPX),
    ],
    "settings.py": [
        Allowed("string", "timeout retry base_url", OPTION),
        Allowed("attribute", "base_url", LIBRARY),
    ],
    "streaming/events.py": [
        Allowed("string", "type", "the key of the framing without event lines"),
        Allowed("string", "error", "the name of the event that reports failure"),
        Allowed("string", "data event path", SLOT),
    ],
    "streaming/lines.py": [Allowed("string", "path", SLOT)],
    "streaming/sse.py": [Allowed("string", "retry", SLOT)],
    "streaming/stream.py": [Allowed("string", "text", "a property of our own class")],
    "tools/json_results.py": [
        Allowed("string", "json", "an argument of pydantic's method"),
        Allowed("attribute", "name", LIBRARY),
    ],
    "tools/runs.py": [
        Allowed("model", "AssistantMessage ChatReply Execution TokenUsage", ANSWER),
        Allowed("attribute", "response content usage result", ANSWER),
    ],
    "tools/tool_calls.py": [
        Allowed("string", "result error", "a member of the free-form object that a tool answers with")
    ],
    "tools/tool_conversation.py": [
        Allowed("model", "Message MessageParam ContentBlock TextBlock ToolUseBlock ToolUseContent", CONVERSATION),
        Allowed("model", "ToolResultBlock ToolOutput ToolResultJson ToolResult", CONVERSATION),
        Allowed("model", "ChatReply Execution", SIGNATURE),
        Allowed("model", "ToolConfig", DECLARED),
        Allowed("attribute", "response content", CONVERSATION),
        Allowed("string", "stream", WAY),
    ],
    "tools/tool_specs.py": [
        Allowed("model", "ToolDefinition ToolInputSchema ToolSpec", DECLARED),
        Allowed("string", "type", JSON_SCHEMA),
    ],
}


def properties(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"]
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


WIRE_NAMES = set(properties(committed_spec().data["components"]["schemas"]))
PACKAGE = Package.read(CLIENT, ROOT / "generated/quant_ai_client/resources", ROOT / "scripts/generator/runtime")
DERIVED = {
    derive_sync.sync_name(module) for module in derive_sync.modules(CLIENT)
}  # what they name, their sources name
MODULES = sorted(
    path.relative_to(CLIENT).as_posix()
    for path in CLIENT.rglob("*.py")
    if path.relative_to(CLIENT).as_posix() not in DERIVED
)


def uses(module: str) -> list[Use]:
    return PACKAGE.uses(CLIENT / module, WIRE_NAMES)


def allowed(module: str) -> set[tuple[str, str]]:
    return {(entry.kind, name) for entry in ALLOWED.get(module, ()) for name in entry.names.split()}


@pytest.mark.parametrize("module", MODULES)
def test_no_module_names_a_field_or_a_model_of_the_api(module: str) -> None:
    found = [
        f"{module}:{use.line}: the {use.kind} {use.name}" for use in uses(module) if use[1:] not in allowed(module)
    ]
    assert found == []


@pytest.mark.parametrize("module", ALLOWED)
def test_the_list_holds_no_more_than_is_used(module: str) -> None:
    assert allowed(module) - {use[1:] for use in uses(module)} == set()


def test_the_api_has_names_to_look_for() -> None:
    assert {"modelId", "messages", "toolUseId", "callbackId"} <= WIRE_NAMES


SNIPPET = """
from httpx import Response
from quant_ai_client.operation import Operation

class Own:
    reply: ChatReply
    body: Response

    def __init__(self, operation: Operation, given) -> None:
        self.text, self.given = "", given
        self.operation = operation

def read() -> Own: ...
def ask() -> ChatReply: ...

def run(anything, reply: ChatReply | None, own: Own, each: dict[str, ChatReply], mine: list[Own], any_: Any):
    {}
"""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("reply.response", ["attribute response"]),
        ("reply.response.tool_use", ["attribute response", "attribute tool_use"]),
        ("anything.tool_use", ["attribute tool_use"]),
        ("any_.tool_use", ["attribute tool_use"]),
        ("own.tool_use", []),
        ("own.text", []),
        ("own.reply.usage", ["attribute usage"]),
        ("own.given.usage", ["attribute usage"]),
        ("own.body.content", []),
        ("own.operation.path", []),
        ("own.operation.polling.error", []),
        ("read().text", []),
        ("read().reply.usage", ["attribute usage"]),
        ("ask().usage", ["attribute usage"]),
        ("each['a'].usage", ["attribute usage"]),
        ("mine[0].text", []),
        ("[one.usage for one in each.values()]", ["attribute usage"]),
        ("[one.text for one in mine]", []),
        ("for one in mine: one.reply.usage", ["attribute usage"]),
        ("found = own; found.text", []),
        ("found = own.reply; found.usage", ["attribute usage"]),
        ("anything.content()", []),
        ("reply.usage = 1", ["attribute usage"]),
        ("getattr(reply, 'tool_use')", ["string tool_use"]),
        ("reply['toolUse']", ["string toolUse"]),
        ("from quant_ai_client.models import ToolUse", ["model ToolUse"]),
        ("from quant_ai_client.models.tool_use import ToolUse", ["model ToolUse"]),
        ("models.ToolUse", ["model ToolUse"]),
        ("'''tool_use'''", []),
        ("lambda use: use.tool_use", ["attribute tool_use"]),
    ],
)
def test_what_names_the_api_is_found(code: str, found: list[str]) -> None:
    path = Path("snippet.py")
    package = Package(
        {path: SNIPPET.format(code), **{p: p.read_text() for p in (ROOT / "scripts/generator/runtime").glob("*.py")}}
    )
    assert sorted(f"{use.kind} {use.name}" for use in package.uses(path, WIRE_NAMES)) == sorted(found)

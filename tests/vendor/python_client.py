"""Drive every AI method of the vendor's own Python client, and report what failed.

It runs in an environment of its own, with `quantcdn-client` and without this project, so it imports nothing of ours.
The arguments are a base URL, an organisation and a token. It prints a JSON object: errors by call, null for none.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import quantcdn

NOVA = "amazon.nova-lite-v1:0"
CLAUDE = "anthropic.claude-sonnet-4-20250514-v1:0"
HELLO = [{"role": "user", "content": "Hello"}]
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class Calls:
    """Makes calls, and keeps what each of them raised."""

    def __init__(self) -> None:
        self.errors: dict[str, str | None] = {}

    def __call__(self, name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Make a call, and return its reply; None if it failed."""
        try:
            found = function(*arguments)
        except Exception as error:  # whatever the vendor's client does not survive
            self.errors[name] = f"{type(error).__name__}: {error}"[:500]
            return None
        self.errors[name] = None
        return found


def main(base_url: str, organisation: str, token: str) -> None:
    """Make all calls."""
    configuration = quantcdn.Configuration(host=base_url, access_token=token)
    call = Calls()
    with quantcdn.ApiClient(configuration) as client:
        _models_and_chat(call, client, organisation)
        _sessions(call, client, organisation)
        _agents(call, client, organisation)
        _tools(call, client, organisation)
        _vectors(call, client, organisation)
    sys.stdout.write(json.dumps(call.errors))


def _models_and_chat(call: Calls, client: Any, organisation: str) -> None:
    models, inference = quantcdn.AIModelsApi(client), quantcdn.AIInferenceApi(client)
    call("list_ai_models", models.list_ai_models, organisation)
    call("list_ai_models feature", models.list_ai_models, organisation, "embeddings")
    call("get_ai_model", models.get_ai_model, organisation, NOVA)
    chat, request = {"modelId": NOVA, "messages": HELLO}, quantcdn.ChatInferenceRequest.from_dict
    call("chat_inference", lambda: inference.chat_inference(organisation, request(chat)))
    json_format = {"type": "json", "jsonSchema": {"type": "object", "properties": {"a": {"type": "string"}}}}
    full = {"systemPrompt": "Be brief.", "stopSequences": ["END"], "topP": 0.9, "temperature": 0.2, "maxTokens": 100}
    options = chat | full | {"responseFormat": json_format}
    call("chat_inference options", lambda: inference.chat_inference(organisation, request(options)))
    blocks = {"modelId": NOVA, "messages": [{"role": "user", "content": [{"text": "Hello"}]}]}
    call("chat_inference blocks", lambda: inference.chat_inference(organisation, request(blocks)))
    streamed = quantcdn.ChatInferenceStreamRequest.from_dict
    call("chat_inference_stream", lambda: inference.chat_inference_stream(organisation, streamed(chat)))
    for name, text in {"one": "Hello", "several": ["Hello", "there"]}.items():
        body = {"input": quantcdn.EmbeddingsRequestInput(text), "dimensions": 256}
        call(f"embeddings {name}", inference.embeddings, organisation, quantcdn.EmbeddingsRequest(**body))
    picture = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "a cat"}}
    call("image_generation", inference.image_generation, organisation, picture)
    call("get_ai_usage_stats", quantcdn.AIMonitoringApi(client).get_ai_usage_stats, organisation)


def _sessions(call: Calls, client: Any, organisation: str) -> None:
    api = quantcdn.AISessionsApi(client)
    made = call("create_ai_session", api.create_ai_session, organisation, {"userId": "ada", "metadata": {"a": 1}})
    session = made.session_id if made else "none"
    call("list_ai_sessions", api.list_ai_sessions, organisation)
    call("list_ai_sessions filtered", api.list_ai_sessions, organisation, "ada", None, 10, 0)
    call("get_ai_session", api.get_ai_session, organisation, session)
    call("update_ai_session", api.update_ai_session, organisation, session, {"metadata": {"a": 2}})
    call("extend_ai_session", api.extend_ai_session, organisation, session, {"additionalMinutes": 30})
    call("extend_ai_session without a body", api.extend_ai_session, organisation, session)
    call("delete_ai_session", api.delete_ai_session, organisation, session)


def _agents(call: Calls, client: Any, organisation: str) -> None:
    api = quantcdn.AIAgentsApi(client)
    body = {"name": "Helper", "description": "Helps.", "systemPrompt": "Be brief.", "modelId": CLAUDE}
    made = call("create_ai_agent", api.create_ai_agent, organisation, body)
    agent = made.agent["agentId"] if made else "none"
    call("list_ai_agents", api.list_ai_agents, organisation)
    call("list_ai_agents of a group", api.list_ai_agents, organisation, "support")
    call("get_ai_agent", api.get_ai_agent, organisation, agent)
    call("update_ai_agent", api.update_ai_agent, organisation, agent, {"name": "Other"})
    call("chat_with_ai_agent", api.chat_with_ai_agent, organisation, agent, {"message": "Hello"})
    call("delete_ai_agent", api.delete_ai_agent, organisation, agent)


def _tools(call: Calls, client: Any, organisation: str) -> None:
    custom, tools = quantcdn.AICustomToolsApi(client), quantcdn.AIToolsApi(client)
    body = {
        "name": "made",
        "description": "A tool.",
        "edgeFunctionUrl": "https://example.com/f",
        "inputSchema": {"type": "object"},
    }
    call("create_custom_tool", custom.create_custom_tool, organisation, body)
    call("list_custom_tools", custom.list_custom_tools, organisation)
    call("delete_custom_tool", custom.delete_custom_tool, organisation, "seeded")
    call("list_ai_tools", tools.list_ai_tools, organisation)
    call("list_ai_tool_names", tools.list_ai_tool_names, organisation)
    found = call("list_ai_tool_executions", tools.list_ai_tool_executions, organisation)
    call("list_ai_tool_executions filtered", tools.list_ai_tool_executions, organisation, "running", 5)
    execution = found.executions[0].execution_id if found and found.executions else f"exec_{'0' * 32}"
    call("get_ai_tool_execution_status", tools.get_ai_tool_execution_status, organisation, execution)


def _vectors(call: Calls, client: Any, organisation: str) -> None:
    api = quantcdn.AIVectorDatabaseApi(client)
    made = call("create_vector_collection", api.create_vector_collection, organisation, {"name": "handbook"})
    collection = made.collection.collection_id if made else "none"
    call("list_vector_collections", api.list_vector_collections, organisation)
    call("get_vector_collection", api.get_vector_collection, organisation, collection)
    documents = {"documents": [{"content": "Annual leave is 20 days a year.", "metadata": {"title": "Leave"}}]}
    call("upload_vector_documents", api.upload_vector_documents, organisation, collection, documents)
    call("query_vector_collection", api.query_vector_collection, organisation, collection, {"query": "annual leave"})
    call("delete_vector_collection", api.delete_vector_collection, organisation, collection)


if __name__ == "__main__":
    main(*sys.argv[1:])

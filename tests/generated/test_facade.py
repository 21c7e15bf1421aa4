"""client.<tag>.<verb>(...): what each method passes to its caller, which records it here."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import re
from types import ModuleType
from typing import Any

import pytest

from openapi import Spec
from openapi.python_names import python_name
from quant_ai_client.resources import AsyncResources, Resources
from quant_ai_client.types import UNSET


class Recorder:
    """A caller that records its calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        def ask(*arguments: Any, **options: Any) -> str:
            self.calls.append((name, *arguments, options))
            return name

        return ask


class AsyncRecorder(Recorder):
    """The same for the async facade, where a stream is not awaited."""

    def __getattr__(self, name: str) -> Any:
        async def ask(*arguments: Any, **options: Any) -> str:
            self.calls.append((name, *arguments, options))
            return name

        return super().__getattr__(name) if name == "stream" else ask


@pytest.fixture
def client() -> Any:
    found = Resources()
    found._caller = Recorder()
    return found


@pytest.fixture
def things(nasty: ModuleType) -> Any:
    return importlib.import_module("nasty_client.resources.things").Things(Recorder())


def test_every_operation_of_the_spec_is_a_method_on_both_facades(root: Any) -> None:
    spec = Spec.load(root / "spec" / "openapi.yaml")
    assert len(spec.operations) >= 20
    for facade in (Resources(), AsyncResources()):
        facade._caller = Recorder()  # type: ignore[assignment]
        for operation in spec.operations:
            found = getattr(facade, operation.resource)
            arguments = spec.namespace_parameters(operation.tag)
            method = getattr(found(*arguments) if arguments else found, operation.method_name)
            assert inspect.getdoc(method), operation.id


def test_arguments_become_the_body_under_their_names_on_the_wire(client: Any) -> None:
    client.chat.send(model_id="m", messages=[{"role": "user", "content": "Hi"}], max_tokens=5, session_id="s")
    name, operation, request, _ = client._caller.calls[0]
    assert (name, operation.id, list(operation.replies)) == ("call", "chat_send", [200])
    assert request.path == "/chat"
    assert request.body == {
        "modelId": "m",
        "messages": [{"role": "user", "content": "Hi"}],
        "maxTokens": 5,
        "sessionId": "s",
    }


def test_defaults_of_the_server_are_documented_and_not_sent(client: Any) -> None:
    client.chat.send(model_id="m", messages=[])
    assert "temperature" not in client._caller.calls[0][2].body
    assert "Server default: 0.7." in client.chat.send.__doc__
    assert inspect.signature(client.chat.send).parameters["temperature"].default is None


def test_an_argument_that_is_none_is_not_sent(client: Any) -> None:
    client.chat.send(model_id="m", messages=[], temperature=None, tool_config=None)
    client.sessions.list(limit=None)
    assert client._caller.calls[0][2].body == {"modelId": "m", "messages": []}
    assert client._caller.calls[1][2].query == []


def test_an_argument_that_may_be_null_or_left_out_is_null_if_it_is_none(client: Any) -> None:
    client.filter_policies.update("p", name="n", description=None)
    client.filter_policies.update("p", name="n")
    assert [call[2].body for call in client._caller.calls] == [{"name": "n", "description": None}, {"name": "n"}]
    assert inspect.signature(client.filter_policies.update).parameters["description"].default is UNSET
    assert "`None` is sent, `UNSET` is not." in " ".join(client.filter_policies.update.__doc__.split())


def may_be_null(spec: Spec, schema: dict[str, Any]) -> bool:
    schema = spec.resolve(schema)
    return "null" in schema.get("type", ()) or any(may_be_null(spec, one) for one in schema.get("anyOf", ()))


def test_unset_stands_only_where_the_spec_allows_null_and_absence(client: Any, root: Any) -> None:
    spec = Spec.load(root / "spec" / "openapi.yaml")
    expected = {
        f"{operation.id} {python_name(name)}"
        for operation in spec.operations
        if operation.body and operation.body.json_type
        for schema in [spec.resolve(operation.body.json_schema or {})]
        for name, field in schema.get("properties", {}).items()
        if may_be_null(spec, field) and name not in schema.get("required", ())
    }
    found = set()
    for operation in spec.operations:
        arguments = spec.namespace_parameters(operation.tag)
        resource = getattr(client, operation.resource)
        resource = resource(*arguments) if arguments else resource
        for name, parameter in inspect.signature(getattr(resource, operation.method_name)).parameters.items():
            assert ("Unset" in parameter.annotation) == (parameter.default is UNSET)
            if parameter.default is UNSET:
                found.add(f"{operation.id} {name}")
    assert found == expected
    assert found


def test_only_path_parameters_are_positional(client: Any) -> None:
    client.sessions.get("s-1")
    assert client._caller.calls[0][2].path == "/sessions/s-1"
    with pytest.raises(TypeError):
        client.chat.send("m", [])


def test_a_mode_sets_its_property_which_is_not_an_argument(client: Any) -> None:
    client.chat.start(model_id="m", messages=[])
    name, operation, request, poll, _ = client._caller.calls[0]
    assert (name, operation.id, list(operation.replies)) == ("start", "chat_send", [202])
    assert request.body["async"] is True
    for method in (client.chat.send, client.chat.start, client.chat.stream):
        assert not {"async_", "stream"} & set(inspect.signature(method).parameters)
    from quant_ai_client.models import QueuedExecution

    polled, read = poll(QueuedExecution.from_dict({"requestId": "a/b="}))
    assert (polled.id, read.path) == ("chat_get_execution", "/chat/executions/a%2Fb%3D")


def test_a_stream_knows_its_events_and_the_model_they_add_up_to(client: Any) -> None:
    client.chat.stream(model_id="m", messages=[])
    name, operation, _, reply, _ = client._caller.calls[0]
    assert name == "stream"
    assert reply().__name__ == operation.events.reply == "ChatReply"
    assert operation.accept == "text/event-stream"
    by_name = {event.name: event for event in operation.events.types}
    assert type(by_name["content"].decode({"delta": "Hel"})).__name__ == "ContentEvent"
    assert by_name["content"].keys == ("delta",)
    assert [name for name, event in by_name.items() if event.terminal] == ["done", "error"]
    assert operation.events.text == ("delta", "content", "text")
    assert operation.events.done_mark == "[DONE]"


def test_a_stream_that_is_a_mode_sets_the_property_of_the_mode(client: Any) -> None:
    client.agents.stream("a-1", message="Hi")
    name, operation, request, reply, _ = client._caller.calls[0]
    assert (name, operation.id, reply().__name__) == ("stream", "agents_chat", "AgentChatReply")
    assert request.body == {"message": "Hi", "stream": True}


def test_a_list_with_pages_says_how_they_follow_each_other(client: Any) -> None:
    client.files.list(limit=2)
    name, operation, request, items, _ = client._caller.calls[0]
    assert name == "page"
    assert request.query == [("limit", "2")]
    rule = operation.pagination
    assert (rule.style, rule.location, rule.position, rule.next, rule.more, rule.items, rule.limit) == (
        *("cursor", "query", "cursor", "nextCursor", "hasMore", "files", "limit"),
    )
    from quant_ai_client.models import FileList

    assert list(items(FileList.from_dict({}))) == []


def test_an_operation_that_is_polled_has_a_method_that_waits(client: Any) -> None:
    client.chat.wait_for_execution("x", deadline=5)
    name, operation, request, options = client._caller.calls[0]
    assert (name, request.path) == ("wait", "/chat/executions/x")
    assert options == {"deadline": 5, "interval": None, "on_update": None}
    assert operation.polling.state == "status"
    assert operation.polling.waiting == ("waiting_callback",)
    assert client.tasks.wait_for("t") == "wait"


def test_the_async_facade_makes_the_same_calls() -> None:
    async def ask() -> Any:
        client: Any = AsyncResources()
        client._caller = AsyncRecorder()
        return [
            await client.chat.send(model_id="m", messages=[]),
            await client.chat.start(model_id="m", messages=[]),
            await client.files.list(),
            await client.tasks.wait_for("t"),
            client.chat.stream(model_id="m", messages=[]),
        ]

    assert asyncio.run(ask()) == ["call", "start", "page", "wait", "stream"]


def test_a_property_named_like_a_path_parameter_gets_another_name(things: Any) -> None:
    things.run("t-1", input="go", thing_id_body="other")
    request = things._caller.calls[0][2]
    assert request.path == "/things/t-1/run"
    assert request.body == {"input": "go", "thingId": "other"}


def test_parameters_named_body_and_client_do_not_collide(things: Any) -> None:
    things.delete_part("t", 1, body_query="b", client_query="c")
    assert things._caller.calls[0][2].query == [("body", "b"), ("client", "c")]


def test_an_optional_body_without_arguments_is_not_sent(things: Any) -> None:
    things.watch()
    things.watch(text="a")
    assert repr(things._caller.calls[0][2].body) == "UNSET"
    assert things._caller.calls[1][2].body == {"text": "a"}


def test_a_deprecated_operation_warns_where_it_is_called(things: Any) -> None:
    with pytest.warns(DeprecationWarning, match="things.put_part is deprecated") as caught:
        things.put_part("t", 1, body=b"x")
    assert caught[0].filename == __file__
    assert "Deprecated" in things.put_part.__doc__
    text = "things.put_part is deprecated since 0.2 and will be removed in 0.4 at the earliest"
    assert str(caught[0].message) == text
    assert things.put_part.__deprecated__ == text  # as type checkers see it


def test_a_body_that_is_not_an_object_is_one_argument(nasty: ModuleType) -> None:
    facade = importlib.import_module("nasty_client.resources.class_").Class(Recorder())
    facade.import_(body=[1, {"a": None}])
    assert facade._caller.calls[0][2].body == [1, {"a": None}]


def test_only_posts_that_say_so_may_be_sent_again(client: Any) -> None:
    client.chat.send(model_id="m", messages=[])
    client.embeddings.create(input="a")
    client.tasks.create(title="t")
    client.vector_db.query("c", query="q")
    client.sessions.get("s")
    assert [call[1].idempotent for call in client._caller.calls] == [False, False, False, True, True]


@pytest.mark.parametrize("facade", [Resources, AsyncResources])
def test_every_method_documents_every_argument_with_its_type(facade: Any) -> None:
    resources = facade()
    resources._caller = Recorder()
    methods = {
        f"{tag}.{name}": method
        for tag in vars(facade)
        if not tag.startswith("_")
        for name, method in vars(type(getattr(resources, tag))).items()
        if not name.startswith("_")
    }
    assert len(methods) >= 20
    for place, method in methods.items():
        doc = inspect.getdoc(method) or ""
        documented = re.findall(r"^    (\w+) \(", doc.partition("\nArgs:\n")[2].partition("\n\n")[0], re.M)
        assert documented == [name for name in inspect.signature(method).parameters if name != "self"], place
        assert "\nReturns:\n    " in doc, place
        assert "\nRaises:\n    " in doc, place


def test_a_docstring_has_arguments_bounds_returns_errors_and_an_example(client: Any) -> None:
    doc = inspect.getdoc(client.sessions.create)
    assert doc.startswith("Create a session.")
    for section in ("Args:\n", "Returns:\n", "Raises:\n", "Example:\n    client.sessions.create("):
        assert section in doc
    assert "1 to 100. Server default: 50." in client.sessions.list.__doc__
    assert "    UnprocessableError: " in doc


@pytest.fixture
def rooms(nasty: ModuleType) -> Any:
    found = importlib.import_module("nasty_client.resources").Resources()
    found._caller = Recorder()
    return found.rooms("red/blue", room_id="r-1")


def test_a_namespace_takes_its_arguments_once_for_all_of_its_methods(rooms: Any) -> None:
    rooms.list(limit=2)
    rooms.get_job("j-1")
    rooms.wait_for_job("j-2")
    assert [(call[0], call[2].path) for call in rooms._caller.calls] == [
        ("page", "/houses/red%2Fblue/rooms/r-1"),
        ("call", "/houses/red%2Fblue/rooms/r-1/jobs/j-1"),
        ("wait", "/houses/red%2Fblue/rooms/r-1/jobs/j-2"),
    ]


def test_two_namespaces_of_one_client_do_not_mix(nasty: ModuleType) -> None:
    client = importlib.import_module("nasty_client.resources").AsyncResources()
    client._caller = AsyncRecorder()
    first, second = client.rooms("red", "r-1"), client.rooms("blue", "r-2")
    asyncio.run(second.list())
    asyncio.run(first.list())
    assert [call[2].path for call in client._caller.calls] == ["/houses/blue/rooms/r-2", "/houses/red/rooms/r-1"]


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_an_argument_of_a_namespace_cannot_leave_its_place_in_the_path(nasty: ModuleType, value: str) -> None:
    client = importlib.import_module("nasty_client.resources").Resources()
    client._caller = Recorder()
    with pytest.raises(ValueError, match="room_id"):
        client.rooms("red", value).list()
    assert not client._caller.calls


def test_an_example_in_a_namespace_shows_its_arguments(rooms: Any) -> None:
    assert 'client.rooms(from_="red", room_id="r-1").get_job("j/1")' in rooms.get_job.__doc__
    asynchronous = importlib.import_module("nasty_client.resources.rooms").AsyncRooms
    assert 'await client.rooms(from_="red", room_id="r-1").get_job("j/1")' in asynchronous.get_job.__doc__


def test_an_operation_on_a_server_of_its_own_has_the_way_there_from_the_first_one(rooms: Any) -> None:
    rooms.list()
    assert rooms._caller.calls[0][1].base == "/../v2"

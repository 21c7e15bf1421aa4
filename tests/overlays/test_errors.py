"""Errors: one line of text, read from error bodies of every form, and picklable."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime
from typing import Any

import httpx
import pytest

import quant_ai.errors
from quant_ai import (
    BadRequestError,
    NotFoundError,
    QuantAI,
    QuantAIError,
    RateLimitError,
    ServerError,
    StatusError,
    StreamIncompleteError,
)
from quant_ai.http.status_errors import BY_STATUS, parse_error_body, status_error, status_of_code


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        ({"message": "Model not found", "code": "MODEL_NOT_FOUND"}, "Model not found", "MODEL_NOT_FOUND"),
        (
            {"error": "TASK_HAS_DEPENDENTS", "message": "Cannot delete task", "dependentTaskIds": ["t-1"]},
            "Cannot delete task",
            "TASK_HAS_DEPENDENTS",
        ),
        ({"error": "Execution not found", "executionId": "exec_1"}, "Execution not found", None),
        ({"message": "Invalid API token", "error": True}, "Invalid API token", None),
        ({"message": "Application limit reached", "error": "It is full"}, "Application limit reached", None),
        ({"error": "Invalid YAML"}, "Invalid YAML", None),
        ({"errors": {"modelId": ["The model id field is required."]}}, "The model id field is required.", None),
        ({"error": {"message": "Too slow", "code": "SLOW"}}, "Too slow", "SLOW"),
        ({"message": "The given data was invalid.", "errors": {"a": ["b"]}}, "The given data was invalid.", None),
        ({"error": {"message": "Too slow"}, "code": "OUTER"}, "Too slow", "OUTER"),
        ({"error": "NOT A_CODE"}, "NOT A_CODE", None),
        ({"error": "CODE_2"}, "CODE_2", "CODE_2"),
        ({"code": 0}, None, "0"),
        ({"code": 999_999}, None, "999999"),
        ({"code": 1_000_000}, None, None),
        ({"code": -1}, None, None),
        ({"code": True}, None, None),
        ({"code": 1}, None, "1"),
        ({}, None, None),
        ([], None, None),
        ("text", None, None),
        ({"message": ""}, None, None),
        ({"message": 5, "error": False, "errors": []}, None, None),
        ({"error": None, "message": None}, None, None),
    ],
)
def test_message_and_code_are_read_from_every_error_body(body: Any, message: str | None, code: str | None) -> None:
    found = parse_error_body(body)
    assert (found.message, found.code) == (message, code)


def test_errors_by_field_are_kept() -> None:
    error = status_error(422, {"message": "No", "errors": {"a": ["x", "y"], "b": "z"}}, method="POST", path="/chat")
    assert error.errors == {"a": ["x", "y"], "b": ["z"]}


@pytest.mark.parametrize("status", sorted(BY_STATUS))
def test_each_listed_status_has_its_class(status: int) -> None:
    error = status_error(status, {"message": "No"}, method="GET", path="/x")
    assert type(error) is BY_STATUS[status]
    assert error.status_code == status


@pytest.mark.parametrize(
    ("status", "kind"), [(500, ServerError), (520, ServerError), (418, StatusError), (499, StatusError)]
)
def test_other_statuses_have_a_class_too(status: int, kind: type[StatusError]) -> None:
    assert type(status_error(status, None, method="GET", path="/x")) is kind


def test_the_text_is_one_line_with_call_status_message_and_request_id() -> None:
    error = status_error(
        404, {"message": "Session s-1\n not found"}, method="GET", path="/sessions/s-1", request_id="req-8f2"
    )
    assert str(error) == "GET /sessions/s-1 answered 404: Session s-1 not found (request req-8f2)"


def test_the_text_says_how_long_to_wait_how_often_it_was_tried_and_what_to_do() -> None:
    def text(status: int, body: Any = None, **state: Any) -> str:
        return str(status_error(status, body, method="GET", path="/x", **state))

    assert text(429, retry_after=2.5, attempts=3) == (
        "GET /x answered 429: Too Many Requests; wait 2.5 s before you try again (3 attempts)"
    )
    assert text(500, retry_after=2.5, attempts=2) == "GET /x answered 500: Internal Server Error (2 attempts)"
    assert text(401) == "GET /x answered 401: Unauthorized; check token= (QUANT_API_TOKEN)"
    assert text(401, {"code": "EXPIRED"}) == "GET /x answered 401: Unauthorized"
    assert text(407).endswith("; a proxy sent this reply; check the user and password in its URL")


def test_fields_are_named_with_their_first_message_or_alone_if_that_gets_too_long() -> None:
    def text(**errors: Any) -> str:
        return str(status_error(422, {"message": "No", "errors": errors}, method="GET", path="/x"))

    assert text(a=["No", "b"], c="d") == "GET /x answered 422: No (a: b; c: d)"
    assert text(a=["No"], c=[]) == "GET /x answered 422: No (a; c)"
    assert text(a="x" * 297) == f"GET /x answered 422: No (a: {'x' * 297})"
    assert text(a="x" * 298) == "GET /x answered 422: No (a)"


def test_an_error_carries_its_call_its_code_and_its_body() -> None:
    body = {"message": "No", "code": "A\x1bB"}
    error = status_error(404, body, method="GET", path="/x", headers={"a": "b"})
    assert (error.status_code, error.code, error.body, error.method, error.path) == (404, "A\ufffdB", body, "GET", "/x")
    assert (error.message, error.headers, error.errors) == ("No", {"a": "b"}, {})


def test_a_body_without_a_message_falls_back_to_the_phrase_of_the_status() -> None:
    assert str(status_error(409, "", method="PUT", path="/x")) == "PUT /x answered 409: Conflict"
    assert str(status_error(599, "", method="PUT", path="/x")) == "PUT /x answered 599: no message"


def test_a_long_message_is_cut_in_the_text_and_kept_in_the_attribute() -> None:
    error = status_error(400, {"message": "x" * 10_000}, method="GET", path="/x")
    assert len(str(error)) < 700
    assert error.message == "x" * 10_000
    assert type(error) is BadRequestError


def every_error() -> list[type[QuantAIError]]:
    found = [value for value in vars(quant_ai.errors).values() if isinstance(value, type)]
    return [value for value in found if issubclass(value, QuantAIError)]


@pytest.mark.parametrize("name", quant_ai.__all__)
def test_every_exported_exception_is_a_quant_ai_error(name: str) -> None:
    value = getattr(quant_ai, name)
    if isinstance(value, type) and issubclass(value, BaseException):
        assert issubclass(value, QuantAIError)


MISTAKES: dict[str, Any] = {
    "a field": lambda client: client.chat.send(model_id="m", messages=[], temperature="hot"),
    "a key": lambda client: client.chat.send(model_id="m", messages=[{"rôle": "user"}]),
    "a parameter": lambda client: client.files.list(limit="ten"),
    "an id": lambda client: client.sessions.get(None),
    "a date": lambda client: client.tasks.create(title="t", metadata={"at": datetime(2026, 1, 2)}),
    "no JSON": lambda client: client.sessions.create(user_id="u", metadata={"a": object()}),
    "a key that is no JSON": lambda client: client.sessions.create(user_id="u", metadata={(1, 2): 1}),
    "an option": lambda client: client.with_options(timeot=3),
    "a number of seconds": lambda client: client.with_options(timeout=-1),
    "a way to run": lambda client: client.chat.run(model_id="m", messages=[], tools=[], via="letter"),
    "a tool": lambda client: client.chat.run(model_id="m", messages=[], tools=[5]),
    "no method": lambda client: client.raw(print),
    "no reply": lambda client: client.raw(client.chat.stream, model_id="m", messages=[]),
    "one text": lambda client: client.embeddings.create_many("a"),
    "one document": lambda client: client.vector_db.upload_many("c", {"content": "c"}),
    "a field to replace": lambda client: quant_ai.models.Message(role="user", content="").replace(rol="m"),
    "an image": lambda client: quant_ai.image_block(b"no image"),
    "a file": lambda client: client.files.upload(content=5, filename="f", content_type="t"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_every_mistake_of_a_caller_is_a_quant_ai_error(mistake: Any) -> None:
    def send(request: httpx.Request) -> httpx.Response:
        raise AssertionError("nothing must be sent")

    http_client = httpx.Client(transport=httpx.MockTransport(send))
    client = QuantAI(token="t", organisation="acme", http_client=http_client)
    with pytest.raises(QuantAIError) as caught:
        mistake(client)
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", every_error())
@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.deepcopy])
def test_every_error_survives_pickle_and_deepcopy(kind: type[QuantAIError], again: Any) -> None:
    error = kind("It went wrong", status_code=429, body={"a": [1]}, attempts=3, partial="Hel")
    twin = again(error)
    assert type(twin) is kind
    assert str(twin) == "It went wrong"
    assert vars(twin) == vars(error)


@pytest.mark.parametrize("kind", every_error())
def test_the_tree_at_the_top_of_the_module_has_every_error(kind: type[QuantAIError]) -> None:
    assert kind.__name__ in (quant_ai.errors.__doc__ or "")


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("MODEL_NOT_FOUND", 404),
        ("RATE_LIMIT_EXCEEDED", 429),
        ("ThrottlingException", 429),
        ("503", 503),
        ("399", None),
        ("400", 400),
        ("599", 599),
        ("600", None),
        ("MODEL_TIMEOUT", None),
        ("200", None),
        ("", None),
        (None, None),
    ],
)
def test_codes_inside_streams_map_to_statuses(code: str | None, status: int | None) -> None:
    assert status_of_code(code) == status


def test_attributes_have_defaults_before_anything_is_known() -> None:
    error = RateLimitError()
    assert (error.status_code, error.retry_after, error.attempts, error.errors) == (0, None, 1, {})
    assert StreamIncompleteError().partial is None
    assert isinstance(NotFoundError(), QuantAIError)

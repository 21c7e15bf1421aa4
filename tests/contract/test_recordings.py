"""The client reads replies in every shape that a known source shows, and `strict` names what deviates.

The recordings of a tag are in recordings/<tag>/, beside an index.yaml that says what each of them proves. They are
served to the client by a transport that knows nothing but their bytes.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from quant_ai import AsyncQuantAI, QuantAI, StatusError, StreamIncompleteError, StrictError
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from .support.caller import arguments, is_streamed, method_name, mode_of, namespace, wire_form
from .support.raw_client import Call
from .support.recordings import MisplacedRecordingError, load_recordings
from .support.scenarios import canonical, variants
from .support.spec import contract

INDEX = load_recordings(contract())
STREAMS = [entry for entry in INDEX if entry["file"].endswith(".sse")]
REPLIES = [entry for entry in INDEX if entry not in STREAMS and entry["status"] < 300]
ERRORS = [entry for entry in INDEX if entry["status"] >= 400]


def named(entries: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("entry", entries, ids=lambda entry: entry["file"])


def body_of(entry: Mapping[str, Any]) -> bytes:
    return bytes(entry["path"].read_bytes())


def a_call(entry: Mapping[str, Any]) -> Call:
    operation = contract().operations[entry["operation"]]
    streamed = entry in STREAMS
    for _, call in variants(operation):
        mode = mode_of(operation, call.body) or {}
        status = int(mode.get("status", operation.successes[0]))
        if entry["status"] >= 400 or (status == entry["status"] and is_streamed(operation, call.body) == streamed):
            return call
    return next(call for _, call in variants(operation))


def replies(entry: Mapping[str, Any], chunks: list[bytes] | None = None) -> Any:
    """A transport's handler that answers with the recording."""
    kind = entry.get("content_type", JSON)
    headers = {"content-type": kind, "x-request-id": "req-1"} if entry["file"][-4:] != ".bin" else {}

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(
            entry["status"], headers=headers, content=body_of(entry) if chunks is None else iter(chunks)
        )

    return handler


def client(entry: Mapping[str, Any], **options: Any) -> QuantAI:
    http = httpx.Client(transport=httpx.MockTransport(replies(entry)))
    return QuantAI(token="t", organisation="acme", http_client=http, max_retries=0, **options)


def read(entry: Mapping[str, Any], **options: Any) -> Any:
    call = a_call(entry)
    found = client(entry, **options)
    method = getattr(namespace(found, contract(), call), method_name(call.operation, call.body))
    positional, keyword = arguments(method, contract(), call)
    result = method(*positional, **keyword)
    return getattr(result, "reply", result)


def at(value: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def test_every_recording_says_what_it_proves() -> None:
    assert all(entry["proves"].endswith(".") for entry in INDEX)
    assert len({entry["proves"] for entry in INDEX}) > 0.9 * len(INDEX)


def recorded_in(folder: Path, tag: str, *entries: dict[str, Any]) -> Path:
    """A folder of recordings in which these entries lie under a tag."""
    (folder / tag).mkdir(exist_ok=True)
    for entry in entries:
        (folder / tag / entry["file"]).write_text("{}", encoding="utf-8")
    (folder / tag / "index.yaml").write_text(yaml.safe_dump(list(entries)), encoding="utf-8")
    return folder


ENTRY = {"file": "models_list.json", "operation": "models_list", "status": 200}


def test_a_recording_is_loaded_from_the_folder_of_its_tag(tmp_path: Path) -> None:
    folder = recorded_in(tmp_path, "models", ENTRY)
    assert load_recordings(contract(), folder) == [{**ENTRY, "path": folder / "models" / "models_list.json"}]


@pytest.mark.parametrize(
    ("tag", "entry", "message"),
    [
        ("chat", ENTRY, "models_list belongs into models/"),
        ("models", {**ENTRY, "operation": "models_lists"}, "no operation is called models_lists"),
        ("models", {"file": "models_list.json", "status": 200}, "no operation is called None"),
        ("modules", ENTRY, "no tag of the spec is called modules"),
    ],
)
def test_a_recording_in_the_wrong_place_is_refused(
    tmp_path: Path, tag: str, entry: dict[str, Any], message: str
) -> None:
    with pytest.raises(MisplacedRecordingError, match=message):
        load_recordings(contract(), recorded_in(tmp_path, tag, entry))


@pytest.mark.parametrize("name", ["more.json", "models_list.json"])
def test_a_file_without_an_entry_and_an_entry_without_a_file_are_refused(tmp_path: Path, name: str) -> None:
    folder = recorded_in(tmp_path, "models", ENTRY)
    file = folder / "models" / name
    if name == ENTRY["file"]:
        file.unlink()
    else:
        file.touch()
    with pytest.raises(MisplacedRecordingError, match="models"):
        load_recordings(contract(), folder)


def test_every_operation_has_a_recording() -> None:
    assert {entry["operation"] for entry in INDEX} == set(contract().operations)


@named(REPLIES)
def test_a_recorded_reply_is_read_and_nothing_of_it_is_lost(entry: dict[str, Any]) -> None:
    wire = wire_form(read(entry))
    sent = json.loads(body_of(entry) or b"null")
    assert canonical(wire) == canonical(sent)
    for pointer, value in entry.get("reads", {}).items():
        assert at(wire, pointer) == value


@named([entry for entry in REPLIES if "attributes" in entry])
def test_both_spellings_of_a_field_are_the_same_attribute(entry: dict[str, Any]) -> None:
    value = read(entry)
    for pointer, expected in entry["attributes"].items():
        found = value
        for step in pointer.split("/")[1:]:
            found = found[int(step)] if step.isdigit() else getattr(found, step)
        assert found == expected, pointer


def strange(entry: Mapping[str, Any]) -> list[str]:
    """Everything in a reply that `strict` has to name."""
    return [*entry.get("deviates", []), *entry.get("unknown", [])]


@named([entry for entry in REPLIES if not strange(entry)])
def test_strict_finds_nothing_in_a_reply_that_fits(entry: dict[str, Any]) -> None:
    read(entry, strict=True)


@named([entry for entry in REPLIES if strange(entry)])
def test_strict_names_the_fields_that_deviate(entry: dict[str, Any]) -> None:
    with pytest.raises(StrictError) as error:
        read(entry, strict=True)
    places = [re.sub(r"\[(\d+)\]", r".\1", told.partition(":")[0]) for told in error.value.deviations]
    assert sorted(places) == sorted(pointer[1:].replace("/", ".") for pointer in strange(entry)), error.value.deviations


@named([entry for entry in REPLIES if entry["status"] != 204])
def test_the_document_and_the_index_agree_on_what_deviates(entry: dict[str, Any]) -> None:
    schema = contract().operations[entry["operation"]].replies[str(entry["status"])].media[JSON].schema
    assert schema is not None
    fits = schema.fits(json.loads(body_of(entry)))
    assert fits == ("deviates" not in entry)


@named(ERRORS)
def test_an_error_of_every_family_is_read(entry: dict[str, Any]) -> None:
    with pytest.raises(StatusError) as error:
        read(entry)
    expected = entry["error"]
    assert error.value.status_code == entry["status"]
    assert error.value.request_id == ("req-1" if not entry["file"].endswith(".bin") else None)
    if "message" in expected:
        assert error.value.message == expected["message"]
        assert expected["message"] in str(error.value)
        assert error.value.body == json.loads(body_of(entry))
    if "body_begins" in expected:
        assert str(error.value.body).startswith(expected["body_begins"])
    assert error.value.code == expected["code"] if "code" in expected else True
    if "errors" in expected:
        assert {field: list(texts) for field, texts in error.value.errors.items()} == expected["errors"]
    assert "\n" not in str(error.value)


@named(STREAMS)
@pytest.mark.parametrize("size", [1, 2, 3, 7, 4096])
def test_a_recorded_stream_is_read_alike_however_it_is_cut(entry: dict[str, Any], size: int) -> None:
    raw = body_of(entry)
    chunks = [raw[start : start + size] for start in range(0, len(raw), size)]
    found = streamed(entry, chunks)
    assert_streamed(entry, *found)


@named(STREAMS)
def test_a_recorded_stream_is_read_alike_in_async(entry: dict[str, Any]) -> None:
    assert_streamed(entry, *asyncio.run(async_streamed(entry)))


def streamed(entry: dict[str, Any], chunks: list[bytes]) -> tuple[list[str], str, Exception | None]:
    call = a_call(entry)
    http = httpx.Client(transport=httpx.MockTransport(replies(entry, chunks)))
    found = QuantAI(token="t", organisation="acme", http_client=http, max_retries=0)
    method = getattr(namespace(found, contract(), call), method_name(call.operation, call.body))
    positional, keyword = arguments(method, contract(), call)
    kinds: list[str] = []
    text, failure = "", None
    try:
        with method(*positional, **keyword) as stream:
            for event in stream:
                kinds.append(kind_of(event))
                text += text_of(event)
    except Exception as error:
        failure = error
    return kinds, text, failure


async def async_streamed(entry: dict[str, Any]) -> tuple[list[str], str, Exception | None]:
    call = a_call(entry)
    raw = body_of(entry)

    async def body() -> Any:
        for start in range(0, len(raw), 5):
            yield raw[start : start + 5]

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": EVENT_STREAM}, content=body())

    kinds: list[str] = []
    text, failure = "", None
    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http:
        found = AsyncQuantAI(token="t", organisation="acme", http_client=http, max_retries=0)
        method = getattr(namespace(found, contract(), call), method_name(call.operation, call.body))
        positional, keyword = arguments(method, contract(), call)
        try:
            async with method(*positional, **keyword) as stream:
                async for event in stream:
                    kinds.append(kind_of(event))
                    text += text_of(event)
        except Exception as error:
            failure = error
    return kinds, text, failure


def kind_of(event: Any) -> str:
    """The kind of a typed event: that of an unknown one by its name, that of others by their class."""
    name = getattr(event, "event", None)
    if name:
        return str(name)
    return re.sub(r"(?<!^)([A-Z])", r"_\1", type(event).__name__.removesuffix("Event")).lower()


def text_of(event: Any) -> str:
    if kind_of(event) != "content":
        return ""
    wire = wire_form(event)
    return str(next((wire[key] for key in ("delta", "content", "text") if key in wire), ""))


def assert_streamed(entry: dict[str, Any], kinds: list[str], text: str, failure: Exception | None) -> None:
    expected = [kind for kind in entry["events"] if kind != "error"]
    assert kinds == expected
    assert text == entry["text"]
    ends = entry.get("ends", "well")
    if ends == "well":
        assert failure is None, repr(failure)
    elif ends == "incomplete":
        assert isinstance(failure, StreamIncompleteError), repr(failure)
    else:
        assert failure is not None
        assert "Model stream failed" in str(failure)

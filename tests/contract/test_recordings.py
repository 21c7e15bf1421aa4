"""The client reads replies in every shape that a known source shows, and `strict` names what deviates.

The recordings of a tag are in recordings/<tag>/, beside an index.yaml that says what each of them proves. They are
served to the client by a transport that knows nothing but their bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from quant_ai import QuantAI, StatusError, StrictError
from quant_ai_contract.contract_operations import JSON
from quant_ai_contract.references import unescape

from .support.client_names import bound
from .support.json_values import canonical
from .support.loaded_spec import contract
from .support.recordings import MisplacedRecordingError, call_for, from_examples, is_stream, load_recordings
from .support.tested_client import wire_form

RECORDED = load_recordings(contract())
INDEX = [*RECORDED, *from_examples(contract(), RECORDED)]
REPLIES = [entry for entry in INDEX if not is_stream(entry) and entry["status"] < 300]
ERRORS = [entry for entry in INDEX if entry["status"] >= 400]


def each(entries: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", entries, ids=lambda entry: entry["file"])


def read(entry: Mapping[str, Any], **options: Any) -> Any:
    """What the client makes of a recorded reply."""
    content_type = entry.get("content_type", JSON)
    headers = {} if entry["file"].endswith(".bin") else {"content-type": content_type, "x-request-id": "req-1"}

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(entry["status"], headers=headers, content=entry["path"].read_bytes())

    http = httpx.Client(transport=httpx.MockTransport(handler))
    client = QuantAI(token="t", organisation="acme", http_client=http, max_retries=0, **options)
    method, positional, keyword = bound(client, contract(), call_for(contract(), entry))
    result = method(*positional, **keyword)
    return getattr(result, "reply", result)


def at(value: Any, pointer: str) -> Any:
    """The value at a JSON pointer."""
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[unescape(step)]
    return value


def test_every_recording_says_what_it_proves() -> None:
    assert all(entry["proves"].endswith(".") for entry in INDEX)
    assert len({entry["proves"] for entry in INDEX}) > 0.9 * len(INDEX)


def test_every_recording_is_a_reply_a_stream_or_an_error() -> None:
    assert len(REPLIES) + sum(map(is_stream, INDEX)) + len(ERRORS) == len(INDEX)


def recorded_in(folder: Path, tag: str, *entries: dict[str, Any]) -> Path:
    """A folder of recordings with these entries in the folder of a tag."""
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
        ("models", {**ENTRY, "read": {}}, "unknown keys .'read'."),
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


def test_an_operation_without_a_recording_has_its_examples_in_place_of_one() -> None:
    names = {"models_list", "sessions_delete", "chat_stream"}
    found = list(from_examples(contract(), [entry for entry in RECORDED if entry["operation"] not in names]))
    assert {entry["operation"] for entry in from_examples(contract(), found)}.isdisjoint(names - {"chat_stream"})
    assert {entry["operation"] for entry in RECORDED} & {entry["operation"] for entry in found} <= names
    listed = [entry for entry in found if entry["operation"] == "models_list"]
    examples = contract().operations["models_list"].replies["200"].media[JSON].examples
    assert [json.loads(entry["path"].read_bytes()) for entry in listed] == list(examples.values())
    assert all(
        canonical(wire_form(read(entry))) == canonical(json.loads(entry["path"].read_bytes())) for entry in listed
    )


@each(REPLIES)
def test_a_recorded_reply_is_read_and_nothing_of_it_is_lost(entry: dict[str, Any]) -> None:
    wire = wire_form(read(entry))
    assert canonical(wire) == canonical(json.loads(entry["path"].read_bytes() or b"null"))
    for pointer, value in entry.get("reads", {}).items():
        assert at(wire, pointer) == value


@each([entry for entry in REPLIES if entry.get("attributes")])
def test_both_spellings_of_a_field_are_the_same_attribute(entry: dict[str, Any]) -> None:
    value = read(entry)
    for pointer, expected in entry["attributes"].items():
        found = value
        for step in pointer.split("/")[1:]:
            found = found[int(step)] if step.isdigit() else getattr(found, step)
        assert found == expected, pointer


def deviations(entry: Mapping[str, Any]) -> list[str]:
    """Everything in a reply that `strict` has to name."""
    return [*entry.get("deviates", []), *entry.get("unknown", [])]


@each([entry for entry in REPLIES if not deviations(entry)])
def test_strict_accepts_a_reply_that_fits_the_spec(entry: dict[str, Any]) -> None:
    assert canonical(wire_form(read(entry, strict=True))) == canonical(wire_form(read(entry)))


@each([entry for entry in REPLIES if deviations(entry)])
def test_strict_names_the_fields_that_deviate(entry: dict[str, Any]) -> None:
    with pytest.raises(StrictError) as error:
        read(entry, strict=True)
    places = [re.sub(r"\[(\d+)\]", r".\1", text.partition(":")[0]) for text in error.value.deviations]
    expected = [pointer[1:].replace("/", ".") for pointer in deviations(entry)]
    assert sorted(places) == sorted(expected), error.value.deviations


@each([entry for entry in REPLIES if entry["status"] != 204])
def test_the_spec_and_the_index_agree_on_what_deviates(entry: dict[str, Any]) -> None:
    schema = contract().operations[entry["operation"]].replies[str(entry["status"])].media[JSON].schema
    assert schema is not None
    assert schema.fits(json.loads(entry["path"].read_bytes())) == ("deviates" not in entry)


@each(ERRORS)
def test_an_error_in_every_form_is_read(entry: dict[str, Any]) -> None:
    with pytest.raises(StatusError) as error:
        read(entry)
    expected = entry["error"]
    assert expected.keys() <= {"message", "body_begins", "code", "errors"}
    assert error.value.status_code == entry["status"]
    assert error.value.request_id == ("req-1" if not entry["file"].endswith(".bin") else None)
    if "message" in expected:
        assert error.value.message == expected["message"]
        assert expected["message"] in str(error.value)
        assert error.value.body == json.loads(entry["path"].read_bytes())
    if "body_begins" in expected:
        assert str(error.value.body).startswith(expected["body_begins"])
    if "code" in expected:
        assert error.value.code == expected["code"]
    if "errors" in expected:
        assert {field: list(texts) for field, texts in error.value.errors.items()} == expected["errors"]
    assert "\n" not in str(error.value)

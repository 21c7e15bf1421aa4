"""`make generate` names the hand-written lines that refer to what the spec no longer has."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.references import gone_names, references
from openapi import Spec

NAMED = {"agents", "sessions", "images"}
"""What `quant-ai chat` calls and media.py helps with, besides resources with a part of their own in the client."""
OLD = {
    "api/chat/chat_send.py": b'def request(model_id: str) -> None:\n    """About words."""\n    print("modelId")\n',
    "models/reply.py": b"class Reply:\n    text: str\n",
}


def test_what_is_gone_is_modules_classes_arguments_and_names_on_the_wire() -> None:
    assert gone_names(OLD, {}) == {"chat_send", "request", "model_id", "modelId", "reply", "Reply", "text"}


def test_a_name_that_is_still_somewhere_and_a_word_of_a_text_are_not_gone() -> None:
    new = {"models/other.py": b"class Reply:\n    text: str\n", "x.py": b"def request(model_id: str) -> None: ...\n"}
    assert gone_names(OLD, new) == {"chat_send", "modelId", "reply"}


def test_nothing_is_gone_from_a_package_that_stays_the_same() -> None:
    assert gone_names(OLD, OLD) == set()


def test_a_reference_is_found_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("from x import chat_send\nchat_sender = 1\nbody['modelId']\n", encoding="utf-8")
    found = references(OLD, {}, [tmp_path])
    assert [(one.line, one.names) for one in found] == [(1, ("chat_send",)), (3, ("modelId",))]


def test_a_common_word_is_a_reference_only_beside_a_clear_one(tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text("text = reply\n", encoding="utf-8")
    (tmp_path / "code.py").write_text("text = chat_send\nprint(text)\n", encoding="utf-8")
    found = references(OLD, {}, [tmp_path])
    assert [(one.file.name, one.line, one.names) for one in found] == [
        ("code.py", 1, ("text", "chat_send")),
        ("code.py", 2, ("text",)),
    ]


def test_a_file_that_is_only_about_a_resource_is_named_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "test_chat.py").write_text("client.chat.send()\n", encoding="utf-8")
    (tmp_path / "other.py").write_text("client.chat.send()\n", encoding="utf-8")
    old = {**OLD, "resources/chat.py": b"class Chat: ...\n", "resources/async_chat.py": b"class AsyncChat: ...\n"}
    found = references(old, {}, [tmp_path])
    assert [(one.file.name, one.line, one.names) for one in found] == [
        ("other.py", 1, ("chat",)),
        ("test_chat.py", 0, ("chat",)),
    ]


def test_most_resources_can_be_removed_from_the_spec_alone(root: Path) -> None:
    """Outside the mock server's module for it, no code names an operation of a resource, unless it has a part there."""
    spec = Spec.load(root / "spec" / "openapi.yaml")
    files = [file for file in (root / "overlays").rglob("*.py") if "services" not in file.parts]
    texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    words = set(re.findall(r"(?:client\.)?\w+", texts))
    named = {one.resource for one in spec.operations if {one.module, f"client.{one.resource}"} & words}
    parts = {file.stem.removeprefix("async_") for file in (root / "overlays/quant_ai/resources").glob("async_*.py")}
    assert named == parts | NAMED


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("operationId: chat_send", "operationId: chat_create", "services/chat.py"),
        ("AgentChatReply", "AgentChatAnswer", "tests/"),
    ],
)
def test_a_renamed_operation_or_schema_names_the_places_to_edit(
    generate_here: Any, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, place: str
) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text((root / "spec" / "openapi.yaml").read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    output = tmp_path / "quant_ai_client"
    shutil.copytree(root / "generated" / "quant_ai_client", output)
    monkeypatch.setattr(sys.modules["generate"], "OUTPUT", output)
    done = generate_here("--spec", spec, "--output", output)
    lines = done.stderr.splitlines()
    assert done.returncode == 0
    assert any(place in line and f"{old.split()[-1]} is no longer in the spec" in line for line in lines), done.stderr


def test_a_word_of_nothing_but_underscores_is_no_name() -> None:
    old = {"client.py": b"def read(name: str) -> bool:\n    return name[:2] == '__'\n"}
    assert gone_names(old, {"client.py": b"def read(name: str) -> bool:\n    return True\n"}) == set()

"""`make generate` names the hand-written lines that refer to what the spec no longer has."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.references import Reference, gone_names, gone_resources, references, removed_resources
from openapi import Spec

NAMED = {"agents", "sessions", "images"}
"""What `quant-ai chat` calls and media.py helps with, besides resources with a part of their own in the client."""
RENAMED = {
    "chat_send": "quant_ai/params.py services/chat.py README.md recordings/chat",
    "AgentChatReply": "tests/",
    "files_upload": "services/files.py quant_ai/resources/async_files.py",
    "VectorDocument": "quant_ai/resources/bulk_upload.py",
}
"""Operations and schemas, and some of the places that name them."""
OLD = {
    "api/chat/chat_send.py": b'def request(model_id: str) -> None:\n    """About words."""\n    print("modelId")\n',
    "models/reply.py": b"class Reply:\n    text: str\n",
}

PACKAGE = {
    "resources/chat.py": b"class Chat: ...\n",
    "resources/files.py": b"class Files: ...\n",
    "api/chat/chat_send.py": b'"""POST /chat"""\nfrom ...models.chat_reply import ChatReply\n',
    "api/files/files_list.py": b'"""GET /files"""\nfrom ...models.file_reply import FileReply\n',
    "models/__init__.py": b"ChatReply, FileReply\n",
    "models/chat_reply.py": b"class ChatReply:\n    text: str\n",
    "models/file_reply.py": b"class FileReply: ...\n",
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
        ("other.py", 1, ("client.chat",)),
        ("test_chat.py", 0, ("chat",)),
    ]


@pytest.mark.parametrize("name", ["recordings/chat/index.yaml", "services/chat.py", "async_chat.py"])
def test_a_file_is_about_a_resource_by_its_name_or_its_folder(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("operation: chat_send\n", encoding="utf-8")
    assert references(PACKAGE, {}, [tmp_path]) == [Reference(file, 0, ("chat",), is_of_removed=True)]


def test_what_names_only_removed_resources_is_told_apart(tmp_path: Path) -> None:
    code = "client.chat.send()\nchat_send, ChatReply\nChatReply, FileReply\nfiles_list\n"
    (tmp_path / "code.py").write_text(code, encoding="utf-8")
    new = {path: text for path, text in PACKAGE.items() if "chat" not in path and path != "models/file_reply.py"}
    found = references(PACKAGE, new, [tmp_path])
    assert [(one.line, one.is_of_removed) for one in found] == [(1, True), (2, True), (3, False)]


def test_calls_of_a_method_that_is_gone_are_found(tmp_path: Path) -> None:
    old = {"resources/chat.py": b"class Chat:\n    def send(self): ...\n    def read(self): ...\n"}
    new = {"resources/chat.py": b"class Chat:\n    def create(self): ...\n    def read(self): ...\n"}
    (tmp_path / "async_chat.py").write_text("self.send()\nsuper().send()\nself.read()\n", encoding="utf-8")
    (tmp_path / "mail.py").write_text("self.send()\n", encoding="utf-8")
    (tmp_path / "page.md").write_text("`client.chat.send()`\n`client.mail.send()`\n", encoding="utf-8")
    found = references(old, new, [tmp_path])
    assert [(one.file.name, one.line, one.names) for one in found] == [
        ("async_chat.py", 1, ("self.send",)),
        ("async_chat.py", 2, ("super().send",)),
        ("page.md", 1, ("client.chat.send",)),
    ]
    assert not any(one.is_of_removed for one in found)


def test_words_beside_the_name_of_a_removed_resource_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("client.chat.send()\ntext = 1\n", encoding="utf-8")
    new = {path: text for path, text in PACKAGE.items() if "chat" not in path}
    assert [one.line for one in references(PACKAGE, new, [tmp_path])] == [1]


def test_a_resource_with_another_name_was_not_removed() -> None:
    renamed = {path.replace("chat", "talk"): text.replace(b"chat", b"talk") for path, text in PACKAGE.items()}
    renamed["api/talk/talk_send.py"] = PACKAGE["api/chat/chat_send.py"]
    assert gone_resources(PACKAGE, renamed) == {"chat"}
    assert removed_resources(PACKAGE, renamed) == set()
    assert removed_resources(PACKAGE, {}) == {"chat", "files"}


def test_files_that_are_found_by_the_name_of_a_resource_have_to_be_renamed_with_it(tmp_path: Path) -> None:
    renamed = {path.replace("resources/chat", "resources/talk"): text for path, text in PACKAGE.items()}
    (tmp_path / "services").mkdir()
    for name in ("chat", "files"):
        (tmp_path / "services" / f"{name}.py").write_text("def handler(): ...\n", encoding="utf-8")
    found = references(PACKAGE, renamed, [tmp_path])
    assert found == [Reference(tmp_path / "services" / "chat.py", 0, ("chat",), is_of_removed=False)]


def test_attributes_of_several_words_are_clear_names(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("place.upload_url\nplace.width\n", encoding="utf-8")
    old = {"models/place.py": b"class Place:\n    upload_url: str\n    size: int\n"}
    new = {"models/place.py": b"class Place:\n    put_url: str\n    size: int\n"}
    assert [(one.line, one.names) for one in references(old, new, [tmp_path])] == [(1, ("upload_url",))]


def test_prose_refers_to_what_is_gone_only_by_clear_names(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("Its text is short.\n`client.chat.send()`\n", encoding="utf-8")
    assert [one.line for one in references(PACKAGE, {}, [tmp_path])] == [2]


def test_what_is_generated_needs_no_edit(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("# Derived from async_code.py by `make generate`\nchat_send\n", encoding="utf-8")
    table = "<!-- operations: written by make generate -->\n| `client.chat.send` |\n"
    (tmp_path / "page.md").write_text(table, encoding="utf-8")
    assert references(PACKAGE, {}, [tmp_path]) == []


def test_most_resources_can_be_removed_from_the_spec_alone(root: Path) -> None:
    """Outside the mock server's module for it, no code names an operation of a resource, unless it has a part there."""
    spec = Spec.load(root / "spec" / "openapi.yaml")
    files = [file for file in (root / "overlays").rglob("*.py") if "services" not in file.parts]
    texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    words = set(re.findall(r"(?:client\.)?\w+", texts))
    named = {one.resource for one in spec.operations if {one.module, f"client.{one.resource}"} & words}
    parts = {file.stem.removeprefix("async_") for file in (root / "overlays/quant_ai/resources").glob("async_*.py")}
    assert named == (parts | NAMED) - {"extended"}


def test_renamed_operations_and_schemas_are_refused_with_the_places_to_edit(
    generate_here: Any, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, package = tmp_path / "openapi.yaml", tmp_path / "quant_ai_client"
    text = (root / "spec" / "openapi.yaml").read_text(encoding="utf-8")
    spec.write_text(re.sub(rf"\b({'|'.join(RENAMED)})\b", r"\1Anew", text), encoding="utf-8")
    shutil.copytree(root / "generated" / "quant_ai_client", package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(sys.modules["generate"], "OUTPUT", package)
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    done = generate_here("--spec", spec, "--output", package)
    lines = done.stderr.splitlines()
    assert done.returncode == 1
    named = [line for line in lines if line.endswith("no longer in the spec; change this line")]
    places = [place for places in RENAMED.values() for place in places.split()]
    assert [place for place in places if not any(place in line for line in named)] == []
    assert lines[-1].startswith("nothing was written: ")
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


def test_the_package_is_written_all_the_same_if_told_so(
    generate_here: Any, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, package, code = tmp_path / "openapi.yaml", tmp_path / "client", tmp_path / "code.py"
    text = (root / "tests" / "spec" / "good.yaml").read_text(encoding="utf-8")
    spec.write_text(text, encoding="utf-8")
    shutil.copy(root / "pyproject.toml", tmp_path)
    for name, value in (("ROOT", tmp_path), ("OUTPUT", package), ("CODE", (code,)), ("HAND_WRITTEN", (code,))):
        monkeypatch.setattr(sys.modules["generate"], name, value)
    assert generate_here("--spec", spec, "--output", package).returncode == 0
    operation = Spec.load(spec).operations[0].id
    code.write_text(f"{operation}()\n", encoding="utf-8")
    spec.write_text(text.replace(operation, f"{operation}_anew"), encoding="utf-8")
    done = generate_here("--spec", spec, "--output", package)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1,
        f"code.py:1: {operation} is no longer in the spec; change this line",
    )
    assert generate_here("--force", "--spec", spec, "--output", package).returncode == 0
    assert list(package.rglob(f"{operation}_anew.py")) != []


def test_the_module_that_extends_a_removed_resource_is_removed_if_git_can_restore_it(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate = sys.modules["generate"]
    file = tmp_path / "async_notes.py"
    file.write_text("class AsyncNotes(Generated): ...\n", encoding="utf-8")
    place = Reference(file, 0, ("notes",), is_of_removed=True)
    monkeypatch.setattr(generate, "RESOURCES", tmp_path)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@example.com"]
    assert not generate.cannot_be_imported(place)
    subprocess.run([*git, "init", "-q"], check=True)
    assert not generate.cannot_be_imported(place)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Add notes"], check=True)
    assert generate.cannot_be_imported(place)
    assert not generate.cannot_be_imported(place._replace(line=1))
    file.write_text("changed = True\n", encoding="utf-8")
    assert not generate.cannot_be_imported(place)


@pytest.mark.parametrize(
    ("file", "line", "is_of_removed", "needs_edit"),
    [
        ("overlays/quant_ai/media.py", 3, True, True),
        ("overlays/quant_ai_cli/chat_turns.py", 3, True, True),
        ("overlays/quant_ai/resources/async_chat.py", 0, True, False),
        ("overlays/quant_ai_mock/services/skills.py", 3, True, False),
        ("overlays/quant_ai_mock/services/skills.py", 3, False, True),
        ("tests/mock/test_skills.py", 3, True, False),
        ("tests/mock/test_skills.py", 3, False, True),
    ],
)
def test_removed_resources_need_an_edit_only_where_the_client_uses_them(
    generate_here: Any, root: Path, file: str, line: int, is_of_removed: bool, needs_edit: bool
) -> None:
    reference = Reference(root / file, line, ("bot",), is_of_removed)
    assert sys.modules["generate"].needs_edit(reference) is needs_edit


def test_a_word_of_nothing_but_underscores_is_no_name() -> None:
    old = {"client.py": b"def read(name: str) -> bool:\n    return name[:2] == '__'\n"}
    assert gone_names(old, {"client.py": b"def read(name: str) -> bool:\n    return True\n"}) == set()

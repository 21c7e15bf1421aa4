"""What type checkers say to the users of the package."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SNIPPET = """
from collections.abc import Sequence
from datetime import datetime
from quant_ai_client.models import ChatReply, ImageBlockParam, Message, MessageParam, SessionSummary
from quant_ai_client.protocol import Page
from quant_ai_client.resources import AsyncResources, Resources
from quant_ai_client.resources.sessions import Sessions


def right(client: Resources, other: AsyncResources) -> None:
    reply: ChatReply = client.chat.send(model_id="m", messages=[{"role": "user", "content": "Hi"}])
    if reply.usage:
        total: int = reply.usage.total_tokens
    client.chat.send(model_id="m", messages=[Message(role="user", content="Hi")], temperature=0.5)
    image: ImageBlockParam = {"image": {"format": "png", "source": {"bytes": b"x"}}}
    blocks: MessageParam = {"role": "user", "content": [{"text": "a"}, image]}
    page = client.sessions.list()
    titles: list[object] = [session.title for session in page]
    when: datetime = page[0].created_at or datetime.now()


def wrong(client: Resources) -> None:
    client.chat.send(model_id="m", messages=[{"rôle": "user", "content": "Hi"}])  # unknown key
    client.chat.send(model_id=3, messages=[])  # wrong type
    client.chat.send(messages=[])  # missing
    client.chat.send(model_id="m", messages=[], temprature=1)  # misspelt
    client.sessions.list().foo  # no attribute
"""


def test_right_calls_pass_and_wrong_ones_are_found(root: Path, tmp_path: Path) -> None:
    (tmp_path / "snippet.py").write_text(SNIPPET, encoding="utf-8")
    (tmp_path / "quant_ai_client").symlink_to(root / "generated" / "quant_ai_client")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "snippet.py"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    found = sorted({int(line) for line in re.findall(r"snippet.py:(\d+): error", done.stdout)})
    lines = SNIPPET.splitlines()
    expected = [number for number, line in enumerate(lines, 1) if line.startswith("    client") and "  # " in line]
    assert found == expected, done.stdout

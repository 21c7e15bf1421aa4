"""What type checkers report to users of the package."""

from __future__ import annotations

import inspect
from pathlib import Path
from textwrap import dedent, indent

import pytest
from tests.type_checks.checkers import CHECKERS, fault_lines

from quant_ai_client.resources import AsyncResources, Resources

pytestmark = pytest.mark.slow

SNIPPET = """
from collections.abc import Sequence
from datetime import datetime
from quant_ai_client.models import ChatReply, ImageBlockParam, Message, MessageParam, SessionSummary
from quant_ai_client.pages import Page
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
    titles: list[str | None] = [session.title for session in page]
    search = client.ai_search(project="docs-site")
    score: object = search.search(query="x", limit=3).results[0].score
    urls: list[str] = [found.url for found in search.list_pages()]
    other.ai_search("docs-site").wait_for_crawl
    when: datetime = page.items[0].created_at or datetime.now()


def wrong(client: Resources) -> None:
    client.chat.send(model_id="m", messages=[{"rôle": "user", "content": "Hi"}])  # unknown key
    client.chat.send(model_id="m", messages=[{"role": "user", "content": [{"text": 7}]}])  # wrong type deep inside
    client.chat.send(model_id="m", messages=[{"role": "user", "content": [{"txt": "a"}]}])  # unknown key deep inside
    client.chat.send("m", messages=[])  # by position
    client.chat.send(model_id=3, messages=[])  # wrong type
    client.chat.send(messages=[])  # missing
    client.chat.send(model_id="m", messages=[], temprature=1)  # misspelt
    client.sessions.list().foo  # no attribute
    client.ai_search().search(query="x")  # no project
    client.ai_search(project=3).search(query="x")  # wrong type of project
    client.ai_search.search(query="x")  # no namespace yet
    client.ai_search(project="p").search("x")  # not by place
    client.chat.start(model_id="m", messages=[]).reply.response  # the reply of 202 is another type than that of 200
    client.chat.send(model_id="m", messages=[]).poll_url  # and the other way round
"""


@pytest.mark.parametrize("checker", CHECKERS)
def test_right_calls_pass_and_wrong_ones_are_found(checker: str, tmp_path: Path) -> None:
    lines = SNIPPET.splitlines()
    assert fault_lines(checker, tmp_path, SNIPPET) == {number for number, line in enumerate(lines, 1) if "  # " in line}


@pytest.mark.parametrize("checker", CHECKERS)
def test_every_example_of_the_facade_passes(checker: str, tmp_path: Path) -> None:
    sync, asynchronous = examples(Resources), examples(AsyncResources)
    assert len(sync) == len(asynchronous) >= 20
    text = "from quant_ai_client.resources import AsyncResources, Resources\n"
    for number, example in enumerate(sync):
        text += f"\n\ndef sync_{number}(client: Resources) -> None:\n{indent(example, '    ')}\n"
    for number, example in enumerate(asynchronous):
        text += f"\n\nasync def async_{number}(client: AsyncResources) -> None:\n{indent(example, '    ')}\n"
    lines = text.splitlines()
    assert [lines[number - 1] for number in sorted(fault_lines(checker, tmp_path, text))] == []


def examples(facade: type) -> list[str]:
    """The examples in the docstrings of all methods of a facade."""
    found = []
    resources = facade()
    resources._caller = None
    for tag in (name for name in vars(facade) if not name.startswith("_")):
        for name, method in vars(type(getattr(resources, tag))).items():
            if not name.startswith("_"):
                _, mark, example = (inspect.getdoc(method) or "").partition("\nExample:\n")
                assert mark, f"{tag}.{name} shows no example"
                found.append(dedent(example))
    return found

"""Tests of resources that are no longer in the spec are skipped, and no others."""

from __future__ import annotations

import re
from dataclasses import make_dataclass

import pytest
from tests import removed

NOTES = "/notes"
BOTH = {"slack_bots": removed._naming("slack_bots", {"slack_bots_list", "slack_bots_search_users"})}


def helper() -> str:
    return f"GET {NOTES}/7"


def uses_a_helper() -> str:
    return helper()


@pytest.mark.usefixtures("notes_list")
def uses_nothing() -> str:
    return "/noteshelf"


@pytest.mark.parametrize(
    "text",
    [
        'api.get("/slack-bots")',
        'api.get(f"/slack-bots/{bot}")',
        "client.slack_bots.list()",
        'QuantAI(token="t").slack_bots.find',
        "other.slack_bots.list()",
        "slack_bots_search_users",
        'run("slack-bots", "search-users")',
        "quant-ai slack-bots list",
        "resources/async_slack_bots.py",
        "models.SlackBotsReply",
    ],
)
def test_a_resource_is_named_by_paths_operations_methods_commands_and_models(text: str) -> None:
    assert BOTH["slack_bots"].search(text)


@pytest.mark.parametrize("text", ["slack_bot_list", "slack_bots_lists", "/slack-botsy", "slack_bots", "SlackBotsy"])
def test_other_names_are_none_of_it(text: str) -> None:
    assert not BOTH["slack_bots"].search(text)


def test_what_a_test_uses_counts() -> None:
    assert "'/notes'" in removed.texts([uses_a_helper])
    assert not any("/notes'" in text or "notes_list" in text for text in removed.texts([uses_nothing]))
    assert "'notes_list'" in removed.texts([uses_nothing, {"id": ["notes_list", 10**5000, object()]}])


def test_a_class_without_source_says_nothing() -> None:
    made = make_dataclass("Made", [("notes", str)], namespace={"__module__": __name__})
    made.__module__ = __name__
    assert list(removed.texts([made])) == [""]


def test_a_resource_of_the_spec_is_not_removed() -> None:
    assert set(removed.removed_resources()) & {"chat", "models"} == set()


class Ambiguous:
    """As an array of numpy: comparing it with a word has no truth value."""

    def __eq__(self, other: object) -> bool:
        raise ValueError("ambiguous")

    __hash__ = None  # type: ignore[assignment]


@pytest.mark.parametrize("value", [Ambiguous()])
def test_a_skipped_test_says_why(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, value: object
) -> None:
    monkeypatch.setattr(removed, "removed_resources", lambda: {"removed": re.compile("(?!)")})
    (item,) = [item for item in request.session.items if item.nodeid == request.node.nodeid]
    removed.skip_removed([item])
    marks = [mark for mark in item.own_markers if mark.name == "skip"]
    assert [mark.kwargs["reason"] for mark in marks] == ["removed: no longer in the spec"]

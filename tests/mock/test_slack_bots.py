"""Slack bots: create them, wait for the connection, and search their workspace."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import MODEL, ApiClient, ok

FIELDS = {"name": "Help desk", "setupType": "quant", "systemPrompt": "Be brief.", "modelId": MODEL}


def create(api: ApiClient, **fields: Any) -> Any:
    return ok(api.post("/slack-bots", FIELDS | fields), 201)["bot"]


def found(api: ApiClient, bot: dict[str, Any], what: str, **query: str) -> list[str]:
    results = ok(api.get(f"/slack-bots/{bot['botId']}/workspace/{what}", **query))["results"]
    return [result["name"] for result in results]


def test_a_bot_is_made_read_changed_and_deleted(api: ApiClient) -> None:
    bot = create(api, temperature=1.5, allowedUsers=["U01ADA"])
    path = f"/slack-bots/{bot['botId']}"
    assert ok(api.get(path)) == {"bot": bot}
    changes = {"name": "Front desk", "maxTokens": 10, "allowedUsers": [], "agentAccessControl": {"a": 1}}
    changed = ok(api.put(path, changes))["bot"]
    assert changed == bot | changes | {"updatedAt": changed["updatedAt"]}
    assert ok(api.delete(path)) == {"success": True, "message": "Slack bot deleted successfully"}
    assert ok(api.get(path), 404)["botId"] == bot["botId"]
    assert ok(api.get("/slack-bots")) == {"bots": []}


def test_a_new_bot_is_active_and_has_the_documented_defaults(api: ApiClient) -> None:
    bot = create(api)
    assert (bot["status"], bot["connected"], bot["sessionTtlDays"], bot["keywordsEnabled"]) == (
        "active",
        False,
        14,
        False,
    )


@pytest.mark.parametrize("missing", ["name", "setupType", "systemPrompt", "modelId"])
def test_the_required_fields_of_a_bot_are_checked(api: ApiClient, missing: str) -> None:
    body = {key: value for key, value in FIELDS.items() if key != missing}
    assert list(ok(api.post("/slack-bots", body), 422)["errors"]) == [missing]


@pytest.mark.parametrize(
    "wrong",
    [
        {"temperature": 2.1},
        {"maxTokens": 0},
        {"sessionTtlDays": 0},
        {"sessionTtlDays": 91},
        {"setupType": "slack"},
        {"keywords": "help"},
    ],
)
def test_what_a_bot_cannot_have_is_refused(api: ApiClient, wrong: dict[str, Any]) -> None:
    assert ok(api.post("/slack-bots", FIELDS | wrong), 422)["errors"].keys() == wrong.keys()


def test_a_bot_needs_a_model_that_exists(api: ApiClient) -> None:
    assert ok(api.post("/slack-bots", FIELDS | {"modelId": "none"}), 404)["code"] == "MODEL_NOT_FOUND"
    assert api.put(f"/slack-bots/{create(api)['botId']}", {"modelId": "none"}).status_code == 404


def test_the_list_leaves_out_who_may_use_a_bot(api: ApiClient) -> None:
    bot = create(api, allowedUsers=["U01ADA"], keywords=["office"], homeTabContent="Ask.")
    (listed,) = ok(api.get("/slack-bots"))["bots"]
    assert listed["systemPrompt"] == "Be brief."
    assert set(bot) - set(listed) == {
        "allowedChannels", "allowedUsers", "deniedUsers", "allowGuests", "homeTabContent", "agentAccessControl",
        "keywords", "updatedAt",
    }  # fmt: skip


def test_what_says_how_a_bot_is_set_up_never_changes(api: ApiClient) -> None:
    bot = create(api)
    sent = {"setupType": "byo", "connected": True, "botId": "mine", "createdAt": "2020-01-01T00:00:00Z"}
    changed = ok(api.put(f"/slack-bots/{bot['botId']}", sent))["bot"]
    assert changed == bot | {"updatedAt": changed["updatedAt"]}


def test_a_bot_can_be_switched_off_and_stays_connected(api: ApiClient) -> None:
    api.mock.transitions(slack_connection="immediate")
    bot = create(api)
    changed = ok(api.put(f"/slack-bots/{bot['botId']}", {"status": "inactive"}))["bot"]
    assert (changed["status"], changed["connected"]) == ("inactive", True)


def test_a_bot_is_connected_after_a_while(api: ApiClient) -> None:
    api.mock.freeze(1_800_000_000)
    bot = create(api)
    assert ok(api.get(f"/slack-bots/{bot['botId']}"))["bot"]["connected"] is False
    api.mock.advance(2)
    assert ok(api.get("/slack-bots"))["bots"][0]["connected"] is True


def test_a_bot_is_connected_when_it_was_read_so_often(api: ApiClient) -> None:
    api.mock.transitions(slack_connection={"progression": "polls", "times": 2})
    path = f"/slack-bots/{create(api)['botId']}"
    assert [ok(api.get(path))["bot"]["connected"] for _ in range(4)] == [False, False, True, True]


def test_a_bot_that_was_connected_stays_so(api: ApiClient) -> None:
    api.mock.transitions(slack_connection="immediate")
    path = f"/slack-bots/{create(api)['botId']}"
    ok(api.get(path))
    api.mock.transitions(slack_connection={"progression": "time", "seconds": 1e9})
    assert ok(api.get(path))["bot"]["connected"] is True


@pytest.mark.parametrize("what", ["users", "channels"])
def test_a_workspace_is_not_there_before_the_bot_is_connected(api: ApiClient, what: str) -> None:
    api.mock.transitions(slack_connection={"progression": "time", "seconds": 1e9})
    bot = create(api)
    refused = ok(api.get(f"/slack-bots/{bot['botId']}/workspace/{what}"), 404)
    assert (refused["error"], refused["botId"]) == ("Slack bot not connected", bot["botId"])
    assert ok(api.get(f"/slack-bots/none/workspace/{what}"), 404)["error"] == "Slack bot not found"


def test_people_are_found_by_either_name_in_any_case(api: ApiClient) -> None:
    api.mock.transitions(slack_connection="immediate")
    bot = create(api)
    assert found(api, bot, "users", q="HOPPER") == ["grace"]
    assert found(api, bot, "users", q="mall") == ["mallory"]
    assert found(api, bot, "users", q="nobody") == []
    assert len(found(api, bot, "users")) == 5


def test_channels_are_found_by_a_part_of_their_name(api: ApiClient) -> None:
    api.mock.transitions(slack_connection="immediate")
    bot = create(api)
    assert found(api, bot, "channels", q="Help") == ["help-desk"]
    assert found(api, bot, "channels", q="en") == ["general", "engineering", "incidents"]
    assert len(found(api, bot, "channels")) == 4

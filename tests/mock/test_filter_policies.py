"""Filter policies as a resource: create, list, change, enable and delete them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import ApiClient, ok
from tests.mock.support.filter_policies import (
    CARD,
    POLICY,
    buffered,
    govern,
    policy,
    rule,
)

from quant_ai_mock import Mock


def test_a_new_policy_is_read_back_as_it_was_sent(api: ApiClient) -> None:
    made = ok(api.post("/filter-policies", POLICY | {"description": "Ours.", "enabled": False}), 201)
    assert made.items() >= (POLICY | {"description": "Ours.", "enabled": False}).items()
    assert ok(api.get(f"/filter-policies/{made['policyId']}")) == made


def test_a_new_policy_is_at_work_unless_it_says_otherwise(api: ApiClient) -> None:
    made = ok(api.post("/filter-policies", POLICY), 201)
    assert (made["enabled"], made["description"]) == (True, None)


def test_policies_are_listed_in_the_order_in_which_they_came(api: ApiClient) -> None:
    made = [policy(api, rule(), enabled=number > 0) for number in range(3)]
    listed = ok(api.get("/filter-policies"))
    assert [found["policyId"] for found in listed["policies"]] == made
    assert listed["count"] == 3


def test_an_update_changes_what_it_names_and_keeps_the_rest(api: ApiClient) -> None:
    own_id = policy(api, rule(), description="Ours.")
    api.mock.advance(10)
    before = ok(api.get(f"/filter-policies/{own_id}"))
    after = ok(api.put(f"/filter-policies/{own_id}", {"rules": [rule(CARD)], "description": None}))
    assert after == before | {"rules": [rule(CARD)], "description": None, "updatedAt": after["updatedAt"]}
    assert after["updatedAt"] > before["updatedAt"]


def test_an_update_cannot_take_the_id_of_a_policy(api: ApiClient) -> None:
    own_id = policy(api, rule())
    assert ok(api.put(f"/filter-policies/{own_id}", {"policyId": "other", "createdAt": "never"}))["policyId"] == own_id


@pytest.mark.parametrize("before", [True, False])
def test_a_policy_is_enabled_and_disabled_as_often_as_one_likes(api: ApiClient, before: bool) -> None:
    own_id = policy(api, rule(), enabled=before)
    for verb, enabled in (("enable", True), ("enable", True), ("disable", False), ("disable", False)):
        assert ok(api.put(f"/filter-policies/{own_id}/{verb}"))["enabled"] is enabled
        assert ok(api.get(f"/filter-policies/{own_id}"))["enabled"] is enabled


def test_a_deleted_policy_is_gone(api: ApiClient) -> None:
    own_id = policy(api, rule())
    assert ok(api.delete(f"/filter-policies/{own_id}"))["success"] is True
    assert ok(api.get("/filter-policies"))["policies"] == []
    ok(api.delete(f"/filter-policies/{own_id}"), 404)


@pytest.mark.parametrize("verb", ["", "/enable", "/disable"])
def test_what_is_not_there_is_not_found(api: ApiClient, verb: str) -> None:
    found = ok(api.put(f"/filter-policies/none{verb}", None if verb else {}), 404)
    assert found["policyId"] == "none"


def test_policies_of_one_organisation_are_not_there_for_another(server: Mock) -> None:
    with ApiClient(server.organisation()) as home, ApiClient(server.organisation()) as away:
        own_id = policy(home, rule(action="BLOCK"))
        ok(away.get(f"/filter-policies/{own_id}"), 404)
        govern(away, own_id)
        assert buffered(away, "bluefin")[1] == "stop"


BAD = [
    ({"rules": []}, "rules"),
    ({"rules": [rule()] * 101}, "rules"),
    ({"name": ""}, "name"),
    ({"name": "x" * 256}, "name"),
    ({"description": "x" * 1001}, "description"),
    ({"rules": [rule({"type": "word", "values": ["x" * 101]})]}, "rules.0.match.values.0"),
    ({"rules": [rule({"type": "regex", "pattern": "x" * 501})]}, "rules.0.match.pattern"),
    ({"rules": [rule({"type": "word"})]}, "rules.0.match.values"),
    ({"rules": [rule({"type": "regex"})]}, "rules.0.match.pattern"),
    ({"rules": [rule(), rule(action="DROP")]}, "rules.1.action"),
    ({"rules": [rule(side="sideways")]}, "rules.0.applyTo"),
]


@pytest.mark.parametrize(("wrong", "field"), BAD)
def test_what_does_not_fit_is_named(api: ApiClient, wrong: dict[str, Any], field: str) -> None:
    assert field in ok(api.post("/filter-policies", POLICY | wrong), 422)["errors"]
    own_id = policy(api, rule())
    assert field in ok(api.put(f"/filter-policies/{own_id}", wrong), 422)["errors"]


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "a{2,1}", "(?=a)b", r"(a)\1", "(a{900}){900}"])
def test_an_expression_that_cannot_be_run_is_named(api: ApiClient, pattern: str) -> None:
    rules = [rule(), rule({"type": "regex", "pattern": pattern})]
    own_id = policy(api, rule())
    for reply in (
        api.post("/filter-policies", {"name": "Names", "rules": rules}),
        api.put(f"/filter-policies/{own_id}", {"rules": rules}),
    ):
        assert list(ok(reply, 422)["errors"]) == ["rules.1.match.pattern"]
    assert len(ok(api.get(f"/filter-policies/{own_id}"))["rules"]) == 1

"""Skills: created here, imported from a source and synced with it, and given to agents."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, ok
from tests.mock.support.skills import DAY, FIELDS, REPO, REVIEW, bring, create, names, read, sync

from quant_ai_mock import Mock


def test_a_skill_is_made_read_changed_and_deleted(api: ApiClient) -> None:
    made = create(api, files={"voucher.txt": "A voucher."}, namespace="support", installedBy="user-4711")
    path = f"/skills/{made['skillId']}"
    assert ok(api.get(path)) == {"skill": made}
    assert (made["source"], made["installedBy"]) == ({"type": "inline"}, "user-4711")
    changes = {"content": "No refunds.", "files": {}, "requiredTools": ["order_status"], "namespace": "policy"}
    changed = ok(api.put(path, changes))
    assert changed["success"] is True
    assert changed["skill"] == made | changes | {"updatedAt": changed["skill"]["updatedAt"]}
    assert ok(api.delete(path))["success"] is True
    assert ok(api.get(path), 404)["skillId"] == made["skillId"]


@pytest.mark.parametrize("missing", ["name", "content", "triggerCondition"])
def test_the_required_fields_of_a_skill_are_checked(api: ApiClient, missing: str) -> None:
    body = {key: value for key, value in FIELDS.items() if key != missing}
    assert list(ok(api.post("/skills", body), 422)["errors"]) == [missing]


def test_the_list_shows_the_latest_first_and_no_content(api: ApiClient) -> None:
    create(api, name="first")
    create(api, name="second")
    listed = ok(api.get("/skills"))
    assert (names(listed["skills"]), listed["count"]) == (["second", "first"], 2)
    assert not {"content", "files", "allowedTools"} & set(listed["skills"][0])


def test_the_list_is_cut_at_its_limit(api: ApiClient) -> None:
    for name in ("a", "b", "c"):
        create(api, name=name)
    listed = ok(api.get("/skills", limit=2))
    assert (names(listed["skills"]), listed["count"]) == (["c", "b"], 2)


def test_tag_and_namespace_narrow_the_list_together(api: ApiClient) -> None:
    create(api, name="both", tags=["x", "y"], namespace="one")
    create(api, name="tag", tags=["y"], namespace="two")
    create(api, name="none")
    assert names(ok(api.get("/skills", tag="y"))["skills"]) == ["tag", "both"]
    assert names(ok(api.get("/skills", namespace="one"))["skills"]) == ["both"]
    assert names(ok(api.get("/skills", tag="y", namespace="two"))["skills"]) == ["tag"]


def test_paths_with_a_name_of_their_own_are_no_skill(api: ApiClient) -> None:
    assert ok(api.get("/skills/collections")) == {"collections": []}
    assert api.get("/skills/import").status_code == 405
    assert api.post("/skills/import-collection", {}).status_code == 422


def test_an_import_takes_what_skill_md_says_and_the_files_beside_it(api: ApiClient) -> None:
    skill = bring(api)
    assert skill["name"] == "code-review"
    assert skill["triggerCondition"] == skill["description"]
    assert skill["content"].startswith("Read the whole change")
    assert (skill["allowedTools"], list(skill["files"])) == (["fetch_web_content"], ["checklist.md"])
    assert skill["source"] == REVIEW
    assert read(api, skill) == skill


def test_what_an_import_says_stands_in_place_of_the_source_and_outlasts_syncs(api: ApiClient) -> None:
    own = {"name": "review", "description": "Ours.", "tags": ["web"], "allowedTools": [], "requiredTools": ["x"]}
    skill = bring(api, **own)
    api.mock.advance(DAY)
    synced = sync(api, skill)
    assert own.items() <= synced.items()
    assert synced["content"] != skill["content"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ({"type": "github", "url": f"https://github.com/{REPO}/tree/main/skills/code-review"}, "code-review"),
        ({"type": "github", "url": f"https://github.com/{REPO}", "path": "skills/code-review/SKILL.md"}, "code-review"),
        ({"type": "github", "repo": "acme/tone-of-voice"}, "tone-of-voice"),
        ({"type": "skills.sh", "url": f"https://skills.sh/{REPO}/release-notes"}, "release-notes"),
        ({"type": "skills.sh", "repo": REPO, "path": "code-review"}, "code-review"),
    ],
)
def test_a_source_may_be_named_in_several_ways(api: ApiClient, source: dict[str, Any], name: str) -> None:
    assert bring(api, source)["name"] == name


@pytest.mark.parametrize(
    "source",
    [
        {"type": "github", "repo": "acme/none", "path": "skills/code-review"},
        {"type": "github", "repo": REPO, "path": "skills/none"},
        {"type": "github", "repo": REPO, "path": "skills/drafts"},
        {"type": "github", "repo": REPO},
        {**REVIEW, "version": "v9.9.9"},
        {"type": "github", "url": f"https://skills.sh/{REPO}/code-review"},
        {"type": "skills.sh", "url": f"https://github.com/{REPO}"},
        {"type": "github", "url": "https://github.com/acme"},
        {"type": "github", "url": "http://["},
    ],
)
def test_what_cannot_be_fetched_is_a_bad_gateway_and_leaves_nothing(api: ApiClient, source: dict[str, Any]) -> None:
    assert ok(api.post("/skills/import", {"source": source}), 502)["error"] == "Failed to fetch skill from source"
    assert ok(api.get("/skills"))["count"] == 0


def test_a_source_needs_a_url_or_a_repository(api: ApiClient) -> None:
    assert api.post("/skills/import", {"source": {"type": "github"}}).status_code == 422
    assert api.post("/skills/import", {"source": {"type": "inline", "repo": REPO}}).status_code == 422


def test_a_new_version_comes_a_day_after_the_first_fetch(api: ApiClient) -> None:
    skill = bring(api)
    api.mock.advance(DAY - 60)
    assert sync(api, skill)["content"] == skill["content"]
    api.mock.advance(120)
    reply = ok(api.post(f"/skills/{skill['skillId']}/sync"))
    assert reply["message"] == f"Skill synced from {REPO} at v1.1.0"
    assert "mended before the merge" in reply["skill"]["content"]
    assert read(api, skill) == reply["skill"]


def test_another_organisation_has_a_time_of_its_own(api: ApiClient, server: Mock) -> None:
    bring(api)
    with ApiClient(server.organisation()) as other:
        other.mock.advance(DAY)
        assert "mended" not in bring(other)["content"]


def test_a_pinned_skill_stays_at_its_version(api: ApiClient) -> None:
    skill = bring(api, {**REVIEW, "version": "v1.0.0"})
    api.mock.advance(DAY)
    assert sync(api, skill)["content"] == skill["content"]


def test_a_pin_is_moved_by_an_update_and_a_sync(api: ApiClient) -> None:
    skill = bring(api, {**REVIEW, "version": "v1.0.0"})
    api.mock.advance(DAY)
    moved = ok(api.put(f"/skills/{skill['skillId']}", {"source": {**REVIEW, "version": "v1.1.0"}}))["skill"]
    assert (moved["source"]["version"], moved["content"]) == ("v1.1.0", skill["content"])
    assert "mended" in sync(api, skill)["content"]


def test_an_imported_skill_lets_name_tags_and_trigger_be_changed_and_nothing_else(api: ApiClient) -> None:
    skill = bring(api)
    own = {"name": "review", "tags": ["web"], "triggerCondition": "When asked"}
    other = {"content": "Mine.", "description": "Mine.", "files": {}, "allowedTools": [], "namespace": "mine"}
    changed = ok(api.put(f"/skills/{skill['skillId']}", own | other))["skill"]
    assert changed == skill | own | {"updatedAt": changed["updatedAt"]}


def test_local_changes_outlast_a_sync(api: ApiClient) -> None:
    skill = bring(api)
    own = {"name": "review", "tags": ["web"], "triggerCondition": "When asked"}
    ok(api.put(f"/skills/{skill['skillId']}", own))
    api.mock.advance(DAY)
    assert own.items() <= sync(api, skill).items()


def test_an_inline_skill_has_nothing_to_sync(api: ApiClient) -> None:
    skill = create(api)
    assert ok(api.post(f"/skills/{skill['skillId']}/sync"), 400)["skillId"] == skill["skillId"]


def test_an_inline_skill_can_be_given_a_source(api: ApiClient) -> None:
    skill = create(api)
    ok(api.put(f"/skills/{skill['skillId']}", {"source": REVIEW}))
    assert read(api, skill)["content"] == FIELDS["content"]
    assert sync(api, skill)["content"].startswith("Read the whole change")


def test_an_imported_skill_can_be_taken_over(api: ApiClient) -> None:
    skill = bring(api, name="review")
    path = f"/skills/{skill['skillId']}"
    ok(api.put(path, {"source": {"type": "inline"}}))
    changed = ok(api.put(path, {"content": "Mine."}))["skill"]
    assert (changed["name"], changed["content"]) == ("review", "Mine.")
    assert api.post(f"{path}/sync").status_code == 400


def test_a_skill_whose_repository_is_gone_stays_as_it_is(api: ApiClient) -> None:
    skill = bring(api, {"type": "github", "repo": "acme/field-notes", "path": "site-visit"})
    api.mock.advance(30 * DAY)
    ok(api.post(f"/skills/{skill['skillId']}/sync"), 502)
    assert read(api, skill) == skill


def test_a_deleted_skill_is_taken_from_agents_and_bots(api: ApiClient) -> None:
    gone, stays = create(api)["skillId"], create(api)["skillId"]
    common = {"name": "n", "systemPrompt": "p", "modelId": MODEL, "assignedSkills": [gone, stays]}
    agent = ok(api.post("/agents", {**common, "description": "d"}), 201)["agent"]["agentId"]
    bot = ok(api.post("/slack-bots", {**common, "setupType": "byo"}), 201)["bot"]["botId"]
    ok(api.delete(f"/skills/{gone}"))
    assert ok(api.get(f"/agents/{agent}"))["agent"]["assignedSkills"] == [stays]
    assert ok(api.get(f"/slack-bots/{bot}"))["bot"]["assignedSkills"] == [stays]


def an_agent(api: ApiClient, *skills: dict[str, Any]) -> str:
    body = {"name": "n", "description": "d", "systemPrompt": "Be kind.", "modelId": TOOL_MODEL}
    body |= {"assignedSkills": [skill["skillId"] for skill in skills]}
    return str(ok(api.post("/agents", body), 201)["agent"]["agentId"])


def said(api: ApiClient, agent: str, text: str) -> str:
    return str(ok(api.post(f"/agents/{agent}/chat", {"message": text}))["response"]["text"])


def test_the_prompt_of_an_agent_has_its_skills(api: ApiClient) -> None:
    create(api, content="Not assigned.")
    agent = an_agent(api, create(api))
    assert "Be kind.\nWhen money is asked back: Refund within 30 days." in said(api, agent, "Hello")
    assert "Not assigned." not in said(api, agent, "Hello")


def test_the_prompt_of_a_chat_with_an_agent_has_its_skills_too(api: ApiClient) -> None:
    agent = an_agent(api, create(api))
    assert "Refund within 30 days." in ok(api.chat("Hello", agentId=agent))["response"]["content"]


def test_a_skill_without_model_invocation_is_used_only_if_a_message_invokes_it(api: ApiClient) -> None:
    agent = an_agent(api, create(api, namespace="support", disableModelInvocation=True))
    assert "Refund within" not in said(api, agent, "Hello")
    assert "Refund within 30 days." in said(api, agent, "Please /support:refunds now")

"""Skills: made here, imported from the library, kept in step with it, and told to agents."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.api import MODEL, TOOL_MODEL, Api, ok

from quant_ai_mock import Mock

DAY = 86400
REPO = "acme/agent-skills"
REVIEW = {"type": "github", "repo": REPO, "path": "skills/code-review"}
FOLDER = {"type": "github", "repo": REPO, "path": "skills"}
FIELDS = {"name": "refunds", "content": "Refund within 30 days.", "triggerCondition": "When money is asked back"}


def create(api: Api, **fields: Any) -> Any:
    return ok(api.post("/skills", FIELDS | fields), 201)["skill"]


def bring(api: Api, source: dict[str, Any] = REVIEW, **fields: Any) -> Any:
    return ok(api.post("/skills/import", {"source": source, **fields}), 201)["skill"]


def collect(api: Api, namespace: str = "acme-skills", source: dict[str, Any] = FOLDER, **fields: Any) -> Any:
    return ok(api.post("/skills/import-collection", {"namespace": namespace, "source": source, **fields}), 201)


def read(api: Api, skill: dict[str, Any]) -> Any:
    return ok(api.get(f"/skills/{skill['skillId']}"))["skill"]


def sync(api: Api, skill: dict[str, Any]) -> Any:
    return ok(api.post(f"/skills/{skill['skillId']}/sync"))["skill"]


def names(skills: list[dict[str, Any]]) -> list[str]:
    return [skill["name"] for skill in skills]


def test_a_skill_is_made_read_changed_and_deleted(api: Api) -> None:
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
def test_what_a_skill_needs_is_asked_for(api: Api, missing: str) -> None:
    body = {key: value for key, value in FIELDS.items() if key != missing}
    assert list(ok(api.post("/skills", body), 422)["errors"]) == [missing]


def test_the_list_shows_the_latest_first_and_no_content(api: Api) -> None:
    create(api, name="first")
    create(api, name="second")
    listed = ok(api.get("/skills"))
    assert (names(listed["skills"]), listed["count"]) == (["second", "first"], 2)
    assert not {"content", "files", "allowedTools"} & set(listed["skills"][0])


def test_the_list_is_cut_at_its_limit(api: Api) -> None:
    for name in ("a", "b", "c"):
        create(api, name=name)
    listed = ok(api.get("/skills", limit=2))
    assert (names(listed["skills"]), listed["count"]) == (["c", "b"], 2)


def test_tag_and_namespace_narrow_the_list_together(api: Api) -> None:
    create(api, name="both", tags=["x", "y"], namespace="one")
    create(api, name="tag", tags=["y"], namespace="two")
    create(api, name="none")
    assert names(ok(api.get("/skills", tag="y"))["skills"]) == ["tag", "both"]
    assert names(ok(api.get("/skills", namespace="one"))["skills"]) == ["both"]
    assert names(ok(api.get("/skills", tag="y", namespace="two"))["skills"]) == ["tag"]


def test_paths_with_a_name_of_their_own_are_no_skill(api: Api) -> None:
    assert ok(api.get("/skills/collections")) == {"collections": []}
    assert api.get("/skills/import").status_code == 405
    assert api.post("/skills/import-collection", {}).status_code == 422


def test_an_import_takes_what_skill_md_says_and_the_files_beside_it(api: Api) -> None:
    skill = bring(api)
    assert skill["name"] == "code-review"
    assert skill["triggerCondition"] == skill["description"]
    assert skill["content"].startswith("Read the whole change")
    assert (skill["allowedTools"], list(skill["files"])) == (["fetch_web_content"], ["checklist.md"])
    assert skill["source"] == REVIEW
    assert read(api, skill) == skill


def test_what_an_import_says_stands_in_place_of_the_source_and_outlasts_syncs(api: Api) -> None:
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
def test_a_source_may_be_named_in_several_ways(api: Api, source: dict[str, Any], name: str) -> None:
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
def test_what_cannot_be_fetched_is_a_bad_gateway_and_leaves_nothing(api: Api, source: dict[str, Any]) -> None:
    assert ok(api.post("/skills/import", {"source": source}), 502)["error"] == "Failed to fetch skill from source"
    assert ok(api.get("/skills"))["count"] == 0


def test_a_source_needs_a_url_or_a_repository(api: Api) -> None:
    assert api.post("/skills/import", {"source": {"type": "github"}}).status_code == 422
    assert api.post("/skills/import", {"source": {"type": "inline", "repo": REPO}}).status_code == 422


def test_a_new_version_comes_a_day_after_the_first_fetch(api: Api) -> None:
    skill = bring(api)
    api.mock.advance(DAY - 60)
    assert sync(api, skill)["content"] == skill["content"]
    api.mock.advance(120)
    reply = ok(api.post(f"/skills/{skill['skillId']}/sync"))
    assert reply["message"] == f"Skill synced from {REPO} at v1.1.0"
    assert "mended before the merge" in reply["skill"]["content"]
    assert read(api, skill) == reply["skill"]


def test_another_organisation_has_a_time_of_its_own(api: Api, server: Mock) -> None:
    bring(api)
    with Api(server.organisation()) as other:
        other.mock.advance(DAY)
        assert "mended" not in bring(other)["content"]


def test_a_pinned_skill_stays_at_its_version(api: Api) -> None:
    skill = bring(api, {**REVIEW, "version": "v1.0.0"})
    api.mock.advance(DAY)
    assert sync(api, skill)["content"] == skill["content"]


def test_a_pin_is_moved_by_an_update_and_a_sync(api: Api) -> None:
    skill = bring(api, {**REVIEW, "version": "v1.0.0"})
    api.mock.advance(DAY)
    moved = ok(api.put(f"/skills/{skill['skillId']}", {"source": {**REVIEW, "version": "v1.1.0"}}))["skill"]
    assert (moved["source"]["version"], moved["content"]) == ("v1.1.0", skill["content"])
    assert "mended" in sync(api, skill)["content"]


def test_an_imported_skill_lets_name_tags_and_trigger_be_changed_and_nothing_else(api: Api) -> None:
    skill = bring(api)
    own = {"name": "review", "tags": ["web"], "triggerCondition": "When asked"}
    other = {"content": "Mine.", "description": "Mine.", "files": {}, "allowedTools": [], "namespace": "mine"}
    changed = ok(api.put(f"/skills/{skill['skillId']}", own | other))["skill"]
    assert changed == skill | own | {"updatedAt": changed["updatedAt"]}


def test_local_changes_outlast_a_sync(api: Api) -> None:
    skill = bring(api)
    own = {"name": "review", "tags": ["web"], "triggerCondition": "When asked"}
    ok(api.put(f"/skills/{skill['skillId']}", own))
    api.mock.advance(DAY)
    assert own.items() <= sync(api, skill).items()


def test_an_inline_skill_has_nothing_to_sync(api: Api) -> None:
    skill = create(api)
    assert ok(api.post(f"/skills/{skill['skillId']}/sync"), 400)["skillId"] == skill["skillId"]


def test_an_inline_skill_can_be_given_a_source(api: Api) -> None:
    skill = create(api)
    ok(api.put(f"/skills/{skill['skillId']}", {"source": REVIEW}))
    assert read(api, skill)["content"] == FIELDS["content"]
    assert sync(api, skill)["content"].startswith("Read the whole change")


def test_an_imported_skill_can_be_taken_over(api: Api) -> None:
    skill = bring(api, name="review")
    path = f"/skills/{skill['skillId']}"
    ok(api.put(path, {"source": {"type": "inline"}}))
    changed = ok(api.put(path, {"content": "Mine."}))["skill"]
    assert (changed["name"], changed["content"]) == ("review", "Mine.")
    assert api.post(f"{path}/sync").status_code == 400


def test_a_skill_whose_repository_is_gone_stays_as_it_is(api: Api) -> None:
    skill = bring(api, {"type": "github", "repo": "acme/field-notes", "path": "site-visit"})
    api.mock.advance(30 * DAY)
    ok(api.post(f"/skills/{skill['skillId']}/sync"), 502)
    assert read(api, skill) == skill


def test_a_deleted_skill_is_taken_from_agents_and_bots(api: Api) -> None:
    gone, stays = create(api)["skillId"], create(api)["skillId"]
    common = {"name": "n", "systemPrompt": "p", "modelId": MODEL, "assignedSkills": [gone, stays]}
    agent = ok(api.post("/agents", {**common, "description": "d"}), 201)["agent"]["agentId"]
    bot = ok(api.post("/slack-bots", {**common, "setupType": "byo"}), 201)["bot"]["botId"]
    ok(api.delete(f"/skills/{gone}"))
    assert ok(api.get(f"/agents/{agent}"))["agent"]["assignedSkills"] == [stays]
    assert ok(api.get(f"/slack-bots/{bot}"))["bot"]["assignedSkills"] == [stays]


def test_a_collection_holds_every_folder_that_is_a_skill_and_tells_the_others(api: Api) -> None:
    made = collect(api)
    assert (made["namespace"], made["imported"], made["failed"]) == ("acme-skills", 2, 1)
    assert names(made["skills"]) == ["code-review", "release-notes"]
    assert made["errors"] == [{"path": "skills/drafts", "error": "There is no SKILL.md"}]
    assert {skill["namespace"] for skill in made["skills"]} == {"acme-skills"}
    assert made["skills"][0]["source"] == REVIEW


def test_collections_are_listed_by_namespace_with_the_names_of_their_skills(api: Api) -> None:
    create(api)
    create(api, namespace="support")
    collect(api)
    assert ok(api.get("/skills/collections"))["collections"] == [
        {"namespace": "acme-skills", "count": 2, "skills": ["code-review", "release-notes"]},
        {"namespace": "support", "count": 1, "skills": ["refunds"]},
    ]


def test_a_collection_imported_again_is_updated(api: Api) -> None:
    first = collect(api)
    api.mock.advance(DAY)
    second = collect(api)
    ids = {skill["name"]: skill["skillId"] for skill in first["skills"]}
    assert {skill["name"]: skill["skillId"] for skill in second["skills"]}["code-review"] == ids["code-review"]
    assert second["imported"] == 2
    listed = ok(api.get("/skills", namespace="acme-skills"))["skills"]
    assert sorted(names(listed)) == ["code-review", "incident-report", "release-notes"]


def test_a_skill_of_the_same_name_in_the_namespace_becomes_the_imported_one(api: Api) -> None:
    mine = create(api, name="code-review", namespace="acme-skills")
    collect(api)
    assert read(api, mine)["source"] == REVIEW
    assert read(api, mine)["content"].startswith("Read the whole change")


def test_tags_of_a_collection_are_those_of_every_skill_even_of_later_ones(api: Api) -> None:
    assert [skill["tags"] for skill in collect(api, tags=["team"])["skills"]] == [["team"], ["team"]]
    api.mock.advance(DAY)
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert [skill["tags"] for skill in synced["skills"]] == [["team"], ["team"]]


def test_tags_of_a_later_import_take_the_place_of_those_before(api: Api) -> None:
    skill = collect(api, tags=["team"])["skills"][0]
    assert [found["tags"] for found in collect(api, tags=["web"])["skills"]] == [["web"], ["web"]]
    collect(api)
    assert read(api, skill)["tags"] == ["web"]


def test_an_import_that_fails_changes_nothing_of_the_collection(api: Api) -> None:
    collect(api)
    ok(api.post("/skills/import-collection", {"namespace": "acme-skills", "source": {**FOLDER, "version": "v9"}}), 502)
    assert ok(api.post("/skills/collections/acme-skills/sync"))["synced"] == 2


def test_an_import_passes_over_what_the_document_does_not_know(api: Api) -> None:
    skill = bring(api, content="Mine.", files={})
    assert (skill["content"] == "Mine.", list(skill["files"])) == (False, ["checklist.md"])


def test_a_synced_collection_gains_what_is_new_and_keeps_what_was_removed(api: Api) -> None:
    collect(api)
    api.mock.advance(DAY)
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    counts = {key: synced[key] for key in ("synced", "created", "failed", "removedFromSource")}
    assert counts == {"synced": 1, "created": 1, "failed": 1, "removedFromSource": ["release-notes"]}
    assert names(synced["skills"]) == ["code-review", "incident-report"]
    listed = ok(api.get("/skills", namespace="acme-skills"))["skills"]
    assert sorted(names(listed)) == ["code-review", "incident-report", "release-notes"]


def test_a_pinned_collection_does_not_change(api: Api) -> None:
    collect(api, source={**FOLDER, "version": "v1.0.0"})
    api.mock.advance(DAY)
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert (synced["synced"], synced["created"], synced["removedFromSource"]) == (2, 0, [])


def test_a_sync_keeps_the_local_changes_of_a_collection(api: Api) -> None:
    skill = collect(api)["skills"][0]
    ok(api.put(f"/skills/{skill['skillId']}", {"name": "review"}))
    api.mock.advance(DAY)
    ok(api.post("/skills/collections/acme-skills/sync"))
    assert read(api, skill)["name"] == "review"
    assert "mended" in read(api, skill)["content"]


def test_a_skill_deleted_from_a_collection_comes_back_with_a_sync(api: Api) -> None:
    skill = collect(api)["skills"][0]
    ok(api.delete(f"/skills/{skill['skillId']}"))
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert (synced["synced"], synced["created"]) == (1, 1)


def test_a_collection_of_two_folders_is_synced_from_both(api: Api) -> None:
    collect(api)
    collect(api, source={"type": "github", "repo": "acme/field-notes"})
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert (synced["synced"], synced["removedFromSource"]) == (3, [])


def test_a_collection_without_sources_cannot_be_synced(api: Api) -> None:
    create(api, namespace="support")
    assert ok(api.post("/skills/collections/support/sync"), 400)["namespace"] == "support"


def test_a_collection_whose_repository_is_gone_stays_as_it_is(api: Api) -> None:
    collect(api, source={"type": "github", "repo": "acme/field-notes"})
    before = ok(api.get("/skills"))
    api.mock.advance(30 * DAY)
    assert ok(api.post("/skills/collections/acme-skills/sync"), 502)["error"] == "GitHub API error"
    assert ok(api.get("/skills")) == before


@pytest.mark.parametrize(
    "source", [{"repo": "acme/none"}, {"repo": REPO, "path": "none"}, {"repo": REPO, "version": "v9"}]
)
def test_a_folder_that_is_not_there_is_a_bad_gateway(api: Api, source: dict[str, str]) -> None:
    body = {"namespace": "acme-skills", "source": {"type": "github", **source}}
    ok(api.post("/skills/import-collection", body), 502)
    assert ok(api.get("/skills/collections")) == {"collections": []}


@pytest.mark.parametrize("namespace", ["", "a", "-a", "a-", "A1", "a_b", "a" * 65])
def test_a_namespace_that_is_none_is_refused(api: Api, namespace: str) -> None:
    body = {"namespace": namespace, "source": FOLDER}
    assert list(ok(api.post("/skills/import-collection", body), 422)["errors"]) == ["namespace"]


def test_a_deleted_collection_takes_its_skills_with_it(api: Api) -> None:
    other = create(api, namespace="support")
    skills = collect(api)["skills"]
    assert "2 skills" in ok(api.delete("/skills/collections/acme-skills"))["message"]
    assert [api.get(f"/skills/{skill['skillId']}").status_code for skill in skills] == [404, 404]
    assert names(ok(api.get("/skills"))["skills"]) == [other["name"]]
    assert ok(api.delete("/skills/collections/acme-skills"), 404)["namespace"] == "acme-skills"
    assert ok(api.post("/skills/collections/acme-skills/sync"), 404)["namespace"] == "acme-skills"


def an_agent(api: Api, *skills: dict[str, Any]) -> str:
    body = {"name": "n", "description": "d", "systemPrompt": "Be kind.", "modelId": TOOL_MODEL}
    body |= {"assignedSkills": [skill["skillId"] for skill in skills]}
    return str(ok(api.post("/agents", body), 201)["agent"]["agentId"])


def said(api: Api, agent: str, text: str) -> str:
    return str(ok(api.post(f"/agents/{agent}/chat", {"message": text}))["response"]["text"])


def test_an_agent_is_told_its_skills(api: Api) -> None:
    create(api, content="Not assigned.")
    agent = an_agent(api, create(api))
    assert "Be kind.\nWhen money is asked back: Refund within 30 days." in said(api, agent, "Hello")
    assert "Not assigned." not in said(api, agent, "Hello")


def test_a_chat_with_an_agent_is_told_its_skills_too(api: Api) -> None:
    agent = an_agent(api, create(api))
    assert "Refund within 30 days." in ok(api.chat("Hello", agentId=agent))["response"]["content"]


def test_a_skill_that_the_model_may_not_take_up_waits_to_be_asked_for(api: Api) -> None:
    agent = an_agent(api, create(api, namespace="support", disableModelInvocation=True))
    assert "Refund within" not in said(api, agent, "Hello")
    assert "Refund within 30 days." in said(api, agent, "Please /support:refunds now")

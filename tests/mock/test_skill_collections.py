"""Collections of skills: imported from a folder, synced with it, and deleted together."""

from __future__ import annotations

import pytest
from tests.mock.support.client import ApiClient, ok
from tests.mock.support.skills import DAY, FOLDER, REPO, REVIEW, bring, collect, create, names, read


def test_a_collection_holds_every_folder_that_is_a_skill_and_tells_the_others(api: ApiClient) -> None:
    made = collect(api)
    assert (made["namespace"], made["imported"], made["failed"]) == ("acme-skills", 2, 1)
    assert names(made["skills"]) == ["code-review", "release-notes"]
    assert made["errors"] == [{"path": "skills/drafts", "error": "There is no SKILL.md"}]
    assert {skill["namespace"] for skill in made["skills"]} == {"acme-skills"}
    assert made["skills"][0]["source"] == REVIEW


def test_collections_are_listed_by_namespace_with_the_names_of_their_skills(api: ApiClient) -> None:
    create(api)
    create(api, namespace="support")
    collect(api)
    assert ok(api.get("/skills/collections"))["collections"] == [
        {"namespace": "acme-skills", "count": 2, "skills": ["code-review", "release-notes"]},
        {"namespace": "support", "count": 1, "skills": ["refunds"]},
    ]


def test_a_collection_imported_again_is_updated(api: ApiClient) -> None:
    first = collect(api)
    api.mock.advance(DAY)
    second = collect(api)
    ids = {skill["name"]: skill["skillId"] for skill in first["skills"]}
    assert {skill["name"]: skill["skillId"] for skill in second["skills"]}["code-review"] == ids["code-review"]
    assert second["imported"] == 2
    listed = ok(api.get("/skills", namespace="acme-skills"))["skills"]
    assert sorted(names(listed)) == ["code-review", "incident-report", "release-notes"]


def test_a_skill_of_the_same_name_in_the_namespace_becomes_the_imported_one(api: ApiClient) -> None:
    mine = create(api, name="code-review", namespace="acme-skills")
    collect(api)
    assert read(api, mine)["source"] == REVIEW
    assert read(api, mine)["content"].startswith("Read the whole change")


def test_tags_of_a_collection_are_those_of_every_skill_even_of_later_ones(api: ApiClient) -> None:
    assert [skill["tags"] for skill in collect(api, tags=["team"])["skills"]] == [["team"], ["team"]]
    api.mock.advance(DAY)
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert [skill["tags"] for skill in synced["skills"]] == [["team"], ["team"]]


def test_tags_of_a_later_import_take_the_place_of_those_before(api: ApiClient) -> None:
    skill = collect(api, tags=["team"])["skills"][0]
    assert [found["tags"] for found in collect(api, tags=["web"])["skills"]] == [["web"], ["web"]]
    collect(api)
    assert read(api, skill)["tags"] == ["web"]


def test_an_import_that_fails_changes_nothing_of_the_collection(api: ApiClient) -> None:
    collect(api)
    ok(api.post("/skills/import-collection", {"namespace": "acme-skills", "source": {**FOLDER, "version": "v9"}}), 502)
    assert ok(api.post("/skills/collections/acme-skills/sync"))["synced"] == 2


def test_an_import_passes_over_what_the_document_does_not_know(api: ApiClient) -> None:
    skill = bring(api, content="Mine.", files={})
    assert (skill["content"] == "Mine.", list(skill["files"])) == (False, ["checklist.md"])


def test_a_synced_collection_gains_what_is_new_and_keeps_what_was_removed(api: ApiClient) -> None:
    collect(api)
    api.mock.advance(DAY)
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    counts = {key: synced[key] for key in ("synced", "created", "failed", "removedFromSource")}
    assert counts == {"synced": 1, "created": 1, "failed": 1, "removedFromSource": ["release-notes"]}
    assert names(synced["skills"]) == ["code-review", "incident-report"]
    listed = ok(api.get("/skills", namespace="acme-skills"))["skills"]
    assert sorted(names(listed)) == ["code-review", "incident-report", "release-notes"]


def test_a_pinned_collection_does_not_change(api: ApiClient) -> None:
    collect(api, source={**FOLDER, "version": "v1.0.0"})
    api.mock.advance(DAY)
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert (synced["synced"], synced["created"], synced["removedFromSource"]) == (2, 0, [])


def test_a_sync_keeps_the_local_changes_of_a_collection(api: ApiClient) -> None:
    skill = collect(api)["skills"][0]
    ok(api.put(f"/skills/{skill['skillId']}", {"name": "review"}))
    api.mock.advance(DAY)
    ok(api.post("/skills/collections/acme-skills/sync"))
    assert read(api, skill)["name"] == "review"
    assert "mended" in read(api, skill)["content"]


def test_a_skill_deleted_from_a_collection_comes_back_with_a_sync(api: ApiClient) -> None:
    skill = collect(api)["skills"][0]
    ok(api.delete(f"/skills/{skill['skillId']}"))
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert (synced["synced"], synced["created"]) == (1, 1)


def test_a_collection_of_two_folders_is_synced_from_both(api: ApiClient) -> None:
    collect(api)
    collect(api, source={"type": "github", "repo": "acme/field-notes"})
    synced = ok(api.post("/skills/collections/acme-skills/sync"))
    assert (synced["synced"], synced["removedFromSource"]) == (3, [])


def test_a_collection_without_sources_cannot_be_synced(api: ApiClient) -> None:
    create(api, namespace="support")
    assert ok(api.post("/skills/collections/support/sync"), 400)["namespace"] == "support"


def test_a_collection_whose_repository_is_gone_stays_as_it_is(api: ApiClient) -> None:
    collect(api, source={"type": "github", "repo": "acme/field-notes"})
    before = ok(api.get("/skills"))
    api.mock.advance(30 * DAY)
    assert ok(api.post("/skills/collections/acme-skills/sync"), 502)["error"] == "GitHub API error"
    assert ok(api.get("/skills")) == before


@pytest.mark.parametrize(
    "source", [{"repo": "acme/none"}, {"repo": REPO, "path": "none"}, {"repo": REPO, "version": "v9"}]
)
def test_a_folder_that_is_not_there_is_a_bad_gateway(api: ApiClient, source: dict[str, str]) -> None:
    body = {"namespace": "acme-skills", "source": {"type": "github", **source}}
    ok(api.post("/skills/import-collection", body), 502)
    assert ok(api.get("/skills/collections")) == {"collections": []}


@pytest.mark.parametrize("namespace", ["", "a", "-a", "a-", "A1", "a_b", "a" * 65])
def test_a_namespace_that_is_none_is_refused(api: ApiClient, namespace: str) -> None:
    body = {"namespace": namespace, "source": FOLDER}
    assert list(ok(api.post("/skills/import-collection", body), 422)["errors"]) == ["namespace"]


def test_a_deleted_collection_takes_its_skills_with_it(api: ApiClient) -> None:
    other = create(api, namespace="support")
    skills = collect(api)["skills"]
    assert "2 skills" in ok(api.delete("/skills/collections/acme-skills"))["message"]
    assert [api.get(f"/skills/{skill['skillId']}").status_code for skill in skills] == [404, 404]
    assert names(ok(api.get("/skills"))["skills"]) == [other["name"]]
    assert ok(api.delete("/skills/collections/acme-skills"), 404)["namespace"] == "acme-skills"
    assert ok(api.post("/skills/collections/acme-skills/sync"), 404)["namespace"] == "acme-skills"

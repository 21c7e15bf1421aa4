"""Skills under requests in any order: sources that change with time, local changes, collections, assignments."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.mock.support.client import MODEL, ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.services import skills

DAY = 86400
REPO = "acme/agent-skills"
PLACES = st.integers(0, 50)
PINS = st.sampled_from([None, "v1.0.0", "v1.1.0"])
NAMESPACES = st.sampled_from(["one", "two"])
NAMES = st.sampled_from(["mine", "code-review", "release-notes"])
LOCAL = st.fixed_dictionaries({}, optional={"name": NAMES, "tags": st.lists(st.sampled_from("abc"), max_size=2)})
# The repository: a word in the content of each skill, by version. One of its folders is not a skill.
HELD = {
    "v1.0.0": {"code-review": "each finding.", "release-notes": "only we notice."},
    "v1.1.0": {"code-review": "before the merge.", "incident-report": "blame nobody."},
}
TAGS = {"release-notes": ["writing"]}


class Skills(Machine):
    """The model: each skill with its source's content and its local changes, and the time of the first fetch."""

    def __init__(self, server: DirectMock) -> None:
        super().__init__(server)
        self.first: int | None = None
        agent = {"name": "n", "description": "d", "systemPrompt": "p", "modelId": MODEL}
        self.agent = ok(self.api.post("/agents", agent), 201)["agent"]["agentId"]
        self.assigned: list[str] = []

    def held(self, pin: str | None) -> dict[str, str] | None:
        """The content of the source now; None if it has no such version yet."""
        newest = "v1.1.0" if self.first is not None and self.now - self.first >= DAY else "v1.0.0"
        if pin == "v1.1.0" and newest == "v1.0.0":
            return None
        return HELD[pin or newest]

    def fetched(self) -> None:
        """Record a fetch: the versions of the source appear relative to the first one."""
        self.first = self.now if self.first is None else self.first

    def add(self, made: dict[str, Any], own: dict[str, Any], **model: Any) -> None:
        kept = {"namespace": None, "folder": None, "pin": None, "origin": False, "deleted": False, "changes": {}}
        self.things.append({"id": made["skillId"], "own": own, **kept, **model})

    def members(self, namespace: str) -> list[dict[str, Any]]:
        return [skill for skill in self.living() if skill["namespace"] == namespace]

    def name(self, skill: dict[str, Any]) -> str:
        return str({**skill["own"], **skill["changes"]}["name"])

    @precondition(Machine.has_room)
    @rule(name=NAMES, namespace=st.none() | NAMESPACES)
    def create(self, name: str, namespace: str | None) -> None:
        body = {"name": name, "content": "own words.", "triggerCondition": "t"}
        made = ok(self.api.post("/skills", body | ({"namespace": namespace} if namespace else {})), 201)["skill"]
        self.add(made, {"name": name, "word": "own words.", "tags": []}, namespace=namespace)

    @precondition(Machine.has_room)
    @rule(folder=st.sampled_from(["code-review", "release-notes", "drafts"]), pin=PINS, local=LOCAL)
    def bring(self, folder: str, pin: str | None, local: dict[str, Any]) -> None:
        reply = self.api.post("/skills/import", {"source": source(folder, pin), **local})
        held = self.held(pin)
        if held is None or folder not in held:
            ok(reply, 502)
            return
        made = ok(reply, 201)["skill"]
        self.fetched()
        self.add(made, says(folder, held), folder=folder, pin=pin, changes=dict(local))

    @precondition(lambda self: len(self.living()) < 6)
    @rule(namespace=NAMESPACES, pin=PINS, tags=st.none() | st.sampled_from([["team"], ["a"]]))
    def collect(self, namespace: str, pin: str | None, tags: list[str] | None) -> None:
        body: dict[str, Any] = {"namespace": namespace, "source": {"type": "github", "repo": REPO, "path": "skills"}}
        if pin:
            body["source"]["version"] = pin
        reply = self.api.post("/skills/import-collection", body | ({"tags": tags} if tags else {}))
        held = self.held(pin)
        if held is None:
            ok(reply, 502)
            return
        found = ok(reply, 201)
        self.fetched()
        assert (found["imported"], found["failed"]) == (len(held), 1)
        for skill in self.members(namespace):
            skill |= {"origin_pin": pin, "origin_tags": tags} if skill["origin"] else {}
        self.take(namespace, held, found["skills"], pin, tags)
        for skill in self.members(namespace):
            if tags and skill["folder"] in held:
                skill["changes"] |= {"tags": tags}

    @rule(namespace=NAMESPACES)
    def sync_collection(self, namespace: str) -> None:
        reply = self.api.post(f"/skills/collections/{namespace}/sync")
        members = self.members(namespace)
        if not members:
            ok(reply, 404)
            return
        if not any(skill["folder"] for skill in members):
            ok(reply, 400)
            return
        origin = next(skill for skill in members if skill["origin"])
        pin, tags = origin["origin_pin"], origin["origin_tags"]
        held = self.held(pin)
        assert held is not None, "a version that was there once stays"
        found = ok(reply)
        before = {skill["id"] for skill in members}
        self.take(namespace, held, found["skills"], pin, tags)
        now = {skill["skillId"] for skill in found["skills"]}
        assert (found["synced"], found["created"], found["failed"]) == (len(now & before), len(now - before), 1)
        lost = [self.name(skill) for skill in members if skill["origin"] and skill["id"] not in now]
        assert found["removedFromSource"] == lost

    def take(
        self, namespace: str, held: dict[str, str], shown: list[dict[str, Any]], pin: str | None, tags: Any
    ) -> None:
        """Sync the collection of the model with its source."""
        assert {skill["source"]["path"] for skill in shown} == {f"skills/{folder}" for folder in held}
        ids = {skill["source"]["path"].removeprefix("skills/"): skill["skillId"] for skill in shown}
        members = self.members(namespace)
        origin = {"origin": True, "origin_pin": pin, "origin_tags": tags}
        for folder in held:
            twins = [skill for skill in members if skill["folder"] == folder]
            twins += [skill for skill in members if self.name(skill) == folder and skill["folder"] not in held]
            model = {"folder": folder, "pin": pin, **origin, "own": says(folder, held)}
            if twins:
                assert ids[folder] == twins[0]["id"]
                twins[0].update(model)
            else:
                changes = {"tags": tags} if tags else {}
                self.add({"skillId": ids[folder]}, namespace=namespace, changes=changes, **model)

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def sync(self, place: int) -> None:
        skill = self.pick(place)
        reply = self.api.post(f"/skills/{skill['id']}/sync")
        if not self.lives(skill):
            ok(reply, 404)
        elif skill["folder"] is None:
            ok(reply, 400)
        elif skill["folder"] not in (held := self.held(skill["pin"]) or {}):
            ok(reply, 502)
        else:
            skill["own"] = says(skill["folder"], held)
            assert skill["own"]["word"] in ok(reply)["skill"]["content"]

    @precondition(Machine.has_things)
    @rule(place=PLACES, local=LOCAL, word=st.none() | st.just("other words."))
    def change(self, place: int, local: dict[str, Any], word: str | None) -> None:
        skill = self.pick(place)
        reply = self.api.put(f"/skills/{skill['id']}", local | ({"content": word} if word else {}))
        if not self.lives(skill):
            ok(reply, 404)
            return
        ok(reply)
        if skill["folder"] is not None:
            skill["changes"] |= local
        else:
            skill["own"] |= local | ({"word": word} if word else {})

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def assign(self, place: int) -> None:
        skill = self.pick(place)
        if self.lives(skill):
            self.assigned = [*dict.fromkeys([*self.assigned, skill["id"]])]
            ok(self.api.put(f"/agents/{self.agent}", {"assignedSkills": self.assigned}))

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def delete(self, place: int) -> None:
        skill = self.pick(place)
        reply = self.api.delete(f"/skills/{skill['id']}")
        ok(reply, 200 if self.lives(skill) else 404)
        skill["deleted"] = True

    @rule(namespace=NAMESPACES)
    def delete_collection(self, namespace: str) -> None:
        members = self.members(namespace)
        ok(self.api.delete(f"/skills/collections/{namespace}"), 200 if members else 404)
        for skill in members:
            skill["deleted"] = True

    @rule(seconds=st.sampled_from([1, DAY // 2, DAY]))
    def wait(self, seconds: int) -> None:
        self.move_on(seconds)

    @rule(tag=st.none() | st.sampled_from(["a", "writing", "team"]), limit=st.integers(1, 5))
    def look(self, tag: str | None, limit: int) -> None:
        tags = {skill["id"]: {**skill["own"], **skill["changes"]}["tags"] for skill in self.living()}
        expected = {own_id for own_id, found in tags.items() if tag is None or tag in found}
        found = ok(self.api.get("/skills", limit=limit, **({"tag": tag} if tag else {})))["skills"]
        assert len(found) == min(limit, len(expected))
        assert {skill["skillId"] for skill in found} <= expected

    @invariant()
    def what_is_there_is_what_was_said(self) -> None:
        for skill in self.in_reach():
            reply = self.api.get(f"/skills/{skill['id']}")
            if not self.lives(skill):
                ok(reply, 404)
                continue
            found = ok(reply)["skill"]
            said = {**skill["own"], **skill["changes"]}
            assert (found["name"], found["tags"], found.get("namespace")) == (
                said["name"],
                said["tags"],
                skill["namespace"],
            )
            assert said["word"] in found["content"]
            assert found["source"].get("version") == skill["pin"]

    @invariant()
    def collections_are_the_namespaces_of_skills(self) -> None:
        found = ok(self.api.get("/skills/collections"))["collections"]
        there = {namespace: self.members(namespace) for namespace in ("one", "two")}
        assert {one["namespace"]: sorted(one["skills"]) for one in found} == {
            namespace: sorted(map(self.name, members)) for namespace, members in there.items() if members
        }

    @invariant()
    def nobody_has_a_skill_that_is_gone(self) -> None:
        there = {skill["id"] for skill in self.living()}
        self.assigned = [own_id for own_id in self.assigned if own_id in there]
        assert ok(self.api.get(f"/agents/{self.agent}"))["agent"]["assignedSkills"] == self.assigned


def source(folder: str, pin: str | None) -> dict[str, str]:
    found = {"type": "github", "repo": REPO, "path": f"skills/{folder}"}
    return found | ({"version": pin} if pin else {})


def says(folder: str, held: dict[str, str]) -> dict[str, Any]:
    return {"name": folder, "word": held[folder], "tags": TAGS.get(folder, [])}


def test_skills_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Skills, direct)


def test_the_machine_notices_a_local_change_that_is_lost(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skills, "EDITABLE", ("name",))
    notices(Skills, direct, seed=7)


def test_the_machine_notices_an_agent_that_keeps_a_deleted_skill(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skills, "HOLDERS", ())
    notices(Skills, direct)


def test_the_machine_notices_a_name_that_makes_a_second_skill(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skills, "_matching_member", lambda *_: None)
    notices(Skills, direct)

"""Create, import and read skills."""

from __future__ import annotations

from typing import Any

from tests.mock.support.client import ApiClient, ok

DAY = 86400
REPO = "acme/agent-skills"
REVIEW = {"type": "github", "repo": REPO, "path": "skills/code-review"}
FOLDER = {"type": "github", "repo": REPO, "path": "skills"}
FIELDS = {"name": "refunds", "content": "Refund within 30 days.", "triggerCondition": "When money is asked back"}


def create(api: ApiClient, **fields: Any) -> Any:
    return ok(api.post("/skills", FIELDS | fields), 201)["skill"]


def bring(api: ApiClient, source: dict[str, Any] = REVIEW, **fields: Any) -> Any:
    return ok(api.post("/skills/import", {"source": source, **fields}), 201)["skill"]


def collect(api: ApiClient, namespace: str = "acme-skills", source: dict[str, Any] = FOLDER, **fields: Any) -> Any:
    return ok(api.post("/skills/import-collection", {"namespace": namespace, "source": source, **fields}), 201)


def read(api: ApiClient, skill: dict[str, Any]) -> Any:
    return ok(api.get(f"/skills/{skill['skillId']}"))["skill"]


def sync(api: ApiClient, skill: dict[str, Any]) -> Any:
    return ok(api.post(f"/skills/{skill['skillId']}/sync"))["skill"]


def names(skills: list[dict[str, Any]]) -> list[str]:
    return [skill["name"] for skill in skills]

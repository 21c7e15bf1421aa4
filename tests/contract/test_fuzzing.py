"""schemathesis finds nothing: over HTTP and in process, in all phases, with all checks, and without a warning.

Its runs are programs of their own (fuzz.py) that begin with the session, so that they take the other core while the
rest of the suite has this one.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import pytest

from .support.background import BackgroundRun
from .support.fuzzing import CONFIG, TRAFFIC, deleted, keep_apart, warn_of_less
from .support.raw_client import TOKEN, Call, RawClient, value_of
from .support.serving import served
from .support.spec import contract
from .support.target import Target

SEEDS = (1, 2, 3, 4, 5)
NIGHTLY = 100
FUZZED = ("in process", "http")


def count(seen: Counter[tuple[str, int]], result: dict[str, Any]) -> None:
    for operation, status, times in result["pairs"]:
        seen[operation, status] += times


def test_fuzzed_settings_do_not_reach_the_rest() -> None:
    with served(contract()) as running:
        keep_apart(running.tap)
        url = f"{running.url}/api/v3/organisations/acme/ai"
        with httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"}, base_url=url) as http:
            before = http.get("/models").json()
            rules = {"aiEnabled": False, "modelPolicy": "allowlist"}
            assert http.put("/governance", json=rules).status_code == 200
            assert http.get("/governance").json()["aiEnabled"] is False
            assert http.get("/models").json() == before != {"models": [], "count": 0}


def test_a_live_service_is_not_blamed_for_the_ids_of_examples(tmp_path: Path) -> None:
    config = tmp_path / CONFIG.name
    config.write_bytes(CONFIG.read_bytes())
    warn_of_less(config)
    warned = tomllib.loads(config.read_text(encoding="utf-8"))["warnings"]
    assert warned["fail-on"] is True
    assert "missing_auth" in warned["display"]
    assert "low_valid_rate" not in warned["display"], "it is no default"
    assert not {"missing_test_data", "base_url_mismatch"} & set(warned["display"])


def test_what_fuzzing_created_is_deleted_again_by_its_traffic(tmp_path: Path) -> None:
    with served(contract()) as running, httpx.Client() as http:
        wire = RawClient(http, f"{running.url}/api/v3/organisations/acme/ai")
        create = Call(contract().operations["tasks_create"], body={"title": "Purge the cache"})
        made = wire.send(create)
        request = {"method": made.method, "url": wire.base_url + create.target, "headers": []}
        content = {"mimeType": "application/json", "text": made.reply_body.decode()}
        response = {"status": made.status, "headers": [], "content": content}
        traffic = tmp_path / TRAFFIC
        traffic.write_text(json.dumps({"log": {"entries": [{"request": request, "response": response}]}}))
        lists = Call(contract().operations["tasks_list"])
        assert value_of(wire.send(lists))["count"] == 1
        assert deleted(traffic, RawClient(http, wire.base_url)) == []
        assert value_of(wire.send(lists))["count"] == 0


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("how", FUZZED)
def test_fuzzing_finds_nothing(runs: dict[str, BackgroundRun], seen: Counter[tuple[str, int]], how: str) -> None:
    if how not in runs:
        pytest.skip("neither in the nightly run, which has seeds of its own, nor for a live service")
    result = runs[how].result()
    count(seen, result)
    assert result["exit"] == 0, result["text"][-8000:]
    assert result["requests"] > 20 * len(contract().operations)


@pytest.mark.long
def test_fuzzing_follows_links_of_the_document(runs: dict[str, BackgroundRun]) -> None:
    if "http" not in runs:
        pytest.skip("the nightly run has seeds of its own")
    followed = {link for how in FUZZED for link in runs[how].result()["links"]}
    assert followed, "test_links.py follows every one; fuzzing has to reach some by itself"


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.live
def test_fuzzing_a_live_service_finds_nothing(request: pytest.FixtureRequest, target: Target) -> None:
    """After the other tests, not beside them: all are in the one organisation that there is."""
    option = request.config.getoption
    if not option("--live-url"):
        pytest.skip("only with BASE_URL and ORG")
    where = ["--url", option("--live-url"), "--org", option("--live-org")]
    run = BackgroundRun("fuzzing", "live", "live", *where, *(["--write"] if target.write else []), token=target.token)
    try:
        result = run.result()
    finally:
        run.stop()
    assert result["exit"] == 0, result["text"][-8000:]
    assert not result["left"], result["left"]


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("how", ["http", "in-process"])
@pytest.mark.parametrize("seed", SEEDS)
def test_fuzzing_with_many_seeds_finds_nothing(
    request: pytest.FixtureRequest, seen: Counter[tuple[str, int]], how: str, seed: int
) -> None:
    if not request.config.getoption("--nightly"):
        pytest.skip("only in the nightly run")
    run = BackgroundRun("fuzzing", how, f"nightly-{how}-{seed}", "--seed", str(seed), "--max-examples", str(NIGHTLY))
    try:
        result = run.result()
    finally:
        run.stop()
    count(seen, result)
    assert result["exit"] == 0, result["text"][-8000:]

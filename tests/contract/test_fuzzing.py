"""schemathesis finds nothing, over HTTP and in process, in all phases, with all checks and no warning.

Its runs are programs of their own (support/fuzzing.py). They start with the session, on the other core, while the rest
of the suite runs on this one.
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
from .support.fuzz_config import CONFIG, silence_unknown_ids
from .support.fuzzing import TRAFFIC, delete_recorded, divert_settings
from .support.loaded_spec import contract
from .support.mock_server import recorded_mock_server
from .support.raw_client import TOKEN, Call, RawClient, value_of
from .support.target import Target

SEEDS = (1, 2, 3, 4, 5)
NIGHTLY = 100
FUZZED = ("in process", "http")


def assert_nothing_found(result: dict[str, Any], seen: Counter[tuple[str, int]] | None = None) -> None:
    for operation, status, times in result["pairs"] if seen is not None else ():
        seen[operation, status] += times
    assert result["exit"] == 0, result["text"][-8000:]


def test_fuzzed_settings_do_not_affect_other_requests() -> None:
    with recorded_mock_server(contract()) as server:
        divert_settings(server.recorder)
        url = f"{server.url}/api/v3/organisations/acme/ai"
        with httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"}, base_url=url) as http:
            before = http.get("/models").json()
            rules = {"aiEnabled": False, "modelPolicy": "allowlist"}
            assert http.put("/governance", json=rules).status_code == 200
            assert http.get("/governance").json()["aiEnabled"] is False
            assert http.get("/models").json() == before != {"models": [], "count": 0}


def test_unknown_ids_of_examples_are_no_warning_on_a_live_service(tmp_path: Path) -> None:
    config = tmp_path / CONFIG.name
    config.write_bytes(CONFIG.read_bytes())
    silence_unknown_ids(config)
    warnings = tomllib.loads(config.read_text(encoding="utf-8"))["warnings"]
    assert warnings["fail-on"] is True
    assert "missing_auth" in warnings["display"]
    assert "low_valid_rate" not in warnings["display"], "schemathesis does not display it by default"
    assert not {"missing_test_data", "base_url_mismatch"} & set(warnings["display"])


def test_what_fuzzing_created_is_deleted_by_its_recorded_traffic(tmp_path: Path) -> None:
    with recorded_mock_server(contract()) as server, httpx.Client() as http:
        raw = RawClient(http, f"{server.url}/api/v3/organisations/acme/ai")
        create = Call(contract().operations["tasks_create"], body={"title": "Purge the cache"})
        created = raw.send(create)
        request = {"method": created.method, "url": raw.base_url + create.target, "headers": []}
        content = {"mimeType": "application/json", "text": created.reply_body.decode()}
        response = {"status": created.status, "headers": [], "content": content}
        traffic = tmp_path / TRAFFIC
        traffic.write_text(json.dumps({"log": {"entries": [{"request": request, "response": response}]}}))
        tasks = Call(contract().operations["tasks_list"])
        assert value_of(raw.send(tasks))["count"] == 1
        assert delete_recorded(traffic, RawClient(http, raw.base_url)) == []
        assert value_of(raw.send(tasks))["count"] == 0


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("how", FUZZED)
def test_fuzzing_finds_nothing(runs: dict[str, BackgroundRun], seen: Counter[tuple[str, int]], how: str) -> None:
    if how not in runs:
        pytest.skip("neither in the nightly run, which has seeds of its own, nor for a live service")
    result = runs[how].result()
    assert_nothing_found(result, seen)
    assert result["requests"] > 20 * len(contract().operations)


@pytest.mark.long
def test_fuzzing_follows_links_in_the_spec(runs: dict[str, BackgroundRun]) -> None:
    if "http" not in runs:
        pytest.skip("the nightly run has seeds of its own")
    followed = {link for how in FUZZED for link in runs[how].result()["links"]}
    assert followed, "test_links.py follows each of them; fuzzing has to reach some by itself"


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.live
def test_fuzzing_a_live_service_finds_nothing(request: pytest.FixtureRequest, target: Target) -> None:
    """Runs after the other tests and not beside them, since all of them use the same organisation."""
    option = request.config.getoption
    if not option("--live-url"):
        pytest.skip("only with BASE_URL and ORG")
    where = ["--url", option("--live-url"), "--org", option("--live-org")]
    run = BackgroundRun("fuzzing", "live", "live", *where, *(["--write"] if target.write else []), token=target.token)
    try:
        result = run.result()
    finally:
        run.stop()
    assert_nothing_found(result)
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
    assert_nothing_found(result, seen)

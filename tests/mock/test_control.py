"""The control plane, with which a test controls the server."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import fields
from typing import Any

import httpx
import pytest
from tests.mock.support.client import MODEL, ApiClient, documented, ok
from tests.mock.support.direct import DirectMock

from quant_ai_mock import Mock, MockError, running_mock
from quant_ai_mock.control.plane import CONTROL_SPEC, control_app
from quant_ai_mock.document.api import Api
from quant_ai_mock.document.loading import load
from quant_ai_mock.state.faults import Fault
from quant_ai_mock.state.scripted_replies import Script
from quant_ai_mock.state.server_state import ServerState


def test_health_says_that_all_is_well(server: Mock) -> None:
    assert httpx.get(f"{server.url}/_mock/health").json()["status"] == "ok"


def test_routes_list_every_operation_of_the_document(server: Mock) -> None:
    routes = httpx.get(f"{server.url}/_mock/routes").json()["routes"]
    assert [route["operation"] for route in routes] == documented()
    assert {"operation": "chat_send", "method": "POST", "path": "/chat", "tag": "chat"} in routes


def test_the_journal_has_the_requests_without_the_token(api: ApiClient) -> None:
    ok(api.chat("Hello"))
    api.get("/models/none")
    first, second = api.mock.requests()
    assert (first["operation"], first["status"], first["organisation"]) == ("chat_send", 200, api.mock.name)
    assert first["body"]["messages"] == [{"role": "user", "content": "Hello"}]
    assert first["headers"]["authorization"] == "Bearer …"
    assert first["request_id"] == "req-" + first["request_id"][4:]
    assert first["duration_ms"] > 0
    assert (second["operation"], second["status"]) == ("models_get", 404)


def test_the_journal_is_searched(server: Mock, api: ApiClient) -> None:
    ok(api.chat())
    api.get("/models", feature="chat")
    api.http.get("/models/none", headers={"X-Test-Id": f"t-{api.mock.name}", "X-Request-Id": "known"})
    assert [entry["operation"] for entry in api.mock.requests("models_list")] == ["models_list"]
    assert api.mock.requests("models_list")[0]["query"] == {"feature": "chat"}
    assert [entry["operation"] for entry in api.mock.requests(status=404)] == ["models_get"]
    by_test = httpx.get(f"{server.url}/_mock/requests?testId=t-{api.mock.name}").json()
    assert (by_test["total"], by_test["requests"][0]["requestId"]) == (1, "known")


def test_the_journal_is_bounded_in_entries_and_bytes() -> None:
    with closing(DirectMock()) as mock:
        organisation = mock.organisation("acme")
        with ApiClient(organisation, transport=mock.transport) as api:
            for _ in range(1010):
                api.get("/usage/none")
            assert len(organisation.requests(limit=5000)) == 1000
            for _ in range(300):
                api.post("/tasks", {"title": 1, "description": "x" * 100_000})
            bodies = sum(len(str(entry)) for entry in organisation.requests(limit=5000))
            assert bodies < 17 * 1024 * 1024


def test_one_organisations_clock_leaves_the_others_alone(server: Mock, api: ApiClient) -> None:
    other = server.organisation()
    before = other.now()
    api.mock.advance(1_000_000)
    assert api.mock.now() - other.now() > 999_000
    assert other.now() - before < 1000


def test_a_clock_freezes_advances_and_runs_on(api: ApiClient) -> None:
    api.mock.freeze(1_800_000_000)
    api.mock.advance(60)
    assert api.mock.now() == api.mock.now() == 1_800_000_060
    assert ok(api.post("/sessions", {"userId": "a"}), 201)["createdAt"] == "2027-01-15T08:01:00.000Z"
    api.mock.release()
    assert api.mock.now() > 1_800_000_060


@pytest.mark.parametrize(
    "body",
    [
        {"action": "jump"},
        {"action": "advance"},
        {"action": "advance", "seconds": "60"},
        {"action": "advance", "seconds": 1e300},
        {"action": "freeze", "at": -1},
        {"action": "freeze", "at": True},
        {},
    ],
)
def test_a_wrong_order_to_the_clock_is_refused(server: Mock, body: Any) -> None:
    assert httpx.put(f"{server.url}/_mock/clock", json=body).status_code == 422


def test_state_comes_back_from_a_snapshot(api: ApiClient) -> None:
    kept = ok(api.post("/sessions", {"userId": "kept"}), 201)["sessionId"]
    ok(api.chat())
    usage = ok(api.get("/usage"))
    api.mock.snapshot("before")
    ok(api.delete(f"/sessions/{kept}"))
    lost = ok(api.post("/sessions", {"userId": "lost"}), 201)["sessionId"]
    ok(api.chat())
    api.mock.restore("before")
    assert api.get(f"/sessions/{kept}").status_code == 200
    assert api.get(f"/sessions/{lost}").status_code == 404
    assert ok(api.get("/usage")) == usage
    assert ok(api.post("/sessions", {"userId": "again"}), 201)["sessionId"] == lost  # the counters are restored too


def test_a_snapshot_holds_bytes_and_vectors_and_leaves_other_organisations_alone(server: Mock, api: ApiClient) -> None:
    with ApiClient(server.organisation()) as other:
        mine = ok(api.post("/files", {"contentType": "text/plain", "content": "/wA="}), 201)
        api.mock.snapshot("bytes")
        ok(api.delete(f"/files/{mine['fileId']}"))
        theirs = ok(other.post("/files", {"contentType": "text/plain", "content": "eA=="}), 201)
        api.mock.restore("bytes")
        assert httpx.get(mine["url"]).content == b"\xff\x00"
        assert httpx.get(theirs["url"]).content == b"x"


def test_a_snapshot_belongs_to_its_organisation(server: Mock, api: ApiClient) -> None:
    with ApiClient(server.organisation()) as other:
        for one in (api, other):
            ok(one.post("/sessions", {"userId": "a"}), 201)
            one.mock.snapshot()
        ok(other.post("/sessions", {"userId": "b"}), 201)
        for one in (api, other):
            one.mock.restore()
            assert len(ok(one.get("/sessions"))) == 1
        api.mock.snapshot("mine")
        with pytest.raises(MockError, match="no snapshot 'mine'"):
            other.mock.restore("mine")


@pytest.mark.parametrize("name", ["tests/test_a.py::test_x[a/b]", "a//b", "?x=1#y", "..", "é ü", "%2F", "restore"])
def test_a_snapshot_may_have_any_name(api: ApiClient, name: str) -> None:
    api.mock.snapshot(name)
    ok(api.post("/sessions", {"userId": "a"}), 201)
    api.mock.restore(name)
    assert ok(api.get("/sessions")) == []


def test_an_organisation_can_take_its_part_of_a_snapshot_of_all() -> None:
    with (
        running_mock() as mock,
        ApiClient(mock.organisation("acme")) as api,
        ApiClient(mock.organisation("b")) as other,
    ):
        mock.snapshot("all")
        for one in (api, other):
            ok(one.post("/sessions", {"userId": "a"}), 201)
        api.mock.restore("all")
        assert [len(ok(one.get("/sessions"))) for one in (api, other)] == [0, 1]


def test_an_unknown_snapshot_is_named(api: ApiClient) -> None:
    with pytest.raises(MockError, match="no snapshot 'none'"):
        api.mock.restore("none")


def test_a_whole_state_travels_as_json(server: Mock, api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "a"}), 201)["sessionId"]
    place = f"{server.url}/_mock/state?organisation={api.mock.name}"
    state = httpx.get(f"{place}&full=true").json()
    assert httpx.get(place).json()["organisations"] == {api.mock.name: {"session": 1}}
    ok(api.delete(f"/sessions/{session}"))
    assert httpx.put(place, json=state).status_code == 200
    assert api.get(f"/sessions/{session}").status_code == 200
    assert httpx.put(place, json={"things": [["x"]]}).status_code in (200, 422)
    assert httpx.put(place, json={"things": [[api.mock.name, 1]]}).status_code == 422


def test_reset_forgets_one_organisation_and_no_other(server: Mock, api: ApiClient) -> None:
    with ApiClient(server.organisation()) as other:
        for one in (api, other):
            ok(one.post("/sessions", {"userId": "a"}), 201)
            one.mock.fault(503, operation="models_list", times=None)
        api.mock.advance(1000)
        api.mock.settings(dialect="docs")
        api.mock.reset()
        assert ok(api.get("/sessions")) == []
        assert api.get("/models").status_code == 200
        assert api.mock.settings()["dialect"] == "both"
        assert api.mock.now() < other.mock.now() + 500
        assert len(ok(other.get("/sessions"))) == 1
        assert other.get("/models").status_code == 503


def test_reset_forgets_everything() -> None:
    with running_mock() as mock, ApiClient(mock.organisation("acme")) as api:
        first = ok(api.post("/sessions", {"userId": "a"}), 201)["sessionId"]
        mock.reset()
        assert mock.requests() == []
        assert ok(api.get("/sessions")) == []
        assert ok(api.post("/sessions", {"userId": "a"}), 201)["sessionId"] == first  # ids start again


def test_seed_data_are_put_there_by_the_operations_own_rules(api: ApiClient) -> None:
    titan = "amazon.titan-embed-text-v2:0"
    made = api.mock.seed(
        {
            "sessions": [{"userId": "ada"}, {"userId": "bob"}],
            "agents": [{"name": "A", "description": "d", "systemPrompt": "p", "modelId": MODEL}],
            "vector-db/collections": [{"name": "c", "embeddingModel": titan}],
        }
    )
    collection = made["vector-db/collections"][0]["collection"]["collectionId"]
    api.mock.seed({f"vector-db/collections/{collection}/documents": [{"documents": [{"content": "text"}]}]})
    assert len(ok(api.get("/sessions"))) == 2
    assert ok(api.get(f"/agents/{made['agents'][0]['agent']['agentId']}"))["agent"]["name"] == "A"
    assert ok(api.get("/vector-db/collections"))["collections"][0]["documentCount"] == 1


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"nothing": [{}]}, "cannot create anything at 'nothing'"),
        ({"sessions": [{"userId": "a"}, {}]}, "The user id field is required."),
    ],
)
def test_seed_data_that_do_not_fit_are_refused_whole(api: ApiClient, data: Any, complaint: str) -> None:
    with pytest.raises(MockError, match=complaint):
        api.mock.seed(data)
    assert ok(api.get("/sessions")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"unknown": 1},
        {"dialect": "french"},
        {"tokensPerSecond": -1},
        {"tokensPerSecond": True},
        {"transitions": {"nothing": "immediate"}},
        {"transitions": {"execution": "sometimes"}},
        {"transitions": {"execution": {"speed": 1}}},
        {"transitions": {"execution": {"times": 1.5}}},
    ],
)
def test_a_setting_that_cannot_be_is_refused(api: ApiClient, changes: Any) -> None:
    with pytest.raises(MockError):
        api.mock.settings(**changes)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "nothing", 404), ("GET", "reset", 405), ("POST", "clock", 405), ("GET", "requests?limit=x", 422)],
)
def test_a_request_that_the_control_plane_does_not_know_is_refused(
    server: Mock, method: str, path: str, status: int
) -> None:
    assert httpx.request(method, f"{server.url}/_mock/{path}").status_code == status


def test_broken_json_to_the_control_plane_is_400(server: Mock) -> None:
    assert httpx.post(f"{server.url}/_mock/faults", content=b"{").status_code == 400


def test_a_control_token_is_required_if_there_is_one() -> None:
    with running_mock(control_token="secret") as mock:
        assert httpx.post(f"{mock.url}/_mock/reset").status_code == 401
        assert httpx.get(f"{mock.url}/_mock/health").status_code == 200
        right = {"Authorization": "Bearer secret"}
        assert httpx.post(f"{mock.url}/_mock/reset", headers=right).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *[(host, 200) for host in ("127.0.0.1", "[::1]:8787", "localhost:8787", "mock", "api.localhost:1")],
        *[
            (host, 403)
            for host in ("evil.example", "evil.example:8787", "127.0.0.1.evil.example", "localhost.evil.example")
        ],
    ],
)
def test_a_name_that_a_site_can_have_does_not_lead_to_the_control_plane(host: str, status: int) -> None:
    with running_mock() as mock:
        assert httpx.get(f"{mock.url}/_mock/requests", headers={"Host": host}).status_code == status
    with running_mock(control_token="secret") as mock:
        headers = {"Host": host, "Authorization": "Bearer secret"}
        assert httpx.get(f"{mock.url}/_mock/requests", headers=headers).status_code == 200


@pytest.mark.parametrize("options", [{"control_token": "secret"}, {"host": "0.0.0.0"}])
def test_a_running_mock_knows_its_own_control_token(options: Any) -> None:
    with running_mock(**options) as mock:
        assert httpx.post(f"{mock.url}/_mock/reset").status_code == 401
        mock.organisation("acme").freeze(1_800_000_000)
        mock.reset()


def test_the_control_plane_has_a_document_that_lists_every_route_and_no_other(server: Mock) -> None:
    document = httpx.get(f"{server.url}/_mock/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for path, item in document["paths"].items():
        place = server.url + path.replace("{name}", "x").replace("{number}", "1")
        methods = sorted(method.upper() for method in item if method != "parameters")
        allowed = set(httpx.patch(place).headers["allow"].split(", ")) - {"HEAD"}
        assert sorted(allowed) == methods, path
    routes = control_app(server_state(), None).routes
    assert len(routes) == len(document["paths"])


def test_the_document_of_the_api_is_served(server: Mock) -> None:
    assert httpx.get(f"{server.url}/_mock/spec.json").json()["info"]["title"] == "Quant AI API"


@pytest.mark.parametrize(("schema", "named"), [("Fault", Fault), ("Script", Script)])
def test_the_document_names_every_member_of_a_fault_and_a_script(schema: str, named: Any) -> None:
    properties = set(load(CONTROL_SPEC)["components"]["schemas"][schema]["properties"])
    assert properties == {re.sub(r"_(.)", lambda found: found[1].upper(), field.name) for field in fields(named)}


def test_the_document_names_every_setting(server: Mock) -> None:
    properties = load(CONTROL_SPEC)["components"]["schemas"]["Settings"]["properties"]
    settings = httpx.get(f"{server.url}/_mock/settings").json()
    assert set(properties) == set(settings)
    assert set(load(CONTROL_SPEC)["components"]["schemas"]["Transitions"]["properties"]) == set(settings["transitions"])


def server_state() -> ServerState:
    return ServerState(Api({"paths": {}}))


def test_numbers_of_any_size_are_taken_and_shown() -> None:
    with closing(DirectMock()) as mock:
        organisation = mock.organisation("acme")
        assert organisation.settings(tokens_per_second=10**30)["tokens_per_second"] == 10**30
        organisation.fault(operation="chat_send", latency=10**30)
        assert organisation.faults()[0]["latency"] == 10**30

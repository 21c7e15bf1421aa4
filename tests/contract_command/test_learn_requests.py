"""The requests that `make learn` sends for each open question answer it, and leave nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from tests.contract.support.loaded_spec import contract
from tests.contract.support.target import Target

from learn_tour import Tour
from quant_ai_contract.exchange import Exchange, Headers
from quant_ai_contract.open_questions import OpenQuestions

FILE = Path(__file__).resolve().parents[2] / "spec" / "open-questions.yaml"
SOURCE: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["questions"]
LISTS = ("sessions", "agents", "tasks", "vector_db", "orchestrations", "files")


class Recorded:
    """A client of a new organisation, and its exchanges. `before` may fail a request."""

    def __init__(self, target: Target) -> None:
        self.seen: list[Exchange] = []
        self.before = lambda request: None
        self.http = httpx.Client(
            base_url=f"{target.url}/api/v3/organisations/{target.new_organisation()}/ai",
            headers={"Authorization": f"Bearer {target.token}"},
            event_hooks={"request": [lambda request: self.before(request)], "response": [self._keep]},
        )

    def _keep(self, reply: httpx.Response) -> None:
        sent, reply_body = reply.request, reply.read()
        self.seen.append(
            Exchange(
                sent.method, str(sent.url), reply.status_code, Headers(sent.headers.multi_items()), sent.content,
                Headers(reply.headers.multi_items()), reply_body,
            )
        )  # fmt: skip

    def left(self) -> list[Any]:
        """What the lists of the organisation have."""
        found = []
        for operation in contract().operations.values():
            if operation.method == "GET" and operation.id.startswith(LISTS) and not operation.path_parameters:
                body = self.http.get(f"{self.http.base_url}{operation.target.lstrip('/')}").json()
                found += (
                    [one for value in [body, *body.values()] if isinstance(value, list) for one in value]
                    if isinstance(body, dict)
                    else body
                )
        return found


@pytest.fixture
def recorded(target: Target) -> Iterator[Recorded]:
    found = Recorded(target)
    with found.http:
        yield found


def test_each_question_has_requests_or_says_why_not() -> None:
    assert [one["name"] for one in SOURCE if ("requests" in one) == ("not_sent" in one)] == []


def test_the_requests_answer_their_questions_and_what_they_create_is_deleted(recorded: Recorded) -> None:
    questions = OpenQuestions(contract())
    tour, before = Tour(contract(), recorded.http, write=True), recorded.left()
    recorded.seen.clear()
    tour.run(questions.questions)
    for exchange in recorded.seen:
        organisation_path = contract().relative(exchange.path)
        assert organisation_path is not None
        questions.add(exchange, organisation_path[1])
    open_still = [one.name for one in questions.questions if one.requests and not one.answered]
    assert open_still == []
    assert tour.said == []
    assert [exchange.status for exchange in recorded.seen if exchange.method == "DELETE"]
    assert recorded.left() == before


def test_without_write_it_only_reads(recorded: Recorded) -> None:
    Tour(contract(), recorded.http, write=False).run(OpenQuestions(contract()).questions)
    assert {exchange.method for exchange in recorded.seen} == {"GET"}


def test_what_was_there_before_is_not_changed(recorded: Recorded) -> None:
    collection = {"name": "theirs", "embeddingModel": "amazon.titan-embed-text-v2:0"}
    url = f"{recorded.http.base_url}vector-db/collections"
    theirs = recorded.http.post(url, json=collection).json()["collection"]["collectionId"]

    def refuse(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.endswith("/collections"):
            raise httpx.ReadError("lost")

    recorded.seen.clear()
    recorded.before = refuse
    Tour(contract(), recorded.http, write=True).run(OpenQuestions(contract()).questions)
    assert [one.url for one in recorded.seen if theirs in one.url and one.method != "GET"] == []


@pytest.mark.parametrize("failure", [KeyboardInterrupt, httpx.ReadError])
def test_a_tour_that_is_cut_short_cleans_up(failure: type[BaseException], recorded: Recorded) -> None:
    def fail(request: httpx.Request) -> None:
        if request.url.path.endswith("/extend"):
            raise failure("stopped")

    recorded.before, before = fail, recorded.left()
    tour = Tour(contract(), recorded.http, write=True)
    try:
        tour.run(OpenQuestions(contract()).questions)
    except KeyboardInterrupt:
        assert failure is KeyboardInterrupt
    else:
        assert [line.partition("/extend")[2] for line in tour.said] == [": ReadError: stopped"]
    assert recorded.left() == before


def test_what_could_not_be_deleted_is_named(recorded: Recorded) -> None:
    def fail(request: httpx.Request) -> None:
        if request.method == "DELETE" and "/files/" in request.url.path:
            raise httpx.ReadError("lost")

    recorded.before = fail
    tour = Tour(contract(), recorded.http, write=True)
    tour.run(OpenQuestions(contract()).questions)
    assert [line for line in tour.said if line.startswith("left behind: /files/")]

"""Waiting for jobs: when to poll again, what a state means, and which errors end the wait."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quant_ai import (
    Clock,
    ConfigurationError,
    DeadlineError,
    ExecutionFailed,
    NotFoundError,
    OriginError,
    PollTimeout,
    ReplyError,
    ServerError,
    models,
)
from quant_ai.jobs.polling import MAX_FAILURES, PollSchedule, failure_text, job_id, outcome_of, poll_request
from quant_ai_client.encoding import path_segment
from quant_ai_client.operation import Operation, Request

from .support.clients import any_client, async_client
from .support.clock import FakeClock
from .support.operations import EXECUTION, GET, TO_EXECUTION, TO_GET
from .support.raw_server import Connection, answering, reply, serving

pytestmark = pytest.mark.anyio


def state(status: str, **more: Any) -> bytes:
    return reply(json.dumps({"requestId": "XkdV=", "status": status, **more}).encode())


DONE = state("complete", result={"response": {"role": "assistant", "content": "Hi"}})


async def wait(kind: str, url: str, clock: FakeClock, **how: Any) -> models.Execution:
    how = {"deadline": None, "interval": None, "on_update": None} | how
    async with any_client(kind, url, clock=clock, max_retries=0) as client:
        execution: models.Execution = await client._caller.wait(EXECUTION, TO_EXECUTION, **how)
        return execution


def test_intervals_grow_from_one_second_to_thirty_and_are_jittered() -> None:
    clock = FakeClock()
    clock.draw = 0.0
    schedule = PollSchedule(EXECUTION, TO_EXECUTION, clock, deadline=10_000)
    delays = [schedule.next_delay() for _ in range(12)]
    assert delays[:4] == [1, 1.5, 2.25, 3.375]
    assert delays[-1] == 30
    clock.draw = 1.0
    assert schedule.next_delay() == 30 * 0.75


def test_a_fixed_interval_and_a_retry_after_take_precedence() -> None:
    clock = FakeClock()
    schedule = PollSchedule(EXECUTION, TO_EXECUTION, clock, interval=2)
    assert schedule.next_delay() == 2
    assert schedule.next_delay(retry_after=17) == 17


@pytest.mark.parametrize("seconds", [0.0, 0.25, 0.9])
def test_a_short_retry_after_does_not_make_polling_faster_than_the_first_interval(seconds: float) -> None:
    assert PollSchedule(EXECUTION, TO_EXECUTION, FakeClock()).next_delay(retry_after=seconds) == 1
    assert PollSchedule(EXECUTION, TO_EXECUTION, FakeClock(), interval=5).next_delay(retry_after=seconds) == 1
    assert PollSchedule(EXECUTION, TO_EXECUTION, FakeClock(), interval=0.1).next_delay(retry_after=seconds) >= 0.1


async def test_a_retry_after_of_zero_or_of_the_past_is_no_hot_loop(kind: str, clock: FakeClock) -> None:
    body = b'{"requestId":"r","status":"running"}'
    past = "Wed, 21 Oct 2015 07:28:00 GMT"
    states = [reply(body, headers={"Retry-After": when}) for when in ("0", past)]
    refusals = [reply(status=429, headers={"Retry-After": when}) for when in ("0", past)]
    with serving(answering(*states, *refusals, DONE)) as server:
        await wait(kind, server.url, clock)
    assert min(clock.slept) >= 0.75


@pytest.mark.parametrize("argument", ["deadline", "interval"])
@pytest.mark.parametrize("value", [0, -1, float("nan"), "5", True])
async def test_times_that_make_no_sense_are_refused(kind: str, argument: str, value: Any, clock: FakeClock) -> None:
    with serving(answering(DONE)) as server:
        with pytest.raises(ConfigurationError, match=f"{argument}= must be a positive number of seconds"):
            await wait(kind, server.url, clock, **{argument: value})
        assert server.requests == []


async def test_a_wait_may_have_no_deadline(kind: str, clock: FakeClock) -> None:
    with serving(answering(*[state("running")] * 40, DONE)) as server:
        assert (await wait(kind, server.url, clock, deadline=float("inf"))).status == "complete"


@pytest.mark.parametrize(
    "word", ["cancelled", "CANCELED", "expired", "timed_out", "TIMED-OUT", "Timed out", "aborted", "Failed", "rejected"]
)
async def test_a_job_that_ended_in_a_way_that_the_spec_does_not_name_raises(
    kind: str, word: str, clock: FakeClock
) -> None:
    with serving(answering(state("running"), state(word))) as server:
        with pytest.raises(ExecutionFailed, match=f"ended with status '{word}'") as caught:
            await wait(kind, server.url, clock)
        assert len(server.requests) == 2
    assert caught.value.last_state.status == word


@pytest.mark.parametrize("word", ["COMPLETE", "Completed", "SUCCEEDED", "success", "done"])
async def test_a_job_that_succeeded_in_other_words_has_succeeded(kind: str, word: str, clock: FakeClock) -> None:
    with serving(answering(state("running"), state(word))) as server:
        assert (await wait(kind, server.url, clock)).status == word


@pytest.mark.parametrize("word", ["Waiting_Callback", "waiting-callback"])
async def test_a_job_that_waits_in_another_spelling_waits(kind: str, word: str, clock: FakeClock) -> None:
    with serving(answering(state(word))) as server:
        assert (await wait(kind, server.url, clock)).status == word


async def test_a_job_without_a_state_is_an_error_soon(kind: str, clock: FakeClock) -> None:
    stateless = reply(b'{"requestId":"XkdV="}')
    with serving(answering(*[stateless] * MAX_FAILURES, state("running"), stateless, DONE)) as server:
        assert (await wait(kind, server.url, clock)).status == "complete"
    with serving(answering(reply(b'{"requestId":"XkdV=","status":null}'))) as server:
        with pytest.raises(ReplyError, match="has no status"):
            await wait(kind, server.url, clock)
        assert len(server.requests) == MAX_FAILURES + 1


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("complete", "succeeded"),
        ("Completed", "succeeded"),
        ("succeeded", "succeeded"),
        ("failed", "failed"),
        ("timed_out", "failed"),
        ("timed-out", "failed"),
        ("Timed  Out", "failed"),
        ("waiting_callback", "waiting"),
        ("waiting callback", "waiting"),
        ("running", None),
        ("", None),
        (None, None),
        (5, None),
    ],
)
def test_a_word_for_a_state_has_one_outcome(word: Any, outcome: str | None) -> None:
    assert EXECUTION.polling is not None
    assert outcome_of(word, EXECUTION.polling) == outcome


@pytest.mark.parametrize(
    ("error", "message", "text"),
    [
        ("Too\nslow", None, "Too slow"),
        ("Too slow", "error_message", "Too slow"),
        (models.ExecutionError(error_message="Too slow"), "error_message", "Too slow"),
        (models.ExecutionError(error_message="Too slow"), None, ""),
        (models.ExecutionError(), "error_message", ""),
        (None, "error_message", ""),
        (None, None, ""),
    ],
)
def test_the_text_of_a_failure_is_found_in_each_form_of_its_error(error: Any, message: str | None, text: str) -> None:
    assert failure_text(error, message) == text


def test_only_an_operation_that_reads_a_state_can_be_polled() -> None:
    with pytest.raises(TypeError, match="things_get does not read the state of a job"):
        PollSchedule(GET, TO_GET, FakeClock())


def test_the_last_tenth_of_a_second_before_the_deadline_is_waited_for_at_once() -> None:
    clock = FakeClock()
    schedule = PollSchedule(EXECUTION, TO_EXECUTION, clock, interval=20, deadline=1)
    assert schedule.next_delay() == 0.9
    clock.now += 0.95
    assert schedule.next_delay() == pytest.approx(0.05)
    clock.now += 0.05
    with pytest.raises(PollTimeout):
        schedule.next_delay()


async def test_the_failure_count_is_reset_after_each_successful_poll(kind: str, clock: FakeClock) -> None:
    failures = [reply(status=500)] * MAX_FAILURES
    with serving(answering(*failures, state("running"), *failures, state("running"), *failures, DONE)) as server:
        assert (await wait(kind, server.url, clock)).status == "complete"


async def test_a_state_that_is_no_text_is_none(kind: str, clock: FakeClock) -> None:
    odd = answering(reply(b'{"requestId":"XkdV=","status":5}'))
    with serving(odd) as server, pytest.raises(ReplyError, match="has no status"):
        await wait(kind, server.url, clock)


def test_a_deadline_that_passes_during_the_last_poll_that_may_fail_is_the_waits_own() -> None:
    clock = FakeClock()
    schedule = PollSchedule(EXECUTION, TO_EXECUTION, clock, deadline=5)
    for _ in range(MAX_FAILURES):
        assert not schedule.is_final(models.Execution.from_dict({}))
    clock.now += 4.5
    with pytest.raises(DeadlineError):  # of the client
        schedule.handle_error(DeadlineError("GET / did not complete"))
    clock.now += 0.5
    with pytest.raises(PollTimeout, match="within 5 s, no state could be read; it continues"):
        schedule.handle_error(DeadlineError("GET / did not complete"))


async def test_a_failure_without_an_error_tells_the_state_alone(kind: str, clock: FakeClock) -> None:
    with serving(answering(state("failed"))) as server, pytest.raises(ExecutionFailed) as caught:
        await wait(kind, server.url, clock)
    assert str(caught.value) == "the job at /things/executions/XkdV%3D ended with status 'failed'"
    assert caught.value.error is None


def test_no_delay_goes_past_the_deadline() -> None:
    clock = FakeClock()
    schedule = PollSchedule(EXECUTION, TO_EXECUTION, clock, interval=20, deadline=30)
    clock.sleep(schedule.next_delay())
    clock.sleep(schedule.next_delay())
    assert 1020 < clock.now < 1030
    clock.now = 1031
    with pytest.raises(PollTimeout, match="within 30 s"):
        schedule.next_delay()


@pytest.mark.parametrize("last", ["complete", "completed"])
async def test_a_job_is_polled_until_it_has_ended(kind: str, last: str, clock: FakeClock) -> None:
    seen: list[Any] = []
    with serving(answering(state("queued"), state("running"), state("what is this"), state(last))) as server:
        execution = await wait(kind, server.url, clock, on_update=lambda state: seen.append(state.status))
        assert server.requests[0].target.endswith("/ai/things/executions/XkdV%3D")
    assert execution.status == last
    assert seen == ["queued", "running", "what is this", last]
    assert len(clock.slept) == 4


async def test_the_first_poll_comes_after_a_second(kind: str, clock: FakeClock) -> None:
    clock.draw = 0.0
    with serving(answering(DONE)) as server:
        await wait(kind, server.url, clock)
    assert clock.slept == [1]


async def test_a_job_that_waits_for_its_caller_is_returned(kind: str, clock: FakeClock) -> None:
    with serving(answering(state("running"), state("waiting_callback", callbackId="cb-1"))) as server:
        execution = await wait(kind, server.url, clock)
    assert execution.status == "waiting_callback"
    assert execution.callback_id == "cb-1"


async def test_a_failed_job_raises_with_its_error(kind: str, clock: FakeClock) -> None:
    seen: list[Any] = []
    error = {"ErrorMessage": "Too slow", "ErrorType": "Timeout"}
    script = answering(state("running"), state("failed", error=error))
    with serving(script) as server, pytest.raises(ExecutionFailed) as caught:
        await wait(kind, server.url, clock, on_update=seen.append)
    assert "Too slow" in str(caught.value)
    assert caught.value.last_state.status == "failed"
    assert caught.value.error.error_type == "Timeout"
    assert [state.status for state in seen] == ["running", "failed"]


async def test_a_deadline_raises_with_the_last_state(kind: str, clock: FakeClock) -> None:
    with serving(answering(state("running"))) as server, pytest.raises(PollTimeout) as caught:
        await wait(kind, server.url, clock, deadline=60)
    assert caught.value.last_state.status == "running"
    assert "within 60 s, last seen 'running'" in str(caught.value)
    assert isinstance(caught.value, TimeoutError)
    assert clock.now <= 1060


async def test_a_poll_that_is_not_answered_ends_with_the_wait(kind: str) -> None:
    def late(connection: Connection) -> None:
        connection.read()
        connection.server.stopping.wait(10)
        connection.send(DONE)

    with serving(late) as server, pytest.raises(PollTimeout, match="no state could be read; it continues"):
        await wait(kind, server.url, Clock(), deadline=0.3, interval=0.01)


async def test_the_spec_says_how_long_to_wait(kind: str, clock: FakeClock) -> None:
    with serving(answering(state("running"))) as server, pytest.raises(PollTimeout, match="within 900 s"):
        await wait(kind, server.url, clock)


async def test_retry_after_on_a_state_is_waited_for(kind: str, clock: FakeClock) -> None:
    slow = reply(b'{"requestId":"r","status":"running"}', headers={"Retry-After": "42"})
    with serving(answering(slow, DONE)) as server:
        await wait(kind, server.url, clock, interval=1)
    assert clock.slept == [1, 42]


async def test_temporary_errors_do_not_end_the_wait(kind: str, clock: FakeClock) -> None:
    busy = reply(status=429, headers={"Retry-After": "9"})
    with serving(answering(reply(status=500), busy, state("running"), reply(status=502), DONE)) as server:
        execution = await wait(kind, server.url, clock, interval=1)
    assert execution.status == "complete"
    assert clock.slept == [1, 1, 9, 1, 1]


async def test_a_deadline_without_a_state_reports_the_last_error(kind: str, clock: FakeClock) -> None:
    down = answering(reply(b'{"message":"Down for a minute"}', 503))
    with serving(down) as server, pytest.raises(PollTimeout, match=r"could be read: .* Down for a minute") as caught:
        await wait(kind, server.url, clock, deadline=3, interval=1)
    assert caught.value.last_state is None


async def test_errors_that_last_are_raised(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=500))) as server:
        with pytest.raises(ServerError):
            await wait(kind, server.url, clock, interval=1)
        assert len(server.requests) == MAX_FAILURES + 1


async def test_a_404_just_after_the_start_does_not_end_the_wait(kind: str, clock: FakeClock) -> None:
    with serving(answering(QUEUED, reply(status=404), reply(status=404), DONE)) as server:
        assert (await start_and_wait(kind, server.url, clock)).status == "complete"


async def test_a_job_that_stays_unknown_is_not_found(kind: str, clock: FakeClock) -> None:
    with serving(answering(QUEUED, reply(status=404))) as server, pytest.raises(NotFoundError):
        await start_and_wait(kind, server.url, clock)
    assert clock.now < 1020


async def test_an_unknown_id_is_not_found_at_once(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=404), DONE)) as server:
        with pytest.raises(NotFoundError):
            await wait(kind, server.url, clock)
        assert len(server.requests) == 1


async def test_a_job_that_has_disappeared_is_not_found_at_once(kind: str, clock: FakeClock) -> None:
    with serving(answering(state("running"), reply(status=404))) as server:
        with pytest.raises(NotFoundError):
            await wait(kind, server.url, clock, interval=1, not_found_grace=10)
        assert len(server.requests) == 2


ACCEPT: Operation[Any] = Operation("things_start", "POST", "/things", {202: dict})


def poll_of(accepted: Any) -> tuple[Operation[models.Execution], Request]:
    return EXECUTION, TO_EXECUTION


QUEUED = reply(b'{"requestId":"XkdV=","status":"queued"}', 202)


async def start_and_wait(kind: str, url: str, clock: FakeClock) -> Any:
    request = Request("/things", body={})
    async with any_client(kind, url, clock=clock) as client:
        return await (await client._caller.start(ACCEPT, request, poll_of)).wait()


async def test_a_started_job_knows_its_reply_its_id_and_how_to_wait(kind: str, clock: FakeClock) -> None:
    with serving(answering(QUEUED, state("running"), DONE)) as server:
        request = Request("/things", body={})
        async with any_client(kind, server.url, clock=clock) as client:
            job = await client._caller.start(ACCEPT, request, poll_of)
            assert (job.reply["status"], job.id) == ("queued", "XkdV=")
            assert (await job.poll()).status == "running"
            assert (await job.wait()).status == "complete"


@pytest.mark.parametrize("accepted", [b"{}", b'{"requestId":null}', b'{"requestId":"","status":"queued"}'])
async def test_a_job_that_is_accepted_without_an_id_is_an_error_with_the_reply(
    kind: str, accepted: bytes, clock: FakeClock
) -> None:
    with serving(answering(reply(accepted, 202))) as server:
        async with any_client(kind, server.url, clock=clock) as client:
            with pytest.raises(ReplyError, match="answered 202 with a job, but without the id") as caught:
                await client.chat.start(model_id="m", messages=[])
        assert len(server.requests) == 1
    assert caught.value.content == accepted


@pytest.mark.parametrize("id", ["XkdV=", "a/b c", "exec_12", "ü%41"])
def test_an_id_is_read_from_the_path_as_it_was_written(id: str) -> None:
    operation = EXECUTION._replace(path="/things/{id}/state")
    assert job_id(operation, Request(f"/things/{path_segment(id, 'id')}/state")) == id


OF_TWO = EXECUTION._replace(path="/a/{x}/b/{id}/state", base="/..")


@pytest.mark.parametrize(
    ("given", "resolved", "path"),
    [
        ("7", None, "/a/1/b/7/state"),
        ("/api/a/1/b/8/state", "/a/1/b/8/state", "/a/1/b/8/state"),
        ("https://x/a/1/b/8/state", "/a/1/b/8/state", "/a/1/b/8/state"),
        ("arn:model/8", "/arn:model/8", "/a/1/b/arn%3Amodel%2F8/state"),
    ],
)
def test_a_job_is_polled_by_its_id_or_by_the_url_from_the_reply(given: str, resolved: str | None, path: str) -> None:
    request = Request(f"/a/1/b/{path_segment(given, 'id')}/state")
    asked: list[tuple[str, str]] = []

    def resolve(link: str, base: str) -> str:
        asked.append((link, base))
        assert resolved is not None
        return resolved

    assert poll_request(OF_TWO, request, resolve) == Request(path)
    assert asked == ([(given, "/..")] if resolved else [])


@pytest.mark.parametrize("resolved", ["/a/2/b/8/state", "/a/1/b/8", "/a/1/b/8/9/state", "/a/1/b/8?c/state", "/other"])
@pytest.mark.parametrize("given", ["/a/b", "https://x/a"])
def test_a_url_of_another_operation_is_not_polled(given: str, resolved: str) -> None:
    request = Request(f"/a/1/b/{path_segment(given, 'id')}/state")
    with pytest.raises(OriginError, match=f"not a URL to poll at /a/{{x}}/b/{{id}}/state: {given}") as caught:
        poll_request(OF_TWO, request, lambda *_: resolved)
    assert caught.value.url == given


def test_a_path_of_another_operation_has_no_id() -> None:
    assert job_id(OF_TWO, Request("/a/1/b/7")) == ""


def test_an_unknown_job_is_an_error_unless_it_was_just_accepted() -> None:
    clock = FakeClock()
    missing = NotFoundError("none", status_code=404)
    with pytest.raises(NotFoundError):
        PollSchedule(EXECUTION, TO_EXECUTION, clock).handle_error(missing)
    schedule = PollSchedule(EXECUTION, TO_EXECUTION, clock, not_found_grace=5)
    clock.now += 4.5
    assert schedule.handle_error(missing) is None
    clock.now += 0.5
    with pytest.raises(NotFoundError):
        schedule.handle_error(missing)


async def test_cancelling_a_wait_is_clean() -> None:
    import anyio

    with serving(answering(state("running"))) as server:
        async with async_client(server.url) as client:
            with anyio.move_on_after(0.05) as scope:
                await client._caller.wait(EXECUTION, TO_EXECUTION)
            assert scope.cancelled_caught
            assert (await client._caller.call(EXECUTION, TO_EXECUTION)).status == "running"

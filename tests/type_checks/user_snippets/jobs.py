"""Jobs and tools, as type checkers see what users write; see the package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quant_ai import AsyncJob, AsyncQuantAI, Job, QuantAI, Run, Tool, ToolCall, models
from quant_ai.models import Execution, MessageParam

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


# Jobs


def job_that_is_stored(client: QuantAI) -> Execution:
    """What start() returns is the exported class."""
    job: Job[models.QueuedExecution, Execution] = client.chat.start(model_id=MODEL, messages=[HELLO])
    again: Job[None, Execution] = client.chat.job(job.id)
    return job.wait(deadline=60, on_update=lambda execution: print(execution.status))


async def async_job(client: AsyncQuantAI) -> Execution:
    """The same in async code."""
    job: AsyncJob[models.QueuedExecution, Execution] = await client.chat.start(model_id=MODEL, messages=[HELLO])
    wrong: Execution = job.wait()  # error: not awaited
    return await job.wait()


def result_of_a_job(done: Execution) -> str:
    """A result is there only when the job has ended."""
    if done.result is None:
        return "none"
    return done.result.response.content


def other_reply(client: QuantAI) -> None:
    """The reply that accepts a job has no answer."""
    client.chat.start(model_id=MODEL, messages=[HELLO]).reply.response  # error: no attribute


# Tools


@dataclass
class Place:
    """A place."""

    city: str


def get_weather(place: Place, unit: Literal["c", "f"] = "c") -> dict[str, object]:
    """Get the weather."""
    return {"city": place.city, "unit": unit}


def tools(client: QuantAI) -> None:
    """Functions as tools."""
    run: Run = client.chat.run(
        model_id=MODEL, messages=[HELLO], tools=[get_weather, Tool(get_weather, name="w")], via="stream", on_text=print
    )
    calls: Sequence[ToolCall] = run.calls
    text: str = run.text


def wrong_way(client: QuantAI) -> None:
    """The ways of a run are known."""
    client.chat.run(model_id=MODEL, messages=[HELLO], tools=[], via="letter")  # error: no such way

"""The argument `into` of methods that read the reply into a type of the caller."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final, TypeVar

from quant_ai_client.jobs import AsyncJob, Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..parsing.reply_format import ReplyFormat

F = TypeVar("F", bound="Callable[..., Any]")

_ENTRY: Final = """\
Args:
            into: A type to read the reply into, such as a dataclass, instead of passing `response_format`; see
                `parse`. What this method leads to has the value as `parsed`.
"""


def takes_into(method: Callable[..., Any]) -> Callable[[F], F]:
    """Give a method that also takes `into` the name, documentation and signature of the generated one."""

    def decorate(function: F) -> F:
        signature = inspect.signature(method)
        into = inspect.Parameter("into", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Any)
        documented: Any = function
        documented.__annotations__ = {**method.__annotations__, "into": Any}
        documented.__signature__ = signature.replace(parameters=[*signature.parameters.values(), into])
        documented.__module__ = method.__module__
        documented.__doc__ = (method.__doc__ or "").replace("Args:\n", _ENTRY, 1)
        return function

    return decorate


def parsed_job(job: Job[Any, Any], expected: ReplyFormat[Any]) -> Job[Any, Any]:
    """A job whose states have the value that its execution ends with."""

    def poll() -> Any:
        return expected.execution(job.poll())

    def wait(*, on_update: Callable[[Any], object] | None = None, **arguments: Any) -> Any:
        state = job.wait(**arguments, on_update=_on_parsed(on_update, expected))
        return expected.final(state)

    return Job(job.reply, job.id, poll, wait)


def parsed_job_async(job: AsyncJob[Any, Any], expected: ReplyFormat[Any]) -> AsyncJob[Any, Any]:
    """A job whose states have the value that its execution ends with."""

    async def poll() -> Any:
        return expected.execution(await job.poll())

    async def wait(*, on_update: Callable[[Any], object] | None = None, **arguments: Any) -> Any:
        state = await job.wait(**arguments, on_update=_on_parsed(on_update, expected))
        return expected.final(state)

    return AsyncJob(job.reply, job.id, poll, wait)


def _on_parsed(on_update: Callable[[Any], object] | None, expected: ReplyFormat[Any]) -> Any:
    return None if on_update is None else lambda state: on_update(expected.execution(state))

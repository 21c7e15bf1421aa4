"""The jobs that methods of the facade return: work that goes on after the reply.

Nothing here does I/O: the caller passes functions that poll.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NoReturn, Self, TypeVar

T = TypeVar("T")
"""The state of the job, with its result."""
Q_co = TypeVar("Q_co", covariant=True)
"""The reply that accepted the job."""


class _JobContents(Generic[Q_co, T]):
    """What sync and async jobs share."""

    def __init__(self, reply: Q_co, id: str) -> None:
        self._reply, self._id = reply, id

    @property
    def reply(self) -> Q_co:
        """The reply that accepted the job."""
        return self._reply

    @property
    def id(self) -> str:
        """The job's id, which is valid in other processes too."""
        return self._id

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} polls with its client and cannot be pickled; its id is enough in another process")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._id!r})"


class Job(_JobContents[Q_co, T]):
    """A job that the service has accepted and is working on.

    Another process can wait for the same job by its `id`: `client.chat.wait_for_execution(id)`.

    Args:
        reply: The reply that accepted it.
        id: Its id.
        poll: Reads its state once.
        wait: Polls until it has ended; takes the arguments of `wait`.
    """

    def __init__(self, reply: Q_co, id: str, poll: Callable[[], T], wait: Callable[..., T]) -> None:
        super().__init__(reply, id)
        self._poll, self._wait = poll, wait

    def poll(self) -> T:
        """Read the job's state once."""
        return self._poll()

    def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
    ) -> T:
        """Poll until the job has ended or waits for its caller.

        The first poll comes after 1 s, later ones at growing, jittered intervals up to 30 s, unless the spec gives
        other intervals for this kind of job. A Retry-After of the service takes precedence, but makes polling no
        faster than the first interval. Temporary errors do not end the wait.

        Args:
            deadline: Seconds after which to give up, counted from this call; `math.inf` for never. The spec's
                suggestion by default.
            interval: Seconds between polls, instead of growing intervals.
            on_update: Called with every state that is read, including the last one.

        Returns:
            The job in its last state, with its result. This includes a chat execution that waits for the results of
            tools: it continues only after `chat.submit_callback`, which `chat.run` calls for you.

        Raises:
            PollTimeout: The deadline passed; carries the last state. The job continues, and you can wait for it again.
            ExecutionFailed: The job failed, or ended in another way such as "cancelled"; carries the service's error.
        """
        return self._wait(deadline=deadline, interval=interval, on_update=on_update)


class AsyncJob(_JobContents[Q_co, T]):
    """A job that the service has accepted and is working on.

    Another process can wait for the same job by its `id`: `await client.chat.wait_for_execution(id)`.

    Args:
        reply: The reply that accepted it.
        id: Its id.
        poll: Reads its state once.
        wait: Polls until it has ended; takes the arguments of `wait`.
    """

    def __init__(
        self, reply: Q_co, id: str, poll: Callable[[], Awaitable[T]], wait: Callable[..., Awaitable[T]]
    ) -> None:
        super().__init__(reply, id)
        self._poll, self._wait = poll, wait

    async def poll(self) -> T:
        """Read the job's state once."""
        return await self._poll()

    async def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
    ) -> T:
        """Poll until the job has ended or waits for its caller.

        The first poll comes after 1 s, later ones at growing, jittered intervals up to 30 s, unless the spec gives
        other intervals for this kind of job. A Retry-After of the service takes precedence, but makes polling no
        faster than the first interval. Temporary errors do not end the wait.

        Args:
            deadline: Seconds after which to give up, counted from this call; `math.inf` for never. The spec's
                suggestion by default.
            interval: Seconds between polls, instead of growing intervals.
            on_update: Called with every state that is read, including the last one.

        Returns:
            The job in its last state, with its result. This includes a chat execution that waits for the results of
            tools: it continues only after `chat.submit_callback`, which `chat.run` calls for you.

        Raises:
            PollTimeout: The deadline passed; carries the last state. The job continues, and you can wait for it again.
            ExecutionFailed: The job failed, or ended in another way such as "cancelled"; carries the service's error.
        """
        return await self._wait(deadline=deadline, interval=interval, on_update=on_update)

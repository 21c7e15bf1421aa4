"""Send calls, sync and async.

Written by hand for both, because they end overdue calls in different ways: the sync one by timeouts of its connections
and a check between chunks, the async one by cancelling itself.

An exception of httpx holds the request, and with it the token. So a failed call raises its own error after the block
that handles httpx's, which is therefore not its `__context__`.
"""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from ..clock import SYSTEM_CLOCK
from ..errors import ReplyError
from .attempts import Attempts
from .bodies import BodyDecoder, BodyError, BodyTooLargeError
from .interrupts import shut_down_response, step_ends_by
from .libraries import http_failures

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

    import httpx

    from quant_ai_client.operation import Operation, Request

    from .endpoint import Endpoint
    from .http_client import HttpClient
    from .options import CallOptions
    from .replies import HttpReply


def body_chunks(attempts: Attempts, response: httpx.Response) -> Iterator[bytes]:
    """The decoded body of a response, in the chunks in which it arrives.

    Raises:
        ReplyError: It is in an encoding that was not requested.
    """
    if response.is_stream_consumed:  # a hook of the user's client has read it, or there is no connection
        return iter((response.content,))
    decoder = attempts.decoder(response, whole=False)
    chunks: Iterator[bytes] = iter(cast("Iterable[bytes]", response.stream))
    return _decoded(chunks, decoder, attempts, response) if decoder.is_encoded else chunks


def body_chunks_async(attempts: Attempts, response: httpx.Response) -> AsyncIterator[bytes]:
    """The decoded body of a response of the async client; see `body_chunks`."""
    if response.is_stream_consumed:
        return _one_chunk(response.content)
    try:
        decoder = attempts.decoder(response, whole=False)
    except ReplyError as error:
        return _failing(error)
    chunks: AsyncIterator[bytes] = aiter(cast("AsyncIterable[bytes]", response.stream))
    return _decoded_async(chunks, decoder, attempts, response) if decoder.is_encoded else chunks


def _decoded(
    chunks: Iterator[bytes], decoder: BodyDecoder, attempts: Attempts, response: httpx.Response
) -> Iterator[bytes]:
    try:
        for chunk in chunks:
            yield from decoder.feed(chunk)
    except BodyError as error:
        raise attempts.body_error(response, error) from None


async def _decoded_async(
    chunks: AsyncIterator[bytes], decoder: BodyDecoder, attempts: Attempts, response: httpx.Response
) -> AsyncIterator[bytes]:
    try:
        async for chunk in chunks:
            for piece in decoder.feed(chunk):
                yield piece
    except BodyError as error:
        raise attempts.body_error(response, error) from None


async def _failing(error: Exception) -> AsyncIterator[bytes]:
    raise error
    yield


async def _one_chunk(content: bytes) -> AsyncIterator[bytes]:
    yield content


class Transport:
    """Sends calls, and sleeps between attempts, in the calling thread."""

    def __init__(self, endpoint: Endpoint, options: CallOptions, client: HttpClient) -> None:
        self.endpoint, self.options, self.client = endpoint, options, client

    def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> HttpReply:
        """Send a call and read its reply, whatever its status.

        Args:
            operation: The operation to call.
            request: The parts of the request.
            deadline: Seconds for the whole call, if that is less than the client's own deadline.
        """
        attempts = Attempts(self.endpoint, self.options, operation, request, deadline=deadline)
        with self.client.running() as attempts.interrupt:
            while True:
                response = self._open(attempts)
                try:
                    return self._read(attempts, response)
                except http_failures() as error:
                    failure = error
                self._sleep(attempts, attempts.handle_failure(failure))

    def open(self, operation: Operation[Any], request: Request) -> tuple[Attempts, httpx.Response]:
        """Send a call whose response is to be read while it arrives."""
        attempts = Attempts(self.endpoint, self.options, operation, request, streamed=True)
        with self.client.running() as attempts.interrupt:
            return attempts, self._open(attempts)

    def read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        """Read the whole of an open response, such as the body of an error."""
        attempts.limit_body()
        with self.client.running() as attempts.interrupt:
            try:
                return self._read(attempts, response)
            except http_failures() as error:
                failure = error
        attempts.check_time(response)
        raise attempts.wrap_error(failure)

    def _open(self, attempts: Attempts) -> httpx.Response:
        while True:
            request = attempts.next_request()
            try:
                response = self.client.send(request)
            except http_failures() as error:
                failure = error
            else:
                try:
                    delay = attempts.check_response(response)
                except BaseException:
                    response.close()
                    raise
                if delay is None:
                    return response
                response.close()
                self._sleep(attempts, delay)
                continue
            self._sleep(attempts, attempts.handle_failure(failure))

    def _sleep(self, attempts: Attempts, seconds: float) -> None:
        clock = self.options.clock
        if clock is SYSTEM_CLOCK and attempts.interrupt is not None:
            attempts.interrupt.sleep(seconds)
        else:
            clock.sleep(seconds)

    def _read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        body = BytesIO()  # joining a list of pieces would need the memory of the body twice
        step_ends_by(partial(shut_down_response, response))
        try:
            decoder = attempts.decoder(response)
            if response.is_stream_consumed:  # a hook of the user's client has read it, or there is no connection
                body = BytesIO(decoder.take_decoded(response.content))
            else:
                for chunk in response.stream:  # type: ignore[union-attr]
                    for piece in decoder.feed(chunk):
                        body.write(piece)
                        attempts.check_time(response)
                attempts.check_interrupt()  # otherwise it looks like the end of a body without a length
                decoder.end()
                self.client.end(response)
        except (BodyError, BodyTooLargeError) as error:
            raise attempts.body_error(response, error) from None
        finally:
            response.close()
        return attempts.reply(response, body.getvalue())


class AsyncTransport:
    """Sends calls, and sleeps between attempts, in the calling task."""

    def __init__(self, endpoint: Endpoint, options: CallOptions, client: HttpClient) -> None:
        self.endpoint, self.options, self.client = endpoint, options, client

    async def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> HttpReply:
        """Send a call and read its reply, whatever its status; see `Transport.send`."""
        from anyio import move_on_after

        attempts = Attempts(self.endpoint, self.options, operation, request, deadline=deadline)
        attempts.interrupt = self.client.closing
        with move_on_after(attempts.time_left()):
            while True:
                response = await self._open(attempts)
                try:
                    return await self._read(attempts, response)
                except http_failures() as error:
                    failure = error
                await self.options.clock.sleep_async(attempts.handle_failure(failure))
        attempts.raise_deadline()
        return None

    async def open(self, operation: Operation[Any], request: Request) -> tuple[Attempts, httpx.Response]:
        """Send a call whose response is to be read while it arrives."""
        attempts = Attempts(self.endpoint, self.options, operation, request, streamed=True)
        attempts.interrupt = self.client.closing
        return attempts, await self._open(attempts)

    async def read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        """Read the whole of an open response, such as the body of an error."""
        from anyio import move_on_after

        attempts.limit_body()
        failure: Exception | None = None
        with move_on_after(attempts.attempt_left()):
            try:
                return await self._read(attempts, response)
            except http_failures() as error:
                failure = error
        attempts.check_time(response)
        raise attempts.wrap_error(failure) if failure else attempts.opening_error(response.status_code)

    async def _open(self, attempts: Attempts) -> httpx.Response:
        while True:
            request = attempts.next_request()
            try:
                response = await self._send(attempts, request)
            except http_failures() as error:
                failure = error
            else:
                try:
                    delay = attempts.check_response(response)
                except BaseException:
                    await response.aclose()
                    raise
                if delay is None:
                    return response
                await response.aclose()
                await self.options.clock.sleep_async(delay)
                continue
            await self.options.clock.sleep_async(attempts.handle_failure(failure))

    async def _send(self, attempts: Attempts, request: httpx.Request) -> httpx.Response:
        if not attempts.streamed:  # the whole call has a deadline
            return await self.client.send_async(request)
        from anyio import move_on_after

        with move_on_after(attempts.attempt_left()):
            return await self.client.send_async(request)
        if attempts.time_left() <= 0:
            attempts.raise_deadline()
        raise attempts.opening_error()

    async def _read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        from anyio.lowlevel import checkpoint

        body = BytesIO()  # joining a list of pieces would need the memory of the body twice
        try:
            decoder = attempts.decoder(response)
            if response.is_stream_consumed:  # a hook of the user's client has read it, or there is no connection
                body = BytesIO(decoder.take_decoded(response.content))
            else:
                async for chunk in response.stream:  # type: ignore[union-attr]
                    for number, piece in enumerate(decoder.feed(chunk)):
                        body.write(piece)
                        if number:  # a few bytes can become many: let other tasks run, and check the deadline
                            await checkpoint()
                decoder.end()
                await self.client.end_async(response)
        except (BodyError, BodyTooLargeError) as error:
            raise attempts.body_error(response, error) from None
        finally:
            await response.aclose()
        return attempts.reply(response, body.getvalue())

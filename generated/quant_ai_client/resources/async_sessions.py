# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.json_object import JsonObjectParam
    from ..models.session import Session
    from ..models.session_created import SessionCreated
    from ..models.session_deleted import SessionDeleted
    from ..models.session_extended import SessionExtended
    from ..models.session_list import SessionList
    from ..models.session_message import SessionMessage, SessionMessageParam
    from ..models.session_status import SessionStatus
    from ..models.session_summary import SessionSummary
    from ..models.session_turn import SessionTurn, SessionTurnParam
    from ..models.session_updated import SessionUpdated
    from ..protocol import AsyncCaller, AsyncPage
    from ..types import Unset


class AsyncSessions:
    """Conversations that the service remembers. Pass a session's id with each chat request and send only what
    is new. Sessions expire on their own.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        user_id: str | Unset = UNSET,
        session_group: str | Unset = UNSET,
        model: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
    ) -> AsyncPage[SessionSummary, SessionList]:
        """List sessions.

        Lists the active sessions of the organisation; completed and expired ones are left out. Filters combine:
        a session is listed if it fits all that are given.

        The reply is a bare array without a total. Ask for the next page with `offset` raised by the number of
        sessions received; a page shorter than `limit` is the last.

        Args:
            user_id (str): Only sessions that were created for this user.
            session_group (str): Only sessions of this group.
            model (str): Only sessions held with this model, by its full id.
            limit (int): Greatest number of sessions in the reply. 1 to 100. Server default: 50.
            offset (int): How many sessions to skip before the first one of the reply. Server default: 0.

        Returns:
            One page of active sessions; an empty array where none fits.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.sessions.list()
        """
        from ..api.sessions import sessions_list as _operation

        request = _operation.request(
            user_id=user_id, session_group=session_group, model=model, limit=limit, offset=offset
        )
        return await self._caller.page(_operation.OPERATION, request, _operation.items)

    async def create(
        self,
        *,
        user_id: str,
        session_group: str | Unset = UNSET,
        metadata: JsonObjectParam | Unset = UNSET,
        expiration_minutes: int | Unset = UNSET,
        initial_messages: Sequence[SessionMessage | SessionMessageParam] | Unset = UNSET,
    ) -> SessionCreated:
        """Create a session.

        Opens a conversation whose history the service keeps. Pass the returned `sessionId` to a chat call and
        send only the newest message: the earlier ones are loaded from the session.

        A session expires 60 minutes after its creation unless `expirationMinutes` says otherwise (at most 24
        hours); extend it to keep it longer. Each call opens a session of its own, even with the same body.

        Args:
            user_id (str): Your own id of the user who holds the conversation. It is a label to find sessions
                by, not a permission: every token of the organisation with access to AI can read the session.
            session_group (str): A label of your choice that several sessions share, such as the name of an
                application.
            metadata (JsonObjectParam): Any data of your own to keep with the session; the service does not read
                it.
            expiration_minutes (int): Minutes until the session expires, from 5 to 1440 (24 hours). Server
                default: 60.
            initial_messages (Sequence[SessionMessage | SessionMessageParam]): Messages to start the history
                with, oldest first.

        Returns:
            The session is open.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.sessions.create(user_id="user-4711")
        """
        from ..api.sessions import sessions_create as _operation

        body = {
            "userId": user_id,
            "sessionGroup": session_group,
            "metadata": metadata,
            "expirationMinutes": expiration_minutes,
            "initialMessages": initial_messages,
        }
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, session_id: str) -> Session:
        """Get a session.

        Reads one session with all its messages, oldest first. An expired session is gone, as if it had been
        deleted (404).

        Args:
            session_id (str): Id of the session, as returned when it was created.

        Returns:
            The session with its messages.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.sessions.get("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
        """
        from ..api.sessions import sessions_get as _operation

        request = _operation.request(session_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def update(
        self,
        session_id: str,
        *,
        new_messages: Sequence[SessionTurn | SessionTurnParam] | Unset = UNSET,
        tokens_used: int | Unset = UNSET,
        status: SessionStatus | Unset = UNSET,
        metadata: JsonObjectParam | Unset = UNSET,
    ) -> SessionUpdated:
        """Update a session.

        Changes what the body names and leaves the rest as it is. Use it to append messages that were exchanged
        outside the session, to add to the count of tokens, or to mark the session as completed.

        `newMessages` are appended, never merged: sending the same body again appends them again. Chat calls
        that carry the `sessionId` append their messages themselves.

        Args:
            session_id (str): Id of the session, as returned when it was created.
            new_messages (Sequence[SessionTurn | SessionTurnParam]): Messages to append to the history, oldest
                first.
            tokens_used (int): Tokens that the new messages took, for the session's total.
            status (SessionStatus): State of a session. Known values: "active", "completed".
            metadata (JsonObjectParam): Data of your own to keep with the session. Whether it replaces or adds
                to what is there is not documented.

        Returns:
            The session after the change.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.sessions.update(
                "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11",
                new_messages=[
                    {"role": "user", "content": "When do you open on Saturdays?"},
                    {
                        "role": "assistant",
                        "content": "The Hobart office opens at 9 am on Saturdays.",
                    },
                ],
                tokens_used=61,
            )
        """
        from ..api.sessions import sessions_update as _operation

        body = {"newMessages": new_messages, "tokensUsed": tokens_used, "status": status, "metadata": metadata}
        request = _operation.request(session_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete(self, session_id: str) -> SessionDeleted:
        """Delete a session.

        Deletes the session and its messages at once and for good, without waiting for the expiry. Deleting it a
        second time answers 404.

        Args:
            session_id (str): Id of the session, as returned when it was created.

        Returns:
            The session is gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.sessions.delete("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
        """
        from ..api.sessions import sessions_delete as _operation

        request = _operation.request(session_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def extend(self, session_id: str, *, additional_minutes: int | Unset = UNSET) -> SessionExtended:
        """Extend a session.

        Moves the expiry of an active session: the minutes are added to its present expiry, not to the time of
        the call, so that two calls add twice. Without a body 60 minutes are added.

        Only an active session can be extended: an expired or completed one answers 404.

        Args:
            session_id (str): Id of the session, as returned when it was created.
            additional_minutes (int): Minutes to add to the present expiry, from 1 to 1440 (24 hours) per call.
                Server default: 60.

        Returns:
            The session lives until the returned `expiresAt`.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.sessions.extend("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
        """
        from ..api.sessions import sessions_extend as _operation

        body = {"additionalMinutes": additional_minutes}
        request = _operation.request(session_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

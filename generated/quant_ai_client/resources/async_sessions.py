# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..pages import AsyncPaginator
from ..protocol import AsyncCaller


class AsyncSessions:
    """Conversations whose history the service keeps. Pass a session's id with each chat request and send only
    the new messages. Sessions expire automatically.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        user_id: str | None = None,
        session_group: str | None = None,
        model: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncPaginator[models.SessionSummary, models.SessionList]:
        """List sessions.

        Lists the active sessions of the organisation; completed and expired ones are left out. All filters must
        match.

        The reply is a plain array without a total. For the next page, increase `offset` by the number of
        sessions received; a page with fewer than `limit` sessions is the last one.

        Args:
            user_id (str): Only sessions created for this user.
            session_group (str): Only sessions in this group.
            model (str): Only sessions with this model, by its full id.
            limit (int): Maximum number of sessions to return. 1 to 100. Server default: 50.
            offset (int): Number of sessions to skip. Server default: 0.

        Returns:
            One page of active sessions; an empty array if none match.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            async for item in client.sessions.list():
                print(item)
        """
        from ..api.sessions import sessions_list as _operation

        _request = _operation.request(
            user_id=user_id, session_group=session_group, model=model, limit=limit, offset=offset
        )
        return self._caller.page(_operation.OPERATION, _request, _operation.items)

    async def create(
        self,
        *,
        user_id: str,
        session_group: str | None = None,
        metadata: models.JsonObjectParam | None = None,
        expiration_minutes: int | None = None,
        initial_messages: Sequence[models.SessionMessage | models.SessionMessageParam | models.AssistantMessage]
        | None = None,
    ) -> models.SessionCreated:
        """Create a session.

        Creates a conversation whose history the service keeps. Pass the returned `session_id` to chat requests
        and send only the new message: earlier ones are loaded from the session.

        A session expires after 60 minutes unless you set `expiration_minutes` (at most 24 hours); extend it to
        keep it longer. Every request creates a new session, even with the same body.

        Args:
            user_id (str): Your own id of the user. It is a label for finding sessions, not a permission: every
                token of the organisation with access to AI can read the session.
            session_group (str): A label shared by several sessions, such as the name of an application.
            metadata (JsonObjectParam): Custom metadata to keep with the session; the service does not use it.
            expiration_minutes (int): Minutes until the session expires, from 5 to 1440 (24 hours). Server
                default: 60.
            initial_messages (Sequence[SessionMessage | SessionMessageParam | AssistantMessage]): Messages at
                the start of the history, oldest first.

        Returns:
            The session was created.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.sessions.create(user_id="user-4711")
        """
        from ..api.sessions import sessions_create as _operation

        _body = {
            "userId": user_id,
            **_encoding.given(
                {
                    "sessionGroup": session_group,
                    "metadata": metadata,
                    "expirationMinutes": expiration_minutes,
                    "initialMessages": initial_messages,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get(self, session_id: str) -> models.Session:
        """Get a session.

        Returns a session with all its messages, oldest first. An expired session raises `NotFoundError`, like a
        deleted one.

        Args:
            session_id (str): Id of the session, returned when it was created.

        Returns:
            The session with its messages.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.sessions.get("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
        """
        from ..api.sessions import sessions_get as _operation

        _request = _operation.request(session_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def update(
        self,
        session_id: str,
        *,
        new_messages: Sequence[models.SessionTurn | models.SessionTurnParam | models.AssistantMessage] | None = None,
        tokens_used: int | None = None,
        status: models.SessionStatus | None = None,
        metadata: models.JsonObjectParam | None = None,
    ) -> models.SessionUpdated:
        """Update a session.

        Changes the given fields and keeps the others. Use it to append messages exchanged outside the session,
        to add to the token count, or to mark the session as completed.

        `new_messages` are always appended: sending the same body again appends them again. Chat requests with
        the `session_id` append their messages automatically.

        Args:
            session_id (str): Id of the session, returned when it was created.
            new_messages (Sequence[SessionTurn | SessionTurnParam | AssistantMessage]): Messages to append to
                the history, oldest first.
            tokens_used (int): Tokens used by the new messages, added to the session's total.
            status (SessionStatus): Status of a session. Known values: "active", "completed".
            metadata (JsonObjectParam): Custom metadata. It is not documented whether this replaces existing
                metadata or adds to it.

        Returns:
            The session after the update.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

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

        _body = {
            **_encoding.given(
                {"newMessages": new_messages, "tokensUsed": tokens_used, "status": status, "metadata": metadata}
            )
        }
        _request = _operation.request(session_id, body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def delete(self, session_id: str) -> models.SessionDeleted:
        """Delete a session.

        Deletes the session and its messages immediately and permanently. Deleting it again raises
        `NotFoundError`.

        Args:
            session_id (str): Id of the session, returned when it was created.

        Returns:
            The session was deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.sessions.delete("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
        """
        from ..api.sessions import sessions_delete as _operation

        _request = _operation.request(session_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def extend(self, session_id: str, *, additional_minutes: int | None = None) -> models.SessionExtended:
        """Extend a session.

        Extends an active session. The minutes are added to its current expiry, not to the current time, so
        calling this twice adds them twice. Without a body, 60 minutes are added.

        Only active sessions can be extended: an expired or completed one raises `NotFoundError`.

        Args:
            session_id (str): Id of the session, returned when it was created.
            additional_minutes (int): Minutes to add to the current expiry, from 1 to 1440 (24 hours) per
                request. Server default: 60.

        Returns:
            The session is active until the returned `expires_at`.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.sessions.extend("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
        """
        from ..api.sessions import sessions_extend as _operation

        _body = {**_encoding.given({"additionalMinutes": additional_minutes})}
        _request = _operation.request(session_id, body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

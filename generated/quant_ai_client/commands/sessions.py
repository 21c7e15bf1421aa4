# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of sessions."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "page",
        "GET /sessions",
        summary="List sessions",
        text=(
            "Lists the active sessions of the organisation; completed and expired ones are left out. All "
            "filters must match.\n"
            "\n"
            "The reply is a plain array without a total. For the next page, increase `--offset` by the number"
            " of sessions received; a page with fewer than `--limit` sessions is the last one."
        ),
        values=(
            CommandValue("user-id", "user_id", "userId", "query", "text", help="Only sessions created for this user."),
            CommandValue(
                "session-group", "session_group", "sessionGroup", "query", "text", help="Only sessions in this group."
            ),
            CommandValue(
                "model", "model", "model", "query", "text", help="Only sessions with this model, by its full id."
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of sessions to return. 1 to 100. Default: 50.",
            ),
            CommandValue(
                "offset", "offset", "offset", "query", "integer", help="Number of sessions to skip. Default: 0."
            ),
        ),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /sessions",
        summary="Create a session",
        text=(
            "Creates a conversation whose history the service keeps. Pass the returned `sessionId` to chat "
            "requests and send only the new message: earlier ones are loaded from the session.\n"
            "\n"
            "A session expires after 60 minutes unless you set `--expiration-minutes` (at most 24 hours); "
            "extend it to keep it longer. Every request creates a new session, even with the same body."
        ),
        values=(
            CommandValue(
                "user-id",
                "user_id",
                "userId",
                "body",
                "text",
                help=(
                    "Your own id of the user. It is a label for finding sessions, not a permission: every token of "
                    "the organisation with access to AI can read the session."
                ),
                required=True,
            ),
            CommandValue(
                "session-group",
                "session_group",
                "sessionGroup",
                "body",
                "text",
                help="A label shared by several sessions, such as the name of an application.",
            ),
            CommandValue(
                "metadata",
                "metadata",
                "metadata",
                "body",
                "json",
                help="Custom metadata to keep with the session; the service does not use it.",
            ),
            CommandValue(
                "expiration-minutes",
                "expiration_minutes",
                "expirationMinutes",
                "body",
                "integer",
                help="Minutes until the session expires, from 5 to 1440 (24 hours). Default: 60.",
            ),
            CommandValue(
                "initial-messages",
                "initial_messages",
                "initialMessages",
                "body",
                "json",
                help="Messages at the start of the history, oldest first.",
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /sessions/{sessionId}",
        summary="Get a session",
        text=(
            "Returns a session with all its messages, oldest first. An expired session returns 404, like a deleted one."
        ),
        values=(
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "path",
                "text",
                help="Id of the session, returned when it was created.",
                required=True,
            ),
        ),
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /sessions/{sessionId}",
        summary="Update a session",
        text=(
            "Changes the given fields and keeps the others. Use it to append messages exchanged outside the "
            "session, to add to the token count, or to mark the session as completed.\n"
            "\n"
            "`--new-messages` are always appended: sending the same body again appends them again. Chat "
            "requests with the `sessionId` append their messages automatically."
        ),
        values=(
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "path",
                "text",
                help="Id of the session, returned when it was created.",
                required=True,
            ),
            CommandValue(
                "new-messages",
                "new_messages",
                "newMessages",
                "body",
                "json",
                help="Messages to append to the history, oldest first.",
                many="items",
            ),
            CommandValue(
                "tokens-used",
                "tokens_used",
                "tokensUsed",
                "body",
                "integer",
                help="Tokens used by the new messages, added to the session's total.",
            ),
            CommandValue(
                "status",
                "status",
                "status",
                "body",
                "text",
                help="Status of a session.",
                choices=("active", "completed"),
            ),
            CommandValue(
                "metadata",
                "metadata",
                "metadata",
                "body",
                "json",
                help=("Custom metadata. It is not documented whether this replaces existing metadata or adds to it."),
            ),
        ),
        body="fields",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /sessions/{sessionId}",
        summary="Delete a session",
        text=("Deletes the session and its messages immediately and permanently. Deleting it again returns 404."),
        values=(
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "path",
                "text",
                help="Id of the session, returned when it was created.",
                required=True,
            ),
        ),
    ),
    Command(
        "extend",
        "extend",
        "call",
        "PUT /sessions/{sessionId}/extend",
        summary="Extend a session",
        text=(
            "Extends an active session. The minutes are added to its current expiry, not to the current time,"
            " so calling this twice adds them twice. Without a body, 60 minutes are added.\n"
            "\n"
            "Only active sessions can be extended: an expired or completed one returns 404."
        ),
        values=(
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "path",
                "text",
                help="Id of the session, returned when it was created.",
                required=True,
            ),
            CommandValue(
                "additional-minutes",
                "additional_minutes",
                "additionalMinutes",
                "body",
                "integer",
                help=("Minutes to add to the current expiry, from 1 to 1440 (24 hours) per request. Default: 60."),
            ),
        ),
        body="fields",
    ),
)

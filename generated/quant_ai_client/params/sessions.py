# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.sessions`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.assistant_message import AssistantMessage
from ..models.json_object import JsonObjectParam
from ..models.session_message import SessionMessage, SessionMessageParam
from ..models.session_status import SessionStatus
from ..models.session_turn import SessionTurn, SessionTurnParam
from ..types import TypedDict


class SessionsListParams(TypedDict):
    """The keyword arguments of `list()`."""

    user_id: NotRequired[str | None]
    session_group: NotRequired[str | None]
    model: NotRequired[str | None]
    limit: NotRequired[int | None]
    offset: NotRequired[int | None]


class SessionsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    user_id: str
    session_group: NotRequired[str | None]
    metadata: NotRequired[JsonObjectParam | None]
    expiration_minutes: NotRequired[int | None]
    initial_messages: NotRequired[Sequence[SessionMessage | SessionMessageParam | AssistantMessage] | None]


class SessionsUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    new_messages: NotRequired[Sequence[SessionTurn | SessionTurnParam | AssistantMessage] | None]
    tokens_used: NotRequired[int | None]
    status: NotRequired[SessionStatus | None]
    metadata: NotRequired[JsonObjectParam | None]


class SessionsExtendParams(TypedDict):
    """The keyword arguments of `extend()`."""

    additional_minutes: NotRequired[int | None]

"""Slack bots: their settings, and the workspace that they connect to after a while.

A user connects a bot in a browser, at Slack. The mock's bots connect by themselves, like a job that ends: by the clock,
unless the transition `slack_connection` says otherwise.
"""

from __future__ import annotations

from typing import Any

from ..document.refusal import Refusal, not_found
from ..rules.admission import find_model
from ..state.kinds import SLACK_BOT
from ..state.request_context import RequestContext

DEFAULTS: dict[str, Any] = {
    "allowedTools": [],
    "assignedSkills": [],
    "allowedCollections": [],
    "allowedSubAgents": [],
    "filterPolicies": [],
    "longContext": False,
    "allowedChannels": [],
    "allowedUsers": [],
    "deniedUsers": [],
    "allowGuests": False,
    "agentAccessControl": {},
    "keywords": [],
}
USERS = (
    {"id": "U01ADA", "name": "ada", "real_name": "Ada Lovelace"},
    {"id": "U02GRACE", "name": "grace", "real_name": "Grace Hopper"},
    {"id": "U03ALAN", "name": "alan", "real_name": "Alan Turing"},
    {"id": "U04KATHERINE", "name": "katherine", "real_name": "Katherine Johnson"},
    {"id": "U05MALLORY", "name": "mallory"},
)
CHANNELS = (
    {"id": "C01GENERAL", "name": "general"},
    {"id": "C02HELPDESK", "name": "help-desk"},
    {"id": "C03ENGINEERING", "name": "engineering"},
    {"id": "C04INCIDENTS", "name": "incidents"},
)


def slack_bots_list(context: RequestContext) -> dict[str, Any]:
    names = context.state.api.schema("SlackBotSummary").properties
    bots = [_advance(context, bot) for bot in context.store.all(SLACK_BOT)]
    return {"bots": [{name: value for name, value in bot.items() if name in names} for bot in bots]}


def slack_bots_create(context: RequestContext) -> dict[str, Any]:
    bot = {
        **DEFAULTS,
        **_fields(context, context.body),
        "botId": context.new_uuid("slack_bot"),
        "status": "active",
        "connected": False,
        "createdAt": context.iso_now,
        "since": context.now,
        "polls": 0,
    }
    return _save(context, bot)


def slack_bots_get(context: RequestContext) -> dict[str, Any]:
    return {"bot": _as_reply(_find(context))}


def slack_bots_update(context: RequestContext) -> dict[str, Any]:
    return _save(context, _find(context) | _fields(context, context.sent))


def slack_bots_delete(context: RequestContext) -> dict[str, Any]:
    context.store.delete(SLACK_BOT, _find(context)["botId"])
    return {"success": True, "message": "Slack bot deleted successfully"}


def slack_bots_search_users(context: RequestContext) -> dict[str, Any]:
    return _search(context, USERS)


def slack_bots_search_channels(context: RequestContext) -> dict[str, Any]:
    return _search(context, CHANNELS)


def _find(context: RequestContext) -> dict[str, Any]:
    bot_id = context.path["botId"]
    bot = context.store.get(SLACK_BOT, bot_id)
    if bot is None:
        raise not_found("Slack bot", botId=bot_id)
    return _advance(context, bot)


def _advance(context: RequestContext, bot: dict[str, Any]) -> dict[str, Any]:
    """A bot in its present state: connected, if it is time."""
    if not bot["connected"]:
        stage = context.settings.transitions["slack_connection"].stage(context.now - bot["since"], bot["polls"])
        bot |= {"connected": stage == "over", "polls": bot["polls"] + 1}
        context.store.put(SLACK_BOT, bot["botId"], bot)
    return bot


def _fields(context: RequestContext, body: dict[str, Any]) -> dict[str, Any]:
    """The fields that a request sets, of those that the spec allows.

    Raises:
        Refusal: 404; it names a model that does not exist.
    """
    if "modelId" in body:
        find_model(body["modelId"])
    allowed = context.operation.body_properties
    return {name: value for name, value in body.items() if name in allowed}


def _save(context: RequestContext, bot: dict[str, Any]) -> dict[str, Any]:
    bot["updatedAt"] = context.iso_now
    context.store.put(SLACK_BOT, bot["botId"], bot)
    return {"bot": _as_reply(bot)}


def _as_reply(bot: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in bot.items() if name not in ("since", "polls")}


def _search(context: RequestContext, entries: tuple[dict[str, str], ...]) -> dict[str, Any]:
    bot = _find(context)
    if not bot["connected"]:
        message = f"Slack bot {bot['botId']} is not connected to a workspace"
        raise Refusal(404, {"error": "Slack bot not connected", "message": message, "botId": bot["botId"]})
    wanted = context.query.get("q", "").lower()
    return {
        "results": [
            found for found in entries if any(wanted in found.get(key, "").lower() for key in ("name", "real_name"))
        ]
    }

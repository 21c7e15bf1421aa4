"""The kinds of records that more than one module reads from the store."""

from __future__ import annotations

AGENT = "agent"
CUSTOM_TOOL = "custom_tool"
SESSION = "session"
SLACK_BOT = "slack_bot"
TASK = "task"

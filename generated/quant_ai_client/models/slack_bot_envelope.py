# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .slack_bot import SlackBot


@_define(kw_only=True, eq=False, repr=False)
class SlackBotEnvelope(_Model):
    """The reply of all operations on a single bot.

    Attributes:
        bot (SlackBot): A Slack bot with all its settings and those of its agent.
    """

    bot: SlackBot
    """A Slack bot with all its settings and those of its agent."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.bot = nested(SlackBot.from_dict, rest.pop("bot", None), "bot")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.bot is not None:
            made["bot"] = wire(self.bot)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT, TypedDict
from ..types import Model as _Model
from .interface_limits import InterfaceLimits, InterfaceLimitsParam, decode_interface_limits
from .spend_overrides import SpendOverrides, SpendOverridesParam, decode_spend_overrides


@_define(kw_only=True, eq=False, repr=False)
class SpendLimits(_Model):
    """Spending limits, in cents. A request is refused once the spending in the calendar month or day (UTC) has
    reached one of the limits that apply to it; None or left out means no limit, 0 allows nothing. Limits
    per token are not available everywhere yet.

    Attributes:
        monthly_budget_cents (int | None): What the organisation may spend in a month.
        daily_budget_cents (int | None): What the organisation may spend in a day.
        per_user_monthly_budget_cents (int | None): What each user may spend in a month, unless set in
            `user_overrides`.
        per_user_daily_budget_cents (int | None): What each user may spend in a day, unless set in
            `user_overrides`.
        per_token_monthly_budget_cents (int | None): What may be spent with each API token in a month,
            unless set in `token_overrides`.
        per_token_daily_budget_cents (int | None): What may be spent with each API token in a day, unless
            set in `token_overrides`.
        warning_threshold_percent (int | None): Percentage of the organisation's budgets at which a warning
            is sent. Requests are still allowed. 0 to 100.
        interface_limits (InterfaceLimits | None): Limits per interface, by its name. New names may be
            added.
        user_overrides (SpendOverrides | None): Limits of individual users or tokens, by their ids, instead
            of the general ones. A user id is a number, or a string with a prefix such as `slack-` or
            `system:`; usage reports show the ids of users and tokens.
        token_overrides (SpendOverrides | None): Limits of individual users or tokens, by their ids, instead
            of the general ones. A user id is a number, or a string with a prefix such as `slack-` or
            `system:`; usage reports show the ids of users and tokens.
    """

    monthly_budget_cents: int | None = NOT_SENT
    """What the organisation may spend in a month."""
    daily_budget_cents: int | None = NOT_SENT
    """What the organisation may spend in a day."""
    per_user_monthly_budget_cents: int | None = NOT_SENT
    """What each user may spend in a month, unless set in `user_overrides`."""
    per_user_daily_budget_cents: int | None = NOT_SENT
    """What each user may spend in a day, unless set in `user_overrides`."""
    per_token_monthly_budget_cents: int | None = NOT_SENT
    """What may be spent with each API token in a month, unless set in `token_overrides`."""
    per_token_daily_budget_cents: int | None = NOT_SENT
    """What may be spent with each API token in a day, unless set in `token_overrides`."""
    warning_threshold_percent: int | None = NOT_SENT
    """Percentage of the organisation's budgets at which a warning is sent. Requests are still allowed. 0 to 100."""
    interface_limits: InterfaceLimits | None = None
    """Limits per interface, by its name. New names may be added.

    - `api-gateway`: requests with a complete reply
    - `streaming`, `websocket`: streamed requests
    - `durable`: requests that run in the background
    - `embedding`: embeddings
    - `ai-search`: searches and chats of AI Search
    - `slack`: Slack bots
    - `autonomous`, `orchestration`, `workflow`: work without a caller
    """
    user_overrides: SpendOverrides | None = None
    """Limits of individual users or tokens, by their ids, instead of the general ones. A user id is a number, or a
    string with a prefix such as `slack-` or `system:`; usage reports show the ids of users and tokens.
    """
    token_overrides: SpendOverrides | None = None
    """Limits of individual users or tokens, by their ids, instead of the general ones. A user id is a number, or a
    string with a prefix such as `slack-` or `system:`; usage reports show the ids of users and tokens.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "monthly_budget_cents": "monthlyBudgetCents",
        "daily_budget_cents": "dailyBudgetCents",
        "per_user_monthly_budget_cents": "perUserMonthlyBudgetCents",
        "per_user_daily_budget_cents": "perUserDailyBudgetCents",
        "per_token_monthly_budget_cents": "perTokenMonthlyBudgetCents",
        "per_token_daily_budget_cents": "perTokenDailyBudgetCents",
        "warning_threshold_percent": "warningThresholdPercent",
        "interface_limits": "interfaceLimits",
        "user_overrides": "userOverrides",
        "token_overrides": "tokenOverrides",
    }
    _nullable: ClassVar = {
        "monthlyBudgetCents": "monthly_budget_cents",
        "dailyBudgetCents": "daily_budget_cents",
        "perUserMonthlyBudgetCents": "per_user_monthly_budget_cents",
        "perUserDailyBudgetCents": "per_user_daily_budget_cents",
        "perTokenMonthlyBudgetCents": "per_token_monthly_budget_cents",
        "perTokenDailyBudgetCents": "per_token_daily_budget_cents",
        "warningThresholdPercent": "warning_threshold_percent",
    }

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.monthly_budget_cents = rest.pop("monthlyBudgetCents", None)
        made.daily_budget_cents = rest.pop("dailyBudgetCents", None)
        made.per_user_monthly_budget_cents = rest.pop("perUserMonthlyBudgetCents", None)
        made.per_user_daily_budget_cents = rest.pop("perUserDailyBudgetCents", None)
        made.per_token_monthly_budget_cents = rest.pop("perTokenMonthlyBudgetCents", None)
        made.per_token_daily_budget_cents = rest.pop("perTokenDailyBudgetCents", None)
        made.warning_threshold_percent = rest.pop("warningThresholdPercent", None)
        made.interface_limits = nested_or_kept(decode_interface_limits, rest.pop("interfaceLimits", None))
        made.user_overrides = nested_or_kept(decode_spend_overrides, rest.pop("userOverrides", None))
        made.token_overrides = nested_or_kept(decode_spend_overrides, rest.pop("tokenOverrides", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.monthly_budget_cents is not None:
            made["monthlyBudgetCents"] = self.monthly_budget_cents
        if self.daily_budget_cents is not None:
            made["dailyBudgetCents"] = self.daily_budget_cents
        if self.per_user_monthly_budget_cents is not None:
            made["perUserMonthlyBudgetCents"] = self.per_user_monthly_budget_cents
        if self.per_user_daily_budget_cents is not None:
            made["perUserDailyBudgetCents"] = self.per_user_daily_budget_cents
        if self.per_token_monthly_budget_cents is not None:
            made["perTokenMonthlyBudgetCents"] = self.per_token_monthly_budget_cents
        if self.per_token_daily_budget_cents is not None:
            made["perTokenDailyBudgetCents"] = self.per_token_daily_budget_cents
        if self.warning_threshold_percent is not None:
            made["warningThresholdPercent"] = self.warning_threshold_percent
        if self.interface_limits is not None:
            made["interfaceLimits"] = wire(self.interface_limits)
        if self.user_overrides is not None:
            made["userOverrides"] = wire(self.user_overrides)
        if self.token_overrides is not None:
            made["tokenOverrides"] = wire(self.token_overrides)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SpendLimitsParam(TypedDict):
    """A `SpendLimits` as a plain dict, names as in the JSON."""

    monthlyBudgetCents: NotRequired[int | None]
    dailyBudgetCents: NotRequired[int | None]
    perUserMonthlyBudgetCents: NotRequired[int | None]
    perUserDailyBudgetCents: NotRequired[int | None]
    perTokenMonthlyBudgetCents: NotRequired[int | None]
    perTokenDailyBudgetCents: NotRequired[int | None]
    warningThresholdPercent: NotRequired[int | None]
    interfaceLimits: NotRequired[InterfaceLimitsParam]
    userOverrides: NotRequired[SpendOverridesParam]
    tokenOverrides: NotRequired[SpendOverridesParam]

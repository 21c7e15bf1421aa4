# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class UsageRow(_Model):
    """Usage of one model, user or token. `group_by` determines whether `model_id`, `user_id` or `token_id` is
    present.

    Attributes:
        model_id (str | Unset): Id of the model, when grouped by model.
        user_id (str | Unset): The caller, when grouped by user: a number for people, or a string with a
            prefix such as `slack-` or `system:`.
        token_id (str | Unset): Id of the API token, when grouped by token. The secret is never shown.
        name (str | Unset): Display name of the user or token, if it has one.
        request_count (int | Unset): Number of requests.
        input_tokens (int | Unset): Input tokens.
        output_tokens (int | Unset): Output tokens.
        total_tokens (int | Unset): Input and output tokens together.
        spend_cents (int | Unset): Cost in whole cents.
    """

    model_id: str | Unset = UNSET
    """Id of the model, when grouped by model."""
    user_id: str | Unset = UNSET
    """The caller, when grouped by user: a number for people, or a string with a prefix such as `slack-` or
    `system:`.
    """
    token_id: str | Unset = UNSET
    """Id of the API token, when grouped by token. The secret is never shown."""
    name: str | Unset = UNSET
    """Display name of the user or token, if it has one."""
    request_count: int | Unset = UNSET
    """Number of requests."""
    input_tokens: int | Unset = UNSET
    """Input tokens."""
    output_tokens: int | Unset = UNSET
    """Output tokens."""
    total_tokens: int | Unset = UNSET
    """Input and output tokens together."""
    spend_cents: int | Unset = UNSET
    """Cost in whole cents."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "model_id": "modelId",
        "user_id": "userId",
        "token_id": "tokenId",
        "request_count": "requestCount",
        "input_tokens": "inputTokens",
        "output_tokens": "outputTokens",
        "total_tokens": "totalTokens",
        "spend_cents": "spendCents",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.model_id = rest.pop("modelId", UNSET)
        made.user_id = rest.pop("userId", UNSET)
        made.token_id = rest.pop("tokenId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.request_count = rest.pop("requestCount", UNSET)
        made.input_tokens = rest.pop("inputTokens", UNSET)
        made.output_tokens = rest.pop("outputTokens", UNSET)
        made.total_tokens = rest.pop("totalTokens", UNSET)
        made.spend_cents = rest.pop("spendCents", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.model_id is not UNSET:
            made["modelId"] = self.model_id
        if self.user_id is not UNSET:
            made["userId"] = self.user_id
        if self.token_id is not UNSET:
            made["tokenId"] = self.token_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.request_count is not UNSET:
            made["requestCount"] = self.request_count
        if self.input_tokens is not UNSET:
            made["inputTokens"] = self.input_tokens
        if self.output_tokens is not UNSET:
            made["outputTokens"] = self.output_tokens
        if self.total_tokens is not UNSET:
            made["totalTokens"] = self.total_tokens
        if self.spend_cents is not UNSET:
            made["spendCents"] = self.spend_cents
        return made

"""Where an operation is, and whether it gets the token, as the spec says for it."""

from __future__ import annotations

from typing import Any

from quant_ai.http.endpoint import Endpoint
from quant_ai_client.operation import Operation, Request

ENDPOINT = Endpoint("secret", "acme", "https://x.test/api/v3/organisations/{org}/ai")


def sent(**values: Any) -> Any:
    operation: Operation[Any] = Operation("things_list", "GET", "/things", replies={}, **values)
    return ENDPOINT.request(operation, Request("/things"), {})


def test_a_server_of_another_version_is_that_of_the_same_organisation() -> None:
    assert str(sent(base="/../../../../v4/organisations/{org}/ai").url) == (
        "https://x.test/api/v4/organisations/acme/ai/things"
    )


def test_an_operation_that_needs_no_token_gets_none() -> None:
    assert "authorization" not in sent(public=True).headers
    assert sent().headers["authorization"] == "Bearer secret"

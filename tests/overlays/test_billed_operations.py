"""What is billed is not sent again after a lost reply: the spec must not call it idempotent."""

from __future__ import annotations

from importlib import import_module

import pytest

from quant_ai_client.operation import Operation

BILLED = (
    "agents.agents_chat", "ai_search.ai_search_chat", "ai_search.ai_search_search", "chat.chat_send",
    "chat.chat_stream", "embeddings.embeddings_create", "images.images_generate",
)  # fmt: skip


@pytest.mark.parametrize("name", BILLED)
def test_a_billed_operation_is_not_idempotent(name: str) -> None:
    module = import_module(f"quant_ai_client.api.{name}")
    operations = [value for value in vars(module).values() if isinstance(value, Operation)]
    assert operations
    assert not any(operation.idempotent for operation in operations)

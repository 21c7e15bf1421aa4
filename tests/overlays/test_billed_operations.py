"""What is billed is not sent again after a lost reply: the spec must not call it idempotent."""

from __future__ import annotations

import pytest

from quant_ai_client.api.agents import agents_chat
from quant_ai_client.api.ai_search import ai_search_chat, ai_search_search
from quant_ai_client.api.chat import chat_send, chat_stream
from quant_ai_client.api.embeddings import embeddings_create
from quant_ai_client.api.images import images_generate
from quant_ai_client.operation import Operation

BILLED = (
    agents_chat, ai_search_chat, ai_search_search, chat_send, chat_stream, embeddings_create,
    images_generate,
)  # fmt: skip


@pytest.mark.parametrize("module", BILLED, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_billed_operation_is_not_idempotent(module: object) -> None:
    operations = [value for value in vars(module).values() if isinstance(value, Operation)]
    assert operations
    assert not any(operation.idempotent for operation in operations)

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

MessageRole: TypeAlias = Literal["user", "assistant", "system"] | str
"""Who speaks:

- `user`: the person, or the program that asks. Results of tools come from this role too.
- `assistant`: the model.
- `system`: instructions that stand above the conversation.

There is no role for tools: send their results as a `user` message with a `toolResult` block.
"""

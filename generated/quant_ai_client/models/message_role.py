# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

MessageRole: TypeAlias = Literal["user", "assistant", "system"] | str
"""Who speaks:

- `user`: the user. Tool results are sent with this role too.
- `assistant`: the model.
- `system`: instructions for the whole conversation.

There is no role for tools: send their results as a `user` message with a `tool_result` block.
"""

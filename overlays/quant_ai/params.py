"""TypedDicts of the keyword arguments of the client's methods, for `**`: `ChatSendParams` for `client.chat.send()`.

```python
def ask(client: QuantAI, **params: Unpack[ChatSendParams]) -> str:
    return client.chat.send(**params).response.content
```

Each is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quant_ai_client import params as _generated

if TYPE_CHECKING:
    from quant_ai_client.params import *  # noqa: F403
else:  # hidden from type checkers, for which it would turn every misspelt name into Any

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return _generated.__all__
        return getattr(_generated, name)


def __dir__() -> list[str]:
    return sorted(_generated.__all__)

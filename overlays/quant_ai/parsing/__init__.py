"""Replies as values of the caller's own types: what `chat.parse` and `into=` do with a reply. No I/O.

What type hints name is imported from here when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .parsed import ParsedExecution as ParsedExecution
    from .parsed import ParsedReply as ParsedReply

else:

    def __getattr__(name: str) -> Any:
        if name not in ("ParsedExecution", "ParsedReply"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import parsed

        return getattr(parsed, name)

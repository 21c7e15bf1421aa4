"""How much may be generated for one request, in characters.

What is generated follows schemas and patterns that come from requests, and a small one can ask for gigabytes.
"""

from __future__ import annotations

ENOUGH = 500_000


class SizeBudget:
    """What is left for the values of one request. Work is paid for as well, as if it were characters."""

    def __init__(self, characters: int = ENOUGH) -> None:
        self.left = characters

    def spend(self, characters: int) -> bool:
        """Take from the budget; returns whether there was enough."""
        self.left -= characters
        return self.left >= 0

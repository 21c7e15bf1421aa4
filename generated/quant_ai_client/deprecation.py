# Copied from scripts/generator/runtime/deprecation.py. Do not edit: change that, and run `make generate`.
"""Mark methods of operations that the spec calls deprecated, so that editors and type checkers say so (PEP 702)."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["deprecated"]

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message):
        """Mark a method; it warns by itself when it is called, also before Python 3.13 has `warnings.deprecated`."""

        def mark(method):
            method.__deprecated__ = message
            return method

        return mark

"""The mutation that is active in this process; none in an ordinary run of the suite."""

from __future__ import annotations

from .mutation import Mutation

_active: list[Mutation] = []


def activate(mutation: Mutation | None) -> None:
    """Apply this mutation from now on, in place of any other."""
    _active[:] = [mutation] if mutation is not None else []


def active_mutation(family: str | None = None) -> Mutation | None:
    """The active mutation, if it is of this family."""
    return next((mutation for mutation in _active if family in (None, mutation.family)), None)

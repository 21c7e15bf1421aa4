"""The rule about what the generator supports; the generator itself says what that is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rendering import faults
from openapi import Spec
from speclint.registry import Problem, rule


@rule("not-generated")
def not_generated(spec: Spec) -> Iterator[Problem]:
    """The generator can make code from everything in the spec, and loses nothing."""
    for fault in faults(spec):
        yield Problem(fault.pointer, fault.what, fault.fix)

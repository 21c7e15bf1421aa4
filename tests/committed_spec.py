"""The spec of this repository, read once for all test modules that only look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from openapi import Spec

PATH = Path(__file__).parents[1] / "spec" / "openapi.yaml"


@cache
def committed_spec() -> Spec:
    """The spec; tests that change one load their own."""
    return Spec.load(PATH)

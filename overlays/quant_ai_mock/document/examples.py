"""Take a reply from the spec: a named example, the first one, or a value that fits the schema."""

from __future__ import annotations

import random
from typing import Any

from ..synthetic.schema_values import generate_value
from .operations import Media


def example_of(media: Media, name: str | None = None, *, rng: random.Random | None = None) -> Any:
    """A named example, the first one, or an instance of the schema."""
    if name is not None:
        return media.examples[name]
    if media.examples and rng is None:
        return next(iter(media.examples.values()))
    if media.schema is None:
        return None
    value = None
    for _ in range(1 if rng is None else 20):
        value = generate_value(media.schema.source, media.schema.book.spec, rng=rng)
        if media.schema.is_valid(value):
            break
    return value

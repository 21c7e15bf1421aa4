"""Answer with what the document shows: a named example, the first one, or a value that fits the schema."""

from __future__ import annotations

import random
from typing import Any

from ..synthetic.schema_values import invent
from .api import Media


def example_of(media: Media, name: str | None = None, *, chance: random.Random | None = None) -> Any:
    """A named example, the first one, or an instance of the schema."""
    if name is not None:
        return media.examples[name]
    if media.examples and chance is None:
        return next(iter(media.examples.values()))
    if media.schema is None:
        return None
    book = media.schema.book
    value = None
    for _ in range(1 if chance is None else 20):
        value = invent(media.schema.source, book.resolve, chance=chance)
        if media.schema.fits(value):
            break
    return value

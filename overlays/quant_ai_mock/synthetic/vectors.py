"""Embed texts: the same text always gets the same vector, and texts that share words get similar ones.

Each word, its first five letters and its letter trigrams are hashed to a dimension and a sign. The similarity is
lexical, not semantic: "car" and "automobile" have nothing in common.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from zlib import crc32

_WORDS = re.compile(r"\w+")
_LONGEST_CACHED = 10_000  # characters of a text whose vector is remembered
_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by do does for from how i in is it of on or that the this to was what when where which "
        "who why will with you your",
    )
)


def embed(text: str, dimensions: int, normalize: bool = True) -> tuple[float, ...]:
    """The vector of a text."""
    vector = _short_vector if len(text) <= _LONGEST_CACHED else _vector
    return vector(text, dimensions, normalize)


def _vector(text: str, dimensions: int, normalize: bool) -> tuple[float, ...]:
    vector = list(_baseline(dimensions))
    for feature, weight in _features(text):
        digest = crc32(feature.encode("utf-8", "replace"))
        vector[digest % dimensions] += weight if (digest >> 16) & 1 else -weight
    scale = math.sqrt(sum(value * value for value in vector)) if normalize else 1.0
    return tuple(round(value / scale, 7) for value in vector)


_short_vector = lru_cache(maxsize=64)(_vector)  # a vector may have half a megabyte


@lru_cache(maxsize=16)
def _baseline(dimensions: int) -> tuple[float, ...]:
    """A small value in every dimension, so that no number is 0, as in vectors of real models."""
    small = 0.05 / math.sqrt(dimensions)
    return tuple(small * (0.5 + crc32(str(index).encode()) / 2**32) for index in range(dimensions))


def _features(text: str) -> list[tuple[str, float]]:
    words = _WORDS.findall(text.lower())
    significant = [word for word in words if word not in _STOP_WORDS] or words
    found: list[tuple[str, float]] = []
    for word in significant:
        found.append((word, 1.0))
        if len(word) > 4:
            found.append((f"^{word[:5]}", 0.7))
        found += [(f"#{word[at : at + 3]}", 0.2) for at in range(len(word) - 2)]
    return found or [(text, 1.0)]

"""Examples of the spec with changes that no service should make, and that some do."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

DEEP: Any = 1
for _ in range(200):
    DEEP = {"a": [DEEP]} if _ % 2 else [DEEP]
JUNK: list[Any] = [
    *(None, True, 0, -1, 1.5, 10**30, "", "text", "9999-12-31T24:00:00", "0001-01-01T00:00:00+23:59", "\x00", "\ud800"),
    *([], {}, [None], [[]], [{}], ["a"], {"": None}, {"type": "x"}, {"toolUse": None}),
]


def mutated(value: Any, dice: random.Random) -> Any:
    """The value with one to three changes."""
    root = [copy.deepcopy(value)]
    for _ in range(dice.randint(1, 3)):
        owner, key = dice.choice(list(places(root)))
        match dice.randint(0, 4):
            case 0 if isinstance(owner, dict):
                del owner[key]
            case 1 if isinstance(owner, dict):
                owner[f"{key}x"] = owner.pop(key)
            case 2:
                owner[key] = [owner[key]]
            case _:
                owner[key] = copy.deepcopy(dice.choice(JUNK))
    if dice.random() < 0.1:
        owner, key = dice.choice(list(places(root)))
        owner[key] = DEEP
    return root[0]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """All containers and keys inside a JSON value."""
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(inner, (dict, list)):
            yield from places(inner)

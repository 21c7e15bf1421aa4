"""Text is added to a YAML file, and nothing else of it changes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from openapi import Spec, SpecFault, YamlEdits, block

TEXT = """\
# The top.
paths:  # all of them
  /a: {get: {}}

  # About b.
  /b:
    get:
      text: |
        # no comment

        but text

  # About c.
  /c: {}
tags:
  - name: a
    note: >-
      Long.

# About the flow.
list: [a, b]
empty: []
map: {a: 1,
  b: [c,
    d]}
last: ''
"""


def added(*calls: tuple[str, tuple[Any, ...], dict[str, Any]]) -> str:
    edits = YamlEdits(Spec(TEXT))
    for method, arguments, options in calls:
        getattr(edits, method)(*arguments, **options)
    text = edits.text()
    yaml.safe_load(text)
    return text


@pytest.mark.parametrize(
    ("call", "before", "after"),
    [
        (("entry", (("paths",), "/d", {"x": 1}), {}), "  /c: {}\n", "  /c: {}\n  /d:\n    x: 1\n"),
        (("entry", (("paths",), "/d", 1), {"after": "/b"}), "        but text\n", "        but text\n  /d: 1\n"),
        (("entry", (("paths",), "/d", 1), {"after": "/a"}), "  /a: {get: {}}\n", "  /a: {get: {}}\n  /d: 1\n"),
        (("entry", (("paths",), "/d", 1), {"gap": True}), "  /c: {}\n", "  /c: {}\n\n  /d: 1\n"),
        (("entry", (("paths", "/b", "get"), "z", 1), {}), "        but text\n", "        but text\n      z: 1\n"),
        (("entry", (("paths", "/c"), "get", {"x": "y"}), {}), "/c: {}", "/c: {get: {x: y}}"),
        (("entry", (("map",), "e", "no"), {}), "    d]}", "    d], e: 'no'}"),
        (("entry", ((), "more", [1, 2]), {}), "last: ''\n", "last: ''\nmore: [1, 2]\n"),
        (
            ("item", (("tags",), {"name": "b", "at": "2026-01-31"}), {}),
            "      Long.\n",
            "      Long.\n  - name: b\n    at: '2026-01-31'\n",
        ),
        (("item", (("list",), "c: d"), {}), "[a, b]", "[a, b, 'c: d']"),
        (("item", (("empty",), "1e3"), {}), "empty: []", "empty: ['1e3']"),
        (("item", (("list",), "x" * 110), {}), "[a, b]", f"[a, b,\n  {'x' * 110}]"),
    ],
)
def test_an_addition_changes_its_place_alone(call: Any, before: str, after: str) -> None:
    assert TEXT.count(before) == 1
    assert added(call) == TEXT.replace(before, after)


def test_additions_in_one_place_keep_their_order() -> None:
    calls: list[Any] = [("item", (("tags",), {"name": name}), {}) for name in "bc"]
    calls += [("entry", (("paths",), name, 1), {"after": "/a"}) for name in ("/x", "/y")]
    calls += [("item", (("empty",), name), {}) for name in "pq"]
    data = yaml.safe_load(added(*calls))
    assert [tag["name"] for tag in data["tags"]] == ["a", "b", "c"]
    assert list(data["paths"]) == ["/a", "/x", "/y", "/b", "/c"]
    assert data["empty"] == ["p", "q"]


def test_what_is_not_there_cannot_be_added_to() -> None:
    for method in ("entry", "item"):
        with pytest.raises(SpecFault, match="there is no"):
            added((method, (("nowhere",), "a", "b")[: 3 if method == "entry" else 2], {}))


def test_texts_are_read_alike_by_all_parsers() -> None:
    values = ["no", "010", "1e3", "2026-01-31", "0x1F", "null", "~", "a: b", "- a", "two\nlines", "12:30", "=", ""]
    text = "\n".join(block({"values": values, "long": "word " * 60 + "end"}, 0)) + "\n"
    spec = Spec(text)
    assert spec.data == {"values": values, "long": "word " * 60 + "end"}
    assert spec.flaws == []
    assert max(map(len, text.split("\n"))) <= 120

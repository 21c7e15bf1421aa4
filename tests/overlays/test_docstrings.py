"""What docstrings say about a function and its arguments, in any style."""

from __future__ import annotations

import pytest

from quant_ai.json_types.docstrings import describe

ARGUMENTS = [
    "Args", "Arguments", "Parameters", "Params", "Keyword Args", "Keyword Arguments", "Other Parameters", "Attributes",
]  # fmt: skip
OTHERS = ["Returns", "Yields", "Raises", "Example", "Examples", "Note", "Notes"]


@pytest.mark.parametrize("title", ARGUMENTS)
@pytest.mark.parametrize("after", ["", *OTHERS], ids=lambda title: title or "-")
def test_arguments_end_at_the_next_section(title: str, after: str) -> None:
    text = f"Find.\n\n{title}:\n    order: Its number.\n    Xs (str): All."
    found = describe(f"{text}\n\n{after}:\n    An order: or none." if after else text, {"order", "Xs"})
    assert found == ("Find.", {"order": "Its number.", "Xs": "All."})


@pytest.mark.parametrize("title", OTHERS)
def test_the_description_ends_at_the_first_section(title: str) -> None:
    text = f"Find.\n\n{title}:\n    An order\n      of tea: all of it."
    assert describe(text, {"order"}) == ("Find.", {})
    assert describe(f"{text}\n\nArgs:\n    order: Its number.", {"order"}) == ("Find.", {"order": "Its number."})


def test_keyword_arguments_are_described_in_a_section_of_their_own() -> None:
    found = describe("Find.\n\nArgs:\n    a: One.\n\nKeyword Args:\n    b: Two.", ["a", "b"])
    assert found == ("Find.", {"a": "One.", "b": "Two."})


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("Find.\n\nArgs:\n    order its number\n\n:param order: By reST.", {"order": "By reST."}),
        ("Find.\n\n:param order:", {"order": ""}),
        ("Find.\n\nArgs:\n    *order: All.", {"order": "All."}),
        ("Find.\n\nParameters\n----------\norder, Xs : str\n    Both.", {"order": "Both.", "Xs": "Both."}),
        ("Find.\n\nArgs:\n    order (:obj:`str`, optional): All.\n    Xs: b", {"order": "All.", "Xs": "b"}),
    ],
)
def test_the_style_that_describes_most_arguments_wins(text: str, arguments: dict[str, str]) -> None:
    assert describe(text, ["order", "Xs"]).arguments == arguments


def test_of_two_styles_that_describe_as_much_the_first_wins() -> None:
    found = describe("Find.\n\nArgs:\n    order: By Google.\n\n:param order: By reST.", ["order"])
    assert found == ("Find.", {"order": "By Google."})

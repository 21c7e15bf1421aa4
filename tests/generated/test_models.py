"""A model keeps the reply that it was read from, even if the spec does not allow it, and gives it back unchanged."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

import attrs
import pytest

WHEN = "2026-01-02T03:04:05Z"


def thing(nasty: ModuleType, **fields: Any) -> Any:
    return nasty.models.Thing.from_dict({"class": "a", "when": WHEN, **fields})


@pytest.fixture(scope="module")
def models(nasty: ModuleType) -> Any:
    import importlib

    return importlib.import_module("nasty_client.models")


FULL: dict[str, Any] = {
    "class": "a",
    "when": "2026-01-02T03:04:05.123456789Z",
    "day": "2026-01-02",
    "uid": "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11",
    "filter": {"and": [{"key": "k", "value": 1}, {"and": []}]},
    "input": [1, {"a": None}],
    "id": None,
    "list": ["x"],
    "self": "s",
    "from_dict": "f",
    "additional_properties": "p",
    "fooBar": "1",
    "FooBar": 2,
    "foo_bar": True,
    "with space": "w",
    'quo"te': "q",
    "colour": None,
    "parent": {"class": "b", "when": WHEN, "parent": None},
    "tree": {"name": "t", "children": [{"name": "u"}]},
    "times": [WHEN, "2026-01-02T03:04:05.000+02:00"],
    "maybeTimes": None,
    "data": "AAEC",
    "shapes": [{"kind": "disc", "radius": 1}, {"kind": "hexagon", "sides": 6}],
    "matrix": [[{"name": "m"}], []],
    "vector": [[0.5, 1.0]],
    "content": [{"type": "text", "text": "hi"}, {"type": "audio", "seconds": 3}],
    "named": {"n": {"name": "v"}},
    "meta": {"free": {"form": []}},
    "any": {"deep": [1, "a", None, {"b": False}]},
    "mapped": {"name": "m", "x": {"name": "y"}},
    "inlined": {"depth": 1, "at": WHEN},
    "unheardOf": {"kept": True},
}


def test_a_reply_with_every_kind_of_field_comes_back_as_it_was(models: Any) -> None:
    assert models.Thing.from_dict(FULL).to_dict() == FULL


def test_fields_have_python_names_and_types(models: Any) -> None:
    found = models.Thing.from_dict(FULL)
    assert found.class_ == "a"
    assert found.when == datetime(2026, 1, 2, 3, 4, 5, 123456, tzinfo=UTC)
    assert found.day == date(2026, 1, 2)
    assert found.uid == UUID("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")
    assert isinstance(found.filter, models.And)
    assert isinstance(found.filter.and_[0], models.Leaf)
    assert found.times[1].utcoffset() == timedelta(hours=2)
    assert isinstance(found.matrix[0][0], models.Tree)
    assert isinstance(found.named["n"], models.Tree)
    assert found.additional_properties == {"unheardOf": {"kept": True}}
    assert found["unheardOf"] == {"kept": True}


def test_an_unknown_enum_value_is_kept_as_it_came(models: Any) -> None:
    assert models.Thing.from_dict({"class": "a", "when": WHEN, "colour": "mauve"}).colour == "mauve"


def test_an_unknown_member_of_a_union_is_kept_with_its_raw_value(models: Any, nasty: ModuleType) -> None:
    found = models.Thing.from_dict({"shapes": [{"kind": "hexagon", "sides": 6}]})
    assert type(found.shapes[0]).__name__ == "Unknown"
    assert found.shapes[0].raw == {"kind": "hexagon", "sides": 6}


def test_an_unknown_object_in_a_union_with_text_is_unknown(models: Any) -> None:
    import importlib

    decode = importlib.import_module("nasty_client.models.party").decode_party
    assert decode("Ada") == "Ada"
    assert type(decode({"species": "cat"})).__name__ == "Unknown"


def test_the_last_member_of_a_union_is_the_catch_all(models: Any) -> None:
    found = models.Thing.from_dict({"content": [{"type": "audio", "text": "words", "image": "x"}]})
    assert type(found.content[0]).__name__ == "OtherBlock"


def test_several_values_of_a_discriminator_lead_to_one_member(models: Any) -> None:
    found = models.Thing.from_dict({"shapes": [{"kind": "disc", "radius": 2}, {"kind": "circle"}]})
    assert [type(shape).__name__ for shape in found.shapes] == ["Circle", "Circle"]


def test_a_missing_required_field_does_not_lose_the_reply(models: Any) -> None:
    found = models.Thing.from_dict({"id": "x"})
    assert found.id == "x"
    assert found.class_ is None
    assert found.to_dict() == {"id": "x"}


@pytest.mark.parametrize(
    ("field", "value"),
    [("when", "yesterday"), ("day", "20260102"), ("uid", "nothing"), ("class", 7), ("when", None), ("list", "text")],
)
def test_a_value_of_another_type_is_kept(models: Any, field: str, value: Any) -> None:
    assert models.Thing.from_dict({field: value}).to_dict() == {field: value}


@pytest.mark.parametrize(
    "reply",
    [
        {"tree": "a string"},
        {"tree": {"name": "a", "children": [{"name": "b"}, 7]}},
        {"matrix": [[], [{"name": "a"}, 5]]},
        {"named": {"one": {"name": "a", "children": 3}, "two": 2}},
        {"filter": {"and": [{"and": [{"and": 1}]}]}},
        {"shapes": [{"kind": "disc", "centre": 5}]},
        {"mapped": {"x": 1}},
    ],
)
def test_a_value_in_place_of_an_object_is_kept_where_the_spec_does_not_require_one(models: Any, reply: Any) -> None:
    assert models.Thing.from_dict(reply).to_dict() == reply


def test_what_surrounds_a_value_that_cannot_be_decoded_is_decoded(models: Any) -> None:
    found = models.Thing.from_dict({"tree": {"name": "a", "children": [{"name": "b"}, 7]}})
    assert found.tree.children == [models.Tree(name="b"), 7]


@pytest.mark.parametrize(
    ("reply", "path"),
    [
        ({"and": 1}, "and"),
        ({"and": [{"and": [{"and": 1}]}]}, "and[0].and[0].and"),
        ({"and": [{"and": "x"}]}, "and[0].and"),
    ],
)
def test_a_value_in_place_of_a_required_object_is_an_error_that_names_its_path(
    models: Any, reply: Any, path: str
) -> None:
    with pytest.raises(ValueError, match="expected an") as caught:
        models.And.from_dict(reply)
    assert caught.value.path == path  # type: ignore[attr-defined]


def test_none_sends_null_where_the_spec_allows_null_and_nothing_elsewhere(models: Any) -> None:
    made = models.Thing(class_="a", when=datetime(2026, 1, 1, tzinfo=UTC), id=None, day=None)
    assert made.to_dict() == {"class": "a", "when": "2026-01-01T00:00:00Z", "id": None}
    assert (made.id, made.colour, made.day) == (None, None, None)
    assert "id" not in models.Thing(class_="a", when=WHEN).to_dict()


def test_a_field_reads_as_none_whether_it_was_null_or_missing(models: Any) -> None:
    null, missing = models.Thing.from_dict({"day": None, "id": None}), models.Thing.from_dict({})
    assert (null.day, null.id) == (missing.day, missing.id) == (None, None)
    assert null == missing
    assert (null.to_dict(), missing.to_dict()) == ({"day": None, "id": None}, {})
    assert (repr(null), repr(missing)) == ("Thing(day=None, id=None)", "Thing()")


def test_a_field_that_is_set_to_none_is_null_where_the_spec_allows_it_and_left_out_elsewhere(models: Any) -> None:
    found = models.Thing.from_dict({"id": "i", "day": "2026-01-02"})
    found.id = found.day = None
    assert found.to_dict() == {"id": None}


def test_attrs_evolve_keeps_absent_fields_absent_and_null_ones_null(models: Any) -> None:
    missing, null = models.Thing.from_dict({"colour": "red"}), models.Thing.from_dict({"id": None, "day": None})
    assert attrs.evolve(missing, colour="GREEN").to_dict() == {"colour": "GREEN"}
    assert attrs.evolve(missing, id="i").to_dict() == {"colour": "red", "id": "i"}
    assert attrs.evolve(attrs.evolve(missing, id="i"), id=None).to_dict() == {"colour": "red", "id": None}
    assert attrs.evolve(null, colour="red").to_dict() == {"colour": "red", "id": None, "day": None}
    assert attrs.evolve(models.Thing.from_dict(FULL)).to_dict() == FULL


def test_a_null_among_unknown_fields_can_be_removed(models: Any) -> None:
    found = models.Thing.from_dict({"unheardOf": None})
    assert found.to_dict() == {"unheardOf": None}
    del found["unheardOf"]
    assert found.to_dict() == {}


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_equals_its_model_and_sends_the_same(models: Any, copied: Any) -> None:
    model = models.Thing.from_dict(FULL)
    twin = copied(model)
    assert twin == model
    assert twin is not model
    assert twin.to_dict() == FULL
    twin.tree.name = "other"
    assert twin != model
    assert model.tree.name == "t"


def test_models_of_different_classes_are_not_equal(models: Any) -> None:
    assert models.Run(text="a") != models.Problem(message="a")
    assert models.Run(text="a") == models.Run(text="a")
    with pytest.raises(TypeError):
        hash(models.Run())


def test_a_changed_date_time_is_formatted_again(models: Any) -> None:
    found = models.Thing.from_dict({"when": "2026-01-02T03:04:05.000Z"})
    found.when = found.when.replace(year=2027)
    assert found.to_dict() == {"when": "2027-01-02T03:04:05Z"}


def test_repr_leaves_out_what_is_not_given_and_shortens_base64_and_vectors(models: Any) -> None:
    shown = repr(models.Thing.from_dict({"class": "a", "data": "A" * 5000, "vector": [0.5] * 1024}))
    assert shown.startswith("Thing(class_='a', data='AAAA")
    assert "(5000 characters)" in shown
    assert "(1024 items)" in shown
    assert "when" not in shown
    assert len(shown) < 250


def test_repr_shortens_bytes_too(models: Any) -> None:
    shown = repr(models.Thing(class_="a", when="now", data=b"\x00" * 5000, blobs=[b"\x01" * 300]))
    assert "(5000 bytes)" in shown
    assert "(300 bytes)" in shown
    assert len(shown) < 500


def test_unset_is_one_falsy_object_in_every_copy(nasty: ModuleType) -> None:
    from nasty_client.types import UNSET, Unset  # type: ignore[import-not-found]

    assert not UNSET
    assert copy.deepcopy(UNSET) is copy.copy(UNSET) is Unset() is pickle.loads(pickle.dumps(UNSET)) is UNSET


def test_a_class_knows_whether_the_spec_leaves_it_open(models: Any) -> None:
    assert models.Mapped._open_ended
    assert not models.Leaf._open_ended


def test_a_class_knows_the_names_in_the_json_that_python_cannot_have(models: Any) -> None:
    assert models.Thing._wire_names["class_"] == "class"
    assert models.Thing._wire_names["with_space"] == "with space"
    assert "day" not in models.Thing._wire_names

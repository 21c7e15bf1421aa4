"""`x-alias-of`: one attribute for a field that has several spellings on the wire."""

from __future__ import annotations

import copy
import importlib
import pickle
from types import ModuleType
from typing import Any

import pytest

WHEN = "2026-01-02T03:04:05Z"
SPELLINGS = ["fullName", "full-name", "name"]


@pytest.fixture(scope="module")
def models(nasty: ModuleType) -> Any:
    return importlib.import_module("nasty_client.models")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_attribute_is_filled_from_any_spelling(models: Any, spelling: str) -> None:
    assert models.Person.from_dict({spelling: "Ada"}).full_name == "Ada"


@pytest.mark.parametrize(
    "body",
    [
        *({spelling: "Ada"} for spelling in SPELLINGS),
        {"name": "Ada", "full-name": "Ada"},
        {"name": "Ada", "full-name": "Ada", "fullName": "Ada"},
        {"name": "Ada", "fullName": "Bea"},
        {"name": "Ada", "full-name": "Bea"},
        {"name": None, "born_at": WHEN, "chief": {"full-name": "Bea", "boss": {"name": "Cleo"}}},
        {"unheardOf": 1},
    ],
    ids=str,
)
def test_a_model_gives_back_the_spellings_that_it_read(models: Any, body: dict[str, Any]) -> None:
    person = models.Person.from_dict(body)
    for same in (person, copy.deepcopy(person), pickle.loads(pickle.dumps(person))):
        assert same.to_dict() == body
        assert same == person


def test_decoding_does_not_change_its_input(models: Any) -> None:
    body = {"name": "Ada"}
    models.Person.from_dict(body)
    assert body == {"name": "Ada"}


def test_a_changed_value_is_given_back_in_every_spelling_that_was_read(models: Any) -> None:
    person = models.Person.from_dict({"name": "Ada", "full-name": "Ada", "born_at": WHEN})
    person.full_name = "Bea"
    assert person.to_dict() == {"name": "Bea", "full-name": "Bea", "born_at": WHEN}


def test_a_removed_value_is_gone_in_every_spelling(models: Any) -> None:
    person = models.Person.from_dict({"name": "Ada", "full-name": "Ada", "born_at": WHEN})
    person.full_name = None
    assert person.to_dict() == {"born_at": WHEN}


def test_a_model_made_by_code_is_sent_in_the_usual_spelling(models: Any) -> None:
    assert models.Person(full_name="Ada").to_dict() == {"fullName": "Ada"}


def test_models_read_from_different_spellings_are_equal(models: Any) -> None:
    assert models.Person.from_dict({"name": "Ada"}) == models.Person.from_dict({"fullName": "Ada"})


def test_repr_does_not_show_spellings(models: Any) -> None:
    assert repr(models.Person.from_dict({"name": "Ada"})) == "Person(full_name='Ada')"


def test_a_member_of_a_union_is_recognised_by_any_spelling_of_its_required_key(models: Any) -> None:
    decode = importlib.import_module("nasty_client.models.party").decode_party
    assert [type(decode({key: "A"})).__name__ for key in ("legalName", "legal_name")] == ["Company"] * 2
    assert [type(decode({key: "A"})).__name__ for key in SPELLINGS] == ["Person"] * 3
    assert decode({"legal_name": "A", "staff": [{"name": "Ada"}]}).staff[0].full_name == "Ada"


def test_a_required_key_in_one_of_several_spellings_makes_the_attribute_required(models: Any) -> None:
    with pytest.raises(TypeError, match="full_name"):
        models.Person()


def test_dicts_and_arguments_have_the_usual_spelling_only(models: Any, nasty: ModuleType) -> None:
    facade = importlib.import_module("nasty_client.resources.class_").Class
    assert set(models.PersonParam.__annotations__) == {"fullName", "bornAt", "boss"}
    assert set(facade.hire.__annotations__) == {"full_name", "born_at", "boss", "return"}
    assert 'full_name="Ada"' in facade.hire.__doc__

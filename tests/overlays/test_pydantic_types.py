"""Types of pydantic: which ones they are, their schemas, and what is wrong with a value."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Annotated, Any, Generic, TypeVar

import pydantic
import pytest

from quant_ai.json_types import pydantic_types
from quant_ai.json_types.decoders import convert
from quant_ai.json_types.misfits import Misfit, UnsupportedType
from quant_ai.json_types.schemas import Schemas

T = TypeVar("T")


class Aliased(pydantic.BaseModel):
    plain: int
    other: str = pydantic.Field(alias="Other")
    choices: str = pydantic.Field(validation_alias=pydantic.AliasChoices("x", "y"))
    optional: int = 1


def test_the_required_fields_of_a_model_have_their_names_in_json() -> None:
    assert pydantic_types.required_fields(Aliased) == {"plain": int, "Other": str, "choices": str}
    assert pydantic_types.required_fields(int) == {}


REF = {"$ref": "#/$defs/A"}


@pytest.mark.parametrize(
    ("schema", "sent"),
    [
        ({"oneOf": [{"type": "null"}], "discriminator": {"x": 1}}, {"anyOf": [{"type": "null"}]}),
        ({"default": {"oneOf": 1}}, {"default": {"oneOf": 1}}),
        ({"const": {"oneOf": 1}}, {"const": {"oneOf": 1}}),
        ({"enum": [{"oneOf": 1}]}, {"enum": [{"oneOf": 1}]}),
        ({"examples": [{"discriminator": 1}]}, {"examples": [{"discriminator": 1}]}),
        ({"properties": {"oneOf": {"oneOf": []}}}, {"properties": {"oneOf": {"anyOf": []}}}),
        ({"$defs": {"discriminator": {"oneOf": []}}}, {"$defs": {"discriminator": {"anyOf": []}}}),
        ({"type": "object"}, {"type": "object"}),
        ({"type": "object", "properties": {}}, {"type": "object", "properties": {}, "additionalProperties": False}),
        (
            {"type": "object", "properties": {}, "additionalProperties": {"type": "string"}},
            {"type": "object", "properties": {}, "additionalProperties": {"type": "string"}},
        ),
        (REF, REF),
        ({**REF, "title": "a"}, {"anyOf": [REF], "title": "a"}),
        ({"allOf": [REF], "title": "a"}, {"anyOf": [REF], "title": "a"}),
        ({"allOf": [REF]}, REF),
        ({"allOf": [{"type": "string"}], "title": "a"}, {"type": "string", "title": "a"}),
        ({"allOf": [REF, {"title": "b"}]}, {"allOf": [REF, {"title": "b"}]}),
        ({"items": {"oneOf": []}}, {"items": {"anyOf": []}}),
    ],
)
def test_schemas_of_pydantic_are_sent_in_the_form_that_models_accept(schema: Any, sent: Any) -> None:
    assert pydantic_types._sent(schema) == sent


@pytest.mark.parametrize("text", ["first line", "first line\nsecond line\nthird line"])
def test_a_type_that_pydantic_refuses_is_told_in_one_line(text: str) -> None:
    class Refused:
        @classmethod
        def __get_pydantic_core_schema__(cls, *_: Any) -> Any:
            raise RuntimeError(text)

    with pytest.raises(UnsupportedType) as caught:
        pydantic_types.read(1, Refused)
    assert str(caught.value) == "is of type 'Refused', which pydantic refuses: first line"


def test_an_error_of_a_validator_without_places_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: bytes) -> Any:
        raise ValueError("no way")

    monkeypatch.setattr(pydantic_types, "_adapter", lambda hint: SimpleNamespace(validate_json=fail))
    with pytest.raises(Misfit, match=r"^no way$") as caught:
        pydantic_types.read(1, int)
    assert caught.value.expected == "another value"


@pytest.mark.parametrize("hint", [Annotated[int, pydantic.Field(gt=0)], Annotated[dict[str, int], {"a": []}]])
def test_adapters_are_made_of_any_type(hint: Any) -> None:
    assert pydantic_types._adapter(hint) is not None


def test_an_adapter_is_made_once() -> None:
    assert pydantic_types._adapter(Aliased) is pydantic_types._adapter(Aliased)


@pydantic.dataclasses.dataclass
class City:
    name: str = pydantic.Field(alias="Name")

    @pydantic.field_validator("name")
    @classmethod
    def capital(cls, name: str) -> str:
        return name.title()


def test_dataclasses_of_pydantic_have_their_aliases_and_validators() -> None:
    assert convert({"Name": "hobart"}, City, "x").name == "Hobart"
    assert list(Schemas().of(City)["properties"]) == ["Name"]


class Metres(pydantic.BaseModel):
    size: int


class Feet(pydantic.BaseModel):
    size: int


Length = Annotated[
    Annotated[Metres, pydantic.Tag("m")] | Annotated[Feet, pydantic.Tag("ft")],
    pydantic.Field(discriminator=pydantic.Discriminator(lambda value: "ft" if value["size"] > 9 else "m")),
]


def test_a_discriminator_that_is_a_function_chooses_the_member() -> None:
    assert convert([{"size": 5}, {"size": 50}], list[Length], "x") == [Metres(size=5), Feet(size=50)]


class Address(pydantic.BaseModel):
    city: str


class House(pydantic.BaseModel):
    address: Address


class Shop(pydantic.BaseModel):
    address: Address
    open: bool


class Named(pydantic.BaseModel, Generic[T]):
    it: T


def test_models_that_share_a_model_share_its_definition() -> None:
    schemas = Schemas()
    for model in (House, Shop):
        assert schemas.of(model)["properties"]["address"] == {"$ref": "#/$defs/Address"}
    assert list(schemas.definitions) == ["Address"]


def test_definitions_of_generic_models_have_names_without_brackets() -> None:
    other = pydantic.create_model("Address", number=(int, ...))
    schemas = Schemas()
    assert schemas.of(House)["properties"]["address"] == {"$ref": "#/$defs/Address"}
    assert schemas.of(Named[other])["properties"]["it"] == {"$ref": "#/$defs/Named_Address.Address"}
    assert list(schemas.definitions) == ["Address", "Named_Address.Address"]

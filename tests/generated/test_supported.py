"""What scripts/generator/supported.py names is generated and works; its tables leave nothing out."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from tests.generated.everything import BYTE_TYPES, JSON_TYPES, OTHER, PARAMETERS, PROPERTIES, SCHEMAS, SPEC, Value

from generator import supported
from generator.refusals import refusals
from openapi import METHODS, Spec


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, generate_here: Any) -> Iterator[ModuleType]:
    """The generated package."""
    folder: Path = tmp_path_factory.mktemp("supported")
    spec = folder / "spec.yaml"
    spec.write_text(yaml.safe_dump(SPEC, sort_keys=False), encoding="utf-8")
    done = generate_here("--spec", spec, "--output", folder / "supported_client")
    assert done.returncode == 0, done.stderr
    sys.path.insert(0, str(folder))
    yield importlib.import_module("supported_client")
    sys.path.remove(str(folder))


def module(package: ModuleType, name: str) -> Any:
    return importlib.import_module(f"{package.__name__}.{name}")


def test_the_tables_leave_nothing_out() -> None:
    spec = Spec(yaml.safe_dump(SPEC, sort_keys=False))
    used = [(schema.value, schema.value.get("format")) for schema in spec.schemas]
    assert {keyword for value, _ in used for keyword in value} - {"$ref", "summary"} == supported.KEYWORDS
    assert {form for _, form in used} >= supported.STRING_FORMATS.keys()
    assert {type(value["const"]) for value, _ in used if "const" in value} >= set(supported.LITERALS)
    enums = {type(value) for schema, _ in used for value in schema.get("enum", [])}
    assert enums == set(supported.ENUM_VALUES)
    assert {keyword for value, _ in used if "$ref" in value for keyword in value} == {"$ref", *supported.BESIDE_REF}
    combined = {keyword for value, _ in used if len(value.get("allOf", [])) > 1 for keyword in value}
    assert combined == {"allOf", *supported.BESIDE_ALL_OF}
    for location, rule in supported.PARAMETERS.items():
        found = [sent for sent in PARAMETERS.values() if sent.location == location]
        assert any("null" in sent.schema.get("type", []) for sent in found) == rule.nullable
        assert any(sent.schema == OTHER for sent in found) == rule.objects
        assert {sent.style for sent in found} == {"", *rule.styles} - {"form", "simple", "deepObject"}
    assert {sent.location for sent in PARAMETERS.values()} == supported.PARAMETERS.keys()


def test_nothing_that_is_supported_is_refused() -> None:
    assert list(refusals(Spec(yaml.safe_dump(SPEC, sort_keys=False)))) == []


@pytest.mark.parametrize(("name", "value"), PROPERTIES.items(), ids=PROPERTIES)
def test_a_property_has_its_type_and_is_read_and_given_back(package: ModuleType, name: str, value: Value) -> None:
    thing: Any = module(package, "models").Thing
    annotations = list(thing.__annotations__.items())
    attribute, annotation = annotations[list(PROPERTIES).index(name)]
    assert annotation.replace('"', "'").removesuffix(" | None") == value.annotation.removesuffix(" | None")
    assert annotation == "Any" or annotation.endswith(" | None")
    found = thing.from_dict({name: value.json})
    assert found.to_dict() == {name: value.json}
    read = getattr(found, attribute)
    assert (read.to_dict() if hasattr(read, "to_dict") else read) == value.read
    assert hasattr(read, "to_dict") == (value.annotation.partition(" ")[0] in SCHEMAS and isinstance(value.json, dict))


def test_a_discriminator_chooses_the_member(package: ModuleType) -> None:
    thing: Any = module(package, "models").Thing
    kinds = [type(thing.from_dict({"marked": {"kind": kind}}).marked).__name__ for kind in ("round", "square", "flat")]
    assert kinds == ["Ball", "Cube", "Unknown"]


def test_properties_with_hostile_names_are_kept(package: ModuleType) -> None:
    body = dict.fromkeys(SCHEMAS["Hostile"]["properties"], "x")  # type: ignore[call-overload]
    assert module(package, "models").Hostile.from_dict(body).to_dict() == body


def test_every_parameter_is_sent(package: ModuleType) -> None:
    request = module(package, "api.things.things_get").request
    arguments = list(inspect.signature(request).parameters)
    names = {python: name for python in arguments for name in PARAMETERS if same(python, name)}
    assert len(names) == len(PARAMETERS)
    sent = request(**{python: PARAMETERS[name].argument for python, name in names.items()})
    pairs = [*sent.query, *sent.headers.items()]
    for name, parameter in PARAMETERS.items():
        if parameter.location != "path":
            assert [text for key, text in pairs if key == name] == parameter.text, name
    assert sent.path == "/all/" + "/".join(one.text[0] for one in PARAMETERS.values() if one.location == "path")


def same(python: str, name: str) -> bool:
    """Whether an argument stands for a parameter; one that would hide another has its location behind its name."""
    return python.removesuffix("_query").rstrip("_") == name.replace("-", "_")


@pytest.mark.parametrize("method", METHODS)
def test_every_method_of_http_is_generated(package: ModuleType, method: str) -> None:
    found = module(package, f"api.methods.methods_call_{method}").OPERATION
    assert (found.method, list(found.replies)) == (method.upper(), [204])


@pytest.mark.parametrize(("number", "kind"), list(enumerate((*JSON_TYPES, *BYTE_TYPES))))
def test_a_body_and_a_reply_have_any_media_type(package: ModuleType, number: int, kind: str) -> None:
    found = module(package, f"api.kinds.kinds_call_{number}")
    json = kind in JSON_TYPES
    body = {"id": "a"} if json else b"abc"
    request, reply = found.request(body=body), found.OPERATION.replies[200](body)
    assert request.body == body
    assert request.content_type == kind
    assert (reply.to_dict() if json else reply.payload.read()) == body
    assert found.OPERATION.accept == kind.partition("; charset")[0].lower()


def test_shared_bodies_and_replies_are_followed(package: ModuleType) -> None:
    found = module(package, "api.things.things_share")
    assert found.request(body={"id": "a"}).body == {"id": "a"}
    assert found.OPERATION.replies[200]({"id": "a"}).id == "a"
    assert found.OPERATION.decode_error(404, {"id": "b"}).id == "b"

"""One rule for how the names of the spec become names in Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from openapi import Spec
from openapi.python_names import (
    CLIENT_MEMBERS,
    class_name,
    method_name,
    model_module,
    python_name,
    resource_class,
    resource_name,
    waiting_method_name,
)
from quant_ai import AsyncQuantAI, QuantAI
from quant_ai_client.resources import Resources

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"


@pytest.mark.parametrize(
    ("operation_id", "tag", "resource", "method"),
    [
        ("chat_send", "chat", "chat", "send"),
        ("chat_get_execution", "chat", "chat", "get_execution"),
        ("vector_db_query", "vector_db", "vector_db", "query"),
        ("things_getPart", "things", "things", "get_part"),
        ("things_get-all", "things", "things", "get_all"),
        ("class_get", "class", "class_", "get"),
        ("rooms_import", "rooms", "rooms", "import_"),
        ("rooms_list", "rooms", "rooms", "list"),
        ("other_list", "rooms", "rooms", "other_list"),
        ("rooms", "rooms", "rooms", "rooms"),
        ("rooms_2", "rooms", "rooms", "2"),
        ("rooms_find", "Big Rooms", "big_rooms", "rooms_find"),
        ("2x_find", "2x", "tag2x", "field_2x_find"),
    ],
)
def test_an_operation_is_a_method_of_the_resource_of_its_tag(
    operation_id: str, tag: str, resource: str, method: str
) -> None:
    assert (resource_name(tag), method_name(operation_id, tag)) == (resource, method)


@pytest.mark.parametrize(
    ("method", "waiting"),
    [("get", "wait_for"), ("get_execution", "wait_for_execution"), ("check", "wait_check"), ("target", "wait_target")],
)
def test_a_method_that_polls_is_named_after_the_one_that_reads(method: str, waiting: str) -> None:
    assert waiting_method_name(method) == waiting


@pytest.mark.parametrize(
    ("name", "python"),
    [
        *[
            ("modelId", "model_id"),
            ("AIModel", "ai_model"),
            ("with space", "with_space"),
            ("X-Trace-Id", "x_trace_id"),
        ],
        *[
            ("perMToken", "per_m_token"),
            ("s3Uri", "s3_uri"),
            ("S3Location", "s3_location"),
            ("OAuth2Token", "o_auth2_token"),
            ("mp4", "mp4"),
        ],
        *[
            ("ﬁle", "file"),
            ("नाम", "नाम"),
            ("class", "class_"),
            ("from", "from_"),
            ("type", "type"),
            ("id", "id"),
            ("input", "input"),
            ("filter", "filter"),
        ],
        *[("list", "list_"), ("self", "self_"), ("to_dict", "to_dict_"), ("date", "date_")],
        *[("9lives", "field_9lives"), ("_private", "field_private"), ("$dollar", "dollar"), ("ünï", "ünï")],
    ],
)
def test_a_property_is_an_attribute_in_snake_case(name: str, python: str) -> None:
    assert python_name(name) == python
    assert python.isidentifier()


def test_a_schema_is_a_class_in_a_module_of_its_own() -> None:
    assert [class_name(name) for name in ("AiModel", "ai_model", "AIModel")] == ["AiModel", "AiModel", "AIModel"]
    assert {model_module(name) for name in ("AiModel", "ai_model", "AIModel")} == {"ai_model"}
    assert [resource_class(tag) for tag in ("vector_db", "class", "ai_search")] == ["VectorDb", "Class", "AiSearch"]


def test_no_two_operations_of_the_spec_have_one_method() -> None:
    operations = Spec.load(SPEC).operations
    methods = [(operation.resource, operation.method_name) for operation in operations]
    assert len(set(methods)) == len(operations) > 10


def test_a_tag_never_hides_what_the_clients_have_themselves() -> None:
    own = {name for client in (QuantAI, AsyncQuantAI) for name in dir(client)} - set(dir(Resources))
    assert {name for name in own if not name.startswith("_")} == CLIENT_MEMBERS
    assert [resource_name(name) for name in sorted(CLIENT_MEMBERS)] == [f"{name}_" for name in sorted(CLIENT_MEMBERS)]

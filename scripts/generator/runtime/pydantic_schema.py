"""What pydantic, and FastAPI with it, need to know of models. pydantic calls this; nothing here imports it earlier."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, NoReturn


def core_schema(kind: type[Any], decode: Callable[[Any], Any]) -> Any:
    """The schema of a class: instances and JSON values are valid, and `to_dict()` is the JSON."""
    from pydantic_core import core_schema as schemas

    def validate(value: Any) -> Any:
        return value if isinstance(value, kind) else decode(value)

    to_json = schemas.plain_serializer_function_ser_schema(_to_json)
    return schemas.no_info_plain_validator_function(validate, serialization=to_json)


def json_schema(kind: type[Any], *, is_object: bool) -> dict[str, Any]:
    """The JSON Schema of a class: its name and description."""
    text = cleandoc(kind.__doc__ or "").partition("\n\nAttributes:")[0]
    described = {"title": kind.__name__, "description": text}
    return {"type": "object", **described} if is_object else described


def instance_schema(kind: type[Any]) -> Any:
    """The schema of a class of which only instances are valid."""
    from pydantic_core import core_schema as schemas

    return schemas.is_instance_schema(kind)


def not_in_json() -> NoReturn:
    """Leave a member of a union out of its JSON Schema."""
    from pydantic_core import PydanticOmit

    raise PydanticOmit


def _to_json(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") else value

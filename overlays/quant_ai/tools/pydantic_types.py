"""pydantic's models as arguments of tools, where the user has pydantic. This package does not import it."""

from __future__ import annotations

import json
from typing import Any


def is_model(hint: Any) -> bool:
    """Whether a type is a model of pydantic, version 2 or later."""
    return isinstance(hint, type) and hasattr(hint, "model_json_schema") and hasattr(hint, "model_validate")


def schema_of(model: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a model. What it refers to is added to the definitions, under names that are not taken."""
    schema: dict[str, Any] = model.model_json_schema()
    prefix = "" if definitions.keys().isdisjoint(schema.get("$defs", {})) else f"{model.__name__}."
    if prefix:
        schema = model.model_json_schema(ref_template=f"#/$defs/{prefix}{{model}}")
    definitions |= {f"{prefix}{name}": inner for name, inner in schema.pop("$defs", {}).items()}
    return schema


def convert(value: Any, model: Any, place: str) -> Any:
    """A JSON value as a model.

    Raises:
        ValueError: It does not fit.
    """
    try:
        # As text, because pydantic reads dates and the like from JSON in strict models too.
        return model.model_validate_json(json.dumps(value))
    except ValueError as error:
        problems = getattr(error, "errors", None)
        if problems is None:
            raise
        told = [f"{'.'.join(map(str, (place, *each['loc'])))}: {each['msg']}" for each in problems()]
        raise ValueError("; ".join(told)) from None

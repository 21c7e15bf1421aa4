"""Examples for drafted schemas: values that fit, with the same ids in every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jsonschema_rs

from quant_ai_mock.synthetic.schema_values import generate_value


def sample(schema: Any, root: Mapping[str, Any], ids: Mapping[str, Any]) -> Any:
    """A value for a schema; the fields named in `ids` have the values given there, where those fit."""
    plain = generate_value(schema, root)
    named = _with_ids(plain, ids)
    return named if fits(schema, root, named) else plain


def fits(schema: Any, root: Mapping[str, Any], value: Any) -> bool:
    """Whether a value is valid."""
    whole: dict[str, Any] = {**root, **schema} if isinstance(schema, dict) else {**root}
    return jsonschema_rs.validator_for(whole, validate_formats=True).is_valid(value)


def _with_ids(value: Any, ids: Mapping[str, Any]) -> Any:
    if isinstance(value, dict):
        return {
            name: ids[name] if name in ids and not isinstance(inner, dict | list) else _with_ids(inner, ids)
            for name, inner in value.items()
        }
    return [_with_ids(item, ids) for item in value] if isinstance(value, list) else value

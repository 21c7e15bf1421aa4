"""spec/README.md documents every extension."""

from __future__ import annotations

import json
from pathlib import Path

SPEC = Path(__file__).parents[2] / "spec"


def test_every_extension_is_documented() -> None:
    schema = json.loads((SPEC / "extensions.schema.json").read_text(encoding="utf-8"))
    names = {name for definition in schema["$defs"].values() for name in definition.get("properties", {})}
    text = (SPEC / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if name.startswith("x-") and f"### `{name}` on" not in text] == []

"""The table of operations in docs/operations.md is complete and up to date."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import operations_table
from quant_ai import QuantAI

TEXT = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


def test_it_follows_from_the_spec() -> None:
    assert operations_table.main(["--check"]) == 0, "run make generate"


def test_it_names_every_generated_method_and_no_other() -> None:
    client = QuantAI(token="t", organisation="acme")
    table = TEXT.partition(operations_table.END)[0]
    named = set(re.findall(r"^\| `client\.(\w+\.\w+)\(\)`", table, flags=re.MULTILINE))
    resources = {name.partition(".")[0] for name in named}
    there = {
        f"{resource}.{name}"
        for resource in resources
        for name, method in inspect.getmembers(getattr(client, resource), inspect.ismethod)
        if not name.startswith("_") and method.__module__.startswith("quant_ai_client.")
    }
    assert named == there

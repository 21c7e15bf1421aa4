"""The spec that the suite tests by, with the active mutation applied if it is one of the spec."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from quant_ai_contract import Contract
from quant_ai_contract.references import ResolvedSpec
from quant_ai_contract.spec_file import find, read

from ..mutations.active import active_mutation
from ..mutations.mutation import SpecSource, mutated_spec

ROOT = Path(__file__).resolve().parents[3]
BUILD = ROOT / "build" / "contract"


@cache
def contract() -> Contract:
    """The contract that the suite checks against, loaded once."""
    mutation = active_mutation("spec")
    return Contract(ResolvedSpec(read() if mutation is None else mutated_spec(read(), mutation)))


def mock_spec_file() -> Path:
    """The file of the spec that the mock server is built from."""
    mutation = active_mutation("mock")
    if mutation is None or mutation.change_spec is None:
        return find()
    return _written(mutated_spec(read(), mutation))


def _written(source: SpecSource) -> Path:
    directory = BUILD / "mutated-specs"
    directory.mkdir(parents=True, exist_ok=True)
    text = json.dumps(source)
    file = directory / f"mock-{abs(hash(text))}.json"
    file.write_text(text, encoding="utf-8")
    return file

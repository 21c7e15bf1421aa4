"""The document that this suite tests by, read once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from quant_ai_contract import Contract
from quant_ai_contract.document import Document, find, read

from . import lies

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "contract"


@cache
def contract() -> Contract:
    """What the suite takes for true."""
    document = read()
    lie = lies.told("yaml")
    return Contract(Document(lies.changed(document, lie) if lie is not None else document))


def mock_document_file() -> Path:
    """The document from which the mock server is made."""
    lie = lies.told("mock")
    return find() if lie is None or lie.document is None else _written(lies.changed(read(), lie), "mock")


def _written(document: object, name: str) -> Path:
    directory = BUILD / "lies"
    directory.mkdir(parents=True, exist_ok=True)
    file = directory / f"{name}-{abs(hash(json.dumps(document)))}.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file

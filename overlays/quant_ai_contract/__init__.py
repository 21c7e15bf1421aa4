"""Check recorded traffic, or a running server, against the OpenAPI document of the Quant AI API.

    contract = load()
    verdict = check(contract, Exchange("GET", "/models?limit=0", 200, reply_body=b"{}"))
    print(*verdict.errors, sep="\\n")

On the command line: `quant-ai-contract har recorded.har`, `quant-ai-contract server http://127.0.0.1:8787`.
"""

from __future__ import annotations

from pathlib import Path

from .check import Finding, Verdict, check
from .contract import Contract, Operation
from .document import Document, DocumentError, read
from .exchange import Exchange, Headers

__all__ = ["Contract", "DocumentError", "Exchange", "Finding", "Headers", "Operation", "Verdict", "check", "load"]


def load(path: Path | str | None = None) -> Contract:
    """The contract of the document at `path`, or of the one that this package was shipped with.

    Raises:
        DocumentError: It cannot be read, or is not an OpenAPI 3.1 document.
    """
    return Contract(Document(read(Path(path) if path is not None else None)))

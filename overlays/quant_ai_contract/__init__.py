"""Check recorded traffic, or a running server, against the OpenAPI document of the Quant AI API.

    contract = load()
    verdict = check(contract, Exchange("GET", "/models?limit=0", 200, reply_body=b"{}"))
    print(*verdict.errors, sep="\\n")

On the command line: `quant-ai-contract har recorded.har`, `quant-ai-contract server http://127.0.0.1:8787`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from .checking import Finding, Verdict, check
    from .contract import Contract, ContractOperation
    from .exchange import Exchange, Headers
    from .references import DocumentError

__all__ = [
    "Contract",
    "ContractOperation",
    "DocumentError",
    "Exchange",
    "Finding",
    "Headers",
    "Verdict",
    "check",
    "load",
]

_last: list[Contract] = []  # whoever checks often checks by the same document

# Imported when they are first used, so that the command can say which extra is missing.
_HOMES = {
    "Contract": "contract",
    "DocumentError": "references",
    "Exchange": "exchange",
    "Finding": "checking",
    "Headers": "exchange",
    "ContractOperation": "contract",
    "Verdict": "checking",
    "check": "checking",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(path: Path | str | None = None) -> Contract:
    """The contract of the document at `path`, or of the one that this package was shipped with.

    Raises:
        DocumentError: It cannot be read, or is not an OpenAPI 3.1 document.
    """
    from pathlib import Path

    from .contract import Contract
    from .references import ResolvedSpec, read

    source = read(Path(path) if path is not None else None)
    if not _last or _last[0].spec.source is not source:
        _last[:] = [Contract(ResolvedSpec(source))]
    return _last[0]

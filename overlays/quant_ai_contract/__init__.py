"""Check recorded traffic, or a running server, against the OpenAPI spec of the Quant AI API.

    contract = load()
    verdict = check(contract, Exchange("GET", "/models?limit=0", 200, reply_body=b"{}"))
    print(*verdict.errors, sep="\\n")

On the command line: `quant-ai-contract har recorded.har`, `quant-ai-contract server http://127.0.0.1:8787`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .checking import check
    from .contract import Contract, load
    from .contract_operations import ContractOperation
    from .exchange import Exchange, Headers
    from .findings import Finding, Verdict
    from .spec_file import DocumentError

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

# Imported on first use, so that the command can say which extra is missing.
_HOMES = {
    "Contract": "contract",
    "ContractOperation": "contract_operations",
    "DocumentError": "spec_file",
    "Exchange": "exchange",
    "Finding": "findings",
    "Headers": "exchange",
    "Verdict": "findings",
    "check": "checking",
    "load": "contract",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        try:
            value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("quant_ai"):
                raise
            advice = f"quant_ai_contract needs {error.name}: pip install 'quant-ai[mock]'"
            raise ModuleNotFoundError(advice, name=error.name) from None
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

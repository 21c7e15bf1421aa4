"""A mock server of the Quant AI API, built from its spec, with state and a clock.

Run `quant-ai-mock`, or in a test:

    with running_mock() as mock:
        client = QuantAI(base_url=mock.url, token=mock.token, organisation="acme")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .missing_extra import with_advice

if TYPE_CHECKING:
    from .client_clock import MockClock
    from .server import make_app
    from .testing import Mock, MockError, Organisation, running_mock

__all__ = ["Mock", "MockClock", "MockError", "Organisation", "make_app", "running_mock"]

_HOMES = {
    "Mock": "testing",
    "MockClock": "client_clock",
    "MockError": "testing",
    "Organisation": "testing",
    "make_app": "server",
    "running_mock": "testing",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        try:
            return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        except ModuleNotFoundError as error:
            raise with_advice(error) from None
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

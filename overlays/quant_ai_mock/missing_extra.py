"""Say which extra to install where one of its packages is missing."""

from __future__ import annotations


def with_advice(error: ModuleNotFoundError) -> ModuleNotFoundError:
    """The same error; if a package of the extra `mock` is missing, with what to do."""
    if (error.name or "").startswith("quant_ai"):
        return error
    return ModuleNotFoundError(f"quant_ai_mock needs {error.name}: pip install 'quant-ai[mock]'", name=error.name)

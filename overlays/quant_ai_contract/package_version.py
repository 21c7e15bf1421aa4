"""The version of this package."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def package_version() -> str:
    """The version that is installed, or that this is a checkout."""
    try:
        return version("quant-ai")
    except PackageNotFoundError:
        return "of a checkout"

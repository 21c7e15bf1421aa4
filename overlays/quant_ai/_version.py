"""The version, where a module can read it without importing the package's root."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("quant-ai")
except PackageNotFoundError:  # a checkout on the path, not installed
    __version__ = "0"

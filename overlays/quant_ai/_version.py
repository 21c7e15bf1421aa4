"""The version. pyproject.toml takes it from here: asking the installed package for it would cost each import 4 ms."""

__version__ = "0.1.0"

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

DocumentFormat: TypeAlias = Literal["pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md"] | str
"""Document format:

- `pdf`: PDF.
- `csv`: comma-separated values.
- `doc`, `docx`: Word.
- `xls`, `xlsx`: Excel.
- `html`: a web page.
- `txt`: plain text.
- `md`: Markdown.

All models that read documents accept `pdf`, `csv`, `docx` and `xlsx`; the others are less widely
supported.
"""

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

DocumentFormat: TypeAlias = Literal["pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md"] | str
"""Format of a document:

- `pdf`: PDF.
- `csv`: Values separated by commas.
- `doc`, `docx`: Word, the older and the newer format.
- `xls`, `xlsx`: Excel, the older and the newer format.
- `html`: A web page.
- `txt`: Plain text.
- `md`: Markdown.

All models that read documents take `pdf`, `csv`, `docx` and `xlsx`; the others are in use but less
certain.
"""

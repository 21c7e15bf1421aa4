# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FileContentType: TypeAlias = (
    Literal[
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "image/svg+xml",
        "application/pdf",
        "text/plain",
        "text/markdown",
        "text/html",
        "text/javascript",
        "text/css",
        "text/yaml",
        "application/json",
        "application/zip",
        "application/gzip",
        "video/mp4",
        "video/webm",
    ]
    | str
)
"""Supported media types:

- Images: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`
- Documents: `application/pdf`, `text/plain`, `text/markdown`, `text/html`
- Code and data: `text/javascript`, `text/css`, `text/yaml`, `application/json`
- Archives: `application/zip`, `application/gzip`
- Video: `video/mp4`, `video/webm`
"""

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

AiSearchCrawlStatus: TypeAlias = Literal["pending", "running", "completed", "complete", "failed"] | str
"""Status of a crawl:

- `pending`: waiting to start
- `running`: fetching and indexing
- `completed`: finished
- `complete`: another spelling of `completed`
- `failed`: failed before it could fetch the site
"""

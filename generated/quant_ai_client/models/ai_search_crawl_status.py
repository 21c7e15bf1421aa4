# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

AiSearchCrawlStatus: TypeAlias = Literal["pending", "running", "completed", "complete", "failed"] | str
"""How far a crawl has come:

- `pending`: it waits to begin
- `running`: it fetches and indexes
- `completed`: it has ended
- `complete`: the same in another spelling
- `failed`: it ended before it could fetch the site
"""

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageRegion: TypeAlias = Literal["us-east-1", "ap-northeast-1", "eu-west-1"] | str
"""AWS region that generates the image. The model is not available in Sydney (`ap-southeast-2`), so text
and images leave Australia:

- `us-east-1`: Northern Virginia.
- `ap-northeast-1`: Tokyo.
- `eu-west-1`: Ireland.
"""

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageRegion: TypeAlias = Literal["us-east-1", "ap-northeast-1", "eu-west-1"] | str
"""Region of the cloud in which the image is made. The model does not run in Sydney (`ap-southeast-2`), so
text and images leave Australia:

- `us-east-1`: Northern Virginia.
- `ap-northeast-1`: Tokyo.
- `eu-west-1`: Ireland.
"""

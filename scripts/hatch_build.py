"""Put the spec into the wheel as JSON too, so that the mock server starts without reading YAML.

This reads the spec with the mock's reader, not with scripts/openapi. The mock has to find in the JSON exactly what it
would read from the YAML, and an sdist has no other file of scripts/.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SpecAsJson(BuildHookInterface[Any]):
    """Runs when a wheel is built, but not for an editable install, whose spec may change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "overlays"))
        try:
            from quant_ai_mock.document.loading import as_json
        finally:
            del sys.path[0]
        self._folder = TemporaryDirectory()
        made = Path(self._folder.name) / "openapi.json"
        made.write_bytes(as_json(root / "spec" / "openapi.yaml"))
        build_data["force_include"][str(made)] = "quant_ai_mock/openapi.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self._folder.cleanup()

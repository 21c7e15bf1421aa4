"""Run the tests of a folder as its owner would, in a pytest of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_pytest(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run all tests of a folder.

    Of the plugins that are installed here, only the mock server's is loaded: the others take seconds to import.
    tests/wheels shows that pytest finds that plugin by itself.
    """
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-W",
            "error",
            "-p",
            "no:cacheprovider",
            "-p",
            "quant_ai_mock.pytest_plugin",
        ],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

"""Importing is cheap: models, and the libraries that they need, are imported on first use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def python(code: str, **environment: str) -> str:
    env = {**os.environ, **environment}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


OURS = "m.startswith('quant_ai_client.') or m in ('attr', 'httpx', 'dateutil')"
LOADED = f"import sys; print([m for m in sys.modules if {OURS}])"


def test_importing_the_package_imports_nothing_else() -> None:
    assert python(f"import quant_ai_client; {LOADED}") == "[]"


def test_importing_the_models_imports_none_of_them() -> None:
    assert python(f"import quant_ai_client.models; {LOADED}") == "['quant_ai_client.models']"


def test_the_facade_needs_neither_a_model_nor_attrs() -> None:
    loaded = python(f"from quant_ai_client.resources.chat import AsyncChat, Chat; Chat(None); {LOADED}")
    assert "models." not in loaded
    assert "attr" not in loaded


def test_a_model_imports_only_what_it_is_made_of() -> None:
    loaded = python(f"from quant_ai_client.models import TokenUsage; {LOADED}")
    assert "quant_ai_client.models.token_usage" in loaded
    assert "chat_reply" not in loaded


def test_all_names_of_the_models_resolve_and_are_listed() -> None:
    code = (
        "import quant_ai_client.models as m; ns = {}; exec('from quant_ai_client.models import *', ns);"
        "assert set(m.__all__) <= set(ns), 'star'; assert set(m.__all__) <= set(dir(m)), 'dir';"
        "print(len(m.__all__) > 100)"
    )
    assert python(code) == "True"


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    code = "import quant_ai_client.models as m\ntry: m.Nothing\nexcept AttributeError as e: print(e)"
    assert python(code) == "module 'quant_ai_client.models' has no attribute 'Nothing'"


@pytest.mark.slow
def test_all_facade_classes_import_in_a_quarter_of_the_time_of_httpx(root: Path, tmp_path: Path) -> None:
    tags = [
        path.stem for path in (root / "generated/quant_ai_client/resources").glob("*.py") if path.stem != "__init__"
    ]
    imports = "; ".join(f"import quant_ai_client.resources.{tag}" for tag in tags)
    code = (
        "from time import process_time as now; start = now(); import httpx; middle = now();"
        f"import quant_ai_client.resources; {imports}; print(middle - start, now() - middle)"
    )
    cached: dict[str, Any] = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    python(code, **cached)
    of_httpx, own = zip(*(map(float, python(code, **cached).split()) for _ in range(5)), strict=True)
    assert min(own) < min(of_httpx) / 4

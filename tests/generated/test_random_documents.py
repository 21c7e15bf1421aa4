"""Whatever a document is made of: it is refused with its place and a reason, or its package works.

The same few documents in every run; DOCUMENTS=500 makes others, as the nightly run does.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from tests.generated.random_documents import documents
from tests.generated.support import RUNTIME, borrowed
from tests.type_checks.checkers import STRICT_MYPY

from generator.rendering import faults, render
from openapi import Spec
from quant_ai_mock import running_mock
from quant_ai_mock.synthetic.schema_values import generate_value

EXAMPLES = int(os.environ.get("DOCUMENTS", "8"))
MOST_REFUSED = 0.1
"""The share of documents that may be refused: nearly all of them for an `allOf` that contradicts itself."""
NUMBERS = count()
REFUSED: list[bool] = []
"""For each document, whether it was refused."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for the packages, on the path."""
    folder = tmp_path_factory.mktemp("random")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@given(data=documents())
@settings(max_examples=EXAMPLES, derandomize=EXAMPLES < 100, suppress_health_check=list(HealthCheck))
def test_a_document_is_refused_with_a_reason_or_its_package_works(folder: Path, data: dict[str, Any]) -> None:
    spec = Spec(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "spec.yaml")
    found = list(faults(spec))
    REFUSED.append(bool(found))
    assert all(fault.what and fault.fix and fault.pointer for fault in found), found
    assert not any("the generator failed" in fault.what for fault in found), found
    if not found:
        package, first = f"random_{next(NUMBERS)}", next(folder.glob("random_*/__init__.py"), None)
        for path, text in render(spec).items():
            file = folder / package / path
            file.parent.mkdir(parents=True, exist_ok=True)
            shared = first and path in RUNTIME and path.endswith(".py")
            file.write_text(borrowed(first.parent.name, file.stem) if first and shared else text, encoding="utf-8")
        for file in sorted((folder / package).rglob("*.py")):
            module = file.relative_to(folder).with_suffix("").as_posix().replace("/", ".")
            importlib.import_module(module.removesuffix(".__init__"))
        for operation in spec.operations:
            module = importlib.import_module(f"{package}.api.{operation.resource}.{operation.module}")
            wire = importlib.import_module(f"{package}.encoding").wire
            check_values(spec, operation, module, wire)
        check_mock(folder / f"{package}.yaml", spec, package)


def check_values(spec: Spec, operation: Any, module: Any, wire: Any) -> None:
    """A value that fits the schema is read and given back, and sent, as it is."""
    for key, part in [("body", operation.body), *operation.responses.items()]:
        if part is None or not part.json_type:
            continue
        value = generate_value(part.json_schema, spec.data, rng=Random(7))
        if not fits(spec, part.json_schema, value):
            continue
        if key == "body":
            body = spec.resolve(operation.body.json_schema)
            given = {name: "a" if name == "a" else 2 for name in operation.path_names}
            sent = module.request(**{name: given[name] for name in given}, body=value)
            is_left_out = value is None or (not value and "properties" in body)  # as an optional body is
            assert sent.body == value or is_left_out, (sent.body, value)
        elif str(key).startswith("2"):
            status = 200 if key == "2XX" else int(key)
            decode, _ = module.OPERATION.decoder(status, part.json_type)
            assert wire(decode(value)) == value


def fits(spec: Spec, schema: Any, value: Any) -> bool:
    """Whether a value fits a schema; no value fits a `oneOf` of two that overlap."""
    whole = {"$ref": "#/root", "root": schema, "components": spec.data["components"]}
    return bool(jsonschema_rs.Draft202012Validator(whole).is_valid(value))


def is_servable(spec: Spec, operation: Any) -> bool:
    """Whether the mock server has a value for the reply, and the request needs none."""
    if operation.body is not None or any(parameter.required for parameter in operation.parameters):
        return False
    part = next(part for status, part in operation.responses.items() if status.startswith("2"))
    return not part.json_type or fits(spec, part.json_schema, generate_value(part.json_schema, spec.data))


def check_mock(file: Path, spec: Spec, package: str) -> None:
    """The mock server serves the document, and its own replies fit it in strict mode."""
    file.write_text(spec.text, encoding="utf-8")
    client_module = importlib.import_module(f"{package}.client")
    errors = importlib.import_module(f"{package}.errors")
    with running_mock(spec=file, strict=True) as mock:
        organisation = mock.organisation()
        base = organisation.url.rstrip("/")
        base = base if base.endswith("/api") else f"{base.split('/api')[0]}/api"
        statuses: list[int] = []
        with client_module.AuthenticatedClient(base, organisation.token) as client:
            for operation in spec.operations:
                module = importlib.import_module(f"{package}.api.{operation.resource}.{operation.module}")
                if is_servable(spec, operation):
                    statuses.append(status_of(module, errors.StatusError, client))
        assert 500 not in statuses


def status_of(module: Any, error_class: Any, client: Any) -> int:
    try:
        return int(module.sync_detailed(client=client).status_code)
    except Exception as error:
        if not isinstance(error, error_class):
            raise
        return int(error.status_code)  # type: ignore[attr-defined]


def test_no_package_uses_a_name_that_it_does_not_have(folder: Path) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=F821,F822,F823,F811"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_few_documents_are_refused() -> None:
    if len(REFUSED) >= 200:
        assert sum(REFUSED) <= len(REFUSED) * MOST_REFUSED, f"{sum(REFUSED)} of {len(REFUSED)}"


@pytest.mark.slow
def test_every_random_package_is_clean_for_mypy(folder: Path) -> None:
    names = [path.name for path in folder.iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    command = [sys.executable, "-m", *STRICT_MYPY, *(f"-p{name}" for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout[-3000:]

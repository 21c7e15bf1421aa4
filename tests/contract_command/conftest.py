"""A mock server behind a recorder, and the command `quant-ai-contract har`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.contract.support.loaded_spec import contract
from tests.contract.support.target import Target, mock_target

from quant_ai_contract.command_line import main
from quant_ai_mock import Organisation

from .support.har_entries import CheckHar


@pytest.fixture(scope="session")
def target() -> Iterator[Target]:
    """The service under test."""
    with mock_target(contract()) as found:
        yield found


@pytest.fixture
def organisation(target: Target) -> Organisation:
    """A fresh organisation of the mock server."""
    return target.mock.organisation(target.new_organisation())


@pytest.fixture
def check_har(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CheckHar:
    """Checks a recording with the command; returns its exit status and output."""

    def check(content: bytes, *options: str, name: str = "traffic.har") -> tuple[int, str, str]:
        (tmp_path / name).write_bytes(content)
        capsys.readouterr()
        status = main(["har", *options, str(tmp_path / name)])
        output = capsys.readouterr()
        return status, output.out, output.err

    return check

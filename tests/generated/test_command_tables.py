"""The tables of commands of a spec in which everything is odd: each command can be shown, parsed and completed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.generated.support import minimal, with_parameter

CODE = """
import warnings
warnings.simplefilter("error")
import click
from quant_ai_cli.application import application
from quant_ai_cli.command_classes import FittingContext
from quant_ai_cli.invocation import Invocation

def walk(command, name, parent):
    ctx = FittingContext(command, info_name=name, parent=parent, obj=Invocation(), **command.context_settings)
    assert command.get_help(ctx).startswith("Usage: ")
    command.make_parser(ctx)
    command.shell_complete(ctx, "-")
    for inner in command.list_commands(ctx) if isinstance(command, click.Group) else ():
        walk(command.get_command(ctx, inner), inner, ctx)

walk(application(), "quant-ai", None)
"""


def use(package: Path, folder: Path, root: Path) -> None:
    """Use every command of a generated package."""
    (folder / "quant_ai_client").symlink_to(package, target_is_directory=True)
    path = os.pathsep.join([str(folder), str(root / "overlays")])
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_commands_of_an_odd_spec_can_be_used(nasty_path: Path, tmp_path: Path, root: Path) -> None:
    use(nasty_path, tmp_path, root)


def test_a_resource_without_a_word_of_text_has_commands(generate: Any, tmp_path: Path, root: Path) -> None:
    spec = minimal(tmp_path, with_parameter(schema={"type": "string"}))
    done = generate("--spec", spec, "--output", tmp_path / "package")
    assert done.returncode == 0, done.stderr
    use(tmp_path / "package", tmp_path, root)

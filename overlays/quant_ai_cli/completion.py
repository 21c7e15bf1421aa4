"""`quant-ai completion`: scripts that complete commands in shells. PowerShell's is ours; the others are click's."""

from __future__ import annotations

import os
from typing import Any, ClassVar, Final

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from . import terminal
from .command_classes import OurCommand

SHELLS: Final = ("bash", "zsh", "fish", "powershell")
NAME: Final = "quant-ai"
VARIABLE: Final = "_QUANT_AI_COMPLETE"
HELP: Final = (
    "Print a script that completes commands, options and values in your shell.\n\n"
    '- bash: eval "$(quant-ai completion bash)" in ~/.bashrc\n'
    '- zsh: eval "$(quant-ai completion zsh)" in ~/.zshrc, after compinit\n'
    "- fish: quant-ai completion fish > ~/.config/fish/completions/quant-ai.fish\n"
    "- PowerShell: quant-ai completion powershell | Out-String | Invoke-Expression in $PROFILE"
)

_POWERSHELL: Final = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_WORD = $wordToComplete
    try {
        %(prog_name)s | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_WORD
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion in PowerShell, on all platforms."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that word."""
        words = split_arg_string(os.environ["COMP_WORDS"])[1:]
        incomplete = os.environ.get("COMP_WORD", "")
        return (words[:-1] if incomplete and words else words), incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """A value and what it means; PowerShell needs a text for both."""
        return f"{item.value}\t{' '.join(str(item.help or item.value).split())}"


def register() -> None:
    """Let click know PowerShell."""
    add_completion_class(PowerShellComplete)


def completion_command(table: object) -> click.Command:
    """The command."""
    return OurCommand(
        name="completion",
        callback=_print,
        help=HELP,
        params=[click.Argument(["shell"], type=click.Choice(SHELLS, case_sensitive=False))],
    )


def _print(shell: str) -> None:
    register()
    found = get_completion_class(shell)
    assert found is not None
    made: Any = found(click.get_current_context().find_root().command, {}, NAME, VARIABLE)
    terminal.write(f"{(made.source_template % made.source_vars()).strip()}\n")

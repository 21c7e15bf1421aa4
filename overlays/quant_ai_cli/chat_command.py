"""`quant-ai chat`: a prompt, an interactive chat, or one of the commands of the resource."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

import click

from . import terminal
from .command_classes import show_help_if_wanted
from .invocation import COMMON_OPTIONS, Invocation, invocation
from .operation_commands import OperationGroup
from .typed_files import decoded, read_text, stdin_bytes

if TYPE_CHECKING:
    from quant_ai_client.command_types import CommandGroup

HELP: Final = (
    "Chat with a model, and show its reply as it comes.\n\n"
    'quant-ai chat "Name three trees." sends a prompt. Piped text is sent with it: cat log | quant-ai chat "What'
    ' broke?".'
    " Without a prompt, on a terminal, an interactive chat starts; /help lists what can be done there. Put -- before a"
    " prompt that begins with a dash or is the name of a command."
)


def _text(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A text, or the content of a file behind an @."""
    if value is None or not value.startswith("@") or ctx.resilient_parsing:
        return value
    return value[1:] if value.startswith("@@") else read_text(value[1:])


OPTIONS: Final = (
    click.Option(["-m", "--model"], metavar="ID", help="The model (QUANT_MODEL, or that of the profile)."),
    click.Option(["-s", "--system"], metavar="TEXT|@FILE", callback=_text, help="Instructions for the model."),
    click.Option(["--session"], metavar="ID", help="Go on with a session, which keeps the history."),
    click.Option(["--agent"], metavar="ID", help="Chat with an agent."),
    click.Option(["--image"], metavar="FILE", multiple=True, help="Send an image. Can be given several times."),
    click.Option(["--document"], metavar="FILE", multiple=True, help="Send a document. Can be given several times."),
    click.Option(["--schema"], metavar="FILE", help="A JSON Schema that the reply follows."),
    click.Option(["--max-tokens"], type=click.IntRange(min=1), help="The longest reply."),
    click.Option(["--tool"], metavar="MODULE:FUNCTION", multiple=True, help=(
        "A Python function that the model may call. Can be given several times."
    )),
    click.Option(["-y", "--yes"], is_flag=True, help="Run tools without asking before each call."),
)  # fmt: skip


class ChatGroup(OperationGroup):
    """The commands of the resource, and the chat itself.

    The first argument that is no option decides: the name of a command, or the beginning of a prompt.
    """

    def __init__(self, table: CommandGroup) -> None:
        super().__init__(table, {})
        self.params = [*OPTIONS, *self.params]
        self.help = HELP
        self.no_args_is_help = False
        self.invoke_without_command = True
        self.callback = _run

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments of a chat, or those before the name of a command."""
        given = list(args)
        first = self._first_word(ctx, given)
        if first is not None and self.get_command(ctx, first) is not None:
            return super().parse_args(ctx, args)
        ctx.allow_interspersed_args = True
        try:
            words = click.Command.parse_args(self, ctx, args)
        except click.UsageError:
            show_help_if_wanted(ctx, given)
            raise
        if len(words) == 1 and "--" not in given and not ctx.resilient_parsing:
            self._refuse_misspelt(ctx, words[0])
        ctx.params["words"] = words
        ctx.args = []
        return []

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """How it is called."""
        return ["[OPTIONS]", "[PROMPT | COMMAND [ARGS]...]"]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The names of commands and options."""
        return super().shell_complete(ctx, incomplete)

    def _first_word(self, ctx: click.Context, args: list[str]) -> str | None:
        """The first argument that is neither an option nor the value of one."""
        flags = {name for param in (*self.params, *COMMON_OPTIONS) if _takes_no_value(param) for name in param.opts}
        words = iter(args)
        for word in words:
            if word == "--":
                return None
            if not word.startswith("-") or word == "-":
                return word
            if word not in flags and "=" not in word and (word.startswith("--") or len(word) == 2):
                next(words, None)
        return None

    def _refuse_misspelt(self, ctx: click.Context, word: str) -> None:
        """Refuse a prompt of one word that looks like a command: sending it would be billed."""
        from difflib import get_close_matches

        near = get_close_matches(word, self.list_commands(ctx), 1, cutoff=0.75)
        if near:
            raise click.UsageError(
                f"No such command {word!r}. Did you mean {near[0]!r}? To send it as a prompt, write:"
                f" quant-ai chat -- {word}",
                ctx,
            )


def chat_group(table: CommandGroup | None) -> ChatGroup:
    """The command, also where the spec has no commands of its own for it."""
    from quant_ai_client.command_types import CommandGroup

    return ChatGroup(table or CommandGroup("chat", ""))


def _takes_no_value(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and (param.is_flag or param.count)


def _run(words: list[str] | None = None, **given: Any) -> int | None:
    if words is None:  # a command of the resource runs
        if wrong := [name for name, value in given.items() if value not in (None, False, ())]:
            raise click.UsageError(f"--{wrong[0].replace('_', '-')} is an option of a chat, and not of its commands")
        return None
    from .chat_session import ChatSettings, converse, send_prompt

    options = invocation()
    prompt = _prompt(options, " ".join(words))
    settings = ChatSettings(**given)
    return converse(options, settings) if prompt is None else send_prompt(options, settings, prompt)


def _prompt(options: Invocation, typed: str) -> str | None:
    """The prompt with piped text before it; None for an interactive chat."""
    if terminal.is_terminal(sys.stdin):
        if not typed and (options.output or options.jq or options.dry_run):
            raise click.UsageError("A prompt is missing.")
        return typed or None
    piped = decoded(stdin_bytes(), "stdin").strip("\n")
    prompt = "\n\n".join(filter(None, [piped, typed]))
    if not prompt.strip():
        raise click.UsageError("A prompt is missing, and stdin is empty.")
    return prompt

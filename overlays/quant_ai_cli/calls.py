"""Make the call of a command, and print what it returns: a reply, pages, a stream, or a job."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from . import terminal
from .clients import connected, namespace_default
from .failures import CommandError, ExitCode
from .output import Output, to_json
from .progress import job_progress

if TYPE_CHECKING:
    from quant_ai import QuantAI
    from quant_ai_client.command_types import Command, CommandGroup

    from .invocation import Invocation


def run(
    options: Invocation,
    group: CommandGroup,
    command: Command,
    path: list[Any],
    arguments: Mapping[str, Any],
    *,
    everything: bool = False,
    wait: bool = False,
    deadline: float | None = None,
) -> None:
    """Call the method of a command and print the result.

    Args:
        options: The common options.
        group: The resource.
        command: The command.
        path: Its positional arguments.
        arguments: All others.
        everything: Whether to read every page of a list.
        wait: Whether to wait for the job that the call starts.
        deadline: Seconds to wait at most.
    """
    output = Output(options, stem=command.name)
    if deadline is not None and command.kind != "wait" and not wait:
        raise click.UsageError("--deadline is the limit of --wait, which is missing")
    bound = bound_namespace(options, group)
    with connected(options) as client:
        method = getattr(resource(client, group.resource, bound), command.method)
        if options.dry_run:
            show_plan(method, *path, **arguments)
        elif command.kind == "page":
            _pages(output, method(*path, **arguments), everything=everything)
        elif command.kind == "stream":
            _stream(output, method(*path, **arguments))
        elif command.kind == "wait":
            with job_progress(command.state) as progress:
                done = method(*path, **arguments, deadline=deadline, on_update=progress)
            output.reply(done)
        elif command.kind == "start":
            _job(output, command, method(*path, **arguments), wait=wait, deadline=deadline)
        else:
            reply = method(*path, **arguments)
            found = _waiting(client, command, reply, path, bound) if wait else None
            if found is None:
                output.reply(reply)
            else:
                waiting, given = found
                with job_progress(command.state) as progress:
                    reply = waiting(**given, deadline=deadline, on_update=progress)
                output.reply(reply)


def resource(client: QuantAI, name: str, bound: Mapping[str, str]) -> Any:
    """A resource of the client."""
    found = getattr(client, name)
    return found(**bound) if bound else found


def bound_namespace(options: Invocation, group: CommandGroup) -> dict[str, str]:
    """What a resource is called with.

    Raises:
        click.UsageError: Something is missing.
    """
    bound: dict[str, str] = {}
    for value in group.namespace:
        given = options.namespace.get(value.argument) or namespace_default(options, value.argument)
        if not given:
            variable = f"QUANT_{value.argument.upper()}"
            raise click.UsageError(f"Missing option '--{value.name}'. It can also be set as {variable}.")
        bound[value.argument] = given
    return bound


def show_plan(method: Any, *path: Any, **arguments: Any) -> None:
    """Print the request of a call as a curl command, without sending it."""
    from .shown_requests import Planned, curl

    try:
        found = method(*path, **arguments)
        if hasattr(found, "final"):  # a stream, which sends its request when it is opened
            with found:
                pass
    except Planned as planned:
        terminal.write(f"{curl(planned.request)}\n")
        return
    raise CommandError("the command sends no request", ExitCode.USAGE)


def _pages(output: Output, page: Any, *, everything: bool) -> None:
    if everything:
        output.items(page)
        return
    output.reply(page.reply, list(page.items))
    if page.has_next_page and output.on_terminal:
        terminal.note("There may be more: --all reads every page.")


def _stream(output: Output, stream: Any) -> None:
    """Text as it comes, on a terminal; into a pipe each event as a line of JSON; otherwise the whole reply."""
    with stream:
        if output.given == "text" or (output.given is None and output.on_terminal):
            write_text(stream.text)
            stream.final()
        elif output.given in (None, "jsonl") and not output.options.jq:
            for event in stream:
                terminal.write(f"{output.json(to_json(event))}\n")
        else:
            events = list(stream)
            reply = stream.final()
            output.reply(events if reply is None else reply)  # JSON lines have no other reply


def write_text(pieces: Any, end: str = "\n") -> None:
    """Write pieces of text as they come, and end the line."""
    on_terminal = terminal.is_terminal(sys.stdout)
    last = "\n"
    try:
        for piece in pieces:
            last = piece  # noted first: an interrupt may come at any moment
            terminal.write(terminal.safe(piece) if on_terminal else piece)
    finally:
        if not last.endswith("\n"):
            terminal.write(end)


def _job(output: Output, command: Command, job: Any, *, wait: bool, deadline: float | None) -> None:
    if not wait:
        output.reply(job.reply)
        return
    with job_progress(command.state) as progress:
        done = job.wait(deadline=deadline, on_update=progress)
    output.reply(done)


def _waiting(
    client: QuantAI, command: Command, reply: Any, path: list[Any], bound: Mapping[str, str]
) -> tuple[Any, dict[str, Any]] | None:
    """The method that waits for the job of a reply, and its arguments; None if the reply names no job."""
    if command.wait is None:
        return None
    given: dict[str, Any] = {}
    in_path = [value for value in command.values if value.place == "path"]
    sent = {value.wire: item for value, item in zip(in_path, path, strict=True)} | dict(bound)
    for argument, expression in command.wait.arguments:
        if argument in bound:
            continue
        source, _, name = re.sub(r"^\$", "", expression).replace("#/", ".").rpartition(".")
        found = to_json(reply).get(name) if source == "response.body" else sent.get(name)
        if found is None:
            terminal.note(f"There is nothing to wait for: the reply has no {name}.")
            return None
        given[argument] = found
    return getattr(resource(client, command.wait.resource, bound), command.wait.method), given

"""`quant-ai files upload` and `quant-ai vector-db upload`: any number of local files, with progress."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from . import terminal
from .calls import run, show_plan
from .clients import connected
from .command_classes import OurCommand
from .failures import ExitCode, exit_code, is_expected
from .invocation import invocation
from .operation_commands import operation_command, parameter
from .output import Output, to_json
from .progress import upload_progress
from .request_bodies import arguments_of
from .typed_files import decoded

if TYPE_CHECKING:
    from quant_ai_client.command_types import Command, CommandGroup

DOCUMENTS_HELP: Final = (
    "Upload text files as documents of a collection. Patterns such as 'docs/**/*.md' are expanded.\n\nThe path of a"
    " file is the key of its document, so that a second upload replaces it. Files are sent in parallel batches; if some"
    " fail, the others are stored."
)
FILES_HELP: Final = (
    "Upload files of any size. Patterns such as 'docs/**/*.pdf' are expanded.\n\nWithout files, the options describe"
    " one, with its content in base64 as --content, or @FILE."
)


def document_upload_command(group: CommandGroup) -> click.Command:
    """`upload` of a resource that stores documents."""
    command = _of_table(group, "upload-documents")
    collection = next(value for value in command.values if value.place == "path")
    others = [value for value in command.values if value.place == "body" and not value.required]

    def callback(files: Sequence[str], **given: Any) -> int:
        options = {value.argument: given[value.argument] for value in others if given[value.argument] not in (None, ())}
        return _upload_documents(group, given[collection.argument], found_files(files), options)

    params = [
        parameter(collection),
        click.Argument(["files"], nargs=-1, required=True, metavar="FILE..."),
        *map(parameter, others),
    ]
    return OurCommand(
        name="upload", callback=callback, params=params, help=DOCUMENTS_HELP, short_help="Upload text files."
    )


def file_upload_command(group: CommandGroup) -> click.Command:
    """`upload` of a resource that stores files."""
    command = _of_table(group, "upload")
    made = operation_command(group, command)

    def callback(files: Sequence[str], **given: Any) -> int | None:
        if files:
            return _upload_files(group, found_files(files), command, given)
        run(invocation(), group, command, [], arguments_of(command, given, given.pop("body_option", None)))
        return None

    return OurCommand(
        name="upload",
        callback=callback,
        params=[click.Argument(["files"], nargs=-1, metavar="[FILE]..."), *made.params],
        help=f"{FILES_HELP}\n\n{command.text}",
        short_help="Upload files.",
    )


def found_files(names: Sequence[str]) -> list[Path]:
    """The files of these names and patterns.

    Raises:
        click.UsageError: There is none for one of them.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            raise click.UsageError(f"{name} is a folder; write '{path.as_posix()}/**/*' for the files in it")
        if path.exists():
            found.append(path)
            continue
        matches = [Path(one) for one in sorted(glob.glob(name, recursive=True)) if Path(one).is_file()]  # noqa: PTH207
        if not matches:
            raise click.UsageError(f"{name}: there is no such file")
        found += matches
    return list(dict.fromkeys(found))


def _of_table(group: CommandGroup, name: str) -> Command:
    table = import_module(f"quant_ai_client.commands.{group.resource}").COMMANDS
    found: Command = next(command for command in table if command.name == name)
    return found


def _upload_documents(group: CommandGroup, collection: str, files: list[Path], options: dict[str, Any]) -> int:
    common = invocation()
    output = Output(common, stem="upload")
    documents = [{"key": path.as_posix(), "content": decoded(path.read_bytes(), str(path))} for path in files]
    with connected(common) as client:
        resource = getattr(client, group.resource)
        if common.dry_run:
            show_plan(resource.upload_many, collection, documents, **options)
            return ExitCode.OK
        with upload_progress(len(documents), "documents") as progress:
            done = resource.upload_many(collection, documents, on_progress=progress, **options)
    failures = [(files[one.index], one.error) for one in done.failures]
    return _summed_up(output, done.uploaded, failures)


def _upload_files(group: CommandGroup, files: list[Path], command: Command, given: dict[str, Any]) -> int:
    common = invocation()
    output = Output(common, stem="upload")
    names = {"content_type", "filename", "metadata"}
    fields = {value.argument: value for value in command.values}
    options = {name: given[name] for name in names & fields.keys() if given.get(name) is not None}
    ignored = [fields[name].name for name in fields.keys() - names if given.get(name) not in (None, ())]
    if ignored or given.get("body_option"):
        raise click.UsageError(
            f"--{ignored[0] if ignored else 'body'} describes a single file; leave it out with files"
        )
    if "filename" in options and len(files) > 1:
        raise click.UsageError("--filename is for a single file")
    stored: list[Any] = []
    failures: list[tuple[Path, BaseException]] = []
    with connected(common) as client, upload_progress(len(files), "files") as progress:
        method = getattr(client, group.resource).upload_path
        for path in files:
            if common.dry_run:
                show_plan(method, path, **options)
                continue
            try:
                stored.append(to_json(method(path, **options)))
            except Exception as error:
                if not is_expected(error):
                    raise
                failures.append((path, error))
            progress(len(stored), len(failures))
    if common.dry_run:
        return ExitCode.OK
    if len(files) == 1 and stored:
        output.value(stored[0])
        return ExitCode.OK
    return _summed_up(output, len(stored), failures, stored)


def _summed_up(
    output: Output, count: int, failures: list[tuple[Path, BaseException]], stored: list[Any] | None = None
) -> int:
    """Print how many were stored, and name those that were not."""
    for path, error in failures:
        terminal.note(f"quant-ai: {path}: {output.options.redacted(' '.join(str(error).split()))}")
    facts = {"uploaded": count, "failed": [str(path) for path, _ in failures]}
    output.value({**facts, "files": stored} if stored is not None else facts)
    if not failures:
        return ExitCode.OK
    return ExitCode.INCOMPLETE if count else exit_code(failures[0][1])

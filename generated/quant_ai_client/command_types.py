# Copied from scripts/generator/runtime/command_types.py. Do not edit: change that, and run `make generate`.
"""The commands of a command line, as data: what the spec says about each operation.

The modules in `commands` hold one table for each resource. Nothing here depends on how a command line is parsed.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class CommandValue(NamedTuple):
    """A value that a command takes: a positional argument or an option."""

    name: str
    """As users write it: "max-tokens"."""
    argument: str
    """Argument of the method: "max_tokens"."""
    wire: str
    """Name in the request: "maxTokens"."""
    place: Literal["path", "query", "header", "body"]
    kind: Literal["text", "integer", "number", "boolean", "time", "bytes", "json", "any"]
    """The type of the value, or of each item if there may be several; `any` is text or JSON."""
    help: str = ""
    required: bool = False
    nullable: bool = False
    """Whether null is a value of its own."""
    many: Literal["", "items", "either"] = ""
    """Whether it takes several values: an array always, or an array as well as one value alone."""
    choices: tuple[str, ...] = ()
    """The values that the spec lists."""


class CommandWait(NamedTuple):
    """How to wait for the job that a command starts."""

    resource: str
    method: str
    """The method that waits."""
    arguments: tuple[tuple[str, str], ...] = ()
    """Its arguments, each with a runtime expression of OpenAPI such as "$response.body#/jobId"."""


class Command(NamedTuple):
    """A method of the client as a command."""

    name: str
    """As users write it: "get-overlay"."""
    method: str
    """Method of the resource: "get_overlay"."""
    kind: Literal["call", "page", "stream", "start", "wait"]
    request: str
    """Method and path: "GET /agents/{agentId}/overlay"."""
    summary: str = ""
    text: str = ""
    """The description, in paragraphs."""
    values: tuple[CommandValue, ...] = ()
    """Positional arguments first, in their order."""
    body: Literal["", "fields", "json", "bytes"] = ""
    """Whether there is a body: JSON whose fields are values of the command, other JSON, or bytes."""
    modes: tuple[tuple[str, str], ...] = ()
    """Fields of the body that select another command, each with that command's name."""
    alias: str = ""
    """Another name of the command."""
    wait: CommandWait | None = None
    state: str = ""
    """Field of the job that says how far it is, if the command can wait for one."""
    deprecated: bool = False


class CommandGroup(NamedTuple):
    """The commands of one resource."""

    name: str
    """As users write it: "vector-db"."""
    resource: str
    """Attribute of the client, and the module with its table: "vector_db"."""
    summary: str = ""
    text: str = ""
    namespace: tuple[CommandValue, ...] = ()
    """Options of all of its commands, which the resource is called with."""

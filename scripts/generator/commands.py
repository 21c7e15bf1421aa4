"""The tables of commands: each method of the facade, with its arguments as options, types and help included."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from openapi import Spec, SpecOperation
from openapi.python_names import python_name, resource_name
from openapi.spec_operation import JSON

from . import docs_text as docs
from .argument import Argument
from .command_texts import CommandWords, value_help
from .facade_methods import Method, methods_of
from .operation_view import OperationView

Record = dict[str, Any]

_RESERVED: Final = {
    *("all", "body", "deadline", "dry-run", "error-format", "help", "jq", "mock", "output", "raw-output", "save-to"),
    *("token", "token-stdin", "verbose", "wait"),
}
"""Options that commands have besides those of the spec; a field of such a name gets the ending `-field`. Other options
of all commands, such as `--base-url`, give way to a field, and can then be given before the command's name."""

_TAKEN: Final = {"completion", "configure", "man", "mock"}
"""Commands that are written by hand; a resource of such a name gets the ending `-api`."""

_POSITIONAL: Final = {"Command": 4, "CommandGroup": 2, "CommandValue": 5, "CommandWait": 2}
"""How many fields at the beginning of each table are written without their names, which saves half of the lines."""

_KINDS: Final = {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean"}
_FORMATS: Final = {"date-time": "time"}


def command_modules(spec: Spec, views: Mapping[str, OperationView], header: str) -> dict[str, str]:
    """The modules with the tables, by their path in the package.

    Args:
        spec: The spec as it is written: commands have its names and words, and not those of Python.
        views: The operations as the facade has them.
        header: The first line of each module.
    """
    return _Tables(spec, dict(views)).modules(header)


class _Tables:
    def __init__(self, spec: Spec, views: dict[str, OperationView]) -> None:
        self.spec, self.views = spec, views
        self.operations = {operation.id: operation for operation in spec.operations}
        self.methods = {id_: list(methods_of(view, views)) for id_, view in views.items()}
        waits = [view.tag for view in views.values() if view.polling]
        self.lone = {tag for tag in waits if waits.count(tag) == 1}
        names = {
            (operation.method.upper(), operation.path): self._path_of(
                views[operation.id], self.methods[operation.id][0]
            )
            for operation in spec.operations
        }
        self.words = CommandWords(names)

    def modules(self, header: str) -> dict[str, str]:
        tags = list(dict.fromkeys(view.tag for view in self.views.values()))
        groups = [self._group(tag) for tag in tags]
        made = {
            "commands/__init__.py": _module(header, "The groups of commands, each with a module.", "GROUPS", groups)
        }
        for tag in tags:
            commands = [command for view in self.views.values() if view.tag == tag for command in self._commands(view)]
            made[f"commands/{tag}.py"] = _module(header, f"The commands of {tag}.", "COMMANDS", commands)
        return made

    def _group(self, tag: str) -> Record:
        text = next((one.get("description", "") for one in self.spec.tags if resource_name(one["name"]) == tag), "")
        said = self.words.say(text, {}, {})
        first = next(view for view in self.views.values() if view.tag == tag)
        return _record(
            "CommandGroup",
            name=group_name(tag),
            resource=tag,
            summary=_first_sentence(said),
            text=said,
            namespace=[self._value(first, argument, set()) for argument in first.namespace_arguments],
        )

    def _commands(self, view: OperationView) -> Iterator[Record]:
        operation = self.operations[view.operation.id]
        for method in self.methods[operation.id]:
            taken: set[str] = set()
            ordered = sorted(method.arguments, key=lambda argument: argument.place != "path")
            given = [argument for argument in ordered if argument.place in ("path", "query", "header", "body")]
            values = [self._value(view, argument, taken) for argument in given]
            options = {value["wire"]: value["name"] for value in values if value["place"] != "path"}
            for value in values:
                value["help"] = self.words.say(value["help"], options, self._modes(view)).replace("\n", " ")
            text = "" if method.kind == "wait" else str(operation.value.get("description", ""))
            name, full = self._name(view, method), _kebab(method.name)
            wait, polled = self._wait(operation, method)
            yield _record(
                "Command",
                name=name,
                method=method.name,
                kind=method.kind,
                request=f"{operation.method.upper()} {operation.path}",
                summary=self._summary(operation, method),
                text=self.words.say(text, options, self._modes(view)),
                values=values,
                body=self._body(view, method),
                modes=[(mode["property"], _kebab(mode["method"])) for mode in view.modes if "method" in mode],
                alias=full if full != name else "",
                wait=wait,
                state=polled.polling["state"] if polled and polled.polling else "",
                deprecated=bool(view.deprecated),
            )

    def _name(self, view: OperationView, method: Method) -> str:
        if method.kind == "wait" and (method.name == "wait_for" or view.tag in self.lone):
            return "wait"
        return _kebab(method.name)

    def _path_of(self, view: OperationView, method: Method) -> str:
        return f"{group_name(view.tag)} {self._name(view, method)}"

    def _summary(self, operation: SpecOperation, method: Method) -> str:
        mode = next((one for one in operation.value.get("x-modes", []) if one.get("method") == method.name), None)
        if method.kind == "wait":
            return operation.waiting_summary
        return operation.mode_summary(mode) if mode else operation.summary or operation.id

    def _modes(self, view: OperationView) -> dict[tuple[str, str], str]:
        return {
            (mode["property"], str(mode["value"]).lower()): f"{group_name(view.tag)} {_kebab(mode['method'])}"
            for mode in view.modes
            if "method" in mode and "value" in mode
        }

    def _body(self, view: OperationView, method: Method) -> str:
        if view.body is None or method.kind == "wait":
            return ""
        if view.body_is_flat:
            return "fields"
        return "json" if JSON.fullmatch(view.content_type) else "bytes"

    def _value(self, view: OperationView, argument: Argument, taken: set[str]) -> Record:
        operation = self.operations[view.operation.id]
        text, schema = "", {}
        if argument.place == "body":
            part = operation.body
            body = (part.json_schema or part.form_schema) if part else {}
            schema = docs.property_schema(self.spec, body, argument.wire)
        else:
            place = (argument.place, argument.wire)
            found = next(one for one in operation.parameters if (one.location, one.name) == place)
            text, schema = str(found.value.get("description", "")), found.schema or {}
        kind, many, choices = self._type(schema)
        name = _kebab(argument.name)
        if argument.place != "path":
            name = f"{name}-field" if name in _RESERVED else name
            name = f"{name}-{argument.place}" if name in taken else name
            taken |= {name, f"no-{name}"} if kind == "boolean" else {name}
        return _record(
            "CommandValue",
            name=name,
            argument=argument.name,
            wire=argument.wire,
            place=argument.place,
            kind=kind,
            help=value_help(self.spec, schema, text),
            required=argument.required,
            nullable=argument.nullable,
            many=many,
            choices=choices,
        )

    def _type(self, schema: Any) -> tuple[str, str, tuple[str, ...]]:
        """The kind of a value, whether there may be several, and its listed values."""
        members = [one for one in self._members(schema) if one.get("type") != "null"]
        arrays = [one for one in members if _is(one, "array")]
        others = [one for one in members if one not in arrays]
        kind, choices = self._kind(others)
        if not arrays:
            return kind, "", choices
        items, choices = self._kind([item for one in arrays for item in self._members(one.get("items", {}))])
        if not others:
            return items, "items", choices
        return items if items == kind else "any", "either", ()

    def _kind(self, members: list[Record]) -> tuple[str, tuple[str, ...]]:
        """What the members of a union have in common."""
        found = {self._scalar(one) for one in members}
        if len(found) == 1:
            return next(iter(found))
        kinds = {kind for kind, _ in found}
        return (next(iter(kinds)) if len(kinds) == 1 else "any"), ()

    def _members(self, schema: Any, seen: tuple[Any, ...] = ()) -> Iterator[Record]:
        """A schema, or the members of a union, with what they refer to."""
        full = docs.merged(self.spec, dict(schema or {}))
        union = full.get("anyOf") or full.get("oneOf")
        if not union or full.keys() & {"type", "properties", "enum"}:
            yield full
        elif id(union) not in seen:  # a union may contain itself
            for member in union:
                yield from self._members(member, (*seen, id(union)))

    def _scalar(self, schema: Record) -> tuple[str, tuple[str, ...]]:
        listed = [value for value in schema.get("enum", []) if value is not None]
        plain = [kind for kind in _types(schema) if kind != "null"]
        kind = _KINDS.get(plain[0], "json") if len(plain) == 1 else "any"
        if kind == "text":
            is_file = schema.get("contentEncoding") == "base64" or schema.get("format") == "binary"
            kind = "bytes" if is_file else kind
            kind = _FORMATS.get(schema.get("format", ""), kind)
        if not plain and listed:
            kind = "text" if all(isinstance(value, str) for value in listed) else "any"
        return kind, tuple(map(str, listed)) if kind in ("text", "integer") else ()

    def _wait(self, operation: SpecOperation, method: Method) -> tuple[Record | None, OperationView | None]:
        """How to wait for the job that a call starts, and the operation that polls it: a link of its reply leads there.

        Some methods wait by themselves, or return a job that does.
        """
        view = self.views[operation.id]
        if method.kind == "wait":
            return None, view
        if method.kind == "start":
            return None, self.views[view.poll["target"].id] if view.poll else None
        for status, part in operation.responses.items():
            links = part.value.get("links") or {} if status.startswith("2") and operation.method != "get" else {}
            for link in links.values() if method.kind == "call" else ():
                target = self.views.get(link.get("operationId", ""))
                given = link.get("parameters") or {}
                if target is None or not target.polling or not all(map(_is_plain, given.values())):
                    continue
                if status == "202" and view.poll:  # the reply of another method
                    continue
                waiting = next(one for one in self.methods[target.operation.id] if one.kind == "wait")
                names = {argument.wire: argument.name for argument in target.parameters}
                arguments = [(names.get(key, python_name(key)), value) for key, value in given.items()]
                return _record("CommandWait", resource=target.tag, method=waiting.name, arguments=arguments), target
        return None, None


def group_name(resource: str) -> str:
    """What users call the commands of a resource."""
    name = _kebab(resource)
    return f"{name}-api" if name in _TAKEN else name


def _kebab(name: str) -> str:
    return name.strip("_").replace("_", "-") or "-"


def _is(schema: Record, kind: str) -> bool:
    return kind in _types(schema)


def _types(schema: Record) -> list[str]:
    kinds = schema.get("type", [])
    if not kinds and "properties" in schema:
        return ["object"]
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _is_plain(expression: Any) -> bool:
    """Whether a runtime expression names a parameter of the request, or a field of the reply itself."""
    return isinstance(expression, str) and expression.count("/") < 2


def _first_sentence(text: str) -> str:
    line = text.partition("\n")[0]
    for end in (". ", ": "):
        head, found, _ = line.partition(end)
        line = f"{head}." if found else line
    return line


def _module(header: str, doc: str, name: str, table: list[Record]) -> str:
    code = _code(table)
    classes = ("Command", "CommandGroup", "CommandValue", "CommandWait")
    used = ", ".join(one for one in classes if f"{one}(" in code)
    imports = f"from __future__ import annotations\n\nfrom ..command_types import {used}\n"
    return f'{header}\n"""{doc}"""\n\n{imports}\n{name} = {code}\n'


def _record(kind: str, /, **fields: Any) -> Record:
    return {"": kind, **fields}


def _code(value: Any) -> str:
    """A table as Python code; fields that are empty are left out, as they have such defaults."""
    if isinstance(value, dict):
        named = _POSITIONAL[value[""]]
        fields = [(key, item) for key, item in value.items() if key]
        given = [
            *fields[:named],
            *((key, item) for key, item in fields[named:] if item not in ("", False, None, [], ())),
        ]
        words = [_code(item) if at < named else f"{key}={_code(item)}" for at, (key, item) in enumerate(given)]
        return f"{value['']}({', '.join(words)})"
    if isinstance(value, (list, tuple)):
        return f"({''.join(f'{_code(item)}, ' for item in value)})"
    if isinstance(value, str) and len(value) > 80:
        lines = value.splitlines(keepends=True)
        pieces = [
            piece
            for line in lines
            for piece in textwrap.wrap(
                line,
                96,
                drop_whitespace=False,
                replace_whitespace=False,
                break_on_hyphens=False,
                break_long_words=False,
            )
        ]
        return f"({' '.join(map(repr, pieces))})"
    return repr(value)

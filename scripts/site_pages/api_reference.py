"""Write the API reference: a page for each resource of the client, from the docstrings of its methods.

The docstrings come from the spec, so nothing here names an operation.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docstring_parser import Docstring, DocstringStyle, parse

from quant_ai import AsyncQuantAI, QuantAI
from quant_ai import errors as error_module

INTRODUCTION = """# API reference

Every method of `QuantAI` is also a method of `AsyncQuantAI`. These pages are written from the spec and the docstrings,
so `help(client.chat.send)` shows the same text. The models are in `quant_ai.models`; `help(models.ChatReply)` lists the
fields of one.

| Resource | What it is for |
|---|---|
"""


@dataclass(frozen=True)
class Page:
    """A page of the site."""

    name: str
    """The path below the site's root, such as `reference/chat.md`."""
    title: str
    text: str


def pages(requests: Mapping[str, str]) -> list[Page]:
    """The pages of the reference.

    Args:
        requests: Name of a method, such as `chat.send`, to its HTTP request, such as `POST /chat`.
    """
    made = [*_client_pages(), *_resource_pages(requests)]
    rows = (f"| [`{page.title}`]({page.name.partition('/')[2]}) | {page.text.splitlines()[2]} |\n" for page in made)
    index = INTRODUCTION + "".join(rows)
    return [Page("reference/index.md", "Overview", index), *made]


def _client_pages() -> Iterator[Page]:
    client = QuantAI(token="t", organisation="o", base_url="http://127.0.0.1")
    text = f"# The client\n\n{_summary(QuantAI)}\n\n"
    text += _section("QuantAI", QuantAI, "class")
    for name in ("with_options", "raw", "close"):
        text += _section(f"client.{name}", getattr(client, name), "method")
    yield Page("reference/client.md", "client", text)

    text = "# Errors\n\nAll exceptions that the package raises.\n\n```text\n"
    tree = inspect.getdoc(error_module) or ""
    text += tree.partition("\n\n")[2].partition("\n\n")[0] + "\n```\n\n"
    for name, kind in vars(error_module).items():
        if inspect.isclass(kind) and issubclass(kind, error_module.QuantAIError):
            text += f"## {name}\n\n{inspect.getdoc(kind)}\n\n"
    yield Page("reference/errors.md", "errors", text)


def _resource_pages(requests: Mapping[str, str]) -> Iterator[Page]:
    sync = QuantAI(token="t", organisation="o", base_url="http://127.0.0.1")
    twin = AsyncQuantAI(token="t", organisation="o", base_url="http://127.0.0.1")
    for resource in sorted({name.partition(".")[0] for name in requests}):
        shown, methods, twins = f"client.{resource}", getattr(sync, resource), getattr(twin, resource)
        if callable(methods):  # a resource that takes arguments, such as a project
            arguments = dict.fromkeys(inspect.signature(methods).parameters, "name")
            shown += f"({', '.join(f'{name}=...' for name in arguments)})"
            methods, twins = methods(**arguments), twins(**arguments)
        text = f"# {shown}\n\n{_summary(type(methods))}\n\n"
        for name in sorted(name for name in dir(methods) if not name.startswith("_")):
            method = getattr(methods, name)
            if callable(method):
                request = requests.get(f"{resource}.{name}", "")
                text += _section(f"{shown}.{name}", method, "method", request, getattr(twins, name))
        yield Page(f"reference/{resource}.md", shown, text)


def _section(shown: str, of: object, kind: str, request: str = "", twin: object = None) -> str:
    """What is said about one method or class."""
    found = parse(inspect.getdoc(of) or "", style=DocstringStyle.GOOGLE)
    parts = [f"## {shown}()" if kind == "method" else f"## {shown}"]
    parts.append(" ".join(filter(None, [found.short_description, f"`{request}`" if request else ""])))
    parts.append(_code(_signature(shown, of)))
    parts.append(found.long_description or "")
    if found.params:
        parts.append("**Arguments**\n\n" + "\n".join(_argument(item) for item in found.params))
    if found.returns and found.returns.description:
        parts.append("**Returns**\n\n" + found.returns.description)
    if found.raises:
        parts.append(
            "**Raises**\n\n"
            + "\n".join(f"- `{item.type_name}`: {_indented(item.description)}" for item in found.raises)
        )
    parts.extend(_examples(found, twin))
    return "\n\n".join(filter(None, parts)) + "\n\n"


def _examples(found: Docstring, twin: object) -> Iterator[str]:
    """The examples of a method, and those of its async twin."""
    of_twin = parse(inspect.getdoc(twin) or "", style=DocstringStyle.GOOGLE)
    for title, docstring in (("Example", found), ("Async", of_twin)):
        for example in docstring.examples:
            code = inspect.cleandoc(example.description or "")
            yield f"**{title}**\n\n{_code(code)}"
    for block in re.findall(r"^```python\n.*?^```$", of_twin.long_description or "", re.MULTILINE | re.DOTALL):
        if block not in (found.long_description or ""):
            yield f"**Async**\n\n{block}"


def _argument(item: object) -> str:
    name, kind = getattr(item, "arg_name", ""), getattr(item, "type_name", None)
    shown = f" (`{kind}`)" if kind else ""
    return f"- `{name}`{shown}: {_indented(getattr(item, 'description', None))}"


def _indented(text: str | None) -> str:
    """A text that may follow the mark of a list."""
    return (text or "").strip().replace("\n", "\n  ")


def _signature(shown: str, of: Any) -> str:
    signature = inspect.signature(of.__init__ if inspect.isclass(of) else of)
    parameters = [item for item in signature.parameters.values() if item.name != "self" and item.name[0] != "_"]
    arguments: list[str] = []
    star = False
    for item in parameters:
        if item.kind is item.KEYWORD_ONLY and not star:
            star = True
            arguments.append("*")
        arguments.append(_parameter(item))
        star = star or item.kind is item.VAR_POSITIONAL
    returned = signature.return_annotation
    arrow = f" -> {returned}" if isinstance(returned, str) and returned != "None" else ""
    if len(arguments) < 2:
        return f"{shown}({', '.join(arguments)}){arrow}"
    return f"{shown}(\n" + "".join(f"    {argument},\n" for argument in arguments) + f"){arrow}"


def _parameter(item: inspect.Parameter) -> str:
    prefix = "*" if item.kind is item.VAR_POSITIONAL else "**" if item.kind is item.VAR_KEYWORD else ""
    kind = f": {item.annotation}" if isinstance(item.annotation, str) else ""
    default = "" if item.default is item.empty else f" = {item.default!r}" if kind else f"={item.default!r}"
    return f"{prefix}{item.name}{kind}{default}"


def _summary(of: object) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(of) or "").partition("\n\n")[0].split())


def _code(code: str) -> str:
    return f"```python\n{code.strip()}\n```"

"""The methods of the facade: one for each operation, each of its modes, and for polling."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import docs_text as docs
from .argument import Argument
from .job_links import is_job
from .operation_constants import Constant, SuccessReply
from .operation_view import OperationView


@dataclass
class Method:
    """A method of the facade."""

    name: str
    kind: str
    constant: str
    summary: str
    doc: str
    arguments: list[Argument]
    fixed: list[tuple[str, Any]]
    returns: str
    reply: str = ""

    @property
    def returns_async(self) -> str:
        """What the async method returns."""
        if self.kind == "page":
            return f"AsyncPaginator{self.returns.removeprefix('Page')}"
        return f"Async{self.returns}" if self.kind in ("stream", "start") else self.returns


def methods_of(view: OperationView, polled: dict[str, OperationView]) -> Iterator[Method]:
    """The methods of the facade that call this operation."""
    stream = view.stream()
    main = view.constants[1] if len(view.constants) > 1 else view.constants[0]
    yield _method(view, view.method, main, stream, None, polled)
    for mode, constant in zip([m for m in view.modes if "method" in m], view.constants[2:], strict=True):
        yield _method(view, mode["method"], constant, view.stream(mode), mode, polled)
    if view.polling:
        constant, name = view.constants[0], view.operation.waiting_method_name
        title = view.operation.waiting_summary
        yield Method(
            name=name,
            kind="wait",
            constant=constant.name,
            summary=title,
            doc=_doc(
                view, name, "wait", title, _wait_text(view), [*_path_arguments(view), *_wait(view)], constant.replies
            ),
            arguments=[*_path_arguments(view), *view.keyword_arguments],
            fixed=[],
            returns=constant.annotation,
        )


def _method(
    view: OperationView,
    name: str,
    constant: Constant,
    stream: dict[str, Any] | None,
    mode: dict[str, Any] | None,
    polled: dict[str, OperationView],
) -> Method:
    arguments = [*_path_arguments(view), *view.keyword_arguments]
    if view.body_is_flat:
        everything = [*arguments, *view.body_arguments()]
        arguments = sorted(everything, key=lambda argument: (argument.place != "path", not argument.required))
    elif view.body and view.operation.body:
        schema = view.operation.body.content[view.content_type].get("schema", {})
        annotation = view.body_annotation
        doc = docs.argument(view.spec, "body", annotation, view.operation.body.value.get("description", ""), schema)
        arguments.append(Argument("body", "", "", annotation, view.body.prop.required, doc))
    kind, returns, reply = "call", constant.annotation, ""
    if stream:
        reply = stream.get("reply") or ""
        kind, returns = "stream", f"Stream[{stream['item']}, {reply or 'None'}]"
    elif view.poll and (mode or is_job(view.operation)):
        target = polled[view.poll["target"].id]
        kind, returns = "start", f"Job[{constant.annotation}, {target.constants[0].annotation}]"
    elif items := view.page_items():
        kind, returns = "page", f"Page[{items[0]}, {constant.annotation}]"
    title = view.operation.summary or view.operation.id
    text = "\n\n".join(filter(None, [view.operation.value.get("description", ""), "" if mode else _others(view)]))
    if mode:
        title = view.operation.mode_summary(mode)
    return Method(
        name=name,
        kind=kind,
        constant=constant.name,
        summary=title,
        doc=_doc(view, name, kind, title, text, arguments, constant.replies, mode),
        arguments=arguments,
        fixed=[(mode["property"], mode["value"])] if mode and "value" in mode else [],
        returns=returns,
        reply=reply,
    )


def _others(view: OperationView) -> str:
    """A sentence for each other method that calls the operation."""
    what = {True: "streams the reply", False: "runs in the background"}
    modes = [f"`{mode['method']}()` {what[bool(view.stream(mode))]}." for mode in view.modes if "method" in mode]
    return " ".join(
        [*modes, *([f"`{view.operation.waiting_method_name}()` waits until it has finished."] if view.polling else [])]
    )


def _path_arguments(view: OperationView) -> list[Argument]:
    return [argument for argument in view.path_arguments if not argument.of_namespace]


def _wait_text(view: OperationView) -> str:
    polling = view.polling or {}
    *others, last = (f"`{value}`" for value in (*polling["succeeded"], *polling["failed"]))
    ended = " or ".join(filter(None, [", ".join(others), last]))
    url = "A reply's URL to poll can be used in place of the id."
    return f"It has finished when `{polling['state']}` is {ended}. {url}"


def _doc(
    view: OperationView,
    name: str,
    kind: str,
    title: str,
    text: str,
    arguments: list[Argument],
    replies: list[SuccessReply],
    mode: dict[str, Any] | None = None,
) -> str:
    parts = [f"{title.rstrip('.')}."]
    if view.deprecated:
        parts.append(f"{view.deprecated.removeprefix('is ').capitalize()}.")
    if text:
        parts.append(docs.prose(text))
    if arguments:
        parts.append(docs.section("Args", [argument.doc for argument in arguments]))
    success = [docs.summary(view.operation.responses[reply.status].value.get("description", "")) for reply in replies]
    stream = view.stream(mode) if kind == "stream" else None
    if stream:
        success = [_stream_text(stream)]
    elif kind == "start":
        success = ["The job: `wait()` until it has finished, or `poll()` it yourself."]
    if any(success):
        parts.append(docs.section("Returns", [docs.prose(line, docs.WIDTH - 4) for line in success if line]))
    if errors := docs.raises(view.operation.responses):
        parts.append(docs.section("Raises", errors))
    if replies or stream:
        parts.append(docs.section("Example", [_example(view, name, arguments, kind, stream)]))
    return docs.escape("\n\n".join(parts))


def _stream_text(stream: dict[str, Any]) -> str:
    """What a stream offers, the most useful first."""
    if "line" in stream:
        return "The stream. Use it as a context manager and iterate over it for the items, one for each line."
    parts = ["The stream. Use it as a context manager and iterate over it for the events."]
    if stream["text"]:
        parts.append("`stream.text` yields the text alone.")
    if stream.get("reply"):
        parts.append(f"`stream.final()` returns the complete `{stream['reply']}`.")
    return " ".join(parts)


def _example(
    view: OperationView, name: str, arguments: list[Argument], kind: str, stream: dict[str, Any] | None
) -> str:
    media: dict[str, Any] = view.operation.body.content[view.content_type] if view.operation.body else {}
    body = view.canonical(_first_example(media))
    by_name = {(parameter.location, parameter.name): parameter.value for parameter in view.operation.parameters}

    def of_path(argument: Argument) -> str:
        parameter = by_name["path", argument.wire]
        example = _first_example(parameter) or _first_example(parameter["schema"])
        return docs.literal(example if example is not None else "...")

    given: list[str] = []
    for argument in arguments:
        if argument.place == "path":
            given.append(of_path(argument))
        elif argument.place == "body" and isinstance(body, dict) and argument.wire in body:
            given.append(f"{argument.name}={docs.literal(body[argument.wire], 4)}")
        elif argument.place == "" and body is not None:
            given.append(f"body={docs.literal(body, 4)}")
        elif argument.required and argument.place in ("query", "header"):
            given.append(f"{argument.name}={docs.literal(_first_example(by_name[argument.place, argument.wire]))}")
    bound = ", ".join(f"{argument.name}={of_path(argument)}" for argument in view.namespace_arguments)
    call = f"client.{view.tag}({bound}).{name}" if bound else f"client.{view.tag}.{name}"
    line = f"{call}({', '.join(given)})"
    if len(line) > docs.WIDTH - 8 or "\n" in line:
        line = f"{call}(\n" + "".join(f"    {item},\n" for item in given) + ")"
    if kind == "page":
        return f"for item in {line}:\n    print(item)"
    if not stream:
        return line
    item = "item" if "line" in stream else "event"
    loop = f"for {item} in stream:\n    print({item})"
    if stream["text"]:
        loop = "for text in stream.text:\n    print(text, end='')"
    final = "\nreply = stream.final()" if stream.get("reply") else ""
    return f"with {line} as stream:\n" + textwrap.indent(loop + final, "    ")


def _first_example(holder: dict[str, Any]) -> Any:
    examples = holder.get("examples")
    if isinstance(examples, dict) and examples:
        return next(iter(examples.values())).get("value")
    if isinstance(examples, list) and examples:
        return examples[0]
    return holder.get("example")


def _wait(view: OperationView) -> list[Argument]:
    """The arguments of a method that polls, besides those of the path."""
    polling = dict(view.polling_arguments())
    first, longest = polling.get("first_interval"), polling.get("max_interval")
    growth = f"; by default {first:g} at first, growing to {longest:g}" if first and longest else ""
    limit = f"; by default {polling['deadline']:g}" if "deadline" in polling else ""
    entries = {
        "deadline": ("float | None", f"Seconds to wait at most{limit}."),
        "interval": ("float | None", f"Seconds between polls{growth}."),
        "on_update": (f"Callable[[{view.constants[0].annotation}], object] | None", "Called after every poll."),
    }
    return [
        Argument(name, "", "wait", kind, False, docs.entry(name, kind, text)) for name, (kind, text) in entries.items()
    ]

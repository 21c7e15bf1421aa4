"""Show what the client does: models, chat, a stream, a chat in the background, a tool, embeddings and a vector search.

By default it runs against a private mock server. With LIVE=1, QUANT_API_TOKEN and QUANT_ORGANISATION it runs against
the real service, and deletes what it made there; QUANT_MODEL selects another model. Exits with 1 if a step gives a
result that the spec does not promise.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from quant_ai import ConnectionFailedError, QuantAI, QuantAIError, models

T = TypeVar("T")

MODEL = "amazon.nova-pro-v1:0"  # it supports tools
EMBEDDING_MODEL = "amazon.titan-embed-text-v2:0"

WEATHER_TOOL = {
    "name": "get_weather",
    "description": "Get the present weather of a city.",
    "inputSchema": {
        "json": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}

DOCUMENTS: list[Any] = [
    {"key": "leave", "content": "Annual leave is 20 days a year. Unused days carry over until the end of March."},
    {"key": "office", "content": "The office in Hobart is open from nine to five on weekdays."},
    {"key": "cache", "content": "Purge one page from the cache with its URL, or everything with an asterisk."},
]
EMBEDDINGS = "embeddings"
"""A resource that the demo does without if the spec no longer has it."""
COMMANDS = (
    'quant-ai --mock chat "Hello"',
    "quant-ai --mock models list",
    "quant-ai vector-db query --help",
)
"""What to try next."""
QUESTION, ANSWER_KEY = "How many days of annual leave do I have?", "Annual leave"


class BrokenPromise(Exception):
    """A step gave a result that the spec does not promise."""


def expect(promise: object, what: str) -> None:
    if not promise:
        raise BrokenPromise(what)


def given(value: T | None, what: str) -> T:
    """A field that a reply may leave out, but this step needs."""
    if value is None:
        raise BrokenPromise(f"the reply has no {what}")
    return value


@dataclass
class Demo:
    """The steps. Each checks its result and returns a line that describes it."""

    client: QuantAI
    model: str
    console: Console

    def list_models(self) -> str:
        found = self.client.models.list()
        ids = [model.id for model in found.models]
        expect(ids, "no model is listed")
        expect(found.count == len(ids), f"the list says {found.count} models and holds {len(ids)}")
        expect(self.model in ids, f"{self.model} is not among the models")
        return f"{len(ids)} models, {self.model} among them"

    def send_a_message(self) -> str:
        reply = self.client.chat.send(model_id=self.model, messages=[{"role": "user", "content": "Say hello."}])
        expect(reply.response.content, "the reply has no text")
        tokens = given(reply.usage, "usage").total_tokens
        expect(tokens, "the reply counts no tokens")
        return f"{reply.response.content!r}, {tokens} tokens, {reply.finish_reason}"

    def stream_a_reply(self) -> str:
        pieces = []
        message: Any = {"role": "user", "content": "Name three trees of Tasmania."}
        with self.client.chat.stream(model_id=self.model, messages=[message]) as stream:
            for text in stream.text:
                pieces.append(text)
                self.console.print(text, end="", style="cyan", markup=False, highlight=False, soft_wrap=True)
            final = stream.final()
        self.console.print()
        expect(len(pieces) > 1, "the text came in one piece")
        expect(final.response.content == "".join(pieces), "the whole is not the sum of its pieces")
        return f"{len(pieces)} pieces, {len(final.response.content)} characters"

    def wait_for_an_execution(self) -> str:
        message: Any = {"role": "user", "content": "Write a paragraph about the sea."}
        job = self.client.chat.start(model_id=self.model, messages=[message])
        done, states = self._wait(job)
        expect(done.status in ("complete", "completed"), f"it ended as {done.status}")
        text = given(done.result, "result").response.content
        expect(text, "the result has no text")
        return f"{job.id}: {' → '.join(states)}, {len(text)} characters"

    def answer_a_tool_call(self) -> str:
        message: Any = {"role": "user", "content": "What is the weather in Hobart?"}
        tools: Any = {"tools": [{"toolSpec": WEATHER_TOOL}]}
        job = self.client.chat.start(model_id=self.model, messages=[message], tool_config=tools)
        waiting, states = self._wait(job)
        expect(waiting.status == "waiting_callback", f"it did not ask for the tool, but ended as {waiting.status}")
        results = [
            models.ToolResult(tool_use_id=call.tool_use_id, result={"city": call.input.get("city"), "celsius": 14})
            for call in given(waiting.pending_tools, "pending tools")
        ]
        expect(results, "it waits, but for no tool")
        taken = self.client.chat.submit_callback(
            callback_id=given(waiting.callback_id, "callback id"), tool_results=results
        )
        expect(taken.success, "the result was not taken")
        done, more = self._wait(job)
        expect(done.status in ("complete", "completed"), f"it ended as {done.status}")
        return f"{' → '.join(dict.fromkeys(states + more))}: {given(done.result, 'result').response.content!r}"

    def embed_text(self) -> str:
        texts = ["Opening hours of the office", "When is the office open?"]
        embeddings: Any = getattr(self.client, EMBEDDINGS)
        reply = embeddings.create(input=texts, dimensions=256)
        vectors: Any = reply.embeddings
        expect(len(vectors) == len(texts), f"{len(texts)} texts gave {len(vectors)} vectors")
        expect(all(len(vector) == reply.dimension for vector in vectors), "a vector is not as long as the reply says")
        closeness = sum(a * b for a, b in zip(*vectors, strict=True))
        return f"{len(vectors)} vectors of {reply.dimension} numbers, similarity of the two {closeness:.2f}"

    def search_documents(self) -> str:
        collections = self.client.vector_db
        made = collections.create_collection(name="quant-ai demo", embedding_model=EMBEDDING_MODEL).collection
        expect(made.collection_id, "the new collection has no id")
        try:
            stored = collections.upload_documents(made.collection_id, documents=DOCUMENTS)
            stored_ids = given(stored.document_ids, "document ids")
            expect(len(stored_ids) >= len(DOCUMENTS), "not every document was stored")
            found = collections.query(made.collection_id, query=QUESTION, limit=2, threshold=0).items
            expect(len(found), "the search found nothing")
            best = found[0]
            expect(best.content.startswith(ANSWER_KEY), f"the best hit is {best.content!r}")
            return f"{len(stored_ids)} documents; {QUESTION} → {best.content!r} ({best.similarity:.2f})"
        finally:
            collections.delete_collection(made.collection_id)

    def _wait(self, job: Any) -> tuple[models.Execution, list[str]]:
        """Wait for a job, and show its states as they change."""
        states: list[str] = []
        with self.console.status("accepted") as status:

            def show(execution: models.Execution) -> None:
                if not states or states[-1] != execution.status:
                    states.append(execution.status)
                status.update(execution.status)

            return job.wait(deadline=300, on_update=show), states


@contextmanager
def connected() -> Iterator[QuantAI]:
    """A client of the service if LIVE is set, else of a mock server that stops with it."""
    if os.environ.get("LIVE"):
        with QuantAI() as client:
            yield client
        return
    from quant_ai_mock import running_mock

    with (
        running_mock() as mock,
        QuantAI(token=mock.token, organisation="acme", base_url=mock.url) as client,
    ):
        mock.settings(tokens_per_second=40, strict_capabilities=True)
        yield client


def main() -> int:
    """Run every step and print its result."""
    console = Console(highlight=False)
    try:
        with connected() as client:
            failed = _run(Demo(client, os.environ.get("QUANT_MODEL", MODEL), console))
    except QuantAIError as error:
        _print_result(console, error)
        return 1
    except KeyboardInterrupt:
        console.print("\nStopped.")
        return 130
    console.print(f"[red]{failed} steps failed[/]" if failed else "[green]All steps gave what the API promises.[/]")
    console.print("\nTry these, without a token:")
    for command in COMMANDS:
        console.print(f"    .venv/bin/{command}", markup=False, soft_wrap=True)
    return 1 if failed else 0


def _run(demo: Demo) -> int:
    """Run the steps, and return how many failed."""
    console = demo.console
    if os.environ.get("LIVE"):
        console.print("This demo talks to the real service. Chats, embeddings and searches are billed.")
    else:
        console.print("This demo talks to a mock server of its own. Nothing leaves this machine.")
    steps: list[tuple[str, Callable[[], str]]] = [
        ("List the models", demo.list_models),
        ("Send a chat message", demo.send_a_message),
        ("Stream a reply", demo.stream_a_reply),
        ("Start a chat in the background and wait for it", demo.wait_for_an_execution),
        ("Answer a tool call of an execution", demo.answer_a_tool_call),
        *([("Embed text", demo.embed_text)] if hasattr(demo.client, EMBEDDINGS) else []),
        ("Create a collection, upload documents, search them", demo.search_documents),
    ]
    failed = 0
    for number, (title, step) in enumerate(steps, 1):
        console.print(f"[bold]{number}/{len(steps)} {title}[/]")
        try:
            _print_result(console, step())
        except ConnectionFailedError:
            raise  # the other steps would fail in the same way
        except (BrokenPromise, QuantAIError, AttributeError, TypeError) as error:
            failed += 1
            _print_result(console, error)
    return failed


def _print_result(console: Console, result: str | Exception) -> None:
    """Print a result or a failure, wrapped at the width of the terminal."""
    row = Table.grid(padding=(0, 1))
    if isinstance(result, str):
        row.add_row("   ", Text("✓", "green"), Text(result))
    else:
        row.add_row("   ", Text("✗", "red"), Text(f"{type(result).__name__}: {result}"))
    console.print(row)


if __name__ == "__main__":
    sys.exit(main())

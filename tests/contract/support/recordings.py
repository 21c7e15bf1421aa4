"""Load the recorded replies, each from the folder of its operation's tag."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.removed import removed_resources

from quant_ai_contract import Contract
from quant_ai_contract.contract_operations import JSON

from .example_calls import example_calls, is_streamed, mode_of
from .raw_client import Call

FOLDER = Path(__file__).parents[1] / "recordings"
INDEX = "index.yaml"
KEYS = frozenset({
    "file", "operation", "status", "content_type", "proves", "reads", "attributes", "deviates", "unknown", "error",
    "events", "text", "ends",
})  # fmt: skip


class MisplacedRecordingError(Exception):
    """A recording is not where the index and the spec say it should be."""


def load_recordings(contract: Contract, folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The entries of every `<tag>/index.yaml`, each with the `path` of its file, in the order of the spec's tags.

    Those of a resource that was removed from the spec are left out.

    Raises:
        MisplacedRecordingError: An entry has no operation, no file, a wrong folder or an unknown key, or a file
            has no entry.
    """
    tags = list(dict.fromkeys(operation.tag for operation in contract.operations.values()))
    known = {*tags, *removed_resources(), "README.md"}
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in known)
    if strangers:
        raise MisplacedRecordingError(f"{folder}: no tag of the spec is called {', '.join(strangers)}")
    return [entry for tag in tags if (folder / tag).is_dir() for entry in _entries(contract, folder / tag)]


def _entries(contract: Contract, folder: Path) -> Iterator[dict[str, Any]]:
    files = {path.name for path in folder.iterdir()} - {INDEX}
    index = folder / INDEX
    for entry in yaml.safe_load(index.read_text(encoding="utf-8")) if index.is_file() else ():
        name, operation = entry["file"], contract.operations.get(entry.get("operation"))
        if operation is None:
            raise MisplacedRecordingError(f"{folder / name}: no operation is called {entry.get('operation')}")
        if operation.tag != folder.name:
            raise MisplacedRecordingError(f"{folder / name}: {operation.id} belongs into {operation.tag}/")
        if not entry.keys() <= KEYS:
            raise MisplacedRecordingError(f"{folder / name}: unknown keys {sorted(entry.keys() - KEYS)}")
        if name not in files:
            raise MisplacedRecordingError(f"{folder / name}: there is no such file, or it has two entries")
        files.remove(name)
        yield {**entry, "path": folder / name}
    if files:
        raise MisplacedRecordingError(f"{folder}: not in {INDEX}: {', '.join(sorted(files))}")


@dataclass(frozen=True)
class _Bytes:
    """The body of a recording that is no file."""

    body: bytes

    def read_bytes(self) -> bytes:
        return self.body


def from_examples(contract: Contract, recorded: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Recordings of the operations that have none: the examples of their successful replies."""
    known = {entry["operation"] for entry in recorded}
    for operation in contract.operations.values():
        for status in operation.successes if operation.id not in known else ():
            media = operation.replies[status].media
            examples = {"empty": None} if not media else media[JSON].examples if JSON in media else {}
            for name, value in examples.items():
                yield {
                    "file": f"{operation.id}.{status}.{name}",
                    "operation": operation.id,
                    "status": int(status),
                    "proves": f"The example {name} of {operation.id}, in place of a recording.",
                    "path": _Bytes(b"" if value is None and not media else json.dumps(value).encode()),
                }


def is_stream(entry: Mapping[str, Any]) -> bool:
    """Whether a recording is an event stream."""
    return str(entry["file"]).endswith(".sse")


def call_for(contract: Contract, entry: Mapping[str, Any]) -> Call:
    """A call that can get a recorded reply: the modes in the spec say which status and content type a body gets."""
    operation = contract.operations[entry["operation"]]
    calls = [call for _, call in example_calls(operation)]
    for call in calls:
        mode = mode_of(operation, call.body) or {}
        status = int(mode.get("status", operation.successes[0]))
        streamed = is_streamed(operation, call.body)
        if entry["status"] >= 400 or (status == entry["status"] and streamed == is_stream(entry)):
            return call
    return calls[0]

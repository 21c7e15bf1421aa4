"""Load the mock server for a long time, and check that its memory does not grow.

`python -m tests.mock.soak --requests 1000000` runs the command in its own process, sends it every kind of request that
creates or stores something, and deletes what was created. After a warm-up with a tenth of the requests, the process may
grow by at most 10 MB.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

MODEL = "amazon.nova-lite-v1:0"
GROWTH = 10.0  # MB
ORGANISATIONS = 20
_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)")


class Client:
    """One connection, which sends requests in batches."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.buffer = b""
        self.count = 0
        self.organisation = ""

    def ask(self, *requests: tuple[str, str, Any], statuses: tuple[int, ...] = (200, 201, 202)) -> list[Any]:
        """Send all requests, then read all replies; returns their JSON, or their text if it is not JSON."""
        self.socket.sendall(b"".join(self._request(*request) for request in requests))
        found = []
        for method, path, _ in requests:
            status, body = self._reply()
            if status not in statuses:
                raise RuntimeError(f"{method} {path} answered {status}: {body[:300]!r}")
            found.append(json.loads(body) if body.startswith((b"{", b"[")) else body)
        self.count += len(requests)
        return found

    def _request(self, method: str, path: str, value: Any) -> bytes:
        body = b"" if value is None else json.dumps(value).encode()
        root = f"/api/v3/organisations/{self.organisation}"
        target = path if path.startswith("/_mock") else f"{root}{path[3:]}" if path[:3] == "/.." else f"{root}/ai{path}"
        return (
            f"{method} {target} HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer test-token\r\n"
            f"X-Request-Id: soak-{self.count}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode() + body

    def _reply(self) -> tuple[int, bytes]:
        head = self._until(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length is not None:
            size = int(length[1])
            while len(self.buffer) < size:
                self._more()
            body, self.buffer = self.buffer[:size], self.buffer[size:]
        else:
            body = self._until(b"0\r\n\r\n")
        return int(head[9:12]), body

    def _until(self, mark: bytes) -> bytes:
        while (end := self.buffer.find(mark)) < 0:
            self._more()
        found, self.buffer = self.buffer[: end + len(mark)], self.buffer[end + len(mark) :]
        return found

    def _more(self) -> None:
        data = self.socket.recv(1 << 20)
        if not data:
            raise ConnectionError("the server closed the connection")
        self.buffer += data


def round_of(client: Client, number: int) -> None:
    """One round of every kind of request for one organisation, which is reset at the end."""
    client.organisation = f"soak-{number % ORGANISATIONS}"
    text = f"Round {number}: what is a {'long ' * (number % 50)}story?"
    message = {"role": "user", "content": text}
    chat = {"modelId": MODEL, "messages": [message]}
    client.ask(*[("GET", "/models", None)] * 60, *[("GET", f"/models/{MODEL}", None)] * 20)
    client.ask(*[("POST", "/chat", chat | {"systemPrompt": f"{number}.{index}"}) for index in range(60)])
    client.ask(*[("POST", "/chat/stream", chat)] * 10)
    client.ask(*[("GET", f"/unknown/{number}/{index}", None) for index in range(10)], statuses=(404,))
    client.ask(*[("POST", "/chat", {"messages": [], str(number): index}) for index in range(10)], statuses=(422,))
    _sessions(client, chat)
    _vectors(client, number)
    _kept(client, number)
    _ai_search(client, number)
    tasks = client.ask(*[("POST", "/tasks", {"title": f"{text} {index}"}) for index in range(5)])
    client.ask(*[("GET", f"/tasks/{task['taskId']}", None) for task in tasks])
    content = base64.b64encode(text.encode() * 50).decode()
    files = client.ask(("POST", "/files", {"content": content, "contentType": "text/plain"}))
    client.ask(*[("DELETE", f"/files/{file['fileId']}", None) for file in files], ("GET", "/files", None))
    waiting = client.ask(*[("POST", "/chat", chat | {"async": True})] * 5)
    polls = [f"/chat/executions/{quote(queued['requestId'])}" for queued in waiting]
    client.ask(*[("GET", poll, None) for poll in polls * 3])
    client.ask(("GET", "/usage", None))
    client.ask(("POST", "/_mock/reset", {"organisation": client.organisation}), statuses=(200, 204))


def _sessions(client: Client, chat: dict[str, Any]) -> None:
    made = client.ask(*[("POST", "/sessions", {"userId": "soak"})] * 10)
    ids = [session["sessionId"] for session in made]
    for _ in range(3):
        client.ask(*[("POST", "/chat", chat | {"sessionId": own}) for own in ids])
    client.ask(*[("GET", f"/sessions/{own}", None) for own in ids], ("GET", "/sessions", None))
    client.ask(*[("DELETE", f"/sessions/{own}", None) for own in ids], statuses=(200, 204))


def _vectors(client: Client, number: int) -> None:
    new = {"name": f"soak-{number}", "description": "Soaked.", "embeddingModel": "amazon.titan-embed-text-v2:0"}
    (made,) = client.ask(("POST", "/vector-db/collections", new | {"dimensions": 256}))
    path = f"/vector-db/collections/{(made.get('collection') or made)['collectionId']}"
    documents = [{"content": f"Document {index} of {number}", "key": f"k{index}"} for index in range(5)]
    client.ask(("POST", f"{path}/documents", {"documents": documents}))
    client.ask(*[("POST", f"{path}/query", {"query": f"document {index}"}) for index in range(5)])
    client.ask(("DELETE", path, None), statuses=(200, 204))


def _kept(client: Client, number: int) -> None:
    """Records other than conversations: created, read, listed, and deleted."""
    prompt = {"systemPrompt": f"You are number {number}.", "modelId": MODEL}
    rule = {"name": "words", "match": {"type": "word", "values": ["bluefin"]}, "action": "BLOCK", "applyTo": "both"}
    new: dict[str, dict[str, Any]] = {
        "agents": {"name": f"Agent {number}", "description": "Soaked.", **prompt},
        "skills": {"name": f"skill-{number}", "content": "Be kind.", "triggerCondition": "Always"},
        "slack-bots": {"name": f"Bot {number}", "setupType": "quant", **prompt},
        "filter-policies": {"name": f"Policy {number}", "description": "Soaked.", "enabled": True, "rules": [rule]},
    }
    for kind, body in new.items():
        (made,) = client.ask(("POST", f"/{kind}", body))
        inner = next((value for value in made.values() if isinstance(value, dict) and _id_in(value)), made)
        path = f"/{kind}/{_id_in(inner)}"
        client.ask(("GET", path, None), ("GET", f"/{kind}", None))
        client.ask(("DELETE", path, None), statuses=(200, 204))
    image = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": f"Number {number}"}}
    client.ask(("POST", "/embeddings", {"input": f"Number {number}"}), ("POST", "/image-generation", image))
    client.ask(("GET", "/governance", None))


def _id_in(value: dict[str, Any]) -> str:
    return next((str(value[key]) for key in ("agentId", "skillId", "botId", "policyId") if key in value), "")


def _ai_search(client: Client, number: int) -> None:
    """AI Search of a project, whose paths have another prefix."""
    path = "/../projects/soak/ai-search"
    page = {
        "url": "https://docs.example.com/purge",
        "title": f"Purge {number}",
        "content": "Choose Cache, press Purge.",
    }
    client.ask(("POST", f"{path}/enable", {"baseUrl": "https://docs.example.com/"}))
    client.ask(("POST", f"{path}/pages", {"pages": [page]}))
    client.ask(*[("POST", f"{path}/search", {"query": f"purge {index}"}) for index in range(5)])
    client.ask(("POST", f"{path}/chat", {"message": "How long does a purge take?"}))
    client.ask(("GET", path, None), ("GET", f"{path}/top-queries", None))
    client.ask(("POST", f"{path}/disable", {}))


@contextlib.contextmanager
def server() -> Iterator[tuple[int, int]]:
    """The running command: its process and its port."""
    command = [sys.executable, "-m", "quant_ai_mock", "--quiet", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.pid, int(process.stdout.readline().rsplit(":", 1)[1])
            process.terminate()
            if process.wait(5) != 0:
                raise RuntimeError(f"the server ended with exit code {process.returncode}")
        finally:
            process.kill()


def soak(requests: int, seconds: float) -> float:
    """Send this many requests, or for this long; returns by how many MB the server grew after the warm-up."""
    with server() as (process, port):
        client = Client(port)
        began, number, first, last, shown = time.monotonic(), 0, 0.0, 0.0, 0
        while client.count < requests and time.monotonic() - began < seconds:
            round_of(client, number)
            number += 1
            last = _resident(process)
            if client.count < requests / 10:
                first = last
            if client.count * 10 // requests > shown:
                shown = client.count * 10 // requests
                rate = client.count / (time.monotonic() - began)
                print(f"{client.count:>9} requests, {rate:.0f} a second, {last:.1f} MB", flush=True)
        client.socket.close()
    print(f"grew by {last - first:.1f} MB after the first tenth of {client.count} requests")
    return last - first


def _resident(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    """Run the soak test from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--requests", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=1800.0, help="time limit in seconds")
    options = parser.parse_args()
    if not Path("/proc/self/statm").exists():
        print("the soak reads /proc, which this system does not have", file=sys.stderr)
        return 2
    return 0 if soak(options.requests, options.seconds) <= GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())

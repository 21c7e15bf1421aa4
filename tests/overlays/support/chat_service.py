"""A chat service that asks for tools, as a script for the raw server."""

from __future__ import annotations

import json
import threading
from typing import Any

from .raw_server import Connection, chunk, reply


class ChatService:
    """Asks for tools, one round after another, and then gives its answer.

    Args:
        rounds: The names and inputs of the tools of each round.
        via: Whether buffered replies or streams ask for the tools, where it is not an execution.
    """

    def __init__(self, *rounds: list[tuple[str, Any]], via: str = "execution") -> None:
        self.rounds = [
            [
                {"toolUseId": f"t-{number}-{index}", "name": name, "input": given}
                for index, (name, given) in enumerate(r)
            ]
            for number, r in enumerate(rounds)
        ]
        self.via = via
        self.bodies: list[Any] = []
        self.submitted: list[Any] = []
        self.used: set[str] = set()
        self.lose_replies = 0
        self.slow_states = 0
        self.lock = threading.Lock()

    def __call__(self, connection: Connection) -> None:
        while (request := connection.read()) is not None:
            with self.lock:
                path = request.target.partition("/ai")[2]
                body = json.loads(request.body) if request.body else None
                if path == "/chat/callback":
                    answer = self.callback(body)
                    if self.lose_replies:
                        self.lose_replies -= 1
                        return
                elif request.method == "GET":
                    answer = self.state()
                else:
                    self.bodies.append(body)
                    answer = self.turn(body)
            connection.send(answer)

    def callback(self, body: Any) -> bytes:
        if body["callbackId"] in self.used or body["callbackId"] != self.callback_id:
            return reply(b'{"error":"Callback not found"}', 404)
        self.used.add(body["callbackId"])
        self.submitted.append(body["toolResults"])
        return reply(b'{"success":true}')

    @property
    def callback_id(self) -> str:
        return f"cb/{len(self.submitted)}="

    def state(self) -> bytes:
        if self.slow_states:
            self.slow_states -= 1
            return reply(b'{"requestId":"r=","status":"running"}')
        if len(self.submitted) < len(self.rounds):
            pending = self.rounds[len(self.submitted)]
            value: Any = {"status": "waiting_callback", "callbackId": self.callback_id, "pendingTools": pending}
        else:
            response = {"role": "assistant", "content": "It is clear."}
            value = {"status": "complete", "result": {"response": response, "usage": {"totalTokens": 7}}}
        return reply(json.dumps({"requestId": "r=", **value}).encode())

    def turn(self, body: Any) -> bytes:
        if body.get("async"):
            return reply(b'{"requestId":"r=","status":"queued","pollUrl":"/ai/chat/executions/r%3D"}', 202)
        done = sum(message["role"] == "assistant" for message in body["messages"])
        uses = self.rounds[done] if done < len(self.rounds) else []
        text = "Let me look." if uses else "It is clear."
        if self.via == "stream":
            events = [{"type": "content", "delta": text}, *({"type": "tool_request", "toolUse": use} for use in uses)]
            last = {"type": "done", "complete": not uses, "stopReason": "tool_request" if uses else "end_turn"}
            data = b"".join(b"data: %s\n\n" % json.dumps(event).encode() for event in [*events, last])
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            return head + chunk(data) + chunk(b"")
        message: Any = {"role": "assistant", "content": text}
        if uses:
            message["toolUse"] = uses[0] if len(uses) == 1 else uses
        value = {"response": message, "finishReason": "tool_use" if uses else "stop", "usage": {"totalTokens": 7}}
        return reply(json.dumps(value).encode())

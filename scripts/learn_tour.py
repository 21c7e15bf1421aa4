"""Send the requests of spec/open-questions.yaml to a service, and delete again what they created.

Ids come from the links of the spec: what a reply is linked to by is kept for the requests that follow it. So does the
deletion: a reply that is linked to the DELETE of a resource has created one. It is deleted at the end of the question,
also after Ctrl-C and failed requests. What existed before is read only.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterable, Mapping
from typing import Any, Final

import httpx

from quant_ai_contract import Contract, load
from quant_ai_contract.contract_operations import ContractOperation
from quant_ai_contract.open_questions import OpenQuestion, OpenQuestions
from quant_ai_contract.references import unescape
from quant_ai_contract.samples import SampleRequest

_TIMEOUT: Final = 120.0  # seconds for one request
_FROM_BODY: Final = "$response.body#"
_NOT_THERE: Final = 404


class Tour:
    """Requests to one organisation, and what is to be deleted after them."""

    def __init__(self, contract: Contract, http: httpx.Client, *, write: bool) -> None:
        """Take a client whose base URL is the organisation's. Without `write`, only GETs are sent."""
        self._contract, self._http, self._write = contract, http, write
        self._created: list[SampleRequest] = []
        self.said: list[str] = []
        """A line for each request without a reply, and for each thing that could not be deleted."""

    def run(self, questions: Iterable[OpenQuestion]) -> None:
        """Send what each question needs, and clean up after it."""
        for question in questions:
            seen: dict[str, str] = {}
            made: dict[str, str] = {}
            try:
                for step in question.requests:
                    self._step(step, seen, made)
            finally:
                self._clean_up()

    def _step(self, step: Mapping[str, Any], seen: dict[str, str], made: dict[str, str]) -> None:
        """Send one request. `seen` has ids of all replies; `made` those of what this tour created, by parameter."""
        operation = self._contract.operations.get(step["send"])
        if operation is None:  # it was removed from the spec
            return
        reads = operation.method == "GET"
        known = seen | made if reads else made
        path = known | step.get("path", {})
        if not (reads or self._write) or not set(operation.path_parameters) <= set(path):
            return
        bodies = operation.body.examples if operation.body is not None else {}
        body: Any = bodies[step["example"]] if "example" in step else None
        if "with" in step:
            body = (body or {}) | _filled(step["with"], known)
        sample = _sample(operation, path, step.get("query", {}), body)
        reply = self._send(sample, {"Authorization": f"Bearer {step['token']}"} if "token" in step else {})
        if reply is not None and reply.is_success:
            linked, delete = self._linked(operation, reply)
            (made if operation.method == "POST" else seen).update(linked)
            if operation.method == "POST":
                for name in reversed(step.get("delete", delete)):
                    self._delete_later(self._contract.operations[name], made, sample)

    def _linked(self, operation: ContractOperation, reply: httpx.Response) -> tuple[dict[str, str], list[str]]:
        """The parameters that the links of a reply take from it, and the DELETE that one of them leads to."""
        try:
            body = reply.json()
        except ValueError:
            body = None
        documented = [operation.reply(int(status)) for status in operation.successes if status.isdigit()]
        links = [link for one in documented if one is not None for link in one.links]  # whatever the status is in fact
        places = {name: place for link in links for name, place in link.parameters.items()}
        found = {name: _at(body, place) for name, place in places.items() if place.startswith(_FROM_BODY)}
        operations = (self._contract.operations[link.operation] for link in links)
        deletes = [one.id for one in operations if one.method == "DELETE" and one.target.endswith("}")]
        return {name: str(value) for name, value in found.items() if value is not None}, deletes[:1]

    def _delete_later(self, operation: ContractOperation, made: Mapping[str, str], created_by: SampleRequest) -> None:
        if not set(operation.path_parameters) <= set(made):
            self.said.append(f"left behind: what POST {created_by.target} created, since its reply has no id")
            return
        sample = _sample(operation, made, {}, None)
        if sample.target not in [one.target for one in self._created if one.operation is operation]:
            self._created.append(sample)

    def _clean_up(self) -> None:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            while self._created:
                sample = self._created.pop()
                reply = self._send(sample, {})
                gone = reply is not None and (reply.is_success or reply.status_code == _NOT_THERE)
                if not gone and sample.operation.method == "DELETE":
                    self.said.append(f"left behind: {sample.target}")
        finally:
            signal.signal(signal.SIGINT, before)

    def _send(self, sample: SampleRequest, headers: dict[str, str]) -> httpx.Response | None:
        url = f"{self._http.base_url}".rstrip("/") + sample.target
        try:
            return self._http.request(
                sample.operation.method, url, headers=sample.headers | headers, content=sample.content or None
            )
        except httpx.HTTPError as error:
            self.said.append(f"{sample.operation.method} {sample.target}: {type(error).__name__}: {error}")
            return None


def _at(value: Any, place: str) -> Any:
    """The value at a JSON pointer of the body; None if it has none."""
    for name in map(unescape, place.removeprefix(_FROM_BODY).split("/")[1:]):
        if isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, dict):
            value = value.get(name)
        else:
            return None
    return value


def _filled(value: Any, known: Mapping[str, str]) -> Any:
    """A value of a body with ids in place of their names."""
    if isinstance(value, dict):
        return {name: _filled(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, known) for one in value]
    return known.get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value


def _sample(
    operation: ContractOperation, path: Mapping[str, str], query: Mapping[str, Any], body: Any
) -> SampleRequest:
    needed = {name: path[name] for name in operation.path_parameters}
    return SampleRequest(operation, "", needed, query, body, has_body=body is not None)


def main(arguments: list[str] | None = None) -> int:
    """Run the tour; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", help="origin of the service")
    parser.add_argument("org", help="the organisation to use")
    parser.add_argument("--write", action="store_true", help="create and delete resources, too")
    options = parser.parse_args(arguments)
    contract = load()
    path = httpx.URL(contract.server).path.replace("{org}", options.org)
    headers = {"Authorization": f"Bearer {os.environ.get('QUANT_API_TOKEN', '')}"}
    with httpx.Client(base_url=f"{options.url}{path}", headers=headers, timeout=_TIMEOUT, trust_env=False) as http:
        tour = Tour(contract, http, write=options.write)
        try:
            tour.run(OpenQuestions(contract).questions)
        finally:
            for line in tour.said:
                print(f"make learn: {line}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Files under requests in any order: their bytes, signed URLs and their expiry, the list and its pages."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from tests.mock.support.client import ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.state import paging, signed_storage
from quant_ai_mock.state.organisation_store import OrganisationStore

PLACES = st.integers(0, 50)
BYTES = st.binary(max_size=64) | st.sampled_from([b"\0", b"a\r\nb\n", b"\xff\xfe", "größer".encode()])
TYPES = st.sampled_from(["text/plain", "image/png", "application/zip"])
METADATA = st.fixed_dictionaries(
    {}, optional={"project": st.sampled_from(["x", "y"]), "tags": st.lists(st.sampled_from(["a", "b"]), max_size=2)}
)
HOUR = 3600


class Files(Machine):
    """The model: the bytes of each file, and when its URLs expire."""

    @precondition(Machine.has_room)
    @rule(content=BYTES.filter(bool), kind=TYPES, metadata=METADATA)
    def upload(self, content: bytes, kind: str, metadata: dict[str, Any]) -> None:
        body = {"contentType": kind, "content": base64.b64encode(content).decode(), "metadata": metadata}
        made = ok(self.api.post("/files", body), 201)
        self.keep(made, content, kind, metadata, get=made["url"])
        assert self.api.http.get(made["url"]).content == content

    @precondition(Machine.has_room)
    @rule(kind=TYPES, metadata=METADATA)
    def ask_for_an_address(self, kind: str, metadata: dict[str, Any]) -> None:
        body = {"contentType": kind, "requestUploadUrl": True, "metadata": metadata}
        made = ok(self.api.post("/files", body), 201)
        self.keep(made, None, kind, metadata, put=made["uploadUrl"])

    def keep(
        self, made: dict[str, Any], content: bytes | None, kind: str, metadata: dict[str, Any], **address: str
    ) -> None:
        file = {"id": made["fileId"], "content": content, "kind": kind, "metadata": metadata}
        self.things.append({**file, "until": self.now + HOUR, "get": None, "put": None, **address, "deleted": False})

    @precondition(Machine.has_things)
    @rule(place=PLACES, content=BYTES)
    def send_to_the_address(self, place: int, content: bytes) -> None:
        file = self.pick(place)
        if file["put"] is None:
            return
        status = self.api.http.put(file["put"], content=content).status_code
        assert status == self.expected(file)
        if status == 200:
            file["content"] = content

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def fetch(self, place: int) -> None:
        file = self.pick(place)
        if file["get"] is None:
            return
        reply = self.api.http.get(file["get"])
        assert reply.status_code == self.expected(file)
        if reply.status_code == 200:
            assert (reply.content, reply.headers["content-type"]) == (file["content"], file["kind"])

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def get(self, place: int) -> None:
        """Reading a file gives a URL that is valid for another hour."""
        file = self.pick(place)
        there = file["content"] is not None and not file["deleted"]
        found = ok(self.api.get(f"/files/{file['id']}"), 200 if there else 404)
        if there:
            assert (found["size"], found["contentType"]) == (len(file["content"]), file["kind"])
            file |= {"get": found["url"], "put": None, "until": self.now + HOUR}

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def forge(self, place: int) -> None:
        """A URL is valid for its own file and its own method."""
        file = self.pick(place)
        address = file["get"] or file["put"]
        assert self.api.http.request("PUT" if file["get"] else "GET", address, content=b"forged").status_code == 403
        for other in self.things:
            if other is not file:
                assert self.api.http.get(address.replace(file["id"], other["id"])).status_code == 403

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def delete(self, place: int) -> None:
        file = self.pick(place)
        ok(self.api.delete(f"/files/{file['id']}"), 404 if file["deleted"] else 200)
        file["deleted"] = True

    @rule(seconds=st.sampled_from([1, HOUR - 1, HOUR]))
    def wait(self, seconds: int) -> None:
        self.move_on(seconds)

    @rule(filter=METADATA, limit=st.integers(1, 3))
    def page_through(self, filter: dict[str, Any], limit: int) -> None:
        wanted = {key: value[0] if isinstance(value, list) and value else value for key, value in filter.items()}
        expected = [file for file in reversed(self.living()) if file["content"] is not None and holds(file, wanted)]
        found: list[dict[str, Any]] = []
        cursor: dict[str, str] = {}
        while True:
            page = ok(self.api.get("/files", filter=json.dumps(wanted), limit=limit, **cursor))
            found += page["files"]
            assert page["hasMore"] == (page["nextCursor"] is not None) == (len(found) < len(expected))
            if not page["hasMore"]:
                break
            cursor = {"cursor": page["nextCursor"]}
        assert [(file["fileId"], file["size"]) for file in found] == [
            (file["id"], len(file["content"])) for file in expected
        ]

    @rule(filter=METADATA, place=PLACES)
    def a_file_that_goes_between_two_pages_hides_no_other(self, filter: dict[str, Any], place: int) -> None:
        there = [file for file in reversed(self.living()) if file["content"] is not None]
        if len(there) < 3:
            return
        first = ok(self.api.get("/files", limit=2))
        gone = there[0]
        ok(self.api.delete(f"/files/{gone['id']}"))
        gone["deleted"] = True
        rest = ok(self.api.get("/files", limit=200, cursor=first["nextCursor"]))
        assert [file["fileId"] for file in rest["files"]] == [file["id"] for file in there[2:]]

    def expected(self, file: dict[str, Any]) -> int:
        return 403 if self.now >= file["until"] else 404 if file["deleted"] else 200


def holds(file: dict[str, Any], wanted: dict[str, Any]) -> bool:
    there = file["metadata"]
    return all(
        key in there and (there[key] == value or (isinstance(there[key], list) and value in there[key]))
        for key, value in wanted.items()
    )


def test_files_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Files, direct)


def test_the_machine_notices_a_lost_byte(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    put = OrganisationStore.put_bytes
    monkeypatch.setattr(
        OrganisationStore, "put_bytes", lambda self, kind, own, value: put(self, kind, own, value.replace(b"\r", b""))
    )
    notices(Files, direct)


def test_the_machine_notices_an_address_that_lives_too_long(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed_storage, "LIFETIME", signed_storage.LIFETIME + 1)
    notices(Files, direct)


def test_the_machine_notices_a_page_that_begins_one_too_late(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    position = paging._position
    monkeypatch.setattr(paging, "_position", lambda *given, **how: int(position(*given, **how) or 0) - 1)
    notices(Files, direct)

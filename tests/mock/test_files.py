"""Files: stored byte for byte, sent in the request or to a signed URL."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mock.support.client import ApiClient, ok


def upload(api: ApiClient, content: bytes = b"hello", **fields: Any) -> Any:
    body = {"contentType": "text/plain", "content": base64.b64encode(content).decode(), **fields}
    return ok(api.post("/files", body), 201)


@given(st.binary(min_size=1, max_size=2000))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_uploaded_comes_back_byte_for_byte(api: ApiClient, content: bytes) -> None:
    file = upload(api, content)
    assert file["size"] == len(content)
    reply = api.http.get(file["url"], headers={"Authorization": ""})
    assert (reply.content, reply.headers["content-type"]) == (content, "text/plain")


def test_a_file_says_what_is_known_of_it(api: ApiClient) -> None:
    file = upload(api, filename="a.txt", metadata={"tags": ["x"]})
    assert (file["filename"], file["metadata"]) == ("a.txt", {"artifactType": "document", "tags": ["x"]})
    assert file["s3Uri"].startswith("s3://")
    listed = ok(api.get("/files"))
    assert [found["fileId"] for found in listed["files"]] == [file["fileId"]]
    assert (listed["hasMore"], listed["nextCursor"]) == (False, None)


def test_a_signed_address_takes_a_large_file(api: ApiClient) -> None:
    made = ok(api.post("/files", {"contentType": "video/mp4", "requestUploadUrl": True, "filename": "v.mp4"}), 201)
    assert (made["expiresIn"], "url" in made, made["metadata"]) == (3600, False, {"artifactType": "video"})
    assert ok(api.get("/files"))["files"] == []
    content = b"x" * (26 * 1024 * 1024)
    assert api.http.put(made["uploadUrl"], content=content, headers={"Authorization": ""}).status_code == 200
    assert [file["size"] for file in ok(api.get("/files"))["files"]] == [len(content)]


def test_more_than_7_mb_in_the_request_is_413(api: ApiClient) -> None:
    content = base64.b64encode(b"x" * (7 * 1024 * 1024 + 1)).decode()
    assert api.post("/files", {"contentType": "text/plain", "content": content}).status_code == 413
    exact = base64.b64encode(b"x" * (7 * 1024 * 1024)).decode()
    assert api.post("/files", {"contentType": "text/plain", "content": exact}).status_code == 201


def test_an_address_is_good_for_an_hour_one_file_and_one_method(api: ApiClient) -> None:
    api.mock.freeze()
    file, other = upload(api), upload(api)
    assert api.http.put(file["url"], content=b"y").status_code == 403
    assert httpx.get(file["url"].replace(file["fileId"], other["fileId"])).status_code == 403
    assert httpx.get(file["url"].split("?")[0]).status_code == 403
    api.mock.advance(3599)
    assert httpx.get(file["url"]).status_code == 200
    api.mock.advance(1)
    assert httpx.get(file["url"]).status_code == 403


@pytest.mark.parametrize(
    "body", [{}, {"content": "x"}, {"contentType": "text/plain"}, {"contentType": "a/b", "content": "eA=="}]
)
def test_what_does_not_fit_is_refused(api: ApiClient, body: Any) -> None:
    assert api.post("/files", body).status_code == 422


def test_the_filter_matches_values_and_members_of_arrays(api: ApiClient) -> None:
    one = upload(api, metadata={"project": "a", "tags": ["x", "y"]})["fileId"]
    two = upload(api, metadata={"project": "b", "tags": ["y"]})["fileId"]

    def found(text: str) -> list[str]:
        return [file["fileId"] for file in ok(api.get("/files", filter=text))["files"]]

    assert found('{"project": "a"}') == [one]
    assert found('{"tags": "y"}') == [two, one]
    assert found('{"tags": ["y"]}') == [two]
    assert found('{"tags": "y", "project": "c"}') == []
    assert api.get("/files", filter="{nonsense}").status_code == 400
    assert api.get("/files", filter="nonsense").status_code == 422


def test_pages_follow_each_other(api: ApiClient) -> None:
    ids = [upload(api)["fileId"] for _ in range(3)]
    first = ok(api.get("/files", limit=2))
    second = ok(api.get("/files", limit=2, cursor=first["nextCursor"]))
    assert (first["hasMore"], second["hasMore"]) == (True, False)
    assert [file["fileId"] for file in first["files"] + second["files"]] == ids[::-1]


def test_a_deleted_file_is_gone_from_its_address_too(api: ApiClient) -> None:
    file = upload(api)
    assert ok(api.delete(f"/files/{file['fileId']}")) == {"message": "File deleted", "fileId": file["fileId"]}
    assert httpx.get(file["url"]).status_code == 404
    assert api.delete(f"/files/{file['fileId']}").status_code == 404


def test_a_file_that_is_got_has_an_address_of_its_own_hour(api: ApiClient) -> None:
    api.mock.freeze()
    file = upload(api, b"bytes", filename="a.txt")
    path = f"/files/{file['fileId']}"
    assert ok(api.get(path)) == file
    api.mock.advance(3600)
    assert httpx.get(file["url"]).status_code == 403
    later = ok(api.get(path))
    assert httpx.get(later["url"]).content == b"bytes"
    assert later | {"url": file["url"]} == file


def test_a_file_is_got_once_its_bytes_are_there_and_until_it_is_deleted(api: ApiClient) -> None:
    made = ok(api.post("/files", {"contentType": "video/mp4", "requestUploadUrl": True}), 201)
    path = f"/files/{made['fileId']}"
    assert ok(api.get(path), 404)["fileId"] == made["fileId"]
    httpx.put(made["uploadUrl"], content=b"film")
    found = ok(api.get(path))
    assert (found["size"], httpx.get(found["url"]).content) == (4, b"film")
    ok(api.delete(path))
    assert api.get(path).status_code == 404

"""What the recording proxy writes: secrets are in it in no form, and the rest is as it was."""

from __future__ import annotations

import base64
import itertools
import json
import re
import time
from typing import Any
from urllib.parse import quote, quote_plus

import orjson
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quant_ai_contract.captured import CapturedExchange
from quant_ai_contract.har_entries import har_entry
from quant_ai_contract.json_places import PathError
from quant_ai_contract.marked_text import Edit, MarkedText
from quant_ai_contract.redactor import Redactor

TOKEN = 'qc-Ab/3+x=9&z é"q'
JSON, STREAM = "application/json", "text/event-stream"


def capture(
    *chunks: bytes, kind: str = JSON, sent: bytes = b"", url: str = "https://a.test/x", token: str = TOKEN, **head: str
) -> CapturedExchange:
    headers = [("authorization", f"Bearer {token}"), ("content-type", JSON), *head.items()]
    found = CapturedExchange("POST", url, "HTTP/1.1", time.time(), headers, status=200)
    found.reply_headers = [("Content-Type", kind)]
    if sent:
        found.request.add(sent, 0)
    for number, chunk in enumerate(chunks):
        found.reply.add(chunk, float(number))
    return found


def written(captured: CapturedExchange, redactor: Redactor | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(har_entry(captured.readable(), redactor or Redactor()))
    return found


def text_of(entry: dict[str, Any]) -> str:
    found: str = entry["response"]["content"]["text"]
    return found


def escaped(text: str) -> str:
    """Every character as an escape of JSON."""
    return "".join(
        f"\\u{int.from_bytes(text.encode('utf-16-be')[at : at + 2]):04x}" for at in range(0, 2 * len(text), 2)
    )


FORMS = {
    "plain": lambda secret: secret,
    "JSON": lambda secret: json.dumps({"a": f"x{secret}y"}),
    "JSON in JSON": lambda secret: json.dumps({"a": json.dumps({"b": secret})}),
    "JSON with every character escaped": lambda secret: f'{{"a":"{escaped(secret)}"}}',
    "JSON with an escaped slash": lambda secret: json.dumps({"a": secret}).replace("/", "\\/"),
    "percent-encoded": lambda secret: f"https://x.test/?a={quote(secret, safe='')}&b=1",
    "percent-encoded in small letters": lambda secret: re.sub(
        "%..", lambda found: found[0].lower(), f"k={quote(secret, safe='')}"
    ),
    "every character percent-encoded": lambda secret: "k=" + "".join(f"%{one:02X}" for one in secret.encode()),
    "twice percent-encoded": lambda secret: f"k={quote(quote(secret, safe=''), safe='')}",
    "base64": lambda secret: base64.b64encode(f"user:{secret}".encode()).decode(),
    "base64, one further": lambda secret: base64.b64encode(f"a user:{secret}.".encode()).decode(),
    "base64, two further": lambda secret: base64.b64encode(f"no user:{secret}..".encode()).decode(),
    "base64 for addresses": lambda secret: base64.urlsafe_b64encode(f"??>>{secret}??".encode()).decode(),
    "multipart": lambda secret: f'--b\r\nContent-Disposition: form-data; name="f"\r\n\r\n{secret}\r\n--b--\r\n',
}


def has(secret: str, text: str) -> bool:
    """Whether somebody who looks for it finds the secret."""
    runs = re.findall(r"[A-Za-z0-9+/_-]{8,}", text)
    decoded = [base64.b64decode(f"{run}{'=' * (-len(run) % 4)}".replace("-", "+").replace("_", "/")) for run in runs
               if len(run) % 4 != 1]  # fmt: skip
    if secret in text or any(secret.encode() in one for one in decoded):
        return True
    for unpacked in (json_texts(text), percent_texts(text)):
        if any(one != text and has(secret, one) for one in unpacked):
            return True
    return False


def json_texts(text: str) -> list[str]:
    found = []
    for one in re.findall(r'"(?:[^"\\]|\\.)*"', text):
        if "\\" in one:
            found.append(json.loads(one, strict=False))
    return found


def percent_texts(text: str) -> list[str]:
    from urllib.parse import unquote

    return [unquote(text)] if "%" in text else []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", ["request", "reply", "url", "header", "stream"])
def test_a_token_is_found_in_every_form_and_place(form: str, place: str) -> None:
    hidden = FORMS[form](TOKEN)
    if place == "url":
        found = capture(b"{}", url=f"https://a.test/x?y={hidden if hidden.isascii() and ' ' not in hidden else 1}")
    elif place == "header":
        found = capture(b"{}", **{"x-extra": hidden.replace("\r\n", " ").encode().decode("latin-1")})
    elif place == "request":
        found = capture(b"{}", sent=hidden.encode())
    elif place == "stream":
        found = capture(*(f"data: {line}\n\n".encode() for line in hidden.split("\r\n")), kind=STREAM)
    else:
        found = capture(hidden.encode())
    line = har_entry(found.readable(), Redactor()).decode()
    for value in strings(json.loads(line)):
        assert not has(TOKEN, value), value


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [found for inner in value.values() for found in strings(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in strings(inner)]
    return [value] if isinstance(value, str) else []


SECRETS = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=6, max_size=40)
    .filter(lambda text: text == text.strip() and text not in "REDACTED" and len(set(text)) > 2)
    .filter(lambda text: len(text) >= 8 or not text.isalpha())
)  # which may be a word of the text


@given(SECRETS, st.sampled_from(sorted(FORMS)), st.data())
@settings(max_examples=150, deadline=None)
def test_no_token_survives_however_the_body_is_cut(secret: str, form: str, data: st.DataObject) -> None:
    assume(not any(has(secret, text) for text in strings(written(capture(b""))["response"])))  # such as Content-Type
    body = FORMS[form](secret).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=4)))
    chunks = [body[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    entry = written(capture(*chunks), Redactor(secrets=[secret]))
    for text in strings(entry["response"]):
        assert not has(secret, text)


@given(st.text(max_size=200), st.lists(st.integers(0, 300), max_size=6))
@settings(max_examples=150, deadline=None)
def test_what_has_no_secret_is_written_byte_for_byte(text: str, cuts: list[int]) -> None:
    body = text.encode("utf-8", "surrogatepass")
    edges = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    chunks = [body[begin:end] for begin, end in itertools.pairwise(edges)]
    content = (entry := written(capture(*chunks, kind=STREAM)))["response"]["content"]
    raw = base64.b64decode(content["text"]) if content.get("encoding") == "base64" else content["text"].encode()
    if "REDACTED" not in content["text"]:
        assert raw == body
        assert [one["size"] for one in entry["response"]["_chunks"]] == [len(chunk) for chunk in chunks if chunk]


@given(st.text("ab\u00e9\u20ac\U0001f600", max_size=30), st.lists(st.integers(0, 30), max_size=5), st.data())
@settings(max_examples=200, deadline=None)
def test_edits_keep_every_chunk_and_lose_no_byte(text: str, cuts: list[int], data: st.DataObject) -> None:
    body = text.encode()
    edges = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    marked = MarkedText.of(body, [end - begin for begin, end in itertools.pairwise(edges)])
    places = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 4)), max_size=4))
    marked.edit([Edit(begin, min(begin + length, len(text)), "X") for begin, length in places if begin < len(text)])
    assert len(marked.sizes) == len(edges) - 1
    assert sum(marked.sizes) == len(marked.body)
    assert min(marked.sizes) >= 0


def test_a_secret_that_is_split_over_the_events_of_a_stream_is_found() -> None:
    events = [b'event: content\ndata: {"delta":"The token is test"}\n\n', b'data: {"delta":"-to"}\n\n',
              b'data: {"delta":"ken, and mail to jane@"}\n\n', b'data: {"delta":"corp.org now"}\n\n']  # fmt: skip
    entry = written(capture(*events, kind=STREAM, token="test-token"), Redactor(anonymise=True))
    deltas = [json.loads(line[6:])["delta"] for line in text_of(entry).split("\n") if line.startswith("data: ")]
    assert deltas == ["The token is REDACTED", "", ", and mail to person-1@example.com", " now"]
    assert sum(one["size"] for one in entry["response"]["_chunks"]) == len(text_of(entry))
    assert len(entry["response"]["_chunks"]) == 4


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("Authorization", "Bearer abcdef", "Bearer REDACTED"),
        ("Authorization", "abcdef", "REDACTED"),
        ("Cookie", "session=abcdef; theme=dark", "session=REDACTED; theme=REDACTED"),
        ("Set-Cookie", "session=abcdef; Path=/; HttpOnly", "session=REDACTED; Path=/; HttpOnly"),
        ("X-Api-Key", "abcdef", "REDACTED"),
        ("Proxy-Authorization", "Basic dTpwYXNz", "Basic REDACTED"),
        ("X-Amz-Security-Token", "abcdef", "REDACTED"),
        ("WWW-Authenticate", 'Bearer realm="api"', 'Bearer realm="api"'),
        ("Content-Type", "text/plain", "text/plain"),
    ],
)
def test_headers_with_secrets_keep_what_is_none(name: str, value: str, shown: str) -> None:
    assert Redactor().headers([(name, value)]) == [(name, shown)]


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("https://s3.test/f?X-Amz-Expires=60&X-Amz-Signature=0af3", "https://s3.test/f?X-Amz-Expires=60&X-Amz-Signature=REDACTED"),
        ("https://s3.test/f?sig=a%2Fb&x=1", "https://s3.test/f?sig=REDACTED&x=1"),
        ('{"url":"https://s3.test/f?a=1\\u0026X-Amz-Signature=0af3"}', '{"url": "https://s3.test/f?a=1&X-Amz-Signature=REDACTED"}'),
        ("https%3A%2F%2Fs3.test%2F%3FX-Amz-Signature%3D0af3%26a%3D1", "https%3A%2F%2Fs3.test%2F%3FX-Amz-Signature%3DREDACTED%26a%3D1"),  # noqa: E501
        ('{"clientSecret":"hunter2","inputTokens":5,"token":"abc"}', '{"clientSecret":"REDACTED","inputTokens":5,"token":"REDACTED"}'),  # noqa: E501
        ("Use Bearer a1b2c3d4e5 here", "Use Bearer REDACTED here"),
        ("a bearer token for users", "a bearer token for users"),
        ("qc_0123456789 and AKIAIOSFODNN7EXAMPLE", "REDACTED and REDACTED"),
        ("http://user:pass@host/", "http://REDACTED@host/"),
        ('{"maxTokens":4096,"key":"a/b.txt","text":"the signature of this"}', '{"maxTokens":4096,"key":"a/b.txt","text":"the signature of this"}'),  # noqa: E501
    ],
)  # fmt: skip
def test_secrets_are_known_by_their_look_too(given_text: str, shown: str) -> None:
    found = Redactor().text(given_text)
    assert found == shown or json.loads(found) == json.loads(shown)


def test_a_cookie_and_a_password_are_looked_for_everywhere() -> None:
    basic = base64.b64encode(b"ada:hunter22").decode()
    found = capture(b'{"a":"crumb-123 hunter22"}', Cookie="s=crumb-123", **{"proxy-authorization": f"Basic {basic}"})
    assert text_of(written(found)) == '{"a":"REDACTED REDACTED"}'


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("$.messages[0].content", '{"messages": [{"content":"REDACTED"}, {"content":"b-text"}], "n":5, "ok":true}'),
        ("$.messages[*].content", '{"messages": [{"content":"REDACTED"}, {"content":"REDACTED"}], "n":5, "ok":true}'),
        ("$..content", '{"messages": [{"content":"REDACTED"}, {"content":"REDACTED"}], "n":5, "ok":true}'),
        ("content", '{"messages": [{"content":"REDACTED"}, {"content":"REDACTED"}], "n":5, "ok":true}'),
        ("$['n']", '{"messages": [{"content":"a-text"}, {"content":"b-text"}], "n":0, "ok":true}'),
        ("$.ok", '{"messages": [{"content":"a-text"}, {"content":"b-text"}], "n":5, "ok":false}'),
        ("$.messages[?@.content == 'b-text']", '{"messages": [{"content":"a-text"}, {"content":"REDACTED"}], "n":5, "ok":true}'),  # noqa: E501
        ("$.none", '{"messages": [{"content":"a-text"}, {"content":"b-text"}], "n":5, "ok":true}'),
    ],
)  # fmt: skip
def test_paths_name_what_to_redact(path: str, shown: str) -> None:
    body = b'{"messages": [{"content":"a-text"}, {"content":"b-text"}], "n":5, "ok":true}'
    assert text_of(written(capture(body), Redactor([path]))) == shown


def test_a_path_reaches_into_events_and_its_value_is_redacted_elsewhere() -> None:
    redactor = Redactor(["$.user.name"])
    written(capture(b"{}", sent=b'{"user":{"name":"Ada Lovelace"}}'), redactor)
    entry = written(capture(b'data: {"user":{"name":"Bo"}}\n\ndata: hello Ada Lovelace\n\n', kind=STREAM), redactor)
    assert text_of(entry) == 'data: {"user":{"name":"REDACTED"}}\n\ndata: hello REDACTED\n\n'


def test_an_expression_is_redacted_in_texts_and_in_escaped_ones() -> None:
    redactor = Redactor(expressions=[re.compile(r"Müller|\d{3}-\d{4}")])
    assert redactor.text('{"a":"Herr M\\u00fcller, 555-1234"}') == '{"a":"Herr REDACTED, REDACTED"}'


def test_a_path_reaches_into_json_lines() -> None:
    body = b'{"a": "Ann"}\n{"a": "Bob", "b": 1}\n'
    found = written(capture(body, kind="application/x-ndjson"), Redactor(["$.a"]))
    assert text_of(found) == '{"a": "REDACTED"}\n{"a": "REDACTED", "b": 1}\n'


def test_what_is_no_path_is_refused_in_one_line() -> None:
    with pytest.raises(PathError, match=r"^not a JSONPath: \$\[: [^\n]*$"):
        Redactor(["$["])


def test_ids_and_addresses_have_the_same_stand_in_everywhere() -> None:
    redactor = Redactor(anonymise=True)
    session = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
    made = written(capture(json.dumps({"sessionId": session, "by": "Jane.Doe@corp.org"}).encode()), redactor)
    used = written(
        capture(
            f'data: {{"text":"session {session} of jane.doe@corp.org\\nexec_{"ab" * 16}"}}\n\n'.encode(),
            kind=STREAM,
            url=f"https://a.test/api/v3/organisations/acme/ai/sessions/{session}?by=jane.doe%40corp.org",
        ),
        redactor,
    )
    first = json.loads(text_of(made))
    assert first["by"] == "person-2@example.com"
    assert re.fullmatch("00000000-0000-4000-8000-[0-9]{12}", first["sessionId"])
    assert first["sessionId"] in text_of(used)
    assert first["sessionId"] in used["request"]["url"]
    assert "person-2@example.com" in text_of(used)
    assert "acme" not in used["request"]["url"]
    assert re.search("exec_0{30}[0-9]{2}", text_of(used))
    for secret in (session, "jane", "Jane", "ab" * 16):
        assert secret not in json.dumps([made, used])


def test_an_address_that_is_an_id_is_an_address() -> None:
    found = written(capture(b'{"userId":"Jane@corp.org","to":"jane@corp.org"}'), Redactor(anonymise=True))
    assert text_of(found) == '{"userId":"person-1@example.com","to":"person-1@example.com"}'


def test_models_and_words_are_no_ids() -> None:
    body = b'{"modelId":"amazon.nova-pro-v1:0","models":[{"id":"anthropic.claude-sonnet-4-6"}],"finishReason":"stop"}'
    assert text_of(written(capture(body), Redactor(anonymise=True))) == body.decode()


def test_a_secret_that_cannot_be_taken_out_takes_the_body_along() -> None:
    class Blind(Redactor):
        def body(self, body: bytes, content_type: str, sizes: Any = ()) -> tuple[bytes, list[int]]:
            return body, list(sizes)

    entry = written(capture(b'{"a":"test-token"}', token="test-token"), Blind())
    assert entry["response"]["content"] == {
        "size": 0, "mimeType": JSON, "text": "", "comment": "withheld: a secret could not be taken out of it"
    }  # fmt: skip


def test_a_secret_in_a_form_is_found() -> None:
    assert "Ab" not in Redactor(secrets=["qc Ab+c/d"]).text(f"q={quote_plus('qc Ab+c/d')}")


@pytest.mark.parametrize("token", ["Bearer", "content", "headers", "application"])
def test_a_token_that_is_a_common_word_does_not_empty_the_recording(token: str) -> None:
    redactor = Redactor()
    first = capture(b'{"token":"headers","secret":"response"}')
    first.request_headers = [("authorization", token), ("x-a", "1")]
    written(first, redactor)
    entry = written(capture(b'{"a":"the content of headers in a response"}'), redactor)
    assert {one["name"] for one in entry["request"]["headers"]} >= {"authorization"}
    assert entry["response"]["headers"] != []
    assert text_of(entry).startswith('{"a":"the ')


@pytest.mark.timeout(30)  # not a second, unless some expression tries every way to read it
@pytest.mark.parametrize("word", ["x", "a_", "a.a-", "aId", "QUJD", "/organisations/", "1", "0123abcd-", "a@", "%41"])
def test_a_long_word_takes_no_longer_than_others(word: str) -> None:
    redactor = Redactor(anonymise=True, secrets=["my-secret-token-1"])
    body = json.dumps({"userId": word * (100_000 // len(word))}).encode()
    redactor.learn_body(body, "application/json")
    assert redactor.body(body, "application/json", [len(body)])[0]


def test_a_token_that_is_a_common_word_is_redacted_only_where_secrets_stand() -> None:
    redactor = Redactor(secrets=["test"])
    assert redactor.text("the latest test") == "the latest test"
    assert redactor.headers([("Authorization", "Bearer test")]) == [("Authorization", "Bearer REDACTED")]
    assert redactor.body(b'{"token":"test","a":"test"}', "application/json")[0] == b'{"token":"REDACTED","a":"test"}'
    assert redactor.word_tokens == {"test"}
    assert Redactor(secrets=["sesameopen"]).text("say sesameopen") == "say REDACTED"


@pytest.mark.parametrize(
    "spelled",
    [
        quote("qz9-a.b/with+odd=chars"),
        quote("qz9-a.b/with+odd=chars", safe="+"),
        quote(quote("qz9-a.b/with+odd=chars")),
        "qz9-a.b%2fwith%2bodd=chars",
        "qz9-a.b/with&#43;odd&#x3D;chars",
        b"qz9-a.b/with+odd=chars".hex(),
    ],
)
def test_a_secret_is_found_whichever_of_its_characters_are_encoded(spelled: str) -> None:
    redactor = Redactor(secrets=["qz9-a.b/with+odd=chars"])
    for text in (f"https://h/?t={spelled}&x=1", f"a={spelled}", f"<a href='{spelled}'>"):
        assert redactor.text(text) == text.replace(spelled, "REDACTED")


@given(st.text(min_size=6), st.text(), st.text())
def test_a_secret_in_an_entry_is_found_in_its_json_too(secret: str, before: str, after: str) -> None:
    redactor = Redactor(secrets=[secret])
    for form in (secret, json.dumps(secret)[1:-1], quote(secret, safe="")):
        text = f"{before}{form}{after}"
        assert redactor.leaks_in_json(orjson.dumps({"text": text})) or not redactor.leaks(text)

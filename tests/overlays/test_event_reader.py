"""Events one by one: that the second of a kind, which takes a shorter way, is read like the first."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from quant_ai import MalformedEventError, StreamFailedError, StrictError, UnknownEvent, models
from quant_ai.streaming.events import EventReader, fast_decoder
from quant_ai_client.api.chat.chat_stream import STREAM
from quant_ai_client.operation import EventType, EventTypes

from .support.operations import CHAT_EVENTS
from .support.streams import event_reader


def reader(**options: Any) -> EventReader:
    return event_reader(reply=models.ChatReply, **options)


def event(data: bytes, name: bytes = b"") -> bytes:
    return (b"event: %s\n" % name if name else b"") + b"data: %s\n\n" % data


FRAMES = {
    "named": (b'{"delta":"%s"}', b"content"),
    "named, other key": (b'{"content":"%s"}', b"content"),
    "named, third key": (b'{"text":"%s"}', b"content"),
    "with a null first": (b'{"delta":null,"text":"%s"}', b"content"),
    "with its type": (b'{"type":"content","delta":"%s"}', b""),
    "with its type, other key": (b'{"type":"content","content":"%s"}', b""),
    "by its keys": (b'{"delta":"%s"}', b""),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_each_event_of_a_kind_is_read_like_the_first(frame: str) -> None:
    data, name = FRAMES[frame]
    mine = reader()
    for number, word in enumerate([b"a", b"b", b"c"], 1):
        mine.moved = False
        (found,) = mine.feed(event(data % word, name))
        assert isinstance(found, models.ContentEvent)
        assert word.decode() in (found.delta, found.content, found.text)
        assert (mine.piece, mine.moved) == (word.decode(), True)
        assert mine.last == (b"", name, data % word)
        assert mine.accumulator.text == "abc"[:number]
    assert mine.reply().response.content == "abc"


assert STREAM.events is not None
CONTENT = {"generated": STREAM.events.types, "methods": CHAT_EVENTS.types}


@pytest.mark.parametrize("kinds", CONTENT)
def test_the_second_event_of_a_kind_is_decoded_without_a_copy(kinds: str) -> None:
    kind = next(kind for kind in CONTENT[kinds] if kind.name == "content")
    assert fast_decoder(kind, models.ContentEvent(delta="a")) == models.ContentEvent._take
    assert fast_decoder(kind, models.StartEvent(model="m")) is kind.decode  # a union: the next one may be of another
    assert fast_decoder(kind._replace(decode=str), "a") is str


def test_an_event_of_a_union_is_decoded_as_the_union() -> None:
    def decode(value: Any) -> models.StartEvent | models.ContentEvent:
        return models.ContentEvent.from_dict(value)

    kind = EventType("content", decode)
    assert fast_decoder(kind, models.ContentEvent(delta="a")) is decode


def test_an_event_that_is_no_model_is_decoded_as_usual() -> None:
    kind = EventType("content", Fraction.from_float)
    assert fast_decoder(kind, Fraction(1, 2)) == Fraction.from_float


def test_kinds_may_follow_each_other_in_any_order() -> None:
    mine = reader()
    start, content = event(b'{"model":"m"}', b"start"), event(b'{"delta":"a"}', b"content")
    unnamed, news = event(b'{"type":"content","delta":"b"}'), event(b'{"x":1}', b"news")
    found = list(mine.feed(start + content + unnamed + content + news + content + start + unnamed))
    kinds = [models.StartEvent, *[models.ContentEvent] * 3, UnknownEvent, models.ContentEvent, models.StartEvent]
    assert [type(each) for each in found] == [*kinds, models.ContentEvent]
    assert mine.accumulator.text == "abaab"
    assert mine.piece == "b"


def test_the_name_of_an_event_counts_more_than_the_type_in_its_data() -> None:
    mine = reader()
    list(mine.feed(event(b'{"type":"content","delta":"a"}')))
    (found,) = mine.feed(event(b'{"type":"content","delta":"b"}', b"start"))
    assert isinstance(found, models.StartEvent)
    assert mine.accumulator.text == "a"


def test_an_event_without_text_has_no_piece() -> None:
    mine = reader()
    assert (mine.last, mine.piece) == ((b"", b"", b""), None)
    list(mine.feed(event(b'{"delta":"a"}', b"content")))
    assert mine.piece == "a"
    for _ in range(2):
        list(mine.feed(event(b'{"model":"m"}', b"start")))
        assert mine.piece is None
        list(mine.feed(event(b'{"complete":false}', b"content")))
        assert mine.piece is None
    list(mine.feed(event(b'{"delta":"b"}', b"content") + event(b'{"x":1}', b"news")))
    assert mine.piece is None


@pytest.mark.parametrize("deep", [b"content", b"start"])
def test_a_later_event_that_is_nested_too_deeply_is_refused(deep: bytes) -> None:
    mine = reader()
    data = b'{"delta":"a","model":"m","x":' + b"[" * 900 + b"]" * 900 + b"}"
    list(mine.feed(event(b'{"delta":"a"}', deep)))
    with pytest.raises(MalformedEventError, match="nested too deeply"):
        list(mine.feed(event(data, deep)))
    wide = b'{"delta":"a","x":[' + b"[]," * 900 + b"[]]}"
    assert len(list(mine.feed(event(wide, deep)))) == 1


def test_only_keep_alives_do_not_move_a_stream() -> None:
    for data, name in [(b"{}", b"ping"), (b'{"type":"ping"}', b""), (b"{}", b""), (b"ping", b"")]:
        mine = reader()
        list(mine.feed(event(data, name)))
        assert not mine.moved
    for data, name in [(b"{}", b"news"), (b'{"a":1}', b""), (b"5", b""), (b'{"type":"news"}', b"")]:
        mine = reader()
        list(mine.feed(event(data, name)))
        assert mine.moved


def test_a_strict_reader_names_an_event_that_is_not_in_the_spec() -> None:
    text = r"^POST /chat streamed an event that is not in the spec: \(b'news', b'\{\"x\":1\}'\)"
    with pytest.raises(StrictError, match=text):
        list(reader(strict=True).feed(event(b'{"x":1}', b"news")))
    assert list(reader(strict=True).feed(event(b"{}", b"ping"))) == [UnknownEvent({}, "ping", "{}")]


def test_a_stream_without_text_has_no_pieces() -> None:
    mine = event_reader(EventTypes((EventType("start", models.StartEvent.from_dict),)))
    for _ in range(2):
        (found,) = mine.feed(event(b'{"model":"m","":"a"}', b"start"))
        assert (found.model, mine.piece, mine.accumulator.text) == ("m", None, "")


def test_an_event_that_is_no_object_has_no_piece() -> None:
    mine = event_reader(EventTypes((EventType("note", str),), ("delta",)))
    for _ in range(2):
        assert list(mine.feed(event(b'"hello"', b"note"))) == ["hello"]
        assert (mine.piece, mine.moved) == (None, True)


@pytest.mark.parametrize("left", [False, True], ids=["whole", "without its blank line"])
def test_an_event_that_the_spec_calls_message_is_known_by_its_name(left: bool) -> None:
    mine = event_reader(EventTypes((EventType("message", models.StartEvent.from_dict, terminal=True),)))
    data = event(b'{"type":"start","model":"m"}', b"message")
    found = [*mine.feed(data[:-2]), *mine.end()] if left else list(mine.feed(data))
    assert [each.model for each in found] == ["m"]
    assert mine.ended


def test_the_data_of_an_event_is_not_its_name() -> None:
    assert list(reader().feed(event(b"error", b"news"))) == [UnknownEvent("error", "news", "error")]


def test_an_error_event_is_told_without_what_errors_do_not_show() -> None:
    mine = reader(for_errors=lambda value: {**value, "error": "***"})
    with pytest.raises(StreamFailedError) as caught:
        list(mine.feed(event(b'{"error":"secret","model":"m"}', b"error")))
    assert (caught.value.message, caught.value.body) == ("***", {"error": "***", "model": "m"})


def test_nothing_is_read_after_an_error_or_the_end() -> None:
    more = event(b'{"delta":"a"}', b"content")
    failed = reader()
    with pytest.raises(StreamFailedError):
        list(failed.feed(event(b'{"error":"no"}', b"error") + more))
    ended = reader()
    assert len(list(ended.feed(event(b'{"complete":true}', b"done") + more))) == 1
    marked = reader()
    assert list(marked.feed(event(b"[DONE]") + more)) == []
    for mine in (failed, ended, marked):
        assert mine.ended
        assert list(mine.feed(more)) == []
        assert list(mine.end()) == []
        assert mine.accumulator.text == ""


def test_what_an_error_event_says_is_part_of_the_reply() -> None:
    mine = reader()
    with pytest.raises(StreamFailedError, match=r"^POST /chat reports an error in its stream: no$") as caught:
        list(mine.feed(event(b'{"error":"no","model":"m"}', b"error")))
    assert caught.value.message == "no"
    assert caught.value.body == {"error": "no", "model": "m"}
    kinds = tuple(kind for kind in CHAT_EVENTS.types if kind.name != "error")
    types = CHAT_EVENTS._replace(types=(*kinds, EventType("error", models.StartEvent.from_dict)))
    other = event_reader(types, models.ChatReply)
    with pytest.raises(StreamFailedError):
        list(other.feed(event(b'{"error":"no","model":"m"}', b"error")))
    assert other.reply().model == "m"


@pytest.mark.parametrize(
    ("halves", "character"),
    [((rb"\ud800", rb"\udc00"), "\U00010000"), ((rb"\udbff", rb"\udfff"), "\U0010ffff")],
)
def test_the_first_and_the_last_halves_of_characters_are_joined(halves: tuple[bytes, bytes], character: str) -> None:
    mine = reader()
    for half in halves:
        list(mine.feed(event(b'{"delta":"%s"}' % half, b"content")))
    assert mine.accumulator.text == character


def test_an_unknown_event_has_no_name_and_no_data_unless_it_was_sent() -> None:
    unknown = UnknownEvent(5)
    assert (unknown.raw, unknown.event, unknown.data) == (5, "", "")

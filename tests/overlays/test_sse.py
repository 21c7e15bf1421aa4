"""The decoder against the WHATWG standard: its examples, its rules, every split, and a slow reference decoder."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quant_ai.streaming.sse import MAX_EVENT_SIZE, EventTooLarge, RawEvent, SSEDecoder, event_of


class Seen(NamedTuple):
    event: str
    data: str
    id: str


def seen(raw: RawEvent) -> Seen:
    event = event_of(raw)
    return Seen(event.event, event.data, event.id)


def decode(*chunks: bytes) -> list[Seen]:
    decoder = SSEDecoder()
    return [seen(event) for chunk in chunks for event in decoder.feed(chunk)]


def data_of(*chunks: bytes) -> list[str]:
    return [event.data for event in decode(*chunks)]


class SlowReference:
    """The steps of the standard, line by line, over the whole stream."""

    def __init__(self, stream: bytes) -> None:
        text = stream.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
        if stream.startswith(b"\xef\xbb\xbf\xef\xbb\xbf"):
            text = "\N{ZERO WIDTH NO-BREAK SPACE}" + stream[6:].decode("utf-8", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:-1]
        self.events: list[Seen] = []
        self.retry: int | None = None
        id_buffer, event, data = "", "", ""
        for line in lines:
            if line == "":
                if data:
                    self.events.append(Seen(event, data.removesuffix("\n"), id_buffer))
                event, data = "", ""
                self.last_event_id = id_buffer
                continue
            if line.startswith(":"):
                continue
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "event":
                event = value
            elif field == "data":
                data += value + "\n"
            elif field == "id" and "\0" not in value:
                id_buffer = value
            elif field == "retry" and value.isascii() and value.isdigit() and len(value) < 19:
                self.retry = int(value)


def test_whatwg_example_of_two_stock_lines_of_one_event() -> None:
    assert data_of(b"data: YHOO\ndata: +2\ndata: 10\n\n") == ["YHOO\n+2\n10"]


def test_whatwg_example_of_comment_id_and_space() -> None:
    stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
    assert decode(stream) == [Seen("", "first event", "1"), Seen("", "second event", "")]
    assert decode(stream, b"\n")[-1] == Seen("", " third event", "")


def test_whatwg_example_of_data_without_colon() -> None:
    assert data_of(b"data\n\ndata\ndata\n\ndata:") == ["", "\n"]


def test_whatwg_example_of_the_optional_space() -> None:
    assert data_of(b"data:test\n\ndata: test\n\n") == ["test", "test"]


EVERYTHING = [
    b": hello",
    b"",
    b"event: content",
    b'data: {"delta":"caf\xc3\xa9"}',
    b"",
    b"id: 7",
    b"event:content",
    b"data: one",
    b":between",
    b"data",
    b"data: \xe2\x80\xa8two",
    b"",
    b"",
    b"retry: 3000",
    b"unknown: x",
    b"data: three",
    b"",
]
EXPECTED = [Seen("content", '{"delta":"café"}', ""), Seen("content", "one\n\n\u2028two", "7"), Seen("", "three", "7")]


@pytest.mark.parametrize("ending", [b"\n", b"\r", b"\r\n"], ids=["LF", "CR", "CRLF"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_every_split_point_yields_the_same_events(ending: bytes, bom: bytes) -> None:
    stream = bom + ending.join(EVERYTHING) + ending
    assert decode(stream) == EXPECTED
    assert decode(*(stream[i : i + 1] for i in range(len(stream)))) == EXPECTED
    for cut in range(len(stream) + 1):
        assert decode(stream[:cut], stream[cut:]) == EXPECTED, cut
        assert decode(stream[:cut], b"", stream[cut : cut + 1], stream[cut + 1 :]) == EXPECTED, cut


@pytest.mark.parametrize("field", [b"data: a\n\n", b"id: 1\ndata: a\n\n", b"event: e\ndata: a\n\n"])
def test_a_bom_before_the_first_field_is_dropped_wherever_it_is_split(field: bytes) -> None:
    stream = b"\xef\xbb\xbf" + field
    for cut in range(len(stream) + 1):
        assert decode(stream[:cut], stream[cut:]) == decode(field), cut


def test_a_bom_further_on_is_text() -> None:
    assert data_of(b"data: a\n\n", b"\xef\xbb\xbfdata: b\n\ndata: \xef\xbb\xbfc\n\n") == ["a", "\ufeffc"]


def test_mixed_line_endings_are_one_ending_each() -> None:
    assert data_of(b"data: a\r\n\rdata: b\n\r\ndata: c\r\r") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("stream", "retry"),
    [
        (b"retry: 3000\n\n", 3000),
        (b"retry:10\n", 10),
        (b"retry: 10", None),
        (b"retry: -5\n\n", None),
        (b"retry: 1_000\n\n", None),
        (b"retry: \xd9\xa1\n\n", None),
        (b"retry:\n\n", None),
        (b"retry: " + b"9" * 18 + b"\n\n", 10**18 - 1),
        (b"retry: " + b"9" * 19 + b"\n\n", None),
    ],
)
def test_retry_takes_ascii_digits_only(stream: bytes, retry: int | None) -> None:
    decoder = SSEDecoder()
    decoder.feed(stream)
    decoder.end()
    assert decoder.retry == retry


def test_an_event_without_data_is_not_dispatched_but_sets_the_id() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"event: ping\nid: 4\n\n") == []
    assert decoder.last_event_id == "4"


def test_an_id_with_nul_is_ignored() -> None:
    assert decode(b"id: 1\ndata: a\n\nid: 2\x00\ndata: b\n\n") == [Seen("", "a", "1"), Seen("", "b", "1")]


def test_an_event_name_does_not_outlive_its_event() -> None:
    assert decode(b"event: x\n\ndata: a\n\n") == [Seen("", "a", "")]


def test_invalid_utf8_is_replaced() -> None:
    assert data_of(b"data: a\xff\xfeb\xe2\x82\n\n") == ["a\ufffd\ufffdb\ufffd"]


def test_line_separators_of_unicode_do_not_end_lines() -> None:
    assert data_of("data: a\u2028b\u0085c\u000bd\n\n".encode()) == ["a\u2028b\u0085c\u000bd"]


def test_the_unterminated_last_event_is_dropped_and_reported() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"id: 1\ndata: a\n\nid: 2\ndata: b") == [(b"1", b"", b"a")]
    assert decoder.end() == (b"2", b"", b"b")
    assert decoder.last_event_id == "1"


def test_a_clean_end_reports_nothing() -> None:
    decoder = SSEDecoder()
    decoder.feed(b"data: a\n\n: bye\n")
    assert decoder.end() is None


@pytest.mark.parametrize("size", [1, 7, 64, 5000])
def test_an_event_above_the_size_limit_is_refused(size: int) -> None:
    decoder = SSEDecoder(max_event_size=4096)
    stream = b"data: " + b"x" * 5000 + b"\n\n"
    with pytest.raises(EventTooLarge, match="4096 bytes"):
        for start in range(0, len(stream), size):
            decoder.feed(stream[start : start + size])


def test_an_unfinished_event_may_be_as_large_as_the_limit() -> None:
    for size, event in ((10, b"aaaa"), (9, None)):
        decoder = SSEDecoder(max_event_size=size)
        decoder.feed(b"data: aaa")
        decoder._rest += b"a"
        found = decoder.end()
        assert (found and found[2]) == event
        assert decoder.end() is None


def test_the_end_of_a_large_event_may_come_in_two_chunks() -> None:
    start = b"data: " + b"x" * 2000
    for chunks in ([start + b"\n", b"\n"], [start, b"\n", b"\ndata: b\n\n"], [start + b"\n", b"id: 1\n", b"\n"]):
        decoder = SSEDecoder()
        *before, last = chunks
        assert [event for chunk in before for event in decoder.feed(chunk)] == []
        assert len(decoder.feed(last)[0][2]) == 2000


def test_a_retry_counts_once_its_line_has_ended() -> None:
    for data, retry in ((b"retry: 7\ndata: a", 7), (b"data: a\nretry: 7\n", 7), (b"data: a\nretry: 7", None)):
        decoder = SSEDecoder()
        decoder.feed(data)
        decoder.end()
        assert decoder.retry == retry


def test_a_blank_line_before_it_does_not_hide_an_unfinished_event() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"\ndata: a") == []
    assert decoder.end() == (b"", b"", b"a")


@pytest.mark.parametrize("size", [1, 7, 64, 5000])
def test_an_event_above_the_size_limit_is_refused_before_its_end(size: int) -> None:
    decoder = SSEDecoder(max_event_size=4096)
    stream = b"data: " + b"x" * 4094
    with pytest.raises(EventTooLarge):
        for start in range(0, len(stream), size):
            decoder.feed(stream[start : start + size])


def chunked(stream: bytes, size: int) -> list[bytes]:
    return [stream[at : at + size] for at in range(0, len(stream), size)]


@pytest.mark.parametrize("size", [1, 7, 900, 5000])
@pytest.mark.parametrize("limit", [64, 2000])
def test_an_event_may_be_as_large_as_the_limit(limit: int, size: int) -> None:
    largest = b"data: ".ljust(limit, b"x")
    for before in (b"", b"\n\n", b"data: a\n\n"):
        decoder = SSEDecoder(max_event_size=limit)
        events = [event for piece in chunked(before + largest, size) for event in decoder.feed(piece)]
        events += decoder.feed(b"\n\n")
        assert events[-1][2] == largest[6:]
        for end in (b"", b"\n\n"):
            decoder = SSEDecoder(max_event_size=limit)
            with pytest.raises(EventTooLarge):
                for piece in [*chunked(before + largest + b"x" + end, size), b": c"]:
                    decoder.feed(piece)


def test_events_before_an_unfinished_one_above_the_size_limit_are_returned() -> None:
    decoder = SSEDecoder(max_event_size=16)
    assert [seen(event).data for event in decoder.feed(b"data: a\n\ndata: " + b"x" * 20)] == ["a"]
    with pytest.raises(EventTooLarge):
        decoder.feed(b"x")


@pytest.mark.parametrize("before", [b"\n\n", b"data: " + b"x" * 60 + b"\n\n"], ids=["blank lines", "a large event"])
def test_what_comes_before_it_does_not_hide_an_unfinished_event(before: bytes) -> None:
    decoder = SSEDecoder(max_event_size=66)
    unfinished = b"data: ".ljust(66, b"y")
    decoder.feed(before + unfinished)
    assert decoder.end() == (b"", b"", unfinished[6:])


def test_events_before_the_one_above_the_size_limit_are_returned() -> None:
    decoder = SSEDecoder(max_event_size=16)
    stream = b"data: a\n\ndata: " + b"x" * 20 + b"\n\ndata: c\n\n"
    assert [seen(event).data for event in decoder.feed(stream)] == ["a"]
    with pytest.raises(EventTooLarge):
        decoder.feed(b"data: d\n\n")


def test_keep_alive_comments_do_not_add_up_to_an_event() -> None:
    decoder = SSEDecoder(max_event_size=64)
    for _ in range(100):
        assert decoder.feed(b": keep-alive\n") == []
    assert [seen(event).data for event in decoder.feed(b"\ndata: a\n\n")] == ["a"]


def test_chunks_of_a_big_event_are_added_to_one_buffer_until_its_end() -> None:
    """A large event would take quadratic time if every chunk made a new text, or were searched with those before it."""
    decoder = SSEDecoder()
    chunk = b"x" * 1024
    decoder.feed(b"data: ")
    buffer = decoder._pending
    for _ in range(2000):
        decoder.feed(chunk)
    assert decoder._pending is buffer
    assert len(buffer) == 6 + 2000 * 1024
    assert [len(data) for _, _, data in decoder.feed(b"\n\n")] == [2000 * 1024]


LINES = st.lists(
    st.one_of(
        st.sampled_from([b"", b"data", b"data:", b"data: x", b"event: e", b"id: 1", b"id", b":c", b"retry: 5", b"\0"]),
        st.binary(max_size=12),
        st.builds(
            bytes.__add__, st.sampled_from([b"data:", b"id:", b"event: ", b"retry:", b": "]), st.binary(max_size=9)
        ),
    ),
    max_size=30,
)


@given(
    LINES, st.lists(st.sampled_from([b"\n", b"\r", b"\r\n"]), min_size=31, max_size=31), st.lists(st.integers(0, 400))
)
def test_agrees_with_the_slow_reference_however_it_is_cut(
    lines: list[bytes], endings: list[bytes], cuts: list[int]
) -> None:
    stream = b"".join(line + ending for line, ending in zip(lines, endings, strict=False))
    reference = SlowReference(stream)
    places = [0, *sorted(cut for cut in cuts if cut < len(stream)), len(stream)]
    decoder = SSEDecoder()
    events = [event for a, b in pairwise(places) for event in decoder.feed(stream[a:b])]
    assert [seen(event) for event in events] == reference.events
    decoder.end()
    assert decoder.retry == reference.retry


@given(st.binary(max_size=200), st.integers(0, 200))
def test_arbitrary_bytes_agree_with_the_slow_reference(stream: bytes, cut: int) -> None:
    assert decode(stream[:cut], stream[cut:]) == SlowReference(stream).events


@given(
    st.lists(st.sampled_from([b"data: " + b"x" * 1500, b"y" * 1500, b"data: z", b"id: 1", b": c", b""]), max_size=9),
    st.lists(st.sampled_from([b"\n", b"\r", b"\r\n"]), min_size=9, max_size=9),
    st.integers(1, 700),
)
def test_large_events_agree_with_the_slow_reference_however_they_are_cut(
    lines: list[bytes], endings: list[bytes], size: int
) -> None:
    stream = b"".join(line + ending for line, ending in zip(lines, endings, strict=False))
    ends = {cut for place, byte in enumerate(stream) if byte in b"\r\n" for cut in (place, place + 1)}
    places = sorted({*range(0, len(stream), size), len(stream)} | ends)
    chunks = [part for start, stop in pairwise(places) for part in (stream[start:stop], b"")]
    assert decode(*chunks) == SlowReference(stream).events


BLOCKS = st.lists(
    st.sampled_from(
        [
            *[b"event: a\ndata: x", b"id: 1\nevent: a\ndata: x", b"data: x"] * 4,
            *[
                b"id: 2\nevent: b\ndata: y",
                b"data: x\ndata: y",
                b"id: 3",
                b"id\ndata: z",
                b"event: a",
                b": c",
                b"data",
                b"",
            ],
            *[
                b"data: event: a",
                b"x\nevent: a\ndata: x",
                b"event: a\ndata: x\nretry: 5",
                b"id: 4\0\nevent: a\ndata: x",
            ],
        ]
    ),
    max_size=24,
)


@pytest.mark.parametrize("cap", [64, MAX_EVENT_SIZE], ids=["as in large chunks", "as in small ones"])
@given(blocks=BLOCKS, size=st.integers(1, 200))
def test_events_of_the_same_and_of_changing_layouts_agree_with_the_slow_reference(
    blocks: list[bytes], size: int, cap: int
) -> None:
    stream = b"\n\n".join([*blocks, b""])
    decoder = SSEDecoder(cap)  # an event as large as the limit is large
    events = [event for at in range(0, len(stream), size) for event in decoder.feed(stream[at : at + size])]
    assert [seen(event) for event in events] == SlowReference(stream).events

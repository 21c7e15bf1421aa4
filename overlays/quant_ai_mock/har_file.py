"""Read the entries of a recording one by one, whoever wrote it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quant_ai_common.recording_files import RecordingError, open_recording


class HarError(ValueError):
    """A file that is not a HAR file, or that ends too early; the message says which, with the name of the file."""


def har_entries(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of a HAR file, plain, compressed or in a zip archive. Bodies in files of their own are put in.

    Raises:
        HarError: It cannot be read. Entries before the place where it ends or breaks were returned before.
    """
    try:
        with open_recording(path) as recording:
            for entry in recording.entries:
                if isinstance(entry, dict):
                    _put_in_body(entry, recording.attachment)
                    yield entry
    except RecordingError as error:
        raise HarError(str(error)) from None


def _put_in_body(entry: dict[str, Any], attachment: Callable[[str], bytes | None]) -> None:
    """Playwright writes the bodies of replies and of requests to files beside the recording."""
    for side, name in (("request", "postData"), ("response", "content")):
        message = entry.get(side)
        content = message.get(name) if isinstance(message, dict) else None
        if isinstance(content, dict) and isinstance(file := content.pop("_file", None), str):
            body = attachment(file)
            if body is not None:
                content |= {"text": base64.b64encode(body).decode(), "encoding": "base64"}

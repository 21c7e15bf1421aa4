"""Record the service while tests run, to refresh the files that they replay: `pytest --quantai-record`.

The proxy of `quant-ai-contract record` runs in this process, once for each file. A file is replaced at the end of the
session, and only if all tests that use it have passed.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from quant_ai_contract.har_writer import HarWriter

TOKEN, ORGANISATION, BASE_URL = "QUANT_API_TOKEN", "QUANT_ORGANISATION", "QUANT_BASE_URL"


class RefreshError(Exception):
    """Nothing can be recorded; the message says why."""


class Refreshing:
    """The recordings of one session."""

    def __init__(self, which: str) -> None:
        """Prepare to record: `all` files, or those that are `missing`.

        Raises:
            RefreshError: The environment does not say which organisation to use.
        """
        self.token = os.environ.get(TOKEN, "")
        self.organisation = os.environ.get(ORGANISATION, "")
        if not self.organisation:
            raise RefreshError(f"--quantai-record needs {ORGANISATION}, beside {TOKEN}")
        self._which = which
        self._stack = ExitStack()
        self._urls: dict[Path, str | None] = {}
        self._writers: dict[Path, HarWriter] = {}
        self._failed: set[Path] = set()
        self._findings: list[str] = []

    def url_for(self, file: Path) -> str | None:
        """The proxy that records a file; None if the file is to be replayed."""
        if file not in self._urls:
            wanted = self._which == "all" or not file.exists()
            self._urls[file] = self._record(file) if wanted else None
        return self._urls[file]

    def failed(self, file: Path) -> None:
        """A test that uses this file has failed, so the file is not replaced."""
        self._failed.add(file)

    def end(self) -> list[str]:
        """End all recordings; returns what to tell, line by line."""
        self._stack.close()
        lines = []
        for file, writer in self._writers.items():
            if file in self._failed or writer.lost:
                why = "some exchanges could not be recorded" if writer.lost else "a test that uses it failed"
                lines.append(f"{file} is as it was, since {why}; what was recorded is in {writer.path}")
            elif not writer.entries:
                writer.path.unlink()
                lines.append(f"{file} is as it was, since no request was sent")
            else:
                writer.path.replace(file)
                lines.append(f"{file}: {writer.entries} exchanges recorded")
        return lines + self._findings

    def _record(self, file: Path) -> str:
        from quant_ai_common.http_server import listen
        from quant_ai_common.recording_files import RecordingError
        from quant_ai_contract import Verdict, load
        from quant_ai_contract.har_writer import HarWriter
        from quant_ai_contract.package_version import package_version
        from quant_ai_contract.recording import Recording
        from quant_ai_contract.redactor import Redactor
        from quant_ai_contract.upstream import Upstream, UpstreamError

        contract = load()
        parts = urlsplit(os.environ.get(BASE_URL) or contract.server)
        redactor = Redactor(anonymise=True, secrets=[self.token])

        def judged(verdict: Verdict) -> None:
            for found in verdict.errors:
                self._findings.append(redactor.text(f"{verdict.exchange}: {found}"))

        try:
            upstream = Upstream(f"{parts.scheme}://{parts.netloc}")
            file.parent.mkdir(parents=True, exist_ok=True)
            writer = HarWriter(file.with_name(f"{file.name}.new"), "quant-ai-contract", package_version())
        except (RecordingError, UpstreamError, OSError) as error:
            raise RefreshError(str(error)) from None
        self._stack.callback(writer.close)
        self._writers[file] = writer
        recording = Recording(contract, upstream, writer, redactor, judged, self._findings.append)
        return self._stack.enter_context(recording.beside(listen("127.0.0.1", 0)))


def refreshing_for(which: str | None, workers: Any) -> Refreshing | None:
    """What records in this session; None if nothing does, because nobody asked for it or there is no token.

    Raises:
        RefreshError: It cannot be done.
    """
    if which is None or not os.environ.get(TOKEN):
        return None
    if workers is not None:
        raise RefreshError("--quantai-record needs a single process: run pytest without -n")
    return Refreshing(which)

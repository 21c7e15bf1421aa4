"""Print what was found, for people or as JSON."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TextIO

from .contract import Contract
from .coverage import Coverage
from .exchange import NO_STATUS
from .findings import Verdict

# Control characters would let a recording move the cursor or change the colours of the terminal that shows it, and the
# marks of writing direction would let it rearrange what is read.
_INVISIBLE: Final = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_USER: Final = re.compile(r"(?<=//)[^/?#]*@")  # with a password, perhaps


@dataclass
class Report:
    """Prints verdicts as they come, and their number at the end."""

    contract: Contract
    strict: bool = False
    notes: bool = False
    coverage: bool = False
    as_json: bool = False
    output: TextIO | None = None
    clean: Callable[[str], str] = str
    """Takes secrets out of what is printed."""
    checked: int = 0
    failed: int = 0
    succeeded: int = 0
    without_body: int = 0
    cut: int = 0
    shown: list[dict[str, Any]] = field(default_factory=list)
    _coverage: Coverage = field(init=False)

    def __post_init__(self) -> None:
        self._coverage = Coverage(self.contract)

    def add(self, verdicts: Iterable[Verdict]) -> None:
        """Print the findings of some exchanges."""
        for verdict in verdicts:
            self.checked += 1
            exchange = verdict.exchange
            self.succeeded += NO_STATUS < exchange.status < 300
            self.without_body += not (exchange.request_body_known and exchange.reply_body_known)
            self.cut += verdict.cut
            self._coverage.add([(verdict.operation, exchange.status or None)])
            findings = verdict.findings if self.strict else verdict.errors
            self.failed += bool(findings)
            if self.as_json:
                self.shown.append(_as_json(verdict, self.clean))
            elif findings or (self.notes and (verdict.notes or verdict.cut)):
                self._say(f"{exchange}  ({verdict.operation or 'no operation'})")
                for found in verdict.findings if self.notes else findings:
                    self._say(f"  {'note: ' if found.note and not self.strict else ''}{found}")
                if verdict.cut:
                    self._say("  the recording has only the beginning of this stream; the events in it were checked")

    def end(self, left_out: Counter[str]) -> None:
        """Print the numbers."""
        if self.as_json:
            counts = {"checked": self.checked, "failed": self.failed, "withoutBody": self.without_body, "cut": self.cut}
            ignored = {"ignored": left_out.total(), "ignoredBecause": dict(left_out)}
            report = json.dumps({"exchanges": self.shown, **counts, **ignored}, indent=2)
            say(*report.split("\n"), stream=self.output)
            return
        if self.coverage:
            say(*self._coverage.table().split("\n"), stream=self.output)
        parts = [f"{counted(self.checked, 'exchange')} checked, {self.failed} with findings"]
        if self.without_body:
            parts.append(f"{self.without_body} without a body to check")
        if self.cut:
            parts.append(f"{counted(self.cut, 'stream')} cut short")
        parts += [f"{count} {reason}" for reason, count in left_out.items()]
        say("; ".join(parts), stream=self.output)

    def _say(self, line: str) -> None:
        say(self.clean(line), stream=self.output)


def say(*lines: str, stream: TextIO | None = None) -> None:
    """Print lines, each without control characters. If nobody reads the output any more, do nothing."""
    output: TextIO = sys.stdout if stream is None else stream
    try:
        output.writelines(f"{line.translate(_INVISIBLE)}\n" for line in lines)
        output.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())


def counted(number: int, what: str) -> str:
    """A number of something: `1 exchange`, `2 exchanges`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _as_json(verdict: Verdict, clean: Callable[[str], str]) -> dict[str, Any]:
    return {
        "method": verdict.exchange.method,
        "url": clean(_USER.sub("", verdict.exchange.url)),
        "status": verdict.exchange.status or None,
        "operation": verdict.operation,
        **({"cut": True} if verdict.cut else {}),
        "findings": [
            {"rule": found.rule, "side": found.side, "at": found.at, "what": clean(found.what), "note": found.note}
            for found in verdict.findings
        ],
    }

"""The commands `quant-ai-contract compare` and `quant-ai-contract learn`."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from quant_ai_common.recording_files import RecordingError

from .comparison import compare
from .contract import Contract
from .lessons import Learner, Lesson
from .open_questions import OpenQuestion, OpenQuestions
from .recordings_read import api_exchanges
from .report import counted, say
from .shapes import TrafficShape


def compare_recordings(contract: Contract, options: argparse.Namespace) -> int:
    """Print what changed between two recordings; returns the exit status."""
    shapes = []
    for file in (options.old, options.new):
        shape = TrafficShape(contract)
        for exchange, path in api_exchanges(contract, file, options.base_url, Counter()):
            shape.add(exchange, path)
        if not shape.replies:
            raise RecordingError(f"{file}: no exchange in it is of this API; see --base-url")
        shapes.append(shape)
    changes = list(compare(*shapes))
    if options.json:
        say(*json.dumps({"changes": [change._asdict() for change in changes]}, indent=2).split("\n"))
    else:
        say(*map(str, changes))
        say(f"{len(changes)} change{'' if len(changes) == 1 else 's'} of shape")
    return 1 if changes else 0


def learn(contract: Contract, options: argparse.Namespace) -> int:
    """Print what recordings teach; returns the exit status."""
    learner, questions, left_out = Learner(contract), OpenQuestions(contract, options.questions), Counter[str]()
    cut_short = ""
    for file in options.files:
        try:
            for number, (exchange, path) in enumerate(api_exchanges(contract, file, options.base_url, left_out), 1):
                learner.add(exchange, path, f"{file.name} {number}")
                questions.add(exchange, path)
        except RecordingError as error:
            if not learner.checked:
                raise
            cut_short = str(error)
    if not learner.checked:
        raise RecordingError("no exchange was of this API; see --base-url")
    lessons = learner.lessons
    if options.json:
        say(*json.dumps(_as_json(learner, lessons, questions), indent=2).split("\n"))
    else:
        say(*_markdown(learner, lessons, questions))
    if cut_short:
        say(f"quant-ai-contract: {cut_short}", stream=sys.stderr)
        return 2
    return 1 if lessons else 0


def add_compare_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `compare`."""
    parser.add_argument("old", type=Path, metavar="OLD", help="a HAR file")
    parser.add_argument("new", type=Path, metavar="NEW", help="a HAR file of the same requests, recorded later")


def add_learn_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `learn`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="HAR files")
    parser.add_argument(
        "--questions", type=Path, metavar="FILE", help="use these open questions instead of the package's own"
    )


def _markdown(learner: Learner, lessons: list[Lesson], questions: OpenQuestions) -> list[str]:
    counts = f"{counted(learner.checked, 'exchange')}, {counted(len(lessons), 'lesson')}"
    lines = ["# What the service taught", "", f"{counts}.", ""]
    for operation in sorted({lesson.operation for lesson in lessons}):
        lines += [f"## {operation}", ""]
        for lesson in lessons:
            if lesson.operation == operation:
                detail = f": {lesson.detail}" if lesson.detail else ""
                lines += [f"- **{lesson.kind}** at `{lesson.at}`{detail} ({lesson.count} ×, first in {lesson.first})"]
                if lesson.yaml:
                    shown = [f"  {line}" for line in lesson.yaml.split("\n")]
                    lines += ["", f"  `{lesson.spec}`", "", "  ```yaml", *shown, "  ```", ""]
        lines.append("")
    if learner.orders:
        lines += ["## Orders of events", ""]
        for (operation, status), orders in sorted(learner.orders.items()):
            for order, count in orders.most_common():
                lines.append(f"- {operation} {status}: `{order or 'nothing'}` ({count} ×)")
        lines.append("")
    lines += ["## Headers", ""]
    for name, by in sorted(learner.headers.items()):
        lines.append(f"- `{name}`: {by.total()} ×, by {len(by)} operations")
    lines += ["", "## Open questions", ""]
    for question in questions.questions:
        lines += _answer(question)
    return lines


def _answer(question: OpenQuestion) -> list[str]:
    if not question.answered:
        return [f"- {question.name}: not answered. {question.question}"]
    lines = [f"- **{question.name}**: answered by {counted(question.answered, 'exchange')}. {question.question}"]
    for check in question.checks:
        for place, found in check.found.items():
            lines += [f"  - {place}: {text} ({count} ×)" for text, count in found.most_common(5)]
    return lines


def _as_json(learner: Learner, lessons: list[Lesson], questions: OpenQuestions) -> dict[str, Any]:
    return {
        "exchanges": learner.checked,
        "lessons": [vars(lesson) for lesson in lessons],
        "statuses": {operation: dict(counts) for operation, counts in learner.statuses.items()},
        "orders": [
            {"operation": operation, "status": status, "order": order, "count": count}
            for (operation, status), orders in learner.orders.items()
            for order, count in orders.items()
        ],
        "headers": {name: dict(counts) for name, counts in learner.headers.items()},
        "questions": [
            {
                "name": one.name,
                "question": one.question,
                "answered": one.answered,
                "answers": {place: dict(found) for check in one.checks for place, found in check.found.items()},
            }
            for one in questions.questions
        ],
    }

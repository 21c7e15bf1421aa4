"""What the command `quant-ai` costs beyond Python: help, completion, and a call beside the same one in Python."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

from . import environment, server
from .canned import MODEL, ORGANISATION, QUESTION
from .figure import Bar, Figure, Row, run
from .harness import Spread, in_turns

_MESSAGE = f'{{"role": "user", "content": "{QUESTION}"}}'
_PYTHON = f"""
import json
from quant_ai import QuantAI
with QuantAI() as client:
    reply = client.chat.send(model_id="{MODEL}", messages=[{_MESSAGE}])
    print(json.dumps(reply.to_dict(), indent=2))
"""
_COMPLETE = {
    "_QUANT_AI_COMPLETE": "bash_complete",
    "COMP_WORDS": "quant-ai vector-db query --thr",
    "COMP_CWORD": "3",
}


def measure(quick: bool) -> Figure:
    """Measure processor time, which other programs on the machine change little."""
    python = environment.python("all")
    command = python.with_name("quant-ai.exe" if os.name == "nt" else "quant-ai")
    rounds = 7 if quick else 25
    with server.running() as url:
        settings = {"QUANT_API_TOKEN": "token", "QUANT_ORGANISATION": ORGANISATION, "QUANT_BASE_URL": url}
        call = ("chat", "send", "--model-id", MODEL, "--messages", _MESSAGE)
        samples = in_turns(
            {
                "python": _sampler(python, "-c", "pass"),
                "help": _sampler(command, "--help"),
                "completion": _sampler(command, **_COMPLETE),
                "call in Python": _sampler(python, "-c", _PYTHON, **settings),
                "call": _sampler(command, *call, **settings),
            },
            rounds,
        )
    above = {
        name: Spread.of([one - bare for one, bare in zip(samples.values[name], samples.values["python"], strict=True)])
        for name in ("help", "completion")
    }
    figure = Figure(
        "The command line",
        "Processor time of whole processes, byte code compiled. The call is a chat with a canned reply.",
        rounds,
    )
    figure.rows = [Row.of("processor time", name, samples[name], "ms", 1e3) for name in samples.values]
    figure.bars = [
        *(
            Bar.most(f"quant-ai, {name}, above bare Python", _milliseconds(spread), 80, quick=160, unit="ms")
            for name, spread in above.items()
        ),
        Bar.most("quant-ai chat send / the same in Python", samples.ratio("call", "call in Python"), 1.3, quick=1.6),
    ]
    return figure


def _sampler(program: Path, *arguments: str, **variables: str) -> Callable[[], float]:
    """Runs a program, and returns the processor time that it took."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("QUANT_", "_QUANT"))}

    def sample() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [str(program), *arguments],
            env={**environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=60,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    sample()  # fill the file cache
    return sample


def _milliseconds(spread: Spread) -> Spread:
    return Spread(spread.value * 1e3, spread.low * 1e3, spread.high * 1e3)


if __name__ == "__main__":
    run(measure)

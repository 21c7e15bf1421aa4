"""The cost of importing a client, creating it and preparing its first call, in fresh interpreters."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent, indent

from . import environment
from .canned import MODEL, ORGANISATION, QUESTION
from .figure import Bar, Figure, Row, run
from .harness import Samples, Spread, in_turns
from .processes import MIB, fresh

IMPORTS = {
    "quant-ai": "import quant_ai",
    "httpx": "import httpx",
    "openai": "import openai",
    "anthropic": "import anthropic",
    "quantcdn-client": "import quantcdn",
}
RIVALS = ("openai", "anthropic", "quantcdn-client")
"""The clients that take more than ten times as long. `make bench-quick` leaves them out."""

# The first request is stopped in the HTTP library's transport, before it connects.
_STOP = """
class Stopped(BaseException):
    pass
def stop(*args, **kwargs):
    raise Stopped
"""
_MESSAGES = [{"role": "user", "content": QUESTION}]
FIRST_CALLS = {
    "quant-ai": f"""
        from quant_ai import QuantAI
        client = QuantAI(token="token", organisation="{ORGANISATION}", base_url="http://127.0.0.1:9")
        import httpx
        httpx.HTTPTransport.handle_request = stop
        client.chat.send(model_id="{MODEL}", messages={_MESSAGES})
    """,
    "httpx": f"""
        import httpx
        client = httpx.Client(headers={{"Authorization": "Bearer token"}})
        httpx.HTTPTransport.handle_request = stop
        client.post("http://127.0.0.1:9/chat", json={{"modelId": "{MODEL}", "messages": {_MESSAGES}}})
    """,
    "openai": f"""
        from openai import OpenAI
        client = OpenAI(api_key="token", base_url="http://127.0.0.1:9")
        import httpx2
        httpx2.HTTPTransport.handle_request = stop
        client.chat.completions.create(model="{MODEL}", messages={_MESSAGES})
    """,
    "anthropic": f"""
        from anthropic import Anthropic
        client = Anthropic(api_key="token", base_url="http://127.0.0.1:9")
        import httpx2
        httpx2.HTTPTransport.handle_request = stop
        client.messages.create(model="{MODEL}", max_tokens=1024, messages={_MESSAGES})
    """,
    "quantcdn-client": f"""
        import quantcdn
        from quantcdn import models as m
        client = quantcdn.ApiClient(quantcdn.Configuration(host="http://127.0.0.1:9", access_token="token"))
        client.rest_client.pool_manager.request = stop
        message = m.ChatInferenceRequestMessagesInner(
            role="user", content=m.ChatInferenceRequestMessagesInnerContent("{QUESTION}"))
        quantcdn.AIInferenceApi(client).chat_inference(
            "{ORGANISATION}", m.ChatInferenceRequest(model_id="{MODEL}", messages=[message]))
    """,
}
BUILT = {"httpx, client built": "import httpx; client = httpx.Client()"}

_PROGRAM = """
import time
{before}
began = time.perf_counter()
try:
{body}
except {stopped}:
    pass
seconds = time.perf_counter() - began
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
import sys
print(seconds, peak, len(sys.modules))
"""


def measure(quick: bool) -> Figure:
    """Measure time and peak memory, with one contender per environment."""
    rounds = 5 if quick else 15
    rivals = () if quick else RIVALS
    imports, import_memory = _sample({name: IMPORTS[name] for name in ("quant-ai", "httpx", *rivals)}, rounds)
    first = {name: FIRST_CALLS[name] for name in (("quant-ai",) if quick else FIRST_CALLS)}
    calls, call_memory = _sample({**first, **BUILT}, rounds)
    figure = Figure(
        "Import and first call",
        "Fresh interpreter each time, one environment per package, byte code compiled. The first call is prepared up "
        "to where the HTTP library would connect. Memory is peak RSS above bare Python.",
        rounds,
    )
    for case, samples, memory in (("import", imports, import_memory), ("first call", calls, call_memory)):
        figure.rows += [Row.of(case, name, samples[name], "ms", 1e3) for name in samples.values]
        figure.rows += [
            Row.of(f"{case}, memory", name, memory[name], "MiB", 1 / MIB) for name in memory.values if name != "python"
        ]
    figure.bars = [
        Bar.most("import quant_ai / import httpx", imports.ratio("quant-ai", "httpx"), 0.5, quick=0.65),
        *(
            Bar.least(f"import {name} / import quant_ai", imports.ratio(name, "quant-ai"), 10, quick=6)
            for name in rivals
        ),
        Bar.most(
            "import, client and first call prepared / httpx with a client built",
            calls.ratio("quant-ai", "httpx, client built"),
            1.4,
            quick=2.2,
        ),
        Bar.most("memory with the first call prepared", _scaled(call_memory["quant-ai"]), 25, quick=30, unit="MiB"),
    ]
    return figure


def _sample(programs: dict[str, str], rounds: int) -> tuple[Samples, Samples]:
    """Measure seconds, and bytes above bare Python."""
    found: dict[str, list[float]] = {name: [] for name in programs}
    bare: list[float] = []

    def sampler(name: str, program: str) -> Callable[[], float]:
        interpreter = environment.python(name.partition(",")[0])
        text = _program(program)
        fresh(text, interpreter)  # fill the file cache

        def sample() -> float:
            seconds, peak, _ = fresh(text, interpreter)
            found[name].append(peak * 1024)
            return seconds

        return sample

    def sample_bare() -> float:
        seconds, peak, _ = fresh(_program("pass"), environment.python("python"))
        bare.append(peak * 1024)
        return seconds

    contenders = {name: sampler(name, program) for name, program in programs.items()}
    samples = in_turns({**contenders, "python": sample_bare}, rounds)
    base = Spread.of(bare).value
    memory = Samples({name: [peak - base for peak in peaks] for name, peaks in found.items()})
    return Samples({name: samples.values[name] for name in programs}), memory


def _program(body: str) -> str:
    calls = "stop" in body
    return _PROGRAM.format(
        before=_STOP if calls else "",
        body=indent(dedent(body).strip(), "    "),
        stopped="Stopped" if calls else "ImportWarning",
    )


def _scaled(spread: Spread) -> Spread:
    return Spread(spread.value / MIB, spread.low / MIB, spread.high / MIB)


if __name__ == "__main__":
    run(measure)

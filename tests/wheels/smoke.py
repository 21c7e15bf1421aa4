"""Check an environment that holds the wheel and some of its extras: each extra works, or an error names it.

test_environments.py runs it with the Python of that environment, so it imports nothing of the tests. The arguments are
the extras, and `pydantic` if that is installed. QUANT_BASE_URL leads to a mock server outside of the environment.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import quant_ai
from quant_ai import AsyncQuantAI, ConfigurationError, QuantAI, models

MODEL = "anthropic.claude-sonnet-4-20250514-v1:0"
HELLO: models.MessageParam = {"role": "user", "content": "Hello"}


@dataclass
class Invoice:
    """An invoice."""

    number: str
    due: date


def weather(city: str) -> str:
    """Get the weather.

    Args:
        city: Name of the city.
    """
    return f"sunny in {city}"


def main(installed: set[str]) -> None:
    """Check everything."""
    assert quant_ai.__version__ == version("quant-ai")
    check_chats(QuantAI(), AsyncQuantAI())
    check_tools_and_types()
    for name, check in EXTRAS.items():
        check(name in installed)
    if "mock" not in installed:
        assert_command_needs("quant-ai-mock", "mock")
        assert_command_needs("quant-ai-contract", "mock")
    # Last: nothing above may have imported it.
    assert "pydantic" not in sys.modules
    if "pydantic" in installed:
        check_pydantic()


def check_chats(client: QuantAI, async_client: AsyncQuantAI) -> None:
    """A chat and a stream, sync and async."""

    async def check() -> None:
        async with async_client:
            assert (await async_client.chat.send(model_id=MODEL, messages=[HELLO])).response.content
            async with async_client.chat.stream(model_id=MODEL, messages=[HELLO]) as stream:
                assert "".join([text async for text in stream.text])

    with client:
        assert client.chat.send(model_id=MODEL, messages=[HELLO]).response.content
        with client.chat.stream(model_id=MODEL, messages=[HELLO]) as stream:
            assert "".join(stream.text)
    asyncio.run(check())


def check_tools_and_types() -> None:
    """A function for the model, with its docstring, and a reply in a type of one's own."""
    with QuantAI() as client:
        run = client.chat.run(model_id=MODEL, messages=[HELLO], tools=[weather], via="reply")
        assert run.calls
        assert str(run.calls[0].output).startswith("sunny in ")
        parsed = client.chat.parse(Invoice, model_id=MODEL, messages=[HELLO]).parsed
        assert isinstance(parsed.due, date)
        assert client.sessions.create(user_id="ada").created_at


def check_httpx2(installed: bool) -> None:
    """`http_client="httpx2"`."""
    if installed:
        check_chats(QuantAI(http_client="httpx2"), AsyncQuantAI(http_client="httpx2"))
    else:
        assert_refused(lambda: QuantAI(http_client="httpx2"), ConfigurationError, "httpx2")
        assert_refused(lambda: AsyncQuantAI(http_client="httpx2"), ConfigurationError, "httpx2")


def check_aiohttp(installed: bool) -> None:
    """`http_client="aiohttp"`."""
    if installed:
        check_chats(QuantAI(), AsyncQuantAI(http_client="aiohttp"))
    else:
        assert_refused(lambda: AsyncQuantAI(http_client="aiohttp"), ConfigurationError, "aiohttp")


def check_mock(installed: bool) -> None:
    """The mock server in a program and around a command, and the checks of traffic."""
    if not installed:
        import quant_ai_contract
        import quant_ai_mock

        assert_refused(lambda: quant_ai_mock.running_mock().__enter__(), ModuleNotFoundError, "mock")
        assert_refused(lambda: quant_ai_mock.make_app(), ModuleNotFoundError, "mock")
        assert_refused(lambda: quant_ai_contract.load(), ModuleNotFoundError, "mock")
        return

    from quant_ai_contract import Exchange, check, load
    from quant_ai_mock import running_mock

    with running_mock() as mock, QuantAI(token=mock.token, organisation="o", base_url=mock.url) as client:
        mock.script("Scripted.")
        assert client.chat.send(model_id=MODEL, messages=[HELLO]).response.content == "Scripted."
    assert check(load(), Exchange("GET", "/models?limit=0", 200, reply_body=b"{}")).errors

    program = "import quant_ai; print(quant_ai.QuantAI().models.list().count)"
    assert int(output("quant-ai-mock", "--quiet", "--db", "mock.db", "--", sys.executable, "-c", program)) > 1
    record = ("record", "--upstream", os.environ["QUANT_BASE_URL"], "--out", "traffic.har")
    assert run("quant-ai-contract", *record, "--", sys.executable, "-c", program).returncode == 0
    assert "1 exchange checked, 0 with findings" in output("quant-ai-contract", "har", "traffic.har")


def check_cli(installed: bool) -> None:
    """The command `quant-ai`, with JSON, YAML and --jq."""
    if not installed:
        arguments = ["models", "list", "--jq", "."] if find_spec("click") else []  # uvicorn needs click, too
        assert_command_needs("quant-ai", "cli", *arguments)
        return
    assert output("quant-ai", "models", "get", MODEL, "--jq", ".id", "-r") == f"{MODEL}\n"
    assert output("quant-ai", "chat", "Hello", "--model", MODEL)
    agent = "{name: Helper, description: Helps., systemPrompt: Be brief., modelId: amazon.nova-lite-v1:0}"
    Path("agent.yaml").write_text(agent, encoding="utf-8")
    assert '"name":"Helper"' in output("quant-ai", "agents", "create", "--body", "@agent.yaml", "--dry-run")
    assert output("quant-ai", "models", "get", MODEL, "-o", "yaml").startswith("id:")
    assert "_quant" in output("quant-ai", "completion", "bash")
    if "mock" not in sys.argv[1:]:
        assert_command_needs("quant-ai", "mock", "--mock", "models", "list")


EXTRAS: dict[str, Callable[[bool], None]] = {
    "httpx2": check_httpx2,
    "aiohttp": check_aiohttp,
    "mock": check_mock,
    "cli": check_cli,
}


def check_pydantic() -> None:
    """pydantic's models as types of replies and of arguments of tools, and ours as fields of them."""
    from pydantic import BaseModel

    class Place(BaseModel):
        city: str

    class Saved(BaseModel):
        reply: models.ChatReply

    def forecast(place: Place) -> Place:
        """Get the forecast."""
        return place

    with QuantAI() as client:
        assert isinstance(client.chat.parse(Place, model_id=MODEL, messages=[HELLO]).parsed.city, str)
        (call,) = client.chat.run(model_id=MODEL, messages=[HELLO], tools=[forecast], via="reply").calls
        assert call.error is None
        saved = Saved(reply=client.chat.send(model_id=MODEL, messages=[HELLO]))
        assert Saved.model_validate_json(saved.model_dump_json()) == saved


def assert_refused(make: Callable[[], Any], error: type[Exception], extra: str) -> None:
    """Something without its extra raises one line that names the extra."""
    try:
        made = make()
    except error as refused:
        text = str(refused)
    else:
        raise AssertionError(f"{made!r} works without the extra {extra}")
    assert f"quant-ai[{extra}]" in text, text
    assert "\n" not in text, text


def assert_command_needs(command: str, extra: str, *arguments: str) -> None:
    """A command without its extra ends with one line that names the extra."""
    done = run(command, *arguments)
    assert (done.returncode, done.stdout) == (2, ""), done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert f"quant-ai[{extra}]" in done.stderr, done.stderr


def run(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment."""
    return subprocess.run([command, *arguments], capture_output=True, text=True, check=False, timeout=60)


def output(command: str, *arguments: str) -> str:
    """What a command prints; it must end well, and print nothing on stderr."""
    done = run(command, *arguments)
    assert (done.returncode, done.stderr) == (0, ""), f"{command} {' '.join(arguments)}: {done}"
    return done.stdout


if __name__ == "__main__":
    main(set(sys.argv[1:]))

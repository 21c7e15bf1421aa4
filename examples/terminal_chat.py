"""A chat in the terminal, with streaming, a session and a tool. An empty line ends it; Ctrl-C stops a reply.

Set QUANT_API_TOKEN and QUANT_ORGANISATION, or run it with `quant-ai-mock -- python examples/terminal_chat.py`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from quant_ai import QuantAI, QuantAIError

MODEL = "anthropic.claude-sonnet-4-20250514-v1:0"  # a model that supports tools


def current_time() -> str:
    """Get the current time, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def main() -> None:
    """Chat until an empty line."""
    with QuantAI() as client:
        session = client.sessions.create(user_id="terminal")
        while question := _question():
            try:
                client.chat.run(
                    model_id=MODEL,
                    session_id=session.session_id,
                    messages=[{"role": "user", "content": question}],
                    tools=[current_time],
                    via="stream",
                    on_text=lambda text: print(text, end="", flush=True),
                    on_call=lambda call: print(f"\n[{call.name}]"),
                )
                print()
            except QuantAIError as error:
                print(f"\n{error}")
            except KeyboardInterrupt:
                print("\nStopped.")
        client.sessions.delete(session.session_id)


def _question() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        return ""


if __name__ == "__main__":
    try:
        main()
    except QuantAIError as error:
        sys.exit(str(error))  # one line on stderr, and the exit status 1
    except KeyboardInterrupt:
        sys.exit(130)

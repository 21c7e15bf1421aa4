"""A bot like those of Slack: one agent, and one conversation for each channel.

Reads lines such as `general: What is a Huon pine?` from the standard input, and prints the answers. A real bot would
get them from its platform instead.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from quant_ai import NotFoundError, QuantAI, QuantAIError


@dataclass
class Bot:
    """Answers messages with an agent."""

    client: QuantAI
    agent_id: str
    sessions: dict[str, str] = field(default_factory=dict)
    """Channel -> the session of its conversation."""

    def answer(self, channel: str, message: str) -> str:
        """The agent's answer, with the channel's earlier messages in mind."""
        try:
            reply = self.client.agents.chat(
                self.agent_id, message=message, session_id=self.sessions.get(channel), user_id=channel
            )
        except NotFoundError:
            if self.sessions.pop(channel, None) is None:
                raise  # the agent itself is gone
            return self.answer(channel, message)  # the session has expired: begin a new one
        if reply.session_id:
            self.sessions[channel] = reply.session_id
        return reply.response.text


def main() -> None:
    """Answer each line of the standard input."""
    with QuantAI() as client:
        created = client.agents.create(
            name="Bot",
            description="Answers short questions.",
            system_prompt="Answer in one sentence.",
            model_id="amazon.nova-lite-v1:0",
        )
        bot = Bot(client, created.agent.agent_id)
        try:
            for line in sys.stdin:
                channel, colon, message = line.strip().partition(":")
                if not colon or not message.strip():
                    continue
                try:
                    print(f"{channel}: {bot.answer(channel, message.strip())}", flush=True)
                except QuantAIError as error:
                    print(f"{channel}: {error}", file=sys.stderr)  # and wait for the next message
        finally:
            client.agents.delete(created.agent.agent_id)


if __name__ == "__main__":
    try:
        main()
    except QuantAIError as error:
        sys.exit(str(error))  # one line on stderr, and the exit status 1
    except KeyboardInterrupt:
        sys.exit(130)

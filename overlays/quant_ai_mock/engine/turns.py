"""One turn of a conversation: what a model says to it, and which tools it wants or gets.

Everything that chats - buffered, streamed, in the background, through an agent - goes through here, so that all of them
say the same to the same question.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

import orjson

from ..document.refusal import Refusal
from ..rules import admission, content_filters, metering
from ..state.request_context import RequestContext
from ..state.scripted_replies import Script, TurnFacts
from ..synthetic import wording
from ..synthetic.catalogue import MODELS, Model
from ..synthetic.schema_values import generate_value, resolver_of
from . import toolbox

WITHHELD = "content_filter"


@dataclass
class Prompt:
    """What a model is asked, whichever operation asked it."""

    operation: str
    model: Model
    messages: list[dict[str, Any]]
    system: str = ""
    most: int = 4096
    stops: list[str] = field(default_factory=list)
    json_format: dict[str, Any] | None = None
    tools: list[dict[str, Any]] = field(default_factory=list)
    automatic: list[str] = field(default_factory=list)
    eager: bool = True
    user: str = ""
    interface: str = admission.GATEWAY
    policies: list[str] = field(default_factory=list)
    known: int = 0  # messages at the beginning that were screened when they were new
    says: str = ""
    """What the model answers where no script does; by default, words that tell what it was asked."""

    last_text: str = field(init=False)
    """The last thing that the user said in words."""
    turn: int = field(init=False)
    """How many times the user has spoken; results of tools are not counted."""

    def __post_init__(self) -> None:
        self.see(self.messages)

    def see(self, messages: list[dict[str, Any]]) -> None:
        """Take these messages for the conversation."""
        self.messages = messages
        said = [wording.text_of(message["content"]) for message in self.messages if message["role"] == "user"]
        said = [text for text in said if text]
        self.last_text = said[-1] if said else ""
        self.turn = len(said)

    def stored(self) -> dict[str, Any]:
        """The prompt as a JSON value, for work that goes on later."""
        given = {item.name: getattr(self, item.name) for item in fields(self) if item.init}
        return given | {"model": self.model.id}

    @classmethod
    def restored(cls, stored: dict[str, Any]) -> Prompt:
        """The prompt that stored() gave."""
        return cls(**{**stored, "model": MODELS[stored["model"]]})


@dataclass
class Turn:
    """What came of it."""

    text: str
    finish: str
    usage: dict[str, Any]
    tool_uses: list[dict[str, Any]] = field(default_factory=list)
    ran: list[dict[str, Any]] = field(default_factory=list)
    script: Script | None = None
    withheld: bool = False

    @property
    def message(self) -> dict[str, Any]:
        """The assistant's message as a reply holds it: one tool is an object, several are an array."""
        found: dict[str, Any] = {"role": "assistant", "content": self.text}
        if self.tool_uses:
            found["toolUse"] = self.tool_uses[0] if len(self.tool_uses) == 1 else self.tool_uses
        return found

    @property
    def history(self) -> dict[str, Any]:
        """The assistant's message as the next request would hold it."""
        if not self.tool_uses:
            return {"role": "assistant", "content": self.text}
        blocks: list[dict[str, Any]] = [{"text": self.text}] if self.text else []
        blocks += [{"toolUse": {key: use[key] for key in ("toolUseId", "name", "input")}} for use in self.tool_uses]
        return {"role": "assistant", "content": blocks}


def take_turn(context: RequestContext, prompt: Prompt) -> Turn:
    """Let the model answer, and write down what that used. The prompt is left as the model saw it.

    Raises:
        Refusal: A script says that the request fails.
    """
    rules = content_filters.active_rules(
        context, [*admission.governance_rules(context)["mandatoryFilterPolicies"], *prompt.policies]
    )
    if rules and not _screen_input(prompt, rules):
        return Turn("", WITHHELD, _usage(0, 0, 0.0), withheld=True)
    script = _script(context, prompt)
    turn = _scripted(context, prompt, script) if script is not None else None
    turn = turn or _answer(context, prompt)
    read = (
        wording.conversation_tokens(prompt.messages)
        + wording.count_tokens(prompt.system)
        + sum(wording.count_tokens(str(t)) for t in prompt.tools)
    )
    wrote = wording.count_tokens(turn.text) + sum(wording.count_tokens(str(use["input"])) + 8 for use in turn.tool_uses)
    cents = metering.record(context, prompt.model, read, wrote, prompt.user, prompt.interface)
    turn.usage = _usage(read, wrote, cents) | ((script.usage or {}) if script else {})
    text = content_filters.screen(rules, "output", turn.text) if rules else turn.text
    if text is None:
        return Turn("", WITHHELD, turn.usage, withheld=True)
    turn.text = text
    return turn


def _screen_input(prompt: Prompt, rules: list[content_filters.Rule]) -> bool:
    """Cover what the rules cover in what the user says now; False where they block it."""
    messages = prompt.messages[: prompt.known]
    for message in prompt.messages[prompt.known :]:
        if message["role"] == "user":
            content = content_filters.screen_content(rules, message["content"])
            if content is None:
                return False
            message = message | {"content": content}
        messages.append(message)
    prompt.see(messages)
    return True


def _usage(read: int, wrote: int, cents: float) -> dict[str, Any]:
    return {"inputTokens": read, "outputTokens": wrote, "totalTokens": read + wrote, "costCents": cents}


def _script(context: RequestContext, prompt: Prompt) -> Script | None:
    scripts = context.state.scripts
    if not scripts:
        return None
    return scripts.take(
        TurnFacts(
            operation=prompt.operation,
            organisation=context.organisation,
            model=prompt.model.id,
            text=prompt.last_text,
            turn=prompt.turn,
            has_tool_result=bool(wording.tool_results_of(prompt.messages)),
        )
    )


def _scripted(context: RequestContext, prompt: Prompt, script: Script) -> Turn | None:
    """The turn that a script wrote; None where it leaves the words to the model."""
    if isinstance(script.error, dict):
        status = int(script.error.get("status", 500))
        body = script.error.get("body") or {"message": script.error.get("message", "Server Error")}
        raise Refusal(status, body, checked=False)
    uses = [
        {
            "toolUseId": str(made.get("toolUseId") or toolbox.new_id(context)),
            "name": str(made["name"]),
            "input": made.get("input") or {},
        }
        for made in script.tool_calls
    ]
    if script.reply is None and not uses and script.events is None and script.error is None and not script.failure:
        turn = _answer(context, prompt)
        turn.finish = script.finish_reason or turn.finish
        turn.script = script
        return turn
    uses = [toolbox.carry_out(context, use) if use["name"] in prompt.automatic else use for use in uses]
    ran = [use for use in uses if "result" in use]  # by the service, so nobody has to be asked for it
    uses = [use for use in uses if use not in ran]
    text, _, finish = wording.truncate(script.reply or "", prompt.most, prompt.stops)
    return Turn(text, script.finish_reason or ("tool_use" if uses else finish), {}, uses, ran, script)


def _answer(context: RequestContext, prompt: Prompt) -> Turn:
    asked = toolbox.wanted(prompt.tools, prompt.automatic, prompt.last_text, prompt.messages, eager=prompt.eager)
    own = [tool for tool in asked if tool.name not in prompt.automatic]
    if own:
        uses = [toolbox.use(context, tool, prompt.last_text) for tool in own]
        names = " and ".join(dict.fromkeys(use["name"] for use in uses))
        return Turn(f"I will use {names}.", "tool_use", {}, uses)
    ran = [toolbox.run(context, tool, prompt.last_text) for tool in asked]
    background = [use for use in ran if "executionId" in use]
    if background:
        names = " and ".join(use["name"] for use in background)
        return Turn(
            f"I have started {names}.", "tool_use", {}, background, [use for use in ran if use not in background]
        )
    if prompt.says:
        text = prompt.says
    elif prompt.json_format is not None:
        value = generate_value(prompt.json_format, resolver_of(prompt.json_format), hint=prompt.last_text)
        text = orjson.dumps(value).decode()
    else:
        results = [result for _, result in wording.tool_results_of(prompt.messages)]
        results += [f"{use['name']} {orjson.dumps(use['result']).decode()}" for use in ran]
        text = wording.write_reply(
            context.state.digest(prompt.model.id, prompt.last_text, size=1)[0],
            prompt.last_text,
            turn=prompt.turn,
            system=prompt.system,
            media=wording.media_of(prompt.messages[-1:]),
            results=results,
        )
    text, _, finish = wording.truncate(text, min(prompt.most, prompt.model.max_output or prompt.most), prompt.stops)
    return Turn(text, finish, {}, [], ran)

"""One turn of a conversation: the model's answer, and the tools that it calls.

Every kind of chat (buffered, streamed, in the background, through an agent) takes its turns here, so that all of them
give the same answer to the same question.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from ..document.json_text import write_json
from ..document.refusal import Refusal, server_error
from ..rules import admission, capabilities, content_filters, metering
from ..state.request_context import RequestContext
from ..state.scripted_replies import Script, TurnFacts
from ..synthetic import wording
from ..synthetic.budget import SizeBudget
from ..synthetic.catalogue import MODELS, CatalogueModel
from ..synthetic.schema_values import generate_value
from . import toolbox
from .history import History, messages_of, user_texts

WITHHELD = "content_filter"


@dataclass
class Prompt:
    """The input of a model, whichever operation it comes from."""

    operation: str
    model: CatalogueModel
    messages: list[dict[str, Any]]
    system: str = ""
    max_tokens: int = 4096
    stop_sequences: list[str] = field(default_factory=list)
    json_format: dict[str, Any] | None = None
    tools: list[dict[str, Any]] = field(default_factory=list)
    auto_tools: list[str] = field(default_factory=list)
    """The tools that the service runs by itself."""
    eager: bool = True
    """Whether an automatic tool is used even if nothing in the text suggests it."""
    user: str = ""
    interface: str = admission.GATEWAY
    policies: list[str] = field(default_factory=list)
    screened: int = 0
    """The number of messages at the beginning that were screened when they were new."""
    history: History = field(default_factory=History)
    """What came before the messages, in the session."""
    answer: str = ""
    """The model's answer if no script matches; by default, one that repeats what it was given."""

    last_text: str = field(init=False)
    """The last text of the user."""
    turn: int = field(init=False)
    """The number of the user's messages; those with tool results alone do not count."""
    has_tool_results: bool = field(init=False)
    """Whether the conversation has the result of a tool."""

    def __post_init__(self) -> None:
        self.set_messages(self.messages)

    def set_messages(self, messages: list[dict[str, Any]]) -> None:
        """Replace the messages of the conversation."""
        self.messages = messages
        texts = user_texts(self.messages)
        self.last_text = texts[-1] if texts else self.history.last_text
        self.turn = self.history.turns + len(texts)
        self.has_tool_results = self.history.has_tool_results or bool(wording.tool_results_of(messages))

    def admit(self, context: RequestContext) -> None:
        """Check whether the organisation's rules allow the prompt, and whether its model supports what it needs.

        Raises:
            Refusal: 403 or 400.
        """
        admission.admit(context, self.model, self.interface, self.user)
        capabilities.check(
            context,
            self.model,
            tools=bool(self.tools or self.auto_tools),
            json_format=self.json_format is not None,
            media=bool(wording.media_of(self.messages)),
        )

    def stored(self) -> dict[str, Any]:
        """The prompt as a JSON value, for work that continues later."""
        given = {item.name: getattr(self, item.name) for item in fields(self) if item.init}
        return given | {"model": self.model.id, "history": asdict(self.history)}

    @classmethod
    def restored(cls, stored: dict[str, Any]) -> Prompt:
        """The prompt that stored() returned."""
        return cls(**{**stored, "model": MODELS[stored["model"]], "history": History(**stored["history"])})


@dataclass
class Turn:
    """The model's answer to a prompt."""

    text: str
    finish_reason: str
    usage: dict[str, Any]
    tool_uses: list[dict[str, Any]] = field(default_factory=list)
    executed: list[dict[str, Any]] = field(default_factory=list)
    script: Script | None = None
    withheld: bool = False

    @property
    def failure(self) -> str | None:
        """What a script says went wrong, as a sentence; None if nothing did."""
        if self.script is None:
            return None
        if self.script.failure is not None:
            return str(self.script.failure.get("ErrorMessage", "The model failed."))
        return self.script.error if isinstance(self.script.error, str) else None

    @property
    def message(self) -> dict[str, Any]:
        """The assistant's message for a reply: one tool use is an object, several are an array."""
        found: dict[str, Any] = {"role": "assistant", "content": self.text}
        if self.tool_uses:
            found["toolUse"] = self.tool_uses[0] if len(self.tool_uses) == 1 else self.tool_uses
        return found

    @property
    def history(self) -> dict[str, Any]:
        """The assistant's message as the next request would send it."""
        if not self.tool_uses:
            return {"role": "assistant", "content": self.text}
        blocks: list[dict[str, Any]] = [{"text": self.text}] if self.text else []
        blocks += [{"toolUse": {key: use[key] for key in ("toolUseId", "name", "input")}} for use in self.tool_uses]
        return {"role": "assistant", "content": blocks}


def take_turn(context: RequestContext, prompt: Prompt) -> Turn:
    """Let the model answer, and record the usage. The prompt is left with its messages as screened.

    Raises:
        Refusal: A script says that the request fails.
    """
    policies = [*admission.governance_rules(context)["mandatoryFilterPolicies"], *prompt.policies]
    rules = content_filters.active_rules(context, policies)
    if rules and not _screen_input(prompt, rules):
        return Turn("", WITHHELD, _usage(0, 0, 0.0), withheld=True)
    script = _script(context, prompt)
    turn = _scripted(context, prompt, script) if script is not None else None
    turn = turn or _answer(context, prompt)
    read = (
        prompt.history.tokens
        + wording.conversation_tokens(prompt.messages)
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


def take_buffered_turn(context: RequestContext, prompt: Prompt) -> Turn:
    """As take_turn(), for a reply in one piece, where a scripted failure is an error reply.

    Raises:
        Refusal: A script says that the request fails.
    """
    turn = take_turn(context, prompt)
    if turn.failure is not None:
        raise server_error(turn.failure)
    return turn


def _screen_input(prompt: Prompt, rules: list[content_filters.Rule]) -> bool:
    """Redact the new messages of the user; returns False if a rule blocks one."""
    messages = prompt.messages[: prompt.screened]
    for message in prompt.messages[prompt.screened :]:
        if message["role"] == "user":
            content = content_filters.screen_content(rules, message["content"])
            if content is None:
                return False
            message = message | {"content": content}
        messages.append(message)
    prompt.set_messages(messages)
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
            has_tool_result=prompt.has_tool_results,
        )
    )


def _scripted(context: RequestContext, prompt: Prompt, script: Script) -> Turn | None:
    """The turn that a script says, or None if it says nothing of the answer itself."""
    if isinstance(script.error, dict):
        status = int(script.error.get("status", 500))
        body = script.error.get("body") or {"message": script.error.get("message", "Server Error")}
        raise Refusal(status, body, checked=False)
    uses = [
        {
            "toolUseId": str(tool_call.get("toolUseId") or toolbox.new_tool_use_id(context)),
            "name": str(tool_call["name"]),
            "input": tool_call.get("input") or {},
        }
        for tool_call in script.tool_calls
    ]
    if script.reply is None and not uses and script.events is None and script.error is None and not script.failure:
        turn = _answer(context, prompt)
        turn.finish_reason = script.finish_reason or turn.finish_reason
        turn.script = script
        return turn
    uses = [toolbox.run_tool(context, use) if use["name"] in prompt.auto_tools else use for use in uses]
    executed = [use for use in uses if "result" in use]  # the service ran them, so the caller need not
    uses = [use for use in uses if use not in executed]
    text, _, finish = wording.truncate(script.reply or "", prompt.max_tokens, prompt.stop_sequences)
    return Turn(text, script.finish_reason or ("tool_use" if uses else finish), {}, uses, executed, script)


def _answer(context: RequestContext, prompt: Prompt) -> Turn:
    budget = SizeBudget()
    chosen = toolbox.choose_tools(
        prompt.tools,
        prompt.auto_tools,
        prompt.last_text,
        prompt.messages,
        eager=prompt.eager,
        answered=prompt.has_tool_results,
    )
    for_caller = [tool for tool in chosen if tool.name not in prompt.auto_tools]
    if for_caller:
        uses = [toolbox.call_tool(context, tool, prompt.last_text, budget) for tool in for_caller]
        names = " and ".join(dict.fromkeys(use["name"] for use in uses))
        return Turn(f"I will use {names}.", "tool_use", {}, uses)
    executed = [
        toolbox.run_tool(context, toolbox.call_tool(context, tool, prompt.last_text, budget)) for tool in chosen
    ]
    background = [use for use in executed if "executionId" in use]
    if background:
        names = " and ".join(use["name"] for use in background)
        return Turn(
            f"I have started {names}.", "tool_use", {}, background, [use for use in executed if use not in background]
        )
    if prompt.answer:
        text = prompt.answer
    elif prompt.json_format is not None:
        value = generate_value(prompt.json_format, hint=prompt.last_text, budget=budget)
        text = write_json(value).decode()
    else:
        before = prompt.history
        earlier = messages_of(context, before.session_id, before.count) if before.has_tool_results else []
        results = [result for _, result in wording.tool_results_of([*earlier, *prompt.messages])]
        results += [f"{use['name']} {write_json(use['result']).decode()}" for use in executed]
        text = wording.write_reply(
            context.state.digest(prompt.model.id, prompt.last_text, size=1)[0],
            prompt.last_text,
            turn=prompt.turn,
            system=prompt.system,
            media=wording.media_of(prompt.messages[-1:]),
            results=results,
        )
    text, _, finish = wording.truncate(
        text, min(prompt.max_tokens, prompt.model.max_output or prompt.max_tokens), prompt.stop_sequences
    )
    return Turn(text, finish, {}, [], executed)

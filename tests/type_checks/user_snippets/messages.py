"""Messages and arguments, as type checkers see what users write; see the package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypedDict, Unpack

import quant_ai
from quant_ai import AsyncQuantAI, QuantAI, image_block, models
from quant_ai.models import ChatReply, Message, MessageParam
from quant_ai.params import ChatSendParams, SessionsUpdateParams

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


# Messages


def dict_in_the_call(client: QuantAI) -> None:
    """A dict in the call is checked as a MessageParam."""
    client.chat.send(model_id=MODEL, messages=[{"role": "user", "content": "Hello"}])


def annotated_dict(client: QuantAI) -> None:
    """A dict in a variable needs its type."""
    question: MessageParam = {"role": "user", "content": "Hello"}
    client.chat.send(model_id=MODEL, messages=[question])


def dict_without_annotation(client: QuantAI) -> None:
    """Without one it is a dict[str, str], whose keys are not checked."""
    question = {"role": "user", "content": "Hello"}
    client.chat.send(model_id=MODEL, messages=[question])  # error: any dict of strings


def list_in_a_variable(client: QuantAI) -> None:
    """The obvious annotation of a conversation."""
    messages: list[MessageParam] = [{"role": "system", "content": "Be brief."}]
    messages.append({"role": "user", "content": "Hello"})
    client.chat.send(model_id=MODEL, messages=messages)


def sequence_of_params(client: QuantAI, messages: Sequence[MessageParam]) -> ChatReply:
    """A wrapper that takes any sequence."""
    return client.chat.send(model_id=MODEL, messages=messages)


def tuple_of_models(client: QuantAI) -> None:
    """Models, in any sequence."""
    client.chat.send(model_id=MODEL, messages=(Message(role="user", content="Hello"),))


def dicts_and_models(client: QuantAI, history: list[Message | MessageParam]) -> None:
    """Both at once."""
    client.chat.send(model_id=MODEL, messages=[*history, HELLO, Message(role="user", content="Hello")])


def wrong_key(client: QuantAI) -> None:
    """A key that there is not."""
    client.chat.send(model_id=MODEL, messages=[{"rôle": "user", "content": "Hi"}])  # error: no such key


def missing_key(client: QuantAI) -> None:
    """A message without content."""
    client.chat.send(model_id=MODEL, messages=[{"role": "user"}])  # error: content is required


def wrong_type_inside(client: QuantAI) -> None:
    """Nested blocks are checked too."""
    client.chat.send(model_id=MODEL, messages=[{"role": "user", "content": [{"text": 7}]}])  # error: text is a string


def blocks(client: QuantAI) -> None:
    """Text and an image, as dicts and from a file."""
    message: MessageParam = {"role": "user", "content": [{"text": "What is this?"}, image_block("a.png")]}
    client.chat.send(model_id=MODEL, messages=[message])


def the_answer_fed_back(client: QuantAI) -> None:
    """A conversation of two turns: the reply's message is a message."""
    reply = client.chat.send(model_id=MODEL, messages=[HELLO])
    client.chat.send(model_id=MODEL, messages=[HELLO, reply.response, {"role": "user", "content": "Go on."}])


def a_history_that_grows(client: QuantAI) -> None:
    """The same in a loop, with a list of both."""
    history: list[Message | MessageParam | models.AssistantMessage] = []
    for question in ("One?", "Two?"):
        history.append({"role": "user", "content": question})
        history.append(client.chat.send(model_id=MODEL, messages=history).response)


def messages_of_a_session(client: QuantAI) -> None:
    """The history of a session is made of messages."""
    session = client.sessions.get("s")
    client.chat.send(model_id=MODEL, messages=[*(session.messages or []), HELLO])


# Arguments


def no_model(client: QuantAI) -> None:
    """A required argument."""
    client.chat.send(messages=[HELLO])  # error: model_id is missing


def by_position(client: QuantAI) -> None:
    """Arguments of the body have names."""
    client.chat.send(MODEL, [HELLO])  # error: keyword-only


def wrong_argument_type(client: QuantAI) -> None:
    """A word where a number belongs."""
    client.chat.send(model_id=MODEL, messages=[HELLO], temperature="hot")  # error: a float


def misspelt_argument(client: QuantAI) -> None:
    """A keyword that there is not."""
    client.chat.send(model_id=MODEL, messages=[HELLO], temprature=1)  # error: misspelt


def optional_argument_passed_on(client: QuantAI, temperature: float | None = None, top_p: float | None = None) -> None:
    """None sends nothing, so a wrapper can pass its own optional arguments on."""
    client.chat.send(model_id=MODEL, messages=[HELLO], temperature=temperature, top_p=top_p)


def id_that_may_be_none(client: QuantAI, session_id: str | None) -> None:
    """An id in a path is required."""
    client.sessions.get(session_id)  # error: may be None
    if session_id:
        client.sessions.get(session_id)


def known_values(client: QuantAI) -> None:
    """An enum of a request takes its values and those that come later."""
    client.sessions.update("s", status="completed")
    client.sessions.update("s", status="archived")


class Settings(TypedDict, total=False):
    """The settings of an application."""

    temperature: float
    max_tokens: int


def typed_keyword_arguments(client: QuantAI, settings: Settings) -> None:
    """Settings in a TypedDict of one's own."""
    client.chat.send(model_id=MODEL, messages=[HELLO], **settings)


def arguments_passed_on(client: QuantAI, **params: Unpack[ChatSendParams]) -> ChatReply:
    """A wrapper that takes what the method takes."""
    return client.chat.send(**params)


async def arguments_passed_on_in_async_code(client: AsyncQuantAI, **params: Unpack[ChatSendParams]) -> ChatReply:
    """The same arguments for the async client."""
    return await client.chat.send(**params)


def arguments_in_a_variable(client: QuantAI, temperature: float | None) -> None:
    """Arguments of a request, for each method that sends it."""
    params: ChatSendParams = {"model_id": MODEL, "messages": [HELLO], "temperature": temperature}
    params["max_tokens"] = 100
    client.chat.send(**params)
    client.chat.start(**params)
    client.chat.run(tools=[], **params)
    with client.chat.stream(**params) as stream:
        print(stream.final())


def arguments_without_the_path(client: QuantAI, **params: Unpack[SessionsUpdateParams]) -> None:
    """What stands in the path is an argument of its own."""
    client.sessions.update("s", **params)
    client.sessions.get("s", **params)  # error: get() takes no such arguments


def arguments_named_as_in_json() -> None:
    """Arguments have Python's names."""
    wrong: ChatSendParams = {"modelId": MODEL, "messages": [HELLO]}  # error: model_id
    incomplete: ChatSendParams = {"messages": [HELLO]}  # error: model_id is missing


def arguments_of_the_wrong_type(client: QuantAI) -> None:
    """They have the types of the method."""
    params: quant_ai.params.FilesListParams = {"limit": "ten"}  # error: an integer
    misspelt = quant_ai.params.FileListParams  # error: no such name


def arguments_set_beforehand(client: QuantAI) -> None:
    """functools.partial keeps the types."""
    ask = partial(client.chat.send, model_id=MODEL, temperature=0)
    reply: ChatReply = ask(messages=[HELLO])


def metadata(client: QuantAI, facts: Mapping[str, Any]) -> None:
    """Free-form objects take any mapping."""
    client.sessions.create(user_id="u", metadata={"a": [1, {"b": None}]})
    client.sessions.create(user_id="u", metadata=facts)

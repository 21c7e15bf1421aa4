"""Add up the events of a stream to the reply that a buffered call would have given.

Fields of events fill the reply's fields of the same name, and pieces of text go into the reply's text field. Where the
names differ, the spec's `x-event-stream` says which field goes where. Each event costs one append; the reply is built
on request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from quant_ai_client.types import Model

from ..hints import hints_of, is_model, is_required, members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from quant_ai_client.operation import CollectedField, EventTypes, FilledField


class Accumulator:
    """What a stream has sent so far.

    Args:
        types: The stream's event types.
        reply: Imports the model of the reply; None where the spec names none, and the reply is the text alone.
    """

    def __init__(self, types: EventTypes, reply: Callable[[], type[Any]] | None = None) -> None:
        self._pieces: list[str] = []
        self._events: list[tuple[str, Any]] = []
        self._types, self._model = types, reply
        self.add_text = self._pieces.append
        """Add a piece of the text."""

    def add(self, name: str, event: Any) -> None:
        """Add an event that carries no piece of the text, with its name."""
        self._events.append((name, event))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def reply(self) -> Any:
        """The reply so far, in the form of the buffered one."""
        if self._model is None:
            return self.text
        values: dict[str, Any] = {}
        for _, event in self._events:
            values.update(_given(event))
        reply = _build(self._model(), values, self.text, frozenset(self._types.text))
        for collected in self._types.collect:
            self._collect(reply, collected)
        for filled in self._types.fill:
            self._fill(reply, filled)
        return reply

    def _fill(self, reply: Any, rule: FilledField) -> None:
        """Take a field from an event, unless the reply has it already."""
        owner, name = _owner(reply, rule.path), rule.path[-1]
        value = next((getattr(event, rule.source) for event in self._named(rule.event)), None)
        if value and owner is not None and not getattr(owner, name):
            setattr(owner, name, dict(rule.values).get(value, value) if isinstance(value, str) else value)

    def _collect(self, reply: Any, rule: CollectedField) -> None:
        owner, name = _owner(reply, rule.path), rule.path[-1]
        items = [item for event in self._named(rule.event) for item in _items(event, rule)]
        if items and owner is not None:
            setattr(owner, name, items[0] if rule.single and len(items) == 1 else items)

    def _named(self, name: str) -> Iterator[Any]:
        return (event for kind, event in self._events if kind == name)


def _build(model: type[Any], values: Mapping[str, Any], text: str, text_names: frozenset[str]) -> Any:
    fields: dict[str, Any] = {}
    for name, hint in hints_of(model).items():
        kinds = [kind for kind in members(hint) if kind is not type(None)]
        inner = next((kind for kind in kinds if is_model(kind)), None)
        if _is_text(model, name, text_names) and str in kinds:
            fields[name] = text or values.get(name, text)
        elif inner is not None and any(_is_text(inner, field, text_names) for field in hints_of(inner)):
            # If the last event repeats the whole message, its other fields are the most recent.
            fields[name] = _build(inner, {**values, **_given(values.get(name))}, text, text_names)
        elif name in values:
            fields[name] = values[name]
        elif len(kinds) == 1 and get_origin(kinds[0]) is Literal and len(get_args(kinds[0])) == 1:
            fields[name] = get_args(kinds[0])[0]  # a constant of the spec, such as the role of an answer
        elif is_required(model, name):
            fields[name] = None
    return model(**fields)


def _is_text(model: type[Model], name: str, text_names: frozenset[str]) -> bool:
    return model._wire_names.get(name, name) in text_names


def _given(model: Any) -> dict[str, Any]:
    """The fields that a model has."""
    if not isinstance(model, Model):
        return {}
    values = {name: getattr(model, name) for name in hints_of(type(model))}
    return {name: value for name, value in values.items() if value is not None}


def _owner(reply: Any, path: tuple[str, ...]) -> Model | None:
    """The object that holds the field at the end of a path; None if the stream gave no such object."""
    for name in path[:-1]:
        reply = getattr(reply, name, None)
    return reply if isinstance(reply, Model) else None


def _items(event: Any, rule: CollectedField) -> list[Any]:
    """The items in an event, in either of their forms: in one field, or spread over the event's own fields."""
    if found := getattr(event, rule.source):
        return found if isinstance(found, list) else [found]
    item: dict[str, Any] = {}
    for name, sources in rule.fields:
        if value := next(filter(None, (getattr(event, source) for source in sources)), None):
            item[name] = value
    if not item or not all(name in item for name in rule.required):
        return []
    return [rule.item({**{name: {} for name in rule.empty}, **item})]

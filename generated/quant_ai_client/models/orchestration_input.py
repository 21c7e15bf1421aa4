# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .json_object import JsonObject, JsonObjectParam
from .orchestration_input_type import OrchestrationInputType


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationInput(_Model):
    """Where the items come from. Set the field that belongs to the `type`; the others are ignored.

    Attributes:
        type (OrchestrationInputType): Where the items of an orchestration come from. Known values:
            "static", "task_query", "generator".
        items (list[JsonObject] | None): With `static`, the items, each an object in your own format.
        task_query (JsonObject | None): With `task_query`, which tasks to process. Its fields are not
            documented; use the filters of `client.tasks.list()` (`task_list_id`, `status`,
            `assigned_agent_id`).
        generator_prompt (str | None): With `generator`, the prompt for generating items.
    """

    type: OrchestrationInputType
    """Where the items of an orchestration come from:

    - `static`: from `items`
    - `task_query`: from the tasks that match `task_query`
    - `generator`: from a model that follows `generator_prompt`
    """
    items: list[JsonObject] | None = None
    """With `static`, the items, each an object in your own format."""
    task_query: JsonObject | None = None
    """With `task_query`, which tasks to process. Its fields are not documented; use the filters of
    `client.tasks.list()` (`task_list_id`, `status`, `assigned_agent_id`).
    """
    generator_prompt: str | None = None
    """With `generator`, the prompt for generating items."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"task_query": "taskQuery", "generator_prompt": "generatorPrompt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.type = rest.pop("type", None)
        made.items = rest.pop("items", None)
        made.task_query = to_map(rest.pop("taskQuery", None))
        made.generator_prompt = rest.pop("generatorPrompt", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.items is not None:
            made["items"] = wire(self.items)
        if self.task_query is not None:
            made["taskQuery"] = wire(self.task_query)
        if self.generator_prompt is not None:
            made["generatorPrompt"] = self.generator_prompt
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class OrchestrationInputParam(TypedDict):
    """A `OrchestrationInput` as a plain dict, names as in the JSON."""

    type: OrchestrationInputType
    items: NotRequired[Sequence[JsonObjectParam]]
    taskQuery: NotRequired[JsonObjectParam]
    generatorPrompt: NotRequired[str]

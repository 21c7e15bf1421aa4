"""Write a resource that is created, read, listed, updated and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openapi import Spec, SpecFault, YamlEdits
from openapi.python_names import resource_class
from specdraft import replies
from specdraft.naming import an, camel, pascal, singular
from speclint import lint

_TIME = "2026-03-21T09:30:00Z"


def add_resource(ours: Spec, name: str) -> str:
    """The text of the spec with a resource of this name.

    The schemas are named after one thing of it, `Note` for `notes`; or `NotesItem`, if there is a `Note` already.

    Raises:
        SpecFault: The name is not one of a resource, or is taken.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise SpecFault((), f"{name!r} is no name for a resource; write one or two words in lower case: saved_notes")
    for index, tag in enumerate(ours.tags):
        if tag.get("name") == name:
            raise SpecFault(("tags", index), f"there is a resource {name} already; choose another name")
    path = f"/{name.replace('_', '-')}"
    if path in ours.paths:
        raise SpecFault(("paths", path), f"there is a path {path} already; choose another name")
    problems: list[str] = []
    for noun in _nouns(ours, name):
        text = _Resource(ours, name, path, noun).text()
        problems = _new_problems(ours, Spec(text, ours.name))
        if not problems:
            return text
    raise SpecFault((), f"{name} cannot be a resource: {problems[0] if problems else 'all names for it are taken'}")


def _new_problems(before: Spec, after: Spec) -> list[str]:
    """What `make lint` finds in the new version and not in the old one."""
    found = [(finding.rule, finding.what, finding.fix) for finding in lint(after)]
    known = {(finding.rule, finding.what, finding.fix) for finding in lint(before)} if found else set()
    return [f"{what}; {fix}" for rule, what, fix in found if (rule, what, fix) not in known]


def _nouns(ours: Spec, name: str) -> Iterator[str]:
    """Names for one thing of the resource, in lower case with underscores, whose components are all free."""
    *first, last = name.split("_")
    one = "_".join([*first, singular(last)])
    for noun in (one, f"{name}_item", f"{name}_record"):
        names = {pascal(noun), *(f"{pascal(noun)}{suffix}" for suffix in ("List", "CreateRequest", "UpdateRequest"))}
        if pascal(noun) == resource_class(name):
            continue  # the generator would give the schema another name, so that nobody mixes up the two
        if names.isdisjoint(ours.components("schemas")) and f"{pascal(noun)}Id" not in ours.components("parameters"):
            yield noun


class _Resource:
    def __init__(self, ours: Spec, name: str, path: str, noun: str) -> None:
        self.ours, self.name, self.path = ours, name, path
        self.noun = noun.replace("_", " ")
        self.many = name.replace("_", " ")
        self.model = pascal(noun)
        self.id = camel(noun, "id")
        self.example_id = f"{noun.replace('_', '-')}-1"

    def text(self) -> str:
        edits = YamlEdits(self.ours)
        edits.item(("tags",), {"name": self.name, "description": f"The {self.many} of your organisation."})
        edits.entry(("paths",), self.path, self._collection())
        edits.entry(("paths",), f"{self.path}/{{{self.id}}}", self._one())
        parameter = {
            "name": self.id,
            "in": "path",
            "required": True,
            "description": f"Id of the {self.noun}, returned when it was created.",
            "schema": {"type": "string"},
            "example": self.example_id,
        }
        edits.entry(("components", "parameters"), f"{self.model}Id", parameter)
        for name, schema in self._schemas().items():
            edits.entry(("components", "schemas"), name, schema)
        return edits.text()

    def _collection(self) -> dict[str, Any]:
        listed = f"$response.body#/items/0/{self.id}"
        created = f"$response.body#/{self.id}"
        return {
            "get": {
                **self._head("list", f"List {self.many}", f"Returns all {self.many}, in one reply."),
                "responses": {
                    "200": {
                        **self._reply(f"The {self.many}.", "List", f"All {self.many}", {"items": [self._value()]}),
                        "links": {**self._link("get", listed, f"Get a listed {self.noun}.")},
                    },
                    **self._errors(self.path),
                },
            },
            "post": {
                **self._head("create", f"Create {an(self.noun)}", f"Creates {an(self.noun)}."),
                "x-idempotent": False,
                "requestBody": self._body("CreateRequest", {"name": "First"}),
                "responses": {
                    "201": {
                        **self._reply(f"The new {self.noun}.", "", f"A new {self.noun}", self._value()),
                        "links": {
                            **self._link("get", created, f"Get the new {self.noun}."),
                            **self._link("update", created, f"Update the new {self.noun}."),
                            **self._link("delete", created, f"Delete the new {self.noun}."),
                        },
                    },
                    **self._errors(self.path, body=True),
                },
            },
        }

    def _one(self) -> dict[str, Any]:
        path = f"{self.path}/{{{self.id}}}"
        return {
            "parameters": [{"$ref": f"#/components/parameters/{self.model}Id"}],
            "get": {
                **self._head("get", f"Get {an(self.noun)}", f"Returns one {self.noun}."),
                "responses": {
                    "200": self._reply(f"The {self.noun}.", "", f"One {self.noun}", self._value()),
                    **self._errors(path),
                },
            },
            "put": {
                **self._head(
                    "update", f"Update {an(self.noun)}", f"Changes {an(self.noun)}. Fields that are left out stay."
                ),
                "requestBody": self._body("UpdateRequest", {"name": "Second"}),
                "responses": {
                    "200": self._reply(
                        f"The changed {self.noun}.", "", f"The changed {self.noun}", {**self._value(), "name": "Second"}
                    ),
                    **self._errors(path, body=True),
                },
            },
            "delete": {
                **self._head("delete", f"Delete {an(self.noun)}", f"Deletes {an(self.noun)} permanently."),
                "responses": {
                    "204": replies.success(self.ours, None, None, description=f"The {self.noun} was deleted."),
                    **self._errors(path),
                },
            },
        }

    def _head(self, action: str, summary: str, description: str) -> dict[str, Any]:
        identity = {"operationId": f"{self.name}_{action}", "tags": [self.name]}
        return {**identity, "summary": summary, "description": description}

    def _reply(self, description: str, suffix: str, summary: str, value: Any) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{self.model}{suffix}"}
        return replies.success(self.ours, schema, value, description=description, summary=summary)

    def _body(self, suffix: str, value: Any) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{self.model}{suffix}"}
        examples = {"example": {"summary": "A name", "value": value}}
        content = {"application/json": {"schema": schema, "examples": examples}}
        return {"description": f"The {self.noun}.", "required": True, "content": content}

    def _errors(self, path: str, *, body: bool = False) -> dict[str, Any]:
        expected = replies.expected_errors(path, body=body, query=False)
        return {status: replies.error(self.ours, status) for status in sorted(expected)}

    def _link(self, action: str, expression: str, description: str) -> dict[str, Any]:
        link: dict[str, Any] = {"operationId": f"{self.name}_{action}", "parameters": {self.id: expression}}
        if action == "update":
            link["requestBody"] = {"name": "Second"}
        return {camel(action, self.model): {**link, "description": description}}

    def _value(self) -> dict[str, Any]:
        return {self.id: self.example_id, "name": "First", "createdAt": _TIME, "updatedAt": _TIME}

    def _schemas(self) -> dict[str, Any]:
        name = {"description": f"Name of the {self.noun}.", "type": "string", "minLength": 1, "examples": ["First"]}
        moment = {"type": "string", "format": "date-time", "examples": [_TIME]}
        listed = {"type": "array", "items": {"$ref": f"#/components/schemas/{self.model}"}}
        return {
            self.model: {
                "description": f"{an(self.noun).capitalize()}.",
                "type": "object",
                "required": [self.id, "name"],
                "properties": {
                    self.id: {
                        "description": f"Id of the {self.noun}.",
                        "type": "string",
                        "examples": [self.example_id],
                    },
                    "name": name,
                    "createdAt": {"description": "When it was created.", **moment},
                    "updatedAt": {"description": "When it was last changed.", **moment},
                },
            },
            f"{self.model}List": {
                "description": f"All {self.many}.",
                "type": "object",
                "required": ["items"],
                "properties": {"items": {"description": f"The {self.many}.", **listed}},
            },
            f"{self.model}CreateRequest": {
                "description": f"{an(self.noun).capitalize()} to create.",
                "type": "object",
                "required": ["name"],
                "properties": {"name": name},
            },
            f"{self.model}UpdateRequest": {
                "description": f"What to change of {an(self.noun)}.",
                "type": "object",
                "properties": {"name": name},
            },
        }

"""The arguments of the generated functions and methods."""

from __future__ import annotations

from dataclasses import dataclass

from openapi import SpecParameter


@dataclass
class Argument:
    """A parameter of a Python function, and where its value goes."""

    name: str
    wire: str
    place: str
    annotation: str
    required: bool
    doc: str
    of_namespace: bool = False
    """Whether the namespace takes it, once for all of its methods."""
    nullable: bool = False
    """Whether it is in a JSON body that may hold null for it."""
    checked: str = ""
    """The types that its value may have, if it is a parameter: expressions with commas between them."""
    deprecated: bool = False
    style: str = ""
    """How arrays and objects are sent in a query, or `explode` in a header, if not in the usual way."""
    model: str = ""
    """The class of an object in a query or a header."""

    @property
    def type(self) -> str:
        """What may be passed for it."""
        if self.required:
            return self.annotation
        return or_unset(self.annotation) if self.nullable else or_none(self.annotation)

    @property
    def declaration(self) -> str:
        default = "" if self.required else " = UNSET" if self.nullable else " = None"
        return f"{self.name}: {self.type}{default}"

    @property
    def absent(self) -> str:
        """What it is when it is not given."""
        return "UNSET" if self.nullable and not self.required else "None"

    @property
    def sent(self) -> str:
        """The value that a query or a header gets."""
        value = f"_arguments.optional({self.name}, {self.model})" if self.model else self.name
        is_needed = self.required and self.style != "required json"
        return f"_encoding.needed({value}, {self.name!r})" if is_needed else value

    @property
    def none_is_null(self) -> bool:
        """Whether None is sent as null; otherwise it is not sent."""
        return self.required or self.nullable


def or_none(annotation: str) -> str:
    """The annotation of a field that may be missing, or of an argument that may be left out."""
    return annotation if annotation in ("Any", "None") or annotation.endswith(" | None") else f"{annotation} | None"


def or_unset(annotation: str) -> str:
    """The annotation of an argument that may be left out or null, which are two different requests."""
    if annotation == "Any":
        return annotation
    head = annotation.removesuffix(" | None")
    return f"{head} | Unset{annotation[len(head) :]}"


def style_of(parameter: SpecParameter, *, objects: bool) -> str:
    """The style of a parameter, if it is not the usual one of its location."""
    style, explode = parameter.style, parameter.explode
    if parameter.location == "header":
        return "explode" if explode and objects else ""
    if parameter.location != "query":
        return ""
    if style == "json" and parameter.required:
        return "required json"  # which may be null
    if style in ("json", "deepObject"):
        return style
    if explode:
        return "form" if objects else ""
    return "comma" if style == "form" else style

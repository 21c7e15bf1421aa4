"""Find where Python source names a part of the API: a field of a schema, or a generated model.

A field is named by a string, in the spelling of the wire or of Python, or by an attribute of something that may be a
model. `reply.content` is not a field of the API if `reply` is annotated as an `HttpReply`. If the source does not say
what `reply` is, the attribute counts.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import attrs

from quant_ai_client import models
from quant_ai_client.types import Model

MODELS = frozenset(models.__all__)
_CLASSES = [value for name in models.__all__ if inspect.isclass(value := getattr(models, name))]
ATTRIBUTES = {
    field.name
    for model in _CLASSES
    if issubclass(model, Model)
    for field in attrs.fields(model)
    if not field.name.startswith("_") and field.name != "additional_properties"
}

_ANYTHING = frozenset({"Any", "object", "T", "T_co", "R_co", "E_co"})
_NO_MODEL = ast.Name("no model")
_Function = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Use(NamedTuple):
    """A place that names a part of the API."""

    line: int
    kind: str
    """"string", "attribute" or "model"."""
    name: str


class Package:
    """Python modules that know each other's classes and functions."""

    def __init__(self, sources: Mapping[Path, str]) -> None:
        self.classes: dict[str, Scope] = {}
        self.functions: dict[str, ast.expr] = {}
        self.modules = {path: Scope(ast.parse(text), self) for path, text in sources.items()}

    @classmethod
    def read(cls, *folders: Path) -> Package:
        """The modules below some folders."""
        return cls({path: path.read_text() for folder in folders for path in sorted(folder.rglob("*.py"))})

    def uses(self, path: Path, wire_names: set[str]) -> list[Use]:
        """The places in a module, by kind and line."""
        module = self.modules[path]
        return [*_strings(module.node, wire_names | ATTRIBUTES), *_attributes(module), *_models(module.node)]


def _strings(tree: ast.AST, names: set[str]) -> Iterator[Use]:
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in names and id(node) not in docstrings:
            yield Use(node.lineno, "string", str(node.value))


def _models(tree: ast.AST) -> Iterator[Use]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quant_ai_client.models"):
            yield from (Use(node.lineno, "model", alias.name) for alias in node.names if alias.name in MODELS)
        elif isinstance(node, ast.Attribute) and node.attr in MODELS and ast.unparse(node.value) == "models":
            yield Use(node.lineno, "model", node.attr)


def _attributes(module: Scope) -> Iterator[Use]:
    called = {id(node.func) for node in ast.walk(module.node) if isinstance(node, ast.Call)}
    for node, scope in module.attributes():
        if node.attr in ATTRIBUTES and id(node) not in called and _may_be_model(scope.type_of(node.value)):
            yield Use(node.lineno, "attribute", node.attr)


class Scope:
    """The names in a module, class or function, with the annotations that tell their types."""

    def __init__(self, node: ast.AST, package: Package, outer: Scope | None = None, owner: Scope | None = None) -> None:
        self.node, self.package, self.outer, self.owner = node, package, outer, owner
        inside = self if isinstance(node, ast.ClassDef) else owner
        self.inner = [
            Scope(child, package, self, inside)
            for child in _below(node)
            if isinstance(child, (ast.ClassDef, *_Function))
        ]
        if isinstance(node, ast.ClassDef):
            package.classes[node.name] = self
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns and not owner:
            package.functions[node.name] = node.returns

    def attributes(self) -> Iterator[tuple[ast.Attribute, Scope]]:
        """The attributes that are used here and in the scopes inside."""
        for node in _below(self.node):
            if isinstance(node, ast.Attribute):
                yield node, self
        for scope in self.inner:
            yield from scope.attributes()

    def type_of(self, node: ast.expr) -> ast.expr | None:
        """The annotation that tells the type of an expression; None if there is none."""
        if isinstance(node, ast.Name):
            if node.id in ("self", "cls") and self.owner:
                return ast.Name(getattr(self.owner.node, "name", ""))
            return self.names.get(node.id) or (self.outer.type_of(node) if self.outer else None)
        if isinstance(node, ast.Attribute):
            return self._member(self.type_of(node.value), node.attr)
        if isinstance(node, ast.Await):
            return self.type_of(node.value)
        if isinstance(node, ast.Subscript):
            kind = self.type_of(node.value)
            return _item(kind) if isinstance(kind, ast.Subscript) else None
        if isinstance(node, ast.IfExp):
            body, otherwise = self.type_of(node.body), self.type_of(node.orelse)
            return ast.BinOp(body, ast.BitOr(), otherwise) if body and otherwise else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return node.func if node.func.id[:1].isupper() else self.package.functions.get(node.func.id)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return self.type_of(node.func)
        return None

    def _member(self, kind: ast.expr | None, name: str) -> ast.expr | None:
        for found in _names(kind):
            if found == _NO_MODEL.id:
                return _NO_MODEL
            if found in self.package.classes:
                return self.package.classes[found].members.get(name)
        return None

    @cached_property
    def names(self) -> dict[str, ast.expr]:
        """Arguments, variables, imports, caught errors and the items of loops, with their annotations."""
        found = self.__dict__["names"] = self._arguments()
        for node in _below(self.node):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                found |= {alias.asname or alias.name: _NO_MODEL for alias in node.names if alias.name not in MODELS}
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found[node.target.id] = node.annotation
            elif isinstance(node, ast.ExceptHandler) and node.name:
                found[node.name] = _NO_MODEL
        for node in _below(self.node):
            if isinstance(node, ast.Assign):
                for target, value in _assigned(node):
                    if isinstance(target, ast.Name) and (kind := self.type_of(value)):
                        found.setdefault(target.id, kind)
            elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)) and isinstance(node.target, ast.Name):
                kind = self.type_of(node.iter)
                if isinstance(kind, ast.Subscript):
                    found[node.target.id] = _item(kind)
        return found

    def _arguments(self) -> dict[str, ast.expr]:
        if not isinstance(self.node, _Function):
            return {}
        given = self.node.args
        every = (*given.posonlyargs, *given.args, *given.kwonlyargs)
        return {argument.arg: argument.annotation for argument in every if argument.annotation}

    @cached_property
    def members(self) -> dict[str, ast.expr]:
        """The attributes of a class, its properties, methods and those of `self` included."""
        found = self.__dict__["members"] = dict(self.names)
        for scope in self.inner:
            if isinstance(scope.node, (ast.FunctionDef, ast.AsyncFunctionDef)) and scope.node.returns:
                found[scope.node.name] = scope.node.returns
        for node in (node for scope in self.inner for node in _below(scope.node)):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
                found[node.target.attr] = node.annotation
        for scope in self.inner:
            for node in _below(scope.node):
                for target, value in _assigned(node) if isinstance(node, ast.Assign) else ():
                    if isinstance(target, ast.Attribute) and (kind := scope.type_of(value)):
                        found.setdefault(target.attr, kind)
        for base in self.node.bases if isinstance(self.node, ast.ClassDef) else ():
            for name in _names(base):
                if name in self.package.classes:
                    found = {**self.package.classes[name].members, **found}
        return found


def _below(node: ast.AST) -> Iterator[ast.AST]:
    """What is in a node, but not what is in the classes and functions inside."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (ast.ClassDef, *_Function)):
            yield from _below(child)


def _assigned(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield from zip(target.elts, node.value.elts, strict=False)
        else:
            yield target, node.value


def _item(annotation: ast.Subscript) -> ast.expr:
    """The type of the items of a collection: the last argument, or the one before `...`."""
    if not isinstance(annotation.slice, ast.Tuple):
        return annotation.slice
    return next(item for item in reversed(annotation.slice.elts) if ast.unparse(item) != "...")


def _names(annotation: ast.expr | None) -> Iterator[str]:
    """The classes in an annotation, without their arguments."""
    if isinstance(annotation, ast.Name):
        yield annotation.id
    elif isinstance(annotation, ast.Attribute):
        yield annotation.attr
    elif isinstance(annotation, ast.Subscript):
        yield from _names(annotation.value)
    elif isinstance(annotation, ast.BinOp):
        yield from _names(annotation.left)
        yield from _names(annotation.right)
    elif isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        yield from _names(ast.parse(annotation.value, mode="eval").body)


def _may_be_model(annotation: ast.expr | None) -> bool:
    return (
        annotation is None or not MODELS.isdisjoint(_names(annotation)) or not _ANYTHING.isdisjoint(_names(annotation))
    )

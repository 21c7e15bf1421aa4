"""Find the hand-written code that refers to something which the spec no longer has.

A name is gone if the old package has it and the new one does not: a module, a class, an argument, an attribute, or a
word between quotes such as the name of a field on the wire. Names that the new package still has somewhere are not
gone, so that a field of one model can go without a list of all others of its name. A file is taken to refer to what is
gone if it has a name that can hardly mean something else: that of an operation, a class or a field of several words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeGuard

_COMPOUND = re.compile("[a-z0-9][A-Z]")  # a name of several words, which is hardly used for something else
_LAYERS = re.compile("^(async|test)_")


class Reference(NamedTuple):
    """A line of hand-written code that names what is gone; or a whole file, which is only about that."""

    file: Path
    line: int
    """0 for a whole file."""
    names: tuple[str, ...]


def references(old: Mapping[str, bytes], new: Mapping[str, bytes], folders: Iterable[Path]) -> list[Reference]:
    """The references in the Python files of some folders to what only the old package has."""
    gone = gone_names(old, new)
    if not gone:
        return []
    resources = gone_resources(old, new)
    certain = {name for name in gone if _COMPOUND.search(name)} | _modules(old) & gone - resources
    clear = re.compile("|".join([*_words(certain), *(rf"\bclient\.{name}\b" for name in resources), r"(?!)"]))
    word = re.compile("|".join(_words(gone)))
    found: list[Reference] = []
    for file in sorted(file for folder in folders for file in ([folder] if folder.is_file() else folder.rglob("*.py"))):
        text = file.read_text(encoding="utf-8")
        if not clear.search(text):
            continue  # if it has a name such as `width`, that is probably another one
        if about := resources & {_LAYERS.sub("", file.stem)}:
            found.append(Reference(file, 0, tuple(about)))
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if names := tuple(dict.fromkeys(word.findall(line))):
                found.append(Reference(file, number, names))
    return found


def gone_resources(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> set[str]:
    """The resources in an old package that the new one does not have, as the client calls them."""
    before, after = ({Path(path).stem for path in paths if path.startswith("resources/")} for paths in (old, new))
    return {name for name in before - after if not name.startswith("async_")}


def _words(names: Iterable[str]) -> list[str]:
    return [rf"\b{name}\b" for name in sorted(names)]


def _modules(package: Mapping[str, bytes]) -> set[str]:
    """The modules with several words in their names: operations, and most models."""
    return {name for name in map(_stem, package) if "_" in name.strip("_")}


def _stem(path: str) -> str:
    return Path(path).stem


def gone_names(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> set[str]:
    """The names in an old package that the new one does not have."""
    changed = [path for path, text in old.items() if new.get(path) != text]
    before = {name for path in changed for name in _names(path, old[path])}
    if not before:
        return set()
    after = {name for path, text in new.items() for name in _names(path, text)}
    return {name for name in before - after if name.strip("_")}


def _names(path: str, text: bytes) -> Iterator[str]:
    if not path.endswith(".py"):
        return
    yield Path(path).stem
    tree = ast.parse(text)
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif _is_word(node) and id(node) not in texts:
            yield str(node.value)


def _is_word(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier()

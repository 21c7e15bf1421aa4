"""Find the hand-written code that refers to something which the spec no longer has.

A name is gone if the old package has it and the new one does not: a module, a class, an argument, an attribute, or a
word between quotes such as the name of a field on the wire. Names that the new package still has somewhere are not
gone, so that a field of one model can go without a list of all others of its name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeGuard


class Reference(NamedTuple):
    """A line of hand-written code that names something that is gone."""

    file: Path
    line: int
    name: str


def references(old: Mapping[str, bytes], new: Mapping[str, bytes], folders: Iterable[Path]) -> list[Reference]:
    """The references in the Python files of some folders to what only the old package has."""
    gone = gone_names(old, new)
    if not gone:
        return []
    word = re.compile(rf"\b({'|'.join(sorted(gone))})\b")
    found: list[Reference] = []
    for file in sorted(file for folder in folders for file in ([folder] if folder.is_file() else folder.rglob("*.py"))):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            found += [Reference(file, number, name) for name in dict.fromkeys(word.findall(line))]
    return found


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

"""Find the hand-written places that refer to something which the spec no longer has.

A name is gone if the old package has it and the new one does not: a module, a class, an argument, an attribute, or a
word between quotes such as the name of a field on the wire. Names that the new package still has somewhere are not
gone, so that a field of one model can go without a list of all others of its name. A file is taken to refer to what is
gone if it has a name that can hardly mean something else: that of an operation, a class or a field of several words.

A whole resource can be removed without edits, since its code and its tests are no longer used then. A place that names
nothing but such resources is told apart. Something renamed or taken from a resource that stays needs an edit.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeGuard

_COMPOUND = re.compile("[a-z0-9][A-Z]")  # a name of several words, which is hardly used for something else
_OF_RESOURCES = {"resources", "services"}
"""Folders with a module for each resource."""
_SUFFIXES = {".py", ".md", ".yaml", ".toml", ".ipynb"}
_GENERATED = re.compile("# (Written by|Derived from|Copied from) ")
_TABLE = "<!-- operations: written by make generate -->"


class Reference(NamedTuple):
    """A line of a hand-written file that names what is gone; or a whole file, which is only about that."""

    file: Path
    line: int
    """0 for a whole file."""
    names: tuple[str, ...]
    is_of_removed: bool
    """Whether it names nothing but resources that were removed."""


def references(old: Mapping[str, bytes], new: Mapping[str, bytes], places: Iterable[Path]) -> list[Reference]:
    """The references in some files and folders to what only the old package has."""
    gone = gone_names(old, new)
    if not gone:
        return []
    removed = removed_resources(old, new)
    changed = gone_names(_without(removed, old), new)
    resources = gone_resources(old, new)
    certain = {name for name in gone if _COMPOUND.search(name)} | _modules(old) & gone - resources
    certain |= {name for name in changed if "_" in name.strip("_")} - resources
    calls = {rf"client\.{name}": "" for name in resources} | _calls(gone_methods(old, new))
    found: list[Reference] = []
    for file in _files(places):
        text, subject = file.read_text(encoding="utf-8"), _subject(file)
        if subject in resources - removed and _belongs(file):
            found.append(Reference(file, 0, (subject,), is_of_removed=False))
        clear_names = [*certain, *(call for call, of in calls.items() if of in ("", subject))]
        clear = re.compile("|".join([*_words(clear_names), r"(?!)"]))
        if not clear.search(text) or _GENERATED.match(text):
            continue  # if it has a name such as `width`, that is probably another one
        if subject in removed:
            found.append(Reference(file, 0, (subject,), is_of_removed=True))
            continue
        # Prose is full of words that are also names.
        names_of = re.compile("|".join([clear.pattern, *_words(gone)])) if file.suffix == ".py" else clear
        for number, line in enumerate(text.partition(_TABLE)[0].splitlines(), 1):
            names = tuple(dict.fromkeys(names_of.findall(line)))
            is_of_removed = all(name.removeprefix("client.") in removed for name in names if "." in name)
            is_of_removed = is_of_removed and not changed.intersection(names)
            if clear.search(line) if is_of_removed else names:  # what needs no edit need not be complete
                found.append(Reference(file, number, names, is_of_removed))
    return found


def gone_resources(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> set[str]:
    """The resources in an old package that the new one does not have, as the client calls them."""
    before, after = ({Path(path).stem for path in paths if path.startswith("resources/")} for paths in (old, new))
    return {name for name in before - after if not name.startswith("async_")}


def removed_resources(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> set[str]:
    """Those of them whose requests are gone as well: the others have another name now."""
    requests = set(_requests(new).values())
    left = {resource for (resource, _), request in _requests(old).items() if request in requests}
    return gone_resources(old, new) - left


def gone_methods(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """The methods that a resource of both packages has in the old one only, each with its resource."""
    return {
        (Path(path).stem, name)
        for path, text in old.items()
        if path.startswith("resources/") and new.get(path, text) != text and "async_" not in path
        for name in set(_methods(text)) - set(_methods(new[path]))
    }


def _methods(text: bytes) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name


def _calls(methods: set[tuple[str, str]]) -> dict[str, str]:
    """How methods are called, each with the resource whose files alone call it so."""
    return {
        call: of
        for resource, name in methods
        for call, of in (
            (rf"client\.{resource}\.{name}", ""),
            (rf"self\.{name}", resource),
            (rf"super\(\)\.{name}", resource),
        )
    }


def _requests(package: Mapping[str, bytes]) -> dict[tuple[str, str], bytes]:
    """The request of each operation, such as `GET /models`, from the docstring of its module."""
    found = {}
    for path, text in package.items():
        folder, _, operation = path.removeprefix("api/").partition("/")
        if path.startswith("api/") and operation and operation != "__init__.py":
            found[folder, operation] = text.partition(b'"""')[2].partition(b'"""')[0]
    return found


def _without(resources: set[str], package: Mapping[str, bytes]) -> dict[str, bytes]:
    """A package without some resources and without the models that only they use, and without lists of modules."""
    theirs = {
        path
        for path in package
        if not path.startswith("models/")
        and resources & {part.removeprefix("async_") for part in Path(path).with_suffix("").parts}
    }
    others = {path for path in package if not path.startswith("models/")} - theirs
    only_theirs = theirs | _models(theirs, package) - _models(others, package)
    return {path: text for path, text in package.items() if path not in only_theirs and "__init__" not in path}


def _models(paths: set[str], package: Mapping[str, bytes]) -> set[str]:
    """The models that some modules use, and those that these use."""
    found: set[str] = set()
    pending = [path for path in paths if "__init__" not in path]
    while pending:
        for names in re.findall(rb"\bmodels\.(\w+) import|from \.(\w+) import", package[pending.pop()]):
            path = f"models/{b''.join(names).decode()}.py"
            if path in package and path not in found:
                found.add(path)
                pending.append(path)
    return found


def _files(places: Iterable[Path]) -> list[Path]:
    """The files in some places that may refer to names of the package."""
    files = (file for place in places for file in ([place] if place.is_file() else place.rglob("*")))
    return sorted(file for file in files if file.suffix in _SUFFIXES and file.is_file())


def _subject(file: Path) -> str:
    """What a file is about, according to its name: `chat` for `test_chat.py`, `services/chat.py` and the like."""
    if file.stem.startswith(("async_", "test_")) or file.parent.name in _OF_RESOURCES:
        return re.sub("^(async|test)_", "", file.stem)
    return file.parent.name


def _belongs(file: Path) -> bool:
    """Whether a file is found by the name of its resource, so that it goes with it."""
    return file.parent.name in _OF_RESOURCES or file.parent.parent.name == "recordings"


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

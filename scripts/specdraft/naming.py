"""Names for what is drafted, by the rules of spec/README.md."""

from __future__ import annotations

import re

_SAME = {"data", "metadata", "news", "series", "species", "status", "settings", "usage"}
_ONE = {"delete": "delete", "get": "get", "patch": "update", "post": "create", "put": "update"}


def singular(word: str) -> str:
    """`queries` gives `query`; a word that is no plural stays as it is."""
    if word in _SAME or len(word) < 4:
        return word
    for ending, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("uses", "us")):
        if word.endswith(ending):
            return word.removesuffix(ending) + one
    return word.removesuffix("s") if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def words(name: str) -> list[str]:
    """`taskListId`, `task-list-id` and `task_list_id` give `task`, `list`, `id`."""
    parted = re.sub(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    found = re.findall(r"[A-Za-z\d]+", parted)
    return [word.lower() for word in found] or ["value"]


def pascal(*names: str) -> str:
    """`task`, `status` give `TaskStatus`. A word of one letter, or of digits, belongs to the word before it."""
    text = ""
    for word in (word for name in names for word in words(name)):
        alone = len(word) == 1 or word[0].isdigit()
        text += word if text and alone else word.capitalize()
    return text if len(text) > 1 and text[0].isalpha() else f"Value{text.lower()}"


def singular_pascal(name: str) -> str:
    """`vector-collections` gives `VectorCollection`."""
    *first, last = words(name)
    return pascal(*first, singular(last))


def camel(*names: str) -> str:
    """`get`, `Task` give `getTask`."""
    text = pascal(*names)
    return text[0].lower() + text[1:]


def snake(name: str) -> str:
    """`dependency-graph` gives `dependency_graph`."""
    return "_".join(words(name))


def an(noun: str) -> str:
    """A noun with its article."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def verb(method: str, steps: list[str], *, many: bool) -> str:
    """The verb of an operationId, from the steps of the path after the one that names the resource.

    Args:
        many: Whether a GET of the resource itself returns a list.
    """
    inner = [step for step in steps if not step.startswith("{")]
    one = bool(steps) and steps[-1].startswith("{")
    if not inner:
        return "list" if method == "get" and many and not one else _ONE.get(method, method)
    word = snake(inner[-1])
    several = singular(words(inner[-1])[-1]) != words(inner[-1])[-1]
    single = "_".join([*words(inner[-1])[:-1], singular(words(inner[-1])[-1])])
    if several and len(inner) > 1:
        above = "_".join([*words(inner[-2])[:-1], singular(words(inner[-2])[-1])])
        word, single = f"{above}_{word}", f"{above}_{single}"
    if one:
        return f"{_ONE.get(method, method)}_{single}"
    if method == "get":
        return f"list_{word}" if several else f"get_{word}"
    if method == "post":
        return f"create_{single}" if several else word
    return f"{_ONE.get(method, method)}_{word}"

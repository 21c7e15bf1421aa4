"""Make the mutants of a module, with mutmut.

mutmut writes all mutants of a function into one module, beside the function itself, and decides at each call which of
them runs. So a module is imported once for all of its mutants.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import libcst
from mutmut.mutation.file_mutation import combine_mutations_to_source, compute_function_hashes, create_mutations

CODECS = {"ascii", "idna", "latin-1", "utf-8", "utf-16-le"}
HEADERS = {
    *("accept", "accept-encoding", "authorization", "connection", "content-encoding", "content-length", "content-type"),
    *("cookie", "host", "location", "proxy-authorization", "retry-after", "retry-after-ms", "set-cookie"),
    *("transfer-encoding", "user-agent", "x-amzn-requestid", "x-request-id"),
}
ANY_CASE = CODECS | HEADERS
"""Words that mean the same in any case."""


class Mutant(NamedTuple):
    """A function with one change."""

    name: str
    """mutmut's name: "quant_ai.jobs.polling.x_outcome_of__mutmut_6"."""
    function: str
    """The module and the function: "jobs.polling.outcome_of"."""
    before: str
    """The line that was changed."""
    line: str
    """The line as the mutant has it."""
    digest: str
    """Changes whenever the function or the mutant does."""
    first: int
    """The first line of the mutant in the mutated module."""
    last: int

    @property
    def place(self) -> str:
        """The module and the mangled function, as mutmut records calls: "quant_ai.jobs.polling.x_outcome_of"."""
        return self.name.partition("__mutmut_")[0]


class MutatedModule(NamedTuple):
    """A module with all of its mutants."""

    code: str
    mutants: list[Mutant]
    originals: dict[str, int]
    """The first line of the unchanged copy of each function, by `Mutant.place`."""


def mutate(module: str, source: str) -> MutatedModule:
    """Make all mutants of a module, such as "jobs.polling"."""
    tree, mutations, *ignored = create_mutations(module, source)
    mutated = combine_mutations_to_source(tree, [each for each in mutations if is_worth_it(each)], *ignored)
    lines = mutated.code.splitlines()
    spans = mutated.line_span_by_function_name
    digests = compute_function_hashes(source)
    mutants, originals = [], {}
    seen: Counter[tuple[str, str, str]] = Counter()
    for name in mutated.mutant_names:
        mangled = name.partition("__mutmut_")[0]
        span, original = spans[name], spans[f"{mangled}__mutmut_orig"]
        originals[f"quant_ai.{module}.{mangled}"] = original.start
        before, line = changed_lines(
            function_lines(lines, original.start, original.end, f"{mangled}__mutmut_orig"),
            function_lines(lines, span.start, span.end, name),
        )
        function = mangled.removeprefix("x").replace("\u01c1", ".").strip(".")
        function = function if "\u01c1" in mangled else function.removeprefix("_")
        text = "\0".join((module, mangled, digests[mangled], before, line, str(seen[mangled, before, line])))
        seen[mangled, before, line] += 1
        digest = hashlib.sha256(text.encode()).hexdigest()[:24]
        function = f"{module}.{function}"
        mutants.append(Mutant(f"quant_ai.{module}.{name}", function, before, line, digest, span.start, span.end))
    return MutatedModule(mutated.code, mutants, originals)


def is_worth_it(mutation: Any) -> bool:
    """Whether a mutant can show something that others do not show."""
    before, after = mutation.original_node, mutation.mutated_node
    if isinstance(before, libcst.SimpleString):
        is_case_changed = before.value.casefold() == after.value.casefold()
        text = before.value.strip("rb'\"")
        # mutmut puts XX around a text, and changes its case. For a sentence, once is enough.
        return not (is_case_changed and (" " in text or text.casefold() in ANY_CASE))
    if isinstance(before, libcst.Call) and isinstance(before.func, libcst.Name) and before.func.value == "cast":
        return bool(after.args[-1].value is not before.args[-1].value)  # the type in a cast is for type checkers alone
    return True


def function_lines(lines: list[str], first: int, last: int, name: str) -> list[str]:
    """The lines of a function, with a name of its own instead of its mutant's."""
    found = lines[first - 1 : last]
    return [line.replace(name, "f", 1) if re.match(r"\s*(async )?def ", line) else line for line in found]


def changed_lines(before: list[str], after: list[str]) -> tuple[str, str]:
    """The lines that differ, before and after, each as one line."""
    difference = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]

    def those(sign: str) -> str:
        return " ".join(line[2:].strip() for line in difference if line[0] == sign)

    return those("-"), those("+") or "(a line less)"


def lines_of(mutants: list[Mutant]) -> Iterator[tuple[int, Mutant]]:
    """All lines of all mutants of a module."""
    for mutant in mutants:
        for line in range(mutant.first, mutant.last + 1):
            yield line, mutant

"""What differs between the vendor's own document and spec/openapi.yaml, or between two versions of the document.

The two spell paths in different ways, name schemas differently and write them at different depths. So each operation is
cut down to facts, such as the type of a field of its body, whose keys do not depend on any of that.
"""

from vendordiff.acceptance import Acceptance, acceptances, undecided
from vendordiff.comparison import Disagreement, compare
from vendordiff.facts import OperationFacts, facts_of
from vendordiff.reading import read
from vendordiff.report import as_json, as_markdown, as_text

__all__ = [
    "Acceptance",
    "Disagreement",
    "OperationFacts",
    "acceptances",
    "as_json",
    "as_markdown",
    "as_text",
    "compare",
    "facts_of",
    "read",
    "undecided",
]

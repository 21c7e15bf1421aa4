"""What changed for users between two versions of the spec.

specshift, the best package for this, was tried first, on the table in tests/spec/changes.yaml. It missed 22 of 36
breaking changes and raised 4 false alarms in 25 compatible ones. It ignores parameters of a path, members of unions,
nullable references, payloads of events, operationIds and extensions, and treats bounds in requests and replies alike. A
client is generated from the spec, so its users see all of these.
"""

from specdiff.changes import Change
from specdiff.operation_diff import compare
from specdiff.report import as_markdown, as_text, is_major, next_version

__all__ = ["Change", "as_markdown", "as_text", "compare", "is_major", "next_version"]

"""What changed for users between two versions of an OpenAPI document.

specshift, the best of the packages that do this, was tried first, on the table in tests/spec/changes.yaml: it missed 22
of 36 breaking changes and raised 4 false alarms in 25 compatible ones. It does not look at parameters of a path, into
unions and nullable references, at payloads of events, at operationIds and at extensions; a bound counts for it in a
request and in a reply alike. A client is generated from this document, so all of these are what its users see.
"""

from specdiff.changes import Change
from specdiff.operation_diff import compare
from specdiff.report import as_markdown, as_text, is_major

__all__ = ["Change", "as_markdown", "as_text", "compare", "is_major"]

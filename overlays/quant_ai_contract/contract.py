"""The spec as a contract: which operation a request is for, and what it may reply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from posixpath import commonpath, normpath
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from .contract_operations import ContractOperation, read_operations
from .references import ResolvedSpec
from .spec_file import DocumentError, read

_NAMES: Final = re.compile(r"\{[^}]*\}")
_latest: list[Contract] = []  # most programs load the same contract again and again


class OperationMatch(NamedTuple):
    """An operation, and the decoded values of its path parameters in one request."""

    operation: ContractOperation
    path: dict[str, str]


class Contract:
    """All operations of a spec."""

    def __init__(self, spec: ResolvedSpec) -> None:
        self.spec = spec
        try:
            self.operations: Mapping[str, ContractOperation] = {found.id: found for found in read_operations(spec)}
        except (KeyError, TypeError, AttributeError) as error:
            raise DocumentError(f"not an OpenAPI document that this package can read: {error!r}") from error

    @cached_property
    def server(self) -> str:
        """The first server's URL, with its variables in braces."""
        url: str = self.spec.source["servers"][0]["url"]
        return url

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The ways from the first server to the servers of the paths; the first server itself ("") comes first."""
        return tuple(dict.fromkeys(["", *(operation.base for operation in self.operations.values())]))

    @cached_property
    def paths(self) -> Mapping[str, Mapping[str, ContractOperation]]:
        """The operations by target and method."""
        found: dict[str, dict[str, ContractOperation]] = {}
        for operation in self.operations.values():
            found.setdefault(operation.target, {})[operation.method] = operation
        return found

    def matches(self, path: str) -> Mapping[str, OperationMatch]:
        """The operations that a path can mean, by method.

        Where two paths of the spec match, the one with literal segments wins.

        Args:
            path: The path, relative to the server and percent-encoded.
        """
        for template in self._literal_first.get(path.count("/"), ()):
            operations = self.paths[template]
            first = next(iter(operations.values()))
            found = first.pattern.fullmatch(path)
            if found is not None:
                names = [one[1:-1] for one in _NAMES.findall(template)]
                values = dict(zip(names, map(unquote, found.groups()), strict=True))
                return {method: OperationMatch(operation, values) for method, operation in operations.items()}
        return {}

    def relative(self, path: str) -> tuple[str, str] | None:
        """Split a path into the organisation and the path relative to the first server.

        None if the path belongs to none of the spec's servers.

        Args:
            path: The path of a request's URL.
        """
        for prefix, base in self._prefixes:
            found = prefix.match(path)
            if found is not None and path[found.end() : found.end() + 1] in ("", "/"):
                organisation = unquote(found[1]) if found.groups() else ""
                return organisation, base + (path[found.end() :] or "/")
        return None

    @cached_property
    def _prefixes(self) -> list[tuple[re.Pattern[str], str]]:
        """The path prefix of each server, with both spellings of "organisations".

        A path's own server also serves paths that are not in this spec. Its prefix therefore matches only where the
        segments follow that all of its paths in the spec begin with.
        """
        found = [(_prefix(urlsplit(self.server).path), "")]
        for base in self.bases[1:]:
            shared = commonpath(operation.path for operation in self.operations.values() if operation.base == base)
            whole = normpath(urlsplit(self.server).path + base)
            found.append((re.compile(f"{_prefix(whole).pattern}(?={_prefix(shared).pattern}(?:/|$))"), base))
        return found

    @cached_property
    def _literal_first(self) -> Mapping[int, list[str]]:
        """The templates by the number of their slashes."""
        found: dict[int, list[str]] = {}
        for path in sorted(self.paths, key=lambda path: [segment.startswith("{") for segment in path.split("/")]):
            found.setdefault(path.count("/"), []).append(path)
        return found


def load(path: Path | str | None = None) -> Contract:
    """Load a spec.

    Args:
        path: The file; by default, the spec that is shipped with this package.

    Raises:
        DocumentError: It cannot be read, or is not an OpenAPI 3.1 document.
    """
    source = read(Path(path) if path is not None else None)
    if not _latest or _latest[0].spec.source is not source:
        _latest[:] = [Contract(ResolvedSpec(source))]
    return _latest[0]


def _prefix(path: str) -> re.Pattern[str]:
    text = "([^/]+)".join(map(re.escape, re.split(r"\{[^}]*\}", path.rstrip("/"))))
    return re.compile(re.sub(r"organi[sz]ations", "organi[sz]ations", text))

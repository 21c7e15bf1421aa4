"""Derive the client's sync modules from its async ones.

Where sync and async differ in nothing but `async` and `await`, only the async module is written by hand. unasync turns
`async_chat.py` into `chat.py` beside it, and ruff formats the result.

    python scripts/derive_sync.py            write the sync modules, print which changed
    python scripts/derive_sync.py --check    print which sync modules are out of date; exit 1 if any is
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tokenize
import warnings
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Final

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # unasync imports setuptools, which warns of its own deprecations
    import unasync

ROOT: Final = Path(__file__).resolve().parent.parent
CLIENT: Final = "overlays/quant_ai"

NAMES: Final[Mapping[str, str]] = {"aclose": "close"}
"""Sync names that do not follow from the rules of `sync_name`. unasync knows Python's own, such as `__aenter__`."""

TYPES: Final[Mapping[str, str]] = {r"\bAwaitable\[([^\[\]]+)\]": r"\1"}
"""Annotations of more than one token, which unasync cannot replace. Applied before it."""

PROSE: Final[Mapping[str, str]] = {
    r"\bawait (?=[\w`(])": "",
    r"\basync (?=(?:with|for|def)\b)": "",
    r"\bAsync(?=[A-Z])": "",
    r"\b([Aa])n (?=`?(?:Client|QuantAI)\b)": r"\1 ",
}
"""Words of docstrings and comments. Applied last, when the code has no `async` left."""

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "async_caller.py": {
        "A list, which is read from the page of this request on.": "The first page of a list, read with this request.",
        "AsyncPaginator[I, R]": "AsyncPage[I, R]",
        "AsyncPaginator(partial(self._page, operation, request, items, Trail()))": (
            "self._page(operation, request, items, Trail())"
        ),
        "AsyncPage, AsyncPaginator": "AsyncPage",
    },
    "async_client.py": {
        "The async client": "The sync client",
        "in async calls. Tasks of one event loop, asyncio's or trio's, may share it.": "in blocking calls. Threads may"
        " share it, and thereby its connections.",
        """Or "httpx2" or "aiohttp", to send with that library; each is an extra
            of its name.""": """Or "httpx2", to send with that library, which is an extra of its
            name.""",
        'Literal["httpx2", "aiohttp"]': 'Literal["httpx2"]',
    },
    "resources/async_chat.py": {
        "in parallel: sync functions in threads, async ones in tasks of this event loop.": "in parallel, in threads.",
    },
}
"""What is true of async alone, by module, with its replacement. Applied first."""

HEADER: Final = "# Derived from {source} by `make generate`; do not edit."

# The project's own configuration; the test of the script runs it elsewhere. generate.py has checked ruff's version.
_RUFF: Final = ("--quiet", "--no-cache", "--config")
# Imports that sync code does not need, or sorts in another order, and loops that become `yield from`.
_FIXES: Final = ("--fix-only", "--unsafe-fixes", "--select=F401,I001,TC005,UP028")


class DerivationError(Exception):
    """An async module that cannot be turned into a sync one."""


def main() -> int:
    """Write the sync modules, or check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a sync module is out of date")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to work on (default: this one)")
    args = parser.parse_args()
    package = args.root.resolve() / CLIENT
    try:
        derived = derive(package)
    except DerivationError as error:
        print(f"{CLIENT}/{error}", file=sys.stderr)
        return 2
    present = {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    stale = [name for name, text in derived.items() if present.get(name) != text]
    # A derived module whose source is gone from the table would otherwise stay, and no longer be checked.
    left_over = [name for name, text in present.items() if name not in derived and text.startswith(HEADER[:15])]
    for name in stale:
        print(f"{'~' if name in present else '+'} {CLIENT}/{name}")
    for name in left_over:
        print(f"- {CLIENT}/{name}")
    if args.check:
        print(f"{_counted(stale + left_over)} out of date")
        return 1 if stale or left_over else 0
    for name in stale:
        (package / name).write_text(derived[name], encoding="utf-8")
    for name in left_over:
        (package / name).unlink()
    print(f"{_counted(stale + left_over)} changed")
    return 0


def derive(package: Path) -> dict[str, str]:
    """The texts of all sync modules, by their paths in the package.

    Raises:
        DerivationError: A source is missing or out of step with the tables here, or would not be sync.
    """
    with tempfile.TemporaryDirectory(prefix="derive-sync-") as folder:
        before, after = Path(folder, "async"), Path(folder, "sync")
        names: dict[str, str] = {}
        sources = modules(package)
        for module in sources:
            text = _read(package / module, module)
            names |= {name: sync_name(name) for name in _names(text) if sync_name(name) != name}
            copy = before / module
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_substitute(TYPES, _reword(module, text)), encoding="utf-8")
        rule = unasync.Rule(f"{before}/", f"{after}/", additional_replacements=names)
        unasync.unasync_files([str(before / module) for module in sources], [rule])
        for module in sources:
            path = after / module
            text = _substitute(PROSE, path.read_text(encoding="utf-8"))
            path.write_text(f"{HEADER.format(source=path.name)}\n{text}", encoding="utf-8")
        for command in (("check", *_FIXES), ("format",)):
            ruff = [sys.executable, "-m", "ruff", *command, *_RUFF, str(package.parents[1] / "pyproject.toml")]
            subprocess.run([*ruff, str(after)], check=True)
        return {sync_name(module): _checked(module, after / module) for module in sources}


def modules(package: Path) -> tuple[str, ...]:
    """The async modules to derive from, in the client's package."""
    resources = sorted(f"resources/{path.name}" for path in package.glob("resources/async_*.py"))
    return ("async_caller.py", "async_client.py", *resources)


def sync_name(name: str) -> str:
    """The sync form of a name: `AsyncJob` is `Job`, `async_job` is `job`, and `sleep_async` is `sleep`."""
    name = NAMES.get(name, name)
    return re.sub(r"\bAsync(?=[A-Z])|^(_?)async_|(?<=/)async_|_async$", r"\1", name)


def _counted(modules: list[str]) -> str:
    return "1 sync module" if len(modules) == 1 else f"{len(modules) or 'no'} sync modules"


def _read(path: Path, module: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DerivationError(f"{module}: is to be derived from, and does not exist") from None


def _names(text: str) -> Iterator[str]:
    tokens = tokenize.generate_tokens(StringIO(text).readline)
    return (token.string for token in tokens if token.type == tokenize.NAME)


def _substitute(table: Mapping[str, str], text: str) -> str:
    for pattern, replacement in table.items():
        text = re.sub(pattern, replacement, text)
    return text


def _reword(module: str, text: str) -> str:
    for phrase, replacement in PHRASES.get(module, {}).items():
        if phrase not in text:
            raise DerivationError(f"{module}: no longer says {phrase!r}, which scripts/derive_sync.py replaces")
        text = text.replace(phrase, replacement)
    return text


def _checked(module: str, path: Path) -> str:
    """The derived text, in which no code may be async any more."""
    text = path.read_text(encoding="utf-8")
    left = sorted({name for name in _names(text) if re.search("async|await|anyio", name, re.IGNORECASE)})
    if left:
        raise DerivationError(f"{module}: its sync form would still use {', '.join(left)}")
    return text


if __name__ == "__main__":
    sys.exit(main())

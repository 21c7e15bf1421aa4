"""Write the properties of the client for the resources that have a hand-written class.

`overlays/quant_ai/resources/async_chat.py` has a class of its own for `client.chat`. A module whose resource is not in
the spec has no property, so that the client can be imported without it.

    python scripts/extended_resources.py            write the module, print whether it changed
    python scripts/extended_resources.py --check    write nothing; exit 1 if it is out of date
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = Path("overlays", "quant_ai", "resources")
GENERATED: Final = Path("generated", "quant_ai_client", "resources")
TARGET: Final = FOLDER / "async_extended.py"

_CLASS = re.compile(r"^class (Async\w+)\(Generated\):$", re.MULTILINE)
_MODULE = '''\
# Written by `make generate` from the modules beside this one; do not edit.
"""The resources that have hand-written methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quant_ai_client.namespaces import resource
from quant_ai_client.resources import AsyncResources

from . import async_extended as _resources

if TYPE_CHECKING:
    {imports}


def __getattr__(name: str) -> Any:
    """Import a class when type hints are resolved that name it."""{lookups}
    raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")


class AsyncExtendedResources(AsyncResources):
    """All resources, with the hand-written classes of those that have one."""
{properties}'''
_PROPERTY = """
    @resource
    def {name}(self) -> _resources.{kind}:
        from .async_{name} import {kind}

        return {kind}(self._caller)
"""
_LOOKUP = """
    if name == "{kind}":
        from .async_{name} import {kind}

        return {kind}
"""


def main() -> int:
    """Write the module, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the module is out of date")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to work on (default: this one)")
    args = parser.parse_args()
    target, text = args.root / TARGET, properties(args.root)
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return 0
    if args.check:
        print(f"{TARGET.as_posix()}: the properties of the client are out of date; run make generate", file=sys.stderr)
        return 1
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{TARGET.as_posix()}: the properties of the client changed")
    return 0


def properties(root: Path) -> str:
    """The module with a property for each hand-written class whose resource is in the spec."""
    classes = dict(sorted(_classes(root)))
    return _MODULE.format(
        imports="\n    ".join(f"from .async_{name} import {kind} as {kind}" for name, kind in classes.items()),
        lookups="".join(_LOOKUP.format(name=name, kind=kind).rstrip("\n") for name, kind in classes.items()),
        properties="".join(_PROPERTY.format(name=name, kind=kind) for name, kind in classes.items()),
    )


def _classes(root: Path) -> list[tuple[str, str]]:
    """The resources with a hand-written class, and its name."""
    found = []
    for path in (root / FOLDER).glob("async_*.py"):
        kind = _CLASS.search(path.read_text(encoding="utf-8"))
        if kind and (root / GENERATED / path.name).is_file():
            found.append((path.stem.removeprefix("async_"), kind[1]))
    return found


if __name__ == "__main__":
    sys.exit(main())

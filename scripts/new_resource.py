"""Add a resource to spec/openapi.yaml that is created, read, listed, updated and deleted."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from openapi import Spec, SpecFault, SpecFileError
from specdraft import add_resource

SPEC = Path(__file__).resolve().parents[1] / "spec" / "openapi.yaml"


def main(argv: list[str] | None = None) -> int:
    """Add the resource named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("name", help="its name, which becomes client.<name>: one or two words, such as saved_notes")
    parser.add_argument("--spec", type=Path, default=SPEC, help="the spec (default: spec/openapi.yaml)")
    given = parser.parse_args(argv)
    try:
        spec = Spec.load(given.spec)
        text = add_resource(spec, given.name)
    except SpecFileError as error:
        print(f"new_resource: {error}", file=sys.stderr)
        return 2
    except SpecFault as error:
        print(f"{given.spec}:{spec.line(error.pointer)}: {error.message}", file=sys.stderr)
        return 1
    given.spec.write_text(text, encoding="utf-8")
    lines = len(text.splitlines()) - len(spec.text.splitlines())
    print(f"{given.spec}: {lines} lines for {given.name}; adapt them, then run make generate test")
    return 0


if __name__ == "__main__":
    sys.exit(main())

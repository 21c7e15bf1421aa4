"""Generate generated/quant_ai_client from spec/openapi.yaml.

The package is rendered and formatted beside the old one, and replaces it when it is complete. If the spec cannot be
used, the old package stays as it was. What hand-written code refers to and the new package no longer has is named, line
by line, and the old one is replaced only when none of it is left: an import of what is gone would fail. A resource that
is removed as a whole needs no edit: nothing uses its code and its tests then, and the module of the client that extends
it is removed too, if it is committed. The same spec gives the same bytes everywhere.

    python scripts/generate.py            write the package and list what changed in it
    python scripts/generate.py --force    write it even if hand-written code still refers to what is gone
    python scripts/generate.py --check    list the files that are out of date; exit 1 if any is
    python scripts/generate.py --spec other.yaml --package other_client --output folder
                                          write folder/other_client from any OpenAPI document
"""

from __future__ import annotations

import argparse
import json
import keyword
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import version
from pathlib import Path

from generator.references import Reference, references
from generator.rendering import render
from openapi import Pointer, Spec, SpecFault, SpecFileError
from openapi.python_names import model_module

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "spec" / "openapi.yaml"
CODE = (ROOT / "overlays" / "quant_ai", ROOT / "overlays" / "quant_ai_cli", ROOT / "scripts" / "demo.py")
"""What imports the generated package; the mock server reads the spec, and does without what is gone."""
RESOURCES = ROOT / "overlays" / "quant_ai" / "resources"
OTHERS = ("tests", "examples", "docs", "README.md", "schemathesis.toml", "spec/open-questions.yaml", "spec/README.md")
HAND_WRITTEN = (ROOT / "overlays", ROOT / "scripts" / "demo.py", *(ROOT / name for name in OTHERS))
OUTPUT = ROOT / "generated" / "quant_ai_client"

# Remove unused imports, sort the others and format the code. `--isolated` ignores every configuration file.
_RUFF = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=120")
_FIXES = "--select=I,F401,TC005,RUF022"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the package is out of date")
    parser.add_argument("--force", action="store_true", help="write although hand-written code refers to what is gone")
    parser.add_argument("--spec", type=Path, default=SPEC, help="the spec (default: spec/openapi.yaml)")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the package (default: generated/quant_ai_client)")
    parser.add_argument("--package", help="the name of the package, in the folder --output")
    args = parser.parse_args()
    if args.package and not (args.package.isidentifier() and not keyword.iskeyword(args.package)):
        parser.error(f"--package: {args.package} is no name that Python can import")
    folder = args.output / args.package if args.package else args.output
    spec, output = args.spec.resolve(), folder.resolve()
    shown = spec.relative_to(ROOT).as_posix() if spec.is_relative_to(ROOT) else spec.name
    if (found := version("ruff")) != (pinned := pinned_ruff()):
        print(f"ruff {found} formats in another way than {pinned}, which is pinned: run make setup", file=sys.stderr)
        return 2
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        source = Spec.load(spec, shown)
        source.require_plain()
    except SpecFileError as error:
        print(error, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix=".generate-", dir=output.parent) as aside:
        new = Path(aside) / output.name
        try:
            write(source, new)
        except SpecFault as error:
            print(f"{shown}:{source.position(error.pointer)}: {error.message}", file=sys.stderr)
            return 2
        changes = compare(output, new)
        if args.check:
            print("".join(f"{change}\n" for change in changes) + _counted(changes, "out of date"), end="")
            return 1 if changes else 0
        if changes and output == OUTPUT:
            places = references(files(output), files(new), HAND_WRITTEN)
            report(places)
            if (edits := sum(map(needs_edit, places))) and not args.force:
                print(_refusal(edits), file=sys.stderr)
                return 1
        if changes:
            swap(new, output, Path(aside) / "old")
        if changes and output == OUTPUT:
            for place in filter(cannot_be_imported, places):
                place.file.unlink()
    print("".join(f"{change}\n" for change in changes) + _counted(changes, "changed"), end="")
    return 0


def write(spec: Spec, target: Path) -> None:
    """Write the package of a spec into a new directory.

    Raises:
        SpecFault: Something in the spec is not supported.
    """
    for path, text in render(spec).items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    check_names(spec, target)
    for command in (("check", "--fix", _FIXES), ("format", "--config=format.skip-magic-trailing-comma=true")):
        done = _ruff(*command, target)
        if done.returncode:
            raise SpecFault((), f"ruff {command[0]}: {(done.stderr or done.stdout).strip()}")


def check_names(spec: Spec, package: Path) -> None:
    """Raise a SpecFault for the first module that is not Python or uses a name that it does not have.

    The generator knows of no such spec. This makes sure that one which comes up does not replace a package that works.
    """
    found = _ruff("check", "--select=F821,F822,F823,F811", "--output-format=json", package)
    for problem in json.loads(found.stdout or "[]"):
        module = Path(problem["filename"]).relative_to(package.resolve())
        what = f"the generated {module.as_posix()} would not work: {problem['message']}"
        raise SpecFault(origin(spec, module), f"{what}; write it in another way, and report this message")


def origin(spec: Spec, module: Path) -> Pointer:
    """What in the spec a generated module is made from."""
    if module.parts[0] == "models":
        names = {model_module(name): ("components", "schemas", name) for name in spec.components("schemas")}
        return names.get(module.stem, ())
    if module.parts[0] == "api":
        places = {(one.resource, one.module): one.pointer for one in spec.operations}
        return places.get((module.parts[1], module.stem), ())
    return ()


def _ruff(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", *map(str, arguments), *_RUFF]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def needs_edit(reference: Reference) -> bool:
    """Whether a place would be wrong: all of them, unless they only name removed resources, and not in the client."""
    in_code = any(reference.file.is_relative_to(place) for place in CODE)
    return not reference.is_of_removed or (in_code and bool(reference.line))


def cannot_be_imported(place: Reference) -> bool:
    """Whether a file only extends a resource that was removed, and can be restored: git has it as it is."""
    if place.line or place.file.parent != RESOURCES:
        return False
    git = ("git", "-C", str(place.file.parent))
    commands = (["ls-files", "--error-unmatch"], ["diff", "--quiet", "HEAD", "--"])
    return shutil.which("git") is not None and all(
        subprocess.run([*git, *command, place.file.name], capture_output=True, check=False).returncode == 0
        for command in commands
    )


def report(found: list[Reference]) -> None:
    """Name the hand-written places that refer to what is gone."""
    for reference in sorted(found, key=needs_edit):
        file, names = reference.file.relative_to(ROOT).as_posix(), ", ".join(reference.names)
        place = f"{file}:{reference.line}" if reference.line else file
        verb = "is" if len(reference.names) == 1 else "are"
        what = "change this line" if reference.line else "this file belongs to it, and needs another name too"
        if not needs_edit(reference):
            what = "no longer used; remove it when you like"
        if cannot_be_imported(reference):
            what = "removed; git restores it"
        print(f"{place}: {names} {verb} no longer in the spec; {what}", file=sys.stderr)


def _refusal(edits: int) -> str:
    lines = "1 line refers" if edits == 1 else f"{edits} lines refer"
    return f"nothing was written: {lines} to what is no longer in the spec; edit them, or run make generate FORCE=1"


def pinned_ruff() -> str:
    """The version of ruff that pyproject.toml names."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    return next(str(line).removeprefix("ruff==") for line in groups["dev"] if str(line).startswith("ruff=="))


def compare(old: Path, new: Path) -> list[str]:
    """The files that a new package changes: `+` added, `~` changed, `-` removed."""
    before, after = files(old), files(new)
    return [
        f"{'+' if path not in before else '-' if path not in after else '~'} {path}"
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    ]


def files(package: Path) -> dict[str, bytes]:
    """The files of a package, without compiled ones."""
    return {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def swap(new: Path, target: Path, old: Path) -> None:
    """Put a new directory in the place of the old one."""
    if target.exists():
        target.replace(old)
    try:
        new.replace(target)
    except BaseException:
        if old.exists():
            old.replace(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _counted(changes: list[str], word: str) -> str:
    kinds = {"+": "added", "~": "changed", "-": "removed"}
    counts = [f"{sum(c[0] == sign for c in changes)} {kind}" for sign, kind in kinds.items()]
    return f"{', '.join(counts)}\n" if changes else f"nothing {word}\n"


if __name__ == "__main__":
    sys.exit(main())

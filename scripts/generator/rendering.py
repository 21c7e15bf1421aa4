"""From a spec to the files of its package, in memory: the generator writes them, the linter only looks for failures.

So the linter finds whatever the generator cannot do, at the line that the generator would name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openapi import Pointer, Spec, SpecFault

from .commands import command_modules
from .normal_form import NormalForm, normal_form
from .package import Package
from .parsing import parse
from .python_texts import in_python
from .refusals import refusals
from .shape import shape_faults
from .skeleton import build
from .supported import Refused

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
RUNTIME = Path(__file__).resolve().parent / "runtime"


def faults(spec: Spec) -> Iterator[Refused]:
    """Everything that keeps a package from being generated.

    A wrong shape hides what is behind it, and so does a refusal; the rest is found by rendering the package.
    """
    if found := list(shape_faults(spec.data)):
        yield from found
        return
    try:
        form, found = _normal(spec)
    except SpecFault as error:
        form, found = NormalForm(spec, {}), [_refused(error)]
    if not found:
        try:
            _rendered(form.spec)
        except SpecFault as error:
            found = [_refused(error)]
    for refused in found:
        yield refused._replace(pointer=form.origin(refused.pointer))


def render(spec: Spec) -> dict[str, str]:
    """The files of the package, by their path in it.

    Raises:
        SpecFault: Something in the spec is not supported; the first such place.
    """
    for fault in shape_faults(spec.data):
        raise SpecFault(fault.pointer, f"{fault.what}; {fault.fix}")
    form, refused = _normal(spec)
    for fault in refused:
        raise SpecFault(form.origin(fault.pointer), f"{fault.what}; {fault.fix}")
    try:
        return _rendered(form.spec)
    except SpecFault as error:
        raise SpecFault(form.origin(error.pointer), error.message) from None


def _refused(error: SpecFault) -> Refused:
    what, _, fix = error.message.partition("; ")
    return Refused(error.pointer, what, fix or "write it in another way")


def _normal(spec: Spec) -> tuple[NormalForm, list[Refused]]:
    """The normal form of a spec, and what is refused of it."""
    try:
        form = normal_form(spec)
        return form, list(refusals(form.spec))
    except SpecFault:
        raise
    except Exception as error:
        raise _failed((), error) from error


def _failed(pointer: Pointer, error: Exception) -> SpecFault:
    """What no spec should cause, in one line: no spec may end the generator with a traceback."""
    what = f"the generator failed on this: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return SpecFault(pointer, f"{what}; write it in another way, and report this message with the lines that it names")


def _rendered(spec: Spec) -> dict[str, str]:
    header = f"# Written by scripts/generate.py from {spec.name}. Do not edit: change that, and run `make generate`."
    package = None
    try:
        words = in_python(spec)
        skeleton = build(words)
        package = Package(parse(words, skeleton, TEMPLATES), words, skeleton, header)
        return package.render(RUNTIME) | command_modules(spec, package.views, header)
    except SpecFault as error:
        raise SpecFault(error.pointer or (package.place if package else ()), error.message) from None
    except Exception as error:
        raise _failed(package.place if package else (), error) from error

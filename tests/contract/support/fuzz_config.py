"""The configuration of schemathesis for one run: schemathesis.toml, with ids of resources that exist."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from quant_ai_contract import Contract

from .loaded_spec import ROOT, contract

CONFIG = ROOT / "schemathesis.toml"
REPORTS = {"junit": "junit.xml", "html": "html", "pytest": "test_failures.py"}
FULL = 10  # examples of each operation, as schemathesis.toml says
PROBABILITY = 0.7  # of an id that exists; without such ids schemathesis warns, and so fails

Ids = dict[tuple[str, str], list[str]]
"""Ids that exist, by operation and by parameter ("path.sessionId")."""


def write_config(options: argparse.Namespace, ids: Ids) -> Path:
    """Write the configuration of a run into its folder."""
    out = Path(options.out)
    committed = CONFIG.read_text(encoding="utf-8")
    scaled = re.sub(
        r"(?<=max-examples = )\d+", lambda found: str(int(found[0]) * options.max_examples // FULL), committed
    )
    lines = [scaled]
    parameters: dict[str, list[str]] = {}
    for number, ((operation, parameter), values) in enumerate(sorted(ids.items())):
        quoted = ", ".join(json.dumps(value) for value in dict.fromkeys(values))
        lines.append(f"[dictionaries.created-{number}]\nvalues = [{quoted}]\n")
        binding = f'"{parameter}" = {{ dictionary = "created-{number}", probability = {PROBABILITY} }}'
        parameters.setdefault(operation, []).append(binding)
    lines.append(f"[reports]\ndirectory = {json.dumps(str(out))}\n")
    lines += [f"[reports.{kind}]\npath = {json.dumps(str(out / name))}\n" for kind, name in REPORTS.items()]
    if options.share is not None:
        others = shares(contract())[1 - options.share]
        lines += ["[[operations]]", f"include-operation-id = {json.dumps(others)}"]
        lines += [f"phases.{phase}.enabled = false" for phase in ("examples", "coverage", "fuzzing")] + [""]
    for operation, bindings in parameters.items():
        lines += ["[[operations]]", f'include-operation-id = "{operation}"', "[operations.parameters]", *bindings, ""]
    file = out / CONFIG.name
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def silence_unknown_ids(config: Path) -> None:
    """Disable the warnings about unknown ids: on a live service the ids of the examples do not exist."""
    from schemathesis.config import SchemathesisWarning, WarningsConfig

    unknown = (SchemathesisWarning.MISSING_TEST_DATA, SchemathesisWarning.BASE_URL_MISMATCH)
    left = [kind.value for kind in WarningsConfig().display if kind not in unknown]
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[warnings]\n", f"[warnings]\ndisplay = {json.dumps(left)}\n", 1), encoding="utf-8")


def shares(contract: Contract) -> list[list[str]]:
    """The operations in two halves. Those of a tag stay together, since they use the resources of one another."""
    tags: dict[str, list[str]] = {}
    for operation in contract.operations.values():
        tags.setdefault(operation.tag, []).append(operation.id)
    halves: list[list[str]] = [[], []]
    for names in sorted(tags.values(), key=len, reverse=True):
        min(halves, key=len).extend(names)
    return halves


def write_spec(folder: Path) -> Path:
    """Write the spec with all paths relative to the first server: schemathesis takes one base URL for all of them."""
    targets = {operation.path: operation.target for operation in contract().operations.values()}
    source = contract().spec.source
    paths = {
        targets.get(path, path): {key: value for key, value in item.items() if key != "servers"}
        for path, item in source["paths"].items()
    }
    file = folder / "openapi.json"
    file.write_text(json.dumps({**source, "paths": paths}), encoding="utf-8")
    return file

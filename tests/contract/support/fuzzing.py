"""Run schemathesis against the mock server, over HTTP or in process, and write down what it found.

This is a program of its own, so that it can run beside the other tests on another core:
`python -m tests.contract.support.fuzzing http`. First it creates resources, by the scenarios that the planner found,
and gives their ids to schemathesis as dictionaries; without them most requests would end with "not found".

With `--share 0` and `--share 1` two runs divide the operations among themselves: each is fuzzed in one of them, and the
links are followed from all to all in both.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from starlette.types import Receive, Scope, Send

from quant_ai_contract import Contract
from quant_ai_contract.har import read_har
from quant_ai_mock.server import serving

from ..mutations.active import activate
from ..mutations.all_rules import find_mutation
from .raw_client import TOKEN, Call, RawClient
from .scenarios import ScenarioPlanner, ScenarioRunner, UnresolvedError, evaluate, is_setting
from .serving import Recorder, served, settle, tapped
from .spec import BUILD, ROOT, contract
from .target import live_target

CONFIG = ROOT / "schemathesis.toml"
ORGANISATION = "acme"
IDS = 8
CHANCE = 0.7  # that a request is about something that is there; where none is, schemathesis warns, and so fails


def main(arguments: list[str] | None = None) -> int:
    """Run, and write the result as JSON to --out."""
    options = _parser().parse_args(arguments)
    if options.mutation:
        activate(find_mutation(options.mutation))
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    result = {"http": _over_http, "live": _live, "in-process": _in_process}[options.how](options)
    result["seconds"] = round(time.monotonic() - began, 1)
    (out / "result.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


def _over_http(options: argparse.Namespace) -> dict[str, Any]:
    with served(contract()) as running, httpx.Client(timeout=30) as http:
        settle(running.tap)
        keep_apart(running.tap)
        config = _config(options, _stocked(options, *_places(http, running.url)))
        url = f"{running.url}/api/v3/organisations/{ORGANISATION}/ai"
        return _result(_command(options, config, url, TOKEN, _only(options)), running.tap)


def _live(options: argparse.Namespace) -> dict[str, Any]:
    """Against a service that is somebody else's: what it creates is deleted again."""
    if options.write:
        return _live_writing(options)
    config = _config(options, {})
    warn_of_less(config)
    url = f"{options.url.rstrip('/')}/api/v3/organisations/{options.org}/ai"
    result = _command(options, config, url, os.environ["QUANT_API_TOKEN"], ["--include-method", "GET"])
    return {**result, "left": []}


def _live_writing(options: argparse.Namespace) -> dict[str, Any]:
    settings = [found.id for found in contract().operations.values() if is_setting(contract(), found)]
    apart = [word for own_id in settings for word in ("--exclude-operation-id", own_id)]
    with live_target(contract(), options.url, options.org, write=True) as target:
        plan = target.plan
        url = target.api_url(options.org)
        config = _config(options, _stocked(options, plan, lambda: target.scene(beside=True)))
        warn_of_less(config)
        traffic = Path(options.out) / TRAFFIC
        result = _command(options, config, url, target.token, [*apart, "--report-har-path", str(traffic)])
        left = deleted(traffic, target.wire()) + target.clean_up()
    return {**result, "left": left}


def warn_of_less(config: Path) -> None:
    """Take out the warnings that ids are unknown: what the examples name, nobody has made on a live service."""
    from schemathesis.config import SchemathesisWarning as Warned
    from schemathesis.config import WarningsConfig

    unknown = (Warned.MISSING_TEST_DATA, Warned.BASE_URL_MISMATCH)
    left = [kind.value for kind in WarningsConfig().display if kind not in unknown]
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[warnings]\n", f"[warnings]\ndisplay = {json.dumps(left)}\n", 1), encoding="utf-8")


def _in_process(options: argparse.Namespace) -> dict[str, Any]:
    """Without a network: the schema is given the application itself as soon as the command has loaded it."""
    import schemathesis

    tap = tapped(contract())
    settle(tap)
    keep_apart(tap)
    with serving(tap) as url, httpx.Client(timeout=30) as http:
        config = _config(options, _stocked(options, *_places(http, url)))

        @schemathesis.hook
        def after_load_schema(context: schemathesis.HookContext, schema: Any) -> None:
            schema.app = tap

        result = _command(options, config, f"{url}/api/v3/organisations/{ORGANISATION}/ai", TOKEN)
    return _result(result, tap)


def keep_apart(tap: Recorder) -> None:
    """Let what sets the rules of the whole organisation set those of another one.

    Otherwise a value that switches everything off would leave little to be found in what comes after it.
    """
    beneath = tap.app
    settings = {
        found.path
        for found in tap.contract.operations.values()
        if is_setting(tap.contract, found) and not found.path_parameters
    }

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        relative = tap.contract.relative(scope["path"]) if scope["type"] == "http" else None
        if relative is not None and relative[1] in settings:
            path = scope["path"].replace(f"/{relative[0]}/", f"/{relative[0]}-apart/", 1)
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await beneath(scope, receive, send)

    tap.app = app


def _places(http: httpx.Client, origin: str) -> tuple[ScenarioPlanner, Callable[[], ScenarioRunner]]:
    """The ways to everything, tried in organisations of their own, and places in the one that is fuzzed."""
    numbers = itertools.count(1)

    def scene(organisation: str) -> ScenarioRunner:
        return ScenarioRunner(RawClient(http, f"{origin}/api/v3/organisations/{organisation}/ai"))

    return ScenarioPlanner(contract(), lambda: scene(f"plan-{next(numbers)}")), lambda: scene(ORGANISATION)


def _stocked(
    options: argparse.Namespace, plan: ScenarioPlanner, new_scene: Callable[[], ScenarioRunner]
) -> dict[tuple[str, str], list[str]]:
    """Make things for the operations that are to be fuzzed, and give their ids: by operation and parameter."""
    found: dict[tuple[str, str], list[str]] = {}
    for operation in contract().operations.values():
        if options.share is not None and operation.id not in _shares(contract())[options.share]:
            continue
        for way in (plan.to(operation) * IDS)[:IDS]:
            scene = new_scene()
            try:
                call = scene.prepare(way)
            except UnresolvedError:
                continue
            for name, value in call.path.items():
                if name in plan.made:
                    found.setdefault((operation.id, f"path.{name}"), []).append(value)
            if way.link is not None and isinstance(way.link[1].body, dict):
                for name, expression in way.link[1].body.items():
                    if isinstance(expression, str) and expression.startswith("$response"):
                        value = evaluate(expression, *scene.done[id(way.link[0])])
                        found.setdefault((operation.id, f"body.{name}"), []).append(str(value))
    return found


def _config(options: argparse.Namespace, ids: dict[tuple[str, str], list[str]]) -> Path:
    """The committed configuration with the dictionaries of this run."""
    out, times = Path(options.out), options.max_examples
    committed = CONFIG.read_text(encoding="utf-8")
    lines = [re.sub(r"(?<=max-examples = )\d+", lambda found: str(int(found[0]) * times // 10), committed)]
    tail: dict[str, list[str]] = {}
    for number, ((operation, parameter), values) in enumerate(sorted(ids.items())):
        quoted = ", ".join(json.dumps(value) for value in dict.fromkeys(values))
        lines.append(f"[dictionaries.made-{number}]\nvalues = [{quoted}]\n")
        tail.setdefault(operation, []).append(
            f'"{parameter}" = {{ dictionary = "made-{number}", probability = {CHANCE} }}'
        )
    lines.append(f"[reports]\ndirectory = {json.dumps(str(out))}\n")
    lines += [f"[reports.{kind}]\npath = {json.dumps(str(out / name))}\n" for kind, name in REPORTS.items()]
    if options.share is not None:
        others = _shares(contract())[1 - options.share]
        lines += ["[[operations]]", f"include-operation-id = {json.dumps(others)}"]
        lines += [f"phases.{phase}.enabled = false" for phase in ("examples", "coverage", "fuzzing")] + [""]
    file = out / "schemathesis.toml"
    for operation, bindings in tail.items():
        lines += ["[[operations]]", f'include-operation-id = "{operation}"', "[operations.parameters]", *bindings, ""]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _shares(contract: Contract) -> list[list[str]]:
    """The operations in two halves. Those of a tag stay together: what one of them makes, the others need."""
    tags: dict[str, list[str]] = {}
    for operation in contract.operations.values():
        tags.setdefault(operation.tag, []).append(operation.id)
    halves: list[list[str]] = [[], []]
    for names in sorted(tags.values(), key=len, reverse=True):
        min(halves, key=len).extend(names)
    return halves


def _document(out: Path) -> Path:
    """The document, each path as it stands behind the first server: schemathesis takes one base URL for all of them."""
    targets = {operation.path: operation.target for operation in contract().operations.values()}
    document = contract().spec.source
    paths = {
        targets.get(path, path): {key: value for key, value in item.items() if key != "servers"}
        for path, item in document["paths"].items()
    }
    file = out / "openapi.json"
    file.write_text(json.dumps({**document, "paths": paths}), encoding="utf-8")
    return file


REPORTS = {"junit": "junit.xml", "html": "html", "pytest": "test_failures.py"}
TRAFFIC = "traffic.har"


def _command(
    options: argparse.Namespace, config: Path, url: str, token: str, more: list[str] | None = None
) -> dict[str, Any]:
    """Run the command of schemathesis here: its exit status, what it printed, the document's links that it followed."""
    import schemathesis.cli
    from schemathesis.engine import events

    links: set[str] = set()

    @schemathesis.cli.handler()
    class Links(schemathesis.cli.EventHandler):
        def handle_event(self, ctx: Any, event: Any) -> None:
            for case in event.recorder.cases.values() if isinstance(event, events.ScenarioFinished) else ():
                if case.transition is not None and not case.transition.is_inferred and case.is_transition_applied:
                    links.add(case.transition.id)

    os.environ["QUANT_API_TOKEN"] = token
    words = [
        *("--config-file", str(config), "run", "--url", url, "--no-color"),
        *(("--seed", str(options.seed)) if options.seed else ()),
        *(("--max-failures", "1") if options.mutation else ()),
        *(more or ()),
        str(_document(config.parent)),
    ]
    printed, exit_code = io.StringIO(), 0
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            schemathesis.cli.schemathesis.main(words, prog_name="schemathesis")
        except SystemExit as stop:
            exit_code = int(stop.code or 0)
    return {"exit": exit_code, "text": printed.getvalue(), "links": sorted(links)}


def _only(options: argparse.Namespace) -> list[str]:
    return ["--phases", options.phases] if options.phases else []


def _result(found: dict[str, Any], tap: Recorder) -> dict[str, Any]:
    pairs = [[operation, status, count] for (operation, status), count in tap.pairs.items()]
    return {**found, "requests": tap.count, "pairs": pairs}


def deleted(traffic: Path, wire: RawClient) -> list[str]:
    """Delete what a run on a live service created; gives what is left."""
    scene = ScenarioRunner(wire)
    for exchange in read_har(traffic):
        relative = contract().relative(exchange.path)
        match = contract().matches(relative[1]).get(exchange.method) if relative is not None else None
        if match is not None:
            scene.wire.sent.append((Call(match.operation, match.path), exchange))
    return scene.undo(contract())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("how", choices=("http", "in-process", "live"))
    parser.add_argument("--out", default=str(BUILD / "fuzz"))
    parser.add_argument("--seed", type=int, default=0, help="0: that of schemathesis.toml")
    parser.add_argument("--max-examples", type=int, default=10, help="10: as many as schemathesis.toml says")
    parser.add_argument("--share", type=int, choices=(0, 1), help="fuzz only this half of the operations")
    parser.add_argument("--phases", default="", help="http: only these")
    parser.add_argument("--mutation", default="", help="the mutation to tell, by its id")
    parser.add_argument("--url", help="live: the origin of the service")
    parser.add_argument("--org", help="live: the organisation")
    parser.add_argument("--write", action="store_true", help="live: change things, and delete them again")
    return parser


if __name__ == "__main__":
    sys.exit(main())

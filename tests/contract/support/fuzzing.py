"""Run schemathesis against the mock server, over HTTP or in process, and write down what it found.

This is a program of its own, so that it can run beside the other tests on another core:
`python -m tests.contract.support.fuzzing http`. First it creates resources, by the scenarios that the planner found,
and gives their ids to schemathesis as dictionaries; without them most requests would end with "not found".

With `--share 0` and `--share 1` two runs share the work: each operation is fuzzed in one of them, and both follow the
links between all operations.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from starlette.types import Receive, Scope, Send

from quant_ai_contract.har import read_har
from quant_ai_mock.server import serving

from ..mutations.active import activate
from ..mutations.all_rules import find_mutation
from .cleanup import delete_created
from .example_calls import is_setting
from .fuzz_config import FULL, Ids, shares, silence_unknown_ids, write_config, write_spec
from .loaded_spec import BUILD, contract
from .mock_server import recorded_app, recorded_mock_server
from .planner import ScenarioPlanner
from .raw_client import TOKEN, Call, RawClient
from .recorder import ExchangeRecorder
from .runtime_expressions import UnresolvedError, evaluate
from .scenarios import ScenarioRunner
from .target import live_target

ORGANISATION = "acme"
IDS = 8
TRAFFIC = "traffic.har"


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
    with recorded_mock_server(contract()) as server, httpx.Client(timeout=30) as http:
        server.settle()
        divert_settings(server.recorder)
        config = write_config(options, _created_ids(options, *_planned(http, server.url)))
        url = f"{server.url}/api/v3/organisations/{ORGANISATION}/ai"
        phases = ["--phases", options.phases] if options.phases else []
        return _counted(_schemathesis(options, config, url, TOKEN, phases), server.recorder)


def _in_process(options: argparse.Namespace) -> dict[str, Any]:
    """Run without a network: once schemathesis has loaded the schema, the schema gets the application itself."""
    import schemathesis

    app = recorded_app(contract())
    app.settle()
    divert_settings(app.recorder)
    with serving(app.recorder) as url, httpx.Client(timeout=30) as http:
        config = write_config(options, _created_ids(options, *_planned(http, url)))

        @schemathesis.hook
        def after_load_schema(context: schemathesis.HookContext, schema: Any) -> None:
            schema.app = app.recorder

        result = _schemathesis(options, config, f"{url}/api/v3/organisations/{ORGANISATION}/ai", TOKEN)
    return _counted(result, app.recorder)


def _live(options: argparse.Namespace) -> dict[str, Any]:
    """Run against a live service; what is created there is deleted again."""
    if options.write:
        return _live_writing(options)
    config = write_config(options, {})
    silence_unknown_ids(config)
    url = f"{options.url.rstrip('/')}/api/v3/organisations/{options.org}/ai"
    result = _schemathesis(options, config, url, os.environ["QUANT_API_TOKEN"], ["--include-method", "GET"])
    return {**result, "left": []}


def _live_writing(options: argparse.Namespace) -> dict[str, Any]:
    settings = [found.id for found in contract().operations.values() if is_setting(contract(), found)]
    excluded = [word for operation in settings for word in ("--exclude-operation-id", operation)]
    with live_target(contract(), options.url, options.org, write=True) as target:
        planner = target.planner
        ids = _created_ids(options, planner, lambda: target.runner(keep_others=True))
        config = write_config(options, ids)
        silence_unknown_ids(config)
        traffic = Path(options.out) / TRAFFIC
        more = [*excluded, "--report-har-path", str(traffic)]
        result = _schemathesis(options, config, target.api_url(options.org), target.token, more)
        left = delete_recorded(traffic, target.raw_client()) + target.clean_up()
    return {**result, "left": left}


def divert_settings(recorder: ExchangeRecorder) -> None:
    """Send requests that change settings of the whole organisation to another organisation.

    Otherwise a value that switches everything off would leave little to find for the requests after it.
    """
    inner = recorder.app
    settings = {
        found.path
        for found in recorder.contract.operations.values()
        if is_setting(recorder.contract, found) and not found.path_parameters
    }

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        relative = recorder.contract.relative(scope["path"]) if scope["type"] == "http" else None
        if relative is not None and relative[1] in settings:
            path = scope["path"].replace(f"/{relative[0]}/", f"/{relative[0]}-apart/", 1)
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await inner(scope, receive, send)

    recorder.app = app


def _planned(http: httpx.Client, origin: str) -> tuple[ScenarioPlanner, Callable[[], ScenarioRunner]]:
    """A planner that uses organisations of its own, and a maker of runners in the organisation to fuzz."""
    numbers = itertools.count(1)

    def runner(organisation: str) -> ScenarioRunner:
        return ScenarioRunner(RawClient(http, f"{origin}/api/v3/organisations/{organisation}/ai", organisation))

    return ScenarioPlanner(contract(), lambda: runner(f"plan-{next(numbers)}")), lambda: runner(ORGANISATION)


def _created_ids(
    options: argparse.Namespace, planner: ScenarioPlanner, new_runner: Callable[[], ScenarioRunner]
) -> Ids:
    """Create resources for the operations to fuzz, and return their ids."""
    found: Ids = {}
    for operation in contract().operations.values():
        if options.share is not None and operation.id not in shares(contract())[options.share]:
            continue
        for scenario in (planner.scenarios(operation) * IDS)[:IDS]:
            runner = new_runner()
            try:
                call = runner.prepare(scenario)
            except UnresolvedError:
                continue
            for name, value in call.path.items():
                if name in planner.created_parameters:
                    found.setdefault((operation.id, f"path.{name}"), []).append(value)
            if scenario.link is not None and isinstance(scenario.link[1].body, dict):
                for name, expression in scenario.link[1].body.items():
                    if isinstance(expression, str) and expression.startswith("$response"):
                        value = evaluate(expression, *runner.result(scenario.link[0]))
                        found.setdefault((operation.id, f"body.{name}"), []).append(str(value))
    return found


def _schemathesis(
    options: argparse.Namespace, config: Path, url: str, token: str, more: list[str] | None = None
) -> dict[str, Any]:
    """Run schemathesis in this process. Returns its exit status and output, and the links of the spec it followed."""
    import schemathesis.cli
    from schemathesis.engine import events

    links: set[str] = set()

    @schemathesis.cli.handler()
    class FollowedLinks(schemathesis.cli.EventHandler):
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
        str(write_spec(config.parent)),
    ]
    output, exit_code = io.StringIO(), 0
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            schemathesis.cli.schemathesis.main(words, prog_name="schemathesis")
        except SystemExit as stop:
            exit_code = int(stop.code or 0)
    return {"exit": exit_code, "text": output.getvalue(), "links": sorted(links)}


def _counted(result: dict[str, Any], recorder: ExchangeRecorder) -> dict[str, Any]:
    pairs = [[operation, status, count] for (operation, status), count in recorder.pairs.items()]
    return {**result, "requests": recorder.count, "pairs": pairs}


def delete_recorded(traffic: Path, client: RawClient) -> list[str]:
    """Delete what recorded traffic created on a live service. Returns what could not be deleted."""
    for exchange in read_har(traffic):
        relative = contract().relative(exchange.path)
        match = contract().matches(relative[1]).get(exchange.method) if relative is not None else None
        if match is not None:
            client.sent.append((Call(match.operation, match.path), exchange))
    return delete_created(client, contract())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("how", choices=("http", "in-process", "live"))
    parser.add_argument("--out", default=str(BUILD / "fuzz"))
    parser.add_argument("--seed", type=int, default=0, help="0 for the seed in schemathesis.toml")
    parser.add_argument("--max-examples", type=int, default=FULL, help="of each operation (default: %(default)s)")
    parser.add_argument("--share", type=int, choices=(0, 1), help="fuzz only this half of the operations")
    parser.add_argument("--phases", default="", help="http: only these phases")
    parser.add_argument("--mutation", default="", help="the id of a mutation to apply")
    parser.add_argument("--url", help="live: the origin of the service")
    parser.add_argument("--org", help="live: the organisation")
    parser.add_argument("--write", action="store_true", help="live: also create things, and delete them again")
    return parser


if __name__ == "__main__":
    sys.exit(main())

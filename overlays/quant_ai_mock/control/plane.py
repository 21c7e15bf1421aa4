"""The control plane under `/_mock`: what a test or a person may do to the server itself (see control.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import orjson
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..document.loading import load
from ..state.clock import iso
from ..state.faults import Fault, FaultError
from ..state.scripted_replies import Script, ScriptError
from ..state.server_state import ServerState
from ..state.settings import SettingsError
from . import web_page
from .access import refused
from .seeding import SeedError, plant

DOCUMENT = Path(__file__).with_name("control.yaml")
DONE = {
    "reset": "Everything is forgotten.",
    "advance": "The clock has moved on.",
    "freeze": "The clock stands still.",
    "release": "The clock runs.",
}


class ControlError(Exception):
    """A request to the control plane that cannot be served."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Ask:
    """One request to the control plane."""

    request: Request
    body: dict[str, Any]

    @property
    def query(self) -> QueryParams:
        return self.request.query_params

    @property
    def path(self) -> dict[str, Any]:
        return self.request.path_params

    @property
    def organisation(self) -> str | None:
        """The organisation that is meant, where one is: named in the body or in the query."""
        found = self.body.get("organisation", self.query.get("organisation"))
        return None if found is None else str(found)


def control_app(state: ServerState, token: str | None) -> Starlette:
    """The control plane of a server, asking for a bearer token where there is one."""
    plane = _Plane(state)

    def route(path: str, **methods: Callable[[Ask], Any]) -> Route:
        async def answer(request: Request) -> Response:
            refusal = refused(request, token)
            if refusal is not None:
                return refusal
            handler = methods.get(request.method.lower())
            if handler is None:
                allow = ", ".join(name.upper() for name in methods)
                return _json({"message": f"Supported: {allow}."}, 405, {"Allow": allow})
            return await _answer(request, handler)

        return Route(f"/_mock{path}", answer, methods=["GET", "POST", "PUT", "DELETE", "PATCH"])

    async def look(request: Request) -> Response:
        refusal = refused(request, token)
        if refusal is not None:
            return refusal
        return await (plane.act(request) if request.method == "POST" else plane.look(request))

    return Starlette(
        routes=[
            Route("/_mock/", look, methods=["GET", "POST"]),
            Route("/_mock/health", plane.health, methods=["GET"]),
            route("/routes", get=plane.routes),
            route("/spec.json", get=plane.spec),
            route("/openapi.json", get=plane.openapi),
            route("/reset", post=plane.reset),
            route("/state", get=plane.get_state, put=plane.put_state),
            route("/seed", post=plane.seed),
            route("/snapshots", get=plane.snapshots, post=plane.snapshot),
            route("/snapshots/{name}/restore", post=plane.restore),
            route("/requests", get=plane.requests, delete=plane.forget_requests),
            route("/clock", get=plane.clock, put=plane.set_clock),
            route("/settings", get=plane.settings, put=plane.set_settings),
            route("/transitions", get=plane.transitions, put=plane.set_transitions),
            route("/faults", get=plane.faults, post=plane.add_fault, delete=plane.clear_faults),
            route("/faults/{number:int}", delete=plane.clear_fault),
            route("/scripts", get=plane.scripts, post=plane.add_script, delete=plane.clear_scripts),
        ],
        exception_handlers={404: _no_route},
    )


class _Plane:
    """One method per route and HTTP method: the request and its JSON in, a JSON value out."""

    def __init__(self, state: ServerState) -> None:
        self.state = state

    async def health(self, _request: Request) -> Response:
        return _json({"status": "ok", "requests": self.state.journal.total})

    async def look(self, request: Request) -> Response:
        query = request.query_params
        shown = web_page.render(self.state, query.get("organisation") or None, DONE.get(query.get("done", ""), ""))
        return HTMLResponse(shown, headers=web_page.headers())

    async def act(self, request: Request) -> Response:
        """A button of the page: do it, and show the page again."""
        form = {
            name: values[-1] for name, values in parse_qs((await request.body()).decode("utf-8", "replace")).items()
        }
        action, seconds = form.get("action", "advance"), form.get("advance", form.get("seconds", ""))
        organisation = form.get("organisation")
        body: dict[str, Any] = {"action": action, "organisation": organisation}
        try:
            if action == "advance":
                body["seconds"] = _float(seconds)
            (self.reset if action == "reset" else self.set_clock)(Ask(request, body))
        except ControlError as error:
            refusal = f"Not done: {error}."
            return HTMLResponse(web_page.render(self.state, organisation, refusal), error.status, web_page.headers())
        return RedirectResponse(web_page.place(organisation, action), 303)

    def routes(self, _ask: Ask) -> Any:
        operations = self.state.api.operations.values()
        return {
            "routes": [
                {"operation": found.id, "method": found.method, "path": found.path, "tag": found.tag}
                for found in operations
            ]
        }

    def spec(self, _ask: Ask) -> Any:
        return self.state.api.spec

    def openapi(self, _ask: Ask) -> Any:
        return load(DOCUMENT)

    def reset(self, ask: Ask) -> Any:
        self.state.reset(ask.organisation)
        return {"reset": True}

    def get_state(self, ask: Ask) -> Any:
        organisation = ask.organisation
        if ask.query.get("full") == "true":
            return self.state.store.dump(organisation)
        return {"organisations": self.state.store.counts(organisation)}

    def put_state(self, ask: Ask) -> Any:
        self._restore(ask.body, ask.organisation)
        return {"restored": True}

    def seed(self, ask: Ask) -> Any:
        organisation = ask.organisation
        if organisation is None or not isinstance(ask.body.get("data"), dict):
            raise ControlError(422, "seed data need an organisation and data")
        return plant(self.state, organisation, ask.body["data"])

    def snapshots(self, _ask: Ask) -> Any:
        return {"snapshots": sorted(self.state.snapshots)}

    def snapshot(self, ask: Ask) -> Any:
        organisation = ask.organisation
        name = str(ask.body.get("name", "default"))
        self.state.snapshots[name] = {"state": self.state.store.dump(organisation), "organisation": organisation}
        return {"name": name}

    def restore(self, ask: Ask) -> Any:
        name = ask.path["name"]
        kept = self.state.snapshots.get(name)
        if kept is None:
            raise ControlError(
                404, f"no snapshot {name!r}: there are {', '.join(sorted(self.state.snapshots)) or 'none'}"
            )
        self._restore(kept["state"], ask.organisation or kept["organisation"])
        return {"restored": name}

    def requests(self, ask: Ask) -> Any:
        query = ask.query
        entries, total = self.state.journal.page(
            _number(query.get("limit"), 100),
            _number(query.get("offset"), 0),
            operation=query.get("operation"),
            organisation=query.get("organisation"),
            status=_number(query.get("status"), None),
            test_id=query.get("testId"),
            request_id=query.get("requestId"),
            method=query.get("method"),
            path=query.get("path"),
        )
        return {"requests": entries, "total": total}

    def forget_requests(self, ask: Ask) -> Any:
        self.state.journal.clear(ask.organisation)
        return {"cleared": True}

    def clock(self, ask: Ask) -> Any:
        organisation = ask.organisation
        now = self.state.clock.now(organisation)
        return {"now": now, "iso": iso(now), "frozen": self.state.clock.is_frozen(organisation)}

    def set_clock(self, ask: Ask) -> Any:
        organisation = ask.organisation
        clock, action = self.state.clock, ask.body.get("action")
        if action == "freeze":
            at = ask.body.get("at")
            if at is not None and not _is_time(at):
                raise ControlError(422, "at is a time in seconds since 1970")
            clock.freeze(at, organisation)
        elif action == "advance":
            if not _is_number(ask.body.get("seconds")):
                raise ControlError(422, "seconds is a number")
            if not _is_time(clock.now(organisation) + ask.body["seconds"]):
                raise ControlError(422, "the clock does not go that far")
            clock.advance(ask.body["seconds"], organisation)
        elif action == "release":
            clock.release(organisation)
        elif action == "reset":
            clock.reset(organisation)
        else:
            raise ControlError(422, "action is freeze, advance, release or reset")
        return self.clock(ask)

    def settings(self, ask: Ask) -> Any:
        return self.state.settings.of(ask.organisation).as_json()

    def set_settings(self, ask: Ask) -> Any:
        changes = {key: value for key, value in ask.body.items() if key != "organisation"}
        return self.state.settings.change(changes, ask.organisation).as_json()

    def transitions(self, ask: Ask) -> Any:
        return self.settings(ask)["transitions"]

    def set_transitions(self, ask: Ask) -> Any:
        changes = {key: value for key, value in ask.body.items() if key != "organisation"}
        settings = self.state.settings.change({"transitions": changes}, ask.organisation)
        return settings.as_json()["transitions"]

    def faults(self, _ask: Ask) -> Any:
        return {"faults": [fault.as_json() for fault in self.state.faults.all()]}

    def add_fault(self, ask: Ask) -> Any:
        return self.state.faults.add(Fault.from_json(ask.body)).as_json()

    def clear_faults(self, ask: Ask) -> Any:
        self.state.faults.clear(ask.organisation)
        return {"cleared": True}

    def clear_fault(self, ask: Ask) -> Any:
        self.state.faults.clear(number=ask.path["number"])
        return {"cleared": True}

    def scripts(self, _ask: Ask) -> Any:
        return {"scripts": [script.as_json() for script in self.state.scripts.all()]}

    def add_script(self, ask: Ask) -> Any:
        return self.state.scripts.add(Script.from_json(ask.body)).as_json()

    def clear_scripts(self, ask: Ask) -> Any:
        self.state.scripts.clear(ask.organisation)
        return {"cleared": True}

    def _restore(self, state: Any, organisation: str | None) -> None:
        try:
            self.state.store.restore(state, organisation)
        except Exception as error:  # whatever a made-up state does to the database
            raise ControlError(422, f"not a state that this server wrote: {error}") from None
        self.state.caches.clear()


async def _answer(request: Request, handler: Callable[[Ask], Any]) -> Response:
    raw = await request.body()
    try:
        body = orjson.loads(raw) if raw else None
        if body is not None and not isinstance(body, dict):
            raise ControlError(422, "the body is a JSON object")
        return _json(handler(Ask(request, body or {})))
    except orjson.JSONDecodeError as error:
        return _json({"message": f"not JSON: {error}"}, 400)
    except ControlError as error:
        return _json({"message": str(error)}, error.status)
    except (FaultError, ScriptError, SettingsError, SeedError) as error:
        return _json({"message": str(error)}, 422)


def _number(text: str | None, default: Any) -> Any:
    if text is None:
        return default
    if not text.isdigit():
        raise ControlError(422, f"{text!r} is not a number")
    return int(text)


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ControlError(422, f"{text!r} is not a number of seconds") from None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_time(value: Any) -> bool:
    return _is_number(value) and 0 <= value < 250_000_000_000


def _json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(value), status, headers, "application/json")


async def _no_route(request: Request, _error: Exception) -> Response:
    return _json({"message": f"no {request.url.path}: /_mock/routes and control.yaml list what there is"}, 404)

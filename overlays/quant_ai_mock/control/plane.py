"""The operations of the control plane under `/_mock`, which control.yaml describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ..document.json_text import JsonError, read_json, write_json
from ..document.loading import load
from ..state.clock import iso
from ..state.faults import Fault, FaultError
from ..state.replay import Replay
from ..state.scripted_replies import Script, ScriptError
from ..state.server_state import ServerState
from ..state.settings import SettingsError
from ..state.signed_storage import OPERATIONS
from ..synthetic.catalogue import MODELS
from . import web_page
from .access import check_access
from .control_request import ControlRequest, number_in, read_body
from .order_checks import CONTROL_SPEC, ControlError, OrderChecks, order_checks, unknown
from .page_orders import CONFIRMATIONS, read_order
from .page_query import PageQuery
from .seeding import SeedError, seed_records


def control_app(state: ServerState, token: str | None) -> Starlette:
    """The control plane of a server; `token` is the bearer token that it requires, if any."""
    plane = _Plane(state)

    def route(path: str, **methods: Callable[[ControlRequest], Any]) -> Route:
        template = "/_mock" + path.replace(":int", "").replace(":path", "")
        checks = {method: order_checks(template, method) for method in methods}

        async def respond(request: Request) -> Response:
            refusal = check_access(request, token)
            if refusal is not None:
                return refusal
            handler = methods.get(request.method.lower())
            if handler is None:
                allow = ", ".join(name.upper() for name in methods)
                return _json({"message": f"Supported: {allow}."}, 405, {"Allow": allow})
            return await _respond(request, handler, checks[request.method.lower()])

        return Route(f"/_mock{path}", respond, methods=["GET", "POST", "PUT", "DELETE", "PATCH"])

    async def page(request: Request) -> Response:
        refusal = check_access(request, token)
        if refusal is not None:
            return refusal
        return await (plane.submit(request) if request.method == "POST" else plane.page(request))

    return Starlette(
        routes=[
            Route("/_mock/", page, methods=["GET", "POST"]),
            Route("/_mock/health", plane.health, methods=["GET"]),
            route("/routes", get=plane.routes),
            route("/spec.json", get=plane.spec),
            route("/openapi.json", get=plane.openapi),
            route("/reset", post=plane.reset),
            route("/state", get=plane.get_state, put=plane.put_state),
            route("/seed", post=plane.seed),
            route("/snapshots", get=plane.snapshots, post=plane.snapshot),
            route("/snapshots/{name:path}/restore", post=plane.restore),
            route("/requests", get=plane.requests, delete=plane.forget_requests),
            route("/clock", get=plane.clock, put=plane.set_clock),
            route("/settings", get=plane.settings, put=plane.set_settings),
            route("/transitions", get=plane.transitions, put=plane.set_transitions),
            route("/faults", get=plane.faults, post=plane.add_fault, delete=plane.clear_faults),
            route("/faults/{number:int}", delete=plane.clear_fault),
            route("/replay", get=plane.replays, post=plane.add_replay, delete=plane.clear_replays),
            route("/scripts/{number:int}", delete=plane.clear_script),
            route("/scripts", get=plane.scripts, post=plane.add_script, delete=plane.clear_scripts),
        ],
        exception_handlers={404: _no_route, ControlError: _refused},
    )


class _Plane:
    """One method per route and HTTP method, which takes the request and returns a JSON value."""

    def __init__(self, state: ServerState) -> None:
        self.state = state

    async def health(self, _request: Request) -> Response:
        return _json({"status": "ok", "requests": self.state.journal.total})

    async def page(self, request: Request) -> Response:
        query = request.query_params
        message = CONFIRMATIONS.get(query.get("done", ""), "")
        page = web_page.render(self.state, PageQuery.read(query), _address(request), message)
        return HTMLResponse(page, headers=web_page.headers())

    async def submit(self, request: Request) -> Response:
        """A form of the page: carry out its action, and show the page again."""
        form = {
            name: values[-1] for name, values in parse_qs((await read_body(request)).decode("utf-8", "replace")).items()
        }
        shown = PageQuery(form.pop("organisation", ""))
        try:
            order = read_order(form)
            body = order.body | ({"organisation": shown.organisation} if shown.organisation else {})
            handler: Callable[[ControlRequest], Any] = getattr(self, order.method)
            handler(ControlRequest(request, body, order.number))
        except (ControlError, FaultError, ScriptError) as error:
            page = web_page.render(self.state, shown, _address(request), f"Failed: {error}.")
            return HTMLResponse(page, getattr(error, "status", 422), web_page.headers())
        return RedirectResponse(shown.url(done=order.action), 303)

    def routes(self, _request: ControlRequest) -> Any:
        operations = self.state.api.operations.values()
        return {
            "routes": [
                {"operation": found.id, "method": found.method, "path": found.path, "tag": found.tag}
                for found in operations
            ]
        }

    def spec(self, _request: ControlRequest) -> Any:
        return self.state.api.spec

    def openapi(self, _request: ControlRequest) -> Any:
        return load(CONTROL_SPEC)

    def reset(self, request: ControlRequest) -> Any:
        self.state.reset(request.organisation)
        return {"reset": True}

    def get_state(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        if request.query.get("full") == "true":
            return self.state.store.dump(organisation)
        return {"organisations": self.state.store.counts(organisation)}

    def put_state(self, request: ControlRequest) -> Any:
        self._restore(request.body, request.organisation)
        return {"restored": True}

    def seed(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        if organisation is None or not isinstance(request.body.get("data"), dict):
            raise ControlError(422, "organisation and data are required")
        return seed_records(self.state, organisation, request.body["data"])

    def snapshots(self, request: ControlRequest) -> Any:
        return {"snapshots": self._snapshot_names(request.organisation)}

    def snapshot(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        name = str(request.body.get("name", "default"))
        self.state.snapshots[organisation, name] = self.state.store.dump(organisation)
        return {"name": name}

    def restore(self, request: ControlRequest) -> Any:
        """Restore a snapshot of the organisation or, if there is none, its part of a snapshot of the whole server."""
        name, organisation = request.path["name"], request.organisation
        snapshots = self.state.snapshots
        snapshot = snapshots.get((organisation, name), snapshots.get((None, name)))
        if snapshot is None:
            names = ", ".join(self._snapshot_names(organisation))
            raise ControlError(404, f"no snapshot {name!r}: there are {names or 'none'}")
        self._restore(snapshot, organisation)
        return {"restored": name}

    def _snapshot_names(self, organisation: str | None) -> list[str]:
        """The names that this organisation can restore; without one, those of the whole server."""
        return sorted({name for owner, name in self.state.snapshots if owner in (None, organisation)})

    def requests(self, request: ControlRequest) -> Any:
        query = request.query
        self._check_operation(query.get("operation"), *OPERATIONS.values())
        entries, total = self.state.journal.search(
            number_in(query.get("limit"), 100),
            number_in(query.get("offset"), 0),
            operation=query.get("operation"),
            organisation=query.get("organisation"),
            status=number_in(query.get("status"), None),
            test_id=query.get("testId"),
            request_id=query.get("requestId"),
            method=query.get("method"),
            path=query.get("path"),
        )
        return {"requests": entries, "total": total}

    def forget_requests(self, request: ControlRequest) -> Any:
        self.state.journal.clear(request.organisation)
        return {"cleared": True}

    def clock(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        now = self.state.clock.now(organisation)
        return {"now": now, "iso": iso(now), "frozen": self.state.clock.is_frozen(organisation)}

    def set_clock(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        clock, action = self.state.clock, request.body.get("action")
        if action == "freeze":
            at = request.body.get("at")
            if at is not None and not _is_time(at):
                raise ControlError(422, "at must be a Unix time in seconds")
            clock.freeze(at, organisation)
        elif action == "advance":
            if not _is_number(request.body.get("seconds")):
                raise ControlError(422, "seconds must be a number")
            if not _is_time(clock.now(organisation) + request.body["seconds"]):
                raise ControlError(422, "the time is out of range")
            clock.advance(request.body["seconds"], organisation)
        elif action == "release":
            clock.release(organisation)
        elif action == "reset":
            clock.reset(organisation)
        else:
            raise ControlError(422, "action must be freeze, advance, release or reset")
        return self.clock(request)

    def settings(self, request: ControlRequest) -> Any:
        return self.state.settings.of(request.organisation).as_json()

    def set_settings(self, request: ControlRequest) -> Any:
        changes = {key: value for key, value in request.body.items() if key != "organisation"}
        return self.state.settings.change(changes, request.organisation).as_json()

    def transitions(self, request: ControlRequest) -> Any:
        return self.settings(request)["transitions"]

    def set_transitions(self, request: ControlRequest) -> Any:
        changes = {key: value for key, value in request.body.items() if key != "organisation"}
        settings = self.state.settings.change({"transitions": changes}, request.organisation)
        return settings.as_json()["transitions"]

    def faults(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        found = [fault for fault in self.state.faults.all() if organisation in (None, fault.organisation)]
        return {"faults": [fault.as_json() for fault in found]}

    def add_fault(self, request: ControlRequest) -> Any:
        self._check_operation(request.body.get("operation"), *OPERATIONS.values())
        return self.state.faults.add(Fault.from_json(request.scoped_body)).as_json()

    def clear_faults(self, request: ControlRequest) -> Any:
        self.state.faults.clear(request.organisation)
        return {"cleared": True}

    def clear_fault(self, request: ControlRequest) -> Any:
        self.state.faults.clear(number=request.number)
        return {"cleared": True}

    def scripts(self, request: ControlRequest) -> Any:
        organisation = request.organisation
        found = [script for script in self.state.scripts.all() if organisation in (None, script.organisation)]
        return {"scripts": [script.as_json() for script in found]}

    def add_script(self, request: ControlRequest) -> Any:
        self._check_operation(request.body.get("operation"))
        model = request.body.get("model")
        if model is not None and model not in MODELS:
            raise ControlError(422, unknown("model", model, MODELS))
        return self.state.scripts.add(Script.from_json(request.scoped_body)).as_json()

    def clear_scripts(self, request: ControlRequest) -> Any:
        self.state.scripts.clear(request.organisation)
        return {"cleared": True}

    def clear_script(self, request: ControlRequest) -> Any:
        self.state.scripts.clear(number=request.number)
        return {"cleared": True}

    def replays(self, request: ControlRequest) -> Any:
        replay = self.state.replays.own(request.organisation) or Replay()
        return {
            "recordings": [
                {
                    "number": one.number,
                    "method": one.method,
                    "path": one.path,
                    "status": one.status or None,
                    "used": one.used,
                }
                for one in replay.exchanges
            ]
        }

    def add_replay(self, request: ControlRequest) -> Any:
        body, organisation = request.body, request.organisation
        replay = self.state.replays.own(organisation) if body.get("more") else None
        if replay is None:
            replay = Replay(
                body.get("only", False),
                body.get("repeat", False),
                frozenset(body.get("ignore", ())),
                body.get("paced", False),
            )
            self.state.replays.set(organisation, replay)
        return {"added": replay.add(body["entries"]), "recordings": len(replay.exchanges)}

    def clear_replays(self, request: ControlRequest) -> Any:
        self.state.replays.clear(request.organisation)
        return {"cleared": True}

    def _check_operation(self, name: str | None, *others: str) -> None:
        """Refuse the name of an operation that neither the API has nor the `others` are: it would match no request."""
        known = (*self.state.api.operations, *others)
        if name is not None and name not in known:
            raise ControlError(422, unknown("operation", name, known))

    def _restore(self, state: Any, organisation: str | None) -> None:
        try:
            self.state.store.restore(state, organisation)
        except Exception as error:  # an invalid dump can fail in many ways
            raise ControlError(422, f"not a state written by this server: {error}") from None
        self.state.forget_derived(organisation)


async def _respond(request: Request, handler: Callable[[ControlRequest], Any], checks: OrderChecks) -> Response:
    try:
        raw = await read_body(request)
        body = read_json(raw) if raw else None
        checks.check(request.query_params.keys(), body)
        return _json(handler(ControlRequest(request, body or {}, request.path_params.get("number", 0))))
    except JsonError as error:
        return _json({"message": f"the body is {error}"}, 400)
    except ControlError as error:
        return _json({"message": str(error)}, error.status)
    except (FaultError, ScriptError, SettingsError, SeedError) as error:
        return _json({"message": str(error)}, 422)


def _address(request: Request) -> str:
    """Where the server is, as the browser sees it."""
    return str(request.base_url).rstrip("/")


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_time(value: Any) -> bool:
    return _is_number(value) and 0 <= value < 250_000_000_000


def _json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(write_json(value), status, headers, "application/json")


async def _refused(_request: Request, error: Exception) -> Response:
    return _json({"message": str(error)}, error.status if isinstance(error, ControlError) else 500)


async def _no_route(request: Request, _error: Exception) -> Response:
    return _json({"message": f"no {request.url.path}: see /_mock/routes and /_mock/openapi.json"}, 404)

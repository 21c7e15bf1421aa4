"""What can be done on the page: the clock, the state, scripted replies and faults."""

from __future__ import annotations

from collections.abc import Iterable

from ..state.clock import iso
from ..state.faults import KINDS
from ..state.server_state import ServerState
from .markup import Html, element, section

STEPS = ((60, "1 min"), (3600, "1 h"), (86400, "1 day"))


def clock(state: ServerState, organisation: str | None) -> Html:
    """The time, and buttons that move it."""
    now, frozen = state.clock.now(organisation), state.clock.is_frozen(organisation)
    day, time = iso(now)[:10], iso(now)[11:19]
    return section(
        "clock",
        "Clock",
        element(
            "p",
            element("time", element("span", day), " ", element("strong", time), " UTC", datetime=iso(now)),
            element("span", "frozen" if frozen else "running", class_="badge frozen" if frozen else "badge"),
            id="time",
            class_="live",
        ),
        _form(
            organisation,
            "Move on by",
            *(element("button", f"+ {name}", name="advance", value=str(seconds)) for seconds, name in STEPS),
        ),
        _form(
            organisation,
            "Advance by seconds",
            *_field("seconds", "Seconds", type="number", min="0", step="any", required=True),
            element("button", "Advance", name="action", value="advance"),
        ),
        _form(
            organisation,
            "Freeze and run",
            element("button", "Freeze", name="action", value="freeze"),
            element("button", "Release", name="action", value="release"),
        ),
    )


def records(state: ServerState, organisation: str | None) -> Html:
    """How many records there are, and the button that forgets everything."""
    counts = state.store.counts(organisation)
    rows = [
        element(
            "tr",
            element("th", name, scope="row"),
            element("td", ", ".join(f"{count} {_kind(kind, count)}" for kind, count in sorted(_by_kind(kinds)))),
        )
        for name, kinds in sorted(counts.items())
    ]
    return section(
        "state",
        "State",
        element(
            "div",
            element("table", element("caption", "Records by organisation"), element("tbody", *rows))
            if rows
            else element("p", "Nothing is stored.", class_="empty"),
            id="records",
            class_="live",
        ),
        _form(
            organisation,
            "Forget",
            element("button", f"Reset {organisation or 'everything'}", name="action", value="reset", class_="grave"),
        ),
    )


def scripts(state: ServerState, organisation: str | None) -> Html:
    """The scripted replies, and a form for another one."""
    found = [script for script in state.scripts.all() if organisation in (None, script.organisation)]
    texts = [
        (one.number, f"Script {one.number} for {one.operation or 'every chat'} · used {one.used} ×") for one in found
    ]
    return section(
        "scripts",
        "Scripted replies",
        _plans("script", texts, organisation),
        _form(
            organisation,
            "Script a reply",
            *_field("reply", "The model says", id="script-reply", type="text"),
            *_field("tool", "It calls the tool", id="script-tool", type="text"),
            *_field("input", "with the input", id="script-input", type="text", placeholder='{"city": "Hobart"}'),
            *_field("text", "If the user says", id="script-text", type="text"),
            *_field("times", "Times", id="script-times", type="number", min="1", value="1"),
            element("button", "Script", name="action", value="script"),
        ),
    )


def faults(state: ServerState, organisation: str | None) -> Html:
    """The faults, and a form for another one."""
    found = [fault for fault in state.faults.all() if organisation in (None, fault.organisation)]
    texts = [
        (one.number, f"Fault {one.number}: {one} on {one.operation or 'every operation'} · met {one.met} ×")
        for one in found
    ]
    return section(
        "faults",
        "Faults",
        _plans("fault", texts, organisation),
        _form(
            organisation,
            "Inject a fault",
            *_field("status", "Status", id="fault-status", type="number", min="200", max="599"),
            *_choice("kind", "Kind", KINDS, "None", id="fault-kind"),
            *_choice("operation", "On", state.api.operations, "Every operation", id="fault-operation"),
            *_field("retryAfter", "Retry-After", id="fault-retryAfter", type="number", min="0"),
            *_field("latency", "Latency in seconds", id="fault-latency", type="number", min="0", step="any"),
            *_field("times", "Times", id="fault-times", type="number", min="1", value="1"),
            element("button", "Inject", name="action", value="fault"),
        ),
    )


def _plans(kind: str, texts: list[tuple[int, str]], organisation: str | None) -> Html:
    items = [
        element(
            "li",
            element("span", text),
            _form(
                organisation,
                f"Remove {kind} {number}",
                element("input", type="hidden", name="number", value=str(number)),
                element("button", "Remove", name="action", value=f"remove_{kind}", label=f"Remove {kind} {number}"),
            ),
        )
        for number, text in texts
    ]
    shown = element("ul", *items, class_="plans") if items else element("p", "None.", class_="empty")
    return element("div", shown, id=f"{kind}-list", class_="live")


def _form(organisation: str | None, name: str, *content: Html) -> Html:
    hidden = element("input", type="hidden", name="organisation", value=organisation) if organisation else None
    return element("form", hidden, *content, method="post", action="./", label=name)


def _field(name: str, label: str, *, id: str = "", **attributes: str | bool) -> tuple[Html, Html]:
    return (
        element("label", label, for_=id or name),
        element("input", id=id or name, name=name, autocomplete="off", **attributes),
    )


def _choice(name: str, label: str, options: Iterable[str], none: str, *, id: str = "") -> tuple[Html, Html]:
    every = [element("option", none, value=""), *(element("option", option, value=option) for option in options)]
    return element("label", label, for_=id or name), element("select", *every, id=id or name, name=name)


def _by_kind(kinds: dict[str, int]) -> Iterable[tuple[str, int]]:
    """Counts by the name of a kind: the documents of all collections are counted together."""
    found: dict[str, int] = {}
    for kind, count in kinds.items():
        if not kind.endswith("_arn"):
            name = kind.partition(":")[0] if not kind.startswith("generic:") else kind.rpartition("/")[2]
            found[name] = found.get(name, 0) + count
    return found.items()


def _kind(kind: str, count: int) -> str:
    return kind.replace("_", " ") + ("s" if count != 1 and not kind.endswith("s") else "")

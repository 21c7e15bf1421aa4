"""Settings of the mock: how jobs progress, and how streams are sent.

Each organisation can have its own settings in place of the server's, so that tests in parallel do not affect each
other.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from .json_names import camel_case

Progression = Literal["immediate", "time", "polls"]


class SettingsError(ValueError):
    """A setting that does not exist, or a value that it cannot have."""


@dataclass(frozen=True)
class Transition:
    """How a job progresses from start to end.

    immediate: it has ended when it is first read. time: it ends after `seconds` of the clock. polls: it has ended when
    it has been read `times` times before.
    """

    progression: Progression = "time"
    seconds: float = 2.0
    times: int = 2

    def __post_init__(self) -> None:
        if self.progression not in ("immediate", "time", "polls"):
            raise SettingsError(f"progression is immediate, time or polls, not {self.progression!r}")
        if not is_non_negative(self.seconds):
            raise SettingsError("seconds is a number, 0 or more")
        if not (isinstance(self.times, int) and self.times >= 0):
            raise SettingsError("times is a whole number, 0 or more")

    def stage(self, elapsed: float, polls: int) -> Literal["pending", "running", "over"]:
        """The stage of a job, given the seconds since its start and the number of times it was read before."""
        if self.progression == "immediate":
            return "over"
        if self.progression == "polls":
            return "over" if polls >= self.times else "pending" if polls == 0 else "running"
        return "over" if elapsed >= self.seconds else "pending" if elapsed < self.seconds / 4 else "running"

    def moment(self, start: float, now: float, part: float = 1.0) -> float:
        """When a job reached a stage: by the clock when it was due, otherwise only now."""
        return min(start + part * self.seconds, now) if self.progression == "time" else now


@dataclass(frozen=True)
class Settings:
    """All settings. There is one transition for each kind of job."""

    transitions: dict[str, Transition] = field(
        default_factory=lambda: {
            "execution": Transition(),
            "tool_execution": Transition(),
            "tool_orchestration": Transition(),
            "orchestration": Transition(),
            "slack_connection": Transition(),
            "crawl": Transition(),
        }
    )
    dialect: Literal["both", "docs", "wire"] = "both"
    tokens_per_second: float = 0.0
    time_to_first_token: float = 0.0
    heartbeat: float = 0.0
    done_mark: bool = False
    strict_capabilities: bool = False

    def __post_init__(self) -> None:
        if self.dialect not in ("both", "docs", "wire"):
            raise SettingsError(f"dialect is both, docs or wire, not {self.dialect!r}")
        for name in ("tokens_per_second", "time_to_first_token", "heartbeat"):
            if not is_non_negative(getattr(self, name)):
                raise SettingsError(f"{camel_case(name)} is a number, 0 or more")

    @property
    def completed_word(self) -> str:
        """The status of a finished execution, on which the two sources differ."""
        return "completed" if self.dialect == "docs" else "complete"

    def changed(self, changes: dict[str, Any]) -> Settings:
        """These settings with some changes, given by their JSON names.

        Raises:
            SettingsError: There is no such setting, or it cannot have this value.
        """
        names = {camel_case(name): name for name in self.__dataclass_fields__}
        values: dict[str, Any] = {}
        for key, value in changes.items():
            if key not in names:
                raise SettingsError(f"no setting {key!r}: there are {', '.join(sorted(names))}")
            values[names[key]] = self._transitions(value) if key == "transitions" else value
        return replace(self, **values)

    def as_json(self) -> dict[str, Any]:
        """The settings by their JSON names."""
        return {camel_case(name): value for name, value in asdict(self).items()}

    def _transitions(self, changes: Any) -> dict[str, Transition]:
        found = dict(self.transitions)
        for kind, change in (changes if isinstance(changes, dict) else {}).items():
            if kind not in found:
                raise SettingsError(f"no transition {kind!r}: there are {', '.join(sorted(found))}")
            try:
                found[kind] = replace(found[kind], **({"progression": change} if isinstance(change, str) else change))
            except TypeError:
                raise SettingsError(f"a transition has progression, seconds and times, not {change!r}") from None
        return found


class SettingsBook:
    """The settings of the server, and of the organisations that have their own."""

    def __init__(self, common: Settings | None = None) -> None:
        self._initial = common or Settings()
        self._common = self._initial
        self._own: dict[str, Settings] = {}

    def of(self, organisation: str | None) -> Settings:
        """The settings that apply to an organisation, or to the server."""
        return self._own.get(organisation, self._common) if organisation is not None else self._common

    def change(self, changes: dict[str, Any], organisation: str | None = None) -> Settings:
        """Change the settings of the server, or of one organisation; returns all of them."""
        if organisation is None:
            self._common = self._common.changed(changes)
            return self._common
        self._own[organisation] = self.of(organisation).changed(changes)
        return self._own[organisation]

    def reset(self, organisation: str | None = None) -> None:
        """Go back to the initial settings."""
        if organisation is None:
            self._common = self._initial
            self._own.clear()
        else:
            self._own.pop(organisation, None)


def is_non_negative(value: object) -> bool:
    """Whether a value is a finite number, 0 or more."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < math.inf

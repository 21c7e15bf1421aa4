"""The repositories that skills are imported from, as they are some time after they were first fetched.

Nothing here is fetched from anywhere: GitHub and skills.sh are as far away as they are in a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

FILE = Path(__file__).with_name("skill_library.yaml")
HOSTS = {"github": "github.com", "skills.sh": "skills.sh"}
NEWEST = (None, "main", "HEAD")


class SourceError(Exception):
    """Something cannot be had from its source; the message says why."""


@dataclass(frozen=True)
class Release:
    """A repository in one version."""

    repo: str
    version: str
    files: Mapping[str, str]

    def folders(self, path: str) -> list[str]:
        """The folders directly below another, each with its whole path.

        Raises:
            SourceError: There are none.
        """
        above = f"{path}/" if path else ""
        inside = (file.removeprefix(above) for file in self.files if file.startswith(above))
        found = dict.fromkeys(f"{above}{rest.partition('/')[0]}" for rest in inside if "/" in rest)
        if not found:
            raise SourceError(f"{self.repo} has no folders below {path or 'its top'} in {self.version}.")
        return list(found)

    def skill(self, folder: str) -> dict[str, Any]:
        """What the files in a folder say of the skill that they are.

        Raises:
            SourceError: They are none.
        """
        import yaml

        above = f"{folder}/" if folder else ""
        files = {name.removeprefix(above): text for name, text in self.files.items() if name.startswith(above)}
        if "SKILL.md" not in files:
            raise SourceError("There is no SKILL.md")
        _, head, content = files.pop("SKILL.md").split("---\n", 2)
        about = yaml.safe_load(head)
        return {
            "name": about["name"],
            "description": about["description"],
            "content": content,
            "triggerCondition": about["description"],
            "tags": about.get("tags", []),
            "files": files,
            "disableModelInvocation": about.get("disable-model-invocation", False),
            "allowedTools": about.get("allowed-tools", []),
        }

    def folder_of(self, path: str | None) -> str:
        """The folder of the skill that a path or a name means; of the only skill where it is left out.

        Raises:
            SourceError: No skill is meant, or several could be.
        """
        skills = [file.removesuffix("SKILL.md").rstrip("/") for file in self.files if file.split("/")[-1] == "SKILL.md"]
        wanted = None if path is None else path.removesuffix("SKILL.md").strip("/")
        found = [folder for folder in skills if wanted in (None, folder)]
        found = found or [folder for folder in skills if folder.split("/")[-1] == wanted]
        if not found:
            raise SourceError(f"{self.repo} has no skill {path} in {self.version}.")
        if len(found) > 1:
            raise SourceError(f"{self.repo} has several skills: path has to name one of {', '.join(found)}.")
        return found[0]


@dataclass(frozen=True)
class Place:
    """Where a source points."""

    repo: str
    path: str | None
    version: str | None

    @classmethod
    def of(cls, source: Mapping[str, Any]) -> Place:
        """Read a source; what its URL says counts where nothing else says it.

        Raises:
            SourceError: The URL is none of its kind.
        """
        repo, path, version = _address(source["type"], source["url"]) if "url" in source else ("", None, None)
        return cls(source.get("repo", repo), source.get("path", path), source.get("version", version))


def release(place: Place, age: float) -> Release:
    """A repository in the version asked for, or the newest, so many seconds after it was first fetched.

    Raises:
        SourceError: There is no such repository or version, yet or any more.
    """
    out = [entry for entry in _repositories().get(place.repo, []) if entry.get("after", 0) <= age]
    if not out or "gone" in out[-1]:
        raise SourceError(f"The repository {place.repo} does not exist.")
    files: dict[str, str] = {}
    for entry in out:
        files = {name: text for name, text in {**files, **entry["files"]}.items() if text is not None}
        if entry["version"] == place.version or (place.version in NEWEST and entry is out[-1]):
            return Release(place.repo, entry["version"], files)
    raise SourceError(f"The repository {place.repo} has no version {place.version}.")


def _address(kind: str, url: str) -> tuple[str, str | None, str | None]:
    """The repository, folder and version that a URL means."""
    try:
        parts = urlsplit(url)
        at_home = (parts.hostname or "").removeprefix("www.") == HOSTS[kind]
    except ValueError:
        raise SourceError(f"{url} is no URL.") from None
    owner, name, *rest = [part for part in parts.path.split("/") if part] + ["", ""]
    if not (at_home and owner and name):
        raise SourceError(f"{url} is no address of a repository on {HOSTS[kind]}.")
    rest = rest[:-2]
    version = None
    if kind == "github":  # /tree/VERSION/FOLDER
        version, rest = (rest[1] if len(rest) > 1 else None), rest[2:]
    return f"{owner}/{name}", "/".join(rest) or None, version


@cache
def _repositories() -> dict[str, list[dict[str, Any]]]:
    import yaml

    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found

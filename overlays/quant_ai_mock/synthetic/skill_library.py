"""The repositories that skills are imported from, with the versions that they publish over time.

They are read from skill_library.yaml; nothing is fetched from GitHub or skills.sh.
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
    """A skill cannot be fetched from its source; the message says why."""


@dataclass(frozen=True)
class Release:
    """One version of a repository."""

    repo: str
    version: str
    files: Mapping[str, str]

    def folders(self, path: str) -> list[str]:
        """The folders directly below a path, each with its full path.

        Raises:
            SourceError: There is none.
        """
        above = f"{path}/" if path else ""
        inside = (file.removeprefix(above) for file in self.files if file.startswith(above))
        found = dict.fromkeys(f"{above}{rest.partition('/')[0]}" for rest in inside if "/" in rest)
        if not found:
            raise SourceError(f"{self.repo} has no folders below {path or 'its top'} in {self.version}.")
        return list(found)

    def skill(self, folder: str) -> dict[str, Any]:
        """The skill that the files in a folder describe.

        Raises:
            SourceError: The folder holds no skill.
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
        """The folder of the skill with this path or name; without one, of the only skill there is.

        Raises:
            SourceError: No skill matches, or several do.
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
class SkillLocation:
    """Where a skill is: a repository, a path in it, and a version."""

    repo: str
    path: str | None
    version: str | None

    @classmethod
    def of(cls, source: Mapping[str, Any]) -> SkillLocation:
        """Read a source. Its explicit fields take precedence over what its URL says.

        Raises:
            SourceError: The URL does not belong to a source of this type.
        """
        repo, path, version = _address(source["type"], source["url"]) if "url" in source else ("", None, None)
        return cls(source.get("repo", repo), source.get("path", path), source.get("version", version))


def find_release(location: SkillLocation, age: float) -> Release:
    """A repository in the requested version, or the newest, `age` seconds after it was first fetched.

    Raises:
        SourceError: There is no such repository or version at that time.
    """
    published = [entry for entry in _repositories().get(location.repo, []) if entry.get("after", 0) <= age]
    if not published or "gone" in published[-1]:
        raise SourceError(f"The repository {location.repo} does not exist.")
    files: dict[str, str] = {}
    for entry in published:
        files = {name: text for name, text in {**files, **entry["files"]}.items() if text is not None}
        if entry["version"] == location.version or (location.version in NEWEST and entry is published[-1]):
            return Release(location.repo, entry["version"], files)
    raise SourceError(f"The repository {location.repo} has no version {location.version}.")


def _address(kind: str, url: str) -> tuple[str, str | None, str | None]:
    """The repository, folder and version that a URL stands for."""
    try:
        parts = urlsplit(url)
        on_host = (parts.hostname or "").removeprefix("www.") == HOSTS[kind]
    except ValueError:
        raise SourceError(f"{url} is no URL.") from None
    owner, name, *rest = [part for part in parts.path.split("/") if part] + ["", ""]
    if not (on_host and owner and name):
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

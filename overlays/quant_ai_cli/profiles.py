"""The config file: profiles with a token or a command that prints one, an organisation, a model and so on.

It is `config.toml` in the platform's folder for settings. Only its owner may read or write it, since it can hold tokens
and the commands that print them.
"""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import tempfile
import tomllib
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import click

from quant_ai_client.commands import GROUPS

from .failures import CommandError, ExitCode

KEYS: Final = ("token", "token_command", "organisation", "base_url", "model")
_NAMESPACES: Final = tuple(value.argument for group in GROUPS for value in group.namespace)
_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def config_file() -> Path:
    """Where the config file is."""
    return Path(click.get_app_dir("quant-ai")) / "config.toml"


def profile(name: str | None) -> dict[str, str]:
    """The settings of a profile: of this one, or of QUANT_PROFILE, or else of the default.

    Raises:
        CommandError: The file cannot be used, or there is no such profile.
    """
    path = config_file()
    given = name or os.environ.get("QUANT_PROFILE") or None
    data = read(path)
    profiles = data.get("profiles", {})
    wanted = given or data.get("default_profile") or "default"
    found = profiles.get(wanted)
    if found is None and (given or data.get("default_profile")):
        near = get_close_matches(str(wanted), profiles, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"run 'quant-ai configure --profile {wanted}'"
        raise CommandError(f"there is no profile {wanted!r} in {path}; {hint}", ExitCode.USAGE)
    return _checked(found or {}, str(wanted), path)


def read(path: Path) -> dict[str, Any]:
    """The values of the config file; none if there is no file.

    Raises:
        CommandError: Others may read or write it, it cannot be read, or it is not TOML.
    """
    try:
        check_rights(path)
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise CommandError(f"cannot read {path}: {error.strerror or error}", ExitCode.USAGE) from None
    except UnicodeDecodeError:
        raise CommandError(f"{path} is not UTF-8", ExitCode.USAGE) from None
    except tomllib.TOMLDecodeError as error:
        raise CommandError(f"{path} is not TOML: {error}", ExitCode.USAGE) from None
    if not isinstance(data.get("profiles", {}), dict):
        raise CommandError(f"{path}: profiles must be tables, such as [profiles.default]", ExitCode.USAGE)
    unknown = [key for key in data if key not in ("profiles", "default_profile")]
    if unknown:
        raise CommandError(f"{path}: unknown key {unknown[0]!r}; settings are in [profiles.default]", ExitCode.USAGE)
    return data


def check_rights(path: Path) -> None:
    """Refuse a file that others may read or write.

    Raises:
        CommandError: They may.
    """
    if os.name == "nt":
        return
    found = path.stat()
    if found.st_uid not in (os.geteuid(), 0):
        raise CommandError(f"{path} belongs to another user, so it is not used", ExitCode.DENIED)
    if mode := stat.S_IMODE(found.st_mode) & 0o077:
        what = "read" if mode & 0o044 else "change"
        raise CommandError(
            f"{path} is not used, because other users may {what} it: run 'chmod 600 {path}'", ExitCode.DENIED
        )


def _checked(found: Any, name: str, path: Path) -> dict[str, str]:
    place = f"{path}: [profiles.{name}]"
    if not isinstance(found, dict):
        raise CommandError(f"{place} must be a table", ExitCode.USAGE)
    known = (*KEYS, *_NAMESPACES)
    for key, value in found.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            raise CommandError(f"{place}: unknown key {key!r}; {hint}", ExitCode.USAGE)
        if not isinstance(value, str):
            raise CommandError(f"{place}: {key} must be a string", ExitCode.USAGE)
    return dict(found)


def token_from_command(command: str) -> str:
    """What a command prints, as a token. The command may ask on the terminal, but gets no piped data.

    Raises:
        CommandError: It fails, or prints nothing.
    """
    source = None if sys.stdin is not None and sys.stdin.isatty() else subprocess.DEVNULL
    try:
        done = subprocess.run(command, shell=True, stdin=source, stdout=subprocess.PIPE, check=False, timeout=120)
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = "took longer than 120 s" if isinstance(error, subprocess.TimeoutExpired) else str(error)
        raise CommandError(f"token_command {reason}", ExitCode.DENIED) from None
    if done.returncode:
        raise CommandError(f"token_command failed with exit code {done.returncode}", ExitCode.DENIED)
    token = done.stdout.decode("utf-8", "replace").strip()
    if not token:
        raise CommandError("token_command printed no token", ExitCode.DENIED)
    return token


def save(path: Path, name: str, settings: dict[str, str]) -> None:
    """Write a profile, and leave the rest of the file as it is.

    Raises:
        CommandError: The name is not one, or the file cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise CommandError(f"a profile is named with letters, digits, _ and -, not {name!r}", ExitCode.USAGE)
    read(path)  # a file that cannot be used is not written over
    section = f"[profiles.{name}]\n" + "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in settings.items()
    )
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        pattern = re.compile(rf"^\[profiles\.{re.escape(name)}\][^\n]*\n(?:(?!\[)[^\n]*(?:\n|\Z))*", re.MULTILINE)
        text, count = pattern.subn(lambda _: f"{section}\n", before, count=1)
        if not count:
            text = f"{before.rstrip()}\n\n{section}" if before.strip() else section
        tomllib.loads(text)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, f"{text.rstrip()}\n")
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror or error}", ExitCode.USAGE) from None
    except tomllib.TOMLDecodeError:
        raise CommandError(
            f"{path} has the profile {name} in a form that is not changed; edit it yourself", ExitCode.USAGE
        ) from None


def _write(path: Path, text: str) -> None:
    """Replace a file at once; only its owner may read it, from the first byte on."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".config-")  # made with the rights 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise

"""Virtual environments for the figures, under build/ and with exact versions.

One environment has all contenders, so that they can take turns in one process. Imports are measured in environments
with one contender each, since some packages import whatever else is installed. This project is installed from its
wheel, as users install it.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "benchmarks"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
PRISM = "@stoplight/prism-cli"
PRISM_VERSION = "5.16.0"

ALONE = {
    "python": (),
    "quant-ai": ("quant-ai",),
    "httpx": ("httpx",),
    "openai": ("openai",),
    "anthropic": ("anthropic",),
    "quantcdn-client": ("quantcdn-client",),
}
"""The environments with one contender each, and what is installed into them."""

_SOURCES = ("overlays", "generated", "spec/openapi.yaml", "scripts/hatch_build.py", "pyproject.toml")


def python(name: str) -> Path:
    """The interpreter of an environment: "all", or a key of `ALONE`."""
    return BUILD / "venv" / name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(*, alone: Iterable[str], prism: bool) -> None:
    """Create missing environments, and reinstall this project's wheel if its sources have changed.

    `alone` names the environments with one contender that are needed.
    """
    wheel = _wheel()
    _environment("all", ["-r", str(REQUIREMENTS)], wheel)
    for name in alone:
        own = name == "quant-ai"
        wanted = [str(wheel)] if own else list(ALONE[name])
        _environment(name, [*wanted, "-c", str(REQUIREMENTS)] if wanted else [], wheel if own else None)
    if prism:
        _prism()


def prism_command() -> list[str] | None:
    """The command that starts Prism; None if it could not be installed."""
    script = BUILD / "prism" / "node_modules" / PRISM / "dist" / "index.js"
    node = shutil.which("node")
    return [node, str(script)] if node and script.exists() else None


def versions() -> dict[str, str]:
    """The exact versions of what was measured."""
    code = "import importlib.metadata as m, json; print(json.dumps({d.name: d.version for d in m.distributions()}))"
    found: dict[str, str] = json.loads(_output([str(python("all")), "-c", code]))
    lines = REQUIREMENTS.with_suffix(".in").read_text().splitlines()
    named = [line.partition("==")[0] for line in lines if not line.startswith("#")]
    names = ["quant-ai", *named, "httpx2", "starlette", "uvicorn"]
    made = {name: found[name] for name in names}
    if prism_command() is not None:
        made["prism"] = PRISM_VERSION
        made["node"] = _output(["node", "--version"]).lstrip("v")
    return made


def machine() -> dict[str, Any]:
    """A description of the machine, without its name."""
    made: dict[str, Any] = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "cpu": _cpu(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
    }
    if hasattr(os, "getloadavg"):
        made["load before"] = round(os.getloadavg()[0], 1)
    return made


def _environment(name: str, wanted: list[str], wheel: Path | None) -> None:
    """Create one environment, unless it is up to date."""
    stamp = BUILD / "venv" / name / ".ready"
    key = _digest([REQUIREMENTS, *([wheel] if wheel else [])], " ".join(wanted))
    if stamp.exists() and stamp.read_text() == key:
        return
    print(f"  making the environment of {name}", flush=True)
    home = stamp.parent
    _uv("venv", "--clear", "--python", sys.executable, str(home))
    if wanted:
        _uv("pip", "install", "--compile-bytecode", "--python", str(python(name)), *wanted)
    if name == "all" and wheel:
        _uv("pip", "install", "--compile-bytecode", "--no-deps", "--python", str(python(name)), str(wheel))
    stamp.write_text(key)


def _wheel() -> Path:
    """Build this project's wheel, unless its sources are unchanged."""
    files = [ROOT / source for source in _SOURCES]
    key = _digest(
        [file for path in files for file in (sorted(path.rglob("*")) if path.is_dir() else [path])],
        sys.version,
    )
    home = BUILD / "wheel" / key[:16]
    if not list(home.glob("*.whl")):
        shutil.rmtree(home.parent, ignore_errors=True)
        print("  building the wheel", flush=True)
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(home), str(ROOT)]
        _output(command)
    return next(home.glob("*.whl"))


def _prism() -> None:
    home = BUILD / "prism"
    manifest = home / "node_modules" / PRISM / "package.json"
    if manifest.exists() and json.loads(manifest.read_text())["version"] == PRISM_VERSION:
        return
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("  no node here: Prism is left out", flush=True)
        return
    print("  installing Prism", flush=True)
    home.mkdir(parents=True, exist_ok=True)
    (home / "package.json").write_text('{"private": true}\n')
    command = [npm, "install", "--no-audit", "--no-fund", "--silent", "--save-exact", f"{PRISM}@{PRISM_VERSION}"]
    if subprocess.run(command, cwd=home, timeout=600, check=False, capture_output=True).returncode != 0:
        print("  npm could not install Prism: it is left out", flush=True)


def _uv(*arguments: str) -> None:
    _output([sys.executable, "-m", "uv", *arguments, "--quiet", "--no-config"])


def _output(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode != 0:
        raise SystemExit(f"failed: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def _digest(files: list[Path], more: str) -> str:
    made = hashlib.sha256(more.encode())
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            made.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return made.hexdigest()


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")

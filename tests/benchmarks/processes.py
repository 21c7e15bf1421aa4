"""Run fresh interpreters, and measure the memory and time of processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MIB = 1024 * 1024


def fresh(program: str, python: Path | str = sys.executable, *, timeout: float = 120) -> list[float]:
    """Run a program in an isolated interpreter, and return the numbers that it prints."""
    done = subprocess.run(
        [str(python), "-I", "-c", program], capture_output=True, text=True, timeout=timeout, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"the measured program failed:\n{program}\n{done.stderr}")
    return [float(number) for number in done.stdout.split()]


def resident(process: int | str = "self") -> int:
    """The memory of a process now, in bytes."""
    return _status(process, "VmRSS")


def peak(process: int | str = "self") -> int:
    """The peak memory of a process since its start or reset_peak(), in bytes."""
    return _status(process, "VmHWM")


def cpu_seconds(process: int) -> float:
    """The processor time of a process, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def reset_peak() -> None:
    """Reset what peak() returns."""
    Path("/proc/self/clear_refs").write_text("5")


def known() -> bool:
    """Whether this system reports the memory of a process."""
    return Path("/proc/self/status").exists()


def pin(core: int, process: int = 0) -> None:
    """Keep a process on one core, if the system can and has a second one."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        if len(cores) > 1 or process:
            os.sched_setaffinity(process, {cores[core % len(cores)]})


def _status(process: int | str, name: str) -> int:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise LookupError(name)

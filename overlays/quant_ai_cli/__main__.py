"""The command `quant-ai`, also as `python -m`. It says so in one line if the extra `cli` is not installed."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def main() -> int:
    """Run the command."""
    try:
        from .application import run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("quant_ai"):
            raise
        print(f"quant-ai needs {error.name}: pip install 'quant-ai[cli]'", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    signal.signal(signal.SIGTERM, _terminate)
    return run(sys.argv[1:])


def _terminate(number: int, frame: FrameType | None) -> None:
    """End by SIGTERM in the usual way, so that servers stop and the terminal is left as it was."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())

"""Start `quant-ai-contract`; if the extra `mock` is not installed, say so in one line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command."""
    try:
        from .command_line import main as run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("quant_ai"):
            raise
        print(f"quant-ai-contract needs {error.name}: pip install 'quant-ai[mock]'", file=sys.stderr)
        return 2
    return run()


if __name__ == "__main__":
    sys.exit(main())

"""Read invoices from text files into dataclasses, and print what is due.

    python examples/invoices.py invoices/*.txt

A text that the model cannot turn into an invoice is reported, and the others are read all the same.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from quant_ai import ParseError, QuantAI, QuantAIError

MODEL = "amazon.nova-pro-v1:0"  # a model with structured output


@dataclass
class Line:
    """One line of an invoice."""

    description: str
    amount: Annotated[Decimal, "Without tax, in the currency of the invoice."]


@dataclass
class Invoice:
    """An invoice."""

    number: str
    due: date
    currency: Annotated[str, "Three letters, such as EUR."]
    lines: list[Line]

    @property
    def total(self) -> Decimal:
        """The sum of all lines."""
        return sum((line.amount for line in self.lines), Decimal(0))


def main(paths: list[str]) -> int:
    """Read the files; return how many could not be read."""
    failed = 0
    with QuantAI() as client:
        for path in paths:
            try:
                invoice = read_invoice(client, Path(path).read_text(encoding="utf-8"))
            except (ParseError, OSError, UnicodeDecodeError) as error:
                failed += 1
                print(f"{path}: {error}", file=sys.stderr)
            else:
                print(f"{path}: {invoice.number}, {invoice.total} {invoice.currency}, due on {invoice.due}")
    return failed


def read_invoice(client: QuantAI, text: str) -> Invoice:
    """Let the model read an invoice."""
    reply = client.chat.parse(
        Invoice,
        model_id=MODEL,
        system_prompt="Extract the invoice from the text.",
        messages=[{"role": "user", "content": text}],
    )
    return reply.parsed


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: invoices.py FILE...")
    try:
        sys.exit(min(main(sys.argv[1:]), 1))
    except QuantAIError as error:
        sys.exit(str(error))  # one line on stderr, and the exit status 1
    except KeyboardInterrupt:
        sys.exit(130)

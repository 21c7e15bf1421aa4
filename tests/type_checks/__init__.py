"""What type checkers report to users: on snippets, and on the blocks of README and docs."""

"""What users write, as type checkers see it. Nothing here is run.

Each function is one snippet, and its docstring says why it passes. A line that type checkers must report ends in
`# error:` and the reason. `test_user_snippets.py` checks that mypy --strict and basedpyright report those lines and
no other.
"""

"""The hand-written modules of the generated package; `make generate` copies each of them into it.

They import one another and nothing else of the generated package, so that they are linted and type-checked here. This
file is not copied: the package has an `__init__` of its own.
"""

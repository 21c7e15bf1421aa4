# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""Functions of the operations, one module each, one package for each tag."""

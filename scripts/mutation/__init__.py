"""Mutants of the client's code, and what type checker and tests make of each: for scripts/mutants_code.py."""

"""Benchmarks of this project beside its alternatives. `make bench` runs them and writes the results.

Each module measures one figure, taking turns between this project and its alternatives within one run. A claim is
always a ratio from one run, since absolute times depend on the machine.
"""

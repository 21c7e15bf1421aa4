"""Benchmarks side by side with what users would pick instead; `make bench` runs them, and tells what it found.

Each figure is a module here that measures one thing, ours and the rivals' in turns, within one run. What is claimed
is always a ratio of that run: absolute times are a property of the machine.
"""

"""Shared by the tests of the mock server: HTTP clients, state machines, a fuzzer, and helpers for single resources."""

"""Recordings for the tests of quant-ai-contract."""

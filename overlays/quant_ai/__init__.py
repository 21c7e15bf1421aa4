"""Typed client of the Quant AI v3 REST API."""

"""Mutations of the mock server, of the client and of the spec, each of which the contract tests have to notice."""

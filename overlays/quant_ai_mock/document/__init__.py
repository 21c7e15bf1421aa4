"""The spec as the mock serves it: its operations, schemas, defaults, examples and refusals."""

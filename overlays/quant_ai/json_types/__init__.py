"""Python types as JSON Schema, and JSON values as values of those types: for tools, and for `chat.parse`."""

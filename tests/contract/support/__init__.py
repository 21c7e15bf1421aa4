"""What the contract tests share: the spec, the service and the client under test, and the programs beside them."""

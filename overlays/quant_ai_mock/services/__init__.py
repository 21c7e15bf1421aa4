"""What each operation does: one module per tag of the document, one function per operationId."""

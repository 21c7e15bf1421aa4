"""The pages of the documentation site that are made from other files: the API reference and the HTTP reference."""

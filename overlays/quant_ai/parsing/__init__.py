"""Replies as values of the caller's own types: what `chat.parse` and `into=` do with a reply. No I/O."""

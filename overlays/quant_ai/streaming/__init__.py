"""Read replies that arrive as server-sent events."""

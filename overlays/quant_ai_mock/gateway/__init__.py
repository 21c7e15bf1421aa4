"""From an HTTP request to its reply: routing, validation, faults and sending."""

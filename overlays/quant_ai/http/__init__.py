"""Send requests: where the API is, attempts, retries, deadlines and whole replies."""

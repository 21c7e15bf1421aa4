"""Send requests with httpx: endpoint, attempts, retries, deadlines and whole replies."""

"""Wait for long-running work, and read lists page by page."""

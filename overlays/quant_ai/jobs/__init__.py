"""Wait for jobs that continue after their request, and read lists page by page."""

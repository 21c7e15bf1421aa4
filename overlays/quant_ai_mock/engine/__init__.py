"""What the service does over time: turns of a conversation, executions, tool runs, crawls and batches."""

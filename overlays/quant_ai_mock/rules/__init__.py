"""Who may spend what: admission, budgets, metering and content filters."""

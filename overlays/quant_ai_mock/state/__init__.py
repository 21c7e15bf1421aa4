"""One server's memory: its store, clock, journal, settings, faults and scripted replies."""

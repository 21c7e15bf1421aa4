"""The generator behind scripts/generate.py: document -> parser -> views -> templates."""

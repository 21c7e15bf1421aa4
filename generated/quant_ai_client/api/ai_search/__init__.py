# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""Operations of ai_search."""

"""`python -m quant_ai_mock` is `quant-ai-mock`."""

from .server import main

raise SystemExit(main())

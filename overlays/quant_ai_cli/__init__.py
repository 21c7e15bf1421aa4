"""The command `quant-ai`: the API in a terminal and in scripts.

Its commands are made from the tables in `quant_ai_client.commands`, which `make generate` writes from the spec. It is
not meant to be imported: programs use `quant_ai`.
"""

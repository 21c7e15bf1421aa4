# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of models."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /models",
        summary="List models",
        text=(
            "Returns the models that your organisation may use, in one reply. Models that its governance "
            "forbids are left out. Use `--feature` to filter. The list rarely changes, so it can be cached "
            "for a few minutes. `quant-ai models get` adds the description and the price."
        ),
        values=(
            CommandValue(
                "feature",
                "feature",
                "feature",
                "query",
                "text",
                help=('Return only models with this feature. By default, all models are returned. Default: "all".'),
                choices=("chat", "embeddings", "vision", "streaming", "image_generation", "all"),
            ),
        ),
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /models/{modelId}",
        summary="Get a model",
        text=(
            "Returns one model with its limits, price and availability. Check `available` and `deprecated` "
            "before you choose a model, and `maxOutputTokens` before you set `maxTokens` in a chat. A model "
            "that your organisation's governance forbids is not available."
        ),
        values=(
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "path",
                "text",
                help=(
                    "Id of the model, as listed, with provider and version. Its `:` can be sent as it is or "
                    "percent-encoded as `%3A`."
                ),
                required=True,
            ),
        ),
    ),
)

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of embeddings."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "create",
        "create",
        "call",
        "POST /embeddings",
        summary="Embed texts",
        text=(
            "Turns one text, or up to 100 texts, into vectors. A single string returns one vector; an array, "
            "even with one text, returns an array of vectors in the same order. Only compare vectors of the "
            "same model, `--dimensions` and `--normalize`. The same input returns the same vectors, but every"
            " request is billed, also one whose reply was lost."
        ),
        values=(
            CommandValue(
                "input",
                "input",
                "input",
                "body",
                "text",
                help="One text, or an array of 1 to 100. This determines the shape of the reply.",
                required=True,
                many="either",
            ),
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "body",
                "text",
                help=(
                    "Model that creates the vectors. Vectors of different models cannot be compared. Default: "
                    '"amazon.titan-embed-text-v2:0".'
                ),
            ),
            CommandValue(
                "dimensions",
                "dimensions",
                "dimensions",
                "body",
                "integer",
                help=(
                    "Length of each vector. Shorter vectors take less space and compare faster; longer ones are more "
                    "accurate. Titan V2 supports 256, 512 or 1024. The service also lists 8192, which no known model "
                    "supports. Models with a fixed length, such as Titan V1 with 1536, ignore it: check `dimension` "
                    "in the reply. Default: 1024."
                ),
                choices=("256", "512", "1024", "8192"),
            ),
            CommandValue(
                "normalize",
                "normalize",
                "normalize",
                "body",
                "boolean",
                help=(
                    "Whether to scale each vector to length 1, so that a dot product is the cosine similarity. "
                    "Default: true."
                ),
            ),
        ),
        body="fields",
    ),
)

"""The models that the mock offers, with the ids, limits and prices known from the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CatalogueModel:
    """One model."""

    id: str
    name: str
    description: str
    context_window: int
    max_output: int | None
    features: tuple[str, ...]
    tools: bool = False
    structured: bool = False
    price: tuple[float, float] | None = None
    released: str | None = None
    dimensions: tuple[int, ...] = ()
    deprecated: bool = False

    @property
    def provider(self) -> str:
        return self.id.split(".")[0]

    def cents(self, input_tokens: int, output_tokens: int) -> float:
        """The price of an answer in US cents."""
        read, written = self.price or (0.0, 0.0)
        return round((input_tokens * read + output_tokens * written) / 10_000, 6)

    def summary(self) -> dict[str, Any]:
        """The model as lists show it, with the capability flags of both sources."""
        chat, vision = "chat" in self.features, "vision" in self.features
        streaming = "streaming" in self.features
        found = {
            "id": self.id,
            "name": self.name,
            "provider": self.provider,
            "contextWindow": self.context_window,
            "maxOutputTokens": self.max_output,
            "supportedFeatures": list(self.features),
            "capabilities": {
                "text": chat or "embeddings" in self.features,
                "multimodal": vision,
                "embeddings": "embeddings" in self.features,
                "streaming": streaming,
                "toolUse": self.tools,
                "supportsTools": self.tools,
                "supportsStructuredOutput": self.structured,
                "supportsMultimodal": vision,
                "supportsVision": vision,
                "supportsStreaming": streaming,
            },
        }
        return {key: value for key, value in found.items() if value is not None}

    def details(self) -> dict[str, Any]:
        """The model with everything that is known about it."""
        found = self.summary() | {
            "description": self.description,
            "releaseDate": self.released,
            "deprecated": self.deprecated,
            "available": True,
        }
        if self.price is not None:
            read, written = self.price
            found["pricing"] = {"inputPerMToken": read, "outputPerMToken": written, "currency": "USD"}
        return {key: value for key, value in found.items() if value is not None}


_TEXT = ("chat", "streaming")
_VISION = ("chat", "vision", "streaming")
_CLAUDE_PRICE = (3.0, 15.0)

MODELS: dict[str, CatalogueModel] = {
    model.id: model
    for model in (
        CatalogueModel(
            "amazon.nova-lite-v1:0",
            "Amazon Nova Lite",
            "Fast, inexpensive; reads text, images, video, documents.",
            300_000,
            5_000,
            _VISION,
            price=(0.06, 0.24),
            released="2024-12-03",
        ),
        CatalogueModel(
            "amazon.nova-pro-v1:0",
            "Amazon Nova Pro",
            "Balanced; reads text, images, video and documents.",
            300_000,
            5_000,
            _VISION,
            tools=True,
            structured=True,
            price=(0.8, 3.2),
            released="2024-12-03",
        ),
        CatalogueModel(
            "amazon.nova-micro-v1:0",
            "Amazon Nova Micro",
            "Text only, with the lowest latency.",
            128_000,
            5_000,
            _TEXT,
            price=(0.035, 0.14),
            released="2024-12-03",
        ),
        CatalogueModel(
            "anthropic.claude-sonnet-4-6",
            "Claude Sonnet 4.6",
            "Strong reasoning, long work and tools.",
            200_000,
            64_000,
            _VISION,
            tools=True,
            price=_CLAUDE_PRICE,
        ),
        CatalogueModel(
            "anthropic.claude-sonnet-4-5",
            "Claude Sonnet 4.5",
            "Strong reasoning, long work and tools.",
            200_000,
            64_000,
            _VISION,
            tools=True,
            price=_CLAUDE_PRICE,
            released="2025-09-29",
        ),
        CatalogueModel(
            "anthropic.claude-sonnet-4-20250514-v1:0",
            "Claude Sonnet 4",
            "Balanced reasoning and speed.",
            200_000,
            64_000,
            _VISION,
            tools=True,
            price=_CLAUDE_PRICE,
            released="2025-05-14",
        ),
        CatalogueModel(
            "anthropic.claude-3-5-sonnet-20241022-v2:0",
            "Claude 3.5 Sonnet v2",
            "Structured output and tools.",
            200_000,
            8_192,
            _VISION,
            tools=True,
            structured=True,
            price=_CLAUDE_PRICE,
            released="2024-10-22",
        ),
        CatalogueModel(
            "anthropic.claude-3-5-sonnet-20240620-v1:0",
            "Claude 3.5 Sonnet",
            "Structured output and tools.",
            200_000,
            8_192,
            _VISION,
            tools=True,
            structured=True,
            price=_CLAUDE_PRICE,
            released="2024-06-20",
        ),
        CatalogueModel(
            "anthropic.claude-3-opus-20240229-v1:0",
            "Claude 3 Opus",
            "The largest of the third generation.",
            200_000,
            4_096,
            _VISION,
            tools=True,
            price=(15.0, 75.0),
            released="2024-02-29",
            deprecated=True,
        ),
        CatalogueModel(
            "anthropic.claude-3-sonnet-20240229-v1:0",
            "Claude 3 Sonnet",
            "The middle of the third generation.",
            200_000,
            4_096,
            _VISION,
            tools=True,
            price=_CLAUDE_PRICE,
            released="2024-02-29",
            deprecated=True,
        ),
        CatalogueModel(
            "anthropic.claude-3-haiku-20240307-v1:0",
            "Claude 3 Haiku",
            "Quick and inexpensive.",
            200_000,
            4_096,
            _VISION,
            tools=True,
            price=(0.25, 1.25),
            released="2024-03-07",
        ),
        CatalogueModel(
            "amazon.nova-canvas-v1:0",
            "Amazon Nova Canvas",
            "Makes and edits images.",
            1_024,
            None,
            ("image_generation",),
            released="2024-12-03",
        ),
        CatalogueModel(
            "amazon.titan-embed-text-v2:0",
            "Titan Text Embeddings V2",
            "Embeds text of up to 8,192 tokens.",
            8_192,
            None,
            ("embeddings",),
            price=(0.02, 0.0),
            released="2024-04-30",
            dimensions=(256, 512, 1024, 8192),
        ),
        CatalogueModel(
            "amazon.titan-embed-text-v1:0",
            "Titan Text Embeddings V1",
            "Embeds text in 1,536 dimensions.",
            8_192,
            None,
            ("embeddings",),
            price=(0.1, 0.0),
            dimensions=(1536,),
            deprecated=True,
        ),
        CatalogueModel(
            "amazon.titan-embed-text-v1",
            "Titan Text Embeddings V1",
            "Another id of Titan Text Embeddings V1.",
            8_192,
            None,
            ("embeddings",),
            price=(0.1, 0.0),
            dimensions=(1536,),
            deprecated=True,
        ),
        CatalogueModel(
            "cohere.embed-english-v3",
            "Cohere Embed English",
            "Embeds English text in 1,024 dimensions.",
            512,
            None,
            ("embeddings",),
            price=(0.1, 0.0),
            dimensions=(1024,),
        ),
        CatalogueModel(
            "cohere.embed-multilingual-v3",
            "Cohere Embed Multilingual",
            "Embeds text of over 100 languages.",
            512,
            None,
            ("embeddings",),
            price=(0.1, 0.0),
            dimensions=(1024,),
        ),
    )
}

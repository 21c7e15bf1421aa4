"""Small types that models and clients share: `UNSET`, unknown values, and the base class of all models."""

from __future__ import annotations

from quant_ai_client.types import UNSET, Base64, Model, Unknown, Unset

__all__ = ["UNSET", "Base64", "Model", "Unknown", "Unset"]

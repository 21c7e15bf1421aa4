# Derived from async_extended.py by `make generate`; do not edit.
# Written by `make generate` from the modules beside this one; do not edit.
"""The resources that have hand-written methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quant_ai_client.namespaces import resource
from quant_ai_client.resources import Resources

from . import extended as _resources

if TYPE_CHECKING:
    from .chat import Chat as Chat
    from .embeddings import Embeddings as Embeddings
    from .files import Files as Files
    from .models import Models as Models
    from .vector_db import VectorDb as VectorDb


def __getattr__(name: str) -> Any:
    """Import a class when type hints are resolved that name it."""
    if name == "Chat":
        from .chat import Chat

        return Chat
    if name == "Embeddings":
        from .embeddings import Embeddings

        return Embeddings
    if name == "Files":
        from .files import Files

        return Files
    if name == "Models":
        from .models import Models

        return Models
    if name == "VectorDb":
        from .vector_db import VectorDb

        return VectorDb
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class ExtendedResources(Resources):
    """All resources, with the hand-written classes of those that have one."""

    @resource
    def chat(self) -> _resources.Chat:
        from .chat import Chat

        return Chat(self._caller)

    @resource
    def embeddings(self) -> _resources.Embeddings:
        from .embeddings import Embeddings

        return Embeddings(self._caller)

    @resource
    def files(self) -> _resources.Files:
        from .files import Files

        return Files(self._caller)

    @resource
    def models(self) -> _resources.Models:
        from .models import Models

        return Models(self._caller)

    @resource
    def vector_db(self) -> _resources.VectorDb:
        from .vector_db import VectorDb

        return VectorDb(self._caller)

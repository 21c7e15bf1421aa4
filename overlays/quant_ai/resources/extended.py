# Derived from async_extended.py by `make generate`; do not edit.
# Written by `make generate` from the modules beside this one; do not edit.
"""The resources that have hand-written methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quant_ai_client.namespaces import resource
from quant_ai_client.resources import Resources

if TYPE_CHECKING:
    from .chat import Chat
    from .embeddings import Embeddings
    from .files import Files
    from .models import Models
    from .vector_db import VectorDb


class ExtendedResources(Resources):
    """All resources, with the hand-written classes of those that have one."""

    @resource
    def chat(self) -> Chat:
        from .chat import Chat

        return Chat(self._caller)

    @resource
    def embeddings(self) -> Embeddings:
        from .embeddings import Embeddings

        return Embeddings(self._caller)

    @resource
    def files(self) -> Files:
        from .files import Files

        return Files(self._caller)

    @resource
    def models(self) -> Models:
        from .models import Models

        return Models(self._caller)

    @resource
    def vector_db(self) -> VectorDb:
        from .vector_db import VectorDb

        return VectorDb(self._caller)

# Written by `make generate` from the modules beside this one; do not edit.
"""The resources that have hand-written methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quant_ai_client.namespaces import resource
from quant_ai_client.resources import AsyncResources

if TYPE_CHECKING:
    from .async_chat import AsyncChat
    from .async_embeddings import AsyncEmbeddings
    from .async_files import AsyncFiles
    from .async_models import AsyncModels
    from .async_vector_db import AsyncVectorDb


class AsyncExtendedResources(AsyncResources):
    """All resources, with the hand-written classes of those that have one."""

    @resource
    def chat(self) -> AsyncChat:
        from .async_chat import AsyncChat

        return AsyncChat(self._caller)

    @resource
    def embeddings(self) -> AsyncEmbeddings:
        from .async_embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._caller)

    @resource
    def files(self) -> AsyncFiles:
        from .async_files import AsyncFiles

        return AsyncFiles(self._caller)

    @resource
    def models(self) -> AsyncModels:
        from .async_models import AsyncModels

        return AsyncModels(self._caller)

    @resource
    def vector_db(self) -> AsyncVectorDb:
        from .async_vector_db import AsyncVectorDb

        return AsyncVectorDb(self._caller)

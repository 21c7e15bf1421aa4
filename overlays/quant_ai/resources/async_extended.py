# Written by `make generate` from the modules beside this one; do not edit.
"""The resources that have hand-written methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quant_ai_client.namespaces import resource
from quant_ai_client.resources import AsyncResources

from . import async_extended as _resources

if TYPE_CHECKING:
    from .async_chat import AsyncChat as AsyncChat
    from .async_embeddings import AsyncEmbeddings as AsyncEmbeddings
    from .async_files import AsyncFiles as AsyncFiles
    from .async_models import AsyncModels as AsyncModels
    from .async_vector_db import AsyncVectorDb as AsyncVectorDb


def __getattr__(name: str) -> Any:
    """Import a class when type hints are resolved that name it."""
    if name == "AsyncChat":
        from .async_chat import AsyncChat

        return AsyncChat
    if name == "AsyncEmbeddings":
        from .async_embeddings import AsyncEmbeddings

        return AsyncEmbeddings
    if name == "AsyncFiles":
        from .async_files import AsyncFiles

        return AsyncFiles
    if name == "AsyncModels":
        from .async_models import AsyncModels

        return AsyncModels
    if name == "AsyncVectorDb":
        from .async_vector_db import AsyncVectorDb

        return AsyncVectorDb
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class AsyncExtendedResources(AsyncResources):
    """All resources, with the hand-written classes of those that have one."""

    @resource
    def chat(self) -> _resources.AsyncChat:
        from .async_chat import AsyncChat

        return AsyncChat(self._caller)

    @resource
    def embeddings(self) -> _resources.AsyncEmbeddings:
        from .async_embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._caller)

    @resource
    def files(self) -> _resources.AsyncFiles:
        from .async_files import AsyncFiles

        return AsyncFiles(self._caller)

    @resource
    def models(self) -> _resources.AsyncModels:
        from .async_models import AsyncModels

        return AsyncModels(self._caller)

    @resource
    def vector_db(self) -> _resources.AsyncVectorDb:
        from .async_vector_db import AsyncVectorDb

        return AsyncVectorDb(self._caller)

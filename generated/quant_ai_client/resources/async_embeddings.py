# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from ..models.embedding_dimensions import EmbeddingDimensions
    from ..models.embedding_input import EmbeddingInputParam
    from ..models.embeddings_reply import EmbeddingsReply
    from ..protocol import AsyncCaller
    from ..types import Unset


class AsyncEmbeddings:
    """Turn text into vectors whose distance tells how close two texts are in meaning. To store and search the
    vectors as well, let a collection of the vector database make them for you.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        input: EmbeddingInputParam,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
    ) -> EmbeddingsReply:
        """Embed texts.

        Turns one text, or up to 100 texts in one request, into vectors. One text gives one flat vector; an
        array, even of one text, gives an array of vectors in the same order. Compare only vectors of the same
        model, `dimensions` and `normalize`. The same input gives the same vectors, so a lost request may be
        sent again; it is billed again as well.

        Args:
            input (EmbeddingInputParam): One text, or an array of 1 to 100. Which of the two it is decides the
                shape of the reply.
            model_id (str): Model that makes the vectors. Vectors of different models cannot be compared. Server
                default: "amazon.titan-embed-text-v2:0".
            dimensions (EmbeddingDimensions): Length of each vector, in numbers. Shorter vectors take less room
                and are compared faster; longer ones tell finer differences. Titan V2 makes 256, 512 or 1024.
                The service lists 8192 too, which no known model makes. Models of a fixed length, such as Titan
                V1 with 1536, do not follow it: `dimension` of the reply is what counts. Known values: 256, 512,
                1024, 8192. Server default: 1024.
            normalize (bool): Whether to scale each vector to length 1, so that a dot product is the cosine
                similarity. Server default: true.

        Returns:
            The vectors, in the order of the texts.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.embeddings.create(input="How do I purge the cache of one page?")
        """
        from ..api.embeddings import embeddings_create as _operation

        body = {"input": input, "modelId": model_id, "dimensions": dimensions, "normalize": normalize}
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from .. import encoding as _encoding
from .. import models
from ..protocol import AsyncCaller


class AsyncEmbeddings:
    """Turn text into vectors for comparing meaning. To store and search the vectors too, use a vector database
    collection, which creates them for you.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        input: models.EmbeddingInputParam,
        model_id: str | None = None,
        dimensions: models.EmbeddingDimensions | None = None,
        normalize: bool | None = None,
    ) -> models.EmbeddingsReply:
        """Embed texts.

        Turns one text, or up to 100 texts, into vectors. A single string returns one vector; an array, even
        with one text, returns an array of vectors in the same order. Only compare vectors of the same model,
        `dimensions` and `normalize`. The same input returns the same vectors, but every request is billed, also
        one whose reply was lost.

        Args:
            input (EmbeddingInputParam): One text, or an array of 1 to 100. This determines the shape of the
                reply.
            model_id (str): Model that creates the vectors. Vectors of different models cannot be compared.
                Server default: "amazon.titan-embed-text-v2:0".
            dimensions (EmbeddingDimensions): Length of each vector. Shorter vectors take less space and compare
                faster; longer ones are more accurate. Titan V2 supports 256, 512 or 1024. The service also
                lists 8192, which no known model supports. Models with a fixed length, such as Titan V1 with
                1536, ignore it: check `dimension` in the reply. Known values: 256, 512, 1024, 8192. Server
                default: 1024.
            normalize (bool): Whether to scale each vector to length 1, so that a dot product is the cosine
                similarity. Server default: True.

        Returns:
            The vectors, in the order of the texts.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.embeddings.create(input="How do I purge the cache of one page?")
        """
        from ..api.embeddings import embeddings_create as _operation

        _body = {
            "input": input,
            **_encoding.given({"modelId": model_id, "dimensions": dimensions, "normalize": normalize}),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

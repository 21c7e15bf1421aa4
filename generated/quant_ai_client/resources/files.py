# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from .. import encoding as _encoding
from .. import models
from ..pages import Page
from ..protocol import Caller
from ..types import Base64
from .async_files import AsyncFiles

__all__ = ["AsyncFiles", "Files"]


class Files:
    """Files that chats and agents can read and write, with custom metadata for filtering."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, filter: str | None = None, limit: int | None = None, cursor: str | None = None
    ) -> Page[models.StoredFile, models.FileList]:
        """List files.

        Returns the stored files in pages, without their content. `filter` selects by the metadata given at
        upload; a filter that is not a JSON object raises `BadRequestError`.

        Args:
            filter (str): A JSON object as a string, mapping metadata fields to values. A file matches if each
                field equals its value, or is an array that contains it.
            limit (int): Maximum number of files per page. 1 to 200. Server default: 50.
            cursor (str): The `next_cursor` of the previous page; leave it out for the first page. Keep the
                other parameters the same. A cursor is opaque: do not build one yourself.

        Returns:
            A page of files.

        Raises:
            BadRequestError: The filter is not a JSON object.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            for item in client.files.list():
                print(item)
        """
        from ..api.files import files_list as _operation

        _request = _operation.request(filter=filter, limit=limit, cursor=cursor)
        return self._caller.page(_operation.OPERATION, _request, _operation.items)

    def upload(
        self,
        *,
        content_type: models.FileContentType,
        content: Base64 | None = None,
        request_upload_url: bool | None = None,
        size: int | None = None,
        filename: str | None = None,
        metadata: models.JsonObjectParam | None = None,
    ) -> models.FileUploaded:
        """Upload a file.

        Stores a file in one of two ways. The body is always JSON, never a multipart form.

        - **Directly**, up to 7 MB: send the bytes in `content`, as base64. A larger file raises
          `PayloadTooLargeError`.
        - **With a presigned URL**, for larger files: set `request_upload_url` to true and leave `content` out.
          Then PUT the bytes to the `upload_url` of the reply within `expires_in` seconds, with the same content
          type and without your token.

        Args:
            content_type (FileContentType): Supported media types.
            content (Base64): The content of the file as base64, up to 7 MB before encoding.
            request_upload_url (bool): Return a URL to upload the content to, instead of sending it here. Server
                default: False.
            size (int): Size of the content, in bytes; useful with `request_upload_url`, because the service
                does not have the content yet.
            filename (str): Name of the file.
            metadata (JsonObjectParam): Custom metadata for filtering. A missing `artifactType` is filled in
                from the content type.

        Returns:
            The file was stored, or with `request_upload_url` an upload URL was created for it.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            PayloadTooLargeError: The body is larger than the operation allows.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.files.upload(
                content_type="text/markdown",
                content="IyBSZWxlYXNlIG5vdGVzCgpTZWFyY2ggaXMgZmFzdGVyLgo=",
                filename="notes.md",
                metadata={"tags": ["release", "draft"]},
            )
        """
        from ..api.files import files_upload as _operation

        _body = {
            "contentType": content_type,
            **_encoding.given(
                {
                    "content": content,
                    "requestUploadUrl": request_upload_url,
                    "size": size,
                    "filename": filename,
                    "metadata": metadata,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get(self, file_id: str) -> models.FileDetails:
        """Get a file.

        Returns the metadata of a file, with a `url` to download it from. The URL needs no token and is valid
        for 1 hour; get the file again for a new one. A file whose bytes have not been uploaded yet raises
        `NotFoundError`.

        Args:
            file_id (str): The `file_id` of a stored file.

        Returns:
            The file, with a URL that is valid for 1 hour.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.files.get("7c1e9f4b-3a58-4d20-b6e7-5f0a2d8c4b19")
        """
        from ..api.files import files_get as _operation

        _request = _operation.request(file_id)
        return self._caller.call(_operation.OPERATION, _request)

    def delete(self, file_id: str) -> models.FileDeleted:
        """Delete a file.

        Deletes the file and its metadata permanently. Its download URLs stop working.

        Args:
            file_id (str): The `file_id` of a stored file.

        Returns:
            The file was deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.files.delete("7c1e9f4b-3a58-4d20-b6e7-5f0a2d8c4b19")
        """
        from ..api.files import files_delete as _operation

        _request = _operation.request(file_id)
        return self._caller.call(_operation.OPERATION, _request)

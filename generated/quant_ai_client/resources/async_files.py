# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from ..models.file_content_type import FileContentType
    from ..models.file_deleted import FileDeleted
    from ..models.file_details import FileDetails
    from ..models.file_list import FileList
    from ..models.file_uploaded import FileUploaded
    from ..models.json_object import JsonObjectParam
    from ..models.stored_file import StoredFile
    from ..protocol import AsyncCaller, AsyncPage
    from ..types import Base64, Unset


class AsyncFiles:
    """Files that chats and agents read and write, with metadata of your own to find them by."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, *, filter: str | Unset = UNSET, limit: int | Unset = UNSET, cursor: str | Unset = UNSET
    ) -> AsyncPage[StoredFile, FileList]:
        """List files.

        Returns what is known of the stored files, a page at a time, without their content. `filter` narrows the
        list by the metadata given at upload; a filter that is not a JSON object is answered with 400.

        Args:
            filter (str): A JSON object, written as text, whose members name metadata fields. A file passes if
                each field equals the value given, or is an array that contains it.
            limit (int): The largest number of files on a page. 1 to 200. Server default: 50.
            cursor (str): The `nextCursor` of the page before; leave it out for the first page. Keep the other
                parameters as they were, and do not build a cursor yourself.

        Returns:
            A page of files.

        Raises:
            400: The filter is not a JSON object.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.files.list()
        """
        from ..api.files import files_list as _operation

        request = _operation.request(filter=filter, limit=limit, cursor=cursor)
        return await self._caller.page(_operation.OPERATION, request, _operation.items)

    async def upload(
        self,
        *,
        content_type: FileContentType,
        content: Base64 | Unset = UNSET,
        request_upload_url: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        filename: str | Unset = UNSET,
        metadata: JsonObjectParam | Unset = UNSET,
    ) -> FileUploaded:
        """Upload a file.

        Stores a file in one of two ways. The body is JSON in both, never a multipart form.

        - **Directly**, up to 7 MB: send the bytes in `content`, as base64. A larger file is answered with 413.
        - **By presigned URL**, for larger ones: set `requestUploadUrl` to true and leave `content` out. Then
          send the bytes by PUT to the `uploadUrl` of the reply, with the same content type and without your
          token, within `expiresIn` seconds.

        Args:
            content_type (FileContentType): The media types that can be stored.
            content (Base64): The bytes of the file as base64, up to 7 MB before encoding.
            request_upload_url (bool): Ask for a URL to send the bytes to, instead of sending them here. Server
                default: false.
            size (int): Size of the content, in bytes; useful with `requestUploadUrl`, where the service cannot
                see it yet.
            filename (str): Name of the file, for people.
            metadata (JsonObjectParam): Facts of your own to find the file by. A missing `artifactType` is
                filled in from the content type.

        Returns:
            The file is stored, or with `requestUploadUrl` its place is reserved and waits for the bytes.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            413: The body has more bytes than the operation takes.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.files.upload(
                content_type="text/markdown",
                content="IyBSZWxlYXNlIG5vdGVzCgpTZWFyY2ggaXMgZmFzdGVyLgo=",
                filename="notes.md",
                metadata={"tags": ["release", "draft"]},
            )
        """
        from ..api.files import files_upload as _operation

        body = {
            "contentType": content_type,
            "content": content,
            "requestUploadUrl": request_upload_url,
            "size": size,
            "filename": filename,
            "metadata": metadata,
        }
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, file_id: str) -> FileDetails:
        """Get a file.

        Returns what is known of a file, with a `url` to download its bytes from. The URL needs no token and is
        good for 1 hour; get the file again for a new one. A file whose bytes have not been sent to its upload
        URL yet is answered with 404.

        Args:
            file_id (str): The `fileId` of a stored file, as its upload or the list returns it.

        Returns:
            The file, with a URL that is good for 1 hour from now.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.files.get("7c1e9f4b-3a58-4d20-b6e7-5f0a2d8c4b19")
        """
        from ..api.files import files_get as _operation

        request = _operation.request(file_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete(self, file_id: str) -> FileDeleted:
        """Delete a file.

        Deletes the file and its metadata for good. URLs handed out for it stop working.

        Args:
            file_id (str): The `fileId` of a stored file, as its upload or the list returns it.

        Returns:
            The file is gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.files.delete("7c1e9f4b-3a58-4d20-b6e7-5f0a2d8c4b19")
        """
        from ..api.files import files_delete as _operation

        request = _operation.request(file_id)
        return await self._caller.call(_operation.OPERATION, request)

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of files."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "page",
        "GET /files",
        summary="List files",
        text=(
            "Returns the stored files in pages, without their content. `--filter` selects by the metadata "
            "given at upload; a filter that is not a JSON object returns 400."
        ),
        values=(
            CommandValue(
                "filter",
                "filter",
                "filter",
                "query",
                "text",
                help=(
                    "A JSON object as a string, mapping metadata fields to values. A file matches if each field "
                    "equals its value, or is an array that contains it."
                ),
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of files per page. 1 to 200. Default: 50.",
            ),
            CommandValue(
                "cursor",
                "cursor",
                "cursor",
                "query",
                "text",
                help=(
                    "The `nextCursor` of the previous page; leave it out for the first page. Keep the other "
                    "parameters the same. A cursor is opaque: do not build one yourself."
                ),
            ),
        ),
    ),
    Command(
        "upload",
        "upload",
        "call",
        "POST /files",
        summary="Upload a file",
        text=(
            "Stores a file in one of two ways. The body is always JSON, never a multipart form.\n"
            "\n"
            "- **Directly**, up to 7 MB: send the bytes in `--content`, as base64. A larger file returns 413."
            "\n"
            "- **With a presigned URL**, for larger files: set `--request-upload-url` to true and leave "
            "`--content` out. Then PUT the bytes to the `uploadUrl` of the reply within `expiresIn` seconds, "
            "with the same content type and without your token."
        ),
        values=(
            CommandValue(
                "content-type",
                "content_type",
                "contentType",
                "body",
                "text",
                help="Supported media types.",
                required=True,
                choices=(
                    "image/png",
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "image/svg+xml",
                    "application/pdf",
                    "text/plain",
                    "text/markdown",
                    "text/html",
                    "text/javascript",
                    "text/css",
                    "text/yaml",
                    "application/json",
                    "application/zip",
                    "application/gzip",
                    "video/mp4",
                    "video/webm",
                ),
            ),
            CommandValue(
                "content",
                "content",
                "content",
                "body",
                "bytes",
                help="The content of the file as base64, up to 7 MB before encoding.",
            ),
            CommandValue(
                "request-upload-url",
                "request_upload_url",
                "requestUploadUrl",
                "body",
                "boolean",
                help=("Return a URL to upload the content to, instead of sending it here. Default: false."),
            ),
            CommandValue(
                "size",
                "size",
                "size",
                "body",
                "integer",
                help=(
                    "Size of the content, in bytes; useful with `--request-upload-url`, because the service does not "
                    "have the content yet."
                ),
            ),
            CommandValue("filename", "filename", "filename", "body", "text", help="Name of the file."),
            CommandValue(
                "metadata",
                "metadata",
                "metadata",
                "body",
                "json",
                help=("Custom metadata for filtering. A missing `artifactType` is filled in from the content type."),
            ),
        ),
        body="fields",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /files/{fileId}",
        summary="Get a file",
        text=(
            "Returns the metadata of a file, with a `url` to download it from. The URL needs no token and is "
            "valid for 1 hour; get the file again for a new one. A file whose bytes have not been uploaded "
            "yet returns 404."
        ),
        values=(
            CommandValue(
                "file-id", "file_id", "fileId", "path", "text", help="The `fileId` of a stored file.", required=True
            ),
        ),
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /files/{fileId}",
        summary="Delete a file",
        text="Deletes the file and its metadata permanently. Its download URLs stop working.",
        values=(
            CommandValue(
                "file-id", "file_id", "fileId", "path", "text", help="The `fileId` of a stored file.", required=True
            ),
        ),
    ),
)

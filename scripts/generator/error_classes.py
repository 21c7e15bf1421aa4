"""The exceptions of `quant_ai` that statuses become, by name: the generated package does not import it."""

from __future__ import annotations

from typing import Final

ERROR_CLASSES: Final = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "413": "PayloadTooLargeError",
    "422": "UnprocessableError",
    "429": "RateLimitError",
}
"""The same as the table in `quant_ai.http.status_errors`; a test compares them."""


def error_class(status: str) -> str:
    """The name of the exception for a status: 404 is NotFoundError."""
    return ERROR_CLASSES.get(status) or ("ServerError" if status.startswith("5") else "StatusError")

"""Refuse a request, with the error bodies that the service uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SHOWN = 3  # messages about fields in one line


class Refusal(Exception):
    """An error reply. It is raised wherever the error is found, and sent by the gateway."""

    def __init__(
        self, status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None, *, checked: bool = True
    ) -> None:
        """`checked` is False for replies that need not fit the spec, such as those scripted by a test."""
        super().__init__(status, body)
        self.checked = checked
        self.status = status
        self.body = dict(body)
        self.headers = dict(headers or {})

    @property
    def reason(self) -> str:
        """Why, in a line: the messages about single fields where there are any, else the message of the whole."""
        errors = self.body.get("errors")
        messages = [text for texts in errors.values() for text in texts] if isinstance(errors, dict) else []
        more = f" (and {len(messages) - _SHOWN} more)" if len(messages) > _SHOWN else ""
        whole = self.body.get("message") or self.body.get("error", "")
        return " ".join(map(str, messages[:_SHOWN])) + more or str(whole)


def bad_request(message: str, **context: Any) -> Refusal:
    """The request cannot be read, or is not possible in the present state."""
    return Refusal(400, {"message": message, "error": True, **context})


def unauthenticated() -> Refusal:
    return Refusal(401, {"message": "Unauthenticated."}, {"WWW-Authenticate": 'Bearer realm="quant-ai-mock"'})


def forbidden(message: str, **context: Any) -> Refusal:
    return Refusal(403, {"message": message, "error": True, **context})


def rule_violation(code: str, message: str, **context: Any) -> Refusal:
    """The organisation's rules forbid the request: `rule_violation("AI_DISABLED", "AI is switched off.")`."""
    return Refusal(403, {"message": message, "code": code, **context})


def not_found(thing: str, **context: str) -> Refusal:
    """Nothing has this id: `not_found("Session", sessionId="s-1")`."""
    named = next(iter(context.values()), "")
    return Refusal(404, {"error": f"{thing} not found", "message": f"{thing} {named} not found", **context})


def model_not_found() -> Refusal:
    return Refusal(404, {"message": "Model not found", "code": "MODEL_NOT_FOUND"})


def no_route() -> Refusal:
    return Refusal(404, {"message": "The route could not be found.", "error": True})


def method_not_allowed(allowed: str) -> Refusal:
    return Refusal(
        405, {"message": f"The method is not supported. Supported: {allowed}.", "error": True}, {"Allow": allowed}
    )


def not_acceptable(content_types: str) -> Refusal:
    return Refusal(406, {"message": f"The operation answers in {content_types}.", "error": True})


def conflict(code: str, message: str, **context: Any) -> Refusal:
    return Refusal(409, {"error": code, "message": message, **context})


def too_large(message: str = "The request body is too large.") -> Refusal:
    return Refusal(413, {"message": message, "error": True})


def unsupported_media_type(content_type: str, wanted: str = "application/json") -> Refusal:
    got = f"not {content_type}" if content_type else "but no Content-Type was sent"
    return Refusal(415, {"message": f"The body must be {wanted}, {got}.", "error": True})


def unsupported_encoding(encoding: str) -> Refusal:
    message = f"The body must not be encoded, but has the encoding {encoding}."
    return Refusal(415, {"message": message, "error": True}, {"Accept-Encoding": "identity"})


def unprocessable(errors: Mapping[str, list[str]]) -> Refusal:
    """The request does not fit its schema; `errors` has the messages for each field."""
    messages = [message for field in errors.values() for message in field]
    more = len(messages) - 1
    extra = f" (and {more} more error{'s' if more > 1 else ''})" if more else ""
    return Refusal(422, {"message": messages[0] + extra, "errors": dict(errors)})


def bad_gateway(error: str, message: str) -> Refusal:
    """Another server, which the request depends on, did not deliver."""
    return Refusal(502, {"error": error, "message": message})


def server_error(message: str, **context: Any) -> Refusal:
    return Refusal(500, {"message": message, "error": True, **context}, checked=False)

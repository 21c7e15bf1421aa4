"""Apply filter policies to the messages for models and to their answers: block them, or redact parts of them.

Regular expressions come from users, so they run on RE2, whose time is linear in the text; an expression that would need
much memory does not compile. Every rule is applied to the original text, never to what another rule has redacted. After
MAX_HITS hits, the rest of the text counts as one hit; so does what is left of a text that is too long for the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal, TypeAlias

import re2

from ..state.request_context import RequestContext

Rule: TypeAlias = dict[str, Any]
Span: TypeAlias = tuple[int, int]
Side: TypeAlias = Literal["input", "output"]
KIND = "filter_policy"
REDACTED = "[REDACTED]"
MAX_HITS = 1000
MAX_PROGRAM = 2000  # instructions of a compiled expression
MAX_WORK = 50_000_000  # instructions times characters, for one rule and one text: about half a second
TEXT_KEYS = frozenset(("text", "json", "toolResult", "content"))  # the parts of a message with text in them


class _BlockedError(Exception):
    """A rule blocks the content."""


class ExpressionError(Exception):
    """A regular expression that does not compile; the message says why."""


def active_rules(context: RequestContext, policies: Iterable[str]) -> list[Rule]:
    """The rules of those policies that exist and are enabled."""
    found = [context.store.get(KIND, policy_id) for policy_id in dict.fromkeys(policies)]
    return [rule for policy in found if policy is not None and policy["enabled"] for rule in policy["rules"]]


def screen(rules: Iterable[Rule], side: Side, text: str) -> str | None:
    """The text after redaction, or None if a rule blocks it."""
    spans: list[Span] = []
    for rule in rules:
        if rule.get("applyTo", "both") in (side, "both"):
            found = _find(rule.get("match", {}), text)
            if found and rule.get("action", "BLOCK") == "BLOCK":
                return None
            spans += found
    return _redact(text, spans)


def screen_content(rules: list[Rule], content: Any) -> Any:
    """A user's message after redaction of its texts and tool results, in its original form; None if it is blocked."""
    try:
        return _screened(rules, content)
    except _BlockedError:
        return None


@lru_cache(maxsize=512)
def compile_expression(pattern: str) -> Any:
    """Compile a regular expression.

    Raises:
        ExpressionError: It is invalid, or needs what RE2 does not support: lookarounds, backreferences.
    """
    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(pattern, options)
    except re2.error as error:
        (reason,) = error.args
        raise ExpressionError(reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)) from None
    if compiled.programsize > MAX_PROGRAM:
        raise ExpressionError("it has too many repetitions")
    return compiled


@lru_cache(maxsize=64)  # a list may have megabytes
def _words(values: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words in any case; of two with the same beginning, the longer first."""
    listed = "|".join(re.escape(value) for value in sorted(values, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _screened(rules: list[Rule], value: Any, *, whole: bool = False) -> Any:
    """A value with its texts screened; with `whole`, every string in it is a text."""
    if isinstance(value, str):
        text = screen(rules, "input", value)
        if text is None:
            raise _BlockedError
        return text
    if isinstance(value, list):
        return [_screened(rules, item, whole=whole) for item in value]
    if isinstance(value, dict):
        return {
            key: _screened(rules, inner, whole=whole or key == "json") if whole or key in TEXT_KEYS else inner
            for key, inner in value.items()
        }
    return value


def _find(match: dict[str, Any], text: str) -> list[Span]:
    if match.get("type", "word" if "values" in match else "regex") == "word":
        values = tuple(match.get("values") or ())
        pattern: Any = _words(values) if values and _any_of(values, text) else None
        size = len(values)
    else:
        pattern = compile_expression(match["pattern"]) if "pattern" in match else None
        size = pattern.programsize if pattern is not None else 1
    if pattern is None:
        return []
    searched = text[: MAX_WORK // max(size, 1)]
    spans: list[Span] = []
    for found in pattern.finditer(searched):
        if len(spans) == MAX_HITS:
            return [*spans, (found.start(), len(text))]
        if found.end() > found.start():  # an expression may match the empty string everywhere
            spans.append(found.span())
    return spans if len(searched) == len(text) else [*spans, (len(searched), len(text))]


def _any_of(values: tuple[str, ...], text: str) -> bool:
    """Whether a text has any of these words, be it in the middle of others; found in one pass over the text."""
    anywhere = _anywhere(values)
    return anywhere is None or anywhere.search(text) is not None


@lru_cache(maxsize=64)
def _anywhere(values: tuple[str, ...]) -> Any:
    """An expression for any of the words; None if there are too many for one."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    try:
        return re2.compile("|".join(re2.escape(value) for value in values), options)
    except re2.error:
        return None


def _redact(text: str, spans: list[Span]) -> str:
    """The text with the spans replaced; spans that touch or overlap are replaced once."""
    parts: list[str] = []
    end = 0
    for start, stop in sorted(spans):
        if start > end or not parts:
            parts += [text[end:start], REDACTED]
        end = max(end, stop)
    return "".join([*parts, text[end:]])

"""Look through what is said to models and what they answer, for what filter policies block or cover.

Regular expressions come from outside, so they run on RE2: the time it takes grows with the text and never with the
expression, and an expression that would need much memory does not compile. A rule is tried on the text as it was said,
never on what another rule made of it, and after MOST hits it takes the rest of the text for one.
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
COVER = "[REDACTED]"
MOST = 1000
SAID = frozenset(("text", "json", "toolResult", "content"))  # parts of a message that hold what is said


class _BlockedError(Exception):
    """A rule blocks what is being looked through."""


class ExpressionError(Exception):
    """A regular expression that cannot be read; the message says why."""


def rules_of(context: RequestContext, policies: Iterable[str]) -> list[Rule]:
    """The rules of the policies that are there and at work."""
    found = [context.store.get(KIND, own_id) for own_id in dict.fromkeys(policies)]
    return [rule for policy in found if policy is not None and policy["enabled"] for rule in policy["rules"]]


def screen(rules: Iterable[Rule], side: Side, text: str) -> str | None:
    """The text with what the rules cover, or None where one of them blocks it."""
    spans: list[Span] = []
    for rule in rules:
        if rule.get("applyTo", "both") in (side, "both"):
            found = _find(rule.get("match", {}), text)
            if found and rule.get("action", "BLOCK") == "BLOCK":
                return None
            spans += found
    return _covered(text, spans)


def screen_content(rules: list[Rule], content: Any) -> Any:
    """A user's message in the form it had, its texts and the results of tools screened; None where it is blocked."""
    try:
        return _screened(rules, content)
    except _BlockedError:
        return None


@lru_cache(maxsize=512)
def expression(pattern: str) -> Any:
    """A regular expression, ready for use.

    Raises:
        ExpressionError: It is none, or needs what RE2 does not offer: lookarounds, backreferences.
    """
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        (reason,) = error.args
        raise ExpressionError(reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)) from None


@lru_cache(maxsize=512)
def _words(values: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, whatever their case; of two that begin alike, the longer first."""
    listed = "|".join(re.escape(value) for value in sorted(values, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _screened(rules: list[Rule], value: Any, *, whole: bool = False) -> Any:
    """A value with what is said in it screened; with `whole`, that is every text."""
    if isinstance(value, str):
        text = screen(rules, "input", value)
        if text is None:
            raise _BlockedError
        return text
    if isinstance(value, list):
        return [_screened(rules, item, whole=whole) for item in value]
    if isinstance(value, dict):
        return {
            key: _screened(rules, inner, whole=whole or key == "json") if whole or key in SAID else inner
            for key, inner in value.items()
        }
    return value


def _find(match: dict[str, Any], text: str) -> list[Span]:
    if match.get("type", "word" if "values" in match else "regex") == "word":
        pattern: Any = _words(tuple(match["values"])) if match.get("values") else None
    else:
        pattern = expression(match["pattern"]) if "pattern" in match else None
    spans: list[Span] = []
    for found in pattern.finditer(text) if pattern is not None else ():
        if len(spans) == MOST:
            spans.append((found.start(), len(text)))
            break
        if found.end() > found.start():  # an expression may match nothing, everywhere
            spans.append(found.span())
    return spans


def _covered(text: str, spans: list[Span]) -> str:
    """The text, each place where spans touch or overlap covered once."""
    parts: list[str] = []
    end = 0
    for start, stop in sorted(spans):
        if start > end or not parts:
            parts += [text[end:start], COVER]
        end = max(end, stop)
    return "".join([*parts, text[end:]])

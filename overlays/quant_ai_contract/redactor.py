"""Take secrets out of an exchange before it is written anywhere.

Some secrets are known by their place: the headers and parameters that hold them, members of JSON with such a name, and
what the user named. They are then looked for by their value everywhere else: in the address, in texts, in streams, and
within what is escaped or encoded there. Others are known by their look, such as the signature of an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import parse_qsl

from .contract_operations import is_stream
from .event_parts import split_values
from .exchange import media_type
from .json_places import JsonPlaces
from .marked_text import Edit, MarkedText
from .secret_forms import REDACTED, SecretForms, basic_credentials, hidden_strings, spelled
from .stand_ins import StandIns

_HEADER: Final = re.compile(
    r"auth|token|secret|cookie|api-?key|access-?key|private-?key|subscription-?key|credential|passw|signature|jwt",
    re.IGNORECASE,
)
_HARMLESS: Final = frozenset(
    ("www-authenticate", "proxy-authenticate", "authentication-info", "access-control-allow-credentials")
)
_SECRET_NAME: Final = (
    r"(?:[A-Za-z0-9_-]*[-_])?(?:token|secret|passw(?:or)?d|passphrase|pwd|signature|sig|credentials?|authorization|jwt|"
    r"api[-_]?key|access[-_]?key(?:[-_]?id)?|private[-_]?key|subscription[-_]?key|code[-_]verifier)"
    r"|(?:access|refresh|id|auth|security|bearer|client|session|bot|api|app|signing|webhook|oauth)(?:token|secret)"
    r"|(?:api|access|private|secret|aws-?access)key(?:id)?|key-pair-id|policy(?==eyJ)"
)
_ENDS: Final = (
    "token", "secret", "password", "passwd", "passphrase", "pwd", "signature", "sig", "credential", "credentials",
    "authorization", "jwt", "key", "keyid", "key-id", "key_id", "verifier", "pair-id", "policy",
)  # fmt: skip
_PARAMETER: Final = re.compile(rf"(?<=[?&;])((?:{_SECRET_NAME})=)([^&\s\"'<>\\#;]+)", re.IGNORECASE)
_PARAMETER_MARKS: Final = tuple(f"{end}=" for end in _ENDS)
_MEMBER: Final = re.compile(rf'("(?:{_SECRET_NAME})"\s*:\s*)("(?:[^"\\]|\\.)+")', re.IGNORECASE)
_MEMBER_MARKS: Final = tuple(f'{end}"' for end in _ENDS)
_LOOKS: Final = (
    ("bearer ", re.compile(r"(?<=\bbearer )(?=[A-Za-z]*[0-9._~+/=-])[A-Za-z0-9._~+/=-]{8,}", re.IGNORECASE)),
    ("basic ", re.compile(r"(?<=\bbasic )(?=[A-Za-z]*[0-9+/=])[A-Za-z0-9+/]{8,}={0,2}", re.IGNORECASE)),
    ("qc_", re.compile(r"\bqc_[A-Za-z0-9_-]{8,}")),
    ("eyj", re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*")),
    ("akia", re.compile(r"\bAKIA[A-Z0-9]{16}\b")),
    ("asia", re.compile(r"\bASIA[A-Z0-9]{16}\b")),
    ("xox", re.compile(r"\bxox[a-z]-[A-Za-z0-9-]{8,}")),
    ("gh", re.compile(r"\bgh[pousr]_[A-Za-z0-9]{20,}")),
    ("sk-", re.compile(r"\bsk-[A-Za-z0-9_-]{20,}")),
    ("@", re.compile(r"(?<=://)[^/?#@\s\"'\\]+:[^/?#@\s\"'\\]+(?=@)")),
)
"""What many tokens look like, each with a text in lower case without which none is there."""
_LOOK_MARKS: Final = tuple(mark for mark, _ in _LOOKS)
_LEAST_TOKEN: Final = 4  # characters of a token that is looked for everywhere
_LEAST_WORD: Final = 16  # letters of a value that is not a token: words are no secrets elsewhere
_LEAST_TOKEN_WORD: Final = 8  # letters of a token that is looked for everywhere
_SCHEMES: Final = frozenset(("basic", "bearer", "digest", "negotiate", "token", "apikey"))
_MOST_NAMES: Final = 1000
_LEAST_VALUE: Final = 6  # the same of a cookie and the like, which may be a common word

HeaderList = Sequence[tuple[str, str]]


class Redactor:
    """Removes secrets, and replaces ids and e-mail addresses if that is wanted."""

    def __init__(
        self,
        paths: Iterable[str] = (),
        expressions: Iterable[re.Pattern[str]] = (),
        *,
        anonymise: bool = False,
        secrets: Iterable[str] = (),
    ) -> None:
        """Prepare to redact.

        Args:
            paths: JSONPath expressions for values in bodies, and in the data of events.
            expressions: What they match is redacted wherever it occurs.
            anonymise: Whether to replace ids and e-mail addresses by stand-ins.
            secrets: Secrets that are known before they are first seen.
        """
        self._places = JsonPlaces(paths)
        self._expressions = tuple(expressions)
        self._stand_ins = StandIns() if anonymise else None
        self._secrets: dict[str, SecretForms] = {}
        self._forms: tuple[str, ...] = ()
        self._names: dict[str, bool] = {}
        self.word_tokens: set[str] = set()
        """Tokens that are words such as "test": they are redacted where secrets stand, and not in all texts."""
        for secret in secrets:
            self.add(secret, _LEAST_TOKEN)

    def add(self, secret: str, least: int = _LEAST_VALUE) -> None:
        """Look for this text from now on, unless it is too short to be a secret."""
        is_token = least == _LEAST_TOKEN
        is_word = secret.isalpha() and len(secret) < (_LEAST_TOKEN_WORD if is_token else _LEAST_WORD)
        if is_word and is_token and len(secret) >= least and secret not in REDACTED:
            self.word_tokens.add(secret)
        if len(secret) >= least and not is_word and secret not in self._secrets and secret not in REDACTED:
            forms = self._secrets[secret] = SecretForms(secret)
            self._forms += forms.plain + forms.encoded

    # What there is to be learnt of one exchange, before any of it is redacted.

    def learn_headers(self, headers: HeaderList) -> None:
        """Take note of the secrets in the headers of a request or a reply."""
        for name, value in headers:
            key = name.lower()
            if not self._is_secret(key):
                continue
            if "cookie" in key:
                self._learn_cookies(value, is_set=key.startswith("set-"))
                continue
            scheme, blank, rest = value.strip().partition(" ")
            if blank and scheme.lower() == "basic":
                for secret in basic_credentials(rest):
                    self.add(secret, _LEAST_TOKEN)
            secret = rest.strip() if blank and "auth" in key else value.strip()
            if secret.lower() not in _SCHEMES:
                self.add(secret, _LEAST_TOKEN)

    def learn_url(self, url: str) -> None:
        """Take note of the secrets and the ids in an address."""
        query = url.partition("?")[2]
        for name, value in parse_qsl(query, keep_blank_values=True) if query else ():
            if _PARAMETER.match(f"?{name}=x", 1):
                self.add(value)
        if self._stand_ins is not None:
            self._stand_ins.learn(url)

    def learn_id(self, value: str) -> None:
        """Take note of an id that is known by its place in an address."""
        if self._stand_ins is not None:
            self._stand_ins.add(value)

    def learn_body(self, body: bytes, content_type: str) -> None:
        """Take note of the secrets that the user named by their paths, and of the ids."""
        text = body.decode("utf-8", "replace")
        if self._places:
            for value in self._places.values(text, content_type):
                self.add(value)
        for found in _members(text):
            self.add(found[2][1:-1])
        if self._stand_ins is not None:
            self._stand_ins.learn(text)
            for _, _, value, _ in hidden_strings(text):
                self._stand_ins.learn(value)

    def _learn_cookies(self, value: str, *, is_set: bool) -> None:
        pairs = [value.partition(";")[0]] if is_set else value.split(";")
        for pair in pairs:
            self.add(pair.partition("=")[2].strip().strip('"'))

    # What is left of it.

    def headers(self, headers: HeaderList) -> list[tuple[str, str]]:
        """Headers without secrets. The scheme of an authorisation and the names of cookies are left."""
        keys = [name.lower() for name, _ in headers]
        secret = [self._is_secret(key) for key in keys]
        clean = self._is_clean("\n".join([value for (_, value), hide in zip(headers, secret, strict=True) if not hide]))
        return [
            (name, value if clean and not hide else self._header(key, value))
            for (name, value), key, hide in zip(headers, keys, secret, strict=True)
        ]

    def _header(self, key: str, value: str) -> str:
        if not self._is_secret(key):
            return self.text(value)
        if "cookie" in key:
            return _cookies(value, is_set=key.startswith("set-"))
        scheme, blank, _ = value.strip().partition(" ")
        return f"{scheme} {REDACTED}" if blank and "auth" in key else REDACTED

    def text(self, text: str) -> str:
        """An address, or another text, without secrets."""
        if self._is_clean(text):
            return text
        marked = MarkedText(text)
        marked.edit(self._edits(text))
        return marked.text

    def body(self, body: bytes, content_type: str, sizes: Sequence[int] = ()) -> tuple[bytes, list[int]]:
        """A body without secrets, and the sizes of its chunks."""
        is_whole = not self._places and not is_stream(media_type(content_type))
        if is_whole and self._is_clean(body.decode("utf-8", "surrogateescape")):
            return body, list(sizes)
        marked = MarkedText.of(body, sizes)
        before = marked.text
        marked.edit(split_values(marked.text, content_type, self._changed))
        marked.edit(self._places.edits(marked.text, content_type))
        if not self._is_clean(marked.text):
            marked.edit(self._edits(marked.text))
        return (body, list(sizes)) if marked.text == before else (marked.body, marked.sizes)

    def leaks(self, text: str) -> bool:
        """Whether a text still has a known secret in it."""
        return any(form in text for forms in self._secrets.values() for form in forms.plain)

    def leaks_in_json(self, written: bytes) -> bool:
        """Whether JSON may have a known secret in one of its texts. It may be a name or a word in it as well."""
        return any(form in written for forms in self._secrets.values() for form in forms.in_json)

    def _is_secret(self, key: str) -> bool:
        """Whether a header of this name holds a secret."""
        found = self._names.get(key)
        if found is None:
            found = key not in _HARMLESS and bool(_HEADER.search(key))
            if len(self._names) < _MOST_NAMES:
                self._names[key] = found
        return found

    def _is_clean(self, text: str) -> bool:
        """Whether there is certainly nothing to redact, as with most texts."""
        if self._stand_ins is not None or self._expressions or "\\" in text or "%" in text or "&#" in text:
            return False
        small = text.lower()
        return not (
            _has_one(self._forms, text)
            or _has_one(_LOOK_MARKS, small)
            or ("=" in small and _has_one(_PARAMETER_MARKS, small))
            or ('"' in small and _has_one(_MEMBER_MARKS, small))
        )

    def _changed(self, text: str) -> list[Edit]:
        return list(self._edits(text))

    def _edits(self, text: str) -> Iterator[Edit]:
        for forms in self._secrets.values():
            yield from forms.edits(text)
        for found in _members(text):
            yield Edit(found.start(2), found.end(2), f'"{REDACTED}"')
        hidden = list(hidden_strings(text))
        for start, end, value, how in hidden:
            inner = MarkedText(value)
            inner.edit(self._edits(value) if value != text else ())
            if inner.text != value:
                yield Edit(start, end, spelled(inner.text, how))
        yield from self._plain_edits(_without(text, hidden))

    def _plain_edits(self, text: str) -> Iterator[Edit]:
        small = text.lower()
        for found in _PARAMETER.finditer(text) if any(mark in small for mark in _PARAMETER_MARKS) else ():
            yield Edit(found.start(2), found.end(2), REDACTED)
        for mark, look in _LOOKS:
            for found in look.finditer(text) if mark in small else ():
                if found[0] != REDACTED:
                    yield Edit(found.start(), found.end(), REDACTED)
        for expression in self._expressions:
            yield from (Edit(*found.span(), REDACTED) for found in expression.finditer(text) if found[0])
        if self._stand_ins is not None:
            yield from self._stand_ins.edits(text)


def _members(text: str) -> Iterator[re.Match[str]]:
    """The members of JSON that hold a secret by their names."""
    return _MEMBER.finditer(text) if _has_one(_MEMBER_MARKS, text.lower()) else iter(())


def _has_one(marks: Sequence[str], text: str) -> bool:
    for mark in marks:  # noqa: SIM110 - any() takes twice as long, and this is done for each text
        if mark in text:
            return True
    return False


def _without(text: str, hidden: list[tuple[int, int, str, str]]) -> str:
    """The text with the parts left out that spell something else, at the same positions."""
    if not hidden:
        return text
    pieces, position = [], 0
    for start, end, *_ in sorted(hidden):
        if start >= position:
            pieces += [text[position:start], "\0" * (end - start)]
            position = end
    return "".join([*pieces, text[position:]])


def _cookies(value: str, *, is_set: bool) -> str:
    first, semicolon, rest = value.partition(";") if is_set else (value, "", "")
    pairs = [pair.partition("=") for pair in ([first] if is_set else first.split(";"))]
    shown = "; ".join(f"{name.strip()}={REDACTED}" if equals else REDACTED for name, equals, _ in pairs)
    return shown + semicolon + rest

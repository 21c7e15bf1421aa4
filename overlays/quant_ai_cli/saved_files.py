"""Save the pictures and files of replies, and put their paths where they were."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from pathlib import Path
from typing import Any, Final

from quant_ai.errors import MediaError
from quant_ai.media import save_images, sniff

_BASE64: Final = re.compile(r"(?:data:[\w.+/;=-]*,)?[A-Za-z0-9+/\s]{40,}={0,2}\s*")
_ENDINGS: Final = {
    "text/csv": "csv", "text/html": "html", "text/plain": "txt", "application/pdf": "pdf", "application/zip": "zip",
    "application/xml": "xml", "text/xml": "xml", "text/markdown": "md", "audio/mpeg": "mp3",
}  # fmt: skip


def with_paths(value: Any, folder: str, stem: str) -> tuple[Any, list[str]]:
    """The value with paths in place of pictures and documents in base64, which are saved; and these paths."""
    paths: list[str] = []

    def walk(value: Any, stem: str) -> Any:
        if isinstance(value, dict):
            return {key: walk(item, _stem(key, stem)) for key, item in value.items()}
        if isinstance(value, list) and not (value and isinstance(value[0], (int, float))):
            return [walk(item, stem) for item in value]
        if isinstance(value, str) and _is_media(value):
            paths.extend(map(str, save_images([value], folder, stem=stem)))
            return paths[-1]
        return value

    return walk(value, stem), paths


def save_content(data: bytes, content_type: str, folder: str, stem: str, name: str | None = None) -> str:
    """Save the bytes of a reply under a new name, and return its path.

    Raises:
        MediaError: There are too many files of this name.
    """
    kind = content_type.partition(";")[0].strip().lower()
    ending = sniff(data) or _ENDINGS.get(kind) or re.sub(r"\W", "", kind.rpartition("/")[2]) or "bin"
    target = Path(folder).expanduser()
    target.mkdir(parents=True, exist_ok=True)
    given = Path(name.replace("\\", "/")).name if name else ""  # never a folder that the service names
    first = given if given.strip(". ") else f"{stem}.{ending}"
    for number in range(1, 10_000):
        path = target / (first if number == 1 else f"{Path(first).stem}-{number}{Path(first).suffix}")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return str(path)
    raise MediaError(f"{target / first} and all names like it are taken")


def _stem(key: str, stem: str) -> str:
    """The start of a file's name: that of the field, if it says more than `images`."""
    name = re.sub(r"\W", "", key)
    return name.removesuffix("s") or stem if name.isascii() else stem


def _is_media(text: str) -> bool:
    """Whether a text is a picture or a document in base64, by its first bytes."""
    if len(text) < 40 or not _BASE64.match(text[:200]):
        return False
    data = text.partition(",")[2] if text.startswith("data:") else text
    try:
        return sniff(b64decode("".join(data[:96].split())[:64])) is not None
    except (Base64Error, ValueError):
        return False

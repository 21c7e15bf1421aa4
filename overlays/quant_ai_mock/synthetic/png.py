"""Draw small PNG files: coloured tiles derived from a seed, with the parameters in a text chunk."""

from __future__ import annotations

import struct
import zlib
from hashlib import blake2b

TILES = 8


def draw_png(width: int, height: int, seed: str, text: str, colours: list[str] | None = None) -> bytes:
    """A PNG of the given size.

    Args:
        seed: Determines the colours and the pattern.
        text: Written into the file's text chunk `Description`.
        colours: `#rrggbb` colours to draw with; by default they are derived from the seed.
    """
    digest = blake2b(seed.encode(), digest_size=64).digest()
    palette = bytes.fromhex("".join(colour[1:] for colour in colours)) if colours else digest[:48]
    shades = len(palette) // 3
    rows = []
    for tile_row in range(TILES):
        row = bytearray(width)
        for tile in range(TILES):
            start, end = tile * width // TILES, (tile + 1) * width // TILES
            row[start:end] = bytes([digest[(tile_row * TILES + tile) % 64] % shades]) * (end - start)
        lines = (tile_row + 1) * height // TILES - tile_row * height // TILES
        rows.append((b"\0" + bytes(row)) * lines)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            _chunk(b"iTXt", b"Description\0\0\0\0\0" + text.encode("utf-8", "replace")),
            _chunk(b"IDAT", zlib.compress(b"".join(rows), 6)),
            _chunk(b"IEND", b""),
        )
    )


def size_of(image: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or GIF, or None for anything else."""
    if image[:8] == b"\x89PNG\r\n\x1a\n" and len(image) >= 24:
        width, height = struct.unpack(">II", image[16:24])
        return width, height
    if image[:6] in (b"GIF87a", b"GIF89a") and len(image) >= 10:
        width, height = struct.unpack("<HH", image[6:10])
        return width, height
    return None


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

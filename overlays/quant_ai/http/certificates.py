"""The certificates that the client trusts."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .libraries import HttpLibrary


def trusted_certificates(library: HttpLibrary) -> ssl.SSLContext:
    """The certificates of SSL_CERT_FILE or SSL_CERT_DIR, or else those that the library trusts.

    Raises:
        ConfigurationError: They cannot be read.
    """
    try:
        context: ssl.SSLContext = library.http.create_ssl_context()
    except (OSError, ValueError) as error:
        for variable in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
            if value := os.environ.get(variable):
                raise ConfigurationError(
                    f"{variable} is {value!r}, from which no certificates can be read: {error}"
                ) from None
        raise ConfigurationError(f"no certificates can be read: {error}") from None
    return context


@lru_cache(maxsize=1)
def no_certificates() -> ssl.SSLContext:
    """For connections without TLS: reading certificates takes longer than many calls."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

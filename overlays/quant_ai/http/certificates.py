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
    file, folders, key_log = map(os.environ.get, ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"))
    # OpenSSL does not mind a folder that is not there; then no certificate of any service can be verified.
    if folders and not file and not any(map(os.path.isdir, folders.split(os.pathsep))):
        raise ConfigurationError(f"SSL_CERT_DIR is {folders!r}, which is not a folder of certificates")
    try:
        context: ssl.SSLContext = library.http.create_ssl_context()
    except (OSError, ValueError) as error:
        text = f"from which no certificates can be read: {error}"
        if key_log and isinstance(error, OSError) and error.filename == key_log:
            text = f"SSLKEYLOGFILE is {key_log!r}, which cannot be written: {error}"
        elif file:
            text = f"SSL_CERT_FILE is {file!r}, {text}"
        elif folders:
            text = f"SSL_CERT_DIR is {folders!r}, {text}"
        else:
            text = f"no certificates can be read: {error}"
        raise ConfigurationError(text) from None
    return context


@lru_cache(maxsize=1)
def no_certificates() -> ssl.SSLContext:
    """For connections without TLS: reading certificates takes longer than many calls."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

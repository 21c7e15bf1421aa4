# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class McpServer(_Model):
    """A Model Context Protocol server behind the gateway.

    Attributes:
        server_name (str): Name of the server, as in its URL.
        display_name (str | None): Display name of the server.
        url (str | None): URL for MCP clients, with the API token as the bearer token.
        enabled (bool | None): Whether the organisation may use the server.
        tool_allowlist (list[str] | None): Names of the server's tools that may be used.
    """

    server_name: str
    """Name of the server, as in its URL."""
    display_name: str | None = None
    """Display name of the server."""
    url: str | None = None
    """URL for MCP clients, with the API token as the bearer token."""
    enabled: bool | None = None
    """Whether the organisation may use the server."""
    tool_allowlist: list[str] | None = None
    """Names of the server's tools that may be used."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "server_name": "serverName",
        "display_name": "displayName",
        "tool_allowlist": "toolAllowlist",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.server_name = rest.pop("serverName", None)
        made.display_name = rest.pop("displayName", None)
        made.url = rest.pop("url", None)
        made.enabled = rest.pop("enabled", None)
        made.tool_allowlist = rest.pop("toolAllowlist", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.server_name is not None:
            made["serverName"] = self.server_name
        if self.display_name is not None:
            made["displayName"] = self.display_name
        if self.url is not None:
            made["url"] = self.url
        if self.enabled is not None:
            made["enabled"] = self.enabled
        if self.tool_allowlist is not None:
            made["toolAllowlist"] = self.tool_allowlist
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made

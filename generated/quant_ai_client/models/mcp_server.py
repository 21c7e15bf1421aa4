# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class McpServer(_Model):
    """A Model Context Protocol server behind the gateway.

    Attributes:
        server_name (str): Name of the server, as in its URL.
        display_name (str | Unset): Display name of the server.
        url (str | Unset): URL for MCP clients, with the API token as the bearer token.
        enabled (bool | Unset): Whether the organisation may use the server.
        tool_allowlist (list[str] | Unset): Names of the server's tools that may be used.
    """

    server_name: str
    """Name of the server, as in its URL."""
    display_name: str | Unset = UNSET
    """Display name of the server."""
    url: str | Unset = UNSET
    """URL for MCP clients, with the API token as the bearer token."""
    enabled: bool | Unset = UNSET
    """Whether the organisation may use the server."""
    tool_allowlist: list[str] | Unset = UNSET
    """Names of the server's tools that may be used."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "server_name": "serverName",
        "display_name": "displayName",
        "tool_allowlist": "toolAllowlist",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.server_name = rest.pop("serverName", UNSET)
        made.display_name = rest.pop("displayName", UNSET)
        made.url = rest.pop("url", UNSET)
        made.enabled = rest.pop("enabled", UNSET)
        made.tool_allowlist = rest.pop("toolAllowlist", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.server_name, Unset):
            made["serverName"] = self.server_name
        if self.display_name is not UNSET:
            made["displayName"] = self.display_name
        if self.url is not UNSET:
            made["url"] = self.url
        if self.enabled is not UNSET:
            made["enabled"] = self.enabled
        if self.tool_allowlist is not UNSET:
            made["toolAllowlist"] = self.tool_allowlist
        return made

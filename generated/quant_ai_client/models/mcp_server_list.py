# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .mcp_server import McpServer


@_define(kw_only=True, eq=False, repr=False)
class McpServerList(_Model):
    """The MCP servers of the organisation.

    Attributes:
        servers (list[McpServer]): The servers.
        gateway_base_url (str | Unset): URL of the gateway.
    """

    servers: list[McpServer]
    """The servers."""
    gateway_base_url: str | Unset = UNSET
    """URL of the gateway."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"gateway_base_url": "gatewayBaseUrl"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.servers = each(McpServer.from_dict, rest.pop("servers", UNSET), "servers")
        made.gateway_base_url = rest.pop("gatewayBaseUrl", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.servers, Unset):
            made["servers"] = wire(self.servers)
        if self.gateway_base_url is not UNSET:
            made["gatewayBaseUrl"] = self.gateway_base_url
        return made

"""Tools that an organisation has deployed itself, known by their names."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found
from ..state.kinds import CUSTOM_TOOL
from ..state.request_context import RequestContext


def custom_tools_list(context: RequestContext) -> dict[str, Any]:
    tools = [_shown(tool) for tool in context.store.all(CUSTOM_TOOL)]
    return {"tools": tools, "count": len(tools)}


def custom_tools_create(context: RequestContext) -> dict[str, Any]:
    """Deploy a tool; a name that is there already is deployed again, under the same address."""
    body = context.body
    name = body.get("toolName") or body["name"]
    before = context.store.get(CUSTOM_TOOL, name)
    uuid = before["uuid"] if before else context.new_uuid("custom_tool")
    tool = {
        **body,
        "name": name,
        "toolName": name,
        "uuid": uuid,
        "edgeFunctionUrl": f"https://preview.quantcdn.io/_quant/ai-exec/{_slug(context.organisation)}/api/{uuid}",
        "timeout": body["timeoutSeconds"] * 1000,
        "createdAt": before["createdAt"] if before else context.iso_now,
    }
    context.store.put(CUSTOM_TOOL, name, tool)
    return {
        "success": True,
        "tool": _shown(tool),
        "edgeFunctionUrl": tool["edgeFunctionUrl"],
        "edgeFunctionCode": tool["edgeFunctionCode"],
        "isUpdate": before is not None,
        "message": "Custom tool deployed successfully",
    }


def custom_tools_get(context: RequestContext) -> dict[str, Any]:
    name = context.path["toolName"]
    tool = context.store.get(CUSTOM_TOOL, name)
    if tool is None:
        raise not_found("Tool", toolName=name)
    return {"success": True, "tool": _shown(tool) | {"edgeFunctionCode": tool["edgeFunctionCode"]}}


def custom_tools_delete(context: RequestContext) -> dict[str, Any]:
    name = context.path["toolName"]
    if not context.store.delete(CUSTOM_TOOL, name):
        raise not_found("Tool", toolName=name)
    return {"success": True, "message": "Custom tool deleted successfully"}


def _shown(tool: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tool.items() if key not in ("edgeFunctionCode", "uuid", "timeoutSeconds")}


def _slug(organisation: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in organisation)

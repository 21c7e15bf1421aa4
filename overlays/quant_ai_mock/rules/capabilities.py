"""Whether a model can do what a request asks of it: chat, call tools, write JSON to a schema, read media.

No source says what the service replies if it cannot. The status, the message and the code here are an inference, from
the services behind it, which reject such requests with 400.
"""

from __future__ import annotations

from ..document.refusal import bad_request
from ..state.request_context import RequestContext
from ..synthetic.catalogue import CatalogueModel

CODE = "MODEL_CAPABILITY_MISSING"


def check(context: RequestContext, model: CatalogueModel, *, tools: bool, json_format: bool, media: bool) -> None:
    """Note in the journal what the model cannot do, or refuse the request with the setting `strictCapabilities`.

    Raises:
        Refusal: 400.
    """
    missing = {}
    if "chat" not in model.features:
        missing["chat"] = "chat"
    if tools and not model.tools:
        missing["supportsTools"] = "tools"
    if json_format and not model.structured:
        missing["supportsStructuredOutput"] = "structured output (responseFormat)"
    if media and "vision" not in model.features:
        missing["supportsMultimodal"] = "images, videos and documents"
    if not missing:
        return
    message = f"The model {model.id} does not support {' and '.join(missing.values())}."
    if context.settings.strict_capabilities:
        raise bad_request(message, code=CODE, modelId=model.id, capability=next(iter(missing)))
    if context.entry is not None:
        context.entry.warning = message

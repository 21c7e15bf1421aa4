"""The public names of the package, and what importing it does not load."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import quant_ai

NAMES = [
    "ArgumentError",
    "AsyncJob",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncQuantAI",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BulkUpload",
    "Clock",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "DeadlineError",
    "EventTooLargeError",
    "ExecutionFailed",
    "FailedDocument",
    "Job",
    "JobError",
    "MalformedEventError",
    "MediaError",
    "NoReplyError",
    "NotFoundError",
    "OriginError",
    "Page",
    "ParseError",
    "ParsedExecution",
    "ParsedReply",
    "ParsedRun",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "PollTimeout",
    "QuantAI",
    "QuantAIError",
    "RateLimitError",
    "RawReply",
    "ReplyCutOffError",
    "ReplyError",
    "ReplyFormatError",
    "ReplyTooLargeError",
    "ReplyWithheldError",
    "RetryPolicy",
    "Run",
    "ServerError",
    "ServerSentEvent",
    "StatusError",
    "Stream",
    "StreamError",
    "StreamFailedError",
    "StreamIdleError",
    "StreamIncompleteError",
    "StrictError",
    "StructuredOutputError",
    "TimedOutError",
    "Tool",
    "ToolCall",
    "ToolRoundsError",
    "UNSET",
    "Unknown",
    "UnknownEvent",
    "UnprocessableError",
    "Unset",
    "__version__",
    "document_block",
    "image_block",
    "image_bytes",
    "models",
    "params",
    "save_images",
    "types",
    "video_block",
]


def test_the_exported_names_are_these() -> None:
    assert sorted(quant_ai.__all__) == sorted(NAMES)


def test_every_exported_name_resolves() -> None:
    for name in quant_ai.__all__:
        assert getattr(quant_ai, name) is not None
        assert name in dir(quant_ai)


def test_every_error_is_exported() -> None:
    import quant_ai.errors

    errors = {
        name
        for name, value in vars(quant_ai.errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert errors <= set(quant_ai.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(quant_ai, "OpenAI")


def imported_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    loaded = imported_by("import quant_ai")
    assert loaded.isdisjoint({"httpx", "httpcore", "attrs", "attr", "orjson", "anyio", "asyncio", "logging", "json"})
    assert not [name for name in loaded if name.startswith("quant_ai_client")]


def test_making_a_client_imports_no_model() -> None:
    loaded = imported_by("from quant_ai import QuantAI\nQuantAI(token='t', organisation='o').chat")
    assert not [name for name in loaded if name.startswith("quant_ai_client.models.")]
    assert loaded.isdisjoint({"httpx_aiohttp", "aiohttp", "asyncio", "quant_ai.tools.tool_calls"})


def test_a_call_imports_neither_streams_nor_tools() -> None:
    code = """
import httpx
from quant_ai import QuantAI
transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"models": []}))
QuantAI(token="t", organisation="o", http_client=httpx.Client(transport=transport)).models.list()
"""
    assert not [name for name in imported_by(code) if name.startswith(("quant_ai.streaming", "quant_ai.tools"))]


def test_the_rooms_of_the_package_do_not_show_among_its_names() -> None:
    for module in pkgutil.walk_packages(quant_ai.__path__, "quant_ai."):
        importlib.import_module(module.name)
    public = {name for name in dir(quant_ai) if not name.startswith("__")}
    assert public == {name for name in NAMES if not name.startswith("__")}


def test_a_room_is_a_module_and_not_a_name_of_the_package() -> None:
    code = "import quant_ai; print(hasattr(quant_ai, 'http')); import quant_ai.http; print(quant_ai.http.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "quant_ai.http"]


def test_models_and_types_can_be_imported_as_modules() -> None:
    import quant_ai.models
    import quant_ai.types
    import quant_ai_client.models
    from quant_ai.models import Message
    from quant_ai.types import UNSET

    assert Message is quant_ai_client.models.Message
    assert quant_ai.models.Message is Message
    assert quant_ai.types.UNSET is quant_ai.UNSET is UNSET
    assert "Message" in dir(quant_ai.models)


def test_importing_the_models_imports_none_of_them() -> None:
    loaded = imported_by("import quant_ai.models")
    assert not [name for name in loaded if name.startswith("quant_ai_client.models.")]

"""A web page that asks a model and shows its reply while it is being written.

Run `python app.py` and open http://127.0.0.1:8000.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from quant_ai import AsyncQuantAI, ConfigurationError, QuantAIError

logger = logging.getLogger("uvicorn.error")

MODEL = "amazon.nova-lite-v1:0"
PAGE = """<!doctype html>
<title>Ask</title>
<form><input name="question" autofocus> <button>Ask</button></form>
<pre></pre>
<script>
document.querySelector("form").onsubmit = async event => {
  event.preventDefault();
  const output = document.querySelector("pre");
  output.textContent = "";
  const query = new URLSearchParams(new FormData(event.target));
  const reply = await fetch("/ask?" + query);
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part; !(part = await reader.read()).done;) output.textContent += part.value;
};
</script>
"""


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep one client, and its connections, for the whole application."""
    async with AsyncQuantAI() as client:
        app.state.client = client
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/")
async def page() -> HTMLResponse:
    """The page."""
    return HTMLResponse(PAGE)


@app.get("/ask")
async def ask(request: Request, question: str) -> StreamingResponse:
    """Stream the reply to a question as plain text."""
    client: AsyncQuantAI = request.app.state.client

    async def pieces() -> AsyncIterator[str]:
        # When the browser goes away, the server cancels this, which closes the stream.
        try:
            async with client.chat.stream(model_id=MODEL, messages=[{"role": "user", "content": question}]) as stream:
                async for text in stream.text:
                    yield text
        except QuantAIError as error:
            logger.warning("%s", error)
            yield f"\n[{type(error).__name__}]"

    return StreamingResponse(pieces(), media_type="text/plain")


if __name__ == "__main__":
    try:
        AsyncQuantAI()  # opens no connection, but names a setting that is missing
    except ConfigurationError as error:
        sys.exit(str(error))
    uvicorn.run(app)

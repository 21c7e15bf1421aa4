"""The wheel alone is a working client; with the extra `mock` it is a working mock server too.

The wheel is built from the source distribution, which tests that as well.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def install(folder: Path, requirement: str) -> Path:
    """Install into an empty virtual environment, and return its folder of programs.

    With the pip of this environment: it knows the package index, and one in the new environment takes longer to set up.
    """
    venv.create(folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, "--disable-pip-version-check", requirement], check=True, env=clean_environment())
    return programs


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without variables that lead Python to this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QUANT_", "PYTEST"))}
    return {**kept, **more}


@pytest.fixture
def api() -> Iterator[str]:
    """A service with one model."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            good = self.path == "/api/v3/organisations/acme/ai/models" and self.headers["Authorization"] == "Bearer t"
            body = json.dumps({"models": [{"id": "m-1"}], "count": 1} if good else {"message": "No"}).encode()
            self.send_response(200 if good else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


CALL = """
import asyncio
from quant_ai import AsyncQuantAI, QuantAI

with QuantAI() as client:
    print(client.models.list().models[0].id)

async def main():
    async with AsyncQuantAI() as client:
        print((await client.models.list()).models[0].id)

asyncio.run(main())
"""


def call(programs: Path, folder: Path, base_url: str, token: str) -> list[str]:
    environment = clean_environment(QUANT_API_TOKEN=token, QUANT_ORGANISATION="acme", QUANT_BASE_URL=base_url)
    done = subprocess.run(
        [programs / "python", "-W", "error", "-c", CALL],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
    )
    return done.stdout.split()


def test_the_wheel_has_the_packages_their_types_and_the_spec(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    packages = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert packages == {
        *("quant_ai", "quant_ai_cli", "quant_ai_client", "quant_ai_common", "quant_ai_contract", "quant_ai_mock")
    }
    assert {f"{package}/py.typed" for package in packages} <= set(names)
    assert {"quant_ai_mock/openapi.yaml", "quant_ai_mock/openapi.json"} <= set(names)


def test_the_wheel_has_the_spec_as_json_too(wheel: Path, tmp_path: Path) -> None:
    """The JSON is found beside the YAML, so that no YAML is parsed."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "import sys; from quant_ai_mock.document.loading import load; load(); print('yaml' in sys.modules)"
    environment = clean_environment(PYTHONPATH=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "empty"))
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert done.stdout == "False\n"
    assert not (tmp_path / "empty").exists()


def test_the_wheel_alone_is_a_working_client(wheel: Path, tmp_path: Path, api: str) -> None:
    programs = install(tmp_path / "venv", str(wheel))
    assert call(programs, tmp_path, api, "t") == ["m-1", "m-1"]

    for command, extra in {"quant-ai-mock": "mock", "quant-ai-contract": "mock", "quant-ai": "cli"}.items():
        done = subprocess.run(
            [programs / command], capture_output=True, text=True, cwd=tmp_path, env=clean_environment(), check=False
        )
        assert done.returncode == 2
        assert f"quant-ai[{extra}]" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_the_wheel_with_its_extras_is_a_working_command_and_mock_server(wheel: Path, tmp_path: Path) -> None:
    programs = install(tmp_path / "venv", f"{wheel}[cli,mock]")
    command = [programs / "quant-ai", "--mock", "models", "get", "amazon.nova-lite-v1:0", "--jq", ".name", "-r"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=clean_environment(), check=False)
    assert (done.stdout, done.stderr) == ("Amazon Nova Lite\n", "")

    examples = {"terminal_chat.py": [], "agent_bot.py": [], "upload_folder.py": [ROOT / "docs" / "guides", "guides"]}
    for example, arguments in examples.items():
        done = subprocess.run(
            [programs / "quant-ai-mock", "--quiet", "--", programs / "python", ROOT / "examples" / example, *arguments],
            input="general: Hello\n\n",
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=clean_environment(),
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout

    server = subprocess.Popen(
        [programs / "quant-ai-mock", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=clean_environment(PYTHONUNBUFFERED="1"),
    )
    try:
        assert server.stdout
        line = server.stdout.readline()
        assert line.startswith("quant-ai-mock listening on http://127.0.0.1:")
        address = line.split()[-1]
        with urllib.request.urlopen(f"{address}/_mock/health", timeout=10) as reply:
            assert reply.status == 200
        assert all(call(programs, tmp_path, address, "test-token"))
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=10)
    assert server.returncode == 0

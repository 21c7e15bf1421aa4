"""Build the documentation site in build/docs/site: the pages of docs/, the API reference and the HTTP reference.

Zensical renders the pages, and checks their links. Redoc, from npm, renders the HTTP reference in the browser. The
built site loads nothing from elsewhere.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from openapi import Spec
from operations_table import requests
from site_pages import api_reference

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "docs"
SITE = BUILD / "site"
REDOC = "redoc@2.5.4"
LOGO = b"https://cdn.redoc.ly/redoc/logo-mini.svg"
"""An image that Redoc would load from its authors' server."""

# Files outside of docs/ that are pages of the site, too.
OTHERS = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "spec/README.md": "spec.md",
    "tests/contract/README.md": "contract-tests.md",
    "examples/README.md": "examples.md",
}
_LINK = re.compile(r"(?<=\]\()([^)#\s]+)")

HTTP_REFERENCE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; worker-src blob:;
  style-src 'self' 'unsafe-inline'; font-src 'self' data:">
<title>HTTP reference - quant-ai</title>
<link rel="icon" href="assets/images/favicon.png">
</head>
<body>
<p><a href="index.html">quant-ai</a></p>
<div id="redoc"></div>
<script src="assets/redoc.standalone.js"></script>
<script src="assets/http-reference.js"></script>
</body>
</html>
"""


def main(argv: list[str] | None = None) -> int:
    """Build the site, and serve it with --serve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--serve", action="store_true", help="serve the site on 127.0.0.1 afterwards")
    parser.add_argument("--port", type=int, default=8000, help="the port to serve it on (default: 8000)")
    parser.add_argument("--zensical", default="zensical", help="the program zensical")
    arguments = parser.parse_args(argv)
    write_sources()
    if not render(arguments.zensical):
        return 1
    if shutil.which("npm"):
        write_http_reference()
    else:
        print("There is no npm, so the site has no HTTP reference.", file=sys.stderr)
    print(f"{sum(1 for _ in SITE.rglob('*.html'))} pages in {SITE.relative_to(ROOT)}")
    if arguments.serve:
        serve(arguments.port)
    return 0


def write_sources() -> None:
    """Write all pages, as Markdown, to build/docs/pages."""
    if BUILD.exists():
        shutil.rmtree(BUILD)
    pages = BUILD / "pages"
    shutil.copytree(ROOT / "docs", pages, ignore=shutil.ignore_patterns("*.toml", "*.txt", "*.in", "*.json"))
    for source, name in OTHERS.items():
        shutil.copy(ROOT / source, pages / name)
    for page in pages.rglob("*.md"):
        page.write_text(with_site_links(page.read_text(encoding="utf-8"), page.relative_to(pages)), encoding="utf-8")
    for made in api_reference.pages(requests(Spec.load(ROOT / "spec" / "openapi.yaml"))):
        path = pages / made.name
        path.parent.mkdir(exist_ok=True)
        path.write_text(made.text, encoding="utf-8")
    shutil.copy(ROOT / "docs" / "zensical.toml", BUILD)


def render(zensical: str) -> bool:
    """Render the pages; False, with the reasons on stderr, if one of them has a fault such as a broken link."""
    done = subprocess.run(
        [zensical, "build", "--clean", "--strict", "--config-file", BUILD / "zensical.toml"],
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(re.sub(r"\x1b\[[\d;]*m", "", done.stdout + done.stderr.partition("Traceback")[0]), file=sys.stderr)
    return done.returncode == 0


def with_site_links(text: str, page: Path) -> str:
    """A page whose links to other files of the repository lead to pages of the site, or nowhere."""
    site = {ROOT / source: Path(name) for source, name in OTHERS.items()}
    here = next((source for source, name in site.items() if name == page), ROOT / "docs" / page)
    site[ROOT / "README.md"] = Path("index.md")  # which is a page of its own

    def target(match: re.Match[str]) -> str:
        link = match[1]
        if "://" in link or link.startswith(("mailto:", "<")):
            return link
        file = (here.parent / link).resolve()
        if file == ROOT / "spec" / "openapi.yaml":
            return _relative("openapi.yaml", page)
        found = site.get(file)
        if found is None and file.is_relative_to(ROOT / "docs"):
            found = file.relative_to(ROOT / "docs")
        return link if found is None else _relative(found.as_posix(), page)

    return _LINK.sub(target, text)


def _relative(name: str, page: Path) -> str:
    return "../" * (len(page.parts) - 1) + name


def write_http_reference() -> None:
    """Write the page that shows the spec itself, with Redoc."""
    package = ROOT / "build" / (REDOC.replace("@", "-") + ".tgz")
    if not package.exists():
        packed = subprocess.run(
            ["npm", "pack", REDOC, "--silent"], cwd=package.parent, check=True, capture_output=True, text=True
        )
        (package.parent / packed.stdout.strip()).rename(package)
    with tarfile.open(package) as files:
        script = files.extractfile("package/bundles/redoc.standalone.js")
        assert script is not None
        (SITE / "assets" / "redoc.standalone.js").write_bytes(script.read().replace(LOGO, b"data:,"))
    spec = ROOT / "spec" / "openapi.yaml"
    shutil.copy(spec, SITE / "openapi.yaml")
    options = {"disableSearch": False, "hideDownloadButton": False, "downloadDefinitionUrl": "openapi.yaml"}
    source = json.dumps(Spec.load(spec).data, default=str)
    (SITE / "assets" / "http-reference.js").write_text(
        f"Redoc.init({source}, {json.dumps(options)}, document.getElementById('redoc'));\n", encoding="utf-8"
    )
    (SITE / "http-reference.html").write_text(HTTP_REFERENCE, encoding="utf-8")


class SilentHandler(SimpleHTTPRequestHandler):
    """Serves files without logging requests."""

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


def site_server(port: int = 0, log: bool = True) -> ThreadingHTTPServer:
    """A server of the site on this machine, which does not serve yet."""
    handler = SimpleHTTPRequestHandler if log else SilentHandler
    return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=SITE))


def serve(port: int) -> None:
    """Serve the site on this machine until Ctrl-C."""
    with site_server(port) as server:
        print(f"http://127.0.0.1:{server.server_port}")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    sys.exit(main())

"""The programs of README and guides run against the mock server, and the links of all pages lead somewhere."""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.markdown import code_blocks, without_code
from tests.removed import removed_resources

import build_docs
from quant_ai import QuantAI
from quant_ai.http import bodies, options
from quant_ai_mock import Mock, running_mock

ROOT = Path(__file__).parents[2]
# Those of mock.md and contract.md run in tests/mock and tests/contract, and the vendor's programs in tests/vendor.
PROGRAM_PAGES = [
    *(ROOT / name for name in ("README.md", "docs/index.md", "docs/http-clients.md", "docs/migration.md")),
    *sorted((ROOT / "docs" / "guides").glob("*.md")),
]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in ("README.md", *build_docs.OTHERS))]
PROGRAMS = [
    pytest.param(page, block.code, id=f"{page.stem}-{block.line}")
    for page in PROGRAM_PAGES
    for block in code_blocks(page.read_text(encoding="utf-8"), "python")
    if not block.has_tests and not block.of_vendor
]


@pytest.fixture(scope="module")
def mock() -> Iterator[Mock]:
    with running_mock() as mock:
        mock.settings(strict_capabilities=True)
        mock.transitions(
            execution="immediate", tool_execution="immediate", tool_orchestration="immediate", crawl="immediate"
        )
        yield mock


@pytest.mark.parametrize(("page", "code"), PROGRAMS)
def test_a_block_runs(page: Path, code: str, mock: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANT_API_TOKEN", mock.token)
    monkeypatch.setenv("QUANT_ORGANISATION", "acme")
    monkeypatch.setenv("QUANT_BASE_URL", mock.url)
    with logging_as_before():
        exec(compile(code, page.name, "exec"), {"__name__": "__main__"})


@contextmanager
def logging_as_before() -> Iterator[None]:
    """Take back what a block sets in the standard library's logging."""
    loggers = [logging.getLogger(name) for name in ("", "quant_ai", "quant_ai.bodies")]
    before = [(logger.level, [*logger.handlers]) for logger in loggers]
    try:
        yield
    finally:
        for logger, (level, handlers) in zip(loggers, before, strict=True):
            logger.setLevel(level)
            logger.handlers[:] = handlers


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_links_of_a_page_lead_to_files_and_headings(page: Path) -> None:
    text = without_code(page.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" not in link and not link.startswith(("<", "mailto:")):
            name, _, anchor = link.partition("#")
            target = page.parent / name if name else page
            assert target.exists(), link
            if anchor:
                assert anchor in headings(target), link


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_every_page_is_in_the_navigation_of_the_site() -> None:
    navigation = (ROOT / "docs" / "zensical.toml").read_text(encoding="utf-8")
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages | set(build_docs.OTHERS.values()) if f'"{page}"' not in navigation} == set()
    assert tomllib.loads(navigation)["project"]["theme"]["font"] is False


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_methods_that_a_page_names_exist(page: Path) -> None:
    client = QuantAI(token="t", organisation="acme")
    text = re.sub("^## From openai$.*?^## ", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for resource, method in re.findall(r"`client\.(\w+)(?:\(project=\.\.\.\))?\.(\w+)\(", text):
        if resource in removed_resources():
            continue
        found = getattr(client, resource)
        if resource == "ai_search":
            found = found(project="website")
        assert callable(getattr(found, method)), f"client.{resource}.{method}"


FOLDERS = ("docs", "examples", "generated", "overlays", "scripts", "spec", "tests")
FILES = [path.as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix != ".pyc"]


@pytest.mark.parametrize(
    "page", ["docs/architecture.md", "CONTRIBUTING.md", "spec/README.md", "tests/contract/README.md"]
)
def test_the_files_that_a_page_names_exist(page: str) -> None:
    text = without_code((ROOT / page).read_text(encoding="utf-8"))
    for name in re.findall(r"`([\w./-]+\.(?:py|yaml|jinja|toml|json))`", text):
        assert any(file.endswith(f"/{name}") for file in FILES) or (ROOT / name).exists() or name in MADE, name


MADE = ("other.yaml", "test_failures.py", "tests/contract/mutations/survivors.json")
"""Files that are made by a reader or a command."""


def test_the_defaults_that_the_page_on_timeouts_names_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "guides" / "timeouts.md").read_text(encoding="utf-8")
    for default in (
        f"{options.DEFAULT_TIMEOUT.connect:.0f} to connect, {options.DEFAULT_TIMEOUT.read:.0f} for bytes",
        f"{options.DEFAULT_DEADLINE:.0f}; none for streams",
        f"{options.DEFAULT_IDLE_TIMEOUT:.0f}",
        f"{bodies.DEFAULT_SIZE // 1024**2} MiB",
    ):
        assert f"| {default} |" in text

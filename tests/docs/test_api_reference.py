"""The API reference has each method of the client, sync and async, with its errors and examples."""

from __future__ import annotations

import re

from tests.committed_spec import committed_spec
from tests.removed import removed_resources

import operations_table
from site_pages import api_reference

REQUESTS = operations_table.requests(committed_spec())
OTHERS = {"chat.parse", "chat.run", "embeddings.create_many", "files.upload_path", "vector_db.upload_many"}


def test_each_method_has_its_arguments_errors_and_examples() -> None:
    sections: dict[str, str] = {}
    for page in api_reference.pages(REQUESTS):
        for section in re.split(r"^## ", page.text, flags=re.MULTILINE)[1:]:
            name = re.sub(r"\(\w+=\.\.\.\)", "", section.partition("\n")[0])
            sections[name.removeprefix("client.").removesuffix("()")] = section
    methods = {*REQUESTS, *(name for name in OTHERS if name.partition(".")[0] not in removed_resources())}
    assert methods <= set(sections)
    for name in methods:
        section = sections[name]
        assert "**Raises**" in section, name
        assert "**Async**" in section, name
        assert section.count("```python") >= 3, f"{name} needs a signature, an example and an async one"
        assert "await" in section.partition("**Async**")[2] or "async " in section.partition("**Async**")[2], name

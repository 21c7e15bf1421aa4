"""A tag becomes a release only with its version, a dated changelog and deprecations that keep their promise."""

from __future__ import annotations

import pytest

import release_check
from openapi import Spec


def spec(**operations: str) -> Spec:
    """A spec with these operations, each with some members."""
    paths = "".join(
        f"  /{name}:\n    get: {{operationId: {name}_list, tags: [{name}], {members}}}\n"
        for name, members in operations.items()
    )
    return Spec(f"openapi: 3.1.0\ninfo: {{title: T, version: 1.0.0}}\npaths:\n{paths or '  {}'}", "spec.yaml")


NOTES = spec(notes="deprecated: true, x-deprecated-since: '0.2'")


def test_a_tag_needs_its_version_and_a_dated_section() -> None:
    assert list(release_check.of_version("v0.2.0", "0.2.0", "# Changelog\n\n## 0.2.0 (2027-01-31)\n")) == []
    assert list(release_check.of_version("v0.3.0", "0.2.0", "## 0.2.0 (unreleased)\n")) == [
        "the tag is v0.3.0, and the version of the package 0.2.0",
        "CHANGELOG.md has no section '## 0.2.0 (YYYY-MM-DD)'",
    ]


def test_a_deprecated_operation_says_since_when() -> None:
    assert list(release_check.of_deprecations("v0.2.0", NOTES, None)) == []
    assert list(release_check.of_deprecations("v0.2.0", spec(notes="deprecated: true"), None)) == [
        "spec/openapi.yaml: notes_list is deprecated and needs x-deprecated-since"
    ]


@pytest.mark.parametrize(("tag", "early"), [("v0.3.0", True), ("v0.3.9", True), ("v0.4.0", False), ("v1.0.0", False)])
def test_a_deprecated_operation_stays_for_two_minor_releases(tag: str, early: bool) -> None:
    found = [line.partition(":")[2] for line in release_check.of_deprecations(tag, spec(), NOTES)]
    text = " notes_list was removed too early: it is deprecated since 0.2 and will be removed in 0.4 at the earliest"
    assert found == [text] * early

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.skills`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.skill_collection_source import SkillCollectionSource, SkillCollectionSourceParam
from ..models.skill_files import SkillFilesParam
from ..models.skill_import_source import SkillImportSource, SkillImportSourceParam
from ..models.skill_source import SkillSource, SkillSourceParam
from ..types import TypedDict


class SkillsListParams(TypedDict):
    """The keyword arguments of `list()`."""

    tag: NotRequired[str | None]
    namespace: NotRequired[str | None]
    limit: NotRequired[int | None]


class SkillsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    name: str
    content: str
    trigger_condition: str
    description: NotRequired[str | None]
    tags: NotRequired[Sequence[str] | None]
    required_tools: NotRequired[Sequence[str] | None]
    namespace: NotRequired[str | None]
    files: NotRequired[SkillFilesParam | None]
    disable_model_invocation: NotRequired[bool | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    installed_by: NotRequired[str | None]


class SkillsImportParams(TypedDict):
    """The keyword arguments of `import_()`."""

    source: SkillImportSource | SkillImportSourceParam
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    tags: NotRequired[Sequence[str] | None]
    trigger_condition: NotRequired[str | None]
    required_tools: NotRequired[Sequence[str] | None]
    disable_model_invocation: NotRequired[bool | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    installed_by: NotRequired[str | None]


class SkillsImportCollectionParams(TypedDict):
    """The keyword arguments of `import_collection()`."""

    namespace: str
    source: SkillCollectionSource | SkillCollectionSourceParam
    tags: NotRequired[Sequence[str] | None]
    installed_by: NotRequired[str | None]


class SkillsUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    name: NotRequired[str | None]
    description: NotRequired[str | None]
    content: NotRequired[str | None]
    trigger_condition: NotRequired[str | None]
    tags: NotRequired[Sequence[str] | None]
    required_tools: NotRequired[Sequence[str] | None]
    source: NotRequired[SkillSource | SkillSourceParam | None]
    files: NotRequired[SkillFilesParam | None]
    disable_model_invocation: NotRequired[bool | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    namespace: NotRequired[str | None]

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..protocol import AsyncCaller


class AsyncSkills:
    """Instructions that agents and Slack bots follow when they are relevant: written here, or imported from
    GitHub and skills.sh and kept in sync.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, *, tag: str | None = None, namespace: str | None = None, limit: int | None = None
    ) -> models.SkillList:
        """List skills.

        Lists the skills of the organisation without their content, most recently installed first, up to
        `limit`. The list is not paginated; filter it by `tag` and `namespace`, both of which must match.

        Args:
            tag (str): Only skills with this tag.
            namespace (str): Only skills in this collection.
            limit (int): Maximum number of skills to return; there are no further pages. 1 to 100. Server
                default: 50.

        Returns:
            The skills that match both filters.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.list()
        """
        from ..api.skills import skills_list as _operation

        _request = _operation.request(tag=tag, namespace=namespace, limit=limit)
        return await self._caller.call(_operation.OPERATION, _request)

    async def create(
        self,
        *,
        name: str,
        content: str,
        trigger_condition: str,
        description: str | None = None,
        tags: Sequence[str] | None = None,
        required_tools: Sequence[str] | None = None,
        namespace: str | None = None,
        files: models.SkillFilesParam | None = None,
        disable_model_invocation: bool | None = None,
        allowed_tools: Sequence[str] | None = None,
        installed_by: str | None = None,
    ) -> models.SkillEnvelope:
        """Create a skill.

        Stores your own instructions under one id, to be assigned to agents and Slack bots. A skill created here
        is `inline`: it has no source, and you change it by updating it.

        The model reads `trigger_condition` to decide when the skill applies, so describe in plain words what
        the user wants or asks. Names need not be unique: every request creates a new skill.

        Args:
            name (str): Name of the skill.
            content (str): The instructions, in Markdown.
            trigger_condition (str): When the skill applies, in plain words; the model decides by this.
            description (str): What the skill is about, in a sentence.
            tags (Sequence[str]): Tags for filtering.
            required_tools (Sequence[str]): Names of the tools that the skill requires.
            namespace (str): Collection to put the skill into; it need not exist. In a message,
                `/namespace:name` invokes the skill.
            files (SkillFilesParam): Additional files of a skill that its content refers to: contents by name or
                path.
            disable_model_invocation (bool): True if the model should not use the skill by itself, only when a
                message invokes it.
            allowed_tools (Sequence[str]): Names of the tools that may be called while the skill is in use.
            installed_by (str): Your own id of the person or system that creates the skill.

        Returns:
            The skill was created and can be assigned.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.create(
                name="refunds",
                content="Refund within 30 days of delivery, in full. Later, offer a voucher.\\n",
                trigger_condition="When a customer asks for money back or wants to return something",
            )
        """
        from ..api.skills import skills_create as _operation

        _body = {
            "name": name,
            "content": content,
            "triggerCondition": trigger_condition,
            **_encoding.given(
                {
                    "description": description,
                    "tags": tags,
                    "requiredTools": required_tools,
                    "namespace": namespace,
                    "files": files,
                    "disableModelInvocation": disable_model_invocation,
                    "allowedTools": allowed_tools,
                    "installedBy": installed_by,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def import_(
        self,
        *,
        source: models.SkillImportSource | models.SkillImportSourceParam,
        name: str | None = None,
        description: str | None = None,
        tags: Sequence[str] | None = None,
        trigger_condition: str | None = None,
        required_tools: Sequence[str] | None = None,
        disable_model_invocation: bool | None = None,
        allowed_tools: Sequence[str] | None = None,
        installed_by: str | None = None,
    ) -> models.ImportedSkill:
        """Import a skill.

        Fetches a skill from a GitHub repository or the skills.sh registry and installs it. A skill is a folder
        with a `SKILL.md` file; the other files of the folder are included. Name, description and tools are read
        from `SKILL.md` unless the body sets them; values set in the body survive later syncs.

        With `version` the skill is pinned: a sync fetches that version again. Without it, the skill follows the
        latest version. Every request installs another copy.

        Args:
            source (SkillImportSource | SkillImportSourceParam): Where to fetch a skill from, given by `url`, or
                by `repo` and `path`.
            name (str): Name to give the skill.
            description (str): What the skill is about, in a sentence.
            tags (Sequence[str]): Tags for filtering.
            trigger_condition (str): When the skill applies, in plain words. If left out, the description in the
                skill's `SKILL.md` is used.
            required_tools (Sequence[str]): Names of the tools that the skill requires.
            disable_model_invocation (bool): True if the model should not use the skill by itself, only when a
                message invokes it.
            allowed_tools (Sequence[str]): Names of the tools that may be called while the skill is in use.
            installed_by (str): Your own id of the person or system that imports the skill.

        Returns:
            The skill was installed and can be assigned.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.
            ServerError (502): A service that this API depends on did not give a usable reply: the source of a
                skill does not exist, lacks this version, or cannot be reached.

        Example:
            await client.skills.import_(
                source={
                    "type": "github",
                    "repo": "acme/agent-skills",
                    "path": "skills/code-review",
                },
            )
        """
        from ..api.skills import skills_import as _operation

        _body = {
            "source": source,
            **_encoding.given(
                {
                    "name": name,
                    "description": description,
                    "tags": tags,
                    "triggerCondition": trigger_condition,
                    "requiredTools": required_tools,
                    "disableModelInvocation": disable_model_invocation,
                    "allowedTools": allowed_tools,
                    "installedBy": installed_by,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def import_collection(
        self,
        *,
        namespace: str,
        source: models.SkillCollectionSource | models.SkillCollectionSourceParam,
        tags: Sequence[str] | None = None,
        installed_by: str | None = None,
    ) -> models.SkillCollectionImported:
        """Import a skill collection.

        Installs all skills in a folder of a GitHub repository into one namespace. Each direct subfolder is a
        skill and needs a `SKILL.md` file; subfolders without one are counted in `failed` and listed in
        `errors`, and the others are still installed.

        A skill with the same name in the namespace is updated and keeps its id, so the request can be repeated.
        In a message, `/namespace:skill` invokes a skill of the collection by name.

        Args:
            namespace (str): Name of the collection: 2 to 64 lower-case letters, digits and hyphens, with no
                hyphen at either end.
            source (SkillCollectionSource | SkillCollectionSourceParam): A folder of a GitHub repository in
                which every subfolder is a skill.
            tags (Sequence[str]): Tags for all skills of the collection.
            installed_by (str): Your own id of the person or system that imports the collection.

        Returns:
            All valid skills were installed.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.
            ServerError (502): A service that this API depends on did not give a usable reply: the source of a
                skill does not exist, lacks this version, or cannot be reached.

        Example:
            await client.skills.import_collection(
                namespace="acme-skills",
                source={"type": "github", "repo": "acme/agent-skills", "path": "skills"},
            )
        """
        from ..api.skills import skills_import_collection as _operation

        _body = {
            "namespace": namespace,
            "source": source,
            **_encoding.given({"tags": tags, "installedBy": installed_by}),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def list_collections(self) -> models.SkillCollectionList:
        """List skill collections.

        Lists all namespaces used by skills of the organisation, by name, in one reply. A collection exists as
        long as it contains a skill.

        Returns:
            The collections; an empty array if no skill has a namespace.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.list_collections()
        """
        from ..api.skills import skills_list_collections as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def delete_collection(self, namespace: str) -> models.SkillDeleted:
        """Delete a skill collection.

        Deletes all skills in the namespace permanently, imported or not, and removes them from the agents and
        Slack bots that use them.

        Args:
            namespace (str): The namespace of a skill collection.

        Returns:
            The collection and its skills were deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.delete_collection("acme-skills")
        """
        from ..api.skills import skills_delete_collection as _operation

        _request = _operation.request(namespace)
        return await self._caller.call(_operation.OPERATION, _request)

    async def sync_collection(self, namespace: str) -> models.SkillCollectionSynced:
        """Sync a skill collection.

        Fetches the skills of the namespace from their repository again, in the pinned or the latest version.
        Skills that are new in the repository are installed (`created`). Skills that were removed from it are
        listed in `removed_from_source` and kept until you delete them. Local changes of name, tags and trigger
        condition are kept too.

        Raises `BadRequestError` if no skill in the namespace has a source.

        Args:
            namespace (str): The namespace of a skill collection.

        Returns:
            The collection was synced; skills no longer in the repository are listed.

        Raises:
            BadRequestError: There is no source to sync from: the skill, or every skill of the collection, is
                inline.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.
            ServerError (502): A service that this API depends on did not give a usable reply: the source of a
                skill does not exist, lacks this version, or cannot be reached.

        Example:
            await client.skills.sync_collection("acme-skills")
        """
        from ..api.skills import skills_sync_collection as _operation

        _request = _operation.request(namespace)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get(self, skill_id: str) -> models.SkillEnvelope:
        """Get a skill.

        Returns one skill with its content, tools and files, which the list leaves out.

        Args:
            skill_id (str): The `skill_id` of a skill.

        Returns:
            The skill.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.get("b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54")
        """
        from ..api.skills import skills_get as _operation

        _request = _operation.request(skill_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def update(
        self,
        skill_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        content: str | None = None,
        trigger_condition: str | None = None,
        tags: Sequence[str] | None = None,
        required_tools: Sequence[str] | None = None,
        source: models.SkillSource | models.SkillSourceParam | None = None,
        files: models.SkillFilesParam | None = None,
        disable_model_invocation: bool | None = None,
        allowed_tools: Sequence[str] | None = None,
        namespace: str | None = None,
    ) -> models.SkillEnvelope:
        """Update a skill.

        Changes the given fields and keeps the others; arrays are replaced as a whole.

        For an imported skill only `name`, `tags` and `trigger_condition` can be changed; these changes survive
        syncs. Other fields of its content are ignored, because they come from the source. `source` can be
        changed for every skill and applies from the next sync: use it to pin another version, to give an inline
        skill a source, or to turn an imported skill into your own with `{"type": "inline"}`.

        Args:
            skill_id (str): The `skill_id` of a skill.
            name (str): New name.
            description (str): New description of what the skill is about.
            content (str): New instructions in Markdown, replacing the old ones.
            trigger_condition (str): New description of when the skill applies.
            tags (Sequence[str]): New tags.
            required_tools (Sequence[str]): New list of tools that the skill requires.
            source (SkillSource | SkillSourceParam): Where to sync the skill from, starting with the next sync.
                With the type `inline` the skill keeps its content and becomes your own.
            files (SkillFilesParam): New files of the skill, replacing the old ones.
            disable_model_invocation (bool): True if the model should not use the skill by itself.
            allowed_tools (Sequence[str]): New list of tools that may be called while the skill is in use.
            namespace (str): Collection to move the skill to.

        Returns:
            The skill after the update.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.update(
                "b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54",
                name="review",
                trigger_condition="When somebody asks for a review of code",
                tags=["engineering", "web"],
            )
        """
        from ..api.skills import skills_update as _operation

        _body = {
            **_encoding.given(
                {
                    "name": name,
                    "description": description,
                    "content": content,
                    "triggerCondition": trigger_condition,
                    "tags": tags,
                    "requiredTools": required_tools,
                    "source": source,
                    "files": files,
                    "disableModelInvocation": disable_model_invocation,
                    "allowedTools": allowed_tools,
                    "namespace": namespace,
                }
            )
        }
        _request = _operation.request(skill_id, body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def delete(self, skill_id: str) -> models.SkillDeleted:
        """Delete a skill.

        Deletes the skill permanently and removes it from the agents and Slack bots that use it. A skill of an
        imported collection comes back, with a new id, when the collection is synced.

        Args:
            skill_id (str): The `skill_id` of a skill.

        Returns:
            The skill was deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.skills.delete("b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54")
        """
        from ..api.skills import skills_delete as _operation

        _request = _operation.request(skill_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def sync(self, skill_id: str) -> models.ImportedSkill:
        """Sync a skill.

        Fetches the skill from its source again: the pinned version, or the latest one. Local changes of name,
        tags and trigger condition are kept, and so are the values set at import. A skill without a source
        raises `BadRequestError`.

        Args:
            skill_id (str): The `skill_id` of a skill.

        Returns:
            The skill after the sync.

        Raises:
            BadRequestError: There is no source to sync from: the skill, or every skill of the collection, is
                inline.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.
            ServerError (502): A service that this API depends on did not give a usable reply: the source of a
                skill does not exist, lacks this version, or cannot be reached.

        Example:
            await client.skills.sync("b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54")
        """
        from ..api.skills import skills_sync as _operation

        _request = _operation.request(skill_id)
        return await self._caller.call(_operation.OPERATION, _request)

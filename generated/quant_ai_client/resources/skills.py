# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET
from .async_skills import AsyncSkills

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.imported_skill import ImportedSkill
    from ..models.skill_collection_imported import SkillCollectionImported
    from ..models.skill_collection_list import SkillCollectionList
    from ..models.skill_collection_source import SkillCollectionSource, SkillCollectionSourceParam
    from ..models.skill_collection_synced import SkillCollectionSynced
    from ..models.skill_deleted import SkillDeleted
    from ..models.skill_envelope import SkillEnvelope
    from ..models.skill_files import SkillFilesParam
    from ..models.skill_import_source import SkillImportSource, SkillImportSourceParam
    from ..models.skill_list import SkillList
    from ..models.skill_source import SkillSource, SkillSourceParam
    from ..protocol import Caller
    from ..types import Unset

__all__ = ["AsyncSkills", "Skills"]


class Skills:
    """Instructions that agents and Slack bots follow when a matter calls for them: written here, or imported
    from GitHub and skills.sh and kept in step with their source.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, tag: str | Unset = UNSET, namespace: str | Unset = UNSET, limit: int | Unset = UNSET
    ) -> SkillList:
        """List skills.

        Lists the skills of the organisation without their content, the latest installed first, up to `limit`.
        There is no further page: narrow the list with `tag` and `namespace`, which combine.

        Args:
            tag (str): Only skills that have this tag.
            namespace (str): Only skills of this collection.
            limit (int): The largest number of skills to return. What lies beyond it cannot be paged to. 1 to
                100. Server default: 50.

        Returns:
            The skills that pass both filters.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.list()
        """
        from ..api.skills import skills_list as _operation

        request = _operation.request(tag=tag, namespace=namespace, limit=limit)
        return self._caller.call(_operation.OPERATION, request)

    def create(
        self,
        *,
        name: str,
        content: str,
        trigger_condition: str,
        description: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        required_tools: Sequence[str] | Unset = UNSET,
        namespace: str | Unset = UNSET,
        files: SkillFilesParam | Unset = UNSET,
        disable_model_invocation: bool | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        installed_by: str | Unset = UNSET,
    ) -> SkillEnvelope:
        """Create a skill.

        Stores instructions of your own under one id, to be assigned to agents and Slack bots. A skill made here
        is `inline`: it has no source, and is changed by updating it.

        The model reads `triggerCondition` to decide when the skill applies, so say in plain words what the user
        wants or asks at that moment. Names need not be unique: each call creates another skill.

        Args:
            name (str): Name of the skill.
            content (str): The instructions, in Markdown.
            trigger_condition (str): When the skill applies, in plain words; the model decides by them.
            description (str): What the skill is about, in a sentence.
            tags (Sequence[str]): Labels of your choice, to find the skill by.
            required_tools (Sequence[str]): Names of the tools without which the skill cannot be followed.
            namespace (str): A collection to put the skill into, which is there from then on. In a message,
                `/namespace:name` asks for the skill.
            files (SkillFilesParam): Texts that belong to a skill and that its content refers to: the name or
                path of each file, with what is in it.
            disable_model_invocation (bool): True to keep the model from taking up the skill by itself; a
                message has to ask for it then.
            allowed_tools (Sequence[str]): Names of the tools that may be called while the skill is followed.
            installed_by (str): Who makes the skill, as your own id of the person or system.

        Returns:
            The skill is there and can be assigned.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.create(
                name="refunds",
                content="Refund within 30 days of delivery, in full. Later, offer a voucher.\\n",
                trigger_condition="When a customer asks for money back or wants to return something",
            )
        """
        from ..api.skills import skills_create as _operation

        body = {
            "name": name,
            "content": content,
            "triggerCondition": trigger_condition,
            "description": description,
            "tags": tags,
            "requiredTools": required_tools,
            "namespace": namespace,
            "files": files,
            "disableModelInvocation": disable_model_invocation,
            "allowedTools": allowed_tools,
            "installedBy": installed_by,
        }
        request = _operation.request(body=body)
        return self._caller.call(_operation.OPERATION, request)

    def import_(
        self,
        *,
        source: SkillImportSource | SkillImportSourceParam,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        trigger_condition: str | Unset = UNSET,
        required_tools: Sequence[str] | Unset = UNSET,
        disable_model_invocation: bool | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        installed_by: str | Unset = UNSET,
    ) -> ImportedSkill:
        """Import a skill.

        Fetches one skill from a GitHub repository or from the registry skills.sh and installs it. A skill is a
        folder with a file `SKILL.md`; the folder's other files come with it. What `SKILL.md` says of itself
        (name, description, tools) is taken from there unless the body says otherwise, and what the body says
        outlasts later syncs.

        With `version` the skill is pinned: a sync fetches that version again. Without, it follows the newest
        one. Each call installs another copy.

        Args:
            source (SkillImportSource | SkillImportSourceParam): Where to fetch a skill from. It is named by
                `url`, or by `repo` and `path`.
            name (str): Name to give the skill.
            description (str): What the skill is about, in a sentence.
            tags (Sequence[str]): Labels of your choice, to find the skill by.
            trigger_condition (str): When the skill applies, in plain words. Left out, it is the description
                that the skill's `SKILL.md` gives.
            required_tools (Sequence[str]): Names of the tools without which the skill cannot be followed.
            disable_model_invocation (bool): True to keep the model from taking up the skill by itself; a
                message has to ask for it then.
            allowed_tools (Sequence[str]): Names of the tools that may be called while the skill is followed.
            installed_by (str): Who imports the skill, as your own id of the person or system.

        Returns:
            The skill is installed and can be assigned.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.
            502: The service asked another one for something and got no usable answer: the source of a skill
                does not exist, has no such version, or cannot be reached.

        Example:
            client.skills.import_(
                source={
                    "type": "github",
                    "repo": "acme/agent-skills",
                    "path": "skills/code-review",
                },
            )
        """
        from ..api.skills import skills_import as _operation

        body = {
            "source": source,
            "name": name,
            "description": description,
            "tags": tags,
            "triggerCondition": trigger_condition,
            "requiredTools": required_tools,
            "disableModelInvocation": disable_model_invocation,
            "allowedTools": allowed_tools,
            "installedBy": installed_by,
        }
        request = _operation.request(body=body)
        return self._caller.call(_operation.OPERATION, request)

    def import_collection(
        self,
        *,
        namespace: str,
        source: SkillCollectionSource | SkillCollectionSourceParam,
        tags: Sequence[str] | Unset = UNSET,
        installed_by: str | Unset = UNSET,
    ) -> SkillCollectionImported:
        """Import a collection of skills.

        Installs every skill below a folder of a GitHub repository into one namespace. Each folder directly
        below it is taken for a skill and needs a file `SKILL.md`; those without are counted as `failed` and
        told in `errors`, and do not keep the others from being installed.

        A skill of the namespace with the same name is updated and keeps its id, so the call may be repeated. In
        the text of a message, `/namespace:skill` asks for a skill of the collection by name.

        Args:
            namespace (str): Name of the collection: 2 to 64 lower-case letters, digits and hyphens, with no
                hyphen at either end.
            source (SkillCollectionSource | SkillCollectionSourceParam): A folder of a GitHub repository that
                holds skills, each in a folder of its own.
            tags (Sequence[str]): Labels for every skill of the collection.
            installed_by (str): Who imports the collection, as your own id of the person or system.

        Returns:
            What could be installed is installed.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.
            502: The service asked another one for something and got no usable answer: the source of a skill
                does not exist, has no such version, or cannot be reached.

        Example:
            client.skills.import_collection(
                namespace="acme-skills",
                source={"type": "github", "repo": "acme/agent-skills", "path": "skills"},
            )
        """
        from ..api.skills import skills_import_collection as _operation

        body = {"namespace": namespace, "source": source, "tags": tags, "installedBy": installed_by}
        request = _operation.request(body=body)
        return self._caller.call(_operation.OPERATION, request)

    def list_collections(self) -> SkillCollectionList:
        """List skill collections.

        Lists every namespace that a skill of the organisation has, by name, all in one reply. A collection is
        there as long as one of its skills is.

        Returns:
            The collections; an empty array where no skill has a namespace.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.list_collections()
        """
        from ..api.skills import skills_list_collections as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)

    def delete_collection(self, namespace: str) -> SkillDeleted:
        """Delete a collection of skills.

        Deletes every skill of the namespace for good, imported or not, and takes them from the agents and Slack
        bots that have them.

        Args:
            namespace (str): The namespace of a collection, as its import or the list of collections returns it.

        Returns:
            The collection and its skills are gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.delete_collection("acme-skills")
        """
        from ..api.skills import skills_delete_collection as _operation

        request = _operation.request(namespace)
        return self._caller.call(_operation.OPERATION, request)

    def sync_collection(self, namespace: str) -> SkillCollectionSynced:
        """Sync a collection of skills.

        Fetches the skills of the namespace from their repository again, in the pinned version or the newest
        one. Skills that the repository has gained are installed (`created`); those that it has lost are named
        in `removedFromSource` and stay until you delete them. Local changes of name, tags and trigger condition
        stay as well.

        The answer is 400 where no skill of the namespace has a source.

        Args:
            namespace (str): The namespace of a collection, as its import or the list of collections returns it.

        Returns:
            The collection is what its repository holds, with what that has lost.

        Raises:
            400: There is nothing to fetch from, as the skill, or every skill of the collection, is inline.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.
            502: The service asked another one for something and got no usable answer: the source of a skill
                does not exist, has no such version, or cannot be reached.

        Example:
            client.skills.sync_collection("acme-skills")
        """
        from ..api.skills import skills_sync_collection as _operation

        request = _operation.request(namespace)
        return self._caller.call(_operation.OPERATION, request)

    def get(self, skill_id: str) -> SkillEnvelope:
        """Get a skill.

        Reads one skill in full, with the content, the tools and the files that the list leaves out.

        Args:
            skill_id (str): The `skillId` of a skill, as its creation, its import or the list returns it.

        Returns:
            The skill, alone in its envelope.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.get("b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54")
        """
        from ..api.skills import skills_get as _operation

        request = _operation.request(skill_id)
        return self._caller.call(_operation.OPERATION, request)

    def update(
        self,
        skill_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        content: str | Unset = UNSET,
        trigger_condition: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        required_tools: Sequence[str] | Unset = UNSET,
        source: SkillSource | SkillSourceParam | Unset = UNSET,
        files: SkillFilesParam | Unset = UNSET,
        disable_model_invocation: bool | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        namespace: str | Unset = UNSET,
    ) -> SkillEnvelope:
        """Update a skill.

        Changes what the body names and keeps the rest; an array replaces the stored one as a whole.

        Of an imported skill only `name`, `tags` and `triggerCondition` can be changed, as local changes that
        outlast syncs. What else the body holds about its content is passed over: that belongs to the source.
        `source` itself can be changed for every skill: it says where the next sync fetches from, so that a pin
        can be moved, and an inline skill be given a source or an imported one be taken over with `{"type":
        "inline"}`.

        Args:
            skill_id (str): The `skillId` of a skill, as its creation, its import or the list returns it.
            name (str): New name.
            description (str): New sentence on what the skill is about.
            content (str): New instructions, in Markdown, in place of all earlier ones.
            trigger_condition (str): New words on when the skill applies.
            tags (Sequence[str]): Labels that the skill has from now on.
            required_tools (Sequence[str]): Names of the tools without which the skill cannot be followed from
                now on.
            source (SkillSource | SkillSourceParam): Where to sync the skill from, from the next sync on. With
                the type `inline` the skill keeps what it has and becomes your own.
            files (SkillFilesParam): The files that the skill has from now on, in place of all earlier ones.
            disable_model_invocation (bool): True to keep the model from taking up the skill by itself.
            allowed_tools (Sequence[str]): Names of the tools that may be called while the skill is followed,
                from now on.
            namespace (str): The collection that the skill moves to.

        Returns:
            The skill after the change.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.update(
                "b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54",
                name="review",
                trigger_condition="When somebody asks for a review of code",
                tags=["engineering", "web"],
            )
        """
        from ..api.skills import skills_update as _operation

        body = {
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
        request = _operation.request(skill_id, body=body)
        return self._caller.call(_operation.OPERATION, request)

    def delete(self, skill_id: str) -> SkillDeleted:
        """Delete a skill.

        Deletes the skill for good and takes it from the agents and Slack bots that have it. A skill of an
        imported collection comes back, under a new id, when the collection is synced.

        Args:
            skill_id (str): The `skillId` of a skill, as its creation, its import or the list returns it.

        Returns:
            The skill is gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.skills.delete("b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54")
        """
        from ..api.skills import skills_delete as _operation

        request = _operation.request(skill_id)
        return self._caller.call(_operation.OPERATION, request)

    def sync(self, skill_id: str) -> ImportedSkill:
        """Sync a skill.

        Fetches the skill from its source again: the pinned version, or the newest where none is pinned. Local
        changes of name, tags and trigger condition stay, and so does what the import asked for. The answer is
        400 for a skill without a source.

        Args:
            skill_id (str): The `skillId` of a skill, as its creation, its import or the list returns it.

        Returns:
            The skill as its source has it.

        Raises:
            400: There is nothing to fetch from, as the skill, or every skill of the collection, is inline.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.
            502: The service asked another one for something and got no usable answer: the source of a skill
                does not exist, has no such version, or cannot be reached.

        Example:
            client.skills.sync("b90e3a5d-41c7-4f28-8d6a-0c7e9f2b1d54")
        """
        from ..api.skills import skills_sync as _operation

        request = _operation.request(skill_id)
        return self._caller.call(_operation.OPERATION, request)

# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of skills."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /skills",
        summary="List skills",
        text=(
            "Lists the skills of the organisation without their content, most recently installed first, up to"
            " `--limit`. The list is not paginated; filter it by `--tag` and `--namespace`, both of which "
            "must match."
        ),
        values=(
            CommandValue("tag", "tag", "tag", "query", "text", help="Only skills with this tag."),
            CommandValue(
                "namespace", "namespace", "namespace", "query", "text", help="Only skills in this collection."
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help=("Maximum number of skills to return; there are no further pages. 1 to 100. Default: 50."),
            ),
        ),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /skills",
        summary="Create a skill",
        text=(
            "Stores your own instructions under one id, to be assigned to agents and Slack bots. A skill "
            "created here is `inline`: it has no source, and you change it by updating it.\n"
            "\n"
            "The model reads `--trigger-condition` to decide when the skill applies, so describe in plain "
            "words what the user wants or asks. Names need not be unique: every request creates a new skill."
        ),
        values=(
            CommandValue("name", "name", "name", "body", "text", help="Name of the skill.", required=True),
            CommandValue(
                "content", "content", "content", "body", "text", help="The instructions, in Markdown.", required=True
            ),
            CommandValue(
                "trigger-condition",
                "trigger_condition",
                "triggerCondition",
                "body",
                "text",
                help="When the skill applies, in plain words; the model decides by this.",
                required=True,
            ),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="What the skill is about, in a sentence.",
            ),
            CommandValue("tags", "tags", "tags", "body", "text", help="Tags for filtering.", many="items"),
            CommandValue(
                "required-tools",
                "required_tools",
                "requiredTools",
                "body",
                "text",
                help="Names of the tools that the skill requires.",
                many="items",
            ),
            CommandValue(
                "namespace",
                "namespace",
                "namespace",
                "body",
                "text",
                help=(
                    "Collection to put the skill into; it need not exist. In a message, `/namespace:name` invokes the"
                    " skill."
                ),
            ),
            CommandValue(
                "files",
                "files",
                "files",
                "body",
                "json",
                help=("Additional files of a skill that its content refers to: contents by name or path."),
            ),
            CommandValue(
                "disable-model-invocation",
                "disable_model_invocation",
                "disableModelInvocation",
                "body",
                "boolean",
                help=("True if the model should not use the skill by itself, only when a message invokes it."),
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Names of the tools that may be called while the skill is in use.",
                many="items",
            ),
            CommandValue(
                "installed-by",
                "installed_by",
                "installedBy",
                "body",
                "text",
                help="Your own id of the person or system that creates the skill.",
            ),
        ),
        body="fields",
    ),
    Command(
        "import",
        "import_",
        "call",
        "POST /skills/import",
        summary="Import a skill",
        text=(
            "Fetches a skill from a GitHub repository or the skills.sh registry and installs it. A skill is a"
            " folder with a `SKILL.md` file; the other files of the folder are included. Name, description "
            "and tools are read from `SKILL.md` unless the body sets them; values set in the body survive "
            "later syncs.\n"
            "\n"
            "With `version` the skill is pinned: a sync fetches that version again. Without it, the skill "
            "follows the latest version. Every request installs another copy."
        ),
        values=(
            CommandValue(
                "source",
                "source",
                "source",
                "body",
                "json",
                help="Where to fetch a skill from, given by `url`, or by `repo` and `path`.",
                required=True,
            ),
            CommandValue("name", "name", "name", "body", "text", help="Name to give the skill."),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="What the skill is about, in a sentence.",
            ),
            CommandValue("tags", "tags", "tags", "body", "text", help="Tags for filtering.", many="items"),
            CommandValue(
                "trigger-condition",
                "trigger_condition",
                "triggerCondition",
                "body",
                "text",
                help=(
                    "When the skill applies, in plain words. If left out, the description in the skill's `SKILL.md` "
                    "is used."
                ),
            ),
            CommandValue(
                "required-tools",
                "required_tools",
                "requiredTools",
                "body",
                "text",
                help="Names of the tools that the skill requires.",
                many="items",
            ),
            CommandValue(
                "disable-model-invocation",
                "disable_model_invocation",
                "disableModelInvocation",
                "body",
                "boolean",
                help=("True if the model should not use the skill by itself, only when a message invokes it."),
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Names of the tools that may be called while the skill is in use.",
                many="items",
            ),
            CommandValue(
                "installed-by",
                "installed_by",
                "installedBy",
                "body",
                "text",
                help="Your own id of the person or system that imports the skill.",
            ),
        ),
        body="fields",
    ),
    Command(
        "import-collection",
        "import_collection",
        "call",
        "POST /skills/import-collection",
        summary="Import a skill collection",
        text=(
            "Installs all skills in a folder of a GitHub repository into one namespace. Each direct subfolder"
            " is a skill and needs a `SKILL.md` file; subfolders without one are counted in `failed` and "
            "listed in `errors`, and the others are still installed.\n"
            "\n"
            "A skill with the same name in the namespace is updated and keeps its id, so the request can be "
            "repeated. In a message, `/namespace:skill` invokes a skill of the collection by name."
        ),
        values=(
            CommandValue(
                "namespace",
                "namespace",
                "namespace",
                "body",
                "text",
                help=(
                    "Name of the collection: 2 to 64 lower-case letters, digits and hyphens, with no hyphen at either"
                    " end."
                ),
                required=True,
            ),
            CommandValue(
                "source",
                "source",
                "source",
                "body",
                "json",
                help="A folder of a GitHub repository in which every subfolder is a skill.",
                required=True,
            ),
            CommandValue(
                "tags", "tags", "tags", "body", "text", help="Tags for all skills of the collection.", many="items"
            ),
            CommandValue(
                "installed-by",
                "installed_by",
                "installedBy",
                "body",
                "text",
                help="Your own id of the person or system that imports the collection.",
            ),
        ),
        body="fields",
    ),
    Command(
        "list-collections",
        "list_collections",
        "call",
        "GET /skills/collections",
        summary="List skill collections",
        text=(
            "Lists all namespaces used by skills of the organisation, by name, in one reply. A collection "
            "exists as long as it contains a skill."
        ),
    ),
    Command(
        "delete-collection",
        "delete_collection",
        "call",
        "DELETE /skills/collections/{namespace}",
        summary="Delete a skill collection",
        text=(
            "Deletes all skills in the namespace permanently, imported or not, and removes them from the "
            "agents and Slack bots that use them."
        ),
        values=(
            CommandValue(
                "namespace",
                "namespace",
                "namespace",
                "path",
                "text",
                help="The namespace of a skill collection.",
                required=True,
            ),
        ),
    ),
    Command(
        "sync-collection",
        "sync_collection",
        "call",
        "POST /skills/collections/{namespace}/sync",
        summary="Sync a skill collection",
        text=(
            "Fetches the skills of the namespace from their repository again, in the pinned or the latest "
            "version. Skills that are new in the repository are installed (`created`). Skills that were "
            "removed from it are listed in `removedFromSource` and kept until you delete them. Local changes "
            "of name, tags and trigger condition are kept too.\n"
            "\n"
            "Returns 400 if no skill in the namespace has a source."
        ),
        values=(
            CommandValue(
                "namespace",
                "namespace",
                "namespace",
                "path",
                "text",
                help="The namespace of a skill collection.",
                required=True,
            ),
        ),
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /skills/{skillId}",
        summary="Get a skill",
        text="Returns one skill with its content, tools and files, which the list leaves out.",
        values=(
            CommandValue(
                "skill-id", "skill_id", "skillId", "path", "text", help="The `skillId` of a skill.", required=True
            ),
        ),
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /skills/{skillId}",
        summary="Update a skill",
        text=(
            "Changes the given fields and keeps the others; arrays are replaced as a whole.\n"
            "\n"
            "For an imported skill only `--name`, `--tags` and `--trigger-condition` can be changed; these "
            "changes survive syncs. Other fields of its content are ignored, because they come from the "
            "source. `--source` can be changed for every skill and applies from the next sync: use it to pin "
            "another version, to give an inline skill a source, or to turn an imported skill into your own "
            'with `{"type": "inline"}`.'
        ),
        values=(
            CommandValue(
                "skill-id", "skill_id", "skillId", "path", "text", help="The `skillId` of a skill.", required=True
            ),
            CommandValue("name", "name", "name", "body", "text", help="New name."),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="New description of what the skill is about.",
            ),
            CommandValue(
                "content",
                "content",
                "content",
                "body",
                "text",
                help="New instructions in Markdown, replacing the old ones.",
            ),
            CommandValue(
                "trigger-condition",
                "trigger_condition",
                "triggerCondition",
                "body",
                "text",
                help="New description of when the skill applies.",
            ),
            CommandValue("tags", "tags", "tags", "body", "text", help="New tags.", many="items"),
            CommandValue(
                "required-tools",
                "required_tools",
                "requiredTools",
                "body",
                "text",
                help="New list of tools that the skill requires.",
                many="items",
            ),
            CommandValue(
                "source",
                "source",
                "source",
                "body",
                "json",
                help=(
                    "Where to sync the skill from, starting with the next sync. With the type `inline` the skill "
                    "keeps its content and becomes your own."
                ),
            ),
            CommandValue(
                "files", "files", "files", "body", "json", help="New files of the skill, replacing the old ones."
            ),
            CommandValue(
                "disable-model-invocation",
                "disable_model_invocation",
                "disableModelInvocation",
                "body",
                "boolean",
                help="True if the model should not use the skill by itself.",
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="New list of tools that may be called while the skill is in use.",
                many="items",
            ),
            CommandValue(
                "namespace", "namespace", "namespace", "body", "text", help="Collection to move the skill to."
            ),
        ),
        body="fields",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /skills/{skillId}",
        summary="Delete a skill",
        text=(
            "Deletes the skill permanently and removes it from the agents and Slack bots that use it. A skill"
            " of an imported collection comes back, with a new id, when the collection is synced."
        ),
        values=(
            CommandValue(
                "skill-id", "skill_id", "skillId", "path", "text", help="The `skillId` of a skill.", required=True
            ),
        ),
    ),
    Command(
        "sync",
        "sync",
        "call",
        "POST /skills/{skillId}/sync",
        summary="Sync a skill",
        text=(
            "Fetches the skill from its source again: the pinned version, or the latest one. Local changes of"
            " name, tags and trigger condition are kept, and so are the values set at import. A skill without"
            " a source returns 400."
        ),
        values=(
            CommandValue(
                "skill-id", "skill_id", "skillId", "path", "text", help="The `skillId` of a skill.", required=True
            ),
        ),
    ),
)

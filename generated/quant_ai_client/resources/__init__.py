# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The facade: one attribute for each group of operations, imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .. import resources as _resources
from ..namespaces import namespace as _namespace
from ..namespaces import resource as _resource

if TYPE_CHECKING:
    from ..protocol import AsyncCaller, Caller
    from .agents import Agents as Agents
    from .agents import AsyncAgents as AsyncAgents
    from .ai_search import AiSearch as AiSearch
    from .ai_search import AsyncAiSearch as AsyncAiSearch
    from .chat import AsyncChat as AsyncChat
    from .chat import Chat as Chat
    from .custom_tools import AsyncCustomTools as AsyncCustomTools
    from .custom_tools import CustomTools as CustomTools
    from .embeddings import AsyncEmbeddings as AsyncEmbeddings
    from .embeddings import Embeddings as Embeddings
    from .files import AsyncFiles as AsyncFiles
    from .files import Files as Files
    from .filter_policies import AsyncFilterPolicies as AsyncFilterPolicies
    from .filter_policies import FilterPolicies as FilterPolicies
    from .governance import AsyncGovernance as AsyncGovernance
    from .governance import Governance as Governance
    from .images import AsyncImages as AsyncImages
    from .images import Images as Images
    from .models import AsyncModels as AsyncModels
    from .models import Models as Models
    from .orchestrations import AsyncOrchestrations as AsyncOrchestrations
    from .orchestrations import Orchestrations as Orchestrations
    from .sessions import AsyncSessions as AsyncSessions
    from .sessions import Sessions as Sessions
    from .skills import AsyncSkills as AsyncSkills
    from .skills import Skills as Skills
    from .slack_bots import AsyncSlackBots as AsyncSlackBots
    from .slack_bots import SlackBots as SlackBots
    from .tasks import AsyncTasks as AsyncTasks
    from .tasks import Tasks as Tasks
    from .tools import AsyncTools as AsyncTools
    from .tools import Tools as Tools
    from .usage import AsyncUsage as AsyncUsage
    from .usage import Usage as Usage
    from .vector_db import AsyncVectorDb as AsyncVectorDb
    from .vector_db import VectorDb as VectorDb

_MODULES: dict[str, str] = {
    "AsyncModels": "models",
    "Models": "models",
    "AsyncChat": "chat",
    "Chat": "chat",
    "AsyncEmbeddings": "embeddings",
    "Embeddings": "embeddings",
    "AsyncImages": "images",
    "Images": "images",
    "AsyncSessions": "sessions",
    "Sessions": "sessions",
    "AsyncAgents": "agents",
    "Agents": "agents",
    "AsyncCustomTools": "custom_tools",
    "CustomTools": "custom_tools",
    "AsyncTools": "tools",
    "Tools": "tools",
    "AsyncVectorDb": "vector_db",
    "VectorDb": "vector_db",
    "AsyncTasks": "tasks",
    "Tasks": "tasks",
    "AsyncOrchestrations": "orchestrations",
    "Orchestrations": "orchestrations",
    "AsyncFiles": "files",
    "Files": "files",
    "AsyncUsage": "usage",
    "Usage": "usage",
    "AsyncSkills": "skills",
    "Skills": "skills",
    "AsyncSlackBots": "slack_bots",
    "SlackBots": "slack_bots",
    "AsyncGovernance": "governance",
    "Governance": "governance",
    "AsyncFilterPolicies": "filter_policies",
    "FilterPolicies": "filter_policies",
    "AsyncAiSearch": "ai_search",
    "AiSearch": "ai_search",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


class Resources:
    """All operations; a subclass sets `_caller`."""

    if TYPE_CHECKING:
        _caller: Caller

    @_resource
    def models(self) -> _resources.Models:
        """The models that your organisation may use: their features, limits and prices. A model's `id` is the
        `model_id` of all other requests.
        """
        from .models import Models

        return Models(self._caller)

    @_resource
    def chat(self) -> _resources.Chat:
        """Chat with a model: wait for the reply, stream it, or run the chat in the background, with your own tools
        if needed.
        """
        from .chat import Chat

        return Chat(self._caller)

    @_resource
    def embeddings(self) -> _resources.Embeddings:
        """Turn text into vectors for comparing meaning. To store and search the vectors too, use a vector database
        collection, which creates them for you.
        """
        from .embeddings import Embeddings

        return Embeddings(self._caller)

    @_resource
    def images(self) -> _resources.Images:
        """Generate images from text, or edit existing ones: variations, inpainting, outpainting, background
        removal.
        """
        from .images import Images

        return Images(self._caller)

    @_resource
    def sessions(self) -> _resources.Sessions:
        """Conversations whose history the service keeps. Pass a session's id with each chat request and send only
        the new messages. Sessions expire automatically.
        """
        from .sessions import Sessions

        return Sessions(self._caller)

    @_resource
    def agents(self) -> _resources.Agents:
        """Models configured for a job: a system prompt, settings, tools and collections stored under one id, so
        that you only send the next message. All tools of an agent run in the service.
        """
        from .agents import Agents

        return Agents(self._caller)

    @_resource
    def custom_tools(self) -> _resources.CustomTools:
        """Your own tools, which models and agents can call. The service runs their code at the edge and passes the
        result to the model.
        """
        from .custom_tools import CustomTools

        return CustomTools(self._caller)

    @_resource
    def tools(self) -> _resources.Tools:
        """The tools that the service can run for a model, and their long-running executions, such as image
        generation.
        """
        from .tools import Tools

        return Tools(self._caller)

    @_resource
    def vector_db(self) -> _resources.VectorDb:
        """Collections of documents for semantic search. The service embeds your documents and queries, so you only
        send text.
        """
        from .vector_db import VectorDb

        return VectorDb(self._caller)

    @_resource
    def tasks(self) -> _resources.Tasks:
        """Units of work for agents and people, grouped in lists, with a status and dependencies."""
        from .tasks import Tasks

        return Tasks(self._caller)

    @_resource
    def orchestrations(self) -> _resources.Orchestrations:
        """Process many items in batches. An orchestration can be started, paused, resumed and cancelled at any
        time.
        """
        from .orchestrations import Orchestrations

        return Orchestrations(self._caller)

    @_resource
    def files(self) -> _resources.Files:
        """Files that chats and agents can read and write, with custom metadata for filtering."""
        from .files import Files

        return Files(self._caller)

    @_resource
    def usage(self) -> _resources.Usage:
        """What your organisation used and spent in a month, by model, user or API token."""
        from .usage import Usage

        return Usage(self._caller)

    @_resource
    def skills(self) -> _resources.Skills:
        """Instructions that agents and Slack bots follow when they are relevant: written here, or imported from
        GitHub and skills.sh and kept in sync.
        """
        from .skills import Skills

        return Skills(self._caller)

    @_resource
    def slack_bots(self) -> _resources.SlackBots:
        """Agents that answer in a Slack workspace. A bot has the settings of an agent, plus rules on who may use
        it and where.
        """
        from .slack_bots import SlackBots

        return SlackBots(self._caller)

    @_resource
    def governance(self) -> _resources.Governance:
        """What your organisation allows: whether AI is enabled, which models may be used, which filters are
        mandatory, and the daily and monthly spending limits. Requests that break a rule are refused with
        `PermissionDeniedError` and a `code`.
        """
        from .governance import Governance

        return Governance(self._caller)

    @_resource
    def filter_policies(self) -> _resources.FilterPolicies:
        """Rules that find words and patterns in messages to models and in their answers, and block or redact them.
        A policy applies where the governance or an agent refers to it.
        """
        from .filter_policies import FilterPolicies

        return FilterPolicies(self._caller)

    @_namespace
    def ai_search(self, project: str) -> _resources.AiSearch:
        """Search and question answering over the pages of one project's website, crawled by the service or
        uploaded by you. The replies are not officially documented: expect additional fields, and missing
        optional ones.

        Args:
            project (str): Machine name of the project whose site is searched, as in the dashboard's URLs. At
                most 128 characters.
        """
        from .ai_search import AiSearch

        return AiSearch(self._caller, project)


class AsyncResources:
    """All operations; a subclass sets `_caller`."""

    if TYPE_CHECKING:
        _caller: AsyncCaller

    @_resource
    def models(self) -> _resources.AsyncModels:
        """The models that your organisation may use: their features, limits and prices. A model's `id` is the
        `model_id` of all other requests.
        """
        from .models import AsyncModels

        return AsyncModels(self._caller)

    @_resource
    def chat(self) -> _resources.AsyncChat:
        """Chat with a model: wait for the reply, stream it, or run the chat in the background, with your own tools
        if needed.
        """
        from .chat import AsyncChat

        return AsyncChat(self._caller)

    @_resource
    def embeddings(self) -> _resources.AsyncEmbeddings:
        """Turn text into vectors for comparing meaning. To store and search the vectors too, use a vector database
        collection, which creates them for you.
        """
        from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._caller)

    @_resource
    def images(self) -> _resources.AsyncImages:
        """Generate images from text, or edit existing ones: variations, inpainting, outpainting, background
        removal.
        """
        from .images import AsyncImages

        return AsyncImages(self._caller)

    @_resource
    def sessions(self) -> _resources.AsyncSessions:
        """Conversations whose history the service keeps. Pass a session's id with each chat request and send only
        the new messages. Sessions expire automatically.
        """
        from .sessions import AsyncSessions

        return AsyncSessions(self._caller)

    @_resource
    def agents(self) -> _resources.AsyncAgents:
        """Models configured for a job: a system prompt, settings, tools and collections stored under one id, so
        that you only send the next message. All tools of an agent run in the service.
        """
        from .agents import AsyncAgents

        return AsyncAgents(self._caller)

    @_resource
    def custom_tools(self) -> _resources.AsyncCustomTools:
        """Your own tools, which models and agents can call. The service runs their code at the edge and passes the
        result to the model.
        """
        from .custom_tools import AsyncCustomTools

        return AsyncCustomTools(self._caller)

    @_resource
    def tools(self) -> _resources.AsyncTools:
        """The tools that the service can run for a model, and their long-running executions, such as image
        generation.
        """
        from .tools import AsyncTools

        return AsyncTools(self._caller)

    @_resource
    def vector_db(self) -> _resources.AsyncVectorDb:
        """Collections of documents for semantic search. The service embeds your documents and queries, so you only
        send text.
        """
        from .vector_db import AsyncVectorDb

        return AsyncVectorDb(self._caller)

    @_resource
    def tasks(self) -> _resources.AsyncTasks:
        """Units of work for agents and people, grouped in lists, with a status and dependencies."""
        from .tasks import AsyncTasks

        return AsyncTasks(self._caller)

    @_resource
    def orchestrations(self) -> _resources.AsyncOrchestrations:
        """Process many items in batches. An orchestration can be started, paused, resumed and cancelled at any
        time.
        """
        from .orchestrations import AsyncOrchestrations

        return AsyncOrchestrations(self._caller)

    @_resource
    def files(self) -> _resources.AsyncFiles:
        """Files that chats and agents can read and write, with custom metadata for filtering."""
        from .files import AsyncFiles

        return AsyncFiles(self._caller)

    @_resource
    def usage(self) -> _resources.AsyncUsage:
        """What your organisation used and spent in a month, by model, user or API token."""
        from .usage import AsyncUsage

        return AsyncUsage(self._caller)

    @_resource
    def skills(self) -> _resources.AsyncSkills:
        """Instructions that agents and Slack bots follow when they are relevant: written here, or imported from
        GitHub and skills.sh and kept in sync.
        """
        from .skills import AsyncSkills

        return AsyncSkills(self._caller)

    @_resource
    def slack_bots(self) -> _resources.AsyncSlackBots:
        """Agents that answer in a Slack workspace. A bot has the settings of an agent, plus rules on who may use
        it and where.
        """
        from .slack_bots import AsyncSlackBots

        return AsyncSlackBots(self._caller)

    @_resource
    def governance(self) -> _resources.AsyncGovernance:
        """What your organisation allows: whether AI is enabled, which models may be used, which filters are
        mandatory, and the daily and monthly spending limits. Requests that break a rule are refused with
        `PermissionDeniedError` and a `code`.
        """
        from .governance import AsyncGovernance

        return AsyncGovernance(self._caller)

    @_resource
    def filter_policies(self) -> _resources.AsyncFilterPolicies:
        """Rules that find words and patterns in messages to models and in their answers, and block or redact them.
        A policy applies where the governance or an agent refers to it.
        """
        from .filter_policies import AsyncFilterPolicies

        return AsyncFilterPolicies(self._caller)

    @_namespace
    def ai_search(self, project: str) -> _resources.AsyncAiSearch:
        """Search and question answering over the pages of one project's website, crawled by the service or
        uploaded by you. The replies are not officially documented: expect additional fields, and missing
        optional ones.

        Args:
            project (str): Machine name of the project whose site is searched, as in the dashboard's URLs. At
                most 128 characters.
        """
        from .ai_search import AsyncAiSearch

        return AsyncAiSearch(self._caller, project)

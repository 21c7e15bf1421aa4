# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The facade: one attribute for each group of operations, imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..namespaces import namespace as _namespace
from ..namespaces import resource as _resource

if TYPE_CHECKING:
    from ..protocol import AsyncCaller, Caller
    from .agents import Agents, AsyncAgents
    from .ai_search import AiSearch, AsyncAiSearch
    from .chat import AsyncChat, Chat
    from .custom_tools import AsyncCustomTools, CustomTools
    from .embeddings import AsyncEmbeddings, Embeddings
    from .files import AsyncFiles, Files
    from .filter_policies import AsyncFilterPolicies, FilterPolicies
    from .governance import AsyncGovernance, Governance
    from .images import AsyncImages, Images
    from .models import AsyncModels, Models
    from .orchestrations import AsyncOrchestrations, Orchestrations
    from .sessions import AsyncSessions, Sessions
    from .skills import AsyncSkills, Skills
    from .slack_bots import AsyncSlackBots, SlackBots
    from .tasks import AsyncTasks, Tasks
    from .tools import AsyncTools, Tools
    from .usage import AsyncUsage, Usage
    from .vector_db import AsyncVectorDb, VectorDb


class Resources:
    """All operations; a subclass sets `_caller`."""

    if TYPE_CHECKING:
        _caller: Caller

    @_resource
    def models(self) -> Models:
        """The models that your organisation may use: their features, limits and prices. A model's `id` is the
        `model_id` of all other requests.
        """
        from .models import Models

        return Models(self._caller)

    @_resource
    def chat(self) -> Chat:
        """Chat with a model: wait for the reply, stream it, or run the chat in the background, with your own tools
        if needed.
        """
        from .chat import Chat

        return Chat(self._caller)

    @_resource
    def embeddings(self) -> Embeddings:
        """Turn text into vectors for comparing meaning. To store and search the vectors too, use a vector database
        collection, which creates them for you.
        """
        from .embeddings import Embeddings

        return Embeddings(self._caller)

    @_resource
    def images(self) -> Images:
        """Generate images from text, or edit existing ones: variations, inpainting, outpainting, background
        removal.
        """
        from .images import Images

        return Images(self._caller)

    @_resource
    def sessions(self) -> Sessions:
        """Conversations whose history the service keeps. Pass a session's id with each chat request and send only
        the new messages. Sessions expire automatically.
        """
        from .sessions import Sessions

        return Sessions(self._caller)

    @_resource
    def agents(self) -> Agents:
        """Models configured for a job: a system prompt, settings, tools and collections stored under one id, so
        that you only send the next message. All tools of an agent run in the service.
        """
        from .agents import Agents

        return Agents(self._caller)

    @_resource
    def custom_tools(self) -> CustomTools:
        """Your own tools, which models and agents can call. The service runs their code at the edge and passes the
        result to the model.
        """
        from .custom_tools import CustomTools

        return CustomTools(self._caller)

    @_resource
    def tools(self) -> Tools:
        """The tools that the service can run for a model, and their long-running executions, such as image
        generation.
        """
        from .tools import Tools

        return Tools(self._caller)

    @_resource
    def vector_db(self) -> VectorDb:
        """Collections of documents for semantic search. The service embeds your documents and queries, so you only
        send text.
        """
        from .vector_db import VectorDb

        return VectorDb(self._caller)

    @_resource
    def tasks(self) -> Tasks:
        """Units of work for agents and people, grouped in lists, with a status and dependencies."""
        from .tasks import Tasks

        return Tasks(self._caller)

    @_resource
    def orchestrations(self) -> Orchestrations:
        """Process many items in batches. An orchestration can be started, paused, resumed and cancelled at any
        time.
        """
        from .orchestrations import Orchestrations

        return Orchestrations(self._caller)

    @_resource
    def files(self) -> Files:
        """Files that chats and agents can read and write, with custom metadata for filtering."""
        from .files import Files

        return Files(self._caller)

    @_resource
    def usage(self) -> Usage:
        """What your organisation used and spent in a month, by model, user or API token."""
        from .usage import Usage

        return Usage(self._caller)

    @_resource
    def skills(self) -> Skills:
        """Instructions that agents and Slack bots follow when they are relevant: written here, or imported from
        GitHub and skills.sh and kept in sync.
        """
        from .skills import Skills

        return Skills(self._caller)

    @_resource
    def slack_bots(self) -> SlackBots:
        """Agents that answer in a Slack workspace. A bot has the settings of an agent, plus rules on who may use
        it and where.
        """
        from .slack_bots import SlackBots

        return SlackBots(self._caller)

    @_resource
    def governance(self) -> Governance:
        """What your organisation allows: whether AI is enabled, which models may be used, which filters are
        mandatory, and the daily and monthly spending limits. Requests that break a rule are refused with
        `PermissionDeniedError` and a `code`.
        """
        from .governance import Governance

        return Governance(self._caller)

    @_resource
    def filter_policies(self) -> FilterPolicies:
        """Rules that find words and patterns in messages to models and in their answers, and block or redact them.
        A policy applies where the governance or an agent refers to it.
        """
        from .filter_policies import FilterPolicies

        return FilterPolicies(self._caller)

    @_namespace
    def ai_search(self, project: str) -> AiSearch:
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
    def models(self) -> AsyncModels:
        """The models that your organisation may use: their features, limits and prices. A model's `id` is the
        `model_id` of all other requests.
        """
        from .models import AsyncModels

        return AsyncModels(self._caller)

    @_resource
    def chat(self) -> AsyncChat:
        """Chat with a model: wait for the reply, stream it, or run the chat in the background, with your own tools
        if needed.
        """
        from .chat import AsyncChat

        return AsyncChat(self._caller)

    @_resource
    def embeddings(self) -> AsyncEmbeddings:
        """Turn text into vectors for comparing meaning. To store and search the vectors too, use a vector database
        collection, which creates them for you.
        """
        from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._caller)

    @_resource
    def images(self) -> AsyncImages:
        """Generate images from text, or edit existing ones: variations, inpainting, outpainting, background
        removal.
        """
        from .images import AsyncImages

        return AsyncImages(self._caller)

    @_resource
    def sessions(self) -> AsyncSessions:
        """Conversations whose history the service keeps. Pass a session's id with each chat request and send only
        the new messages. Sessions expire automatically.
        """
        from .sessions import AsyncSessions

        return AsyncSessions(self._caller)

    @_resource
    def agents(self) -> AsyncAgents:
        """Models configured for a job: a system prompt, settings, tools and collections stored under one id, so
        that you only send the next message. All tools of an agent run in the service.
        """
        from .agents import AsyncAgents

        return AsyncAgents(self._caller)

    @_resource
    def custom_tools(self) -> AsyncCustomTools:
        """Your own tools, which models and agents can call. The service runs their code at the edge and passes the
        result to the model.
        """
        from .custom_tools import AsyncCustomTools

        return AsyncCustomTools(self._caller)

    @_resource
    def tools(self) -> AsyncTools:
        """The tools that the service can run for a model, and their long-running executions, such as image
        generation.
        """
        from .tools import AsyncTools

        return AsyncTools(self._caller)

    @_resource
    def vector_db(self) -> AsyncVectorDb:
        """Collections of documents for semantic search. The service embeds your documents and queries, so you only
        send text.
        """
        from .vector_db import AsyncVectorDb

        return AsyncVectorDb(self._caller)

    @_resource
    def tasks(self) -> AsyncTasks:
        """Units of work for agents and people, grouped in lists, with a status and dependencies."""
        from .tasks import AsyncTasks

        return AsyncTasks(self._caller)

    @_resource
    def orchestrations(self) -> AsyncOrchestrations:
        """Process many items in batches. An orchestration can be started, paused, resumed and cancelled at any
        time.
        """
        from .orchestrations import AsyncOrchestrations

        return AsyncOrchestrations(self._caller)

    @_resource
    def files(self) -> AsyncFiles:
        """Files that chats and agents can read and write, with custom metadata for filtering."""
        from .files import AsyncFiles

        return AsyncFiles(self._caller)

    @_resource
    def usage(self) -> AsyncUsage:
        """What your organisation used and spent in a month, by model, user or API token."""
        from .usage import AsyncUsage

        return AsyncUsage(self._caller)

    @_resource
    def skills(self) -> AsyncSkills:
        """Instructions that agents and Slack bots follow when they are relevant: written here, or imported from
        GitHub and skills.sh and kept in sync.
        """
        from .skills import AsyncSkills

        return AsyncSkills(self._caller)

    @_resource
    def slack_bots(self) -> AsyncSlackBots:
        """Agents that answer in a Slack workspace. A bot has the settings of an agent, plus rules on who may use
        it and where.
        """
        from .slack_bots import AsyncSlackBots

        return AsyncSlackBots(self._caller)

    @_resource
    def governance(self) -> AsyncGovernance:
        """What your organisation allows: whether AI is enabled, which models may be used, which filters are
        mandatory, and the daily and monthly spending limits. Requests that break a rule are refused with
        `PermissionDeniedError` and a `code`.
        """
        from .governance import AsyncGovernance

        return AsyncGovernance(self._caller)

    @_resource
    def filter_policies(self) -> AsyncFilterPolicies:
        """Rules that find words and patterns in messages to models and in their answers, and block or redact them.
        A policy applies where the governance or an agent refers to it.
        """
        from .filter_policies import AsyncFilterPolicies

        return AsyncFilterPolicies(self._caller)

    @_namespace
    def ai_search(self, project: str) -> AsyncAiSearch:
        """Search and question answering over the pages of one project's website, crawled by the service or
        uploaded by you. The replies are not officially documented: expect additional fields, and missing
        optional ones.

        Args:
            project (str): Machine name of the project whose site is searched, as in the dashboard's URLs. At
                most 128 characters.
        """
        from .ai_search import AsyncAiSearch

        return AsyncAiSearch(self._caller, project)

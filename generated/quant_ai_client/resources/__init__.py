# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The facade: one attribute for each group of operations, imported when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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

    _caller: Caller

    @cached_property
    def models(self) -> Models:
        """The models that your organisation may use: what each can do, how much text it takes, what it costs. The
        `id` found here is the `modelId` of every other request.
        """
        from .models import Models

        return Models(self._caller)

    @cached_property
    def chat(self) -> Chat:
        """Talk to a model: in one reply, as a stream of events, or as an execution that runs on its own and may
        ask for results of your tools on the way.
        """
        from .chat import Chat

        return Chat(self._caller)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Turn text into vectors whose distance tells how close two texts are in meaning. To store and search the
        vectors as well, let a collection of the vector database make them for you.
        """
        from .embeddings import Embeddings

        return Embeddings(self._caller)

    @cached_property
    def images(self) -> Images:
        """Draw an image from a description, or change one that you have: vary it, repaint a part, extend it, cut
        out its subject.
        """
        from .images import Images

        return Images(self._caller)

    @cached_property
    def sessions(self) -> Sessions:
        """Conversations that the service remembers. Pass a session's id with each chat request and send only what
        is new. Sessions expire on their own.
        """
        from .sessions import Sessions

        return Sessions(self._caller)

    @cached_property
    def agents(self) -> Agents:
        """Models with a job: a system prompt, settings, tools and collections kept under one id, so that a caller
        only sends the next message. All tools of an agent run in the cloud.
        """
        from .agents import Agents

        return Agents(self._caller)

    @cached_property
    def custom_tools(self) -> CustomTools:
        """Tools of your own that models and agents can call. The service runs their code at the edge and hands the
        result to the model.
        """
        from .custom_tools import CustomTools

        return CustomTools(self._caller)

    @cached_property
    def tools(self) -> Tools:
        """The tools that the service can run for a model, and their runs that take longer than a reply can wait,
        such as the generation of images.
        """
        from .tools import Tools

        return Tools(self._caller)

    @cached_property
    def vector_db(self) -> VectorDb:
        """Collections of documents that are searched by meaning. The service embeds what you upload and what you
        ask, so text is all you need to send.
        """
        from .vector_db import VectorDb

        return VectorDb(self._caller)

    @cached_property
    def tasks(self) -> Tasks:
        """Units of work for agents and people, kept in lists, with states and with dependencies on one another."""
        from .tasks import Tasks

        return Tasks(self._caller)

    @cached_property
    def orchestrations(self) -> Orchestrations:
        """Work through many items in batches that keep their place: start, pause, resume and cancel at any time."""
        from .orchestrations import Orchestrations

        return Orchestrations(self._caller)

    @cached_property
    def files(self) -> Files:
        """Files that chats and agents read and write, with metadata of your own to find them by."""
        from .files import Files

        return Files(self._caller)

    @cached_property
    def usage(self) -> Usage:
        """What your organisation has used and spent in a month, by model, by user or by token."""
        from .usage import Usage

        return Usage(self._caller)

    @cached_property
    def skills(self) -> Skills:
        """Instructions that agents and Slack bots follow when a matter calls for them: written here, or imported
        from GitHub and skills.sh and kept in step with their source.
        """
        from .skills import Skills

        return Skills(self._caller)

    @cached_property
    def slack_bots(self) -> SlackBots:
        """Agents that answer in a Slack workspace. A bot carries the settings of the agent behind it, and who may
        talk to it where.
        """
        from .slack_bots import SlackBots

        return SlackBots(self._caller)

    @cached_property
    def governance(self) -> Governance:
        """What your organisation allows: whether AI is on, which models may be used, which filters are mandatory,
        and how much may be spent by day and by month. What goes against it is refused with 403 and a `code`.
        """
        from .governance import Governance

        return Governance(self._caller)

    @cached_property
    def filter_policies(self) -> FilterPolicies:
        """Rules that look for words and patterns in what is said to models and in what they answer, and block it
        or cover it. A policy works where the governance or an agent names it.
        """
        from .filter_policies import FilterPolicies

        return FilterPolicies(self._caller)

    def ai_search(self, project: str) -> AiSearch:
        """Search and answers over the pages of one project's site, fetched by a crawler or sent by you. The
        service does not publish these replies; expect further members, and miss those that are not required.

        Args:
            project (str): Machine name of the project whose site is searched, as it stands in the dashboard's
                URLs. At most 128 characters.
        """
        from .ai_search import AiSearch

        return AiSearch(self._caller, project)


class AsyncResources:
    """All operations; a subclass sets `_caller`."""

    _caller: AsyncCaller

    @cached_property
    def models(self) -> AsyncModels:
        """The models that your organisation may use: what each can do, how much text it takes, what it costs. The
        `id` found here is the `modelId` of every other request.
        """
        from .models import AsyncModels

        return AsyncModels(self._caller)

    @cached_property
    def chat(self) -> AsyncChat:
        """Talk to a model: in one reply, as a stream of events, or as an execution that runs on its own and may
        ask for results of your tools on the way.
        """
        from .chat import AsyncChat

        return AsyncChat(self._caller)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Turn text into vectors whose distance tells how close two texts are in meaning. To store and search the
        vectors as well, let a collection of the vector database make them for you.
        """
        from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._caller)

    @cached_property
    def images(self) -> AsyncImages:
        """Draw an image from a description, or change one that you have: vary it, repaint a part, extend it, cut
        out its subject.
        """
        from .images import AsyncImages

        return AsyncImages(self._caller)

    @cached_property
    def sessions(self) -> AsyncSessions:
        """Conversations that the service remembers. Pass a session's id with each chat request and send only what
        is new. Sessions expire on their own.
        """
        from .sessions import AsyncSessions

        return AsyncSessions(self._caller)

    @cached_property
    def agents(self) -> AsyncAgents:
        """Models with a job: a system prompt, settings, tools and collections kept under one id, so that a caller
        only sends the next message. All tools of an agent run in the cloud.
        """
        from .agents import AsyncAgents

        return AsyncAgents(self._caller)

    @cached_property
    def custom_tools(self) -> AsyncCustomTools:
        """Tools of your own that models and agents can call. The service runs their code at the edge and hands the
        result to the model.
        """
        from .custom_tools import AsyncCustomTools

        return AsyncCustomTools(self._caller)

    @cached_property
    def tools(self) -> AsyncTools:
        """The tools that the service can run for a model, and their runs that take longer than a reply can wait,
        such as the generation of images.
        """
        from .tools import AsyncTools

        return AsyncTools(self._caller)

    @cached_property
    def vector_db(self) -> AsyncVectorDb:
        """Collections of documents that are searched by meaning. The service embeds what you upload and what you
        ask, so text is all you need to send.
        """
        from .vector_db import AsyncVectorDb

        return AsyncVectorDb(self._caller)

    @cached_property
    def tasks(self) -> AsyncTasks:
        """Units of work for agents and people, kept in lists, with states and with dependencies on one another."""
        from .tasks import AsyncTasks

        return AsyncTasks(self._caller)

    @cached_property
    def orchestrations(self) -> AsyncOrchestrations:
        """Work through many items in batches that keep their place: start, pause, resume and cancel at any time."""
        from .orchestrations import AsyncOrchestrations

        return AsyncOrchestrations(self._caller)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files that chats and agents read and write, with metadata of your own to find them by."""
        from .files import AsyncFiles

        return AsyncFiles(self._caller)

    @cached_property
    def usage(self) -> AsyncUsage:
        """What your organisation has used and spent in a month, by model, by user or by token."""
        from .usage import AsyncUsage

        return AsyncUsage(self._caller)

    @cached_property
    def skills(self) -> AsyncSkills:
        """Instructions that agents and Slack bots follow when a matter calls for them: written here, or imported
        from GitHub and skills.sh and kept in step with their source.
        """
        from .skills import AsyncSkills

        return AsyncSkills(self._caller)

    @cached_property
    def slack_bots(self) -> AsyncSlackBots:
        """Agents that answer in a Slack workspace. A bot carries the settings of the agent behind it, and who may
        talk to it where.
        """
        from .slack_bots import AsyncSlackBots

        return AsyncSlackBots(self._caller)

    @cached_property
    def governance(self) -> AsyncGovernance:
        """What your organisation allows: whether AI is on, which models may be used, which filters are mandatory,
        and how much may be spent by day and by month. What goes against it is refused with 403 and a `code`.
        """
        from .governance import AsyncGovernance

        return AsyncGovernance(self._caller)

    @cached_property
    def filter_policies(self) -> AsyncFilterPolicies:
        """Rules that look for words and patterns in what is said to models and in what they answer, and block it
        or cover it. A policy works where the governance or an agent names it.
        """
        from .filter_policies import AsyncFilterPolicies

        return AsyncFilterPolicies(self._caller)

    def ai_search(self, project: str) -> AsyncAiSearch:
        """Search and answers over the pages of one project's site, fetched by a crawler or sent by you. The
        service does not publish these replies; expect further members, and miss those that are not required.

        Args:
            project (str): Machine name of the project whose site is searched, as it stands in the dashboard's
                URLs. At most 128 characters.
        """
        from .ai_search import AsyncAiSearch

        return AsyncAiSearch(self._caller, project)

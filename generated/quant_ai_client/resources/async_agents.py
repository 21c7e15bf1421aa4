# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.agent_chat_reply import AgentChatReply
    from ..models.agent_deleted import AgentDeleted
    from ..models.agent_envelope import AgentEnvelope
    from ..models.agent_list import AgentList
    from ..models.agent_overlay_deleted import AgentOverlayDeleted
    from ..models.agent_overlay_saved import AgentOverlaySaved
    from ..models.agent_overlay_state import AgentOverlayState
    from ..models.chat_stream_event import ChatStreamEvent
    from ..models.execution import Execution
    from ..models.guardrail_preset import GuardrailPreset
    from ..models.queued_agent_execution import QueuedAgentExecution
    from ..protocol import AsyncCaller, AsyncEventStream, AsyncJob
    from ..types import Unset


class AsyncAgents:
    """Models with a job: a system prompt, settings, tools and collections kept under one id, so that a caller
    only sends the next message. All tools of an agent run in the cloud.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, group: str | Unset = UNSET) -> AgentList:
        """List agents.

        Lists the agents of the organisation and the global ones that it can use (`isGlobal`), all in one reply.
        To see an agent's system prompt and collections, get it by its id.

        Args:
            group (str): Only agents of this group.

        Returns:
            The agents; an empty array where none fits.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.agents.list()
        """
        from ..api.agents import agents_list as _operation

        request = _operation.request(group=group)
        return await self._caller.call(_operation.OPERATION, request)

    async def create(
        self,
        *,
        name: str,
        description: str,
        system_prompt: str,
        model_id: str,
        group: str | Unset = UNSET,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
        assigned_skills: Sequence[str] | Unset = UNSET,
        created_by: str | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        guardrail_preset: GuardrailPreset | Unset | None = UNSET,
        filter_policies: Sequence[str] | Unset = UNSET,
    ) -> AgentEnvelope:
        """Create an agent.

        Stores a system prompt, a model and the tools, skills and collections that go with them under one id,
        ready to chat with. A `modelId` that names no model answers 404.

        Names need not be unique: each call creates another agent.

        Args:
            name (str): Name of the agent, as people see it.
            description (str): What the agent is for, in a sentence.
            system_prompt (str): Instructions that stand before every conversation with the agent.
            model_id (str): Id of the model that writes the agent's answers.
            group (str): Label of your choice that several agents share, to filter the list by.
            temperature (float): How freely the model chooses its words, from 0 (the likeliest word) to 1 (the
                most varied). Plain chats allow up to 2, agents do not. 0 to 1.
            max_tokens (int): Greatest length of one answer, in tokens, from 1 to 200000. The model's own limit
                applies as well.
            allowed_tools (Sequence[str]): Names of the tools that the agent may call, whether custom or coming
                with the service.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the agent may
                search.
            assigned_skills (Sequence[str]): Ids of the skills to give to the agent.
            created_by (str): Who creates the agent, as your own id of the person or system. It cannot be
                changed later.
            long_context (bool): Whether to use the model's extended context window, where the model has one.
            guardrail_preset (GuardrailPreset | None): The guardrails that apply to the agent; null or left out
                for none.
            filter_policies (Sequence[str]): Ids of the filter policies to apply to the agent's conversations. A
                reply may leave them out.

        Returns:
            The agent is ready.

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
            await client.agents.create(
                name="Help desk",
                description="Answers questions about offices and opening hours.",
                system_prompt="You answer questions about the offices of Acme. Be brief.",
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.agents import agents_create as _operation

        body = {
            "name": name,
            "description": description,
            "systemPrompt": system_prompt,
            "modelId": model_id,
            "group": group,
            "temperature": temperature,
            "maxTokens": max_tokens,
            "allowedTools": allowed_tools,
            "allowedCollections": allowed_collections,
            "assignedSkills": assigned_skills,
            "createdBy": created_by,
            "longContext": long_context,
            "guardrailPreset": guardrail_preset,
            "filterPolicies": filter_policies,
        }
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, agent_id: str) -> AgentEnvelope:
        """Get an agent.

        Reads one agent in full, with the system prompt and the collections that the list leaves out. Works for
        global agents too, which are shown as they come, without the organisation's overlay.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The agent, alone in its envelope.

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
            await client.agents.get("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_get as _operation

        request = _operation.request(agent_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def update(
        self,
        agent_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        group: str | Unset = UNSET,
        system_prompt: str | Unset = UNSET,
        temperature: float | Unset = UNSET,
        model_id: str | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
        assigned_skills: Sequence[str] | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        guardrail_preset: GuardrailPreset | Unset | None = UNSET,
        filter_policies: Sequence[str] | Unset = UNSET,
    ) -> AgentEnvelope:
        """Update an agent.

        Changes the settings that the body names and keeps the others. An array replaces the stored one as a
        whole, and `guardrailPreset: null` takes the guardrails off.

        The id, the organisation, the creator and the time of creation never change. Global agents cannot be
        changed here (403); put an overlay on them instead.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.
            name (str): New name, as people see it.
            description (str): New sentence on what the agent is for.
            group (str): New label to filter the list by.
            system_prompt (str): New instructions, in place of all earlier ones.
            temperature (float): How freely the model chooses its words, from 0 (the likeliest word) to 1 (the
                most varied). 0 to 1.
            model_id (str): Id of another model to write the agent's answers.
            max_tokens (int): Greatest length of one answer, in tokens, from 1 to 200000. The model's own limit
                applies as well.
            allowed_tools (Sequence[str]): Names of the tools that the agent may call from now on; an empty
                array takes all of them away.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the agent may
                search from now on.
            assigned_skills (Sequence[str]): Ids of the skills that the agent has from now on.
            long_context (bool): Whether to use the model's extended context window, where the model has one.
            guardrail_preset (GuardrailPreset | None): The guardrails that apply from now on; null takes them
                off.
            filter_policies (Sequence[str]): Ids of the filter policies that apply from now on. Not documented
                to come back in replies.

        Returns:
            The agent after the change.

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
            await client.agents.update(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                model_id="anthropic.claude-sonnet-4-20250514-v1:0",
                max_tokens=64000,
            )
        """
        from ..api.agents import agents_update as _operation

        body = {
            "name": name,
            "description": description,
            "group": group,
            "systemPrompt": system_prompt,
            "temperature": temperature,
            "modelId": model_id,
            "maxTokens": max_tokens,
            "allowedTools": allowed_tools,
            "allowedCollections": allowed_collections,
            "assignedSkills": assigned_skills,
            "longContext": long_context,
            "guardrailPreset": guardrail_preset,
            "filterPolicies": filter_policies,
        }
        request = _operation.request(agent_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete(self, agent_id: str) -> AgentDeleted:
        """Delete an agent.

        Deletes the agent for good; there is no way back. Global agents cannot be deleted (403).

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The agent is gone.

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
            await client.agents.delete("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_delete as _operation

        request = _operation.request(agent_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def get_overlay(self, agent_id: str) -> AgentOverlayState:
        """Get the overlay of a global agent.

        Reads how your organisation has adjusted a global agent for itself, beside the settings that the agent
        comes with. The agent itself (`GET /agents/{agentId}`) always shows the latter; `hasOverlay` tells that
        there is more.

        Only global agents have overlays: an agent of the organisation is answered with 404, like one that is
        unknown.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The overlay, or null where the agent is used as it comes, and what it is laid over.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: No agent goes by this id, or it is one of the organisation, and such agents have no overlay.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.agents.get_overlay("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_get_overlay as _operation

        request = _operation.request(agent_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def put_overlay(
        self,
        agent_id: str,
        *,
        model_id: str | Unset = UNSET,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        additional_skills: Sequence[str] | Unset = UNSET,
        disabled_skills: Sequence[str] | Unset = UNSET,
        additional_tools: Sequence[str] | Unset = UNSET,
        disabled_tools: Sequence[str] | Unset = UNSET,
        system_prompt_append: str | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
        guardrail_preset: GuardrailPreset | Unset | None = UNSET,
        version: int | Unset = UNSET,
    ) -> AgentOverlaySaved:
        """Put an overlay on a global agent.

        Adjusts a global agent for your organisation: another model, further or fewer tools and skills, a text
        after its prompt. The next message to the agent follows it; other organisations notice nothing.

        The body replaces the whole overlay, so what it leaves out falls back to the agent's own setting. With
        `version`, the overlay is written only if that is still its version, and otherwise answered with 409:
        read it again, and decide. Without, the last writer wins. Each write adds 1 to the version. If the reply
        to a write with `version` is lost and the write is sent again, a 409 may mean that the first one
        arrived.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.
            model_id (str): Id of the model to answer with, in place of the agent's own.
            temperature (float): How freely the model chooses its words, from 0 (the likeliest word) to 1 (the
                most varied), in place of the agent's own. 0 to 1.
            max_tokens (int): Greatest length of one answer, in tokens, in place of the agent's own. At least 1.
            additional_skills (Sequence[str]): Ids of skills that the agent has beside its own.
            disabled_skills (Sequence[str]): Ids of the agent's own skills that it has to do without.
            additional_tools (Sequence[str]): Names of tools that the agent may call beside its own.
            disabled_tools (Sequence[str]): Names of tools that the agent may not call, even if it has them
                itself.
            system_prompt_append (str): Instructions that follow those of the agent itself.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the agent may
                search, in place of its own.
            guardrail_preset (GuardrailPreset | None): The guardrails that apply in place of the agent's own;
                null for none.
            version (int): The version that the overlay must have to be replaced, as it was read; 0 for one that
                must not exist yet. Left out, the overlay is replaced whatever its version.

        Returns:
            The overlay as it is stored now, with its new version.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The agent is unknown or not a global one, or the body names a model that is unknown.
            409: The overlay has another version than the one sent.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.agents.put_overlay(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                system_prompt_append="Write comments in British English.",
            )
        """
        from ..api.agents import agents_put_overlay as _operation

        body = {
            "modelId": model_id,
            "temperature": temperature,
            "maxTokens": max_tokens,
            "additionalSkills": additional_skills,
            "disabledSkills": disabled_skills,
            "additionalTools": additional_tools,
            "disabledTools": disabled_tools,
            "systemPromptAppend": system_prompt_append,
            "allowedCollections": allowed_collections,
            "guardrailPreset": guardrail_preset,
            "version": version,
        }
        request = _operation.request(agent_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete_overlay(self, agent_id: str) -> AgentOverlayDeleted:
        """Take the overlay off a global agent.

        Deletes what your organisation has adjusted, so that the agent is used as it comes. Doing so where there
        is no overlay changes nothing and succeeds too. A later overlay begins with version 1 again.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The agent is used as it comes.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: No agent goes by this id, or it is one of the organisation, and such agents have no overlay.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.agents.delete_overlay("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_delete_overlay as _operation

        request = _operation.request(agent_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def chat(
        self,
        agent_id: str,
        *,
        message: str,
        session_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        system: str | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        max_tool_iterations: int | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
    ) -> AgentChatReply:
        """Chat with an agent.

        Sends one message to an agent, which answers with its own prompt, model and tools. All tools run on the
        service's side: a run never waits for a result of the caller.

        The first message opens a session. Send its `sessionId` with the next message and the agent remembers
        what was said; the session expires after 60 minutes without a message.

        There are three ways to get the answer:

        - by default, whole, once it is ready (200, `application/json`);
        - with `stream: true`, in pieces as it is written (200, `text/event-stream`). Observed: the pieces may
          come late and few; `POST /chat/stream` with this `agentId` streams sooner;
        - with `async: true`, later (202): poll `GET /chat/executions/{identifier}` until it has ended. Choose
          this for runs that may take minutes. `async` wins over `stream`.

        `stream()` streams the reply. `start()` runs it in the background.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.
            message (str): What the user says to the agent.
            session_id (str): Id of the session to go on with; left out, a new one is opened and its id
                returned.
            user_id (str): Your own id of the user who sends the message; a label, not a permission.
            system (str): Further instructions for this message; they are appended to the agent's system prompt.
            long_context (bool): True to use the model's extended context window for this message, where the
                model has one. Server default: false.
            max_tool_iterations (int): How often, from 1 to 1000 times, the agent may call tools and read their
                results before it has to answer.
            allowed_collections (Sequence[str]): Ids of the vector database collections to search for this
                message, in place of the agent's own.

        Returns:
            The answer, whole as JSON or, with `stream` set to true, as events.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.agents.chat(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                message="Is your office in Hobart open on Saturdays?",
            )
        """
        from ..api.agents import agents_chat as _operation

        body = {
            "message": message,
            "sessionId": session_id,
            "userId": user_id,
            "system": system,
            "longContext": long_context,
            "maxToolIterations": max_tool_iterations,
            "allowedCollections": allowed_collections,
        }
        request = _operation.request(agent_id, body=body)
        return await self._caller.call(_operation.CHAT, request)

    def stream(
        self,
        agent_id: str,
        *,
        message: str,
        session_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        system: str | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        max_tool_iterations: int | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
    ) -> AsyncEventStream[ChatStreamEvent, AgentChatReply]:
        """Chat with an agent (streamed).

        Sends one message to an agent, which answers with its own prompt, model and tools. All tools run on the
        service's side: a run never waits for a result of the caller.

        The first message opens a session. Send its `sessionId` with the next message and the agent remembers
        what was said; the session expires after 60 minutes without a message.

        There are three ways to get the answer:

        - by default, whole, once it is ready (200, `application/json`);
        - with `stream: true`, in pieces as it is written (200, `text/event-stream`). Observed: the pieces may
          come late and few; `POST /chat/stream` with this `agentId` streams sooner;
        - with `async: true`, later (202): poll `GET /chat/executions/{identifier}` until it has ended. Choose
          this for runs that may take minutes. `async` wins over `stream`.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.
            message (str): What the user says to the agent.
            session_id (str): Id of the session to go on with; left out, a new one is opened and its id
                returned.
            user_id (str): Your own id of the user who sends the message; a label, not a permission.
            system (str): Further instructions for this message; they are appended to the agent's system prompt.
            long_context (bool): True to use the model's extended context window for this message, where the
                model has one. Server default: false.
            max_tool_iterations (int): How often, from 1 to 1000 times, the agent may call tools and read their
                results before it has to answer.
            allowed_collections (Sequence[str]): Ids of the vector database collections to search for this
                message, in place of the agent's own.

        Returns:
            The events as they arrive; use it as a context manager.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            async with client.agents.stream(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                message="Is your office in Hobart open on Saturdays?",
            ) as stream:
                async for event in stream:
                    print(event)
        """
        from ..api.agents import agents_chat as _operation

        body = {
            "message": message,
            "sessionId": session_id,
            "userId": user_id,
            "system": system,
            "longContext": long_context,
            "maxToolIterations": max_tool_iterations,
            "allowedCollections": allowed_collections,
            "stream": True,
        }
        request = _operation.request(agent_id, body=body)

        def reply() -> type[AgentChatReply]:
            from ..models.agent_chat_reply import AgentChatReply

            return AgentChatReply

        return self._caller.stream(_operation.STREAM, request, reply)

    async def start(
        self,
        agent_id: str,
        *,
        message: str,
        session_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        system: str | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        max_tool_iterations: int | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
    ) -> AsyncJob[QueuedAgentExecution, Execution]:
        """Chat with an agent (in the background).

        Sends one message to an agent, which answers with its own prompt, model and tools. All tools run on the
        service's side: a run never waits for a result of the caller.

        The first message opens a session. Send its `sessionId` with the next message and the agent remembers
        what was said; the session expires after 60 minutes without a message.

        There are three ways to get the answer:

        - by default, whole, once it is ready (200, `application/json`);
        - with `stream: true`, in pieces as it is written (200, `text/event-stream`). Observed: the pieces may
          come late and few; `POST /chat/stream` with this `agentId` streams sooner;
        - with `async: true`, later (202): poll `GET /chat/executions/{identifier}` until it has ended. Choose
          this for runs that may take minutes. `async` wins over `stream`.

        Args:
            agent_id (str): Id of the agent. A UUID for an agent of the organisation, a slug for a global one.
            message (str): What the user says to the agent.
            session_id (str): Id of the session to go on with; left out, a new one is opened and its id
                returned.
            user_id (str): Your own id of the user who sends the message; a label, not a permission.
            system (str): Further instructions for this message; they are appended to the agent's system prompt.
            long_context (bool): True to use the model's extended context window for this message, where the
                model has one. Server default: false.
            max_tool_iterations (int): How often, from 1 to 1000 times, the agent may call tools and read their
                results before it has to answer.
            allowed_collections (Sequence[str]): Ids of the vector database collections to search for this
                message, in place of the agent's own.

        Returns:
            The job: `wait()` for its end, or `poll()` it yourself.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.agents.start(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                message="Is your office in Hobart open on Saturdays?",
            )
        """
        from ..api.agents import agents_chat as _operation

        body = {
            "message": message,
            "sessionId": session_id,
            "userId": user_id,
            "system": system,
            "longContext": long_context,
            "maxToolIterations": max_tool_iterations,
            "allowedCollections": allowed_collections,
            "async": True,
        }
        request = _operation.request(agent_id, body=body)
        return await self._caller.start(_operation.START, request, _operation.poll)

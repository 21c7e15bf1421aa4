# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..jobs import Job
from ..protocol import Caller
from ..streams import Stream
from ..types import UNSET, Unset
from .async_agents import AsyncAgents

__all__ = ["Agents", "AsyncAgents"]


class Agents:
    """Models configured for a job: a system prompt, settings, tools and collections stored under one id, so
    that you only send the next message. All tools of an agent run in the service.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, group: str | None = None) -> models.AgentList:
        """List agents.

        Lists the agents of the organisation and the global agents that it can use (`is_global`), in one reply.
        Get an agent by its id to see its system prompt and collections.

        Args:
            group (str): Only agents in this group.

        Returns:
            The agents; an empty array if none match.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.list()
        """
        from ..api.agents import agents_list as _operation

        _request = _operation.request(group=group)
        return self._caller.call(_operation.OPERATION, _request)

    def create(
        self,
        *,
        name: str,
        description: str,
        system_prompt: str,
        model_id: str,
        group: str | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        allowed_tools: Sequence[str] | None = None,
        allowed_collections: Sequence[str] | None = None,
        assigned_skills: Sequence[str] | None = None,
        created_by: str | None = None,
        long_context: bool | None = None,
        guardrail_preset: models.GuardrailPreset | Unset | None = UNSET,
        filter_policies: Sequence[str] | None = None,
    ) -> models.AgentEnvelope:
        """Create an agent.

        Stores a system prompt and a model, with tools, skills and collections, under one id that you can chat
        with. An unknown `model_id` raises `NotFoundError`.

        Names need not be unique: every request creates a new agent.

        Args:
            name (str): Display name of the agent.
            description (str): What the agent is for, in a sentence.
            system_prompt (str): System prompt: instructions for every conversation with the agent.
            model_id (str): Id of the agent's model.
            group (str): Label shared by several agents, for filtering the list.
            temperature (float): Sampling temperature; higher is more varied. Chats without an agent allow up to
                2. 0 to 1.
            max_tokens (int): Maximum tokens per answer, from 1 to 200000. The model's own limit applies too.
            allowed_tools (Sequence[str]): Names of the tools that the agent may call, built-in or custom.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the agent may
                search.
            assigned_skills (Sequence[str]): Ids of the skills to assign to the agent.
            created_by (str): Your own id of the person or system that creates the agent. It cannot be changed
                later.
            long_context (bool): Whether to use the model's extended context window, if it has one.
            guardrail_preset (GuardrailPreset | None): The guardrails of the agent; None or left out for none.
                `None` is sent, `UNSET` is not.
            filter_policies (Sequence[str]): Ids of the filter policies for the agent's conversations. Replies
                may leave them out.

        Returns:
            The agent was created.

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
            client.agents.create(
                name="Help desk",
                description="Answers questions about offices and opening hours.",
                system_prompt="You answer questions about the offices of Acme. Be brief.",
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.agents import agents_create as _operation

        _body = {
            "name": name,
            "description": description,
            "systemPrompt": system_prompt,
            "modelId": model_id,
            "guardrailPreset": guardrail_preset,
            **_encoding.given(
                {
                    "group": group,
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "allowedTools": allowed_tools,
                    "allowedCollections": allowed_collections,
                    "assignedSkills": assigned_skills,
                    "createdBy": created_by,
                    "longContext": long_context,
                    "filterPolicies": filter_policies,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get(self, agent_id: str) -> models.AgentEnvelope:
        """Get an agent.

        Returns one agent with its system prompt and collections, which the list leaves out. Also works for
        global agents, which are shown with their original settings, without your organisation's overlay.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The agent.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.get("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_get as _operation

        _request = _operation.request(agent_id)
        return self._caller.call(_operation.OPERATION, _request)

    def update(
        self,
        agent_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        group: str | None = None,
        system_prompt: str | None = None,
        temperature: float | None = None,
        model_id: str | None = None,
        max_tokens: int | None = None,
        allowed_tools: Sequence[str] | None = None,
        allowed_collections: Sequence[str] | None = None,
        assigned_skills: Sequence[str] | None = None,
        long_context: bool | None = None,
        guardrail_preset: models.GuardrailPreset | Unset | None = UNSET,
        filter_policies: Sequence[str] | None = None,
    ) -> models.AgentEnvelope:
        """Update an agent.

        Changes the given settings and keeps the others. Arrays are replaced as a whole, and
        `guardrail_preset=None` removes the guardrails.

        The id, organisation, creator and creation time never change. Global agents cannot be changed here
        (`PermissionDeniedError`); use an overlay instead.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
            name (str): New display name.
            description (str): New description of what the agent is for.
            group (str): New label for filtering the list.
            system_prompt (str): New instructions, replacing the old ones.
            temperature (float): Sampling temperature; higher is more varied. 0 to 1.
            model_id (str): Id of the agent's new model.
            max_tokens (int): Maximum tokens per answer, from 1 to 200000. The model's own limit applies too.
            allowed_tools (Sequence[str]): New list of tools that the agent may call; an empty array removes all
                of them.
            allowed_collections (Sequence[str]): New list of ids of the vector database collections that the
                agent may search.
            assigned_skills (Sequence[str]): New list of ids of the agent's skills.
            long_context (bool): Whether to use the model's extended context window, if it has one.
            guardrail_preset (GuardrailPreset | None): New guardrails; None removes them. `None` is sent,
                `UNSET` is not.
            filter_policies (Sequence[str]): New list of ids of the agent's filter policies. Not documented to
                be returned in replies.

        Returns:
            The agent after the update.

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
            client.agents.update(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                model_id="anthropic.claude-sonnet-4-20250514-v1:0",
                max_tokens=64000,
            )
        """
        from ..api.agents import agents_update as _operation

        _body = {
            "guardrailPreset": guardrail_preset,
            **_encoding.given(
                {
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
                    "filterPolicies": filter_policies,
                }
            ),
        }
        _request = _operation.request(agent_id, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def delete(self, agent_id: str) -> models.AgentDeleted:
        """Delete an agent.

        Deletes the agent permanently. Global agents cannot be deleted (`PermissionDeniedError`).

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The agent was deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.delete("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_delete as _operation

        _request = _operation.request(agent_id)
        return self._caller.call(_operation.OPERATION, _request)

    def get_overlay(self, agent_id: str) -> models.AgentOverlayState:
        """Get the overlay of a global agent.

        Returns your organisation's adjustments to a global agent, together with the agent's original settings.
        `client.agents.get()` always shows the original settings; `has_overlay` tells whether there is an
        overlay.

        Only global agents have overlays: an agent of your organisation raises `NotFoundError`, like an unknown
        one.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The overlay, or None if the agent is unchanged, and the settings it applies to.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: There is no agent with this id, or it belongs to the organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.get_overlay("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_get_overlay as _operation

        _request = _operation.request(agent_id)
        return self._caller.call(_operation.OPERATION, _request)

    def put_overlay(
        self,
        agent_id: str,
        *,
        model_id: str | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        additional_skills: Sequence[str] | None = None,
        disabled_skills: Sequence[str] | None = None,
        additional_tools: Sequence[str] | None = None,
        disabled_tools: Sequence[str] | None = None,
        system_prompt_append: str | None = None,
        allowed_collections: Sequence[str] | None = None,
        guardrail_preset: models.GuardrailPreset | Unset | None = UNSET,
        version: int | None = None,
    ) -> models.AgentOverlaySaved:
        """Set the overlay of a global agent.

        Adjusts a global agent for your organisation: another model, more or fewer tools and skills, additional
        instructions. It applies from the next message on; other organisations are not affected.

        The body replaces the whole overlay, so settings that are left out fall back to the agent's own. With
        `version`, the overlay is only written if it still has that version; otherwise the request raises
        `ConflictError`: read it again, then decide. Without `version`, the last writer wins. Every write adds 1
        to the version. If you retry a write with `version` after a lost reply, a `ConflictError` may mean that
        the first one succeeded.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
            model_id (str): Id of the model to use instead of the agent's own.
            temperature (float): Sampling temperature, instead of the agent's own; higher is more varied. 0 to
                1.
            max_tokens (int): Maximum tokens per answer, instead of the agent's own limit. At least 1.
            additional_skills (Sequence[str]): Ids of skills in addition to the agent's own.
            disabled_skills (Sequence[str]): Ids of the agent's own skills that are disabled.
            additional_tools (Sequence[str]): Names of tools in addition to the agent's own.
            disabled_tools (Sequence[str]): Names of tools that the agent may not call, even if they are its
                own.
            system_prompt_append (str): Instructions appended to the agent's own.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the agent may
                search, instead of its own.
            guardrail_preset (GuardrailPreset | None): The guardrails to use instead of the agent's own; None
                for none. `None` is sent, `UNSET` is not.
            version (int): The version that the overlay must currently have; 0 if there must not be one yet. If
                left out, the overlay is replaced whatever its version.

        Returns:
            The stored overlay, with its new version.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The agent is unknown or not global, or the body refers to an unknown model.
            ConflictError: The overlay has a different version than the one sent.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.put_overlay(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                system_prompt_append="Write comments in British English.",
            )
        """
        from ..api.agents import agents_put_overlay as _operation

        _body = {
            "guardrailPreset": guardrail_preset,
            **_encoding.given(
                {
                    "modelId": model_id,
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "additionalSkills": additional_skills,
                    "disabledSkills": disabled_skills,
                    "additionalTools": additional_tools,
                    "disabledTools": disabled_tools,
                    "systemPromptAppend": system_prompt_append,
                    "allowedCollections": allowed_collections,
                    "version": version,
                }
            ),
        }
        _request = _operation.request(agent_id, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def delete_overlay(self, agent_id: str) -> models.AgentOverlayDeleted:
        """Remove the overlay of a global agent.

        Deletes your organisation's adjustments, so that the agent has its original settings again. Succeeds
        even if there is no overlay. A later overlay starts with version 1 again.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.

        Returns:
            The agent has its original settings.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: There is no agent with this id, or it belongs to the organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.delete_overlay("8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031")
        """
        from ..api.agents import agents_delete_overlay as _operation

        _request = _operation.request(agent_id)
        return self._caller.call(_operation.OPERATION, _request)

    def chat(
        self,
        agent_id: str,
        *,
        message: str,
        session_id: str | None = None,
        user_id: str | None = None,
        system: str | None = None,
        long_context: bool | None = None,
        max_tool_iterations: int | None = None,
        allowed_collections: Sequence[str] | None = None,
    ) -> models.AgentChatReply:
        """Chat with an agent.

        Sends one message to an agent, which answers with its own prompt, model and tools. All tools run in the
        service: you never have to send tool results.

        The first message creates a session. Send its `session_id` with the next message to continue the
        conversation. The session expires after 60 minutes without a message.

        There are three ways to get the answer:

        - by default, the complete answer once it is ready;
        - with `client.agents.stream()`, piece by piece as it is written. In practice the pieces may be few and
          late; `client.chat.stream()` with this `agent_id` starts sooner;
        - with `client.agents.start()`, in the background: poll `client.chat.get_execution()` until it has
          finished. Use this for runs that may take minutes.

        `stream()` streams the reply. `start()` runs in the background.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
            message (str): The user's message.
            session_id (str): Id of the session to continue; if left out, a new session is created and its id
                returned.
            user_id (str): Your own id of the user; a label, not a permission.
            system (str): Additional instructions for this message, appended to the agent's system prompt.
            long_context (bool): True to use the model's extended context window for this message, if it has
                one. Server default: False.
            max_tool_iterations (int): How often, from 1 to 1000 times, the agent may call tools before it has
                to answer.
            allowed_collections (Sequence[str]): Ids of the vector database collections to search for this
                message, instead of the agent's own.

        Returns:
            The answer, as JSON or, if `stream` is true, as events.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.chat(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                message="Is your office in Hobart open on Saturdays?",
            )
        """
        from ..api.agents import agents_chat as _operation

        _body = {
            "message": message,
            **_encoding.given(
                {
                    "sessionId": session_id,
                    "userId": user_id,
                    "system": system,
                    "longContext": long_context,
                    "maxToolIterations": max_tool_iterations,
                    "allowedCollections": allowed_collections,
                }
            ),
        }
        _request = _operation.request(agent_id, body=_body)
        return self._caller.call(_operation.CHAT, _request)

    def stream(
        self,
        agent_id: str,
        *,
        message: str,
        session_id: str | None = None,
        user_id: str | None = None,
        system: str | None = None,
        long_context: bool | None = None,
        max_tool_iterations: int | None = None,
        allowed_collections: Sequence[str] | None = None,
    ) -> Stream[models.ChatStreamEvent, models.AgentChatReply]:
        """Chat with an agent, streamed.

        Sends one message to an agent, which answers with its own prompt, model and tools. All tools run in the
        service: you never have to send tool results.

        The first message creates a session. Send its `session_id` with the next message to continue the
        conversation. The session expires after 60 minutes without a message.

        There are three ways to get the answer:

        - by default, the complete answer once it is ready;
        - with `client.agents.stream()`, piece by piece as it is written. In practice the pieces may be few and
          late; `client.chat.stream()` with this `agent_id` starts sooner;
        - with `client.agents.start()`, in the background: poll `client.chat.get_execution()` until it has
          finished. Use this for runs that may take minutes.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
            message (str): The user's message.
            session_id (str): Id of the session to continue; if left out, a new session is created and its id
                returned.
            user_id (str): Your own id of the user; a label, not a permission.
            system (str): Additional instructions for this message, appended to the agent's system prompt.
            long_context (bool): True to use the model's extended context window for this message, if it has
                one. Server default: False.
            max_tool_iterations (int): How often, from 1 to 1000 times, the agent may call tools before it has
                to answer.
            allowed_collections (Sequence[str]): Ids of the vector database collections to search for this
                message, instead of the agent's own.

        Returns:
            The stream. Use it as a context manager and iterate over it for the events. `stream.text` yields the
            text alone. `stream.final()` returns the complete `AgentChatReply`.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            with client.agents.stream(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                message="Is your office in Hobart open on Saturdays?",
            ) as stream:
                for text in stream.text:
                    print(text, end='')
                reply = stream.final()
        """
        from ..api.agents import agents_chat as _operation

        _body = {
            "message": message,
            **_encoding.given(
                {
                    "sessionId": session_id,
                    "userId": user_id,
                    "system": system,
                    "longContext": long_context,
                    "maxToolIterations": max_tool_iterations,
                    "allowedCollections": allowed_collections,
                }
            ),
            "stream": True,
        }
        _request = _operation.request(agent_id, body=_body)

        def _reply() -> type[models.AgentChatReply]:
            return models.AgentChatReply

        return self._caller.stream(_operation.STREAM, _request, _reply)

    def start(
        self,
        agent_id: str,
        *,
        message: str,
        session_id: str | None = None,
        user_id: str | None = None,
        system: str | None = None,
        long_context: bool | None = None,
        max_tool_iterations: int | None = None,
        allowed_collections: Sequence[str] | None = None,
    ) -> Job[models.QueuedAgentExecution, models.Execution]:
        """Chat with an agent in the background.

        Sends one message to an agent, which answers with its own prompt, model and tools. All tools run in the
        service: you never have to send tool results.

        The first message creates a session. Send its `session_id` with the next message to continue the
        conversation. The session expires after 60 minutes without a message.

        There are three ways to get the answer:

        - by default, the complete answer once it is ready;
        - with `client.agents.stream()`, piece by piece as it is written. In practice the pieces may be few and
          late; `client.chat.stream()` with this `agent_id` starts sooner;
        - with `client.agents.start()`, in the background: poll `client.chat.get_execution()` until it has
          finished. Use this for runs that may take minutes.

        Args:
            agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
            message (str): The user's message.
            session_id (str): Id of the session to continue; if left out, a new session is created and its id
                returned.
            user_id (str): Your own id of the user; a label, not a permission.
            system (str): Additional instructions for this message, appended to the agent's system prompt.
            long_context (bool): True to use the model's extended context window for this message, if it has
                one. Server default: False.
            max_tool_iterations (int): How often, from 1 to 1000 times, the agent may call tools before it has
                to answer.
            allowed_collections (Sequence[str]): Ids of the vector database collections to search for this
                message, instead of the agent's own.

        Returns:
            The job: `wait()` until it has finished, or `poll()` it yourself.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.agents.start(
                "8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                message="Is your office in Hobart open on Saturdays?",
            )
        """
        from ..api.agents import agents_chat as _operation

        _body = {
            "message": message,
            **_encoding.given(
                {
                    "sessionId": session_id,
                    "userId": user_id,
                    "system": system,
                    "longContext": long_context,
                    "maxToolIterations": max_tool_iterations,
                    "allowedCollections": allowed_collections,
                }
            ),
            "async": True,
        }
        _request = _operation.request(agent_id, body=_body)
        return self._caller.start(_operation.START, _request, _operation.poll)

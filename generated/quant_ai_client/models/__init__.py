# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The models, each imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent import Agent as Agent
    from .agent_answer import AgentAnswer as AgentAnswer
    from .agent_chat_reply import AgentChatReply as AgentChatReply
    from .agent_chat_request import AgentChatRequest as AgentChatRequest
    from .agent_chat_request import AgentChatRequestParam as AgentChatRequestParam
    from .agent_create_request import AgentCreateRequest as AgentCreateRequest
    from .agent_create_request import AgentCreateRequestParam as AgentCreateRequestParam
    from .agent_deleted import AgentDeleted as AgentDeleted
    from .agent_envelope import AgentEnvelope as AgentEnvelope
    from .agent_list import AgentList as AgentList
    from .agent_overlay import AgentOverlay as AgentOverlay
    from .agent_overlay_base import AgentOverlayBase as AgentOverlayBase
    from .agent_overlay_deleted import AgentOverlayDeleted as AgentOverlayDeleted
    from .agent_overlay_request import AgentOverlayRequest as AgentOverlayRequest
    from .agent_overlay_request import AgentOverlayRequestParam as AgentOverlayRequestParam
    from .agent_overlay_saved import AgentOverlaySaved as AgentOverlaySaved
    from .agent_overlay_state import AgentOverlayState as AgentOverlayState
    from .agent_summary import AgentSummary as AgentSummary
    from .agent_tool_result import AgentToolResult as AgentToolResult
    from .agent_update_request import AgentUpdateRequest as AgentUpdateRequest
    from .agent_update_request import AgentUpdateRequestParam as AgentUpdateRequestParam
    from .ai_search_chat_reply import AiSearchChatReply as AiSearchChatReply
    from .ai_search_chat_request import AiSearchChatRequest as AiSearchChatRequest
    from .ai_search_chat_request import AiSearchChatRequestParam as AiSearchChatRequestParam
    from .ai_search_crawl import AiSearchCrawl as AiSearchCrawl
    from .ai_search_crawl_list import AiSearchCrawlList as AiSearchCrawlList
    from .ai_search_crawl_page_list import AiSearchCrawlPageList as AiSearchCrawlPageList
    from .ai_search_crawl_status import AiSearchCrawlStatus as AiSearchCrawlStatus
    from .ai_search_crawled_page import AiSearchCrawledPage as AiSearchCrawledPage
    from .ai_search_crawler_config import AiSearchCrawlerConfig as AiSearchCrawlerConfig
    from .ai_search_crawler_config import AiSearchCrawlerConfigParam as AiSearchCrawlerConfigParam
    from .ai_search_delete_pages_request import AiSearchDeletePagesRequest as AiSearchDeletePagesRequest
    from .ai_search_delete_pages_request import AiSearchDeletePagesRequestParam as AiSearchDeletePagesRequestParam
    from .ai_search_disabled import AiSearchDisabled as AiSearchDisabled
    from .ai_search_enable_request import AiSearchEnableRequest as AiSearchEnableRequest
    from .ai_search_enable_request import AiSearchEnableRequestParam as AiSearchEnableRequestParam
    from .ai_search_ingest_request import AiSearchIngestRequest as AiSearchIngestRequest
    from .ai_search_ingest_request import AiSearchIngestRequestParam as AiSearchIngestRequestParam
    from .ai_search_ingested import AiSearchIngested as AiSearchIngested
    from .ai_search_ingested_page import AiSearchIngestedPage as AiSearchIngestedPage
    from .ai_search_page import AiSearchPage as AiSearchPage
    from .ai_search_page_input import AiSearchPageInput as AiSearchPageInput
    from .ai_search_page_input import AiSearchPageInputParam as AiSearchPageInputParam
    from .ai_search_page_list import AiSearchPageList as AiSearchPageList
    from .ai_search_pages_deleted import AiSearchPagesDeleted as AiSearchPagesDeleted
    from .ai_search_processing_status import AiSearchProcessingStatus as AiSearchProcessingStatus
    from .ai_search_public_access import AiSearchPublicAccess as AiSearchPublicAccess
    from .ai_search_public_access import AiSearchPublicAccessParam as AiSearchPublicAccessParam
    from .ai_search_rate_limits import AiSearchRateLimits as AiSearchRateLimits
    from .ai_search_rate_limits import AiSearchRateLimitsParam as AiSearchRateLimitsParam
    from .ai_search_result import AiSearchResult as AiSearchResult
    from .ai_search_results import AiSearchResults as AiSearchResults
    from .ai_search_search_request import AiSearchSearchRequest as AiSearchSearchRequest
    from .ai_search_search_request import AiSearchSearchRequestParam as AiSearchSearchRequestParam
    from .ai_search_settings import AiSearchSettings as AiSearchSettings
    from .ai_search_source import AiSearchSource as AiSearchSource
    from .ai_search_status import AiSearchStatus as AiSearchStatus
    from .ai_search_top_queries import AiSearchTopQueries as AiSearchTopQueries
    from .ai_search_top_query import AiSearchTopQuery as AiSearchTopQuery
    from .ai_search_trigger_crawl_request import AiSearchTriggerCrawlRequest as AiSearchTriggerCrawlRequest
    from .ai_search_trigger_crawl_request import AiSearchTriggerCrawlRequestParam as AiSearchTriggerCrawlRequestParam
    from .ai_search_update_settings_request import AiSearchUpdateSettingsRequest as AiSearchUpdateSettingsRequest
    from .ai_search_update_settings_request import (
        AiSearchUpdateSettingsRequestParam as AiSearchUpdateSettingsRequestParam,
    )
    from .ai_search_usage import AiSearchUsage as AiSearchUsage
    from .ai_search_usage_day import AiSearchUsageDay as AiSearchUsageDay
    from .assistant_message import AssistantMessage as AssistantMessage
    from .auto_execute import AutoExecute as AutoExecute
    from .auto_execute import AutoExecuteParam as AutoExecuteParam
    from .background_removal import BackgroundRemoval as BackgroundRemoval
    from .background_removal import BackgroundRemovalParam as BackgroundRemovalParam
    from .batch_list import BatchList as BatchList
    from .batch_status import BatchStatus as BatchStatus
    from .budget_period import BudgetPeriod as BudgetPeriod
    from .budget_scope import BudgetScope as BudgetScope
    from .bytes_source import BytesSource as BytesSource
    from .bytes_source import BytesSourceParam as BytesSourceParam
    from .callback_accepted import CallbackAccepted as CallbackAccepted
    from .callback_request import CallbackRequest as CallbackRequest
    from .callback_request import CallbackRequestParam as CallbackRequestParam
    from .chat_reply import ChatReply as ChatReply
    from .chat_request import ChatRequest as ChatRequest
    from .chat_request import ChatRequestParam as ChatRequestParam
    from .chat_stream_event import ChatStreamEvent as ChatStreamEvent
    from .collection_create_request import CollectionCreateRequest as CollectionCreateRequest
    from .collection_create_request import CollectionCreateRequestParam as CollectionCreateRequestParam
    from .collection_created import CollectionCreated as CollectionCreated
    from .collection_deleted import CollectionDeleted as CollectionDeleted
    from .collection_envelope import CollectionEnvelope as CollectionEnvelope
    from .collection_list import CollectionList as CollectionList
    from .color_guided_generation import ColorGuidedGeneration as ColorGuidedGeneration
    from .color_guided_generation import ColorGuidedGenerationParam as ColorGuidedGenerationParam
    from .content_block import ContentBlock as ContentBlock
    from .content_block import ContentBlockParam as ContentBlockParam
    from .content_blocks import ContentBlocks as ContentBlocks
    from .content_blocks import ContentBlocksParam as ContentBlocksParam
    from .content_event import ContentEvent as ContentEvent
    from .custom_tool import CustomTool as CustomTool
    from .custom_tool_create_request import CustomToolCreateRequest as CustomToolCreateRequest
    from .custom_tool_create_request import CustomToolCreateRequestParam as CustomToolCreateRequestParam
    from .custom_tool_deleted import CustomToolDeleted as CustomToolDeleted
    from .custom_tool_deployed import CustomToolDeployed as CustomToolDeployed
    from .custom_tool_envelope import CustomToolEnvelope as CustomToolEnvelope
    from .custom_tool_list import CustomToolList as CustomToolList
    from .custom_tool_response_mode import CustomToolResponseMode as CustomToolResponseMode
    from .daily_budget import DailyBudget as DailyBudget
    from .daily_limit import DailyLimit as DailyLimit
    from .dependency_graph import DependencyGraph as DependencyGraph
    from .dependency_map import DependencyMap as DependencyMap
    from .dependency_node import DependencyNode as DependencyNode
    from .document_block import DocumentBlock as DocumentBlock
    from .document_block import DocumentBlockParam as DocumentBlockParam
    from .document_content import DocumentContent as DocumentContent
    from .document_content import DocumentContentParam as DocumentContentParam
    from .document_format import DocumentFormat as DocumentFormat
    from .document_metadata import DocumentMetadata as DocumentMetadata
    from .document_metadata import DocumentMetadataParam as DocumentMetadataParam
    from .documents_delete_request import DocumentsDeleteRequest as DocumentsDeleteRequest
    from .documents_delete_request import DocumentsDeleteRequestParam as DocumentsDeleteRequestParam
    from .documents_deleted import DocumentsDeleted as DocumentsDeleted
    from .documents_upload_request import DocumentsUploadRequest as DocumentsUploadRequest
    from .documents_upload_request import DocumentsUploadRequestParam as DocumentsUploadRequestParam
    from .documents_uploaded import DocumentsUploaded as DocumentsUploaded
    from .done_event import DoneEvent as DoneEvent
    from .embedding_dimensions import EmbeddingDimensions as EmbeddingDimensions
    from .embedding_input import EmbeddingInput as EmbeddingInput
    from .embedding_input import EmbeddingInputParam as EmbeddingInputParam
    from .embedding_output import EmbeddingOutput as EmbeddingOutput
    from .embedding_texts import EmbeddingTexts as EmbeddingTexts
    from .embedding_texts import EmbeddingTextsParam as EmbeddingTextsParam
    from .embedding_usage import EmbeddingUsage as EmbeddingUsage
    from .embedding_vector import EmbeddingVector as EmbeddingVector
    from .embedding_vectors import EmbeddingVectors as EmbeddingVectors
    from .embeddings_reply import EmbeddingsReply as EmbeddingsReply
    from .embeddings_request import EmbeddingsRequest as EmbeddingsRequest
    from .embeddings_request import EmbeddingsRequestParam as EmbeddingsRequestParam
    from .error import Error as Error
    from .error_cause import ErrorCause as ErrorCause
    from .error_detail import ErrorDetail as ErrorDetail
    from .error_event import ErrorEvent as ErrorEvent
    from .execution import Execution as Execution
    from .execution_error import ExecutionError as ExecutionError
    from .execution_result import ExecutionResult as ExecutionResult
    from .execution_status import ExecutionStatus as ExecutionStatus
    from .exhausted_budget import ExhaustedBudget as ExhaustedBudget
    from .field_errors import FieldErrors as FieldErrors
    from .file_content_type import FileContentType as FileContentType
    from .file_deleted import FileDeleted as FileDeleted
    from .file_details import FileDetails as FileDetails
    from .file_list import FileList as FileList
    from .file_upload_request import FileUploadRequest as FileUploadRequest
    from .file_upload_request import FileUploadRequestParam as FileUploadRequestParam
    from .file_uploaded import FileUploaded as FileUploaded
    from .filter_action import FilterAction as FilterAction
    from .filter_match import FilterMatch as FilterMatch
    from .filter_match import FilterMatchParam as FilterMatchParam
    from .filter_match_type import FilterMatchType as FilterMatchType
    from .filter_policy import FilterPolicy as FilterPolicy
    from .filter_policy_create_request import FilterPolicyCreateRequest as FilterPolicyCreateRequest
    from .filter_policy_create_request import FilterPolicyCreateRequestParam as FilterPolicyCreateRequestParam
    from .filter_policy_deleted import FilterPolicyDeleted as FilterPolicyDeleted
    from .filter_policy_list import FilterPolicyList as FilterPolicyList
    from .filter_policy_update_request import FilterPolicyUpdateRequest as FilterPolicyUpdateRequest
    from .filter_policy_update_request import FilterPolicyUpdateRequestParam as FilterPolicyUpdateRequestParam
    from .filter_rule import FilterRule as FilterRule
    from .filter_rule import FilterRuleParam as FilterRuleParam
    from .filter_scope import FilterScope as FilterScope
    from .finish_reason import FinishReason as FinishReason
    from .governance_config import GovernanceConfig as GovernanceConfig
    from .governance_spend import GovernanceSpend as GovernanceSpend
    from .governance_update_request import GovernanceUpdateRequest as GovernanceUpdateRequest
    from .governance_update_request import GovernanceUpdateRequestParam as GovernanceUpdateRequestParam
    from .governance_updated import GovernanceUpdated as GovernanceUpdated
    from .guardrail_preset import GuardrailPreset as GuardrailPreset
    from .guardrail_trace import GuardrailTrace as GuardrailTrace
    from .guardrails import Guardrails as Guardrails
    from .guardrails import GuardrailsParam as GuardrailsParam
    from .image_block import ImageBlock as ImageBlock
    from .image_block import ImageBlockParam as ImageBlockParam
    from .image_content import ImageContent as ImageContent
    from .image_content import ImageContentParam as ImageContentParam
    from .image_control_mode import ImageControlMode as ImageControlMode
    from .image_format import ImageFormat as ImageFormat
    from .image_generation_config import ImageGenerationConfig as ImageGenerationConfig
    from .image_generation_config import ImageGenerationConfigParam as ImageGenerationConfigParam
    from .image_generation_reply import ImageGenerationReply as ImageGenerationReply
    from .image_generation_request import ImageGenerationRequest as ImageGenerationRequest
    from .image_generation_request import ImageGenerationRequestParam as ImageGenerationRequestParam
    from .image_quality import ImageQuality as ImageQuality
    from .image_region import ImageRegion as ImageRegion
    from .image_style import ImageStyle as ImageStyle
    from .image_task_type import ImageTaskType as ImageTaskType
    from .image_variation import ImageVariation as ImageVariation
    from .image_variation import ImageVariationParam as ImageVariationParam
    from .imported_skill import ImportedSkill as ImportedSkill
    from .in_painting import InPainting as InPainting
    from .in_painting import InPaintingParam as InPaintingParam
    from .interface_limit import InterfaceLimit as InterfaceLimit
    from .interface_limit import InterfaceLimitParam as InterfaceLimitParam
    from .interface_limits import InterfaceLimits as InterfaceLimits
    from .interface_limits import InterfaceLimitsParam as InterfaceLimitsParam
    from .json_object import JsonObject as JsonObject
    from .json_object import JsonObjectParam as JsonObjectParam
    from .listed_tool_execution import ListedToolExecution as ListedToolExecution
    from .mcp_server import McpServer as McpServer
    from .mcp_server_list import McpServerList as McpServerList
    from .media_source import MediaSource as MediaSource
    from .media_source import MediaSourceParam as MediaSourceParam
    from .message import Message as Message
    from .message import MessageParam as MessageParam
    from .message_content import MessageContent as MessageContent
    from .message_content import MessageContentParam as MessageContentParam
    from .message_role import MessageRole as MessageRole
    from .metadata_selector import MetadataSelector as MetadataSelector
    from .metadata_selector import MetadataSelectorParam as MetadataSelectorParam
    from .model import Model as Model
    from .model_capabilities import ModelCapabilities as ModelCapabilities
    from .model_feature import ModelFeature as ModelFeature
    from .model_list import ModelList as ModelList
    from .model_policy import ModelPolicy as ModelPolicy
    from .model_pricing import ModelPricing as ModelPricing
    from .model_summary import ModelSummary as ModelSummary
    from .monthly_budget import MonthlyBudget as MonthlyBudget
    from .monthly_limit import MonthlyLimit as MonthlyLimit
    from .my_usage import MyUsage as MyUsage
    from .orchestration import Orchestration as Orchestration
    from .orchestration_batch import OrchestrationBatch as OrchestrationBatch
    from .orchestration_create_request import OrchestrationCreateRequest as OrchestrationCreateRequest
    from .orchestration_create_request import OrchestrationCreateRequestParam as OrchestrationCreateRequestParam
    from .orchestration_input import OrchestrationInput as OrchestrationInput
    from .orchestration_input import OrchestrationInputParam as OrchestrationInputParam
    from .orchestration_input_type import OrchestrationInputType as OrchestrationInputType
    from .orchestration_list import OrchestrationList as OrchestrationList
    from .orchestration_progress import OrchestrationProgress as OrchestrationProgress
    from .orchestration_status import OrchestrationStatus as OrchestrationStatus
    from .orchestration_status_event import OrchestrationStatusEvent as OrchestrationStatusEvent
    from .out_painting import OutPainting as OutPainting
    from .out_painting import OutPaintingParam as OutPaintingParam
    from .out_painting_mode import OutPaintingMode as OutPaintingMode
    from .pending_tool import PendingTool as PendingTool
    from .queued_agent_execution import QueuedAgentExecution as QueuedAgentExecution
    from .queued_execution import QueuedExecution as QueuedExecution
    from .response_format import ResponseFormat as ResponseFormat
    from .response_format import ResponseFormatParam as ResponseFormatParam
    from .s3_location import S3Location as S3Location
    from .s3_location import S3LocationParam as S3LocationParam
    from .s3_source import S3Source as S3Source
    from .s3_source import S3SourceParam as S3SourceParam
    from .session import Session as Session
    from .session_create_request import SessionCreateRequest as SessionCreateRequest
    from .session_create_request import SessionCreateRequestParam as SessionCreateRequestParam
    from .session_created import SessionCreated as SessionCreated
    from .session_deleted import SessionDeleted as SessionDeleted
    from .session_event import SessionEvent as SessionEvent
    from .session_extend_request import SessionExtendRequest as SessionExtendRequest
    from .session_extend_request import SessionExtendRequestParam as SessionExtendRequestParam
    from .session_extended import SessionExtended as SessionExtended
    from .session_list import SessionList as SessionList
    from .session_message import SessionMessage as SessionMessage
    from .session_message import SessionMessageParam as SessionMessageParam
    from .session_status import SessionStatus as SessionStatus
    from .session_summary import SessionSummary as SessionSummary
    from .session_turn import SessionTurn as SessionTurn
    from .session_turn import SessionTurnParam as SessionTurnParam
    from .session_turn_role import SessionTurnRole as SessionTurnRole
    from .session_update_request import SessionUpdateRequest as SessionUpdateRequest
    from .session_update_request import SessionUpdateRequestParam as SessionUpdateRequestParam
    from .session_updated import SessionUpdated as SessionUpdated
    from .skill import Skill as Skill
    from .skill_collection import SkillCollection as SkillCollection
    from .skill_collection_import_request import SkillCollectionImportRequest as SkillCollectionImportRequest
    from .skill_collection_import_request import SkillCollectionImportRequestParam as SkillCollectionImportRequestParam
    from .skill_collection_imported import SkillCollectionImported as SkillCollectionImported
    from .skill_collection_list import SkillCollectionList as SkillCollectionList
    from .skill_collection_source import SkillCollectionSource as SkillCollectionSource
    from .skill_collection_source import SkillCollectionSourceParam as SkillCollectionSourceParam
    from .skill_collection_synced import SkillCollectionSynced as SkillCollectionSynced
    from .skill_create_request import SkillCreateRequest as SkillCreateRequest
    from .skill_create_request import SkillCreateRequestParam as SkillCreateRequestParam
    from .skill_deleted import SkillDeleted as SkillDeleted
    from .skill_envelope import SkillEnvelope as SkillEnvelope
    from .skill_files import SkillFiles as SkillFiles
    from .skill_files import SkillFilesParam as SkillFilesParam
    from .skill_import_failure import SkillImportFailure as SkillImportFailure
    from .skill_import_request import SkillImportRequest as SkillImportRequest
    from .skill_import_request import SkillImportRequestParam as SkillImportRequestParam
    from .skill_import_source import SkillImportSource as SkillImportSource
    from .skill_import_source import SkillImportSourceParam as SkillImportSourceParam
    from .skill_import_source_type import SkillImportSourceType as SkillImportSourceType
    from .skill_list import SkillList as SkillList
    from .skill_source import SkillSource as SkillSource
    from .skill_source import SkillSourceParam as SkillSourceParam
    from .skill_source_type import SkillSourceType as SkillSourceType
    from .skill_summary import SkillSummary as SkillSummary
    from .skill_update_request import SkillUpdateRequest as SkillUpdateRequest
    from .skill_update_request import SkillUpdateRequestParam as SkillUpdateRequestParam
    from .slack_bot import SlackBot as SlackBot
    from .slack_bot_create_request import SlackBotCreateRequest as SlackBotCreateRequest
    from .slack_bot_create_request import SlackBotCreateRequestParam as SlackBotCreateRequestParam
    from .slack_bot_deleted import SlackBotDeleted as SlackBotDeleted
    from .slack_bot_envelope import SlackBotEnvelope as SlackBotEnvelope
    from .slack_bot_list import SlackBotList as SlackBotList
    from .slack_bot_setup_type import SlackBotSetupType as SlackBotSetupType
    from .slack_bot_status import SlackBotStatus as SlackBotStatus
    from .slack_bot_summary import SlackBotSummary as SlackBotSummary
    from .slack_bot_update_request import SlackBotUpdateRequest as SlackBotUpdateRequest
    from .slack_bot_update_request import SlackBotUpdateRequestParam as SlackBotUpdateRequestParam
    from .slack_channel import SlackChannel as SlackChannel
    from .slack_channel_search_reply import SlackChannelSearchReply as SlackChannelSearchReply
    from .slack_user import SlackUser as SlackUser
    from .slack_user_search_reply import SlackUserSearchReply as SlackUserSearchReply
    from .spend_limits import SpendLimits as SpendLimits
    from .spend_limits import SpendLimitsParam as SpendLimitsParam
    from .spend_override import SpendOverride as SpendOverride
    from .spend_override import SpendOverrideParam as SpendOverrideParam
    from .spend_overrides import SpendOverrides as SpendOverrides
    from .spend_overrides import SpendOverridesParam as SpendOverridesParam
    from .spent import Spent as Spent
    from .spent_and_requests import SpentAndRequests as SpentAndRequests
    from .start_event import StartEvent as StartEvent
    from .stop_condition import StopCondition as StopCondition
    from .stop_condition import StopConditionParam as StopConditionParam
    from .stop_condition_type import StopConditionType as StopConditionType
    from .stored_document import StoredDocument as StoredDocument
    from .stored_document_list import StoredDocumentList as StoredDocumentList
    from .stored_file import StoredFile as StoredFile
    from .stream_error_cause import StreamErrorCause as StreamErrorCause
    from .stream_orchestration import StreamOrchestration as StreamOrchestration
    from .task import Task as Task
    from .task_create_request import TaskCreateRequest as TaskCreateRequest
    from .task_create_request import TaskCreateRequestParam as TaskCreateRequestParam
    from .task_created import TaskCreated as TaskCreated
    from .task_deleted import TaskDeleted as TaskDeleted
    from .task_list import TaskList as TaskList
    from .task_status import TaskStatus as TaskStatus
    from .task_summary import TaskSummary as TaskSummary
    from .task_update_request import TaskUpdateRequest as TaskUpdateRequest
    from .task_update_request import TaskUpdateRequestParam as TaskUpdateRequestParam
    from .task_updated import TaskUpdated as TaskUpdated
    from .text_block import TextBlock as TextBlock
    from .text_block import TextBlockParam as TextBlockParam
    from .text_to_image import TextToImage as TextToImage
    from .text_to_image import TextToImageParam as TextToImageParam
    from .token_usage import TokenUsage as TokenUsage
    from .tool_complete_event import ToolCompleteEvent as ToolCompleteEvent
    from .tool_config import ToolConfig as ToolConfig
    from .tool_config import ToolConfigParam as ToolConfigParam
    from .tool_definition import ToolDefinition as ToolDefinition
    from .tool_definition import ToolDefinitionParam as ToolDefinitionParam
    from .tool_execution import ToolExecution as ToolExecution
    from .tool_execution_list import ToolExecutionList as ToolExecutionList
    from .tool_execution_status import ToolExecutionStatus as ToolExecutionStatus
    from .tool_execution_summary import ToolExecutionSummary as ToolExecutionSummary
    from .tool_input_progress_event import ToolInputProgressEvent as ToolInputProgressEvent
    from .tool_input_schema import ToolInputSchema as ToolInputSchema
    from .tool_input_schema import ToolInputSchemaParam as ToolInputSchemaParam
    from .tool_list import ToolList as ToolList
    from .tool_name_list import ToolNameList as ToolNameList
    from .tool_names import ToolNames as ToolNames
    from .tool_names import ToolNamesParam as ToolNamesParam
    from .tool_orchestration import ToolOrchestration as ToolOrchestration
    from .tool_orchestration_status import ToolOrchestrationStatus as ToolOrchestrationStatus
    from .tool_orchestration_tool import ToolOrchestrationTool as ToolOrchestrationTool
    from .tool_output import ToolOutput as ToolOutput
    from .tool_output import ToolOutputParam as ToolOutputParam
    from .tool_request_event import ToolRequestEvent as ToolRequestEvent
    from .tool_result import ToolResult as ToolResult
    from .tool_result import ToolResultParam as ToolResultParam
    from .tool_result_block import ToolResultBlock as ToolResultBlock
    from .tool_result_block import ToolResultBlockParam as ToolResultBlockParam
    from .tool_result_content import ToolResultContent as ToolResultContent
    from .tool_result_content import ToolResultContentParam as ToolResultContentParam
    from .tool_result_json import ToolResultJson as ToolResultJson
    from .tool_result_json import ToolResultJsonParam as ToolResultJsonParam
    from .tool_result_media import ToolResultMedia as ToolResultMedia
    from .tool_result_text import ToolResultText as ToolResultText
    from .tool_result_text import ToolResultTextParam as ToolResultTextParam
    from .tool_spec import ToolSpec as ToolSpec
    from .tool_spec import ToolSpecParam as ToolSpecParam
    from .tool_start_event import ToolStartEvent as ToolStartEvent
    from .tool_use import ToolUse as ToolUse
    from .tool_use_block import ToolUseBlock as ToolUseBlock
    from .tool_use_block import ToolUseBlockParam as ToolUseBlockParam
    from .tool_use_content import ToolUseContent as ToolUseContent
    from .tool_use_content import ToolUseContentParam as ToolUseContentParam
    from .tool_use_list import ToolUseList as ToolUseList
    from .tool_uses import ToolUses as ToolUses
    from .usage_day import UsageDay as UsageDay
    from .usage_group_by import UsageGroupBy as UsageGroupBy
    from .usage_report import UsageReport as UsageReport
    from .usage_row import UsageRow as UsageRow
    from .usage_totals import UsageTotals as UsageTotals
    from .user_quota import UserQuota as UserQuota
    from .user_spend import UserSpend as UserSpend
    from .vector_collection import VectorCollection as VectorCollection
    from .vector_contains_filter import VectorContainsFilter as VectorContainsFilter
    from .vector_contains_filter import VectorContainsFilterParam as VectorContainsFilterParam
    from .vector_document import VectorDocument as VectorDocument
    from .vector_document import VectorDocumentParam as VectorDocumentParam
    from .vector_filter import VectorFilter as VectorFilter
    from .vector_filter import VectorFilterParam as VectorFilterParam
    from .vector_hit import VectorHit as VectorHit
    from .vector_pagination import VectorPagination as VectorPagination
    from .vector_query_reply import VectorQueryReply as VectorQueryReply
    from .vector_query_request import VectorQueryRequest as VectorQueryRequest
    from .vector_query_request import VectorQueryRequestParam as VectorQueryRequestParam
    from .vector_search_mode import VectorSearchMode as VectorSearchMode
    from .vector_sort_field import VectorSortField as VectorSortField
    from .vector_sort_order import VectorSortOrder as VectorSortOrder
    from .video_block import VideoBlock as VideoBlock
    from .video_block import VideoBlockParam as VideoBlockParam
    from .video_content import VideoContent as VideoContent
    from .video_content import VideoContentParam as VideoContentParam
    from .video_format import VideoFormat as VideoFormat
    from .virtual_try_on import VirtualTryOn as VirtualTryOn
    from .virtual_try_on import VirtualTryOnParam as VirtualTryOnParam

# fmt: off
__all__ = [
    'Agent', 'AgentAnswer', 'AgentChatReply', 'AgentChatRequest', 'AgentChatRequestParam', 'AgentCreateRequest',
    'AgentCreateRequestParam', 'AgentDeleted', 'AgentEnvelope', 'AgentList', 'AgentOverlay', 'AgentOverlayBase',
    'AgentOverlayDeleted', 'AgentOverlayRequest', 'AgentOverlayRequestParam', 'AgentOverlaySaved',
    'AgentOverlayState', 'AgentSummary', 'AgentToolResult', 'AgentUpdateRequest', 'AgentUpdateRequestParam',
    'AiSearchChatReply', 'AiSearchChatRequest', 'AiSearchChatRequestParam', 'AiSearchCrawl', 'AiSearchCrawlList',
    'AiSearchCrawlPageList', 'AiSearchCrawlStatus', 'AiSearchCrawledPage', 'AiSearchCrawlerConfig',
    'AiSearchCrawlerConfigParam', 'AiSearchDeletePagesRequest', 'AiSearchDeletePagesRequestParam', 'AiSearchDisabled',
    'AiSearchEnableRequest', 'AiSearchEnableRequestParam', 'AiSearchIngestRequest', 'AiSearchIngestRequestParam',
    'AiSearchIngested', 'AiSearchIngestedPage', 'AiSearchPage', 'AiSearchPageInput', 'AiSearchPageInputParam',
    'AiSearchPageList', 'AiSearchPagesDeleted', 'AiSearchProcessingStatus', 'AiSearchPublicAccess',
    'AiSearchPublicAccessParam', 'AiSearchRateLimits', 'AiSearchRateLimitsParam', 'AiSearchResult', 'AiSearchResults',
    'AiSearchSearchRequest', 'AiSearchSearchRequestParam', 'AiSearchSettings', 'AiSearchSource', 'AiSearchStatus',
    'AiSearchTopQueries', 'AiSearchTopQuery', 'AiSearchTriggerCrawlRequest', 'AiSearchTriggerCrawlRequestParam',
    'AiSearchUpdateSettingsRequest', 'AiSearchUpdateSettingsRequestParam', 'AiSearchUsage', 'AiSearchUsageDay',
    'AssistantMessage', 'AutoExecute', 'AutoExecuteParam', 'BackgroundRemoval', 'BackgroundRemovalParam', 'BatchList',
    'BatchStatus', 'BudgetPeriod', 'BudgetScope', 'BytesSource', 'BytesSourceParam', 'CallbackAccepted',
    'CallbackRequest', 'CallbackRequestParam', 'ChatReply', 'ChatRequest', 'ChatRequestParam', 'ChatStreamEvent',
    'CollectionCreateRequest', 'CollectionCreateRequestParam', 'CollectionCreated', 'CollectionDeleted',
    'CollectionEnvelope', 'CollectionList', 'ColorGuidedGeneration', 'ColorGuidedGenerationParam', 'ContentBlock',
    'ContentBlockParam', 'ContentBlocks', 'ContentBlocksParam', 'ContentEvent', 'CustomTool',
    'CustomToolCreateRequest', 'CustomToolCreateRequestParam', 'CustomToolDeleted', 'CustomToolDeployed',
    'CustomToolEnvelope', 'CustomToolList', 'CustomToolResponseMode', 'DailyBudget', 'DailyLimit', 'DependencyGraph',
    'DependencyMap', 'DependencyNode', 'DocumentBlock', 'DocumentBlockParam', 'DocumentContent',
    'DocumentContentParam', 'DocumentFormat', 'DocumentMetadata', 'DocumentMetadataParam', 'DocumentsDeleteRequest',
    'DocumentsDeleteRequestParam', 'DocumentsDeleted', 'DocumentsUploadRequest', 'DocumentsUploadRequestParam',
    'DocumentsUploaded', 'DoneEvent', 'EmbeddingDimensions', 'EmbeddingInput', 'EmbeddingInputParam',
    'EmbeddingOutput', 'EmbeddingTexts', 'EmbeddingTextsParam', 'EmbeddingUsage', 'EmbeddingVector',
    'EmbeddingVectors', 'EmbeddingsReply', 'EmbeddingsRequest', 'EmbeddingsRequestParam', 'Error', 'ErrorCause',
    'ErrorDetail', 'ErrorEvent', 'Execution', 'ExecutionError', 'ExecutionResult', 'ExecutionStatus',
    'ExhaustedBudget', 'FieldErrors', 'FileContentType', 'FileDeleted', 'FileDetails', 'FileList',
    'FileUploadRequest', 'FileUploadRequestParam', 'FileUploaded', 'FilterAction', 'FilterMatch', 'FilterMatchParam',
    'FilterMatchType', 'FilterPolicy', 'FilterPolicyCreateRequest', 'FilterPolicyCreateRequestParam',
    'FilterPolicyDeleted', 'FilterPolicyList', 'FilterPolicyUpdateRequest', 'FilterPolicyUpdateRequestParam',
    'FilterRule', 'FilterRuleParam', 'FilterScope', 'FinishReason', 'GovernanceConfig', 'GovernanceSpend',
    'GovernanceUpdateRequest', 'GovernanceUpdateRequestParam', 'GovernanceUpdated', 'GuardrailPreset',
    'GuardrailTrace', 'Guardrails', 'GuardrailsParam', 'ImageBlock', 'ImageBlockParam', 'ImageContent',
    'ImageContentParam', 'ImageControlMode', 'ImageFormat', 'ImageGenerationConfig', 'ImageGenerationConfigParam',
    'ImageGenerationReply', 'ImageGenerationRequest', 'ImageGenerationRequestParam', 'ImageQuality', 'ImageRegion',
    'ImageStyle', 'ImageTaskType', 'ImageVariation', 'ImageVariationParam', 'ImportedSkill', 'InPainting',
    'InPaintingParam', 'InterfaceLimit', 'InterfaceLimitParam', 'InterfaceLimits', 'InterfaceLimitsParam',
    'JsonObject', 'JsonObjectParam', 'ListedToolExecution', 'McpServer', 'McpServerList', 'MediaSource',
    'MediaSourceParam', 'Message', 'MessageContent', 'MessageContentParam', 'MessageParam', 'MessageRole',
    'MetadataSelector', 'MetadataSelectorParam', 'Model', 'ModelCapabilities', 'ModelFeature', 'ModelList',
    'ModelPolicy', 'ModelPricing', 'ModelSummary', 'MonthlyBudget', 'MonthlyLimit', 'MyUsage', 'Orchestration',
    'OrchestrationBatch', 'OrchestrationCreateRequest', 'OrchestrationCreateRequestParam', 'OrchestrationInput',
    'OrchestrationInputParam', 'OrchestrationInputType', 'OrchestrationList', 'OrchestrationProgress',
    'OrchestrationStatus', 'OrchestrationStatusEvent', 'OutPainting', 'OutPaintingMode', 'OutPaintingParam',
    'PendingTool', 'QueuedAgentExecution', 'QueuedExecution', 'ResponseFormat', 'ResponseFormatParam', 'S3Location',
    'S3LocationParam', 'S3Source', 'S3SourceParam', 'Session', 'SessionCreateRequest', 'SessionCreateRequestParam',
    'SessionCreated', 'SessionDeleted', 'SessionEvent', 'SessionExtendRequest', 'SessionExtendRequestParam',
    'SessionExtended', 'SessionList', 'SessionMessage', 'SessionMessageParam', 'SessionStatus', 'SessionSummary',
    'SessionTurn', 'SessionTurnParam', 'SessionTurnRole', 'SessionUpdateRequest', 'SessionUpdateRequestParam',
    'SessionUpdated', 'Skill', 'SkillCollection', 'SkillCollectionImportRequest', 'SkillCollectionImportRequestParam',
    'SkillCollectionImported', 'SkillCollectionList', 'SkillCollectionSource', 'SkillCollectionSourceParam',
    'SkillCollectionSynced', 'SkillCreateRequest', 'SkillCreateRequestParam', 'SkillDeleted', 'SkillEnvelope',
    'SkillFiles', 'SkillFilesParam', 'SkillImportFailure', 'SkillImportRequest', 'SkillImportRequestParam',
    'SkillImportSource', 'SkillImportSourceParam', 'SkillImportSourceType', 'SkillList', 'SkillSource',
    'SkillSourceParam', 'SkillSourceType', 'SkillSummary', 'SkillUpdateRequest', 'SkillUpdateRequestParam',
    'SlackBot', 'SlackBotCreateRequest', 'SlackBotCreateRequestParam', 'SlackBotDeleted', 'SlackBotEnvelope',
    'SlackBotList', 'SlackBotSetupType', 'SlackBotStatus', 'SlackBotSummary', 'SlackBotUpdateRequest',
    'SlackBotUpdateRequestParam', 'SlackChannel', 'SlackChannelSearchReply', 'SlackUser', 'SlackUserSearchReply',
    'SpendLimits', 'SpendLimitsParam', 'SpendOverride', 'SpendOverrideParam', 'SpendOverrides', 'SpendOverridesParam',
    'Spent', 'SpentAndRequests', 'StartEvent', 'StopCondition', 'StopConditionParam', 'StopConditionType',
    'StoredDocument', 'StoredDocumentList', 'StoredFile', 'StreamErrorCause', 'StreamOrchestration', 'Task',
    'TaskCreateRequest', 'TaskCreateRequestParam', 'TaskCreated', 'TaskDeleted', 'TaskList', 'TaskStatus',
    'TaskSummary', 'TaskUpdateRequest', 'TaskUpdateRequestParam', 'TaskUpdated', 'TextBlock', 'TextBlockParam',
    'TextToImage', 'TextToImageParam', 'TokenUsage', 'ToolCompleteEvent', 'ToolConfig', 'ToolConfigParam',
    'ToolDefinition', 'ToolDefinitionParam', 'ToolExecution', 'ToolExecutionList', 'ToolExecutionStatus',
    'ToolExecutionSummary', 'ToolInputProgressEvent', 'ToolInputSchema', 'ToolInputSchemaParam', 'ToolList',
    'ToolNameList', 'ToolNames', 'ToolNamesParam', 'ToolOrchestration', 'ToolOrchestrationStatus',
    'ToolOrchestrationTool', 'ToolOutput', 'ToolOutputParam', 'ToolRequestEvent', 'ToolResult', 'ToolResultBlock',
    'ToolResultBlockParam', 'ToolResultContent', 'ToolResultContentParam', 'ToolResultJson', 'ToolResultJsonParam',
    'ToolResultMedia', 'ToolResultParam', 'ToolResultText', 'ToolResultTextParam', 'ToolSpec', 'ToolSpecParam',
    'ToolStartEvent', 'ToolUse', 'ToolUseBlock', 'ToolUseBlockParam', 'ToolUseContent', 'ToolUseContentParam',
    'ToolUseList', 'ToolUses', 'UsageDay', 'UsageGroupBy', 'UsageReport', 'UsageRow', 'UsageTotals', 'UserQuota',
    'UserSpend', 'VectorCollection', 'VectorContainsFilter', 'VectorContainsFilterParam', 'VectorDocument',
    'VectorDocumentParam', 'VectorFilter', 'VectorFilterParam', 'VectorHit', 'VectorPagination', 'VectorQueryReply',
    'VectorQueryRequest', 'VectorQueryRequestParam', 'VectorSearchMode', 'VectorSortField', 'VectorSortOrder',
    'VideoBlock', 'VideoBlockParam', 'VideoContent', 'VideoContentParam', 'VideoFormat', 'VirtualTryOn',
    'VirtualTryOnParam',
]
_MODULES: dict[str, str] = {
    'Agent': 'agent', 'AgentAnswer': 'agent_answer', 'AgentChatReply': 'agent_chat_reply', 'AgentChatRequest':
    'agent_chat_request', 'AgentChatRequestParam': 'agent_chat_request', 'AgentCreateRequest': 'agent_create_request',
    'AgentCreateRequestParam': 'agent_create_request', 'AgentDeleted': 'agent_deleted', 'AgentEnvelope':
    'agent_envelope', 'AgentList': 'agent_list', 'AgentOverlay': 'agent_overlay', 'AgentOverlayBase':
    'agent_overlay_base', 'AgentOverlayDeleted': 'agent_overlay_deleted', 'AgentOverlayRequest':
    'agent_overlay_request', 'AgentOverlayRequestParam': 'agent_overlay_request', 'AgentOverlaySaved':
    'agent_overlay_saved', 'AgentOverlayState': 'agent_overlay_state', 'AgentSummary': 'agent_summary',
    'AgentToolResult': 'agent_tool_result', 'AgentUpdateRequest': 'agent_update_request', 'AgentUpdateRequestParam':
    'agent_update_request', 'AiSearchChatReply': 'ai_search_chat_reply', 'AiSearchChatRequest':
    'ai_search_chat_request', 'AiSearchChatRequestParam': 'ai_search_chat_request', 'AiSearchCrawl':
    'ai_search_crawl', 'AiSearchCrawlList': 'ai_search_crawl_list', 'AiSearchCrawlPageList':
    'ai_search_crawl_page_list', 'AiSearchCrawlStatus': 'ai_search_crawl_status', 'AiSearchCrawledPage':
    'ai_search_crawled_page', 'AiSearchCrawlerConfig': 'ai_search_crawler_config', 'AiSearchCrawlerConfigParam':
    'ai_search_crawler_config', 'AiSearchDeletePagesRequest': 'ai_search_delete_pages_request',
    'AiSearchDeletePagesRequestParam': 'ai_search_delete_pages_request', 'AiSearchDisabled': 'ai_search_disabled',
    'AiSearchEnableRequest': 'ai_search_enable_request', 'AiSearchEnableRequestParam': 'ai_search_enable_request',
    'AiSearchIngestRequest': 'ai_search_ingest_request', 'AiSearchIngestRequestParam': 'ai_search_ingest_request',
    'AiSearchIngested': 'ai_search_ingested', 'AiSearchIngestedPage': 'ai_search_ingested_page', 'AiSearchPage':
    'ai_search_page', 'AiSearchPageInput': 'ai_search_page_input', 'AiSearchPageInputParam': 'ai_search_page_input',
    'AiSearchPageList': 'ai_search_page_list', 'AiSearchPagesDeleted': 'ai_search_pages_deleted',
    'AiSearchProcessingStatus': 'ai_search_processing_status', 'AiSearchPublicAccess': 'ai_search_public_access',
    'AiSearchPublicAccessParam': 'ai_search_public_access', 'AiSearchRateLimits': 'ai_search_rate_limits',
    'AiSearchRateLimitsParam': 'ai_search_rate_limits', 'AiSearchResult': 'ai_search_result', 'AiSearchResults':
    'ai_search_results', 'AiSearchSearchRequest': 'ai_search_search_request', 'AiSearchSearchRequestParam':
    'ai_search_search_request', 'AiSearchSettings': 'ai_search_settings', 'AiSearchSource': 'ai_search_source',
    'AiSearchStatus': 'ai_search_status', 'AiSearchTopQueries': 'ai_search_top_queries', 'AiSearchTopQuery':
    'ai_search_top_query', 'AiSearchTriggerCrawlRequest': 'ai_search_trigger_crawl_request',
    'AiSearchTriggerCrawlRequestParam': 'ai_search_trigger_crawl_request', 'AiSearchUpdateSettingsRequest':
    'ai_search_update_settings_request', 'AiSearchUpdateSettingsRequestParam': 'ai_search_update_settings_request',
    'AiSearchUsage': 'ai_search_usage', 'AiSearchUsageDay': 'ai_search_usage_day', 'AssistantMessage':
    'assistant_message', 'AutoExecute': 'auto_execute', 'AutoExecuteParam': 'auto_execute', 'BackgroundRemoval':
    'background_removal', 'BackgroundRemovalParam': 'background_removal', 'BatchList': 'batch_list', 'BatchStatus':
    'batch_status', 'BudgetPeriod': 'budget_period', 'BudgetScope': 'budget_scope', 'BytesSource': 'bytes_source',
    'BytesSourceParam': 'bytes_source', 'CallbackAccepted': 'callback_accepted', 'CallbackRequest':
    'callback_request', 'CallbackRequestParam': 'callback_request', 'ChatReply': 'chat_reply', 'ChatRequest':
    'chat_request', 'ChatRequestParam': 'chat_request', 'ChatStreamEvent': 'chat_stream_event',
    'CollectionCreateRequest': 'collection_create_request', 'CollectionCreateRequestParam':
    'collection_create_request', 'CollectionCreated': 'collection_created', 'CollectionDeleted': 'collection_deleted',
    'CollectionEnvelope': 'collection_envelope', 'CollectionList': 'collection_list', 'ColorGuidedGeneration':
    'color_guided_generation', 'ColorGuidedGenerationParam': 'color_guided_generation', 'ContentBlock':
    'content_block', 'ContentBlockParam': 'content_block', 'ContentBlocks': 'content_blocks', 'ContentBlocksParam':
    'content_blocks', 'ContentEvent': 'content_event', 'CustomTool': 'custom_tool', 'CustomToolCreateRequest':
    'custom_tool_create_request', 'CustomToolCreateRequestParam': 'custom_tool_create_request', 'CustomToolDeleted':
    'custom_tool_deleted', 'CustomToolDeployed': 'custom_tool_deployed', 'CustomToolEnvelope': 'custom_tool_envelope',
    'CustomToolList': 'custom_tool_list', 'CustomToolResponseMode': 'custom_tool_response_mode', 'DailyBudget':
    'daily_budget', 'DailyLimit': 'daily_limit', 'DependencyGraph': 'dependency_graph', 'DependencyMap':
    'dependency_map', 'DependencyNode': 'dependency_node', 'DocumentBlock': 'document_block', 'DocumentBlockParam':
    'document_block', 'DocumentContent': 'document_content', 'DocumentContentParam': 'document_content',
    'DocumentFormat': 'document_format', 'DocumentMetadata': 'document_metadata', 'DocumentMetadataParam':
    'document_metadata', 'DocumentsDeleteRequest': 'documents_delete_request', 'DocumentsDeleteRequestParam':
    'documents_delete_request', 'DocumentsDeleted': 'documents_deleted', 'DocumentsUploadRequest':
    'documents_upload_request', 'DocumentsUploadRequestParam': 'documents_upload_request', 'DocumentsUploaded':
    'documents_uploaded', 'DoneEvent': 'done_event', 'EmbeddingDimensions': 'embedding_dimensions', 'EmbeddingInput':
    'embedding_input', 'EmbeddingInputParam': 'embedding_input', 'EmbeddingOutput': 'embedding_output',
    'EmbeddingTexts': 'embedding_texts', 'EmbeddingTextsParam': 'embedding_texts', 'EmbeddingUsage':
    'embedding_usage', 'EmbeddingVector': 'embedding_vector', 'EmbeddingVectors': 'embedding_vectors',
    'EmbeddingsReply': 'embeddings_reply', 'EmbeddingsRequest': 'embeddings_request', 'EmbeddingsRequestParam':
    'embeddings_request', 'Error': 'error', 'ErrorCause': 'error_cause', 'ErrorDetail': 'error_detail', 'ErrorEvent':
    'error_event', 'Execution': 'execution', 'ExecutionError': 'execution_error', 'ExecutionResult':
    'execution_result', 'ExecutionStatus': 'execution_status', 'ExhaustedBudget': 'exhausted_budget', 'FieldErrors':
    'field_errors', 'FileContentType': 'file_content_type', 'FileDeleted': 'file_deleted', 'FileDetails':
    'file_details', 'FileList': 'file_list', 'FileUploadRequest': 'file_upload_request', 'FileUploadRequestParam':
    'file_upload_request', 'FileUploaded': 'file_uploaded', 'FilterAction': 'filter_action', 'FilterMatch':
    'filter_match', 'FilterMatchParam': 'filter_match', 'FilterMatchType': 'filter_match_type', 'FilterPolicy':
    'filter_policy', 'FilterPolicyCreateRequest': 'filter_policy_create_request', 'FilterPolicyCreateRequestParam':
    'filter_policy_create_request', 'FilterPolicyDeleted': 'filter_policy_deleted', 'FilterPolicyList':
    'filter_policy_list', 'FilterPolicyUpdateRequest': 'filter_policy_update_request',
    'FilterPolicyUpdateRequestParam': 'filter_policy_update_request', 'FilterRule': 'filter_rule', 'FilterRuleParam':
    'filter_rule', 'FilterScope': 'filter_scope', 'FinishReason': 'finish_reason', 'GovernanceConfig':
    'governance_config', 'GovernanceSpend': 'governance_spend', 'GovernanceUpdateRequest':
    'governance_update_request', 'GovernanceUpdateRequestParam': 'governance_update_request', 'GovernanceUpdated':
    'governance_updated', 'GuardrailPreset': 'guardrail_preset', 'GuardrailTrace': 'guardrail_trace', 'Guardrails':
    'guardrails', 'GuardrailsParam': 'guardrails', 'ImageBlock': 'image_block', 'ImageBlockParam': 'image_block',
    'ImageContent': 'image_content', 'ImageContentParam': 'image_content', 'ImageControlMode': 'image_control_mode',
    'ImageFormat': 'image_format', 'ImageGenerationConfig': 'image_generation_config', 'ImageGenerationConfigParam':
    'image_generation_config', 'ImageGenerationReply': 'image_generation_reply', 'ImageGenerationRequest':
    'image_generation_request', 'ImageGenerationRequestParam': 'image_generation_request', 'ImageQuality':
    'image_quality', 'ImageRegion': 'image_region', 'ImageStyle': 'image_style', 'ImageTaskType': 'image_task_type',
    'ImageVariation': 'image_variation', 'ImageVariationParam': 'image_variation', 'ImportedSkill': 'imported_skill',
    'InPainting': 'in_painting', 'InPaintingParam': 'in_painting', 'InterfaceLimit': 'interface_limit',
    'InterfaceLimitParam': 'interface_limit', 'InterfaceLimits': 'interface_limits', 'InterfaceLimitsParam':
    'interface_limits', 'JsonObject': 'json_object', 'JsonObjectParam': 'json_object', 'ListedToolExecution':
    'listed_tool_execution', 'McpServer': 'mcp_server', 'McpServerList': 'mcp_server_list', 'MediaSource':
    'media_source', 'MediaSourceParam': 'media_source', 'Message': 'message', 'MessageContent': 'message_content',
    'MessageContentParam': 'message_content', 'MessageParam': 'message', 'MessageRole': 'message_role',
    'MetadataSelector': 'metadata_selector', 'MetadataSelectorParam': 'metadata_selector', 'Model': 'model',
    'ModelCapabilities': 'model_capabilities', 'ModelFeature': 'model_feature', 'ModelList': 'model_list',
    'ModelPolicy': 'model_policy', 'ModelPricing': 'model_pricing', 'ModelSummary': 'model_summary', 'MonthlyBudget':
    'monthly_budget', 'MonthlyLimit': 'monthly_limit', 'MyUsage': 'my_usage', 'Orchestration': 'orchestration',
    'OrchestrationBatch': 'orchestration_batch', 'OrchestrationCreateRequest': 'orchestration_create_request',
    'OrchestrationCreateRequestParam': 'orchestration_create_request', 'OrchestrationInput': 'orchestration_input',
    'OrchestrationInputParam': 'orchestration_input', 'OrchestrationInputType': 'orchestration_input_type',
    'OrchestrationList': 'orchestration_list', 'OrchestrationProgress': 'orchestration_progress',
    'OrchestrationStatus': 'orchestration_status', 'OrchestrationStatusEvent': 'orchestration_status_event',
    'OutPainting': 'out_painting', 'OutPaintingMode': 'out_painting_mode', 'OutPaintingParam': 'out_painting',
    'PendingTool': 'pending_tool', 'QueuedAgentExecution': 'queued_agent_execution', 'QueuedExecution':
    'queued_execution', 'ResponseFormat': 'response_format', 'ResponseFormatParam': 'response_format', 'S3Location':
    's3_location', 'S3LocationParam': 's3_location', 'S3Source': 's3_source', 'S3SourceParam': 's3_source', 'Session':
    'session', 'SessionCreateRequest': 'session_create_request', 'SessionCreateRequestParam':
    'session_create_request', 'SessionCreated': 'session_created', 'SessionDeleted': 'session_deleted',
    'SessionEvent': 'session_event', 'SessionExtendRequest': 'session_extend_request', 'SessionExtendRequestParam':
    'session_extend_request', 'SessionExtended': 'session_extended', 'SessionList': 'session_list', 'SessionMessage':
    'session_message', 'SessionMessageParam': 'session_message', 'SessionStatus': 'session_status', 'SessionSummary':
    'session_summary', 'SessionTurn': 'session_turn', 'SessionTurnParam': 'session_turn', 'SessionTurnRole':
    'session_turn_role', 'SessionUpdateRequest': 'session_update_request', 'SessionUpdateRequestParam':
    'session_update_request', 'SessionUpdated': 'session_updated', 'Skill': 'skill', 'SkillCollection':
    'skill_collection', 'SkillCollectionImportRequest': 'skill_collection_import_request',
    'SkillCollectionImportRequestParam': 'skill_collection_import_request', 'SkillCollectionImported':
    'skill_collection_imported', 'SkillCollectionList': 'skill_collection_list', 'SkillCollectionSource':
    'skill_collection_source', 'SkillCollectionSourceParam': 'skill_collection_source', 'SkillCollectionSynced':
    'skill_collection_synced', 'SkillCreateRequest': 'skill_create_request', 'SkillCreateRequestParam':
    'skill_create_request', 'SkillDeleted': 'skill_deleted', 'SkillEnvelope': 'skill_envelope', 'SkillFiles':
    'skill_files', 'SkillFilesParam': 'skill_files', 'SkillImportFailure': 'skill_import_failure',
    'SkillImportRequest': 'skill_import_request', 'SkillImportRequestParam': 'skill_import_request',
    'SkillImportSource': 'skill_import_source', 'SkillImportSourceParam': 'skill_import_source',
    'SkillImportSourceType': 'skill_import_source_type', 'SkillList': 'skill_list', 'SkillSource': 'skill_source',
    'SkillSourceParam': 'skill_source', 'SkillSourceType': 'skill_source_type', 'SkillSummary': 'skill_summary',
    'SkillUpdateRequest': 'skill_update_request', 'SkillUpdateRequestParam': 'skill_update_request', 'SlackBot':
    'slack_bot', 'SlackBotCreateRequest': 'slack_bot_create_request', 'SlackBotCreateRequestParam':
    'slack_bot_create_request', 'SlackBotDeleted': 'slack_bot_deleted', 'SlackBotEnvelope': 'slack_bot_envelope',
    'SlackBotList': 'slack_bot_list', 'SlackBotSetupType': 'slack_bot_setup_type', 'SlackBotStatus':
    'slack_bot_status', 'SlackBotSummary': 'slack_bot_summary', 'SlackBotUpdateRequest': 'slack_bot_update_request',
    'SlackBotUpdateRequestParam': 'slack_bot_update_request', 'SlackChannel': 'slack_channel',
    'SlackChannelSearchReply': 'slack_channel_search_reply', 'SlackUser': 'slack_user', 'SlackUserSearchReply':
    'slack_user_search_reply', 'SpendLimits': 'spend_limits', 'SpendLimitsParam': 'spend_limits', 'SpendOverride':
    'spend_override', 'SpendOverrideParam': 'spend_override', 'SpendOverrides': 'spend_overrides',
    'SpendOverridesParam': 'spend_overrides', 'Spent': 'spent', 'SpentAndRequests': 'spent_and_requests',
    'StartEvent': 'start_event', 'StopCondition': 'stop_condition', 'StopConditionParam': 'stop_condition',
    'StopConditionType': 'stop_condition_type', 'StoredDocument': 'stored_document', 'StoredDocumentList':
    'stored_document_list', 'StoredFile': 'stored_file', 'StreamErrorCause': 'stream_error_cause',
    'StreamOrchestration': 'stream_orchestration', 'Task': 'task', 'TaskCreateRequest': 'task_create_request',
    'TaskCreateRequestParam': 'task_create_request', 'TaskCreated': 'task_created', 'TaskDeleted': 'task_deleted',
    'TaskList': 'task_list', 'TaskStatus': 'task_status', 'TaskSummary': 'task_summary', 'TaskUpdateRequest':
    'task_update_request', 'TaskUpdateRequestParam': 'task_update_request', 'TaskUpdated': 'task_updated',
    'TextBlock': 'text_block', 'TextBlockParam': 'text_block', 'TextToImage': 'text_to_image', 'TextToImageParam':
    'text_to_image', 'TokenUsage': 'token_usage', 'ToolCompleteEvent': 'tool_complete_event', 'ToolConfig':
    'tool_config', 'ToolConfigParam': 'tool_config', 'ToolDefinition': 'tool_definition', 'ToolDefinitionParam':
    'tool_definition', 'ToolExecution': 'tool_execution', 'ToolExecutionList': 'tool_execution_list',
    'ToolExecutionStatus': 'tool_execution_status', 'ToolExecutionSummary': 'tool_execution_summary',
    'ToolInputProgressEvent': 'tool_input_progress_event', 'ToolInputSchema': 'tool_input_schema',
    'ToolInputSchemaParam': 'tool_input_schema', 'ToolList': 'tool_list', 'ToolNameList': 'tool_name_list',
    'ToolNames': 'tool_names', 'ToolNamesParam': 'tool_names', 'ToolOrchestration': 'tool_orchestration',
    'ToolOrchestrationStatus': 'tool_orchestration_status', 'ToolOrchestrationTool': 'tool_orchestration_tool',
    'ToolOutput': 'tool_output', 'ToolOutputParam': 'tool_output', 'ToolRequestEvent': 'tool_request_event',
    'ToolResult': 'tool_result', 'ToolResultBlock': 'tool_result_block', 'ToolResultBlockParam': 'tool_result_block',
    'ToolResultContent': 'tool_result_content', 'ToolResultContentParam': 'tool_result_content', 'ToolResultJson':
    'tool_result_json', 'ToolResultJsonParam': 'tool_result_json', 'ToolResultMedia': 'tool_result_media',
    'ToolResultParam': 'tool_result', 'ToolResultText': 'tool_result_text', 'ToolResultTextParam': 'tool_result_text',
    'ToolSpec': 'tool_spec', 'ToolSpecParam': 'tool_spec', 'ToolStartEvent': 'tool_start_event', 'ToolUse':
    'tool_use', 'ToolUseBlock': 'tool_use_block', 'ToolUseBlockParam': 'tool_use_block', 'ToolUseContent':
    'tool_use_content', 'ToolUseContentParam': 'tool_use_content', 'ToolUseList': 'tool_use_list', 'ToolUses':
    'tool_uses', 'UsageDay': 'usage_day', 'UsageGroupBy': 'usage_group_by', 'UsageReport': 'usage_report', 'UsageRow':
    'usage_row', 'UsageTotals': 'usage_totals', 'UserQuota': 'user_quota', 'UserSpend': 'user_spend',
    'VectorCollection': 'vector_collection', 'VectorContainsFilter': 'vector_contains_filter',
    'VectorContainsFilterParam': 'vector_contains_filter', 'VectorDocument': 'vector_document', 'VectorDocumentParam':
    'vector_document', 'VectorFilter': 'vector_filter', 'VectorFilterParam': 'vector_filter', 'VectorHit':
    'vector_hit', 'VectorPagination': 'vector_pagination', 'VectorQueryReply': 'vector_query_reply',
    'VectorQueryRequest': 'vector_query_request', 'VectorQueryRequestParam': 'vector_query_request',
    'VectorSearchMode': 'vector_search_mode', 'VectorSortField': 'vector_sort_field', 'VectorSortOrder':
    'vector_sort_order', 'VideoBlock': 'video_block', 'VideoBlockParam': 'video_block', 'VideoContent':
    'video_content', 'VideoContentParam': 'video_content', 'VideoFormat': 'video_format', 'VirtualTryOn':
    'virtual_try_on', 'VirtualTryOnParam': 'virtual_try_on',
}
# fmt: on


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

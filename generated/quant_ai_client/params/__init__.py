# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the client's methods, each imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agents import AgentsChatParams as AgentsChatParams
    from .agents import AgentsCreateParams as AgentsCreateParams
    from .agents import AgentsListParams as AgentsListParams
    from .agents import AgentsPutOverlayParams as AgentsPutOverlayParams
    from .agents import AgentsUpdateParams as AgentsUpdateParams
    from .ai_search import AiSearchChatParams as AiSearchChatParams
    from .ai_search import AiSearchDeletePagesParams as AiSearchDeletePagesParams
    from .ai_search import AiSearchEnableParams as AiSearchEnableParams
    from .ai_search import AiSearchGetUsageParams as AiSearchGetUsageParams
    from .ai_search import AiSearchIngestPagesParams as AiSearchIngestPagesParams
    from .ai_search import AiSearchListCrawlPagesParams as AiSearchListCrawlPagesParams
    from .ai_search import AiSearchListCrawlsParams as AiSearchListCrawlsParams
    from .ai_search import AiSearchListPagesParams as AiSearchListPagesParams
    from .ai_search import AiSearchListTopQueriesParams as AiSearchListTopQueriesParams
    from .ai_search import AiSearchSearchParams as AiSearchSearchParams
    from .ai_search import AiSearchTriggerCrawlParams as AiSearchTriggerCrawlParams
    from .ai_search import AiSearchUpdateSettingsParams as AiSearchUpdateSettingsParams
    from .chat import ChatSendParams as ChatSendParams
    from .chat import ChatStreamParams as ChatStreamParams
    from .chat import ChatSubmitCallbackParams as ChatSubmitCallbackParams
    from .custom_tools import CustomToolsCreateParams as CustomToolsCreateParams
    from .embeddings import EmbeddingsCreateParams as EmbeddingsCreateParams
    from .files import FilesListParams as FilesListParams
    from .files import FilesUploadParams as FilesUploadParams
    from .filter_policies import FilterPoliciesCreateParams as FilterPoliciesCreateParams
    from .filter_policies import FilterPoliciesUpdateParams as FilterPoliciesUpdateParams
    from .governance import GovernanceUpdateParams as GovernanceUpdateParams
    from .images import ImagesGenerateParams as ImagesGenerateParams
    from .models import ModelsListParams as ModelsListParams
    from .orchestrations import OrchestrationsCreateParams as OrchestrationsCreateParams
    from .orchestrations import OrchestrationsListBatchesParams as OrchestrationsListBatchesParams
    from .orchestrations import OrchestrationsListParams as OrchestrationsListParams
    from .sessions import SessionsCreateParams as SessionsCreateParams
    from .sessions import SessionsExtendParams as SessionsExtendParams
    from .sessions import SessionsListParams as SessionsListParams
    from .sessions import SessionsUpdateParams as SessionsUpdateParams
    from .skills import SkillsCreateParams as SkillsCreateParams
    from .skills import SkillsImportCollectionParams as SkillsImportCollectionParams
    from .skills import SkillsImportParams as SkillsImportParams
    from .skills import SkillsListParams as SkillsListParams
    from .skills import SkillsUpdateParams as SkillsUpdateParams
    from .slack_bots import SlackBotsCreateParams as SlackBotsCreateParams
    from .slack_bots import SlackBotsSearchChannelsParams as SlackBotsSearchChannelsParams
    from .slack_bots import SlackBotsSearchUsersParams as SlackBotsSearchUsersParams
    from .slack_bots import SlackBotsUpdateParams as SlackBotsUpdateParams
    from .tasks import TasksCreateParams as TasksCreateParams
    from .tasks import TasksDeleteParams as TasksDeleteParams
    from .tasks import TasksListParams as TasksListParams
    from .tasks import TasksUpdateParams as TasksUpdateParams
    from .tools import ToolsListExecutionsParams as ToolsListExecutionsParams
    from .usage import UsageGetParams as UsageGetParams
    from .vector_db import VectorDbCreateCollectionParams as VectorDbCreateCollectionParams
    from .vector_db import VectorDbDeleteDocumentsParams as VectorDbDeleteDocumentsParams
    from .vector_db import VectorDbListDocumentsParams as VectorDbListDocumentsParams
    from .vector_db import VectorDbQueryParams as VectorDbQueryParams
    from .vector_db import VectorDbUploadDocumentsParams as VectorDbUploadDocumentsParams

# fmt: off
__all__ = [
    'AgentsChatParams', 'AgentsCreateParams', 'AgentsListParams', 'AgentsPutOverlayParams', 'AgentsUpdateParams',
    'AiSearchChatParams', 'AiSearchDeletePagesParams', 'AiSearchEnableParams', 'AiSearchGetUsageParams',
    'AiSearchIngestPagesParams', 'AiSearchListCrawlPagesParams', 'AiSearchListCrawlsParams',
    'AiSearchListPagesParams', 'AiSearchListTopQueriesParams', 'AiSearchSearchParams', 'AiSearchTriggerCrawlParams',
    'AiSearchUpdateSettingsParams', 'ChatSendParams', 'ChatStreamParams', 'ChatSubmitCallbackParams',
    'CustomToolsCreateParams', 'EmbeddingsCreateParams', 'FilesListParams', 'FilesUploadParams',
    'FilterPoliciesCreateParams', 'FilterPoliciesUpdateParams', 'GovernanceUpdateParams', 'ImagesGenerateParams',
    'ModelsListParams', 'OrchestrationsCreateParams', 'OrchestrationsListBatchesParams', 'OrchestrationsListParams',
    'SessionsCreateParams', 'SessionsExtendParams', 'SessionsListParams', 'SessionsUpdateParams',
    'SkillsCreateParams', 'SkillsImportCollectionParams', 'SkillsImportParams', 'SkillsListParams',
    'SkillsUpdateParams', 'SlackBotsCreateParams', 'SlackBotsSearchChannelsParams', 'SlackBotsSearchUsersParams',
    'SlackBotsUpdateParams', 'TasksCreateParams', 'TasksDeleteParams', 'TasksListParams', 'TasksUpdateParams',
    'ToolsListExecutionsParams', 'UsageGetParams', 'VectorDbCreateCollectionParams', 'VectorDbDeleteDocumentsParams',
    'VectorDbListDocumentsParams', 'VectorDbQueryParams', 'VectorDbUploadDocumentsParams',
]
_MODULES: dict[str, str] = {
    'AgentsChatParams': 'agents', 'AgentsCreateParams': 'agents', 'AgentsListParams': 'agents',
    'AgentsPutOverlayParams': 'agents', 'AgentsUpdateParams': 'agents', 'AiSearchChatParams': 'ai_search',
    'AiSearchDeletePagesParams': 'ai_search', 'AiSearchEnableParams': 'ai_search', 'AiSearchGetUsageParams':
    'ai_search', 'AiSearchIngestPagesParams': 'ai_search', 'AiSearchListCrawlPagesParams': 'ai_search',
    'AiSearchListCrawlsParams': 'ai_search', 'AiSearchListPagesParams': 'ai_search', 'AiSearchListTopQueriesParams':
    'ai_search', 'AiSearchSearchParams': 'ai_search', 'AiSearchTriggerCrawlParams': 'ai_search',
    'AiSearchUpdateSettingsParams': 'ai_search', 'ChatSendParams': 'chat', 'ChatStreamParams': 'chat',
    'ChatSubmitCallbackParams': 'chat', 'CustomToolsCreateParams': 'custom_tools', 'EmbeddingsCreateParams':
    'embeddings', 'FilesListParams': 'files', 'FilesUploadParams': 'files', 'FilterPoliciesCreateParams':
    'filter_policies', 'FilterPoliciesUpdateParams': 'filter_policies', 'GovernanceUpdateParams': 'governance',
    'ImagesGenerateParams': 'images', 'ModelsListParams': 'models', 'OrchestrationsCreateParams': 'orchestrations',
    'OrchestrationsListBatchesParams': 'orchestrations', 'OrchestrationsListParams': 'orchestrations',
    'SessionsCreateParams': 'sessions', 'SessionsExtendParams': 'sessions', 'SessionsListParams': 'sessions',
    'SessionsUpdateParams': 'sessions', 'SkillsCreateParams': 'skills', 'SkillsImportCollectionParams': 'skills',
    'SkillsImportParams': 'skills', 'SkillsListParams': 'skills', 'SkillsUpdateParams': 'skills',
    'SlackBotsCreateParams': 'slack_bots', 'SlackBotsSearchChannelsParams': 'slack_bots',
    'SlackBotsSearchUsersParams': 'slack_bots', 'SlackBotsUpdateParams': 'slack_bots', 'TasksCreateParams': 'tasks',
    'TasksDeleteParams': 'tasks', 'TasksListParams': 'tasks', 'TasksUpdateParams': 'tasks',
    'ToolsListExecutionsParams': 'tools', 'UsageGetParams': 'usage', 'VectorDbCreateCollectionParams': 'vector_db',
    'VectorDbDeleteDocumentsParams': 'vector_db', 'VectorDbListDocumentsParams': 'vector_db', 'VectorDbQueryParams':
    'vector_db', 'VectorDbUploadDocumentsParams': 'vector_db',
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

import type { ServiceWording } from './wording.js';

/** Language models, agents, speech, vision, documents, predictions. */
export const INTELLIGENCE_WORDING: readonly ServiceWording[] = [
  {
    service: 'bedrock',
    called:
      'amazon bedrock; foundation models; llms; generative ai; genai; large language models; claude, nova, llama and titan models; guardrails; fine tuning; model access; inference profiles; provisioned throughput',
    operations: {
      ListFoundationModels:
        'llms available; which claude, nova or llama models can we use; models of anthropic; embedding models; image models; legacy and end of life models; models supporting streaming or fine tuning; on demand models; which llms can we call; available ai models; which anthropic models are in a region; models by provider; which models are deprecated; text to image models; which llms are available; foundation models we can use; llms enabled for us; bedrock models',
      GetFoundationModel:
        'modalities and lifecycle of one model; is a model legacy; input and output types of a model; details of a foundation model; model lifecycle',
      GetFoundationModelAvailability:
        'do we have access to a model; is model access granted; is a model authorized in this region; is a model enabled for us; llms enabled; model access granted',
      ListFoundationModelAgreementOffers: 'license offers of a third party model',
      GetUseCaseForModelAccess: 'use case form submitted for model access',
      ListInferenceProfiles:
        'cross region inference profiles; application inference profiles; global and us or eu profiles; inference profiles we can use; application inference profiles for cost tracking',
      GetInferenceProfile:
        'which models and regions an inference profile routes to; which regions does the profile route to',
      ListGuardrails:
        'guardrails of generative ai; content filters for prompts; safety filters; draft guardrails; do we have guardrails on ai; ai safety rules; which guardrails exist; guardrails for genai; bedrock guardrails; llm guardrails',
      GetGuardrail:
        'blocked topics and words; pii filters and thresholds of a guardrail; prompt attack filter; contextual grounding; blocked messages; what does this guardrail block; guardrail configuration',
      ListEnforcedGuardrailsConfiguration: 'guardrails enforced for the whole account',
      GetModelInvocationLoggingConfiguration:
        'are prompts logged; model invocation logging; where are llm calls logged; prompt and response logging on; are ai calls audited; is bedrock logging on; are prompts logged in bedrock; where do bedrock logs go',
      ListProvisionedModelThroughputs:
        'provisioned throughput; reserved model units; dedicated model capacity; commitments of models; are we paying for reserved model capacity; expensive model capacity; reserved model capacity and commitment term',
      GetProvisionedModelThroughput:
        'model units and commitment end of one provisioned model; commitment term of reserved model capacity',
      ListCustomModels:
        'fine tuned models; our own models; custom models; distilled models; have we trained own models; tuned models',
      GetCustomModel: 'training data and metrics of a custom model; base model of a fine tuned model',
      ListCustomModelDeployments: 'on demand deployments of custom models; which tuned models are deployed',
      ListModelCustomizationJobs:
        'fine tuning jobs; training runs of models; failed fine tuning; distillation jobs; fine tuning jobs that failed; model training in bedrock',
      GetModelCustomizationJob: 'status and hyperparameters of one fine tuning job; why did fine tuning fail',
      ListImportedModels:
        'imported models; models brought from hugging face; open source models imported; own weights brought in',
      ListModelImportJobs: 'model imports; failed model import; imports of model weights in progress',
      ListModelInvocationJobs:
        'batch inference jobs; bulk prompts; failed batch inference; running batch inference; bulk llm jobs; how many batch prompts are running; batch prompts that failed; batch inference jobs running',
      GetModelInvocationJob: 'input, output and status of one batch inference; progress of a batch inference',
      ListEvaluationJobs:
        'model evaluations; llm as a judge jobs; human evaluations; rag evaluations; which models did we evaluate; evaluation results',
      GetEvaluationJob: 'metrics and result location of one model evaluation',
      ListModelCopyJobs:
        'copies of custom models between regions; model copies in progress or failed; models shared from another account',
      ListMarketplaceModelEndpoints:
        'marketplace model endpoints; models hosted on dedicated instances; endpoints of marketplace models in use',
      ListPromptRouters: 'prompt routers; intelligent routing between models; which prompt routers exist',
      ListAutomatedReasoningPolicies: 'automated reasoning policies; formal checks of answers',
      GetAutomatedReasoningPolicy: 'rules of an automated reasoning policy',
      ListAutomatedReasoningPolicyTestCases: 'tests of an automated reasoning policy',
    },
  },
  {
    service: 'bedrock-runtime',
    called: 'model invocations; asynchronous model calls; video generation calls',
    operations: {
      ListAsyncInvokes:
        'asynchronous model invocations; video generation jobs; failed async model calls; video generation requests running; async model calls',
      GetAsyncInvoke: 'status and output of one asynchronous model call',
    },
  },
  {
    service: 'bedrock-agent',
    called:
      'bedrock agents; knowledge bases; rag; retrieval augmented generation; ai agents; action groups; prompt flows; prompt management',
    operations: {
      ListAgents:
        'ai agents; bedrock agents; agents not prepared; assistants we built; how many agents; which ai agents do we have; list of assistants; agents by status; bedrock agents we have',
      GetAgent:
        'instructions of an agent; model behind an agent; role and guardrail of an agent; idle session timeout; failure reasons of an agent; is memory on; collaboration mode; which model does the agent use; agent instructions',
      ListAgentAliases: 'aliases of an agent; deployed agent versions; agent aliases',
      GetAgentAlias:
        'which version an agent alias routes to; version the agent alias points at; routing of an agent alias',
      ListAgentVersions: 'versions of an agent',
      ListAgentActionGroups:
        'tools of an agent; action groups; what can an agent do; lambda functions an agent calls; which tools does the agent have',
      GetAgentActionGroup: 'schema and lambda of an action group; lambda behind an action group',
      ListAgentKnowledgeBases: 'knowledge bases connected to an agent; which knowledge base does the agent use',
      ListAgentCollaborators: 'sub agents of a supervisor; multi agent collaboration',
      ListKnowledgeBases:
        'knowledge bases; rag stores; document bases for llms; failed knowledge bases; which rag systems do we have; knowledge bases that failed; bedrock knowledge bases',
      GetKnowledgeBase:
        'vector store of a knowledge base; embedding model; storage of vectors; is it opensearch, aurora or s3 vectors; which vector store backs the knowledge base; embedding model used',
      ListDataSources:
        'data sources of a knowledge base; s3, confluence, sharepoint or web sources; what feeds a knowledge base; data sources of the knowledge base',
      GetDataSource:
        'chunking and deletion policy of a data source; parsing strategy; bucket of a knowledge base; how are documents chunked; source bucket of a knowledge base',
      ListIngestionJobs:
        'syncs of a knowledge base; failed ingestion; when was a knowledge base last synced; documents indexed; did the knowledge base sync work; last sync of documents; knowledge base sync failures; knowledge base sync failed; knowledge base sync status; ingestion failures; failed document syncs',
      GetIngestionJob: 'documents failed in one sync; statistics of an ingestion',
      ListKnowledgeBaseDocuments:
        'documents in a knowledge base; documents that failed to index; documents in the knowledge base',
      ListFlows: 'prompt flows; generative ai workflows; flows not prepared; which prompt workflows exist',
      GetFlow: 'nodes and connections of a prompt flow; validation errors of a flow',
      ListFlowAliases: 'aliases of a prompt flow',
      ListPrompts: 'saved prompts; prompt library; prompt templates; which prompts are managed',
      GetPrompt: 'text, variants and model of a saved prompt',
    },
  },
  {
    service: 'bedrock-agent-runtime',
    called: 'agent sessions; flow executions; agent memory',
    operations: {
      ListSessions: 'agent sessions; active or expired sessions with agents; open agent conversations',
      ListFlowExecutions:
        'asynchronous flow runs; failed flow executions; flow runs that failed in bedrock; bedrock flow executions',
      GetFlowExecution: 'status and error of one flow run',
      ListFlowExecutionEvents: 'inputs and outputs of flow nodes in a run',
      GetAgentMemory: 'what an agent remembers of a user',
      ListInvocations: 'invocations in an agent session',
      GetSession: 'one agent session; encryption of a session',
    },
  },
  {
    service: 'bedrock-agentcore-control',
    called:
      'agentcore; agentcore runtime; hosted agents; agentcore gateway; mcp gateway; agentcore memory; agentcore identity; agent hosting',
    operations: {
      ListAgentRuntimes:
        'hosted agents; agent runtimes; agents deployed on agentcore; failed agent runtimes; which agents are deployed; which agents run on agentcore; deployed agents and their version; agentcore runtimes',
      GetAgentRuntime:
        'container image and role of an agent runtime; protocol mcp, a2a or http; authorizer of an agent; network mode of a runtime; lifecycle timeout; network mode of an agent runtime; image of a hosted agent',
      ListAgentRuntimeEndpoints: 'endpoints of an agent runtime; which version is live; endpoints of a hosted agent',
      GetAgentRuntimeEndpoint: 'live and target version of an agent endpoint',
      ListAgentRuntimeVersions: 'versions of a hosted agent',
      ListGateways: 'mcp gateways; agent gateways; tool gateways; which mcp servers do we expose; gateways for tools',
      GetGateway:
        'url and authorizer of a gateway; protocol of a gateway; inbound auth of an mcp gateway; how is the mcp gateway authenticated',
      ListGatewayTargets:
        'tools behind a gateway; mcp servers, lambdas and openapi targets of a gateway; failed gateway targets; tools of the mcp gateway; targets of a gateway',
      GetGatewayTarget: 'schema and credentials type of one gateway target; when was a target last synchronized',
      ListMemories: 'agent memories; memory stores; failed memories; which agents have memory; agentcore memories',
      GetMemory:
        'strategies and event expiry of a memory; encryption of agent memory; how long does agent memory keep events; agent memory retention',
      ListBrowsers: 'browser tools for agents; custom browsers; headless browsers agents can use',
      ListCodeInterpreters: 'code interpreters for agents; sandboxes with public network; where can agents run code',
      ListWorkloadIdentities: 'identities of agents; workload identities; which agent identities exist',
      ListOauth2CredentialProviders:
        'oauth providers agents use; outbound logins of agents; which outside services can agents log in to',
      ListApiKeyCredentialProviders: 'api key providers agents use',
      GetTokenVault: 'encryption key of the agent token vault',
      ListEvaluators: 'evaluators of agents; built-in and custom evaluators; how are agents judged',
      ListOnlineEvaluationConfigs:
        'online evaluation of agents; sampling of agent traces for quality; which agents are evaluated continuously',
      GetOnlineEvaluationConfig: 'evaluators and sampling rate of an online evaluation',
      ListPolicyEngines: 'policy engines for agents; cedar rules for tools; what limits agent tools',
      ListPolicies: 'policies in an agent policy engine; which tool calls are allowed',
      ListRegistries: 'agent registries; catalogs of agents and tools',
      ListRegistryRecords: 'agents, tools and mcp servers in a registry',
      ListHarnesses: 'agent harnesses; managed agent loops',
      ListPaymentManagers: 'payment managers of agents',
      ListConfigurationBundles: 'configuration bundles of agents',
      GetResourcePolicy: 'who may invoke an agent runtime or gateway',
    },
  },
  {
    service: 'bedrock-agentcore',
    called: 'agentcore data; agent memory records; agent events; browser and code sessions',
    operations: {
      ListSessions: 'conversations stored in agent memory; sessions of an actor',
      ListActors: 'users stored in an agent memory; actors',
      ListEvents: 'conversation events of a memory session',
      ListMemoryRecords: 'long term memories; facts an agent remembered',
      ListBrowserSessions: 'browser sessions of agents; active browser sessions',
      ListCodeInterpreterSessions: 'code interpreter sessions; running code sandboxes',
      ListMemoryExtractionJobs: 'failed memory extraction',
      ListBatchEvaluations: 'batch evaluations of agents',
      ListABTests: 'ab tests of agents',
    },
  },
  {
    service: 'bedrock-data-automation',
    called: 'bedrock data automation; bda; document, image, audio and video extraction; blueprints',
    operations: {
      ListDataAutomationProjects:
        'document extraction projects; data automation projects; which document processing projects exist; bda projects',
      GetDataAutomationProject: 'standard and custom output of a data automation project',
      ListBlueprints:
        'extraction blueprints; document blueprints; templates for extracting fields from documents; custom blueprints; document extraction templates; extraction blueprints we have',
      GetBlueprint: 'schema of a blueprint',
      ListDataAutomationLibraries: 'data automation libraries; vocabularies for data automation',
    },
  },
  {
    service: 'bedrock-data-automation-runtime',
    called: 'data automation runs',
    operations: {
      GetDataAutomationStatus: 'status of one document extraction',
    },
  },
  {
    service: 'nova-act',
    called: 'nova act; browser automation agents; ui automation',
    operations: {
      ListWorkflowDefinitions: 'browser automation workflows; which browser agents are defined; nova act workflows',
      ListWorkflowRuns: 'browser automation runs; failed nova act runs; did the browser automation fail',
      ListModels: 'nova act models',
    },
  },
  {
    service: 'lexv2-models',
    called: 'amazon lex; lex v2; chatbots; voice bots; conversational bots; intents; slots; utterances',
    operations: {
      ListBots:
        'chatbots; voice bots; bots in error; bot networks; lex bots; which chatbots do we have; bots by status; when was a bot last changed; chatbots in production; lex bots we have',
      DescribeBot:
        'role and session timeout of a chatbot; child directed; status of one bot; failure reasons of a bot; settings of a chatbot',
      ListBotAliases: 'aliases of a bot; live bot alias; aliases of a chatbot',
      DescribeBotAlias:
        'conversation logs of a bot; are chats logged; lambda hooks of a bot alias; sentiment analysis on; are chatbot conversations logged',
      ListBotVersions: 'versions of a bot',
      ListBotLocales: 'languages of a bot; locales not built; languages a chatbot speaks',
      DescribeBotLocale: 'confidence threshold and voice of a bot language; why did a bot build fail',
      ListIntents: 'intents of a bot; what can people ask the bot; intents of a chatbot',
      DescribeIntent: 'sample utterances of an intent; fulfillment of an intent',
      ListSlots: 'slots of an intent',
      ListSlotTypes: 'slot types; custom values of a bot',
      ListAggregatedUtterances:
        'phrases the bot missed; most used utterances; missed utterances; what did users say that the bot did not understand',
      ListIntentMetrics: 'intent success and failure numbers; which intents fail',
      ListSessionMetrics: 'chat session counts and duration',
      ListSessionAnalyticsData: 'conversations with the bot; failed bot conversations',
      ListTestExecutions: 'bot tests run; test results of bots; bot accuracy tests',
      ListTestSets: 'bot test sets',
      ListExports: 'bot exports; exported bot definitions',
      ListImports: 'bot imports; failed bot import; imported bot definitions',
      ListBotReplicas: 'bot replicas in other regions',
      DescribeResourcePolicy: 'who may use a bot',
    },
  },
  {
    service: 'lex-models',
    called: 'lex v1; old chatbots',
    operations: {
      GetBots: 'old lex bots; v1 chatbots',
      GetIntents: 'intents of lex v1',
      GetSlotTypes: 'slot types of lex v1',
      GetBotAliases: 'aliases of a v1 bot',
      GetMigrations: 'migrations from lex v1 to v2',
    },
  },
  {
    service: 'polly',
    called: 'text to speech; voices; speech synthesis; spoken audio',
    operations: {
      DescribeVoices:
        'voices by language; neural, generative and long form voices; female and male voices; which languages can be spoken; which voices exist for german; languages of text to speech; engine of a voice',
      ListLexicons: 'pronunciation lexicons; pronunciation dictionaries; custom pronunciations',
      GetLexicon: 'content of a pronunciation lexicon',
      ListSpeechSynthesisTasks:
        'speech synthesis jobs; failed text to speech; audio files produced; text to speech tasks; speech tasks that failed',
      GetSpeechSynthesisTask: 'status and output of one speech synthesis',
    },
  },
  {
    service: 'rekognition',
    called: 'image recognition; face recognition; video analysis; computer vision; content moderation; custom labels',
    operations: {
      ListCollections: 'face collections; faces databases; which face collections; do we store faces; face databases',
      DescribeCollection:
        'how many faces in a collection; face model version; when was a face collection created; how many faces do we store; number of faces in a collection',
      ListFaces: 'faces in a collection; indexed faces; faces stored',
      ListUsers: 'users in a face collection',
      DescribeProjects: 'custom label projects; image models; moderation adapters; which custom label projects exist',
      DescribeProjectVersions:
        'trained image models; running image models; models that cost money while running; training failed; f1 score of an image model; which image models are running now; model training status of images; image models running and billing; custom label models running',
      ListStreamProcessors:
        'video stream processors; live video analysis; stopped or failed stream processors; cameras analyzed live; which video streams are watched',
      DescribeStreamProcessor: 'input, role and settings of one stream processor',
      ListMediaAnalysisJobs: 'bulk image moderation jobs; failed image analysis; batch jobs over images',
      DescribeDataset: 'images and labels in a training dataset',
      ListProjectPolicies: 'accounts an image model is shared with',
    },
  },
  {
    service: 'transcribe',
    called: 'speech to text; transcription; transcripts; call analytics; subtitles; medical transcription',
    operations: {
      ListTranscriptionJobs:
        'transcription jobs; failed transcripts; running speech to text; transcripts in progress; which recordings were transcribed; transcription failures; audio files being processed; speech to text jobs by status; failed transcription jobs; transcription jobs in progress',
      GetTranscriptionJob:
        'language, duration and output of one transcript; why did a transcription fail; why did the transcription fail',
      ListVocabularies: 'custom vocabularies; failed vocabularies; own word lists for speech; vocabularies not ready',
      GetVocabulary: 'state of one custom vocabulary',
      ListVocabularyFilters: 'profanity filters; words masked in transcripts; swear words filtered; word mask lists',
      ListLanguageModels:
        'custom speech models; speech models that failed to train; outdated speech models; custom language models for speech',
      DescribeLanguageModel: 'base model and status of one speech model',
      ListCallAnalyticsJobs: 'call analytics jobs; analyzed calls; customer calls analyzed; failed call analytics',
      ListCallAnalyticsCategories: 'call categories; rules for calls; how are calls categorized',
      ListMedicalTranscriptionJobs:
        'medical transcripts; dictation jobs; doctors dictation transcribed; failed medical transcription',
      ListMedicalScribeJobs: 'clinical notes jobs; healthscribe jobs; visit notes generated from conversations',
      ListMedicalVocabularies: 'medical vocabularies; clinical word lists',
    },
  },
  {
    service: 'translate',
    called: 'machine translation; language translation; custom terminology; translated documents',
    operations: {
      ListTextTranslationJobs:
        'translation jobs; failed translations; batch translation; documents translated; which documents are being translated; translation job errors',
      DescribeTextTranslationJob: 'document counts and languages of one translation job; status of a translation job',
      ListTerminologies: 'custom terminologies; glossaries; brand terms; translation glossaries',
      ListParallelData: 'parallel data; translation examples; example translations to adapt style',
      ListLanguages: 'languages that can be translated; supported languages of translation',
    },
  },
  {
    service: 'comprehend',
    called:
      'natural language processing; nlp; sentiment; entity detection; document classification; pii detection in text; topic modeling',
    operations: {
      ListEndpoints:
        'real time nlp endpoints; comprehend endpoints that cost money; inference units; which nlp endpoints run; idle comprehend endpoints; comprehend endpoints still running',
      DescribeEndpoint: 'capacity and model of one nlp endpoint',
      ListDocumentClassifiers:
        'text classifiers; classifiers in error; trained document classifiers; custom classifiers we trained',
      DescribeDocumentClassifier: 'accuracy of a classifier; training data of a classifier',
      ListEntityRecognizers:
        'custom entity recognizers; failed recognizers; own entity models; entity models in training',
      DescribeEntityRecognizer: 'metrics of an entity recognizer',
      ListSentimentDetectionJobs:
        'sentiment analysis jobs; batch mood analysis of texts; failed sentiment jobs; customer feedback analyzed',
      ListEntitiesDetectionJobs: 'entity extraction jobs; batch jobs finding names and places; failed entity jobs',
      ListPiiEntitiesDetectionJobs:
        'pii detection and redaction jobs on text; redaction of personal data in documents; batch jobs finding personal information in text',
      ListTopicsDetectionJobs: 'topic modeling jobs; batch jobs finding themes in documents',
      ListKeyPhrasesDetectionJobs: 'key phrase jobs; batch jobs extracting phrases',
      ListDominantLanguageDetectionJobs: 'language detection jobs; batch jobs telling the language of texts',
      ListDocumentClassificationJobs:
        'document classification jobs; failed classification; batch jobs sorting documents',
      ListTargetedSentimentDetectionJobs: 'targeted sentiment jobs',
      ListFlywheels: 'flywheels; continuous model training for text; which text models retrain continuously',
      ListFlywheelIterationHistory: 'iterations of a flywheel; did retraining improve',
      ListDatasets: 'text training datasets; labeled text data',
    },
  },
  {
    service: 'comprehendmedical',
    called: 'medical nlp; clinical text; icd-10; rxnorm; phi detection',
    operations: {
      ListEntitiesDetectionV2Jobs:
        'medical entity jobs; clinical text jobs; batch analysis of doctors notes; failed clinical text analysis',
      ListPHIDetectionJobs: 'protected health information detection jobs; batch jobs finding patient identifiers',
      ListICD10CMInferenceJobs: 'icd-10 coding jobs; diagnosis coding jobs',
      ListRxNormInferenceJobs: 'medication coding jobs; drug name coding jobs',
      ListSNOMEDCTInferenceJobs: 'snomed coding jobs',
    },
  },
  {
    service: 'textract',
    called: 'document text extraction; ocr; forms and tables; invoices and receipts; scanned documents',
    operations: {
      ListAdapters: 'ocr adapters; custom query adapters; tuned document readers; own ocr adapters',
      ListAdapterVersions: 'adapter versions; failed adapter training',
      GetAdapter: 'features of one ocr adapter; auto update of an adapter',
      GetDocumentAnalysis: 'forms and tables found in a document job',
      GetDocumentTextDetection: 'text found by an ocr job',
      GetExpenseAnalysis: 'fields of invoices and receipts of a job',
      GetLendingAnalysis: 'mortgage documents analyzed',
    },
  },
  {
    service: 'personalize',
    called:
      'recommendations engine; product recommendations; recommenders; personalization; recommendation recipes; recommendation campaigns',
    operations: {
      ListDatasetGroups:
        'recommendation dataset groups; personalization projects; what do we recommend; data groups for recommenders',
      ListRecommenders: 'recommenders; running recommenders; failed recommenders; recommenders we have',
      DescribeRecommender: 'minimum requests per second of a recommender; metrics of a recommender',
      ListCampaigns:
        'deployed recommendation models; personalization campaigns; failed campaigns; which recommendation endpoints are live and cost money',
      DescribeCampaign: 'provisioned throughput of a campaign; solution version of a campaign',
      ListSolutions:
        'trained recommendation solutions; models for recommendations; which recommendation models did we train',
      DescribeSolution: 'recipe and automatic training of a solution',
      ListSolutionVersions: 'model versions for recommendations; failed training',
      GetSolutionMetrics: 'accuracy of a recommendation model',
      ListDatasets: 'interactions, users and items datasets; what data feeds recommendations',
      ListDatasetImportJobs:
        'data imports for recommendations; failed imports of interactions; did the interactions import fail',
      ListEventTrackers: 'event trackers of user interactions; how are clicks recorded live',
      ListBatchInferenceJobs:
        'batch recommendations jobs; bulk recommendations in progress or failed; bulk recommendation jobs',
      ListBatchSegmentJobs: 'user segment jobs',
      ListFilters: 'recommendation filters; rules that exclude items from recommendations',
      ListRecipes: 'recommendation algorithms available; which algorithms does personalize offer',
      ListSchemas: 'schemas of recommendation datasets',
    },
  },
  {
    service: 'forecast',
    called: 'amazon forecast; time series forecasting; demand prediction; predictors',
    operations: {
      ListPredictors: 'forecasting models; trained predictors; failed predictors; which forecast models did we train',
      DescribeAutoPredictor: 'settings of an auto predictor; forecast horizon',
      GetAccuracyMetrics: 'accuracy of a predictor; wape and rmse of a forecast model',
      ListForecasts: 'demand forecasts generated; failed forecasts; which demand predictions exist',
      ListDatasetGroups: 'forecasting dataset groups; groups of time series data',
      ListDatasets: 'time series datasets',
      ListDatasetImportJobs: 'time series imports; failed time series import; did the time series load fail',
      ListForecastExportJobs: 'forecast exports',
      ListMonitors: 'predictor monitors; drift of forecasting models',
      ListWhatIfAnalyses: 'what-if analyses of demand',
    },
  },
  {
    service: 'kendra',
    called: 'enterprise search; intelligent search; search index; document search',
    operations: {
      ListIndices:
        'enterprise search indexes; kendra indexes; failed search index; edition of search indexes; which search indexes do we pay for; enterprise search instances',
      DescribeIndex:
        'documents in a search index; capacity units; who can search; encryption of a search index; index statistics; how many documents are in the search index; index size of enterprise search',
      ListDataSources:
        'connectors of a search index; sharepoint, s3 and confluence sources; failed search connectors; sources of the search index',
      DescribeDataSource: 'sync schedule of a search connector; why does a connector fail',
      ListDataSourceSyncJobs:
        'syncs of a search connector; failed sync; documents added or failed; did the search index sync fail',
      ListFaqs: 'faqs in a search index',
      ListExperiences: 'search pages; hosted search applications',
      ListThesauri: 'synonyms of a search index',
      ListFeaturedResultsSets: 'featured search results',
      GetSnapshots: 'search analytics; top queries; queries without click',
      ListAccessControlConfigurations: 'access control of search documents',
      ListQuerySuggestionsBlockLists: 'blocked query suggestions',
    },
  },
  {
    service: 'kendra-ranking',
    called: 'search result reranking',
    operations: {
      ListRescoreExecutionPlans: 'rescore plans; ranking capacity',
    },
  },
  {
    service: 'qbusiness',
    called: 'q business; amazon q; enterprise assistant; company chatbot; generative ai assistant for employees',
    operations: {
      ListApplications:
        'q business applications; company assistants; do we use amazon q business; which internal assistants exist; assistants by status',
      GetApplication:
        'identity and encryption of a company assistant; are attachments on; q apps enabled; auto subscription',
      ListIndices: 'document indexes of an assistant',
      GetIndex:
        'capacity and document count of an assistant index; how many documents are in the q business index; capacity of the q business index',
      ListDataSources: 'sources of an assistant; connectors of q business; failed connectors; q business connectors',
      GetDataSource: 'sync schedule and error of an assistant source',
      ListDataSourceSyncJobs: 'syncs of an assistant source; failed sync of q business; did the q business sync fail',
      ListDocuments: 'documents indexed by an assistant; documents that failed',
      ListPlugins: 'plugins of an assistant; jira or salesforce plugins; custom plugins',
      ListRetrievers: 'retrievers of an assistant',
      ListWebExperiences: 'web addresses of an assistant; chat web pages',
      ListSubscriptions: 'who has a q subscription; lite and pro users; q business users; how many q subscriptions',
      ListConversations: 'conversations of a user with the assistant',
      ListMessages: 'messages in an assistant conversation',
      ListGroups: 'groups known to an assistant',
      GetChatControlsConfiguration:
        'blocked topics and words of an assistant; may it answer from general knowledge; guardrails of q business; topics the company assistant must not talk about; blocked words of the assistant',
      ListDataAccessors: 'third parties allowed to read the assistant index',
    },
  },
  {
    service: 'qapps',
    called: 'q apps; small ai apps; prompt apps of employees',
    operations: {
      ListQApps: 'q apps in an assistant; q apps built by employees; amazon q apps',
      ListLibraryItems: 'q apps published in the library; most used q apps',
      DescribeQAppPermissions: 'who can use a q app',
      ListCategories: 'categories of q apps',
    },
  },
  {
    service: 'frauddetector',
    called: 'fraud detector; fraud prediction; fraud rules',
    operations: {
      GetDetectors: 'fraud detectors; which fraud checks do we run; fraud detection setups',
      DescribeDetector: 'versions of a fraud detector',
      GetDetectorVersion: 'rules and models in a fraud detector version',
      GetModels: 'fraud models; which fraud models did we train; ml models for fraud',
      DescribeModelVersions: 'fraud model versions; performance of a fraud model; training failed',
      GetRules: 'fraud rules of a detector',
      GetEventTypes:
        'event types for fraud; are events stored for training; which transactions or sign-ups are checked for fraud',
      GetOutcomes: 'outcomes of fraud rules; what happens on suspected fraud; approve, review and block outcomes',
      GetVariables: 'variables of fraud events; inputs of fraud checks such as email and ip',
      GetLabels: 'fraud and legitimate labels',
      GetEntityTypes: 'entity types for fraud such as customer or merchant',
      GetBatchPredictionJobs: 'batch fraud predictions; failed fraud batches; bulk fraud scoring',
      ListEventPredictions: 'past fraud predictions',
      GetListsMetadata:
        'allow and deny lists for fraud; blocked emails or ips for fraud; blocked email addresses for fraud checks; fraud block list',
    },
  },
  {
    service: 'lookoutequipment',
    called: 'lookout for equipment; predictive maintenance; sensor anomalies; machine failure detection',
    operations: {
      ListModels:
        'equipment models; trained maintenance models; which machines are watched for failure; active maintenance models',
      ListDatasets: 'sensor datasets',
      ListInferenceSchedulers: 'running equipment inference; stopped schedulers; is equipment monitoring running',
      ListInferenceEvents:
        'abnormal equipment behavior detected; did a pump behave abnormally; abnormal machine behavior',
      ListDataIngestionJobs: 'sensor data ingestion; failed ingestion of sensor data',
    },
  },
  {
    service: 'machinelearning',
    called: 'amazon machine learning; old ml service',
    operations: {
      DescribeMLModels: 'old amazon ml models',
      DescribeDataSources: 'old amazon ml data sources',
      DescribeBatchPredictions: 'old amazon ml batch predictions',
      DescribeEvaluations: 'old amazon ml evaluations',
    },
  },
  {
    service: 'panorama',
    called: 'aws panorama; computer vision at the edge; smart cameras; panorama appliance',
    operations: {
      ListDevices:
        'panorama appliances; camera appliances; offline appliances; edge vision boxes; panorama devices and their state',
      ListApplicationInstances: 'vision apps on appliances; failed camera apps; camera applications deployed',
      ListPackages: 'panorama packages',
      ListNodes: 'cameras and nodes of panorama',
    },
  },
  {
    service: 'elementalinference',
    called: 'elemental inference; ai on live video',
    operations: {
      ListFeeds: 'live video inference feeds',
    },
  },
];

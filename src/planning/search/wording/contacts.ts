import type { ServiceWording } from './wording.js';

/** Contact centres, e-mail, text messages, calls, customer profiles. */
export const CONTACTS_WORDING: readonly ServiceWording[] = [
  {
    service: 'connect',
    called:
      'amazon connect; contact center; call center; contact flows; ivr; agents and queues; phone support; customer calls; routing profiles; hotline; call centre; contact centre',
    operations: {
      ListInstances:
        'contact centers; call centers; connect instances; inbound and outbound calls enabled; which contact centers do we run; call center instances by status; contact centres',
      DescribeInstance:
        'status and access url of a contact center; identity management of a contact center; alias of a connect instance; contact center settings',
      ListInstanceAttributes: 'features on in a contact center; contact lens and flow logs enabled',
      ListUsers:
        'call center agents; contact center users; supervisors and agents; who works in the call center; how many agents have a login; agents in our contact center',
      DescribeUser: 'routing and security profile of an agent; desk phone or softphone of an agent',
      SearchUsers: 'find an agent by name or hierarchy; find a call center agent called; agent by username',
      ListQueues: 'call queues; waiting lines; disabled queues; which call queues exist; queues in our contact center',
      DescribeQueue: 'maximum contacts and hours of a queue; outbound caller id of a queue; settings of a call queue',
      ListRoutingProfiles: 'routing profiles; which channels agents take; routing profiles of agents',
      DescribeRoutingProfile:
        'concurrency per channel of a routing profile; how many chats can an agent take at once; concurrent chats per agent',
      ListRoutingProfileQueues: 'queues in a routing profile and their priority',
      ListContactFlows:
        'contact flows; ivr flows; call flows; archived flows; draft flows; which ivr menus exist; published call flows',
      DescribeContactFlow: 'content of a call flow; what happens when somebody calls; what does the call flow do',
      ListContactFlowModules: 'reusable flow modules',
      ListPhoneNumbersV2:
        'phone numbers claimed; toll free numbers; did numbers; numbers of contact centers; numbers not attached to a flow; hotline numbers; which numbers can customers call; phone numbers by country; phone numbers in our contact center; contact centre phone numbers; numbers in connect',
      DescribePhoneNumber: 'which flow or group a phone number points to',
      SearchAvailablePhoneNumbers: 'phone numbers we could claim',
      ListHoursOfOperations:
        'opening hours; business hours of the call center; when is the call center open; opening hours of the hotline; business hours',
      DescribeHoursOfOperation: 'opening times and time zone',
      ListPrompts:
        'recorded prompts; hold music; announcements; recorded announcements in the call centre; hold music we have',
      ListSecurityProfiles:
        'security profiles of agents; permission sets of the call center; contact center permissions',
      ListSecurityProfilePermissions: 'what a contact center security profile allows',
      ListQuickConnects: 'quick connects; transfer destinations; transfer targets of agents',
      ListAgentStatuses: 'agent statuses; break and lunch states',
      SearchContacts:
        'contacts; calls and chats in a time range; who called; past calls; contact search; abandoned calls; calls handled yesterday; long calls; contacts by agent or queue',
      DescribeContact: 'details of one call; when did an agent answer; disconnect reason',
      GetContactAttributes: 'attributes set during a call',
      GetCurrentMetricData:
        'live queue metrics; calls waiting now; agents available; longest wait; agents online; how many callers are waiting; how many agents are on a call; how many calls are waiting in the queue; calls waiting in a queue now',
      GetCurrentUserData: 'what are agents doing now; live agent status',
      GetMetricDataV2:
        'service level; abandoned calls rate; average handle time; historical queue metrics; contact center kpis; how long do callers wait; how many calls were abandoned; agent occupancy',
      GetMetricData: 'historical contact metrics of old',
      ListInstanceStorageConfigs:
        'where call recordings are stored; recordings bucket; chat transcripts storage; where are call recordings kept; call recording bucket',
      ListLambdaFunctions: 'functions call flows may invoke; lambdas used by the contact center',
      ListLexBots: 'chatbots connected to the contact center of old',
      ListBots: 'bots connected to a contact center',
      ListIntegrationAssociations:
        'integrations of a contact center; crm and task integrations; integrations of the contact center',
      ListApprovedOrigins: 'domains allowed to embed the agent desktop',
      ListRules: 'contact lens rules; automatic alerts on calls',
      ListEvaluationForms: 'agent evaluation forms; quality forms',
      ListContactEvaluations: 'evaluations of a contact; agent scores',
      ListTaskTemplates: 'task templates of agents',
      ListViews: 'step by step guides; agent views',
      ListTrafficDistributionGroups:
        'traffic distribution groups; multi region call centers; call center failover groups',
      GetTrafficDistribution: 'share of calls per region',
      ListUserHierarchyGroups: 'teams of agents; hierarchy of agents',
      ListPredefinedAttributes: 'agent skills; routing attributes',
      ListAuthenticationProfiles: 'session timeout and ip limits of agents',
      SearchEmailAddresses: 'email addresses of the contact center',
    },
  },
  {
    service: 'connect-contact-lens',
    called: 'contact lens; call transcripts; sentiment of calls',
    operations: {
      ListRealtimeContactAnalysisSegments:
        'live transcript of a call; sentiment during a call; what is a caller saying right now; live call transcript',
    },
  },
  {
    service: 'connectcampaigns',
    called: 'outbound campaigns; dialer; predictive dialing; old outbound calling',
    operations: {
      ListCampaigns: 'dialer campaigns; outbound calling campaigns; old high volume outbound campaigns',
      DescribeCampaign: 'dialer settings of a campaign',
      GetCampaignState: 'is a dialer campaign running or paused; dialer campaign paused or running',
    },
  },
  {
    service: 'connectcampaignsv2',
    called: 'outbound campaigns; multichannel campaigns; voice, sms and email outreach',
    operations: {
      ListCampaigns:
        'outbound campaigns over voice, sms and email; which outbound campaigns exist; calling and texting campaigns',
      DescribeCampaign: 'schedule, channels and limits of an outbound campaign',
      GetCampaignState: 'is an outbound campaign running, paused or completed; outbound campaign paused or running',
      GetCampaignStateBatch: 'states of several outbound campaigns',
      GetInstanceCommunicationLimits: 'how often may a customer be contacted',
    },
  },
  {
    service: 'connectcases',
    called: 'connect cases; customer cases; agent tickets',
    operations: {
      ListDomains: 'case domains; where are customer cases kept; customer case domains',
      SearchCases: 'customer cases; open cases; cases of a customer; open customer cases',
      GetCase: 'fields of one customer case',
      ListTemplates: 'case templates',
      ListFields: 'case fields',
      ListLayouts: 'case layouts',
      GetCaseAuditEvents: 'who changed a customer case',
    },
  },
  {
    service: 'connecthealth',
    called: 'connect health; patient engagement; medical scribe',
    operations: {
      ListDomains: 'patient engagement domains',
      ListSubscriptions: 'clinician subscriptions',
    },
  },
  {
    service: 'customer-profiles',
    called: 'customer profiles; unified customer data; customer 360; profile merging; customer segments',
    operations: {
      ListDomains: 'customer profile domains; which customer data domains exist; unified profiles',
      GetDomain: 'number of profiles; matching on; profile expiry; dead letter queue of a profile domain',
      SearchProfiles: 'find a customer by phone or email; customer lookup; find a customer by phone number',
      ListIntegrations: 'sources of customer data; salesforce or s3 integrations of profiles',
      ListProfileObjectTypes: 'object types of customer data',
      ListSegmentDefinitions: 'customer segments',
      ListCalculatedAttributeDefinitions: 'calculated customer attributes',
      ListIdentityResolutionJobs:
        'profile matching jobs; failed duplicate detection; duplicate customer detection runs; profile matching runs',
      GetMatches: 'duplicate customers; possible duplicates',
      ListEventStreams: 'streams of profile changes',
      ListEventTriggers: 'triggers on customer data',
      ListRecommenders: 'customer recommenders',
      ListUploadJobs: 'profile uploads; failed csv upload of profiles',
      ListWorkflows: 'profile workflows',
    },
  },
  {
    service: 'wisdom',
    called: 'connect wisdom; agent assist; knowledge for agents; old name of q in connect',
    operations: {
      ListAssistants: 'wisdom assistants',
      ListKnowledgeBases: 'knowledge bases for call center agents in wisdom',
      ListContents: 'wisdom articles',
      ListQuickResponses: 'wisdom quick responses',
    },
  },
  {
    service: 'qconnect',
    called: 'amazon q in connect; agent assist; knowledge for contact center agents; ai agents of the contact center',
    operations: {
      ListAssistants: 'q in connect assistants; which agent assistants exist; assistants for call center staff',
      ListKnowledgeBases: 'knowledge for contact center agents; article sources of agent assist',
      ListContents: 'articles agents see; knowledge articles',
      ListQuickResponses: 'canned answers; quick responses of agents',
      ListMessageTemplates: 'message templates of the contact center',
      ListAIAgents: 'ai agents for contact centers; self service agents',
      ListAIPrompts: 'ai prompts of the contact center',
      ListAIGuardrails: 'ai guardrails of the contact center',
      ListAssistantAssociations: 'what an assistant is connected to',
      ListImportJobs: 'quick response imports',
    },
  },
  {
    service: 'voice-id',
    called: 'voice id; voice biometrics; caller authentication; fraudster detection',
    operations: {
      ListDomains: 'voice biometrics domains; do we use voice authentication; caller voiceprints',
      ListSpeakers: 'enrolled callers; opted out speakers',
      ListFraudsters: 'known fraudsters by voice',
      ListWatchlists: 'fraud watchlists',
      ListSpeakerEnrollmentJobs: 'speaker enrollment jobs',
      ListFraudsterRegistrationJobs: 'fraudster registration jobs',
    },
  },
  {
    service: 'pinpoint',
    called:
      'amazon pinpoint; marketing campaigns; push notifications; customer engagement; customer journeys; audience segments',
    operations: {
      GetApps:
        'pinpoint projects; marketing projects; push projects; which marketing projects exist; push notification apps',
      GetCampaigns: 'marketing campaigns; paused or completed campaigns; pinpoint campaigns',
      GetCampaign: 'schedule and message of one marketing campaign',
      GetSegments: 'audience segments; imported segments; pinpoint segments',
      ListJourneys: 'customer journeys; active journeys; pinpoint journeys',
      GetChannels: 'channels of a project; which of push, sms, email are on; which channels does a pinpoint app use',
      GetEmailChannel: 'sender address and limits of the email channel',
      GetSmsChannel: 'sms limits and sender id of a project',
      GetApnsChannel: 'ios push channel; apple push configured',
      GetGcmChannel: 'android push channel; firebase configured',
      GetApplicationSettings: 'quiet time and sending limits of a project',
      ListTemplates:
        'message templates of pinpoint; which push, sms and email templates exist in pinpoint; marketing templates',
      GetEventStream: 'where engagement events go',
      GetImportJobs: 'segment imports; failed endpoint imports',
      GetExportJobs: 'endpoint exports',
      GetUserEndpoints: 'devices and addresses of a user',
      GetCampaignDateRangeKpi:
        'deliveries and opens of a campaign; how well did the marketing campaign do; open rate of a campaign; campaign results',
      GetRecommenderConfigurations: 'recommender models of pinpoint',
    },
  },
  {
    service: 'pinpoint-email',
    called: 'pinpoint email; older email api',
    operations: {
      ListEmailIdentities: 'email identities of pinpoint email',
      GetAccount: 'sending quota of pinpoint email',
      ListConfigurationSets: 'configuration sets of pinpoint email',
      ListDedicatedIpPools: 'dedicated ip pools of pinpoint email',
    },
  },
  {
    service: 'pinpoint-sms-voice',
    called: 'pinpoint voice; older voice message api',
    operations: {
      ListConfigurationSets: 'configuration sets of old voice messages',
    },
  },
  {
    service: 'pinpoint-sms-voice-v2',
    called:
      'end user messaging; sms; text messages; voice messages; sender ids; short codes; 10dlc; toll free numbers; origination numbers; rcs',
    operations: {
      DescribePhoneNumbers:
        'sms numbers; short codes; long codes; toll free numbers; numbers we rent for text messages; monthly price of numbers; two way sms numbers; numbers without deletion protection; which numbers do we send texts from; originating phone numbers; do we own a short code',
      DescribeSenderIds: 'sender ids by country; alphanumeric senders; which sender names do we use for texts',
      DescribePools: 'phone number pools; pools of sending numbers; two way pools',
      DescribeOptOutLists: 'opt-out lists; lists of people who do not want texts',
      DescribeOptedOutNumbers: 'people who opted out of texts; unsubscribed numbers; who opted out of texts',
      DescribeSpendLimits:
        'monthly sms spend limit; text message budget; enforced sms limit; how much may we spend on texts; spending cap for texts; sms spend cap',
      DescribeAccountAttributes:
        'is the sms account in sandbox; production or sandbox for text messages; can we send sms to anyone; sms production access',
      DescribeAccountLimits: 'limits of sms pools, numbers and sets',
      DescribeConfigurationSets: 'sms configuration sets; event destinations of sms; message type defaults',
      DescribeRegistrations:
        '10dlc registrations; sender registrations; rejected registrations; brand and campaign registration; status of our sms registration; is our 10dlc campaign approved; is our sms sender registration approved; rejected sms registrations',
      DescribeRegistrationVersions: 'why was a registration denied',
      DescribeKeywords: 'keywords and auto replies of a number',
      DescribeProtectConfigurations:
        'countries blocked for sms; sms pumping protection; which countries can we not text; sms fraud protection',
      GetProtectConfigurationCountryRuleSet: 'which countries may get texts',
      DescribeVerifiedDestinationNumbers: 'verified test numbers in the sms sandbox',
      DescribeRcsAgents: 'rcs business agents',
      ListPoolOriginationIdentities: 'numbers in a pool',
    },
  },
  {
    service: 'sms-voice',
    called: 'older pinpoint voice api',
    operations: {
      ListConfigurationSets: 'old voice configuration sets',
    },
  },
  {
    service: 'ses',
    called: 'simple email service; email sending; classic ses; inbound email; receipt rules; bounces; dkim',
    operations: {
      ListIdentities: 'email domains and addresses verified in classic api; sender identities of old',
      GetSendQuota:
        'daily sending quota; emails sent in 24 hours; max send rate; how close to the email quota; how many emails can we send a day; mail limit; ses send quota',
      GetSendStatistics:
        'bounces, complaints and rejects over two weeks; bounce rate; delivery attempts; email send numbers; how many mails bounced; complaint rate in classic api; our bounce rate; complaint rate; email bounces',
      GetAccountSendingEnabled: 'is email sending paused for the account',
      GetIdentityVerificationAttributes:
        'pending or failed domain verification; is a domain verified for email; is this email address verified',
      GetIdentityDkimAttributes: 'dkim on for a domain in classic api; dkim tokens; is dkim enabled in ses',
      GetIdentityMailFromDomainAttributes: 'custom mail from domain; spf alignment',
      GetIdentityNotificationAttributes: 'bounce and complaint topics of a domain; feedback forwarding',
      ListReceiptRuleSets: 'inbound email rule sets; do we receive mail with ses; inbound mail rules',
      DescribeActiveReceiptRuleSet:
        'active inbound email rules; what happens to received mail; where incoming email is stored; what happens with mail we receive; active receipt rules',
      DescribeReceiptRuleSet: 'rules of an inbound rule set',
      ListReceiptFilters: 'ip addresses blocked from sending us mail',
      ListTemplates: 'email templates of classic api',
      GetTemplate: 'subject and body of an old email template',
      ListConfigurationSets: 'configuration sets of classic api',
      ListIdentityPolicies: 'sending authorization policies; who may send for our domain in classic api',
      ListVerifiedEmailAddresses: 'verified email addresses of old',
      ListCustomVerificationEmailTemplates: 'verification mail templates',
    },
  },
  {
    service: 'sesv2',
    called:
      'ses; simple email service; email sending; transactional email; verified domains; dkim; bounces and complaints; bounce rate; suppression list; email reputation; deliverability; ses sandbox; dedicated ips',
    operations: {
      GetAccount:
        'is ses out of the sandbox; production access of email; sending quota; emails sent today; max emails per day; is sending enabled; account level suppression; email enforcement status; review status of sending; are we still in the email sandbox; can we send mail to anyone; daily email limit; is email sending paused; ses sending quota; is ses in sandbox; ses sandbox',
      ListEmailIdentities:
        'verified domains and senders; email identities; unverified domains; domains we send from; sender addresses; identities that cannot send; which domains can send mail; from addresses; domains not verified for email; sender domains; email domains not verified; verified email domains; ses identities; email identities we have',
      GetEmailIdentity:
        'dkim status of a domain; mail from domain; dkim not verified; key length of dkim; default configuration set of an identity; dns records to add; is dkim set up; spf and mail from of a domain; is a domain verified for sending; dkim status of our domain',
      GetEmailIdentityPolicies: 'who else may send from our domain; cross account sending policies',
      ListConfigurationSets: 'email configuration sets; which configuration sets exist for email; mail tracking sets',
      GetConfigurationSet:
        'tls required for email; dedicated pool, open tracking and suppression of a configuration set; reputation metrics on; virtual deliverability of a set; is tls enforced for outgoing mail; tls required for sending; settings of a configuration set',
      GetConfigurationSetEventDestinations:
        'where bounces and deliveries are published; email event destinations; sns or firehose for email events; where do bounce events go',
      ListSuppressedDestinations:
        'suppression list; bounced addresses; suppressed recipients; complained addresses; which recipients bounce; who complained; blocked recipients; suppressed email addresses; ses suppression list',
      GetSuppressedDestination: 'is an address suppressed; why do we not send to this recipient',
      ListDedicatedIpPools: 'dedicated ip pools for email; do we have own sending ips; pools of sending ips',
      GetDedicatedIps: 'dedicated ips; warm up status of ips; warmup percentage; are our dedicated ips warmed up',
      GetDedicatedIpPool: 'scaling mode of an ip pool; managed dedicated ips',
      ListEmailTemplates: 'email templates; which mail templates exist; transactional mail templates',
      GetEmailTemplate: 'subject and html of an email template',
      ListContactLists: 'contact lists; mailing lists; subscription topics; which newsletters lists exist',
      ListContacts: 'subscribers of a mailing list; unsubscribed contacts; subscribers on a list',
      ListRecommendations:
        'email recommendations; dkim, spf, dmarc and bimi problems; deliverability advice; domains without dmarc; email deliverability problems; domains missing dmarc',
      BatchGetMetricData:
        'sends, bounces, opens and clicks over time; email engagement metrics; delivery rate; delivery and open rates of email; email volume',
      GetMessageInsights: 'what happened to one email; delivery status of a message; was this email delivered',
      GetBlacklistReports: 'are our ips on a blacklist; block lists of dedicated ips',
      GetDeliverabilityDashboardOptions: 'is the deliverability dashboard on; domains subscribed',
      ListDeliverabilityTestReports: 'inbox placement tests',
      GetDomainStatisticsReport: 'inbox rate of a domain',
      ListTenants: 'email tenants; tenants paused; customers we send mail for; paused tenants',
      GetTenant: 'sending status of an email tenant',
      ListReputationEntities: 'reputation of tenants; high impact reputation findings',
      ListImportJobs: 'imports of contacts or suppression lists; failed imports of addresses; bulk address imports',
      ListExportJobs: 'exports of email metrics',
      ListMultiRegionEndpoints: 'global endpoints of email; multi region sending; email failover between regions',
      ListCustomVerificationEmailTemplates: 'verification email templates of v2',
      GetEmailAddressInsights: 'is an email address valid; risk of a recipient address',
    },
  },
  {
    service: 'mailmanager',
    called: 'ses mail manager; inbound email gateway; smtp relay; email archive; mail ingress; traffic policies',
    operations: {
      ListIngressPoints:
        'inbound mail endpoints; mail gateways; smtp ingress; where does inbound mail enter; smtp endpoints; mail manager ingress points',
      GetIngressPoint: 'host name, tls and rules of a mail ingress',
      ListTrafficPolicies:
        'which inbound mail is allowed or denied; mail filter policies; blocked senders and ips for inbound mail',
      GetTrafficPolicy: 'statements and max size of a mail policy',
      ListRuleSets: 'mail rule sets of mail manager; how is inbound mail processed; mail rules',
      GetRuleSet: 'actions of mail rules; what happens to inbound mail in mail manager',
      ListRelays: 'smtp relays; forwarding to google or microsoft mail; where do we relay mail to; smtp relay servers',
      ListArchives: 'email archives; retention of archived mail; where is mail archived; how long is mail archived',
      GetArchive: 'retention and key of an email archive',
      ListArchiveSearches: 'searches of archived mail',
      ListArchiveExports: 'exports of archived mail',
      ListAddonSubscriptions: 'mail security add ons; spam and virus filters subscribed',
      ListAddressLists: 'address lists of mail manager',
    },
  },
  {
    service: 'socialmessaging',
    called: 'whatsapp; social messaging; whatsapp business',
    operations: {
      ListLinkedWhatsAppBusinessAccounts:
        'whatsapp business accounts; whatsapp numbers linked; do we use whatsapp; linked whatsapp numbers',
      GetLinkedWhatsAppBusinessAccount: 'phone numbers and event destinations of a whatsapp account',
      GetLinkedWhatsAppBusinessAccountPhoneNumber: 'quality rating of a whatsapp number',
      ListWhatsAppMessageTemplates: 'whatsapp templates; rejected or approved templates',
    },
  },
  {
    service: 'chime',
    called: 'amazon chime; meetings app; chat rooms; chime users',
    operations: {
      ListAccounts: 'chime teams; chime accounts',
      ListUsers: 'chime users; licensed chime users',
      ListRooms: 'chime chat rooms',
      ListPhoneNumbers: 'phone numbers of chime',
      ListBots: 'chime bots',
    },
  },
  {
    service: 'chime-sdk-identity',
    called: 'chime sdk users; app instances; messaging users',
    operations: {
      ListAppInstances: 'chat app instances; chat applications built on chime',
      ListAppInstanceUsers: 'users of a chat app instance',
      ListAppInstanceAdmins: 'admins of a chat app instance',
      ListAppInstanceBots: 'bots of a chat app instance',
      GetAppInstanceRetentionSettings:
        'how long chat messages are kept; how long are in-app chat messages retained; chat message retention',
    },
  },
  {
    service: 'chime-sdk-meetings',
    called: 'chime sdk meetings; video meetings; webrtc meetings',
    operations: {
      GetMeeting: 'region and features of one video meeting',
      ListAttendees:
        'attendees of a video meeting; who is in the meeting; who joined the video meeting; meeting participants',
    },
  },
  {
    service: 'chime-sdk-media-pipelines',
    called: 'chime sdk media pipelines; meeting recording; call insights',
    operations: {
      ListMediaPipelines:
        'media pipelines; meeting recordings in progress; running recordings of meetings; streaming pipelines of meetings',
      ListMediaCapturePipelines: 'meeting captures; recorded meetings; recorded chime meetings',
      ListMediaInsightsPipelineConfigurations:
        'call insights configurations; voice analytics settings; live transcription settings of calls',
      ListMediaPipelineKinesisVideoStreamPools: 'video stream pools of meetings',
    },
  },
  {
    service: 'chime-sdk-messaging',
    called: 'chime sdk messaging; in-app chat; chat channels',
    operations: {
      ListChannels: 'chat channels of an app',
      ListChannelMemberships: 'members of a chat channel',
      ListChannelMessages: 'messages in a chat channel',
      ListChannelModerators: 'moderators of a chat channel',
      ListChannelBans: 'users banned from a chat channel; users banned from a channel',
      ListChannelFlows: 'chat channel flows; message moderation flows',
    },
  },
  {
    service: 'chime-sdk-voice',
    called: 'chime sdk voice; sip trunks; voice connectors; telephony; pstn',
    operations: {
      ListVoiceConnectors:
        'voice connectors; sip trunks; unencrypted voice connectors; which sip trunks exist; phone system trunks',
      GetVoiceConnector: 'host and encryption of a sip trunk',
      ListVoiceConnectorGroups: 'groups of sip trunks; trunk failover',
      ListPhoneNumbers:
        'telephone numbers; unassigned phone numbers; numbers of sip trunks; numbers in the deletion queue; which telephone numbers do we own; numbers nobody uses',
      ListPhoneNumberOrders: 'phone number orders; failed number orders; porting orders',
      ListSipMediaApplications:
        'sip media applications; telephony apps; lambda driven call apps; telephony applications by region',
      ListSipRules: 'sip rules; which number triggers which telephony app; disabled sip rules',
      GetVoiceConnectorTermination: 'who may call out over a trunk; calling regions and cidrs of outbound calls',
      GetVoiceConnectorOrigination: 'where inbound calls of a trunk go',
      GetVoiceConnectorTerminationHealth: 'is a sip trunk healthy; last sip options ping; sip trunk health',
      GetVoiceConnectorLoggingConfiguration: 'are sip messages logged; sip logs',
      GetVoiceConnectorStreamingConfiguration: 'is call audio streamed to kinesis video',
      ListVoiceProfileDomains: 'voice profile domains; speaker search',
      GetVoiceConnectorEmergencyCallingConfiguration: 'emergency numbers of a trunk; 911 routing',
      SearchAvailablePhoneNumbers: 'telephone numbers we could order',
      GetGlobalSettings: 'call detail records bucket; where are cdrs stored',
    },
  },
  {
    service: 'workmail',
    called: 'work mail; company email; mailboxes; business email; calendars',
    operations: {
      ListOrganizations: 'mail organizations; company mail domains; do we host mail with workmail; company mail setups',
      DescribeOrganization: 'state and directory of a mail organization; interoperability with exchange',
      ListUsers: 'mailboxes; mail users; disabled mailboxes; who has a mailbox; mail accounts; deleted mailboxes',
      DescribeUser: 'one mail user; mailbox provisioned date',
      ListGroups: 'mail groups; distribution lists',
      ListGroupMembers: 'members of a distribution list',
      ListResources: 'meeting rooms and equipment; bookable rooms',
      ListAliases: 'aliases of a mailbox',
      ListMailDomains: 'mail domains; default mail domain; domains of company mail',
      GetMailDomain: 'dns records and verification of a mail domain; dkim of a mail domain',
      GetMailboxDetails: 'mailbox size and quota; how full is a mailbox; how big is this mailbox',
      ListMailboxPermissions: 'who may read a mailbox; full access and send as delegates',
      ListAccessControlRules:
        'access rules of company mail; ip limits for mail; is imap allowed; from which ips can people read company mail; mail access rules',
      ListMobileDeviceAccessRules: 'phones allowed to sync mail; mobile device rules',
      GetDefaultRetentionPolicy: 'mail retention; how long is mail kept',
      ListMailboxExportJobs: 'mailbox exports; failed mailbox export',
      ListImpersonationRoles: 'mail impersonation roles',
      ListPersonalAccessTokens: 'personal access tokens of mail users',
    },
  },
  {
    service: 'workdocs',
    called: 'work docs; document sharing; retired document service',
    operations: {
      DescribeUsers: 'document sharing users; storage used per user; who uses workdocs; how much document storage',
      DescribeActivities: 'document activity; who shared or deleted a document; what happened to documents',
      DescribeFolderContents: 'documents in a folder',
      SearchResources: 'find documents in workdocs',
      DescribeResourcePermissions: 'who can open a document',
      DescribeGroups: 'groups of workdocs',
    },
  },
  {
    service: 'wickr',
    called: 'aws wickr; secure messaging; encrypted chat',
    operations: {
      ListNetworks: 'wickr networks; encrypted chat networks; do we use wickr; secure messenger networks',
      ListUsers: 'users of secure chat; suspended chat users; invited users; wickr users; people on secure chat',
      ListSecurityGroups: 'security groups of wickr users',
      ListBots: 'wickr bots; bots in our secure chat; wickr bots we have',
      ListGuestUsers: 'guest users of secure chat',
      ListBlockedGuestUsers: 'blocked guests',
      GetNetworkSettings: 'federation and guest settings of a wickr network',
      GetDataRetentionBot: 'is data retention on in wickr; message retention of secure chat',
      ListDevicesForUser: 'devices of a secure chat user',
    },
  },
  {
    service: 'repostspace',
    called: 're:post private; private knowledge community',
    operations: {
      ListSpaces: 'private re:post communities; spaces of re:post; do we have a private re:post',
      GetSpace: 'users, tier and domain of a private re:post',
      ListChannels: 'channels of a private re:post',
    },
  },
];

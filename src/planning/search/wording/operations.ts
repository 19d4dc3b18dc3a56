import type { ServiceWording } from './wording.js';

/** Running systems: Systems Manager, CloudFormation, feature flags, resilience tests. */
export const OPERATIONS_WORDING: readonly ServiceWording[] = [
  {
    service: 'ssm',
    called:
      'systems manager; ssm; session manager; patch manager; parameter store; run command; maintenance windows; state manager; managed nodes; automation runbooks; software inventory; opscenter; fleet manager; change calendar; hybrid activations; opsitems; ops items; patching',
    operations: {
      DescribeInstanceInformation:
        'managed instances; managed nodes; is the ssm agent online; connection lost; agent version; outdated agents; servers not managed by systems manager; ping status; platform and os version of managed machines; instances not reporting; hybrid and on-prem servers; last ping; offline agents; which servers can we reach by session manager; agent not running; machines that stopped reporting; servers registered in ssm; ssm agent versions; windows machines managed; hosts with lost connection; machines that lost contact with systems manager; instances managed by ssm; ssm agent offline; instances with connection lost; managed instances list; which instances are in ssm; ssm agent version of servers',
      DescribeInstanceProperties:
        'managed machines with platform, architecture and activation in one list; node properties',
      ListNodes:
        'nodes over all accounts and regions; managed and unmanaged nodes; fleet inventory; unmanaged instances; node list of fleet manager; all nodes managed or not across the organization',
      ListNodesSummary:
        'nodes counted by operating system or agent version; how many managed and unmanaged nodes; count of managed nodes by os',
      GetConnectionStatus:
        'can we open a session to an instance; is a node connected for sessions; is an instance reachable by session manager',
      DescribeInstancePatchStates:
        'patch compliance of instances; missing patches; failed patches; last patch run; instances needing a reboot after patching; unpatched servers; security patches missing; critical non compliant patches count; which servers are not patched; patch status of servers; servers missing critical patches; when was a server last patched; pending reboot after patch; servers missing patches; instances not patched; patch compliance; missing patches count; patch state of servers',
      DescribeInstancePatchStatesForPatchGroup:
        'patch compliance of a patch group; missing patches in a group of servers',
      DescribeInstancePatches:
        'which patches are installed or missing on an instance; is this kb installed; failed patches on one server; missing security updates on a server; which patches failed; patches missing on one instance; installed patches',
      DescribePatchGroupState:
        'patch group summary; how many instances in a group miss patches; patch state of a group',
      DescribePatchGroups: 'patch groups and their baselines; patch groups we have',
      DescribePatchBaselines:
        'patch baselines; default baseline per operating system; custom baselines; patch approval rules sets; which patch baselines do we use; patch baselines we have',
      GetPatchBaseline:
        'approval rules of a baseline; days until patches are approved; rejected and approved patches; which patches does our baseline approve',
      GetDefaultPatchBaseline: 'which baseline is default for windows or amazon linux',
      GetPatchBaselineForPatchGroup: 'baseline that applies to a patch group',
      DescribeAvailablePatches:
        'patches available; newly released patches; security updates by severity; kb articles; newest available patches; which patches were released',
      DescribeEffectivePatchesForPatchBaseline: 'patches a baseline would approve',
      ListComplianceItems:
        'compliance items of a machine; non compliant patches or associations per resource; why is this instance noncompliant; compliance items of a server',
      ListComplianceSummaries:
        'compliance counts by type; compliant and non compliant resources of systems manager; how compliant are servers overall; compliance summary of patches',
      ListResourceComplianceSummaries:
        'which machines are non compliant; patch and association compliance per instance; severity of non compliance; which servers are out of compliance; noncompliant hosts; instances non compliant with patching; servers that fail patch compliance; instances failing compliance',
      DescribeParameters:
        'parameters in parameter store; parameter names, types and tiers; secure strings; parameters not encrypted with own key; old parameters; who last changed a parameter; last modified date of parameters; advanced tier parameters; plain text parameters; parameters under a path; which parameters exist; config values stored; parameters changed this week; secure string parameters; parameter names under a prefix; standard and advanced parameters; who edited a parameter; parameters changed recently; parameter store parameters; ssm parameters; parameters without encryption',
      GetParametersByPath:
        'values of parameters under a path; settings beneath a prefix; parameters under a path with values',
      GetParameter: 'value of one parameter; latest ami id parameter; current value in parameter store',
      GetParameters: 'values of several parameters',
      GetParameterHistory:
        'previous values of a parameter; who changed a parameter and when; versions of a parameter; who changed this parameter; history of a parameter',
      ListCommands:
        'commands run; run command history; failed commands; who ran a shell script; commands in progress; timed out commands; which document was run; which commands ran on servers; who ran something on the servers; did the script succeed; remote commands history; who ran commands on servers; commands run on servers; run command failures; commands that failed; recent run commands',
      DescribeSessions:
        'sessions opened; who is connected to a server; active shell sessions; session manager history; past sessions and who started them; terminated sessions; ssh like sessions; who logged on to a server; who has a shell open; remote sessions yesterday; interactive sessions; who opened a session; who opened a shell on a server; session manager sessions; active sessions; who connected to the bastion; sessions last week',
      ListAssociations:
        'state manager associations; desired state; scheduled documents; failed associations; agents kept up to date by schedule; which state manager jobs fail; scheduled configuration; state manager associations failing',
      DescribeAssociation:
        'schedule and status of one association; targets of an association; what does this association do',
      DescribeAssociationExecutions:
        'runs of an association; when did an association last fail; association runs that failed',
      DescribeAssociationExecutionTargets: 'machines where an association failed',
      DescribeInstanceAssociationsStatus:
        'associations of one instance and their status; associations failing on an instance',
      DescribeEffectiveInstanceAssociations: 'associations that apply to an instance',
      DescribeAutomationExecutions:
        'runbook runs; automations; failed automations; automations waiting for approval; who started a runbook; running automations; change requests; which runbooks failed; automations in progress; runbook history; runbooks that failed; failed automation executions; ssm automations; automation runs',
      GetAutomationExecution:
        'details and outputs of one runbook run; failure message of an automation; current step; why did the runbook fail; result of an automation',
      DescribeAutomationStepExecutions: 'steps of a runbook run; which step failed; which automation step failed',
      ListDocuments:
        'documents; runbooks; our own documents; command, automation and session documents; shared documents; documents owned by us; which runbooks do we own; custom documents; ssm documents we own',
      DescribeDocument: 'parameters and platforms of a document; status of a runbook',
      GetDocument:
        'content of a document; script of a runbook; session manager preferences; is session logging on; show me the runbook; document content',
      DescribeDocumentPermission:
        'accounts a document is shared with; publicly shared documents; is our runbook public; who is a document shared with',
      ListDocumentVersions: 'versions of a document; default version of a runbook; versions of an ssm document',
      DescribeMaintenanceWindows:
        'maintenance windows; patch windows; when do we patch; disabled maintenance windows; next execution time; window schedule; when is the next patch window; which maintenance windows are enabled; maintenance windows we have; next maintenance window',
      GetMaintenanceWindow:
        'schedule, duration and cutoff of one maintenance window; time zone of a window; cron of a maintenance window',
      DescribeMaintenanceWindowExecutions:
        'past runs of a maintenance window; failed maintenance windows; did the maintenance window run; failed maintenance window runs; did the patch window run on sunday; last run of the patch window',
      DescribeMaintenanceWindowTasks:
        'tasks in a maintenance window; what does a window run; what runs in the maintenance window',
      DescribeMaintenanceWindowTargets:
        'servers targeted by a maintenance window; which servers are in a maintenance window',
      DescribeMaintenanceWindowSchedule:
        'upcoming maintenance; next maintenance window runs; when do the next maintenance windows run; upcoming maintenance windows; next patching time',
      DescribeMaintenanceWindowsForTarget: 'maintenance windows an instance belongs to',
      DescribeMaintenanceWindowExecutionTasks: 'task results of a window run',
      DescribeOpsItems:
        'ops items; operational issues; open ops items; opscenter tickets; work items by severity; unresolved operational work; change requests pending; open operational issues; operational tickets; opsitems not resolved; unresolved opsitems',
      GetOpsItem: 'details of one ops item; related runbooks of an ops item; details of an ops item',
      GetOpsSummary: 'ops data summary; counts of ops items; explorer widgets',
      GetInventory:
        'software inventory; installed applications; which servers have java; kernel versions; os versions over the fleet; installed software versions; instances with log4j or openssl; inventory of machines; which software is installed; what version of python or java runs on servers; installed agents; where is a package installed; installed software inventory; which servers have this package',
      ListInventoryEntries:
        'installed packages of one instance; windows updates, services or network config of a machine; applications on this server; packages on this server; is openssl installed on this server',
      GetInventorySchema: 'kinds of inventory collected',
      DescribeActivations:
        'hybrid activations; activation codes for on-prem servers; expired activations; registrations used; leftover hybrid activations; hybrid activations we have; on-prem servers activation',
      ListResourceDataSync:
        'inventory sync to s3; resource data sync; failed inventory sync; explorer sync over accounts; is inventory synced to a bucket',
      GetServiceSetting:
        'default host management; parameter store throughput; default parameter tier; is high throughput on; automation concurrency setting; service setting of systems manager; is default host management on',
      GetCalendarState:
        'is the change calendar open or closed; change freeze right now; are changes allowed; is there a change freeze',
      GetResourcePolicies: 'accounts a parameter or ops group is shared with',
      ListOpsMetadata: 'application manager metadata',
      ListOpsItemEvents: 'events of ops items',
      ListTagsForResource: 'tags on a parameter, document or maintenance window',
    },
  },
  {
    service: 'ssm-contacts',
    called: 'incident contacts; on-call; escalation plans; rotations; paging; who is on call',
    operations: {
      ListContacts:
        'on-call people; escalation plans; contacts to page; responders; on-call contacts; who can be paged',
      GetContact: 'escalation steps of a contact; engagement plan',
      ListContactChannels: 'phone, sms and email of a responder; channels not activated',
      ListRotations: 'on-call rotations; on-call schedules; on call rotations we have',
      GetRotation: 'members and shifts of an on-call rotation',
      ListRotationShifts:
        'who is on call now; upcoming on-call shifts; who is on call tonight; who is on call; on call tonight; on call schedule; on call this week; who has pager duty; pager duty this weekend; next on-call shift',
      ListRotationOverrides: 'on-call overrides; shift swaps',
      ListEngagements: 'pages sent; engagements of responders in incidents; who was paged',
      ListPagesByContact: 'pages a person received',
      ListPageReceipts: 'was a page delivered, read or acknowledged',
    },
  },
  {
    service: 'ssm-incidents',
    called:
      'incident manager; incidents; response plans; incident timeline; post incident analysis; retired incident service',
    operations: {
      ListIncidentRecords:
        'incidents; open incidents; resolved incidents; incidents by impact; incidents this month; incidents last week',
      GetIncidentRecord: 'details of one incident; impact and chat channel of an incident',
      ListResponsePlans: 'response plans; incident playbooks; which response plans exist',
      GetResponsePlan: 'actions, engagements and runbook of a response plan',
      ListTimelineEvents: 'timeline of an incident; what happened during an incident; incident timeline',
      ListReplicationSets: 'is incident manager set up; regions of incident manager',
      GetReplicationSet: 'encryption and deletion protection of incident data',
      ListRelatedItems: 'runbooks, metrics and tickets linked to an incident',
      ListIncidentFindings: 'deployments suspected in an incident',
    },
  },
  {
    service: 'ssm-quicksetup',
    called: 'quick setup; systems manager onboarding; host management rollout',
    operations: {
      ListConfigurationManagers:
        'quick setup configurations; deployed quick setups; failed quick setup; which quick setups are deployed',
      ListConfigurations: 'quick setup deployments per account and region',
      ListQuickSetupTypes: 'kinds of quick setup',
      GetServiceSettings: 'role of quick setup',
    },
  },
  {
    service: 'ssm-sap',
    called: 'systems manager for sap; sap hana; sap applications',
    operations: {
      ListApplications: 'sap applications registered; sap systems; sap systems on aws',
      GetApplication: 'status and health of one sap application',
      ListDatabases: 'hana databases; sap databases',
      ListComponents: 'components of a sap application; hana nodes',
      ListOperations: 'operations on sap applications; failed sap operations',
      ListConfigurationCheckOperations: 'sap configuration checks; failed sap best practice checks',
    },
  },
  {
    service: 'ssm-guiconnect',
    called: 'rdp in the browser; fleet manager remote desktop',
    operations: {
      GetConnectionRecordingPreferences:
        'are remote desktop sessions recorded; rdp recording bucket; are rdp sessions recorded; rdp recording',
    },
  },
  {
    service: 'cloudformation',
    called:
      'cfn; infrastructure as code; stacks; templates; stacksets; change sets; drift; iac; nested stacks; cdk and sam deployments',
    operations: {
      DescribeStacks:
        'stacks with parameters and tags; stack status; stacks in rollback; failed stacks; update rollback failed; termination protection of stacks; stack outputs; iac deployments; when was a stack last updated; stacks with drift; cdk stacks; who owns a stack by tag; stack parameters; stacks stuck in progress; role of a stack; stacks without termination protection; which stacks are broken; is a stack in rollback; outputs of a stack; stacks not updated for a year; stack owner; stack in update failed; stacks deployed by cdk; deployment status of a stack; is a stack protected from deletion; stacks in rollback complete; stacks in a failed state; cloudformation stacks; stacks with termination protection off; stacks in update rollback failed; stack parameters and outputs',
      ListStacks:
        'deleted stacks; names and status of all stacks; stacks by status; stacks in delete failed; failed stack creations; nested stacks; stacks created this week; how many stacks; stacks in rollback complete; which stacks failed; stacks stuck; recently deleted stacks; stack inventory; what did we deploy this week; stacks in create failed; stacks that ended in rollback; stacks that failed; deleted cloudformation stacks; all cloudformation stacks',
      DescribeStackEvents:
        'why did a stack fail; events of a stack; first error in a deployment; what happened in the last update; failure reason; why did the deployment roll back; what went wrong in a stack update; error of a stack; why did the stack fail; why did a stack fail to update; stack update failed why; stack failure reason; stack events; why did the stack roll back',
      DescribeEvents:
        'operation events of stacks with failed ones only; root cause of a failed stack operation; validation errors of a change set',
      ListStackResources:
        'resources in a stack; what did a stack create; resources that failed to create; physical ids of a stack; which resources belong to a stack; what is inside a stack; resources created by a template; what resources did a stack create',
      DescribeStackResources:
        'which stack created this resource; stack owning an instance or bucket; resource to stack lookup; who created this resource; which stack does a security group belong to; which stack owns this subnet; stack that owns a resource; find the stack of an instance',
      DescribeStackResource: 'metadata of one resource in a stack; physical id of a resource in a stack',
      DescribeStackResourceDrifts:
        'drifted resources of a stack; what was changed by hand; manual changes outside of the template; difference from the template; what drifted; differences between template and reality; resources that drifted; drifted from the template; drift details of a stack',
      DescribeStackDriftDetectionStatus: 'result of a drift check; is drift detection finished',
      GetTemplate:
        'template of a stack; yaml or json source of a stack; code behind a stack; show the template of this stack; stack source',
      GetTemplateSummary:
        'parameters a template needs; resource types and capabilities of a template; transforms used; which parameters does a template need',
      GetStackPolicy: 'stack policy; resources protected from updates; is a stack protected by a stack policy',
      ListExports:
        'exported outputs; cross stack exports; shared values between stacks; which values are exported across stacks; cloudformation exports',
      ListImports:
        'stacks importing an export; who uses an exported value; which stacks import this value; can an export be deleted',
      ListChangeSets:
        'change sets waiting; pending changes of a stack; failed change sets; change sets of a stack; change sets not executed',
      DescribeChangeSet:
        'what would a change set change; replacements in a change set; preview of changes; what will this change set do',
      ListStackSets:
        'stacksets; organization wide templates; service managed stacksets; stacksets with drift; active stacksets; which stacksets roll out to all accounts; baseline rollout templates; stacksets we have',
      DescribeStackSet:
        'parameters and ous of a stackset; auto deployment of a stackset; administration role; drift of a stackset; which ous does a stackset target; stackset configuration',
      ListStackInstances:
        'accounts and regions of a stackset; outdated stack instances; failed stack instances; inoperable instances; where is a stackset missing; drifted stack instances; is a stackset deployed everywhere; accounts where a stackset is outdated or failed; stackset instances out of date; outdated stackset instances; failed stackset instances; stackset instances in accounts; accounts missing the baseline stackset; where is a stackset deployed',
      DescribeStackInstance:
        'status reason of one stack instance in an account; why did a stack instance fail in an account',
      ListStackSetOperations:
        'stackset rollouts; failed stackset operations; rollouts in progress; stackset operations that failed; last stackset rollout',
      DescribeStackSetOperation: 'progress of one stackset rollout; failure tolerance',
      ListStackSetOperationResults:
        'accounts where a stackset rollout failed; why did a rollout fail in an account; in which accounts did the stackset operation fail',
      ListStackSetAutoDeploymentTargets: 'ous a stackset deploys to automatically',
      ListStackInstanceResourceDrifts: 'drifted resources of a stackset in an account',
      ListTypes:
        'registered extensions; private resource types; third party modules and hooks; activated public types; which third party resource types are activated; hooks active; private extensions; cloudformation hooks and modules',
      DescribeType: 'schema and status of a resource type; is a hook active; auto update of an extension',
      ListTypeVersions: 'versions of an extension',
      ListHookResults:
        'hook results; deployments blocked by hooks; failed hook checks; hooks that blocked a stack; hooks that blocked deployments',
      GetHookResult: 'why did a hook block a deployment',
      DescribeAccountLimits: 'stack limit of the account; how many stacks may we have; how many stacks are allowed',
      DescribeOrganizationsAccess: 'is trusted access for stacksets on',
      ListResourceScans: 'scans for resources not in any template; iac generator scans',
      ListResourceScanResources:
        'resources not managed by any stack; unmanaged resources found by a scan; resources created by hand; unmanaged resources; resources outside of iac',
      ListGeneratedTemplates: 'templates generated from existing resources',
      ListStackRefactors: 'stack refactors; resources moved between stacks',
      BatchDescribeTypeConfigurations: 'configuration of extensions',
      ListTypeRegistrations: 'registrations of extensions in progress',
    },
  },
  {
    service: 'cloudcontrol',
    called: 'cloud control api; uniform resource api; generic resources',
    operations: {
      ListResources:
        'resources of any type by type name; generic list of a resource type; list resources of a cloudformation type',
      GetResource: 'properties of any resource by type and identifier',
      ListResourceRequests:
        'resource requests in progress or failed; pending cloud control operations; cloud control requests in progress',
      GetResourceRequestStatus: 'progress of one resource request',
    },
  },
  {
    service: 'appconfig',
    called: 'app config; feature flags; dynamic configuration; configuration deployment; toggles',
    operations: {
      ListApplications:
        'applications with feature flags; applications with dynamic configuration; do we use feature flags; feature flag apps',
      ListEnvironments:
        'environments of an application for flags; rolled back environments; environments with alarms; appconfig environments',
      GetEnvironment: 'monitors and state of a flag environment',
      ListConfigurationProfiles:
        'feature flag profiles; configuration sources; free form and flag profiles; feature flag configuration profiles',
      GetConfigurationProfile:
        'validators and source of a configuration profile; where does a configuration come from; validators of a configuration',
      ListDeployments:
        'flag rollouts; configuration deployments; rolled back deployments; deployments in progress; which feature flag rollouts happened; flag change history; who changed the feature flag; last change of a feature flag',
      GetDeployment:
        'progress and events of one flag rollout; who deployed a configuration; when was a flag rolled out',
      ListDeploymentStrategies: 'rollout strategies; linear or all at once; bake time; appconfig deployment strategies',
      ListHostedConfigurationVersions: 'versions of a hosted configuration; flag versions',
      ListExtensions: 'appconfig extensions',
      ListExtensionAssociations: 'where extensions are attached',
      GetAccountSettings: 'deletion protection of flags and configurations',
    },
  },
  {
    service: 'proton',
    called: 'aws proton; service templates; environment templates; platform templates',
    operations: {
      ListEnvironments: 'proton environments; failed proton environments; proton environments we have',
      ListServices: 'proton services; services of developers; proton services we have',
      ListServiceInstances: 'proton service instances; outdated instances',
      ListServiceTemplates: 'service templates of the platform team',
      ListEnvironmentTemplates: 'environment templates of the platform team',
      ListRepositories: 'repositories linked to proton',
      GetResourcesSummary: 'outdated and failed proton resources count',
      ListDeployments: 'proton deployments',
    },
  },
  {
    service: 'resiliencehub',
    called: 'resilience hub; resiliency assessment; rto and rpo; resilience score; disaster readiness',
    operations: {
      ListApps:
        'applications assessed for resilience; resiliency score of apps; apps not compliant with their policy; drifted apps; last assessment; are our apps resilient enough; apps missing rto',
      DescribeApp: 'resiliency status, policy and schedule of one app',
      ListAppAssessments:
        'resilience assessments; failed assessments; breached rto or rpo; assessment results; resilience assessments that failed',
      DescribeAppAssessment: 'rto and rpo of one assessment; cost and compliance of an assessment',
      ListResiliencyPolicies: 'resiliency policies; rto and rpo targets; rto and rpo policies',
      DescribeResiliencyPolicy: 'rto and rpo of one policy by disruption type',
      ListAppComponentCompliances: 'components missing their recovery targets',
      ListAppComponentRecommendations: 'how to make components more resilient',
      ListAlarmRecommendations: 'alarms recommended for resilience',
      ListSopRecommendations: 'operating procedures recommended',
      ListTestRecommendations: 'fault tests recommended',
      ListAppVersionResources:
        'resources in a resilience app; what belongs to an app in resilience hub; resources of an assessed app',
      ListAppAssessmentComplianceDrifts: 'apps that drifted out of compliance',
      ListAppVersionAppComponents: 'app components of a resilience app',
    },
  },
  {
    service: 'fis',
    called: 'fault injection service; chaos engineering; game day; fault injection experiments; failure testing',
    operations: {
      ListExperiments:
        'chaos experiments run; running, stopped or failed experiments; game days; which chaos tests did we run; did a chaos test fail',
      GetExperiment:
        'result and targets of one experiment; why was an experiment stopped; what did the chaos experiment do',
      ListExperimentTemplates: 'chaos experiment templates; planned fault tests; chaos experiment templates we have',
      GetExperimentTemplate:
        'actions, targets and stop conditions of an experiment template; role of an experiment; what would the chaos experiment break; targets of a chaos experiment',
      ListActions: 'faults that can be injected; available fault actions',
      ListTargetResourceTypes: 'resource types that can be broken',
      ListExperimentResolvedTargets: 'resources hit by an experiment',
      GetSafetyLever: 'is the safety lever engaged; are experiments blocked',
      ListTargetAccountConfigurations: 'accounts an experiment template touches',
    },
  },
];

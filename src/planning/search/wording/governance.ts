import type { ServiceWording } from './wording.js';

/** Organizations, accounts, what changed, what is allowed, quotas, support. */
export const GOVERNANCE_WORDING: readonly ServiceWording[] = [
  {
    service: 'organizations',
    called:
      'aws organizations; organization; accounts; ous; organizational units; scps; service control policies; master account; management account; payer account; member accounts; multi account; tag policies; landing zone structure',
    operations: {
      ListAccounts:
        'accounts of the organization; all aws accounts; how many accounts; suspended accounts; closed accounts; account emails and names; accounts that joined or were created lately; invited or created accounts; member accounts; list of our tenants; account ids; which accounts do we have; account list with status; who owns which account; how did an account join; accounts opened this year; accounts pending closure; which aws accounts do we have; accounts in the organization; accounts suspended or pending closure; how many member accounts; accounts created this year; email address of accounts',
      DescribeAccount:
        'name, email and status of one account; who owns this account id; when did an account join; is this account suspended; details of an account; which email belongs to this account; account name by id',
      ListAccountsForParent:
        'accounts directly in an ou; accounts under the sandbox ou; which accounts are in production ou; accounts in an ou; which accounts are in the production ou; accounts under an ou; accounts in the workloads ou; accounts sitting in an ou; members of an ou',
      ListOrganizationalUnitsForParent:
        'ous; organizational units; structure of the organization; child ous; folders of accounts; ou tree; org hierarchy; top level ous; which ous do we have; organizational unit tree; ous under the root',
      DescribeOrganizationalUnit: 'name of an ou id; name of an ou; name of this ou; ou name for an ou id',
      ListChildren: 'ids of accounts or ous beneath an ou; empty ous; children of an ou',
      ListParents:
        'which ou is an account in; where does an account sit; parent of an ou; which ou does this account belong to; ou of an account; what ou does an account sit in',
      ListRoots:
        'organization root; root id; are scps enabled on the root; policy types switched on; which policy types are enabled in the organization; are scps enabled',
      DescribeOrganization:
        'management account of the organization; who is the payer account; all features enabled or consolidated billing only; organization id; master account email; which account is the root payer; is this an organization; org id; which account is the management account; master account id; is all features enabled; which account pays the bill; paying account; management account id',
      ListPolicies:
        'service control policies; scps; guardrail policies; resource control policies; rcps; tag policies; backup policies; ai opt out policies; declarative policies; all policies of a type; do we have scps; which guardrails are defined at organization level; list of service control policies; which scps do we have; service control policies defined; tag policies defined; all scps',
      DescribePolicy:
        'what does an scp deny; content of a service control policy; which services or regions are blocked; json of an organization policy; rules of a tag policy; what is forbidden by a guardrail policy; deny statements; which regions does the scp allow',
      ListPoliciesForTarget:
        'scps on an account or ou; policies attached to an account; which guardrail policies apply to this ou; what restricts this account; accounts without a scp; scp attached to an ou; scps on this account; which scp applies to an account; policies on the sandbox ou; what scp is attached; policies limiting the sandbox accounts; policies that restrict an account; restrictions on an ou',
      ListTargetsForPolicy:
        'where is an scp attached; ous and accounts under a policy; unattached scp; which accounts does an scp apply to; where is this scp attached; which ous does a policy apply to',
      DescribeEffectivePolicy:
        'effective tag or backup policy of an account; inherited policy result; which declarative settings apply; effective tag policy; effective backup policy',
      DescribeResourcePolicy:
        'organization delegation policy; who may manage organization policies; delegation policy of the organization',
      ListDelegatedAdministrators:
        'delegated administrators; accounts allowed to administer services; which account is delegated admin for guardduty, security hub or others; who administers security services for the org; delegated admin accounts; which accounts are delegated administrators; delegated admin for security hub',
      ListDelegatedServicesForAccount:
        'services an account administers on behalf of the organization; what is this account delegated admin for; which services does this account administer',
      ListAWSServiceAccessForOrganization:
        'services with trusted access; services integrated with the organization; trusted access enabled; which aws services are enabled org wide; integrated services; which services have trusted access; trusted access for guardduty',
      ListHandshakesForOrganization:
        'invitations sent to accounts; pending invitations; declined invitations; open handshakes; pending account invitations; invitations to join the organization',
      ListHandshakesForAccount:
        'invitations this account received to join an organization; were we invited to an organization',
      ListCreateAccountStatus:
        'accounts being created; failed account creation; new account requests; did the new account get created; account vending failures; accounts that failed to be created',
      DescribeCreateAccountStatus:
        'why did creating an account fail; progress of one account creation; why did account creation fail',
      ListTagsForResource:
        'tags of an account; cost center or owner tag of accounts; environment tag of an account; tags on an ou; tags on an account; which accounts have a cost center tag; owner tag of an account; tags on member accounts',
      ListAccountsWithInvalidEffectivePolicy:
        'accounts with an invalid tag or backup policy; broken inherited policies',
      ListEffectivePolicyValidationErrors: 'errors in the effective policy of an account',
      ListInboundResponsibilityTransfers: 'billing transfers received; accounts paying for others',
      ListOutboundResponsibilityTransfers: 'billing transfers given away; who pays our bills',
    },
  },
  {
    service: 'account',
    called: 'account settings; account contacts; enabled regions; opt-in regions',
    operations: {
      ListRegions:
        'enabled regions; opt-in regions; disabled regions; which regions can this account use; regions turned on; regions not opted in; which regions are switched on; is hong kong or cape town enabled; allowed regions of the account; regions we opted into; opted in regions of the account',
      GetRegionOptStatus:
        'is one region enabled; opt status of a region; is the milan region enabled; region opt in status',
      GetContactInformation:
        'account owner address and phone; company name of the account; primary contact; registered address of the account; phone number on the account',
      GetAlternateContact:
        'security contact; billing contact; operations contact; who is contacted about security; alternate contacts not set; who gets security mails from aws; is a security contact set; billing mail address; who receives billing mails; who receives security mails; contact for operations',
      GetPrimaryEmail: 'root email address; email of the root user of an account; what is the root email',
      GetAccountInformation:
        'name and creation date of the account; how old is this account; when was the account opened; when was this account created; account name',
      GetGovCloudAccountInformation: 'linked govcloud account',
    },
  },
  {
    service: 'ram',
    called:
      'resource access manager; resource sharing; shared subnets; shared resources; resource shares; cross account sharing',
    operations: {
      GetResourceShares:
        'resource shares; what do we share; shares owned by us or shared with us; shares open to outside accounts; external principals allowed; failed shares; inactive shares; which shares exist; do we share anything outside the organization; shares of the network account; ram shares; what do we share with other accounts; resource shares we own',
      ListResources:
        'resources shared with us; shared subnets; shared transit gateways; resources in a share; what is shared from other accounts; ram resources; which subnets, prefix lists or resolver rules are shared; what did the network team share with us; resources shared by the network account; what is shared with this account; subnets shared from another account; shared with us by the network team',
      ListPrincipals:
        'who do we share with; accounts and ous with access to shares; outside accounts that can use our resources; which accounts can see our shared resources; principals of a resource share; resource share principals',
      GetResourceShareAssociations:
        'which principals or resources are in a share; failed share associations; external associations; who is in a resource share; members of a share',
      GetResourceShareInvitations:
        'pending share invitations; shares waiting to be accepted; invitations from other accounts; pending ram invitations',
      ListPendingInvitationResources: 'what would we get by accepting a share invitation; resources of a pending share',
      GetResourcePolicies: 'policies of shared resources',
      ListPermissions:
        'sharing permissions; managed permissions; customer managed sharing permissions; ram permissions available',
      ListResourceSharePermissions:
        'permissions attached to a share; what may consumers do with a share; what may others do with our share',
      GetPermission: 'actions a sharing permission allows',
      ListResourceTypes: 'kinds of resources that can be shared',
      ListPermissionAssociations: 'shares using an outdated permission version',
    },
  },
  {
    service: 'cloudtrail',
    called:
      'cloud trail; audit trail; audit log; api activity; who did what; event history; management events; data events; trails; account activity',
    operations: {
      LookupEvents:
        'who did it; who deleted a bucket; who stopped an instance; who changed a security group; who created this user; what changed yesterday; api calls of a user; console logins; sign-in events; failed logins; root user activity; recent deletions; activity of an access key; events on a resource; who terminated servers; access denied events; last changes in the account; who modified; recent activity by a role; actions without mfa; which ip did a login come from; who assumed a role; when was it changed and by whom; who launched an instance; who opened a port; what did a person do; who rebooted; who logged in; console sign-ins without mfa; who created an access key; who removed a resource; when was a resource created; who touched production; calls made by a terraform role; errors in api calls; who disabled something; who attached a policy; what happened at night; changes in the last hour; which user made changes; trace of an api call; who deleted the bucket; who deleted this; who terminated the instance; did anyone log in with root; root user logins; root activity; who changed the security group; who created the role; what did this user do; console logins yesterday; failed console logins; recent api calls; who modified the policy; what happened in the account last night; audit events; who did that; delete events last night; who stopped the database; who made changes; who opened port 22; who opened a port to the world; which user created the vpc; user who created a resource; which person deleted it; which role changed this; who added a rule; who edited the record; who scaled down; who detached a volume; creation event of a resource; when was a user deleted; history of actions; actions taken by a person; denied api calls; unauthorized calls; sign in failures; password changes; key deletions; who launched the most instances; who revoked access; who rotated; who approved; who pushed the change; who changed the route table; who deleted the load balancer; who created this database; who modified the dns record; who deleted the snapshot; who deleted the secret; who disabled the key; who changed the lambda function; who dropped the table; who changed the bucket policy; who added the user; who deleted the stack; who changed the trust policy; who made the bucket public; who scaled the cluster; who attached the internet gateway; who changed the alarm; which role created these instances; role behind a change; who restarted the database; who deleted the log group; who changed the listener; who created the peering; who assumed the admin role; who used the access key; changes made on tuesday; changes to a security group',
      DescribeTrails:
        'audit trails; is the trail multi region; organization trail; log file validation on; trail encrypted with kms; bucket of a trail; trails sending to cloudwatch logs; single region trails; accounts without an audit trail; global service events recorded; trails without log validation; is cloudtrail on; where do audit logs go; do we have a trail for all regions; are audit logs encrypted; are audit logs validated; does cloudtrail cover the whole organization; cloudtrail trails; is cloudtrail enabled in all regions; multi region trail; is cloudtrail encrypted; log file validation enabled; trails that write to a central bucket; bucket each trail writes to',
      ListTrails: 'names and home regions of trails; do we have a trail; how many trails; which trails exist',
      GetTrail:
        'settings of one trail; destination bucket of one trail; is this trail encrypted; details of a trail; which bucket does the trail write to',
      GetTrailStatus:
        'is a trail logging; trails switched off; stopped audit logging; last delivery to s3; delivery errors of a trail; when was logging stopped; latest log delivery time; is cloudtrail still logging; when were audit logs last delivered; trail errors; is cloudtrail logging; cloudtrail turned off; trails not logging',
      GetEventSelectors:
        'data events recorded; are s3 object reads logged; lambda invokes logged; read or write only; management events excluded; event selectors of a trail; do we record data events; are bucket reads audited; s3 data events logged; data events enabled on a trail; is lambda invocation auditing on; invocation auditing of functions; object level auditing',
      GetInsightSelectors: 'insights events on; unusual api activity detection enabled; are cloudtrail insights on',
      ListEventDataStores:
        'cloudtrail lake; event data stores; audit lakes; stores pending deletion; event data stores we have; do we use cloudtrail lake',
      GetEventDataStore:
        'retention of an event data store; which events a lake store collects; is termination protection on for an event store; billing mode of cloudtrail lake; how long does cloudtrail lake keep events',
      ListQueries: 'cloudtrail lake queries run; failed lake queries; lake queries that ran',
      DescribeQuery: 'status and bytes scanned of a lake query',
      GetQueryResults: 'rows of a lake query',
      ListChannels:
        'channels of outside audit events; integrations into cloudtrail lake; outside event sources in cloudtrail',
      ListImports:
        'imports of trail logs into the lake; failed imports; imports of old trail logs into the lake; did the trail import work',
      ListDashboards: 'cloudtrail lake dashboards; dashboards in cloudtrail lake',
      ListInsightsData: 'insights events found; unusual api activity detected',
      GetResourcePolicy: 'who may use an event data store or channel',
      ListPublicKeys: 'keys to validate digest files',
      SearchSampleQueries: 'sample queries for audit questions',
      ListTags: 'tags of a trail',
    },
  },
  {
    service: 'config',
    called:
      'aws config; configuration recorder; compliance rules; conformance packs; resource inventory; configuration history; config rules; drift of settings; remediation; aggregator',
    operations: {
      DescribeConfigRules:
        'compliance rules; config rules; which rules check our resources; custom and managed rules; rule parameters; rules being deleted; detective rules; what do we check automatically; list of compliance checks; own lambda rules; config rules we have; config rules deployed',
      DescribeComplianceByConfigRule:
        'failing rules; non compliant rules; which compliance rules fail; rules with violations; compliance status per rule; what rules are we violating; rules in breach; are we compliant; rules that are red; rules we are failing; config rules non compliant; which config rules fail; noncompliant config rules; failing config rules; noncompliant resources by rule; rule violations overview',
      DescribeComplianceByResource:
        'non compliant resources; resources violating rules; which resources fail compliance; noncompliant resources in config; resources out of compliance',
      GetComplianceDetailsByConfigRule:
        'resources failing a rule; why is a rule non compliant; violators of a rule; evaluation results of a rule; which buckets violate a rule; offending resources; resources not compliant with a rule; which resources fail a config rule; noncompliant resources of a rule; resources listed per rule',
      GetComplianceDetailsByResource:
        'which rules does a resource break; rules evaluated for a resource; why is this resource non compliant; which config rules does this instance violate; rules a resource violates; compliance of one resource; why is this bucket noncompliant; compliance of one instance by config; rule results of one resource',
      GetComplianceSummaryByConfigRule:
        'how many rules are non compliant; compliance numbers; count of noncompliant rules',
      GetComplianceSummaryByResourceType:
        'compliant and non compliant resources by type; compliance count per resource type',
      DescribeConfigRuleEvaluationStatus:
        'when did a rule last run; rules failing to evaluate; last evaluation error; when was a rule last evaluated; rules that never ran',
      DescribeConfigurationRecorders:
        'is config recording; recorder settings; which resource types are recorded; are global resources recorded; recording frequency; accounts without a recorder; regions not recorded; does config record everything; what does the recorder cover; which resource types does config record; config recorder settings',
      DescribeConfigurationRecorderStatus:
        'is the recorder running; recorder stopped; last recorder error; recording failures; config turned off; is config on; is recording on in every region; is config recording in all regions; is aws config enabled; config recorder stopped; is the recorder on',
      ListConfigurationRecorders: 'all recorders including service linked ones; configuration recorders we have',
      DescribeDeliveryChannels:
        'where configuration snapshots go; bucket and topic of config; snapshot delivery frequency; where does config deliver; config bucket',
      DescribeDeliveryChannelStatus:
        'failed delivery of configuration history; last snapshot delivery; did config delivery fail',
      DescribeConformancePacks:
        'conformance packs; compliance packs deployed; packs for pci or cis; which compliance packs do we deploy; conformance packs deployed',
      DescribeConformancePackStatus:
        'failed conformance pack deployments; packs being created; did the conformance pack deploy',
      DescribeConformancePackCompliance:
        'rules in a pack that fail; compliance of one pack by rule; which rules of a conformance pack fail',
      GetConformancePackComplianceDetails: 'resources failing in a conformance pack',
      GetConformancePackComplianceSummary:
        'is a conformance pack compliant overall; are our conformance packs compliant',
      ListConformancePackComplianceScores:
        'compliance score of packs; worst conformance pack; percent compliant; conformance pack scores',
      GetResourceConfigHistory:
        'how did a resource change; configuration timeline of a resource; what did this look like last week; earlier settings of a resource; change history of one security group; what changed on this resource; settings of a resource over time; when did a resource change; previous configuration; configuration history of a resource; how did this resource look before; changes of a resource over time; how was a security group configured last week; what did a resource look like before; state of a resource at a date; previous security group rules',
      ListDiscoveredResources:
        'resources recorded of a type; deleted resources; inventory of a resource type; ids of recorded resources; all resources of one kind known to config; resources recorded by config',
      GetDiscoveredResourceCounts:
        'how many resources of each type; resource counts; inventory totals; how many of everything do we have; total resources; how many resources per type do we have',
      BatchGetResourceConfig: 'current recorded configuration of some resources; current configuration of resources',
      SelectResourceConfig:
        'inventory query by sql; query configuration of resources; advanced query; find resources by property; sql over resources; advanced inventory query',
      SelectAggregateResourceConfig:
        'inventory query over all accounts; sql over aggregated resources; find resources in the whole organization; sql query across accounts; query all accounts inventory',
      ListAggregateDiscoveredResources:
        'resources of a type over all accounts in the aggregator; all instances of every account by the aggregator',
      GetAggregateDiscoveredResourceCounts:
        'number of resources over all accounts by type, account or region; resource counts across accounts',
      DescribeConfigurationAggregators:
        'aggregators; multi account config view; organization aggregator; do we have an aggregator; config aggregators',
      DescribeConfigurationAggregatorSourcesStatus:
        'accounts failing to aggregate; sources of an aggregator; outdated aggregation; which accounts does the aggregator miss; accounts the aggregator can not read; aggregator failures',
      DescribeAggregationAuthorizations: 'accounts allowed to collect our config data',
      DescribeAggregateComplianceByConfigRules:
        'failing rules over all accounts; non compliant rules in the aggregator; noncompliant rules in all accounts',
      DescribeAggregateComplianceByConformancePacks: 'conformance packs failing over all accounts',
      GetAggregateConfigRuleComplianceSummary:
        'non compliant rules counted per account or region; noncompliant rules per account',
      GetAggregateComplianceDetailsByConfigRule: 'resources failing a rule in another account',
      GetAggregateResourceConfig: 'recorded configuration of a resource in another account',
      DescribeRemediationConfigurations:
        'automatic remediation; which rules fix themselves; remediation actions of rules; rules without remediation; what gets fixed automatically; auto remediation of config rules; which rules have remediation',
      DescribeRemediationExecutionStatus:
        'failed remediations; remediation runs; did the automatic fix work; did remediation work',
      DescribeRemediationExceptions: 'resources exempt from remediation',
      DescribeOrganizationConfigRules:
        'organization wide rules; rules deployed to all accounts; organization config rules',
      DescribeOrganizationConfigRuleStatuses:
        'organization rules failing to deploy; organization config rules that failed to roll out',
      GetOrganizationConfigRuleDetailedStatus: 'accounts where an organization rule failed',
      DescribeOrganizationConformancePacks: 'organization wide conformance packs; organization conformance packs',
      DescribeOrganizationConformancePackStatuses:
        'organization packs failing to deploy; organization conformance packs that failed to roll out',
      GetOrganizationConformancePackDetailedStatus: 'accounts where a conformance pack failed',
      DescribeRetentionConfigurations: 'how long is configuration history kept; config history retention',
      DescribePendingAggregationRequests: 'aggregators waiting for our authorization',
      ListStoredQueries: 'saved inventory queries; saved config queries',
      GetStoredQuery: 'sql of a saved inventory query',
      ListResourceEvaluations: 'proactive evaluations before deployment',
      GetCustomRulePolicy: 'guard code of a custom rule',
    },
  },
  {
    service: 'controltower',
    called:
      'control tower; landing zone; guardrails; enrolled accounts; account factory; control tower baselines; governed ous',
    operations: {
      ListLandingZones: 'is control tower set up; landing zone; is there a landing zone',
      GetLandingZone:
        'landing zone version and drift; is the landing zone out of date; governed regions; landing zone update available; logging and security accounts of the landing zone; is control tower up to date; landing zone drift; which regions does control tower govern; landing zone version; is control tower drifted',
      ListEnabledControls:
        'guardrails enabled on an ou; controls that are on; drifted controls; failed guardrails; detective and preventive controls switched on; which guardrails are on; guardrails of an ou; drift of guardrails; guardrails active on an ou; controls enabled on the security ou; control tower controls enabled; control tower guardrails',
      GetEnabledControl: 'parameters and drift of one guardrail; is this control drifted',
      ListEnabledBaselines:
        'ous and accounts under a baseline; enrolled ous; registered ous; drifted baselines; accounts not enrolled; failed enrollment; is an ou enrolled; which ous are registered with control tower; enrolled ous in control tower; baselines on ous; enrolled accounts in control tower',
      GetEnabledBaseline: 'version and drift of one enabled baseline',
      ListBaselines: 'baselines there are; baseline versions',
      ListControlOperations: 'guardrail changes in progress; failed control operations; did enabling a control fail',
      ListLandingZoneOperations:
        'landing zone updates; failed landing zone operations; landing zone update history; was the landing zone upgraded; landing zone upgrades',
      GetLandingZoneOperation: 'progress of a landing zone update',
    },
  },
  {
    service: 'controlcatalog',
    called: 'control catalog; library of controls; catalog of guardrails',
    operations: {
      ListControls:
        'all guardrails one could enable; catalog of controls by severity and behavior; available preventive, detective and proactive controls; which controls could we turn on; controls available in the catalog; controls available for encryption',
      GetControl: 'what does a catalog control do; regions and implementation of a control',
      ListDomains: 'control domains; areas of controls',
      ListObjectives: 'control objectives',
      ListCommonControls: 'common controls; common controls of frameworks',
      ListControlMappings: 'which frameworks a control belongs to; controls for nist or pci',
    },
  },
  {
    service: 'servicecatalog',
    called:
      'service catalog; self service products; portfolios; approved products; provisioned products; account factory products; vending',
    operations: {
      SearchProvisionedProducts:
        'provisioned products; who launched a product; products in error or tainted; vended accounts; launched products by owner; products under change; who ordered something from the catalog; failed products; things people launched themselves; products people provisioned; provisioned products in error; products launched from the catalog',
      DescribeProvisionedProduct:
        'state, version and owner of one provisioned product; details of a provisioned product',
      SearchProductsAsAdmin:
        'products in our catalog; all products an administrator sees; what can people order; which products do we offer; golden templates in the catalog; products available in service catalog',
      SearchProducts: 'products i can launch; products shared with me; products available for me to launch',
      ListPortfolios:
        'portfolios; product collections; catalogs we own; which portfolios exist; service catalog portfolios',
      ListAcceptedPortfolioShares: 'portfolios imported from other accounts; portfolios shared with us',
      DescribePortfolio: 'description and budgets of one portfolio',
      ListPortfolioAccess:
        'accounts a portfolio is shared with; who is a portfolio shared with; which accounts a portfolio is shared with',
      DescribePortfolioShares: 'organization nodes a portfolio is shared with; portfolio shares not accepted',
      ListPrincipalsForPortfolio:
        'roles and users who can launch from a portfolio; who can launch products of a portfolio',
      ListConstraintsForPortfolio:
        'launch constraints; template constraints; launch role of products; constraints on a portfolio; launch role constraints',
      ListProvisioningArtifacts:
        'versions of a product; deprecated product versions; versions of a catalog product; versions of the golden product; product versions',
      DescribeProductAsAdmin: 'details and versions of a product',
      ListLaunchPaths: 'ways to launch a product',
      DescribeProvisioningParameters: 'parameters needed to launch a product',
      ListRecordHistory:
        'history of launches, updates and terminations; failed launches; who provisioned what; launch history in service catalog',
      DescribeRecord: 'why did a launch fail; outputs of one launch',
      ListServiceActions: 'self service actions on products; ssm actions of products; service actions we have',
      ListTagOptions: 'tag options; enforced product tags; tag options in service catalog',
      ListBudgetsForResource: 'budgets attached to a product or portfolio',
      GetAWSOrganizationsAccessStatus: 'is catalog sharing with the organization on',
      ListPortfoliosForProduct: 'portfolios containing a product; portfolios that contain a product',
      ListStackInstancesForProvisionedProduct: 'accounts and regions of a stackset product',
    },
  },
  {
    service: 'servicecatalog-appregistry',
    called: 'appregistry; myapplications; application inventory; registered applications; attribute groups',
    operations: {
      ListApplications:
        'registered applications; our applications; application catalog; myapplications; applications in appregistry; which applications are registered',
      GetApplication: 'one application and its tag; resource groups of an application',
      ListAssociatedResources:
        'resources and stacks of an application; what belongs to an application; resources belonging to an application',
      ListAttributeGroups: 'application metadata groups; attribute groups',
      ListAttributeGroupsForApplication: 'metadata of one application',
      GetConfiguration: 'tag key of application registry',
    },
  },
  {
    service: 'service-quotas',
    called:
      'service limits; quotas; limits; quota increase; how close are we to our limits; account limits; soft limits',
    operations: {
      ListServiceQuotas:
        'current limits of a service; applied quotas; how many vpcs can we have; limit of running instances; lambda concurrency limit; which quotas are adjustable; our limits compared with usage; quotas we raised; are we hitting a limit; what are our quotas; max instances we can run; elastic ip limit; vpc limit; how many can we create; limits for lambda or ec2; quota values different from default; service quotas for ec2; our limits for a service; quotas we might hit',
      ListAWSDefaultServiceQuotas: 'default limits of a service; limits before any increase; default quota values',
      GetServiceQuota:
        'value of one limit; our limit for one thing; vcpu limit; maximum number allowed; what is the limit for; current value of a quota; are we close to our limit; limit for on demand instances; is the concurrency quota raised; was a limit raised',
      GetAWSDefaultServiceQuota:
        'default value of one limit; what is the default quota; default limit of one thing; default limit for vpcs',
      ListRequestedServiceQuotaChangeHistory:
        'limit increase requests; pending quota increases; denied or approved quota requests; what did we ask aws to raise; quota cases; did aws approve our limit increase; open quota requests; limit increases we asked for; quota tickets; quota raises pending; quota increase requests; limit raises pending; quota requests denied; requested quota increases',
      ListRequestedServiceQuotaChangeHistoryByQuota: 'increase requests for one quota',
      GetRequestedServiceQuotaChange: 'status of one limit increase request; was our quota request approved',
      ListServices: 'services that have quotas; service codes of quotas; which services have quotas',
      ListServiceQuotaIncreaseRequestsInTemplate:
        'limits raised automatically in new accounts; quota request template; quota template contents; quotas requested for new accounts',
      GetAssociationForServiceQuotaTemplate:
        'is the quota template active for the organization; is the quota template applied to new accounts; quota template on or off',
      GetAutoManagementConfiguration: 'automatic quota management on; warnings near a limit',
      GetQuotaUtilizationReport:
        'how near to limits; quota utilization percent; quotas almost exhausted; quotas above 80 percent',
    },
  },
  {
    service: 'resourcegroupstaggingapi',
    called:
      'tagging; tags; tag compliance; tag editor; labels; untagged resources; cost allocation tags on resources; owner tags',
    operations: {
      GetResources:
        'resources with a tag; everything tagged with a project; resources by tag; find resources owned by a team; all resources of an environment; which resources carry an owner tag; tagged inventory; resources violating tag policy; resources missing required tags; everything belonging to a team; all resources of a project; what is tagged prod; find untagged resources; resources with cost center tag; all resources with their tags; which resources have no tags; resources of an application by tag; everything tagged with a team; everything tagged; resources tagged team; resources with tag owner; untagged resources; resources missing tags; all resources with a given tag; what belongs to a project; everything owned by a team across services; everything owned by team data; all resources of the account; full inventory of resources; everything we run in a region; list every resource we own; find a resource by its arn; where does this arn live; what do we have in this account; search resources by name or tag; resource inventory over services',
      GetTagKeys:
        'tag keys in use; which tags do we use; all labels; misspelled tag keys; which tag names exist; tag spelling variants; tag keys we use; all tag keys; all the tags people invented; tag names in use',
      GetTagValues:
        'values of a tag; which environments, teams or cost centers appear in tags; which teams are there by tag; distinct values of the environment tag; which cost centers exist in tags; values used for the owner tag',
      GetComplianceSummary:
        'tag policy compliance; number of noncompliant tags per account; badly tagged resources count; how many resources break the tag policy; resources violating the tagging policy; tag compliance per account',
      ListRequiredTags: 'required tags; tags our policy demands; mandatory tags',
      DescribeReportCreation: 'is the tag compliance report done',
    },
  },
  {
    service: 'resource-groups',
    called: 'resource groups; groups of resources by tag; tag based groups',
    operations: {
      ListGroups: 'resource groups; groups by tag or stack; resource collections; which resource groups exist',
      ListGroupResources: 'members of a resource group; what is in a group',
      GetGroupQuery: 'tag query of a resource group',
      GetGroup: 'one resource group; owner and criticality of a group',
      SearchResources: 'resources matching a tag query or stack',
      ListTagSyncTasks: 'tag sync of applications; failed tag sync',
      GetGroupConfiguration: 'configuration of a resource group; host or capacity reservation group',
      GetAccountSettings: 'group lifecycle events on',
    },
  },
  {
    service: 'resource-explorer-2',
    called:
      'resource explorer; search resources across regions; resource search; find any resource; where is this resource; inventory search',
    operations: {
      ListIndexes:
        'regions with resource explorer turned on; local and aggregator indexes; where is resource explorer set up; resource explorer per region; is resource explorer enabled everywhere',
      ListIndexesForMembers: 'accounts with resource explorer turned on',
      GetIndex: 'is resource explorer on in this region; aggregator index state',
      ListViews:
        'resource explorer views; saved resource searches; resource explorer views we have; search resources through resource explorer',
      GetView: 'filters of a resource explorer view',
      GetDefaultView: 'default view of resource explorer',
      ListSupportedResourceTypes: 'resource types that can be searched; which resource types can explorer search',
      GetAccountLevelServiceConfiguration: 'is multi account resource search on',
    },
  },
  {
    service: 'license-manager',
    called:
      'license manager; software licenses; license tracking; bring your own license; byol; windows and oracle licenses; license usage',
    operations: {
      ListLicenseConfigurations:
        'license rules; self managed licenses; licenses consumed and left; license limits reached; are we over our licenses; vcpu, core or socket licenses; how many licenses are used; license overuse; sql server licenses counted; licenses we track; license consumption',
      GetLicenseConfiguration: 'rules and consumption of one license configuration; hard limit of licenses',
      ListUsageForLicenseConfiguration:
        'which instances consume a license; which machines use this license; which hosts use up the oracle license; hosts consuming a license',
      ListAssociationsForLicenseConfiguration: 'images and hosts attached to a license',
      ListLicenses: 'licenses issued by us',
      ListReceivedLicenses:
        'licenses bought or received; marketplace licenses; expiring entitlements; granted licenses; marketplace licenses we received',
      ListReceivedGrants: 'license grants received; grants pending acceptance',
      ListDistributedGrants: 'license grants given to other accounts',
      ListResourceInventory: 'software inventory seen by license manager; instances with sql server or oracle',
      ListLicenseConversionTasks:
        'license type conversions; byol to license included; failed conversions; license conversions in progress',
      ListLicenseManagerReportGenerators: 'license reports',
      GetServiceSettings: 'is cross account license discovery on',
      ListFailuresForLicenseConfigurationOperations: 'failed license operations',
      ListReceivedLicensesForOrganization: 'licenses received in the organization',
      ListLicenseConfigurationsForOrganization: 'license rules of the organization',
      ListLicenseAssetGroups: 'license asset groups; expiring license assets',
    },
  },
  {
    service: 'license-manager-linux-subscriptions',
    called: 'linux subscriptions; red hat, suse and ubuntu pro subscriptions; rhel',
    operations: {
      ListLinuxSubscriptions:
        'commercial linux subscriptions; how many rhel or suse instances; red hat subscriptions; rhel subscription count',
      ListLinuxSubscriptionInstances:
        'instances running red hat, suse or ubuntu pro; instances with double subscriptions; which instances run rhel; instances with a suse subscription',
      GetServiceSettings: 'is linux subscription discovery on',
      ListRegisteredSubscriptionProviders: 'red hat subscription manager connections',
    },
  },
  {
    service: 'license-manager-user-subscriptions',
    called: 'user based subscriptions; rdp licenses; visual studio and office licenses',
    operations: {
      ListProductSubscriptions:
        'users subscribed to visual studio, office or rds sal; who has visual studio licenses; people with office licenses; rdp licensed users',
      ListIdentityProviders: 'directories for user based subscriptions',
      ListInstances: 'instances providing user based subscriptions',
      ListUserAssociations: 'users associated with an instance; which users use licensed instances',
      ListLicenseServerEndpoints: 'remote desktop license servers',
    },
  },
  {
    service: 'wellarchitected',
    called: 'well-architected tool; architecture reviews; best practice review; lenses; pillars; high risk issues',
    operations: {
      ListWorkloads:
        'workloads reviewed; high risk issues per workload; workloads not reviewed; reviews to be updated; architecture reviews; which workloads were reviewed; open high risks; when was a workload last reviewed; well architected workloads; high risk issues',
      GetWorkload:
        'one reviewed workload; risk counts, owner and regions of a workload; details of a reviewed workload',
      ListAnswers:
        'answers and risks of a review; unanswered questions; high risk answers by pillar; answers of a review; high risk questions',
      GetAnswer: 'choices and notes of one review question',
      ListLensReviews: 'lenses applied to a workload; lenses used in a workload review; lens reviews of a workload',
      GetLensReview: 'risk counts per pillar of a review',
      ListLensReviewImprovements:
        'improvement plan; what should we improve; recommended improvements by risk; improvement plan of a workload',
      ListMilestones: 'milestones of a review; saved milestones of a review',
      ListLenses:
        'lenses available; custom lenses; serverless or saas lens; which lenses can we use; custom lenses we have',
      ListProfiles: 'review profiles',
      ListReviewTemplates: 'review templates',
      ListWorkloadShares:
        'who a workload review is shared with; who can see our architecture review; review shared with',
      ListShareInvitations: 'review shares waiting for acceptance',
      ListNotifications: 'lens upgrades available for workloads',
      ListCheckSummaries: 'trusted advisor checks for a review question',
    },
  },
  {
    service: 'health',
    called:
      'aws health; personal health dashboard; outages; service issues; scheduled maintenance; planned lifecycle events; service disruptions; deprecations; status page',
    operations: {
      DescribeEvents:
        'outages; open service issues; upcoming maintenance; scheduled changes; is there an aws incident; planned lifecycle events; deprecations that hit us; account notifications; service disruptions affecting this account; end of life notices; upcoming events; is aws down; is there an outage now; what maintenance is coming; aws notices for our account; upcoming deprecations; is this an aws problem; open incidents at aws; certificate or runtime deprecation notices; scheduled events this week; aws outage affecting us; is aws having problems; aws health events; open health events; service issue in our region; upcoming aws maintenance; scheduled maintenance notices; aws incident',
      DescribeEventDetails:
        'what is an aws event about; description of an outage or notice; what does this health event say; full text of an aws notice',
      DescribeAffectedEntities:
        'resources affected by an event; which of our instances are hit by maintenance; resources to migrate before a deprecation; pending affected resources; which resources does the notice concern; instances affected by the outage; our resources affected by a health event; resources affected by maintenance',
      DescribeEventAggregates:
        'how many open issues by category; count of health events; number of health events by category',
      DescribeEventsForOrganization:
        'health events over all accounts; outages anywhere in the organization; maintenance across accounts; health events for all accounts; org wide aws incidents',
      DescribeAffectedAccountsForOrganization:
        'accounts hit by an event; who is affected by an outage; which accounts does an aws incident affect',
      DescribeAffectedEntitiesForOrganization: 'affected resources in other accounts',
      DescribeEventDetailsForOrganization: 'event description for other accounts',
      DescribeHealthServiceStatusForOrganization: 'is organization view of health on',
      DescribeEntityAggregates: 'number of affected resources per event',
      DescribeEntityAggregatesForOrganization: 'number of affected resources per account',
      DescribeEventTypes: 'kinds of health events',
    },
  },
  {
    service: 'trustedadvisor',
    called:
      'trusted advisor; best practice checks; cost, security and fault tolerance recommendations; red and yellow checks',
    operations: {
      ListRecommendations:
        'trusted advisor recommendations; red and yellow checks; checks with errors or warnings; estimated savings; service limit warnings; what does trusted advisor say; what should we improve by trusted advisor; open recommendations; security checks in red; cost recommendations of trusted advisor; trusted advisor findings; trusted advisor checks in red; trusted advisor warnings; trusted advisor cost checks; results of trusted advisor',
      GetRecommendation: 'details of one trusted advisor recommendation; lifecycle stage of a recommendation',
      ListRecommendationResources:
        'resources flagged by a check; which resources are red; resources flagged by trusted advisor',
      ListChecks: 'all checks trusted advisor offers; check ids by pillar; trusted advisor checks available',
      ListOrganizationRecommendations:
        'priority recommendations over the organization; trusted advisor over all accounts; trusted advisor across the organization',
      ListOrganizationRecommendationAccounts: 'accounts a recommendation concerns',
      ListOrganizationRecommendationResources: 'flagged resources in the organization',
    },
  },
  {
    service: 'support',
    called: 'support cases; tickets with aws; aws support; support plan; case severity',
    operations: {
      DescribeCases:
        'support cases; open tickets with aws; unresolved cases; urgent cases; cases waiting for our reply; resolved cases; who opened a case; do we have open support tickets; status of our aws ticket; tickets opened this month; high severity tickets; aws case history; open support cases; tickets with aws support; support case status',
      DescribeCommunications:
        'messages on a support case; what did aws support answer; last reply; conversation with aws support; what did support answer',
      DescribeTrustedAdvisorChecks:
        'trusted advisor checks by category; check names and metadata; list of trusted advisor checks',
      DescribeTrustedAdvisorCheckResult:
        'resources flagged in one trusted advisor check; low utilization instances by trusted advisor; result of a check; result of a trusted advisor check',
      DescribeTrustedAdvisorCheckSummaries: 'status of several checks; how many resources flagged',
      DescribeTrustedAdvisorCheckRefreshStatuses: 'when can a check be refreshed; refresh status of checks',
      DescribeSeverityLevels:
        'severity levels our support plan allows; what support plan do we have; which support plan do we have',
      DescribeServices: 'service and category codes for support cases',
      DescribeAttachment: 'file attached to a support case',
      DescribeCreateCaseOptions: 'hours and languages of support',
    },
  },
  {
    service: 'support-app',
    called: 'support app in slack; cases from slack',
    operations: {
      ListSlackChannelConfigurations: 'slack channels for support cases; who is told about case updates',
      ListSlackWorkspaceConfigurations: 'slack workspaces connected to support',
      GetAccountAlias: 'account name shown in slack support messages',
    },
  },
  {
    service: 'uxc',
    called: 'console customization; console color; visible services and regions',
    operations: {
      GetAccountCustomizations: 'console color of the account; regions and services shown in the console',
      ListServices: 'services that can be shown in the console',
    },
  },
];

import type { ServiceWording } from './wording.js';

/** Finding and stopping threats: detection, vulnerabilities, firewalls of requests, audits. */
export const THREATS_WORDING: readonly ServiceWording[] = [
  {
    service: 'guardduty',
    called:
      'guard duty; threat detection; intrusion detection; suspicious activity; malware; crypto mining; compromised instances and credentials; security threats; detectors',
    operations: {
      ListDetectors:
        'is guardduty turned on; threat detection enabled in this region; accounts without threat detection; detector ids; guardduty off; where is guardduty not enabled; guardduty missing in regions; is guardduty enabled; guardduty on in every region; guardduty enabled in all accounts',
      GetDetector:
        'which protection plans are on; s3, eks, rds, lambda and runtime protection enabled; malware protection on; how often are threats published; features of a detector; is the detector suspended; is s3 protection on; is runtime monitoring on; which guardduty features are off; malware protection enabled; guardduty status; guardduty protection plans enabled; is guardduty eks or s3 protection on; is malware scanning switched on in guardduty; which protections are switched on; finding publishing frequency',
      ListFindings:
        'threats detected; suspicious activity; crypto mining; compromised instance; brute force ssh; port scans; unauthorized access; malware found; high severity threats; new guardduty alerts; anomalous behavior; data exfiltration; any threats; is somebody attacking us; security alerts lately; suspicious logins; bitcoin mining; compromised credentials used; tor traffic; dns exfiltration; findings not archived; guardduty findings; high severity guardduty findings; threats found this week; guardduty alerts; suspicious activity detected; crypto mining detected',
      GetFindings:
        'details of a threat; which instance and ip address were attacked; severity, actor and remote ip of threats; guardduty findings in full; what kind of threat was it; details of a guardduty finding; what was the attacker ip',
      GetFindingsStatistics:
        'number of threats by severity; how many high severity threats; threats per account, day or resource; guardduty findings by severity; how many guardduty findings; how many findings per severity; guardduty findings count by severity',
      ListMembers:
        'accounts watched by threat detection; guardduty member accounts; members not enabled; disassociated members; accounts missing from guardduty; which accounts report to the security account',
      GetMemberDetectors:
        'protection plans of member accounts; which members lack s3 or runtime protection; features enabled for guardduty members',
      ListOrganizationAdminAccounts:
        'delegated administrator of guardduty; which account runs threat detection; guardduty delegated admin; which account administers guardduty',
      DescribeOrganizationConfiguration:
        'are new accounts enrolled in threat detection automatically; auto-enable of guardduty; default protection plans of new accounts; guardduty for new accounts; is guardduty auto enabled',
      GetOrganizationStatistics:
        'how many accounts have threat detection; coverage of protection plans over the organization',
      ListCoverage:
        'runtime monitoring coverage; instances and clusters without the guardduty agent; unhealthy runtime agents; resources covered by runtime monitoring; why is coverage unhealthy; clusters without runtime protection; which instances lack the security agent; eks clusters with no runtime agent; runtime agent missing on clusters',
      GetCoverageStatistics:
        'how many clusters or instances are covered by runtime monitoring; runtime coverage numbers',
      ListFilters:
        'suppression rules; suppressed threats; auto archived findings; saved filters of threats; guardduty suppression rules; which findings are suppressed',
      ListIPSets: 'trusted ip lists; ip allow lists of threat detection; trusted ips in guardduty',
      ListThreatIntelSets:
        'threat lists; known malicious ips; custom threat intelligence feeds; threat feeds in guardduty',
      ListTrustedEntitySets: 'trusted entity lists; trusted domains and ips',
      ListThreatEntitySets: 'malicious entity lists; malicious domains and ips',
      ListPublishingDestinations:
        'where threats are exported; findings exported to s3; export bucket of findings; publishing failing; are guardduty findings exported; guardduty export bucket',
      DescribePublishingDestination: 'export bucket and key of findings; status of a findings export',
      DescribeMalwareScans:
        'malware scans of instances and volumes; scans that found malware; infected volumes; scan history; skipped scans; guardduty malware scans; did a malware scan find something',
      ListMalwareScans: 'malware scans of all kinds; latest scans of snapshots, buckets or recovery points',
      GetMalwareScan: 'result of one malware scan; files infected; threats in one scan',
      GetMalwareScanSettings:
        'are snapshots kept after a malware scan; tags included in or excluded from malware scans; malware scan options of guardduty',
      ListMalwareProtectionPlans:
        'buckets scanned for malware; s3 malware protection; upload scanning; which buckets are scanned for malware; bucket malware protection',
      GetMalwareProtectionPlan: 'which bucket and prefixes a malware plan protects; is infected object tagging on',
      GetRemainingFreeTrialDays: 'free trial days left of threat detection; guardduty trial',
      GetUsageStatistics:
        'what guardduty costs; usage by data source; which account costs most in threat detection; guardduty cost; most expensive guardduty data source',
      GetAdministratorAccount:
        'who administers threat detection for this account; which account is our guardduty administrator; who is our guardduty master; guardduty administrator of this member',
      GetFilter: 'criteria of one suppression rule; which threats does a suppression rule hide',
      GetIPSet: 'location and status of a trusted ip list',
      ListInvitations: 'invitations to join as guardduty member',
    },
  },
  {
    service: 'inspector2',
    called:
      'inspector; vulnerability scanning; cves; software vulnerabilities; package vulnerabilities; patches missing; scan of instances, container images and lambda functions; sbom; cis benchmarks',
    operations: {
      ListFindings:
        'vulnerabilities; cves; critical vulnerabilities; vulnerable instances; vulnerable container images; vulnerable lambda functions; log4j; exploitable packages; fix available; unpatched software; open ports reachable from the internet; hosts affected by a cve; high severity cves; oldest open vulnerabilities; code vulnerabilities; which servers have critical cves; vulnerabilities with a known exploit; images with high severity findings; what needs patching urgently; vulnerabilities older than a month; is log4shell anywhere; vulnerable packages; open vulnerabilities by severity; critical cves on our servers; vulnerabilities in container images; inspector findings; cves with fix available; open vulnerabilities; which hosts are affected by this cve; is log4shell around; where is a cve present; log4j vulnerable',
      ListFindingAggregations:
        'vulnerabilities per account, image, repository, instance or package; most vulnerable images; accounts with the most critical vulnerabilities; vulnerability counts; top vulnerable machines; which image has most vulnerabilities; how many critical cves per account; worst hosts; vulnerability totals by title; vulnerabilities per account; critical vulnerability count; images with most vulnerabilities',
      BatchGetFindingDetails:
        'epss and exploit details of a vulnerability; references and ttps of vulnerabilities; cisa known exploited; exploit available for a finding; epss score',
      SearchVulnerabilities:
        'details of a cve; what is cve; cvss score and description of a cve; does inspector detect this cve; tell me about a cve; cve details',
      ListCoverage:
        'what is scanned; instances not scanned; images not scanned; unmanaged instances; scanning inactive; resources without vulnerability scanning; last scanned; agentless or agent based scanning; which instances are not scanned; repositories not scanned; why is a machine not scanned; what does inspector scan; instances inspector does not scan; machines inspector ignores; excluded from vulnerability scanning; scan status of instances',
      ListCoverageStatistics:
        'how many resources are scanned; scan coverage counts by resource type; how many images are scanned',
      BatchGetAccountStatus:
        'is inspector turned on; vulnerability scanning enabled per account for ec2, ecr and lambda; accounts without vulnerability scanning; where is inspector off; scan types enabled; is inspector enabled; inspector status per account',
      ListMembers:
        'member accounts of vulnerability scanning; accounts not enrolled in inspector; inspector members; accounts without inspector',
      GetDelegatedAdminAccount:
        'delegated administrator of inspector; which account runs vulnerability scanning; which account administers inspector',
      ListDelegatedAdminAccounts: 'inspector administrators of the organization',
      DescribeOrganizationConfiguration:
        'are new accounts scanned automatically; auto-enable of vulnerability scanning; inspector for new accounts',
      GetConfiguration:
        'how long are images rescanned; ecr rescan duration; ec2 scan mode hybrid or agent; scan settings; how long do we rescan images; inspector scan settings',
      ListFilters:
        'suppression rules of vulnerabilities; ignored cves; accepted risk filters; suppressed cves; inspector suppression rules',
      ListCisScanConfigurations: 'cis benchmark scan schedules; hardening scans planned; cis scans scheduled',
      ListCisScans:
        'cis benchmark scans; hardening scan results; failed cis checks; cis scan results of servers; are servers hardened',
      ListCisScanResultsAggregatedByChecks: 'which cis checks fail most; failed benchmark checks',
      ListCisScanResultsAggregatedByTargetResource: 'cis results per machine; least hardened instances',
      ListUsageTotals: 'what vulnerability scanning costs; inspector usage and estimated monthly cost; inspector cost',
      BatchGetFreeTrialInfo: 'free trial of vulnerability scanning',
      ListAccountPermissions: 'scans this account may turn on',
      GetEc2DeepInspectionConfiguration: 'paths of deep inspection; package paths scanned on linux',
      GetFindingsReportStatus: 'is the vulnerability report ready; export of findings',
      GetSbomExport: 'sbom export status; software bill of materials; did the sbom export finish',
      GetClustersForImage:
        'where is an image running; clusters running a vulnerable image; which clusters run a vulnerable image',
      ListCodeSecurityIntegrations:
        'github and gitlab integrations of code scanning; repositories connected for code scanning; source code scanning integrations',
      ListCodeSecurityScanConfigurations: 'code scan schedules; sast, sca and iac scan settings',
      GetEncryptionKey: 'key used to encrypt code scan findings',
    },
  },
  {
    service: 'inspector',
    called: 'inspector classic; old inspector; assessment templates',
    operations: {
      ListFindings: 'classic assessment findings; old inspector findings',
      ListAssessmentRuns: 'classic assessment runs; old security assessments',
      ListAssessmentTemplates: 'classic assessment templates',
      ListAssessmentTargets: 'classic assessment targets',
      ListRulesPackages: 'classic rules packages; cve, cis and network rules of inspector classic',
      DescribeFindings: 'details of classic findings',
    },
  },
  {
    service: 'macie2',
    called:
      'macie; sensitive data; pii; personal data in s3; data classification; credit card numbers and credentials in buckets; data privacy; gdpr',
    operations: {
      GetMacieSession:
        'is macie turned on; sensitive data scanning enabled; macie paused; publishing frequency of macie; is macie enabled',
      DescribeBuckets:
        'buckets by sensitivity score; most sensitive buckets; public or unencrypted buckets as macie sees them; buckets shared outside; buckets never checked for sensitive data; buckets with errors in classification; which buckets hold sensitive data; sensitivity of buckets; buckets open to the public by macie; buckets with personal data; buckets with sensitive data; sensitive buckets',
      GetBucketStatistics:
        'how many buckets are public, shared or unencrypted; bucket counts by encryption and sharing; how many buckets are public according to macie; bucket security totals',
      ListFindings:
        'pii found; sensitive data alerts; personal data exposed; credentials found in s3; policy findings on buckets; which objects contain credit cards; did macie find personal data; leaked secrets in buckets; sensitive data discovered lately; macie findings; pii in our buckets; personal data found',
      GetFindings:
        'details of a sensitive data finding; which object holds personal data; what kind of sensitive data; what did macie find in this object',
      GetFindingStatistics: 'number of sensitive data findings by type, bucket or severity; how many macie findings',
      ListClassificationJobs:
        'sensitive data scans; discovery jobs; running, paused or failed scans for pii; scheduled data scans; which data scans ran; is a scan still running; macie jobs that are paused; macie jobs',
      DescribeClassificationJob:
        'status of one data scan; buckets in a scan; last run error of a scan; sampling depth; progress of a macie job; which buckets does a macie job scan',
      GetAutomatedDiscoveryConfiguration:
        'automated sensitive data discovery on; continuous scanning of buckets enabled; is automated data discovery on',
      ListAutomatedDiscoveryAccounts: 'accounts where automated data discovery is on',
      ListCustomDataIdentifiers:
        'own patterns for sensitive data; regexes for customer numbers; which custom patterns does macie look for',
      ListManagedDataIdentifiers: 'built-in kinds of sensitive data macie recognizes',
      ListAllowLists: 'text to ignore in data scans; allow lists of macie; macie allow lists',
      ListMembers:
        'member accounts of macie; accounts without sensitive data scanning; macie member accounts; accounts without macie',
      ListOrganizationAdminAccounts:
        'delegated administrator of macie; macie delegated admin; which account administers macie',
      DescribeOrganizationConfiguration: 'are new accounts added to macie automatically',
      GetClassificationExportConfiguration:
        'where data discovery results are stored; results bucket of macie; where do macie results go',
      ListFindingsFilters:
        'suppressed sensitive data findings; macie filters; suppressed macie findings; macie suppression rules',
      GetUsageTotals: 'what macie costs; estimated monthly cost of data scanning; macie cost',
      GetUsageStatistics: 'macie usage per account; free trial of macie',
      SearchResources: 'find buckets by sensitivity or tag in macie',
      GetResourceProfile: 'sensitivity score of one bucket; how sensitive is this bucket',
      ListResourceProfileDetections: 'kinds of sensitive data found in one bucket',
      GetRevealConfiguration: 'may samples of sensitive data be revealed',
      GetAdministratorAccount: 'who administers macie for this account',
    },
  },
  {
    service: 'securityhub',
    called:
      'security hub; security findings of all tools; security score; compliance standards; cis; pci dss; foundational best practices; posture management; cspm; security controls',
    operations: {
      DescribeHub:
        'is security hub turned on; accounts without security hub; are new controls enabled automatically; consolidated control findings; where is security hub missing; when was security hub turned on; is security hub enabled',
      DescribeSecurityHubV2: 'is the new security hub enabled; unified security hub v2',
      GetFindings:
        'security findings; critical findings; failed security checks; failed controls; open findings; non compliant resources; high severity security issues; security alerts from guardduty, inspector and macie; unresolved findings; findings not suppressed; security issues on a resource; findings by compliance status; what are our worst security problems; failed cis checks; resources failing best practice; findings of an account; new security issues this week; critical issues not yet fixed; public resources reported; findings by control; what should security fix first; security hub findings; failing controls; failed pci controls; failed cis controls; critical security hub findings; security findings for an account; open high severity findings; noncompliant resources in security hub; which controls fail; active failed checks; score of failing controls; security hub failing controls; controls in failed state; exposure findings; findings of security hub v2; findings counted by severity',
      GetFindingsTrendsV2: 'security findings over time; are findings going down; trend of findings',
      GetResourcesV2: 'resources with the most security findings; resource inventory with risk; riskiest resources',
      GetResourcesStatisticsV2: 'counts of risky resources by type and account',
      GetFindingHistory:
        'who changed a security finding; history of a finding; when was a finding suppressed; when did this finding change; who suppressed that security finding; who resolved a finding',
      GetEnabledStandards:
        'which security standards are on; cis, pci, nist, best practice enabled; subscribed standards; are we checked against cis or pci; active compliance frameworks; which security standards are enabled; is the cis benchmark enabled; is pci dss on; do we run the cis benchmark; benchmark enabled in security hub',
      DescribeStandards: 'standards we could enable; available security standards; security standards on offer',
      DescribeStandardsControls:
        'controls of a standard and whether they are disabled; disabled controls and why; control severity in a standard; which checks did we switch off; disabled security checks; reason a control is disabled; disabled controls in security hub; security hub checks turned off; controls we disabled and why; switched off checks',
      ListSecurityControlDefinitions:
        'all controls there are; catalog of security checks; severity of a control; which security checks exist',
      GetSecurityControlDefinition:
        'what does a control check; parameters of one security control; what does this security control check',
      BatchGetSecurityControls:
        'settings of controls; custom control parameters; which controls are enabled; status and severity of given security controls',
      ListStandardsControlAssociations: 'in which standards is a control enabled or disabled',
      ListAutomationRules:
        'automation rules for findings; rules that suppress or change findings; automatic suppression; security hub automation rules; what closes findings automatically',
      ListAutomationRulesV2: 'automation rules of the new security hub; ticketing rules',
      ListMembers: 'security hub member accounts; members not enabled; accounts not reporting to security hub',
      ListOrganizationAdminAccounts:
        'delegated administrator of security hub; security hub delegated admin; which account administers security hub; account that runs security hub for the organization',
      DescribeOrganizationConfiguration:
        'are new accounts enrolled in security hub; central configuration on; default standards for new accounts; security hub for new accounts; is security hub centrally configured',
      ListConfigurationPolicies:
        'central configuration policies; which standards a policy enables; security hub central policies',
      ListConfigurationPolicyAssociations:
        'which ou or account has which security hub policy; failed policy associations; self managed accounts; which accounts are not under a security hub policy',
      ListFindingAggregators:
        'aggregation region; cross-region aggregation of findings; do we aggregate findings in one region; security hub aggregation region; region that collects security hub findings; home region of security hub',
      GetFindingAggregator: 'home region and linked regions of findings',
      GetInsights: 'saved insights; groupings of findings; security hub insights; security hub insights we have',
      GetInsightResults: 'results of an insight; resources with most findings in an insight; who has most findings',
      ListEnabledProductsForImport:
        'integrations sending findings; which products feed security hub; which tools send findings; integrations of security hub',
      DescribeProducts: 'third party integrations available; partner products',
      ListConnectorsV2: 'ticketing connectors; jira and servicenow connections',
      DescribeActionTargets: 'custom actions on findings',
      GetAdministratorAccount: 'who administers security hub for this account',
      ListInvitations: 'invitations to become a security hub member',
    },
  },
  {
    service: 'securitylake',
    called: 'security lake; central security data lake; ocsf logs; siem feed',
    operations: {
      ListDataLakes:
        'is security lake on; data lake regions; retention of security logs; failed data lake; do we have a security lake; security lake regions',
      ListLogSources:
        'log sources collected; which accounts send vpc flow or route 53 logs to the lake; custom sources; which logs go into security lake',
      GetDataLakeSources: 'which sources are collecting per account; sources not collecting',
      ListSubscribers:
        'who reads the security lake; siem subscribers; query access subscribers; who reads from security lake',
      GetSubscriber: 'access and role of one lake subscriber',
      ListDataLakeExceptions:
        'errors in security lake; log ingestion failures; exceptions of the data lake; is security lake broken',
      GetDataLakeOrganizationConfiguration: 'are new accounts added to security lake automatically',
    },
  },
  {
    service: 'security-ir',
    called: 'security incident response; incident response service; security cases; aws incident responders',
    operations: {
      ListCases:
        'security incidents reported; open incident cases; cases waiting for us; closed security cases; security cases with aws; cases with the incident responders',
      GetCase: 'details of a security case; watchers and impacted accounts of an incident; status of a security case',
      ListMemberships:
        'is incident response service subscribed; membership of the response team; do we have incident response coverage',
      GetMembership: 'incident response team members; covered accounts of the membership',
      ListComments:
        'conversation on a security case; what did responders write on a case; comments on the security case; replies in a case',
      ListInvestigations: 'automated investigations of a case',
      ListCaseEdits: 'who edited a security case',
    },
  },
  {
    service: 'securityagent',
    called: 'aws security agent; penetration testing; pentest; code review agent; design review',
    operations: {
      ListAgentSpaces: 'security agent spaces; applications under pentest',
      ListPentests: 'penetration tests; pentests set up; pentests we have',
      ListPentestJobsForPentest: 'runs of a penetration test; pentest in progress or failed',
      ListFindings:
        'pentest findings; vulnerabilities found by the pentest; code review findings; what did the pentest find',
      ListTargetDomains: 'domains to be tested; verified pentest targets; domains a pentest may attack; pentest scope',
      ListCodeReviews: 'security code reviews',
      ListIntegrations: 'repositories connected to the security agent',
    },
  },
  {
    service: 'detective',
    called: 'amazon detective; behavior graph; investigate incidents; security investigation',
    operations: {
      ListGraphs: 'is detective turned on; behavior graphs; accounts without detective',
      ListMembers:
        'accounts feeding the behavior graph; detective members; members with too much data; accounts in detective',
      ListInvestigations:
        'detective investigations; suspicious users or roles investigated; severity of investigations; was a role compromised; detective investigation results',
      GetInvestigation: 'result of one investigation; was a role compromised; outcome of a detective investigation',
      ListIndicators: 'indicators of compromise; impossible travel; flagged ip addresses in an investigation',
      ListDatasourcePackages: 'data sources of detective; eks audit logs in detective',
      DescribeOrganizationConfiguration: 'are new accounts added to detective automatically',
    },
  },
  {
    service: 'wafv2',
    called:
      'waf; web application firewall; web acls; bot control; rate limiting; ip blocking; managed rules; sql injection protection; layer 7 firewall',
    operations: {
      ListWebACLs:
        'web acls; web application firewalls; waf firewalls per region or cloudfront; which wafs do we have; which web firewalls exist; do we have a waf; names of web acls; cloudfront wafs; our web acls; waf acls we have',
      GetWebACL:
        'rules of a waf; default action allow or block; managed rule groups in use; rate limit of a web acl; rules in count mode; what does our waf block; bot control on; captcha; is rate limiting on; does the waf only count; which ips or countries does the waf block; core rule set in use; does a firewall block sql injection; unused capacity of a web acl; rules in a web acl; waf rules; is rate limiting enabled in waf; countries blocked by the firewall; geo blocking in waf; is bot control on',
      ListResourcesForWebACL:
        'what is protected by a waf; load balancers and apis behind a web acl; resources behind the firewall; web acls protecting nothing; is our load balancer behind a waf; where is a web acl used; apis protected by the waf; resources protected by a waf; which load balancers are behind waf',
      GetWebACLForResource:
        'which waf protects this load balancer; does this api have a firewall; load balancers without waf; is this api protected; public load balancers without a firewall; load balancer with a waf in front; waf in front of a load balancer; which web acl is attached to this resource',
      ListIPSets:
        'ip block lists; ip allow lists; blocked ip addresses; ip sets; which addresses do we block; office ip allow list',
      GetIPSet:
        'addresses in an ip set; is this ip blocked; cidrs on the allow list; which ips are in this list; is an ip on the block list',
      ListRuleGroups: 'own rule groups; reusable waf rules; waf rule groups we own',
      GetRuleGroup: 'rules and capacity of a rule group; what is in this rule group',
      ListRegexPatternSets: 'regex patterns for requests; regex sets of waf',
      ListLoggingConfigurations:
        'wafs with logging; waf logs destination; web acls without logging; redacted fields; is waf logging on; wafs that do not log',
      GetLoggingConfiguration: 'where does a web acl log; filter of waf logs; where do waf logs go',
      GetSampledRequests:
        'requests blocked by a waf; sample of blocked traffic; which ips are being blocked; why was a request blocked; what is our waf blocking; requests the waf blocked lately; requests the firewall rejected; which requests did waf reject in the last hour; blocked by waf',
      ListAvailableManagedRuleGroups:
        'managed rule groups we could use; aws managed rules; vendor rules; managed rules on offer',
      ListAvailableManagedRuleGroupVersions: 'versions of a managed rule group',
      DescribeManagedRuleGroup: 'rules inside an aws managed rule group; capacity and labels of managed rules',
      GetRateBasedStatementManagedKeys:
        'ips currently rate limited; clients blocked by a rate rule; which ips are rate limited now; throttled clients',
      GetTopPathStatisticsByTraffic: 'paths with most bot traffic; top urls requested by bots; which paths do bots hit',
      ListManagedRuleSets: 'rule sets published as a vendor',
      GetPermissionPolicy: 'accounts a rule group is shared with',
      DescribeAllManagedProducts: 'managed rule products of all vendors',
    },
  },
  {
    service: 'waf',
    called: 'waf classic; old global waf; waf v1 for cloudfront',
    operations: {
      ListWebACLs:
        'classic web acls; cloudfront distributions still on old waf; legacy waf; web acls still on waf classic; do we still use waf classic',
      ListRules: 'classic waf rules; rules in the old waf',
      ListIPSets: 'classic ip sets',
      ListRateBasedRules: 'classic rate limits',
      ListRuleGroups: 'classic rule groups',
      GetWebACL: 'rules of a classic web acl',
      ListSqlInjectionMatchSets: 'classic sql injection conditions',
      ListGeoMatchSets: 'classic geo blocking; country conditions',
    },
  },
  {
    service: 'waf-regional',
    called: 'waf classic regional; old regional waf; waf v1 for load balancers',
    operations: {
      ListWebACLs: 'classic regional web acls; load balancers still on old waf; regional web acls on waf classic',
      ListRules: 'classic regional rules',
      ListIPSets: 'classic regional ip sets',
      ListResourcesForWebACL: 'load balancers and api stages behind a classic web acl',
      ListRateBasedRules: 'classic regional rate limits',
      GetWebACL: 'rules of a classic regional web acl',
    },
  },
  {
    service: 'shield',
    called: 'shield advanced; ddos protection; denial of service attacks; ddos response team',
    operations: {
      GetSubscriptionState:
        'is shield advanced subscribed; do we pay for ddos protection; do we have ddos protection; is shield advanced enabled; is shield advanced active; do we pay for shield',
      DescribeSubscription:
        'shield advanced commitment; subscription start and end; auto renew; ddos protection limits; when does the shield subscription renew; do we pay for shield advanced',
      ListProtections:
        'resources protected against ddos; load balancers and ips under shield; what is not protected; protected distributions; which resources have ddos protection; is a distribution protected by shield; resources with shield protection; what is protected against ddos',
      DescribeProtection:
        'health checks and automatic mitigation of one protection; is application layer mitigation on',
      ListAttacks:
        'ddos attacks; recent attacks; were we attacked; denial of service events; resources under attack; did we get ddosed; attacks in the last weeks',
      DescribeAttack: 'details of one ddos attack; attack vectors and volume; mitigations applied',
      DescribeAttackStatistics: 'how many ddos attacks this year; largest attack volume; how big was the largest ddos',
      ListProtectionGroups: 'groups of ddos protected resources; shield protection groups',
      DescribeDRTAccess:
        'may the ddos response team access us; shield response team role; can the shield response team see our logs',
      DescribeEmergencyContactSettings:
        'who is called during a ddos attack; emergency contacts; proactive engagement; who gets called in a ddos attack',
    },
  },
  {
    service: 'fms',
    called: 'firewall manager; central firewall policies; security group policies; waf everywhere; fms',
    operations: {
      ListPolicies:
        'firewall manager policies; central waf, shield, security group and network firewall policies; auto remediation on; central firewall rules over accounts; which policies does firewall manager enforce',
      GetPolicy:
        'scope and resources of a firewall policy; which ous does a firewall policy cover; what does a firewall manager policy cover',
      ListComplianceStatus:
        'accounts not compliant with a firewall policy; violators of security group policy; which accounts break the firewall policy; firewall manager policy violations; firewall manager compliance',
      GetComplianceDetail: 'resources in an account violating a firewall policy',
      GetViolationDetails: 'why does a resource violate a firewall policy; missing firewall or subnet route',
      ListMemberAccounts: 'accounts managed by firewall manager; accounts under firewall manager',
      GetAdminAccount: 'firewall manager administrator; which account administers firewall manager',
      ListAdminAccountsForOrganization: 'all firewall manager administrators',
      ListAppsLists: 'application lists of security group policies',
      ListProtocolsLists: 'protocol lists of firewall policies',
      ListResourceSets: 'resource sets of firewall manager',
      ListDiscoveredResources: 'firewalls discovered but not managed centrally',
      GetNotificationChannel: 'sns topic of firewall manager alerts',
    },
  },
  {
    service: 'auditmanager',
    called:
      'audit manager; audits; evidence collection; compliance assessments; audit frameworks; soc 2; hipaa audit; pci audit',
    operations: {
      ListAssessments:
        'audits in progress; active assessments; compliance audits by framework; which audits are running; audit status',
      GetAssessment: 'controls, scope and owners of an audit; evidence count of an assessment; delegated control sets',
      ListAssessmentFrameworks:
        'audit frameworks; custom frameworks; standard frameworks such as pci, hipaa, gdpr; which audit frameworks can we use',
      GetAssessmentFramework: 'controls inside an audit framework',
      ListControls: 'audit controls; custom controls; standard controls; audit manager controls',
      GetControl: 'evidence sources of one audit control',
      ListAssessmentReports: 'audit reports; generated audit reports; failed reports; which audit reports do we have',
      GetEvidenceFoldersByAssessment:
        'evidence collected for an audit; non compliant evidence; evidence of an audit by day and control; evidence for the hipaa audit',
      GetEvidenceByEvidenceFolder: 'pieces of evidence in a folder',
      GetDelegations: 'control sets delegated to reviewers; who must review evidence; audit work delegated to others',
      GetInsights:
        'non compliant evidence over all active audits; audit dashboard numbers; how much evidence is non compliant',
      GetInsightsByAssessment: 'compliant and inconclusive evidence of one audit',
      GetChangeLogs: 'who changed an audit; changes of an assessment',
      GetAccountStatus: 'is audit manager turned on; is audit manager on',
      GetSettings: 'audit manager settings; report destination bucket; evidence finder; default owners',
      GetOrganizationAdminAccount:
        'delegated administrator of audit manager; which account administers audit manager; audit manager delegated admin',
      ListNotifications: 'audit notifications; control sets handed over',
    },
  },
  {
    service: 'artifact',
    called: 'aws artifact; compliance reports of aws; soc reports; iso certificates; baa; nda; agreements with aws',
    operations: {
      ListReports:
        'compliance reports to download; soc 2, pci and iso reports of aws; aws attestations; soc report of aws; iso certificate of aws; latest pci attestation; soc2 report; soc 2 type 2 report; aws compliance report',
      GetReportMetadata: 'period and version of a compliance report',
      ListCustomerAgreements:
        'agreements accepted with aws; business associate addendum; is the baa signed; nda state; which agreements did we sign with aws; is a baa in place',
      GetAccountSettings: 'artifact notification settings',
      ListReportVersions:
        'versions of a compliance report; newest edition of a soc report; older versions of an attestation',
    },
  },
];

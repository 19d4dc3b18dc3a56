import type { ServiceWording } from './wording.js';

/** Names, domains, content delivery and failover between Regions. */
export const DNS_AND_DELIVERY_WORDING: readonly ServiceWording[] = [
  {
    service: 'route53',
    called:
      'route 53; route53; r53; dns; hosted zones; dns zones; dns records; domains and records; a records; cname; mx; txt records; health checks; name resolution; failover routing',
    operations: {
      ListHostedZones:
        'hosted zones; dns zones; public and private zones; zones with record counts; empty zones; which domains do we host; how many dns zones; private dns zones; zones without records; stale dns zones',
      ListHostedZonesByName: 'find a dns zone by domain name; zones sorted by name; does a zone for this domain exist',
      GetHostedZone:
        'name servers of a zone; vpcs associated with a private zone; ns delegation of a zone; which vpcs resolve a private zone; name servers of our zone; vpcs tied to a zone',
      ListHostedZonesByVPC: 'private zones attached to a vpc; dns zones a vpc can resolve',
      ListResourceRecordSets:
        'dns records; records in a zone; what does this hostname point to; a records, cnames, mx and txt; alias records; ttl of a record; low ttl records; dangling dns records; records that point to deleted load balancers; subdomain takeover candidates; weighted or latency records; failover records; wildcard record; spf and dmarc records; caa records; records pointing to an ip; which record targets this cloudfront; health check of a record; verification txt records; spf record of a domain; sender policy framework; geolocation routing records; ns records in a zone; records of a subdomain; weighted records for a canary; what does a hostname resolve to; where does a domain name point; who uses this dns name; dns entries; names pointing to something deleted; names that resolve to an old load balancer; hostnames pointing to an ip address; failover primary and secondary records',
      ListHealthChecks:
        'dns health checks; endpoints monitored by route 53; health check interval; calculated health checks; disabled health checks; health checks on an alarm; unused health checks; failure threshold of health checks; health check target domain, ip and port; regions that check an endpoint; inverted health checks; string match health checks; health checks by metric; latency measured health checks',
      GetHealthCheckStatus:
        'is a health check failing; unhealthy health checks; health checkers report; current status of an endpoint check; failing health checks; is the failover health check red; endpoint down according to dns',
      GetHealthCheckLastFailureReason: 'why did a dns health check fail; last failure reason',
      GetHealthCheck: 'settings of one dns health check',
      GetDNSSEC: 'is dnssec on; zones without dnssec signing; key signing keys of a zone; dnssec status',
      ListQueryLoggingConfigs:
        'dns query logging of public zones; zones without query logs; where do dns query logs go',
      ListTrafficPolicies: 'traffic policies; traffic flow definitions; geoproximity routing policies',
      ListTrafficPolicyInstances: 'policy records; traffic flow records that cost money',
      ListReusableDelegationSets: 'reusable delegation sets; shared name server sets; white label name servers',
      ListVPCAssociationAuthorizations: 'vpcs of other accounts allowed to join a private zone',
      ListTagsForResource: 'tags of a hosted zone; tags of a health check; owner of a dns zone',
      ListCidrCollections: 'cidr collections for ip based routing',
      ListGeoLocations: 'supported geo locations for dns routing',
      GetChange: 'has a dns change propagated; pending dns change; insync status of a change',
      GetAccountLimit: 'how many hosted zones may we have; dns quota of zones and health checks',
      GetHostedZoneLimit: 'maximum records of a zone; limit of vpcs per zone',
      GetHostedZoneCount: 'number of hosted zones in the account; total zones',
      GetHealthCheckCount: 'number of dns health checks in the account',
      GetCheckerIpRanges: 'ip ranges of health checkers; which ips to allow for dns health checks',
    },
  },
  {
    service: 'route53domains',
    called:
      'route 53 domains; domain registration; registered domains; domain names; domain registrar; whois; domain renewal',
    operations: {
      ListDomains:
        'registered domains; domains we own; domains about to expire; domain expiry dates; domains with auto renew off; transfer lock off; domain renewals this year; unlocked domains; domains that run out this year; domain names to renew; when does our domain lapse',
      GetDomainDetail:
        'contacts of a domain; whois privacy; name servers of a registered domain; who registered a domain; creation and expiration of one domain; dnssec keys at the registrar; admin contact email; privacy protection of domain contacts',
      ListOperations:
        'domain transfers in progress; failed domain registrations; registrar operations; pending domain renewals',
      GetOperationDetail: 'why did a domain transfer fail; status of one domain operation',
      ListPrices: 'price of a domain; cost of a tld; renewal price of domains',
      GetContactReachabilityStatus: 'is the registrant email verified; contact reachability pending',
      GetDomainSuggestions: 'free domain name ideas; similar available domains',
      ListTagsForDomain: 'tags of a registered domain',
    },
  },
  {
    service: 'route53resolver',
    called:
      'route 53 resolver; vpc dns resolver; dns firewall; dns forwarding; resolver endpoints; inbound and outbound resolver; hybrid dns; conditional forwarding',
    operations: {
      ListResolverEndpoints:
        'inbound and outbound dns endpoints; resolver endpoints; hybrid dns endpoints; resolver endpoints in trouble; direction of a resolver endpoint; dns over https endpoints',
      ListResolverEndpointIpAddresses:
        'ip addresses of a resolver endpoint; which ip should on premises dns forward to',
      ListResolverRules:
        'dns forwarding rules; which domains are forwarded on premises; conditional forwarders; target dns servers; shared resolver rules; system rules; lookups forwarded to on premises; dns forwarding to on prem; where are internal names resolved',
      ListResolverRuleAssociations: 'vpcs using a forwarding rule; forwarding rules attached to a vpc',
      ListResolverQueryLogConfigs: 'vpc dns query logging; where do resolver query logs go; dns logs of vpcs',
      ListResolverQueryLogConfigAssociations:
        'which vpcs log dns queries; vpcs without dns query logging; vpcs that do not log dns lookups',
      ListFirewallRuleGroups: 'dns firewall rule groups; shared dns firewall groups',
      ListFirewallRules:
        'blocked domains rules; dns firewall actions block or alert; rules of a dns firewall group; priority of dns firewall rules',
      ListFirewallRuleGroupAssociations:
        'vpcs protected by dns firewall; vpcs without dns firewall; mutation protection of dns firewall',
      ListFirewallDomainLists: 'domain lists of dns firewall; managed malware domain lists; number of blocked domains',
      ListFirewallDomains: 'domains in a block list; is this domain blocked by dns firewall',
      ListFirewallConfigs: 'dns firewall fail open; fail open setting per vpc',
      ListResolverDnssecConfigs: 'vpcs that validate dnssec; dnssec validation on vpc',
      ListResolverConfigs: 'reverse dns autodefined rules per vpc',
      GetResolverRule: 'target ips of one forwarding rule; domain of one resolver rule',
      GetResolverEndpoint: 'security groups of a resolver endpoint; vpc of one resolver endpoint',
      GetResolverQueryLogConfigPolicy: 'who may use a shared dns query log config',
      ListOutpostResolvers: 'resolvers on outposts',
    },
  },
  {
    service: 'route53profiles',
    called: 'route 53 profiles; dns profiles; shared dns settings for vpcs',
    operations: {
      ListProfiles: 'dns profiles; dns profiles shared with us',
      ListProfileAssociations: 'vpcs using a dns profile; vpcs without a dns profile',
      ListProfileResourceAssociations: 'zones, rules and firewall groups inside a dns profile',
      GetProfile: 'owner and share status of one dns profile',
    },
  },
  {
    service: 'route53globalresolver',
    called: 'route 53 global resolver; anycast dns resolver; internet reachable resolver for offices',
    operations: {
      ListGlobalResolvers: 'global resolvers; anycast resolver ips',
      ListDNSViews: 'dns views of a global resolver',
      ListFirewallRules: 'filter rules of a dns view; blocked domains of the global resolver',
      ListAccessSources: 'client networks allowed to use the global resolver',
      ListHostedZoneAssociations: 'private zones reachable by a global resolver',
      ListFirewallDomainLists: 'domain lists of the global resolver',
    },
  },
  {
    service: 'route53-recovery-control-config',
    called:
      'application recovery controller; arc; routing controls setup; failover switches; safety rules; recovery control',
    operations: {
      ListClusters: 'recovery control clusters; endpoints of arc clusters',
      ListControlPanels: 'control panels for failover',
      ListRoutingControls: 'routing controls defined; failover switches in a control panel',
      ListSafetyRules: 'safety rules for failover; assertion and gating rules',
      ListAssociatedRoute53HealthChecks: 'health checks tied to a routing control',
      DescribeCluster: 'regional endpoints of a recovery cluster',
    },
  },
  {
    service: 'route53-recovery-cluster',
    called: 'arc data plane; routing control states; regional failover switch state',
    operations: {
      ListRoutingControls:
        'current state of failover switches; which routing controls are on or off; where is traffic routed now by arc',
      GetRoutingControlState: 'is one routing control on or off',
    },
  },
  {
    service: 'route53-recovery-readiness',
    called: 'arc readiness; recovery readiness checks; recovery groups; recovery cells',
    operations: {
      ListReadinessChecks: 'readiness checks for failover',
      GetReadinessCheckStatus: 'is a standby ready; not ready resources of a check',
      ListRecoveryGroups: 'recovery groups; applications with failover cells',
      GetRecoveryGroupReadinessSummary: 'is an application ready to fail over',
      ListCells: 'cells of recovery groups; failover replicas',
      ListResourceSets: 'resource sets checked for readiness',
      GetCellReadinessSummary: 'readiness of one cell',
    },
  },
  {
    service: 'arc-zonal-shift',
    called: 'zonal shift; zonal autoshift; shift away from an availability zone; az evacuation',
    operations: {
      ListZonalShifts:
        'active zonal shifts; traffic shifted away from a zone; expired or canceled zonal shifts; az evacuations in progress',
      ListManagedResources:
        'load balancers that support zonal shift; resources with autoshift; practice run outcome; autoshift enabled resources; is zonal autoshift enabled',
      GetManagedResource: 'zonal weights of one load balancer; practice run settings; blocked windows of practice runs',
      ListAutoshifts: 'autoshifts that aws started; zones impaired according to aws',
      GetAutoshiftObserverNotificationStatus: 'are we told about autoshifts',
    },
  },
  {
    service: 'arc-region-switch',
    called: 'region switch; regional failover plans; multi region recovery orchestration; dr plans',
    operations: {
      ListPlans: 'region switch plans; regional failover plans; dr runbooks; recovery approach active passive',
      GetPlan:
        'steps and workflows of a failover plan; recovery time objective of a plan; triggers of a region switch plan',
      ListPlanExecutions: 'executions of a failover plan; past region failovers; failed region switches; dr drills',
      GetPlanExecution: 'current step of a region failover; duration of a failover run',
      ListPlanExecutionEvents: 'events of a region failover run',
      GetPlanEvaluationStatus: 'is a failover plan ready; warnings of a failover plan evaluation',
      ListRoute53HealthChecks: 'dns health checks of a region switch plan',
    },
  },
  {
    service: 'cloudfront',
    called:
      'cloudfront; cdn; content delivery network; distributions; edge cache; cache behaviors; edge functions; oac; static content delivery; cdn origins; cache invalidations; edge locations',
    operations: {
      ListDistributions:
        'cdn distributions; distributions without waf; disabled distributions; domain names and aliases of distributions; which distribution serves this domain; origins of distributions; distributions that point to a bucket; certificate of a distribution; minimum tls version; distributions allowing tls 1.0; default cloudfront certificate; viewer protocol policy; distributions that allow http; price class; http3 enabled; geo restriction; origins over plain http; origin access control missing; edge lambda attached; staging distributions; cache behaviors; ipv6 enabled; how many cdns; last modified of distributions; failover origin groups; distribution protected by a web acl; distributions with a custom ssl certificate; s3 origins without origin access identity or control; distributions using sslv3; sni or dedicated ip certificates; origins whose bucket no longer exists; cdns without waf in front; which cdn serves a host name; comment of a distribution; anycast ip distributions; http version of cdns; cnames of a distribution; ordered cache behaviors; cdn names and status; distributions with signed urls; which bucket is behind a cdn; dangling origin; cdn countries blocked; origin groups missing',
      GetDistribution:
        'status of one distribution; is a distribution deployed; in progress invalidations count; trusted signers of a distribution; origins and behaviors of one distribution',
      GetDistributionConfig:
        'cdn logging; distributions without access logs; where do cdn logs go; default root object; custom error pages of a distribution; full settings of one distribution; origin timeouts; custom headers to origin; origin shield; waf web acl of one distribution; smooth streaming; cache policy of a behavior; is distribution logging enabled; default root object of a distribution; realtime logs of a distribution',
      ListInvalidations:
        'cache invalidations; recent cache purges; was the cdn cache cleared; invalidations in progress; was the cdn purged; cdn purge after a release',
      GetInvalidation: 'paths of one cache purge; status of one invalidation',
      ListCachePolicies: 'cache policies; custom cache policies; ttls of the cdn; unused cache policies',
      GetCachePolicy:
        'min and max ttl of a cache policy; query strings in the cache key; compression in a cache policy; how long does the cdn cache objects; default ttl of a cdn',
      ListOriginRequestPolicies: 'origin request policies; headers and cookies forwarded to the origin',
      ListResponseHeadersPolicies:
        'response header policies; security headers at the edge; hsts by cdn; cors headers by cdn',
      GetResponseHeadersPolicy: 'does one policy set hsts and csp headers',
      ListOriginAccessControls:
        'oac; origin access controls; signing to s3 origins; bypass of the cdn to a bucket; bucket readable only by the cdn',
      ListCloudFrontOriginAccessIdentities: 'oai; legacy origin access identities; migrate oai to oac',
      ListFunctions: 'cloudfront functions; edge functions in javascript; edge function stages; edge runtime version',
      DescribeFunction: 'stage and status of one edge function',
      ListKeyValueStores: 'key value stores at the edge; edge kvs',
      ListKeyGroups: 'key groups for signed urls; trusted key groups',
      ListPublicKeys: 'public keys for signed urls; old signing keys of the cdn',
      ListRealtimeLogConfigs: 'real time cdn logs; sampling rate of realtime logs',
      ListFieldLevelEncryptionConfigs: 'field level encryption; encrypted form fields at the edge',
      ListContinuousDeploymentPolicies: 'cdn blue green; staging traffic weights of a distribution',
      ListDistributionsByWebACLId: 'distributions protected by one web acl; which cdns use this waf',
      ListDistributionsByCachePolicyId: 'distributions using a cache policy',
      ListDistributionsByOriginRequestPolicyId: 'distributions using an origin request policy',
      ListDistributionsByResponseHeadersPolicyId: 'distributions using a headers policy',
      ListDistributionsByKeyGroup: 'distributions that trust a key group',
      ListDistributionsByRealtimeLogConfig: 'distributions with real time logs',
      ListConflictingAliases: 'who already uses this cname on cloudfront; alias conflict; cnamealreadyexists',
      ListVpcOrigins: 'vpc origins; private origins of the cdn',
      ListAnycastIpLists: 'static anycast ips of the cdn',
      ListDistributionTenants: 'distribution tenants; saas domains on a multi tenant distribution',
      ListConnectionGroups: 'connection groups of tenants',
      GetMonitoringSubscription: 'additional cdn metrics enabled; cache hit rate metrics on',
      ListStreamingDistributions: 'legacy rtmp distributions',
      ListTrustStores: 'client certificate trust stores of the cdn; mtls at the edge',
      GetManagedCertificateDetails: 'validation of a managed tenant certificate',
      ListTagsForResource: 'tags of a distribution; owner of a cdn',
    },
  },
  {
    service: 'cloudfront-keyvaluestore',
    called: 'cloudfront key value store data; kvs entries; edge config data',
    operations: {
      DescribeKeyValueStore: 'size and item count of an edge key value store',
      ListKeys: 'keys in an edge key value store; entries at the edge',
      GetKey: 'value of one edge key',
    },
  },
  {
    service: 'globalaccelerator',
    called: 'global accelerator; aga; anycast ips; static global ips; traffic acceleration; global load balancing',
    operations: {
      ListAccelerators:
        'accelerators; anycast static ips; disabled accelerators; accelerator dns names; dual stack accelerators; idle accelerators we pay for',
      DescribeAccelerator: 'ips and status of one accelerator; accelerator events',
      DescribeAcceleratorAttributes: 'flow logs of an accelerator; accelerators without flow logs',
      ListListeners: 'ports of an accelerator; client affinity; accelerator listeners',
      ListEndpointGroups:
        'regions behind an accelerator; traffic dial; endpoint weights; health of accelerator endpoints; unhealthy endpoints behind the accelerator; health check port of endpoint groups; client ip preservation',
      DescribeEndpointGroup: 'endpoints of one region behind an accelerator',
      ListCustomRoutingAccelerators: 'custom routing accelerators; game session routing',
      ListCustomRoutingPortMappings: 'port mappings of custom routing; which port leads to which instance',
      ListByoipCidrs: 'own ip ranges on accelerators',
      ListCrossAccountAttachments: 'cross account accelerator attachments',
      ListCrossAccountResources: 'resources other accounts let us accelerate',
      ListTagsForResource: 'tags of an accelerator',
    },
  },
];

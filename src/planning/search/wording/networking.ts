import type { ServiceWording } from './wording.js';

/** Private lines, wide area networks, firewalls, service networks and network monitors. */
export const NETWORKING_WORDING: readonly ServiceWording[] = [
  {
    service: 'directconnect',
    called:
      'direct connect; dx; dedicated line; leased line; private circuit; virtual interfaces; vif; vifs; dx gateway; cross connect; colocation link',
    operations: {
      DescribeConnections:
        'dx connections; dedicated circuits; dx ports down; bandwidth of a circuit; connection state; dx location; macsec on a circuit; single circuit without redundancy; jumbo frames; ordered or down circuits; partner of a connection; is the leased line down; state of our dedicated line; redundancy of our private line; capacity of the private line',
      DescribeVirtualInterfaces:
        'vifs; bgp status of a virtual interface; bgp sessions down; private, public or transit vif; vlan of a vif; vif down; advertised prefixes of a public vif; bgp peers; mtu of a vif; who owns a vif; vifs waiting for confirmation; bgp peer state up or down; are bgp sessions up',
      DescribeDirectConnectGateways: 'dx gateways; direct connect gateways; amazon side asn of dx',
      DescribeDirectConnectGatewayAssociations:
        'vpcs or transit gateways behind a dx gateway; allowed prefixes to on premises; association of dx with tgw',
      DescribeDirectConnectGatewayAttachments: 'virtual interfaces attached to a dx gateway',
      DescribeDirectConnectGatewayAssociationProposals: 'pending dx gateway proposals from other accounts',
      DescribeLags: 'lags; link aggregation groups; bundled circuits; minimum links of a lag',
      DescribeHostedConnections: 'hosted connections on our circuit; sub 1g connections of a partner',
      DescribeInterconnects: 'partner interconnects',
      DescribeLocations: 'dx locations; colocation sites; port speeds per site; macsec capable sites',
      DescribeVirtualGateways: 'virtual private gateways usable for dx',
      DescribeLoa: 'letter of authorization for a cross connect; loa cfa document',
      DescribeCustomerMetadata: 'dx customer agreements signed',
      ListVirtualInterfaceTestHistory: 'bgp failover tests; resiliency tests of dx',
      DescribeTags: 'tags of circuits and vifs',
    },
  },
  {
    service: 'networkmanager',
    called: 'network manager; cloud wan; core network; global networks; wide area network; sd wan; sites and devices',
    operations: {
      DescribeGlobalNetworks: 'global networks; cloud wan global networks',
      ListCoreNetworks: 'core networks; cloud wan networks',
      GetCoreNetwork:
        'segments and edge locations of a core network; state of the core network; edges of cloud wan; segments of cloud wan',
      GetCoreNetworkPolicy: 'cloud wan policy document; live core network policy; segment rules',
      ListCoreNetworkPolicyVersions: 'versions of the core network policy; policy waiting to be executed',
      GetCoreNetworkChangeSet: 'pending changes of a core network policy',
      GetCoreNetworkChangeEvents: 'progress of a cloud wan policy rollout',
      ListAttachments:
        'cloud wan attachments; vpcs attached to the core network; pending attachment acceptance; which segment is an attachment in; failed cloud wan attachments',
      GetVpcAttachment: 'subnets of a cloud wan vpc attachment; appliance mode on cloud wan',
      ListPeerings: 'cloud wan peering with transit gateways',
      ListConnectPeers: 'connect peers of cloud wan; sd wan bgp peers',
      GetTransitGatewayRegistrations: 'transit gateways registered in a global network',
      GetSites: 'branch sites; offices in network manager',
      GetDevices: 'network devices; branch routers; device serial and model',
      GetLinks: 'internet links of a site; link bandwidth and provider',
      GetConnections: 'connections between branch devices',
      GetNetworkResources: 'resources of a global network; vpns, vpcs and gateways in the global network',
      GetNetworkResourceCounts: 'count of network resources by type',
      GetNetworkRoutes:
        'routes in a cloud wan segment; active routes of the global network; blackhole routes in cloud wan',
      GetNetworkTelemetry: 'tunnel and bgp health in network manager; connection health of the global network',
      GetRouteAnalysis: 'route analysis result between transit gateways; does a path exist across the global network',
      ListCoreNetworkRoutingInformation: 'learned routes with bgp attributes in a segment',
      ListOrganizationServiceAccessStatus: 'is network manager enabled for the organization',
      GetCustomerGatewayAssociations: 'customer gateways linked to devices',
    },
  },
  {
    service: 'network-firewall',
    called:
      'network firewall; anfw; ips and ids; stateful firewall; suricata; traffic inspection; tls inspection; egress filtering; inspection vpc; managed network firewall',
    operations: {
      ListFirewalls: 'network firewalls; inspection firewalls; vpcs with a network firewall',
      DescribeFirewall:
        'subnets and endpoints of a firewall; firewall sync state; delete protection of a firewall; policy attached to a firewall; change protection; firewall endpoint per zone; capacity usage of a firewall',
      ListFirewallPolicies: 'firewall policies',
      DescribeFirewallPolicy:
        'default actions of a firewall policy; rule groups in a policy; strict rule order; stateful default drop; tls inspection used by a policy',
      ListRuleGroups: 'firewall rule groups; managed threat rule groups; domain lists of the firewall',
      DescribeRuleGroup:
        'allowed domains of the firewall; suricata rules; blocked domains list; ip sets in a rule group; rule capacity consumed; which egress domains are allowed; domains the egress firewall allows',
      DescribeLoggingConfiguration:
        'firewall logging; where do alert and flow logs of the firewall go; firewalls without logs; network firewalls without logging',
      ListTLSInspectionConfigurations: 'tls inspection configurations; decrypted traffic',
      DescribeTLSInspectionConfiguration: 'certificates used for tls inspection; scope of decryption',
      ListVpcEndpointAssociations: 'extra firewall endpoints in other vpcs',
      DescribeResourcePolicy: 'who shares a rule group; ram policy of a firewall policy',
      ListAnalysisReports: 'traffic analysis reports of the firewall',
      GetAnalysisReportResults: 'top domains seen by the firewall; most visited domains',
      ListFlowOperations: 'flow captures and flushes on a firewall',
      ListFlowOperationResults: 'active flows in the firewall; captured flows',
      ListProxies: 'network firewall proxies; explicit egress proxies',
      ListTagsForResource: 'tags of a network firewall',
    },
  },
  {
    service: 'vpc-lattice',
    called:
      'vpc lattice; lattice; service networks; application networking; service to service connectivity; resource gateways',
    operations: {
      ListServiceNetworks: 'service networks; number of services and vpcs in a service network',
      GetServiceNetwork: 'auth type of a service network; sharing of a service network',
      ListServices: 'lattice services; lattice service domain names',
      GetService: 'auth type and certificate of a lattice service; failed lattice service',
      ListServiceNetworkVpcAssociations:
        'vpcs connected to a service network; security groups of a lattice association',
      ListServiceNetworkServiceAssociations: 'services published in a service network; failed lattice associations',
      ListServiceNetworkResourceAssociations: 'databases and resources shared in a service network',
      ListTargetGroups: 'lattice target groups; lattice targets by lambda, alb, instance or ip',
      ListTargets: 'target health in lattice; unhealthy lattice targets',
      ListListeners: 'listeners of a lattice service',
      ListRules: 'routing rules of a lattice listener; weighted lattice routing',
      GetAuthPolicy: 'who may call a lattice service; auth policy of a service network',
      GetResourcePolicy: 'sharing policy of a lattice service',
      ListAccessLogSubscriptions: 'lattice access logs; where do lattice logs go',
      ListResourceConfigurations: 'resource configurations; databases shared by lattice',
      ListResourceGateways: 'resource gateways; ingress points for shared resources',
      ListServiceNetworkVpcEndpointAssociations: 'endpoints connected to a service network',
      ListTagsForResource: 'tags of a lattice service',
    },
  },
  {
    service: 'appmesh',
    called: 'app mesh; service mesh; envoy; virtual nodes; virtual services; sidecar mesh',
    operations: {
      ListMeshes: 'service meshes; app meshes left to migrate; shared meshes',
      DescribeMesh: 'egress filter of a mesh; external traffic allowed by the mesh',
      ListVirtualNodes: 'virtual nodes; workloads in a mesh',
      DescribeVirtualNode:
        'tls of a virtual node; health check and timeouts of a virtual node; backends of a node; connection pool of a node',
      ListVirtualServices: 'virtual services of a mesh',
      ListVirtualRouters: 'virtual routers of a mesh',
      ListRoutes: 'routes of a virtual router',
      DescribeRoute: 'weights and retries of a mesh route; canary weights in the mesh',
      ListVirtualGateways: 'mesh ingress gateways',
      ListGatewayRoutes: 'gateway routes of the mesh',
    },
  },
  {
    service: 'servicediscovery',
    called: 'cloud map; service discovery; service registry; namespaces for microservices; private dns namespaces',
    operations: {
      ListNamespaces: 'service discovery namespaces; cloud map namespaces; private dns and http namespaces',
      GetNamespace: 'hosted zone of a namespace; details of one cloud map namespace',
      ListServices: 'registered microservices; services in a namespace; discovery services without instances',
      GetService:
        'dns records and ttl of a discovery service; instance count of a discovery service; health check config of a discovery service; namespace of a discovery service',
      ListInstances:
        'registered instances of a discovery service; ips registered under a service name; stale registrations',
      GetInstancesHealthStatus: 'unhealthy registered instances; health of discovered instances',
      ListOperations: 'cloud map operations; failed namespace creation',
      GetOperation: 'why did a cloud map operation fail',
      ListTagsForResource: 'tags of a namespace',
    },
  },
  {
    service: 'networkmonitor',
    called: 'network synthetic monitor; cloudwatch network monitor; hybrid network probes; packet loss to on premises',
    operations: {
      ListMonitors: 'network probes monitors; latency monitors to on premises; monitors in error',
      GetMonitor: 'probes of a network monitor; destinations monitored; aggregation period',
      GetProbe: 'state of one probe; source subnet and destination of a probe',
    },
  },
  {
    service: 'internetmonitor',
    called: 'internet monitor; cloudwatch internet monitor; isp outages; internet health; end user latency',
    operations: {
      ListMonitors: 'internet monitors; apps watched for internet problems',
      GetMonitor:
        'resources in an internet monitor; city networks limit; traffic percentage monitored; health thresholds',
      ListHealthEvents:
        'internet problems that hit our users; availability or latency dips by city; impaired client networks; health events of an internet monitor; internet monitor events',
      GetHealthEvent: 'root cause of an internet health event; impacted locations and isps',
      ListInternetEvents: 'global internet outages; current isp outages on the map',
      GetInternetEvent: 'one internet outage; affected location of an outage',
    },
  },
  {
    service: 'networkflowmonitor',
    called: 'network flow monitor; tcp retransmissions; flow performance between workloads; network health indicator',
    operations: {
      ListMonitors: 'flow monitors; monitored flows between subnets and services',
      GetMonitor: 'local and remote resources of a flow monitor',
      ListScopes: 'scopes of flow monitoring; accounts in a flow monitor scope',
      GetScope: 'targets of one flow monitor scope',
    },
  },
  {
    service: 'interconnect',
    called: 'aws interconnect; private multicloud links; connection to azure or google cloud; last mile interconnect',
    operations: {
      ListConnections: 'private links to other clouds; multicloud connections; state and bandwidth of an interconnect',
      GetConnection: 'details of one multicloud link',
      ListEnvironments: 'partner clouds and providers available for interconnect',
      ListAttachPoints: 'gateways an interconnect can attach to',
    },
  },
  {
    service: 'rtbfabric',
    called: 'rtb fabric; real time bidding network; ad tech gateways',
    operations: {
      ListRequesterGateways: 'bidding requester gateways; demand side gateways',
      ListResponderGateways: 'bidding responder gateways; supply gateways',
      ListLinks: 'links between ad tech partners; links of a bidding gateway',
      GetLink: 'status and log settings of one bidding link',
      GetResponderGateway: 'endpoint and trust store of a responder gateway',
    },
  },
];

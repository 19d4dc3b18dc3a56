import type { ServiceWording } from './wording.js';

/** IoT: devices, fleets, gateways, industrial data. */
export const THINGS_WORDING: readonly ServiceWording[] = [
  {
    service: 'iot',
    called:
      'iot core; internet of things; devices; things; device fleet; mqtt; sensors; device certificates; device shadows; rules engine; ota updates; device defender; jobs on devices; smart devices',
    operations: {
      ListThings:
        'devices; registered devices; sensors; how many iot devices; devices by type or attribute; things in the registry; how many devices are registered; which sensors exist; devices of a type; smart devices; devices by attribute; iot devices; iot things; registered sensors',
      DescribeThing: 'attributes and type of one device; details of a device',
      SearchIndex:
        'connected devices; offline devices; disconnected devices; find devices by shadow, firmware or connectivity; devices with firmware version; fleet query; devices not seen lately; which devices are offline; how many devices are connected; devices on an old firmware; find devices; devices that have not reported; offline sensors; disconnected iot devices; devices offline',
      GetStatistics: 'number of devices matching a query; fleet statistics; average of a device attribute',
      GetCardinality: 'how many distinct values in the fleet',
      GetBucketsAggregation: 'devices counted by firmware or type; fleet aggregation',
      GetThingConnectivityData:
        'is a device online; why did a device disconnect; last connection of one device; ip address of a device',
      ListThingGroups: 'device groups; dynamic thing groups; fleets of devices; how are devices grouped',
      DescribeThingGroup: 'query and parent of one device group',
      ListThingsInThingGroup: 'devices in a group; things in a thing group; devices in the garage group',
      ListThingGroupsForThing: 'groups a device is in',
      ListThingTypes: 'device types; deprecated device types; kinds of devices',
      ListCertificates:
        'device certificates; x.509 certificates of devices; inactive or revoked device certificates; which device certs are active; certificates of sensors; certs about to expire on devices',
      DescribeCertificate:
        'expiry of a device certificate; when does a device certificate expire; who owns a device certificate; when does this device certificate run out',
      ListCACertificates:
        'ca certificates of devices; registered cas for devices; auto registration on; which cas sign device certificates',
      DescribeCACertificate: 'expiry of a device ca; just in time registration',
      ListThingPrincipals:
        'certificates attached to a device; identity of a device; which certificate does a device use',
      ListPrincipalThings: 'devices using a certificate; certificates shared by several devices',
      ListPolicies: 'iot policies; mqtt permissions; device policies; which mqtt policies exist; device permissions',
      GetPolicy: 'what a device policy allows; topics a device may publish to; wildcards in an iot policy',
      ListAttachedPolicies: 'policies attached to a certificate or group; policies of a device certificate',
      ListTargetsForPolicy: 'certificates and groups using an iot policy',
      ListTopicRules:
        'iot rules; message routing rules; rules on mqtt topics; disabled iot rules; what happens with device messages; rules that forward telemetry; iot rules switched off; where do messages from sensors go; routing of sensor messages',
      GetTopicRule:
        'sql and actions of an iot rule; where do messages of a topic go; error action of a rule; what does this iot rule do',
      ListTopicRuleDestinations: 'http and vpc destinations of iot rules; unconfirmed destinations',
      ListJobs:
        'jobs on devices; remote operations; firmware rollouts; jobs in progress or canceled; firmware rollouts in progress; which device jobs run; canceled device jobs; firmware rollouts that failed; iot jobs',
      DescribeJob:
        'how many devices succeeded or failed in a job; rollout and abort settings of a job; progress of a device job',
      ListJobExecutionsForJob: 'devices where a job failed; job status per device; rejected and timed out executions',
      ListJobExecutionsForThing: 'jobs of one device; pending jobs for a device',
      ListJobTemplates: 'job templates of devices',
      ListOTAUpdates:
        'over the air updates; firmware updates; ota failures; are firmware updates pending; which ota updates failed; failed firmware updates',
      GetOTAUpdate:
        'files and targets of one firmware update; devices the firmware update targets; firmware update details',
      ListStreams: 'file streams to devices; file delivery streams to devices',
      DescribeEndpoint:
        'mqtt endpoint of the account; iot address devices connect to; ats endpoint; where do devices connect; mqtt broker address',
      ListDomainConfigurations: 'custom iot domains; tls policies of device endpoints; custom mqtt domain names',
      DescribeDomainConfiguration: 'certificate and authorizer of a custom iot domain',
      ListAuthorizers:
        'custom authorizers of devices; inactive iot authorizers; how do devices authenticate; lambda authorizers for mqtt',
      ListRoleAliases: 'role aliases; roles devices can assume; which roles can devices get',
      ListProvisioningTemplates:
        'fleet provisioning templates; claim provisioning; disabled templates; how do new devices register; onboarding of devices',
      ListThingRegistrationTasks: 'bulk device registrations; failed bulk registration',
      ListSecurityProfiles: 'device behavior profiles; device defender profiles; expected behavior of devices',
      ListActiveViolations:
        'devices in violation; devices behaving badly; active device security violations; which devices act suspiciously; abnormal device behavior',
      ListViolationEvents: 'past device security violations; when did a device violate; device defender violations',
      ListAuditFindings:
        'iot audit findings; device security findings; overly permissive iot policies; revoked certificates still active; expiring device certificates found by audit; are our devices configured safely; security problems of devices',
      ListAuditTasks: 'iot audits run; failed device audits',
      ListScheduledAudits: 'scheduled iot audits',
      DescribeAccountAuditConfiguration: 'which iot audit checks are on; is device defender audit enabled',
      ListMitigationActions: 'iot mitigation actions',
      GetV2LoggingOptions: 'is iot logging on; default log level of iot; iot log level',
      ListV2LoggingLevels: 'log levels per device group',
      GetIndexingConfiguration: 'is fleet indexing on; are shadows and connectivity indexed; fleet indexing enabled',
      ListIndices: 'fleet indexes',
      ListFleetMetrics: 'fleet metrics',
      ListBillingGroups: 'billing groups of devices; cost groups of things; device cost groups',
      ListPackages: 'device software packages; firmware packages; software packages for devices',
      ListPackageVersions: 'firmware versions; versions of a device package; published or deprecated firmware',
      ListCommands: 'remote commands for devices',
      ListCommandExecutions: 'remote commands sent to devices; failed device commands',
      GetEffectivePolicies: 'effective permissions of a device',
      ListCustomMetrics: 'custom device defender metrics',
      ListOutgoingCertificates: 'device certificates being transferred to other accounts',
      DescribeEventConfigurations: 'are registry events published',
    },
  },
  {
    service: 'iot-data',
    called: 'iot data plane; device shadows; retained messages; device state',
    operations: {
      ListNamedShadowsForThing:
        'shadows of a device; named shadows; shadows of a thing; which shadows does a device have',
      GetThingShadow: 'desired and reported state of a device; shadow of a device; reported state of a thing',
      ListRetainedMessages: 'retained mqtt messages; topics with retained messages; messages kept on topics',
      GetRetainedMessage: 'retained message of a topic',
    },
  },
  {
    service: 'iot-jobs-data',
    called: 'device jobs data plane',
    operations: {
      GetPendingJobExecutions: 'jobs waiting on a device; queued device jobs; jobs waiting on a device controller',
      DescribeJobExecution: 'job document and state on a device',
    },
  },
  {
    service: 'iot-managed-integrations',
    called: 'iot managed integrations; smart home hubs; zigbee, z-wave and matter devices; cloud to cloud devices',
    operations: {
      ListManagedThings:
        'smart home devices; managed hubs and devices; devices by provisioning status; which smart home devices are managed; hubs',
      GetManagedThingState: 'current state of a smart home device',
      GetManagedThingConnectivityData: 'is a smart home hub online',
      ListOtaTasks: 'updates of smart home devices',
      ListProvisioningProfiles: 'provisioning profiles of smart home devices',
      ListCloudConnectors: 'cloud connectors of third party devices',
      ListDestinations: 'destinations of smart home events',
      ListCredentialLockers: 'credential lockers of device setup',
    },
  },
  {
    service: 'iotdeviceadvisor',
    called: 'iot device advisor; device qualification tests',
    operations: {
      ListSuiteDefinitions: 'device test suites; which device tests are defined',
      ListSuiteRuns:
        'device qualification runs; failed device tests; did devices pass qualification; device qualification passed; device test runs',
      GetSuiteRun: 'results of one device test run',
    },
  },
  {
    service: 'iotevents',
    called: 'iot events; detector models; state machines of devices; equipment alarms',
    operations: {
      ListDetectorModels:
        'detector models; event detectors of equipment; which equipment states are watched; event detection models',
      DescribeDetectorModel: 'states and triggers of a detector model',
      ListInputs: 'inputs of iot events; which sensor inputs feed event detection',
      ListAlarmModels: 'alarm models of equipment; which equipment alarms are defined',
      DescribeAlarmModel: 'threshold and notification of an equipment alarm',
      DescribeLoggingOptions: 'is logging of iot events on',
    },
  },
  {
    service: 'iotevents-data',
    called: 'live iot events data; detector instances; equipment alarm states',
    operations: {
      ListDetectors: 'detector instances and their state; equipment in an alarm state',
      ListAlarms: 'equipment alarms active; acknowledged or snoozed equipment alarms',
      DescribeAlarm: 'current state of one equipment alarm',
      DescribeDetector: 'current state of one detector',
    },
  },
  {
    service: 'iotfleetwise',
    called: 'iot fleetwise; connected vehicles; cars; vehicle data; can bus; signal catalog',
    operations: {
      ListVehicles:
        'vehicles; connected cars; trucks registered; how many cars are connected; vehicles by model; vehicles sending data; connected vehicles',
      GetVehicle: 'model and decoder of one vehicle',
      GetVehicleStatus: 'campaign status on a vehicle; is a vehicle sending data',
      ListFleets: 'vehicle fleets; groups of vehicles',
      ListVehiclesInFleet: 'vehicles in a fleet',
      ListCampaigns:
        'vehicle data collection campaigns; running or suspended data campaigns; which data do we collect from cars; data collection schemes',
      GetCampaign: 'signals collected by a vehicle campaign; data destination of a campaign',
      ListSignalCatalogs: 'signal catalogs; vehicle signals; which vehicle signals are defined',
      ListModelManifests: 'vehicle models; draft vehicle models; types of vehicles modeled',
      ListDecoderManifests: 'decoder manifests; can message decoding; how is can data decoded',
      ListStateTemplates: 'vehicle state templates',
    },
  },
  {
    service: 'iotsecuretunneling',
    called: 'secure tunnels; remote access to devices; device ssh tunnels',
    operations: {
      ListTunnels:
        'open tunnels to devices; closed tunnels; remote device sessions; who has remote access to devices; open device tunnels',
      DescribeTunnel:
        'is the device side of a tunnel connected; timeout of a tunnel; is the remote tunnel to the device connected',
    },
  },
  {
    service: 'iotsitewise',
    called: 'iot sitewise; industrial data; factory assets; equipment data; opc ua; edge gateways; plant',
    operations: {
      ListAssets:
        'factory assets; equipment; machines in plants; assets not active; which machines are modeled; equipment in a plant; top level assets',
      DescribeAsset: 'properties and hierarchy of one asset',
      ListAssociatedAssets: 'child equipment of an asset; asset hierarchy',
      ListAssetModels: 'asset models; equipment models; failed asset models; which equipment types are modeled',
      DescribeAssetModel: 'properties and formulas of an asset model',
      ListAssetProperties: 'measurements of an asset; properties of one machine',
      GetAssetPropertyValue:
        'latest sensor reading; current temperature or pressure of equipment; current sensor value',
      GetAssetPropertyValueHistory: 'sensor readings over time; history of a measurement',
      GetAssetPropertyAggregates: 'average, max and min of a measurement; aggregated sensor data',
      ListGateways: 'edge gateways in plants; sitewise gateways; which plants are connected; edge gateways online',
      DescribeGateway: 'platform and data sources of an edge gateway',
      ListPortals: 'sitewise portals; operator portals; web portals for plant operators',
      ListProjects: 'projects in an operator portal',
      ListDashboards: 'dashboards of operators',
      ListTimeSeries:
        'data streams; streams not bound to an asset; disassociated data streams; sensor streams not mapped to equipment',
      DescribeStorageConfiguration:
        'cold and warm storage of industrial data; how long is sensor data kept; how long do we keep plant sensor data; sensor data retention',
      DescribeLoggingOptions: 'log level of sitewise',
      ListBulkImportJobs: 'bulk imports of sensor history; failed bulk import',
      ListAccessPolicies: 'who can see a portal or project',
      ListComputationModels: 'anomaly detection on equipment',
      ListExecutions: 'runs of equipment anomaly detection',
    },
  },
  {
    service: 'iottwinmaker',
    called: 'iot twinmaker; digital twins; 3d scenes; building twins',
    operations: {
      ListWorkspaces: 'digital twin workspaces; which digital twins exist',
      ListEntities:
        'entities of a digital twin; equipment in the twin; things in the factory twin; entities in a digital twin',
      GetEntity: 'components and state of a twin entity',
      ListScenes: '3d scenes of a twin',
      ListComponentTypes: 'component types of a twin',
      ListSyncJobs: 'twin syncs from sitewise; failed twin sync',
      GetPropertyValue: 'current value in a digital twin',
      GetPricingPlan: 'pricing plan of digital twins',
      ListMetadataTransferJobs: 'twin metadata transfers',
    },
  },
  {
    service: 'iotwireless',
    called: 'iot wireless; lorawan; sidewalk; low power devices; lorawan gateways; radio sensors',
    operations: {
      ListWirelessDevices:
        'lorawan devices; sidewalk devices; radio sensors; when was a lorawan device last heard; how many lorawan sensors; radio devices registered; sensors that stopped sending by radio',
      GetWirelessDevice: 'keys profile and destination of one lorawan device',
      GetWirelessDeviceStatistics: 'signal strength of a device; last uplink of a device',
      ListWirelessGateways:
        'lorawan gateways; gateway last uplink; which lorawan gateways exist; gateways offline; lorawan gateways that are down; lorawan gateway list',
      GetWirelessGatewayStatistics:
        'is a lorawan gateway connected; last uplink of a gateway; is this lorawan gateway up',
      GetWirelessGatewayFirmwareInformation: 'gateway firmware version',
      ListDestinations: 'lorawan destinations; rules that get uplinks; where do lorawan messages go',
      ListDeviceProfiles: 'lorawan device profiles; radio band profiles; radio settings of devices',
      ListServiceProfiles: 'lorawan service profiles; lorawan network settings of devices',
      ListFuotaTasks: 'lorawan firmware updates; radio firmware updates',
      ListMulticastGroups: 'lorawan multicast groups; groups of radio devices addressed together',
      ListPartnerAccounts: 'sidewalk partner accounts',
      ListQueuedMessages: 'downlinks queued for a device',
      GetLogLevelsByResourceTypes: 'log levels of lorawan',
      ListWirelessDeviceImportTasks: 'sidewalk device imports; failed imports',
      GetResourcePosition: 'where is a lorawan device; position of a gateway',
      ListNetworkAnalyzerConfigurations: 'lorawan trace configurations',
    },
  },
  {
    service: 'greengrassv2',
    called: 'iot greengrass; edge runtime; edge devices; core devices; edge components; edge deployments',
    operations: {
      ListCoreDevices:
        'edge devices; greengrass cores; unhealthy cores; cores not reporting; which edge devices are unhealthy; edge gateways running greengrass; edge devices online; unhealthy edge devices; edge devices in unhealthy state; greengrass core devices',
      GetCoreDevice: 'runtime version and platform of an edge device; health of one core',
      ListDeployments:
        'edge deployments; failed greengrass deployments; deployments to a device group; what is rolled out to the edge; edge rollouts failed; greengrass deployments',
      GetDeployment:
        'components and policies of an edge deployment; what did the edge rollout contain; contents of a greengrass deployment',
      ListEffectiveDeployments:
        'deployments on one core; why did a deployment fail on a core; did the edge rollout reach this device',
      ListInstalledComponents:
        'components installed on a core; broken components; version of software at the edge; what runs on this edge device; greengrass components deployed on a core',
      ListComponents:
        'edge components; private and public components; software components for the edge; our own greengrass components',
      ListComponentVersions: 'versions of an edge component',
      DescribeComponent: 'status and platforms of a component',
      ListClientDevicesAssociatedWithCoreDevice: 'local devices behind a core',
      GetServiceRoleForAccount: 'role of greengrass',
    },
  },
  {
    service: 'greengrass',
    called: 'greengrass v1; old greengrass groups',
    operations: {
      ListGroups: 'greengrass v1 groups; old edge groups; do we still use greengrass v1',
      ListDeployments: 'deployments of a v1 group',
      GetDeploymentStatus: 'did a v1 deployment succeed',
      ListBulkDeployments: 'v1 bulk deployments',
      ListCoreDefinitions: 'v1 core definitions',
      ListFunctionDefinitions: 'v1 lambda functions at the edge',
      ListSubscriptionDefinitions: 'v1 message routes',
      ListConnectorDefinitions: 'v1 connectors',
      ListDeviceDefinitions: 'v1 device definitions',
    },
  },
];

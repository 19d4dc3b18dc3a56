import type { ServiceModel } from './botocore.js';

/** Names where botocore's are abbreviations that nobody says, or glue words together. */
const LABELS: Readonly<Record<string, string>> = {
  amp: 'Managed Service for Prometheus',
  apigatewaymanagementapi: 'API Gateway Management API',
  apigatewayv2: 'API Gateway v2',
  b2bi: 'B2B Data Interchange',
  billingconductor: 'Billing Conductor',
  ce: 'Cost Explorer',
  cloudcontrol: 'Cloud Control API',
  'codestar-notifications': 'CodeStar Notifications',
  config: 'Config',
  connectcampaigns: 'Connect Campaigns',
  connectcampaignsv2: 'Connect Campaigns v2',
  deadline: 'Deadline Cloud',
  dlm: 'Data Lifecycle Manager',
  docdb: 'DocumentDB',
  'docdb-elastic': 'DocumentDB Elastic',
  drs: 'Elastic Disaster Recovery',
  elbv2: 'Elastic Load Balancing v2',
  evs: 'Elastic VMware Service',
  finspace: 'FinSpace',
  fis: 'Fault Injection Service',
  fms: 'Firewall Manager',
  greengrassv2: 'IoT Greengrass v2',
  identitystore: 'Identity Store',
  imagebuilder: 'EC2 Image Builder',
  inspector2: 'Inspector v2',
  ivs: 'Interactive Video Service',
  'ivs-realtime': 'IVS Real-Time',
  ivschat: 'IVS Chat',
  kafka: 'MSK',
  kafkaconnect: 'MSK Connect',
  kendra: 'Kendra',
  m2: 'Mainframe Modernization',
  macie2: 'Macie',
  mediapackagev2: 'MediaPackage v2',
  meteringmarketplace: 'Marketplace Metering',
  mgn: 'Application Migration Service',
  mq: 'MQ',
  mwaa: 'Managed Workflows for Apache Airflow',
  'mwaa-serverless': 'Managed Workflows for Apache Airflow Serverless',
  odb: 'Oracle Database@AWS',
  osis: 'OpenSearch Ingestion',
  'pca-connector-ad': 'Private CA Connector for AD',
  'pca-connector-scep': 'Private CA Connector for SCEP',
  pi: 'Performance Insights',
  qapps: 'Q Apps',
  qbusiness: 'Q Business',
  rbin: 'Recycle Bin',
  resiliencehub: 'Resilience Hub',
  resourcegroupstaggingapi: 'Resource Groups Tagging',
  route53resolver: 'Route 53 Resolver',
  sdb: 'SimpleDB',
  securityhub: 'Security Hub',
  serverlessrepo: 'Serverless Application Repository',
  servicediscovery: 'Cloud Map',
  ssm: 'Systems Manager',
  'ssm-sap': 'Systems Manager for SAP',
  stepfunctions: 'Step Functions',
  transfer: 'Transfer Family',
  uxc: 'User Experience Customization',
  waf: 'WAF Classic',
  'waf-regional': 'WAF Classic Regional',
  wafv2: 'WAF',
};

/** What people call a service: "CloudFormation", "EC2", "Elastic Load Balancing v2". */
export function labelOf({ service, metadata }: ServiceModel): string {
  const name = LABELS[service] ?? metadata.serviceAbbreviation ?? metadata.serviceFullName;
  return name
    .replace(/^(Amazon|AWS)\s*/, '')
    .replace(/\s+Service$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

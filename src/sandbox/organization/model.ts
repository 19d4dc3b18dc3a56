/**
 * What the organization owns, as plain facts. The generator makes these, the ground truth prints them, and the
 * services dress them up as boto3 would return them. Everything here is JSON.
 */

export interface AccountProfile {
  /** Twelve digits; some begin with zero. */
  readonly id: string;
  readonly name: string;
  readonly environment: string;
  /** `central` is the hub itself. */
  readonly role: 'central' | 'workload';
  readonly tags: Readonly<Record<string, string>>;
  readonly ou: string;
  /** Every Region that the account may use, opted into or there from the start. */
  readonly enabledRegions: readonly string[];
  /** Those of them in which the account runs something. */
  readonly regions: readonly string[];
}

export interface Ec2Instance {
  readonly id: string;
  readonly reservationId: string;
  readonly name: string | null;
  readonly state: 'running' | 'stopped' | 'terminated';
  readonly type: string;
  readonly imageId: string;
  readonly launchTime: string;
  readonly availabilityZone: string;
  readonly vpcId: string | null;
  readonly subnetId: string | null;
  readonly privateIp: string | null;
  readonly publicIp: string | null;
  readonly securityGroupIds: readonly string[];
  readonly volumeIds: readonly string[];
  readonly requiresImdsV2: boolean;
  readonly monitored: boolean;
  readonly instanceProfile: string | null;
  readonly keyName: string | null;
  readonly architecture: 'x86_64' | 'arm64';
  readonly tags: Readonly<Record<string, string>>;
}

export interface Vpc {
  readonly id: string;
  readonly name: string | null;
  readonly cidr: string;
  readonly isDefault: boolean;
}

export interface Subnet {
  readonly id: string;
  readonly name: string | null;
  readonly vpcId: string;
  readonly cidr: string;
  readonly availabilityZone: string;
  readonly isPublic: boolean;
  readonly isDefault: boolean;
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly inbound: readonly FirewallFact[];
}

/** What one rule lets in, and from whom: a range of addresses, `sg-…` or `pl-…`. */
export interface FirewallFact {
  /** `tcp`, `udp`, `icmp`, or `-1` for all. */
  readonly protocol: string;
  /** Null with all protocols. */
  readonly fromPort: number | null;
  readonly toPort: number | null;
  readonly peer: string;
}

export interface NetworkAcl {
  readonly id: string;
  readonly vpcId: string;
  readonly isDefault: boolean;
  readonly inbound: readonly NetworkAclRule[];
  readonly outbound: readonly NetworkAclRule[];
}

export interface NetworkAclRule extends FirewallFact {
  readonly number: number;
  readonly action: 'allow' | 'deny';
}

export interface Volume {
  readonly id: string;
  readonly name: string | null;
  readonly sizeGiB: number;
  readonly type: 'gp2' | 'gp3' | 'io2';
  readonly encrypted: boolean;
  readonly attachedTo: string | null;
  readonly device: string | null;
  readonly availabilityZone: string;
  readonly createdAt: string;
}

export interface RdsInstance {
  readonly name: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly class: string;
  readonly status: string;
  readonly publiclyAccessible: boolean;
  readonly encrypted: boolean;
  readonly multiAz: boolean;
  readonly storageGiB: number;
  readonly cluster: string | null;
  readonly backupDays: number;
  readonly deletionProtection: boolean;
  readonly availabilityZone: string;
  readonly createdAt: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface RdsCluster {
  readonly name: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly status: string;
  readonly encrypted: boolean;
  readonly multiAz: boolean;
  readonly members: readonly string[];
  readonly createdAt: string;
}

export interface LambdaFunction {
  readonly name: string;
  readonly runtime: string;
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly codeBytes: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly lastModified: string;
  /** True when its resource policy lets everybody invoke it. */
  readonly isPublic: boolean;
  readonly hasPolicy: boolean;
  /** Names only: the values are secrets (of the made-up kind) and stay out of the truth. */
  readonly environmentVariables: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface EcsCluster {
  readonly name: string;
  readonly status: string;
  readonly runningTasks: number;
  readonly pendingTasks: number;
  readonly services: number;
}

export interface EcsService {
  readonly name: string;
  readonly cluster: string;
  readonly status: string;
  readonly launchType: 'FARGATE' | 'EC2';
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly taskDefinition: string;
  readonly publicIp: boolean;
  readonly createdAt: string;
}

export interface EcsTaskDefinition {
  readonly family: string;
  readonly revision: number;
  readonly cpu: string;
  readonly memory: string;
  readonly launchType: 'FARGATE' | 'EC2';
  readonly image: string;
}

export interface EcsTask {
  readonly id: string;
  readonly cluster: string;
  readonly service: string;
  readonly launchType: 'FARGATE' | 'EC2';
  readonly taskDefinition: string;
  readonly lastStatus: string;
  readonly startedAt: string;
}

export interface EksCluster {
  readonly name: string;
  readonly version: string;
  readonly status: string;
  readonly publicEndpoint: boolean;
  readonly secretsEncrypted: boolean;
  readonly createdAt: string;
  readonly nodegroups: readonly EksNodegroup[];
}

export interface EksNodegroup {
  readonly name: string;
  readonly status: string;
  readonly instanceType: string;
  readonly desired: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly createdAt: string;
}

export interface Alarm {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly namespace: string;
  readonly metric: string;
  readonly actionsEnabled: boolean;
  readonly threshold: number;
  readonly updatedAt: string;
}

export interface LogGroup {
  readonly name: string;
  /** Null: kept for ever. */
  readonly retentionDays: number | null;
  readonly storedBytes: number;
  readonly createdAt: string;
}

/** A metric of one thing, even over time. */
export interface MetricFacts {
  readonly namespace: string;
  readonly metric: string;
  readonly dimension: string;
  readonly value: string;
  readonly unit: string;
  readonly average: number;
  readonly maximum: number;
  readonly minimum: number;
  /** What a sum over a minute is. */
  readonly perMinute: number;
}

/** One event of CloudTrail's history. */
export interface TrailEvent {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly user: string;
  readonly at: string;
  readonly readOnly: boolean;
  readonly resource?: { readonly type: string; readonly name: string };
}

export interface LogEvent {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly stream: string;
  readonly message: string;
}

export interface AppRunnerService {
  readonly name: string;
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
}

export interface Secret {
  readonly name: string;
  readonly suffix: string;
  readonly rotated: boolean;
  readonly createdAt: string;
}

export interface LoadBalancer {
  readonly name: string;
  readonly id: string;
  readonly type: 'application' | 'network';
  readonly isPublic: boolean;
  readonly vpcId: string;
  readonly createdAt: string;
}

export interface TargetGroup {
  readonly name: string;
  readonly id: string;
  readonly port: number;
  readonly vpcId: string;
  /** By its name. */
  readonly loadBalancer: string | null;
  readonly targets: readonly { readonly id: string; readonly healthy: boolean }[];
}

export interface Certificate {
  readonly domain: string;
  readonly id: string;
  readonly imported: boolean;
  readonly status: 'ISSUED' | 'EXPIRED';
  readonly inUse: boolean;
  readonly keyAlgorithm: string;
  readonly endsAt: string;
}

export interface DynamoTable {
  readonly name: string;
  readonly onDemand: boolean;
  readonly items: number;
  readonly bytes: number;
  readonly pointInTimeRecovery: boolean;
  readonly deletionProtection: boolean;
  readonly createdAt: string;
}

export interface Queue {
  readonly name: string;
  readonly messages: number;
  readonly encrypted: boolean;
  readonly deadLetters: boolean;
}

export interface Topic {
  readonly name: string;
  readonly subscriptions: number;
  readonly encrypted: boolean;
}

export interface KmsKey {
  readonly id: string;
  readonly alias: string;
  readonly ownedByAws: boolean;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  readonly rotates: boolean;
  readonly createdAt: string;
}

export interface S3Bucket {
  readonly name: string;
  readonly region: string;
  readonly createdAt: string;
  readonly encrypted: boolean;
  readonly encryption: 'AES256' | 'aws:kms' | null;
  readonly versioning: 'Enabled' | 'Suspended' | null;
  readonly hasPolicy: boolean;
  readonly publicByPolicy: boolean;
  readonly publicByAcl: boolean;
  /** Null: no public access block is configured at all. */
  readonly publicAccessBlocked: boolean | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface IamUser {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly createdAt: string;
  readonly passwordLastUsed: string | null;
  readonly mfa: boolean;
  readonly accessKeys: readonly { readonly id: string; readonly active: boolean; readonly createdAt: string }[];
}

export interface IamRole {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly createdAt: string;
  readonly trustedService: string | null;
}

export interface IamPolicy {
  readonly name: string;
  readonly id: string;
  readonly attachments: number;
  readonly createdAt: string;
}

/** What an account owns in one Region. */
export interface RegionalResources {
  readonly ec2Instances: readonly Ec2Instance[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly volumes: readonly Volume[];
  readonly rdsInstances: readonly RdsInstance[];
  readonly rdsClusters: readonly RdsCluster[];
  readonly lambdaFunctions: readonly LambdaFunction[];
  readonly ecsClusters: readonly EcsCluster[];
  readonly ecsServices: readonly EcsService[];
  readonly ecsTaskDefinitions: readonly EcsTaskDefinition[];
  readonly ecsTasks: readonly EcsTask[];
  readonly eksClusters: readonly EksCluster[];
  readonly alarms: readonly Alarm[];
  readonly logGroups: readonly LogGroup[];
  readonly metrics: readonly MetricFacts[];
  readonly trailEvents: readonly TrailEvent[];
  /** By the name of their group. */
  readonly logEvents: Readonly<Record<string, readonly LogEvent[]>>;
  readonly appRunnerServices: readonly AppRunnerService[];
  readonly secrets: readonly Secret[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly targetGroups: readonly TargetGroup[];
  readonly certificates: readonly Certificate[];
  readonly dynamoTables: readonly DynamoTable[];
  readonly queues: readonly Queue[];
  readonly topics: readonly Topic[];
  readonly kmsKeys: readonly KmsKey[];
}

/** What an account owns in no Region. Buckets know theirs, but their list is one. */
export interface GlobalResources {
  readonly s3Buckets: readonly S3Bucket[];
  readonly iamUsers: readonly IamUser[];
  readonly iamRoles: readonly IamRole[];
  readonly iamPolicies: readonly IamPolicy[];
  readonly accountAlias: string | null;
}

/** An account with its resources, which are made when they are first asked for. */
export interface SandboxAccount extends AccountProfile {
  readonly profile: AccountProfile;
  readonly regional: (region: string) => RegionalResources;
  readonly global: () => GlobalResources;
}

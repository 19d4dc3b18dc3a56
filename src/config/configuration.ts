import type { AwsCliConfiguration } from '../domain/aws-cli-surroundings.js';
import type { CallerPlace } from '../domain/caller.js';
import type { LogLevel } from '../domain/logger.js';
import type { Budgets } from '../domain/run.js';
import type { SensitiveRead } from '../domain/sensitive-read.js';
import type { AgentsConfiguration } from './agents.js';
import type { McpConfiguration } from './mcp.js';
import type { ServerConfiguration } from './server.js';
import type { TelemetryConfiguration } from './telemetry.js';

/** Who reads it: a person at a terminal, or a server on behalf of others. */
export type Door = 'command-line' | 'server';

/** The one checked object that everything is built from. */
export interface Configuration {
  readonly registry: string | undefined;
  readonly regions: readonly string[];
  readonly credentials: 'auto' | 'iam' | 'identity-center';
  readonly roleName: string;
  readonly externalId: string | undefined;
  readonly identityCenter: IdentityCenterConfiguration;
  readonly awsMcpUrl: URL;
  readonly budgets: Budgets;
  /** Accounts at once. */
  readonly concurrency: number;
  readonly sessionPolicyArn: string;
  /** What of the stored data may be read. */
  readonly sensitiveReads: readonly SensitiveRead[];
  /** `memory`, or the directory that full rows are kept in. */
  readonly rows: { readonly kind: 'memory' } | { readonly kind: 'directory'; readonly path: string };
  /** Where sessions are remembered. The URL holds a password. */
  readonly checkpoints:
    | { readonly kind: 'memory' }
    | { readonly kind: 'directory'; readonly path: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly callerHeader: string | undefined;
  /** Where the caller travels along with an assumed session. */
  readonly callerInSession: readonly CallerPlace[];
  /** The path of the access file. Absent: every caller has the same rights. */
  readonly accessFile: string | undefined;
  readonly ec2Exec: Ec2ExecConfiguration;
  readonly host: string;
  readonly port: number;
  readonly server: ServerConfiguration;
  readonly mcp: McpConfiguration;
  readonly logLevel: LogLevel;
  /** IANA name of the machine's zone (`TZ`): what "today" means in a question. */
  readonly timeZone: string;
  /** The AWS service that this process runs in, where one can be told. */
  readonly awsService: string | undefined;
  /** The hub's own Region: its STS endpoint. */
  readonly hubRegion: string;
  readonly stsEndpoint: string | undefined;
  readonly ssmEndpoint: string | undefined;
  readonly network: NetworkConfiguration;
  readonly telemetry: TelemetryConfiguration;
  readonly organizations: {
    /** Whether tags are read, with a request for each account. */
    readonly tags: boolean;
    readonly endpoint: string | undefined;
  };
  readonly agents: AgentsConfiguration;
  readonly model: ModelConfiguration | undefined;
  /** What is kept between runs of this user: rows, account lists. Never a secret. */
  readonly stateDirectory: string;
  readonly planner: 'auto' | 'rules' | 'model';
  readonly sandbox: SandboxConfiguration | undefined;
  /** The AWS CLI that commands are run with. */
  readonly awsCli: AwsCliConfiguration;
  /** Reads `env:NAME` references of registry entries, so that the environment is read in this file alone. */
  readonly variable: (name: string) => string | undefined;
}

/** The model, which lives in the hub's Region. Absent: questions are understood by rules, and answers have no narrative. */
export interface ModelConfiguration {
  /** A model of Amazon Bedrock, an inference profile, or the ARN of either. */
  readonly id: string;
  readonly endpoint: string | undefined;
  /** Limits of one run. */
  readonly budget: { readonly calls: number; readonly tokens: number };
}

/** Commands on EC2 instances. */
export interface Ec2ExecConfiguration {
  readonly mode: 'off' | 'approved';
  /** The path of the file that says what is allowed. Absent: nothing is. */
  readonly allowFile: string | undefined;
  readonly ec2Endpoint: string | undefined;
}

/** How people sign in, and where the AWS CLI keeps what it shares with this program. */
export interface IdentityCenterConfiguration {
  /** The `[sso-session]`; undefined takes the only one. */
  readonly sessionName: string | undefined;
  /** A portal without any `[sso-session]`, in this Region. */
  readonly startUrl: string | undefined;
  readonly region: string;
  readonly permissionSet: string;
  /** The AWS CLI's `~/.aws`, with its caches. */
  readonly awsDirectory: string;
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Other endpoints than AWS's, of the portal and of the token service. */
  readonly portalEndpoint: string | undefined;
  readonly oidcEndpoint: string | undefined;
  /** Why no browser can be opened here. */
  readonly whyNoBrowser: string | undefined;
}

/** How other machines are reached. */
export interface NetworkConfiguration {
  readonly proxy: { readonly url: URL; readonly noProxy: string } | undefined;
  /** Paths of PEM files: trusted instead of Node's own certificates, and besides them. */
  readonly certificateBundle: string | undefined;
  readonly extraCertificates: string | undefined;
}

export interface SandboxConfiguration {
  readonly accounts: number;
  readonly seed: number;
  readonly latency: string | undefined;
  readonly faults: string | undefined;
}

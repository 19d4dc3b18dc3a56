import { SENSITIVE_READS } from './domain/sensitive-read.js';
import { CALLER_PLACES } from './domain/caller.js';

/** Every setting by the name of its variable: what it means, its default and what it may be. The README's table is made from it. */

interface Common {
  readonly meaning: string;
  readonly default?: string;
}

export type Setting = Common &
  (
    | { readonly type: 'text'; readonly pattern?: RegExp; readonly cure?: string }
    | { readonly type: 'choice'; readonly choices: readonly string[] }
    | { readonly type: 'number'; readonly least: number; readonly most: number }
    | { readonly type: 'list'; readonly choices: readonly string[] }
    | { readonly type: 'regions' }
    | { readonly type: 'url' }
    /** An address with or without its scheme, as curl and the AWS CLI take it. */
    | { readonly type: 'proxy' }
  );

const ROLE_NAME = {
  type: 'text',
  pattern: /^[\w+=,.@-]{1,64}$/,
  cure: 'must be the name of an IAM role, not its ARN',
} as const;

const budget = (meaning: string, fallback: number, most: number) =>
  ({ type: 'number', least: 1, most, meaning, default: String(fallback) }) as const;

export const SETTINGS = {
  ACCOUNT_REGISTRY: {
    type: 'text',
    meaning:
      'the accounts: the path of a JSON file, the JSON itself, `organizations`, `identity-center`, or `ssm:NAME` for a parameter of the hub that holds the JSON (default: `identity-center` with its credentials)',
  },
  CENTRAL_OPS_ORGANIZATIONS_TAGS: {
    type: 'choice',
    choices: ['0', '1', 'true', 'false'],
    default: '0',
    meaning: '`1` reads the tags of accounts from AWS Organizations as well, with a request for each',
  },
  CENTRAL_OPS_REGIONS: {
    type: 'regions',
    meaning:
      'Regions asked when neither question, flag nor registry entry says (default: `AWS_REGION`, else `us-east-1`)',
  },
  CENTRAL_OPS_CREDENTIALS: {
    type: 'choice',
    choices: ['auto', 'iam', 'identity-center'],
    default: 'auto',
    meaning:
      'how accounts are signed in to; `auto`: `iam` inside AWS, else a valid sign-in of Identity Center, else `iam`',
  },
  CENTRAL_OPS_ROLE_NAME: { ...ROLE_NAME, default: 'CentralOpsTargetRole', meaning: 'the role assumed in each account' },
  CENTRAL_OPS_EXTERNAL_ID: {
    type: 'text',
    pattern: /^[\w+=,.@:/-]{2,1224}$/,
    cure: 'must be 2 to 1224 letters, digits or + = , . @ : / -',
    meaning: 'the external id that the roles ask for; a registry entry may override it',
  },
  CENTRAL_OPS_SSO_SESSION: {
    type: 'text',
    meaning: 'the `[sso-session]` to sign in with (default: the only one)',
  },
  CENTRAL_OPS_SSO_ROLE_NAME: {
    ...ROLE_NAME,
    default: 'CentralOpsReadOnly',
    meaning: 'the permission set used with `identity-center`; another one is never picked silently',
  },
  CENTRAL_OPS_TOOLS: { type: 'choice', choices: ['aws-mcp'], default: 'aws-mcp', meaning: 'what reads the accounts' },
  CENTRAL_OPS_AWS_MCP_URL: {
    type: 'url',
    default: 'https://aws-mcp.us-east-1.api.aws/mcp',
    meaning: 'the AWS MCP Server; plain http for loopback only',
  },
  CENTRAL_OPS_MODEL: {
    type: 'text',
    // Ids, inference profiles (`us.…`) and their ARNs.
    pattern: /^(?:none|bedrock:[\w.-][\w.:/-]{0,2047})$/,
    cure: 'must be none, or bedrock: and the id of a model or inference profile',
    default: 'none',
    meaning:
      'the model that understands what the rules do not, and writes a short narrative above the tables: `bedrock:MODEL_OR_INFERENCE_PROFILE_ID`, or `none`; answers are complete without one',
  },
  CENTRAL_OPS_PLANNER: {
    type: 'choice',
    choices: ['auto', 'rules', 'model'],
    default: 'auto',
    meaning:
      'how questions are understood; `auto` asks the model about what the rules do not understand whole, and is `rules` without one',
  },
  CENTRAL_OPS_BUDGET_ACCOUNTS: budget('accounts per question', 1000, 100_000),
  CENTRAL_OPS_BUDGET_CALLS: budget('planned calls, whatever their Regions, pages and items', 20, 1000),
  CENTRAL_OPS_BUDGET_FANOUT: budget('items per reference ("for each cluster")', 500, 1_000_000),
  CENTRAL_OPS_BUDGET_PAGES: budget('pages per call and Region', 100, 1_000_000),
  CENTRAL_OPS_BUDGET_ROWS: budget('rows per question', 500_000, 100_000_000),
  CENTRAL_OPS_BUDGET_SECONDS: budget('seconds per question', 300, 86_400),
  CENTRAL_OPS_BUDGET_MODEL_CALLS: { ...budget('model calls per question', 6, 1000), least: 0 },
  CENTRAL_OPS_BUDGET_MODEL_TOKENS: budget('model tokens per question', 60_000, 100_000_000),
  CENTRAL_OPS_BUDGET_CONFIRM_ABOVE: budget(
    'account × Region × call above which a person at a terminal is asked',
    5000,
    1_000_000_000,
  ),
  CENTRAL_OPS_CONCURRENCY: budget('accounts at once', 500, 10_000),
  CENTRAL_OPS_SESSION_POLICY_ARN: {
    type: 'text',
    pattern: /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/,
    cure: 'must be the ARN of a managed policy',
    default: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    meaning: 'the managed policy that every assumed session is cut down to, beside our own deny',
  },
  CENTRAL_OPS_ROWS: {
    type: 'text',
    meaning:
      "where full rows are kept for 24 hours: `memory` (server), or a directory (command line: the user's state directory)",
  },
  CENTRAL_OPS_CHECKPOINTS: {
    type: 'text',
    // A relative directory would be another one wherever the command is run.
    pattern: /^(?:memory|file:\/.+|postgres(?:ql)?:\/\/[^/]+\/.+)$/,
    cure: 'must be memory, file: and an absolute directory, or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    meaning:
      "where sessions and approvals are remembered: `memory` (server), `file:DIR` (command line: the user's state directory) or `postgres://…`, which several instances share; for 30 days",
  },
  CENTRAL_OPS_ACCESS: {
    type: 'text',
    meaning:
      'the path of the access file, which says who may ask which accounts and agents; without it every caller has the same rights',
  },
  CENTRAL_OPS_AGENT_REGISTRY: {
    type: 'text',
    pattern: /^(?!dynamodb:).|^dynamodb:[\w.-]{3,255}$/,
    cure: 'must be the path of a JSON file, or dynamodb: and the name of a table',
    meaning:
      'the agents of other accounts: the path of a JSON file, or `dynamodb:TABLE` in the hub’s account and Region (default: none)',
  },
  CENTRAL_OPS_INVOKE_AGENTS: {
    type: 'choice',
    choices: ['off', 'listed'],
    default: 'off',
    meaning:
      '`listed` lets questions be handed to agents of the registry whose row is enabled; where the row asks for it, each after a yes. An agent may do more than read',
  },
  CENTRAL_OPS_AGENT_ROLE_NAME: {
    ...ROLE_NAME,
    default: 'CentralOpsAgentInvoker',
    meaning: 'the role that invokes an agent, in its account; a row of the registry may name another',
  },
  CENTRAL_OPS_CALLER_IN_SESSION: {
    type: 'list',
    choices: CALLER_PLACES,
    meaning:
      'where the caller travels along into the member accounts: `session-name`, `source-identity`, `session-tags`, separated by commas (default: nowhere). Trust policies must allow `sts:SetSourceIdentity` and `sts:TagSession` for the last two',
  },
  CENTRAL_OPS_EC2_EXEC: {
    type: 'choice',
    choices: ['off', 'approved'],
    default: 'off',
    meaning:
      '`approved` lets `ec2-exec-command` run commands on EC2 instances: where `CENTRAL_OPS_EC2_EXEC_ALLOW` allows it, each after a yes',
  },
  CENTRAL_OPS_EC2_EXEC_ALLOW: {
    type: 'text',
    // A relative path would be another file wherever the command is run.
    pattern: /^\/.+/,
    cure: 'must be an absolute path',
    meaning:
      'the path of the JSON file that says in which accounts, with which roles and on which instances commands may be run (default: nowhere)',
  },
  CENTRAL_OPS_SENSITIVE_READS: {
    type: 'list',
    choices: SENSITIVE_READS,
    meaning:
      'what of the stored data may be read, separated by commas: `object-bodies`, `log-events`, `parameters` (default: nothing)',
  },
  CENTRAL_OPS_CALLER_HEADER: {
    type: 'text',
    pattern: /^[A-Za-z0-9-]{1,64}$/,
    cure: 'must be the name of an HTTP header',
    meaning:
      "the header that a trusted front sets to the caller's name; `Authorization` takes the subject of the token that AgentCore's JWT authorizer has verified",
  },
  PORT: {
    type: 'number',
    least: 0,
    most: 65_535,
    meaning: 'the port to listen on (default: `serve` 8080, `mcp --http` 8000)',
  },
  CENTRAL_OPS_HOST: {
    type: 'text',
    meaning: 'the address of `serve` and `mcp --http` (default: `127.0.0.1`, in a container `0.0.0.0`)',
  },
  CENTRAL_OPS_MCP_TOKEN: {
    type: 'text',
    pattern: /^[\x21-\x7e]{16,512}$/,
    cure: 'must be 16 to 512 visible characters without spaces',
    meaning:
      'what clients of `mcp --http` send as `Authorization: Bearer …`; needed wherever it listens beyond this machine, except in AgentCore',
  },
  CENTRAL_OPS_CONCURRENT_RUNS: budget('questions that a server answers at once; one more is told so', 250, 10_000),
  CENTRAL_OPS_DRAIN_SECONDS: {
    type: 'number',
    least: 0,
    most: 3600,
    default: '25',
    meaning: 'how long runs under way may go on when a server is told to end (SIGTERM), before they are cancelled',
  },
  CENTRAL_OPS_LOG_LEVEL: {
    type: 'choice',
    choices: ['error', 'warn', 'info', 'debug'],
    meaning: 'how much is logged to stderr (default: server `info`, command line `warn`)',
  },
  CENTRAL_OPS_AWS_CLI: {
    type: 'text',
    pattern: /^\//,
    cure: 'must be an absolute path',
    meaning: 'the AWS CLI that `exec-command` runs, by its absolute path (default: the first `aws` of `PATH`)',
  },
  CENTRAL_OPS_SANDBOX: {
    type: 'choice',
    choices: ['0', '1', 'true', 'false'],
    default: '0',
    meaning: '`1` asks an AWS organization on loopback',
  },
  CENTRAL_OPS_SANDBOX_ACCOUNTS: budget('accounts of the sandbox', 10, 10_000),
  CENTRAL_OPS_SANDBOX_SEED: {
    type: 'number',
    least: 0,
    most: 4_294_967_295,
    default: '1',
    meaning: 'the number that the sandbox is generated from',
  },
  CENTRAL_OPS_SANDBOX_LATENCY: {
    type: 'text',
    meaning: 'injected delays in ms, such as `sts=80,session=100,script=600`',
  },
  CENTRAL_OPS_SANDBOX_FAULTS: { type: 'text', meaning: 'injected faults, such as `ACCOUNT:SERVICE:OUTCOME,…`' },
  HTTPS_PROXY: {
    type: 'proxy',
    meaning: 'the proxy for https to other machines; a user and a password may stand in it',
  },
  NO_PROXY: {
    type: 'text',
    meaning: 'what is reached without the proxy: names, what ends in them, addresses, or `*`, separated by commas',
  },
  AWS_CA_BUNDLE: {
    type: 'text',
    meaning: "the path of the certificates (PEM) to trust instead of Node's own, as in the AWS CLI",
  },
  NODE_EXTRA_CA_CERTS: {
    type: 'text',
    meaning: "the path of certificates (PEM) to trust besides the others: Node's own variable",
  },
  AWS_REGION: { type: 'regions', meaning: "the hub's own Region (default: `us-east-1`)" },
  AWS_SSO_START_URL: {
    type: 'url',
    meaning: 'the start URL of an Identity Center portal, without any `[sso-session]`',
  },
  AWS_SSO_REGION: { type: 'regions', meaning: 'the Region of that portal (default: `AWS_REGION`)' },
  AWS_CONFIG_FILE: { type: 'text', meaning: "the AWS CLI's configuration file (default: `~/.aws/config`)" },
  AWS_SHARED_CREDENTIALS_FILE: {
    type: 'text',
    meaning: "the AWS CLI's credentials file (default: `~/.aws/credentials`)",
  },
  AWS_ENDPOINT_URL_SSO: { type: 'url', meaning: "another Identity Center portal: the AWS SDK's own variable" },
  AWS_ENDPOINT_URL_SSO_OIDC: {
    type: 'url',
    meaning: "another Identity Center token service: the AWS SDK's own variable",
  },
  AWS_ENDPOINT_URL_BEDROCK_AGENT: {
    type: 'url',
    meaning: "another endpoint to look Bedrock agents up at: the AWS SDK's own variable",
  },
  AWS_ENDPOINT_URL_BEDROCK_AGENTCORE_CONTROL: {
    type: 'url',
    meaning: "another endpoint to look AgentCore runtimes up at: the AWS SDK's own variable",
  },
  AWS_ENDPOINT_URL_BEDROCK_AGENTCORE: {
    type: 'url',
    meaning: "another endpoint to invoke AgentCore runtimes at: the AWS SDK's own variable",
  },
  AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: {
    type: 'url',
    meaning: "another endpoint to invoke Bedrock agents at: the AWS SDK's own variable",
  },
  AWS_ENDPOINT_URL_DYNAMODB: { type: 'url', meaning: "another DynamoDB endpoint: the AWS SDK's own variable" },
  AWS_ENDPOINT_URL_ORGANIZATIONS: {
    type: 'url',
    meaning: "another AWS Organizations endpoint: the AWS SDK's own variable",
  },
  AWS_ENDPOINT_URL_SSM: { type: 'url', meaning: "another Systems Manager endpoint: the AWS SDK's own variable" },
  AWS_ENDPOINT_URL_EC2: { type: 'url', meaning: "another EC2 endpoint: the AWS SDK's own variable" },
  AWS_ENDPOINT_URL_STS: { type: 'url', meaning: "another STS endpoint: the AWS SDK's own variable" },
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: {
    type: 'url',
    meaning: "another Amazon Bedrock endpoint: the AWS SDK's own variable; with the sandbox, one on loopback",
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

export function settingNames(): readonly SettingName[] {
  return Object.keys(SETTINGS).filter((name) => isSettingName(name));
}

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

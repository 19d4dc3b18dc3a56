/**
 * The fields of a registry row, each with what is said about a value that does not fit: the problem, and what to write
 * instead. Suggestions are made from what was written and are never applied: a stray character in an id may as well be the
 * sign of a wrong one.
 */
import { z } from 'zod';
import { nearest } from '../../domain/nearest.js';
import { isKnownRegion, knownRegions } from '../../domain/region.js';
import { hasUnseen, plain, shown, tidied } from './shown.js';

/** What is wrong with a value, and what to write instead. */
export interface Fault {
  readonly problem: string;
  readonly suggestion: string;
}

/** Both control planes: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_GetAgentAlias.html */
const BEDROCK_ID = /^[0-9A-Za-z]{10}$/;
/** https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntime.html */
const RUNTIME_ID = /^[a-zA-Z]\w{0,99}-[a-zA-Z0-9]{10}$/;
const ENDPOINT_NAME = /^[a-zA-Z]\w{0,47}$/;
/** Groups: partition, Region, account, runtime id. */
export const RUNTIME_ARN =
  /^arn:(aws[a-z-]*):bedrock-agentcore:([a-z0-9-]+):(\d{12}):runtime\/([a-zA-Z]\w{0,99}-[a-zA-Z0-9]{10})$/;
/** A name, with its path where it has one. */
const ROLE_NAME = /^(?:[\w+=,.@-]{1,128}\/){0,8}[\w+=,.@-]{1,64}$/;
/** Roles that may do everything, or that nobody can assume like this: no agent's row needs them. */
const FORBIDDEN_ROLE =
  /^(?:OrganizationAccountAccessRole|AWSControlTowerExecution|AWSCloudFormationStackSetExecutionRole)$|^AWSReservedSSO_|^AWSServiceRoleFor|^(?:aws-service-role|aws-reserved)\//i;

/** What `agent_type` may be. */
export const AGENT_TYPES = ['agentcore', 'bedrock_agent'] as const;

/** zod carries one string per issue: both halves travel in it. */
function asText({ problem, suggestion }: Fault): string {
  return JSON.stringify([problem, suggestion]);
}

const FaultText = z.tuple([z.string(), z.string()]);

export function faultOf(message: string): Fault {
  const [problem, suggestion] = FaultText.parse(JSON.parse(message));
  return { problem, suggestion };
}

function text(fault: (value: unknown) => Fault, fits: (value: string) => boolean) {
  return z
    .string({ error: (issue) => asText(fault(issue.input)) })
    .refine(fits, { error: (issue) => asText(fault(issue.input)) });
}

/** A value in a fixed form, such as an id. */
function formed(pattern: RegExp, wanted: string) {
  return text(
    (value) => offForm(value, pattern, wanted),
    (value) => pattern.test(value),
  );
}

function offForm(value: unknown, pattern: RegExp, wanted: string): Fault {
  if (value === undefined) return { problem: 'is missing', suggestion: `write ${wanted}` };
  if (typeof value !== 'string') return { problem: notText(value), suggestion: `write ${wanted}, as a string` };
  const meant = tidied(value);
  const last = /[. ]$/.test(meant) ? meant.slice(0, -1) : meant;
  if (pattern.test(last)) return { problem: strayPart(value), suggestion: `write ${JSON.stringify(last)}` };
  return { problem: `is not ${wanted}`, suggestion: `write ${wanted}` };
}

/** Seed 2's trailing quotation mark, and its relatives. */
function strayPart(value: string): string {
  if (/["'`“”‘’«»]/u.test(value)) return 'has a quotation mark in it';
  if (/^\s|\s$/u.test(value)) return 'has white space around it';
  if (hasUnseen(value)) return 'has characters in it that cannot be seen';
  return 'has a character too many';
}

function notText(value: unknown): string {
  if (value === null) return 'is null';
  if (Array.isArray(value)) return 'is a list';
  return typeof value === 'object' ? 'is an object' : `is a ${typeof value}, not a string`;
}

/** Free text, for people and for a model that chooses: never instructions, and never long. */
function words(longest: number, wanted: string) {
  return text(
    (value) => {
      if (value === undefined) return { problem: 'is missing', suggestion: `write ${wanted}` };
      if (typeof value !== 'string') return { problem: notText(value), suggestion: `write ${wanted}, as a string` };
      const meant = tidied(value);
      if (meant === '') return { problem: 'is empty', suggestion: `write ${wanted}` };
      if (value.length > longest) {
        return {
          problem: `has ${value.length} characters`,
          suggestion: `write ${wanted}, in at most ${longest} characters`,
        };
      }
      return { problem: 'has characters in it that cannot be seen', suggestion: `write ${shown(meant)}` };
    },
    (value) => value.trim() !== '' && value.length <= longest && !hasUnseen(value),
  );
}

/** Seed 2's other trap: a list that was stored as one string, which a program then reads letter by letter. */
function list(most: number, longest: number, wanted: string) {
  return z
    .array(words(longest, wanted), {
      error: (issue) => asText(noList(issue.input)),
    })
    .max(most, {
      error: asText({ problem: `has more than ${most} entries`, suggestion: `keep the ${most} that say most` }),
    })
    .default([]);
}

function noList(value: unknown): Fault {
  if (typeof value !== 'string') {
    return { problem: value === null ? 'is null' : 'is not a list', suggestion: 'write a list of strings: ["…", "…"]' };
  }
  const parts = tidied(value.replaceAll(/^\s*\[|\]\s*$/gu, ''))
    .split(/\s*[,;]\s*/u)
    .map(tidied)
    .filter((part) => part !== '');
  const listed = parts.slice(0, 6).map((part) => JSON.stringify(plain(part)));
  return {
    problem: 'is one string, not a list',
    suggestion: `write [${listed.join(', ')}${parts.length > 6 ? ', …' : ''}]`,
  };
}

const accountId = text(
  (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
      return {
        problem: `is a number, not a string`,
        suggestion: `a number loses leading zeros: write ${JSON.stringify(String(value).padStart(12, '0'))}`,
      };
    }
    const digits = typeof value === 'string' ? value.replaceAll(/\D/g, '') : '';
    return {
      problem: typeof value === 'string' ? 'is not the id of an account' : notText(value),
      suggestion:
        digits.length === 12 ? `write ${JSON.stringify(digits)}` : 'write the 12 digits of the account, as a string',
    };
  },
  (value) => /^\d{12}$/.test(value),
);

const region = text((value) => {
  if (typeof value !== 'string') {
    return { problem: notText(value), suggestion: 'write the code of a Region, such as "eu-west-1"' };
  }
  const [near] = nearest(tidied(value), knownRegions(), 1);
  return {
    problem: 'is not an AWS Region',
    suggestion: near === undefined ? 'write the code of a Region, such as "eu-west-1"' : `write "${near}"`,
  };
}, isKnownRegion);

const roleName = text(
  (value) => {
    if (typeof value !== 'string') return { problem: notText(value), suggestion: 'write the name of an IAM role' };
    if (FORBIDDEN_ROLE.test(value)) {
      return {
        problem: 'is a role that may do far more than invoke an agent',
        suggestion: 'make a role in the agent’s account that may invoke this agent alone, and write its name',
      };
    }
    const [, named] = /^arn:[\w-]+:iam::\d{12}:role\/(.+)$/.exec(tidied(value)) ?? [];
    if (named !== undefined && ROLE_NAME.test(named)) {
      return {
        problem: 'is an ARN; roles are named, and found in the account of the row',
        suggestion: `write ${JSON.stringify(named)}`,
      };
    }
    return offForm(value, ROLE_NAME, 'the name of an IAM role, not its ARN');
  },
  (value) => ROLE_NAME.test(value) && !FORBIDDEN_ROLE.test(value),
);

const enabled = z.boolean({
  error: (issue) => {
    const { input } = issue;
    if (input === undefined) return asText({ problem: 'is missing', suggestion: 'write true or false' });
    const meant = typeof input === 'string' ? /^(?:true|yes|1)$|^(?:false|no|0)$/i.exec(tidied(input)) : null;
    return asText({
      problem: typeof input === 'string' ? 'is a string, not true or false' : `is ${shown(input)}, not true or false`,
      suggestion:
        meant === null ? 'write true or false' : `write ${/^(?:true|yes|1)$/i.test(meant[0])}, without quotation marks`,
    });
  },
});

/** A whole number within limits. */
function whole(least: number, most: number, unit: string) {
  const fault = (value: unknown): string => {
    const asNumber = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : undefined;
    return asText({
      problem:
        asNumber === undefined
          ? `is not a whole number of ${unit} from ${least} to ${most}`
          : 'is a string, not a number',
      suggestion:
        asNumber !== undefined && asNumber >= least && asNumber <= most
          ? `write ${asNumber}, without quotation marks`
          : `write a number from ${least} to ${most}`,
    });
  };
  return z
    .int({ error: (issue) => fault(issue.input) })
    .min(least, { error: (issue) => fault(issue.input) })
    .max(most, { error: (issue) => fault(issue.input) });
}

/** One of a few words; others that exist in the world get a reason of their own. */
function oneOf<const Words extends readonly [string, ...string[]]>(
  accepted: Words,
  refused: Readonly<Record<string, string>> = {},
) {
  const listed = accepted.map((word) => JSON.stringify(word)).join(' or ');
  return z.enum(accepted, {
    error: (issue) => {
      const { input } = issue;
      if (input === undefined) return asText({ problem: 'is missing', suggestion: `write ${listed}` });
      if (typeof input !== 'string') return asText({ problem: notText(input), suggestion: `write ${listed}` });
      const reason = Object.hasOwn(refused, input) ? refused[input] : undefined;
      if (reason !== undefined) return asText({ problem: reason, suggestion: `write ${listed}` });
      const [near] = nearest(tidied(input), accepted, 1);
      return asText({
        problem: `is not ${listed}`,
        suggestion: near === undefined ? `write ${listed}` : `write "${near}"`,
      });
    },
  });
}

const ROW_FIELDS = {
  /** Only in a table: its key, which must be the one that the other fields make. */
  agent_key: words(300, 'the key of the row, or leave it out').optional(),
  agent_type: oneOf(AGENT_TYPES, {
    agentcore_harness: 'is not supported: a harness takes its prompt and tools from whoever calls it',
  }),
  name: words(100, 'a name for people'),
  description: words(1000, 'what the agent is for'),
  account_id: accountId.optional(),
  region: region.optional(),
  role_name: roleName.optional(),
  external_id: z
    .string({ error: () => asText({ problem: 'is not a string', suggestion: 'write "env:NAME" or "ssm:NAME"' }) })
    // The characters of STS's ExternalId; the value itself is never shown.
    .regex(/^[\w+=,.@:/-]{2,1224}$/, {
      error: asText({
        problem: 'is not an external id',
        suggestion: 'write "env:NAME" or "ssm:NAME", or 2 to 1224 letters, digits or + = , . @ : / -',
      }),
    })
    .optional(),
  auth: oneOf(['sigv4'], {
    oauth: 'is not supported: the AWS SDK cannot send an OAuth token, and no token is kept here',
    jwt: 'is not supported: the AWS SDK cannot send an OAuth token, and no token is kept here',
    iam: 'is called "sigv4" here',
  }).default('sigv4'),
  approval: oneOf(['always', 'never']).default('always'),
  /** More at once would be throttled: AWS publishes no rate for agents, and reports speak of a few a second. */
  max_concurrency: whole(1, 100, 'invocations').default(4),
  /** A request to AgentCore ends after 15 minutes: https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html */
  timeout_seconds: whole(1, 900, 'seconds').default(120),
  enabled,
  capabilities: list(50, 100, 'a capability, in a few words'),
  domains: list(50, 100, 'a domain, in a few words'),
  example_queries: list(50, 300, 'a question that the agent answers'),
};

/** A runtime of AgentCore. */
const AGENT_CORE_FIELDS = {
  ...ROW_FIELDS,
  agent_id: formed(RUNTIME_ID, 'the id of a runtime, such as "invoices-AbCdEf1234"'),
  runtime_arn: formed(
    RUNTIME_ARN,
    'the ARN of a runtime: "arn:aws:bedrock-agentcore:REGION:ACCOUNT:runtime/ID"',
  ).optional(),
  qualifier: formed(ENDPOINT_NAME, 'the name of an endpoint, such as "DEFAULT"').default('DEFAULT'),
  protocol: oneOf(['http'], {
    a2a: 'is not supported yet',
    mcp: 'is the protocol of a server of tools, which is not an agent',
  }).default('http'),
};

/** An agent of Bedrock Agents. */
const BEDROCK_FIELDS = {
  ...ROW_FIELDS,
  agent_id: formed(BEDROCK_ID, 'the ten letters and digits of an agent’s id'),
  alias_id: formed(BEDROCK_ID, 'the ten letters and digits of an alias’ id'),
};

export const AgentCoreRow = z.strictObject(AGENT_CORE_FIELDS);
export const BedrockRow = z.strictObject(BEDROCK_FIELDS);
/** For rows whose type is not known: everything else about them is still said. */
export const RowOfAnyType = z.object(ROW_FIELDS);

/** Every field that some row may have, in the order of the documentation. */
export const FIELD_NAMES: readonly string[] = [
  'agent_key',
  'agent_id',
  'alias_id',
  'name',
  'description',
  'agent_type',
  'account_id',
  'region',
  'runtime_arn',
  'qualifier',
  'role_name',
  'external_id',
  'protocol',
  'auth',
  'approval',
  'max_concurrency',
  'timeout_seconds',
  'enabled',
  'capabilities',
  'domains',
  'example_queries',
];

/** A field that a row of its type does not have. */
export function strayField(name: string, type: (typeof AGENT_TYPES)[number]): Fault {
  if (FIELD_NAMES.includes(name)) {
    const instead =
      name === 'alias_id'
        ? ' (an endpoint is named in qualifier)'
        : name === 'qualifier'
          ? ' (an alias is named in alias_id)'
          : '';
    return { problem: `does not belong to a row of type "${type}"`, suggestion: `remove it${instead}` };
  }
  if (/^role_?arn$/i.test(name)) {
    return {
      problem: 'is not a field: the ARN of a role is made of account_id and role_name',
      suggestion: 'remove it, and write the role’s name in role_name',
    };
  }
  const [near] = nearest(name, FIELD_NAMES, 1);
  return {
    problem: 'is not a field of an agent',
    suggestion: near === undefined ? 'remove it' : `rename it to ${near}, or remove it`,
  };
}

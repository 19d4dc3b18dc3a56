import { z } from 'zod';
import { CentralOpsError } from '../domain/errors.js';
import { parseJsonText } from '../domain/json-text.js';
import { inertLine } from '../results/inert.js';
import { plainWords } from './command-text.js';

const roleName = z.string().regex(/^[\w+=,.@-]{1,64}$/, 'must be the name of a role or permission set, not an ARN');
const documentName = z
  .string()
  .regex(/^[\w.-]{3,128}$/, 'must be the name of a document of Systems Manager in the account, or of AWS');
const tagValue = z.string().max(256);

const rule = z.strictObject({
  accounts: z.array(z.string().min(1).max(256)).min(1),
  roles: z.array(roleName).min(1),
  /** Every one must be there, with this value or one of these. */
  instanceTags: z
    .record(z.string().min(1).max(128), z.union([tagValue, z.array(tagValue).min(1)]))
    .refine((tags) => Object.keys(tags).length > 0, 'must name at least one tag'),
});

const harmless = z.string().transform((command, context) => {
  const words = plainWords(command);
  if (words !== undefined) return words.join(' ');
  context.addIssue({
    code: 'custom',
    message: `"${inertLine(command)}" must be plain words, without any shell syntax`,
  });
  return z.NEVER;
});

const fileShape = z.strictObject({
  allow: z.array(rule).default([]),
  harmless: z.array(harmless).max(50).default([]),
  documents: z
    .strictObject({
      linux: documentName.default('AWS-RunShellScript'),
      windows: documentName.default('AWS-RunPowerShellScript'),
    })
    .prefault({}),
  /** How long a command may run. */
  timeoutSeconds: z.int().min(1).max(2700).default(60),
  /** How long an approval waits. */
  approvalMinutes: z.int().min(1).max(1440).default(10),
});

export type Ec2AllowRule = z.output<typeof rule>;

/** What `CENTRAL_OPS_EC2_EXEC_ALLOW` says: which commands may be run at all, and which of them without being asked about. */
export type Ec2AllowList = z.output<typeof fileShape> & {
  /** Where it was read from, for messages. */
  readonly origin: string;
};

/** Nothing. */
export const NOTHING_ALLOWED: Ec2AllowList = {
  ...fileShape.parse({}),
  origin: '(CENTRAL_OPS_EC2_EXEC_ALLOW is not set)',
};

/** Checks a whole allow-list. Throws `configuration` with every place that is wrong. */
export function parseEc2AllowList(text: string, origin: string): Ec2AllowList {
  const json = parseJsonText(text);
  if (!json.ok) {
    throw invalid(origin, [`it is not JSON: it goes wrong at line ${json.line}, column ${json.column}`]);
  }
  const parsed = fileShape.safeParse(json.value);
  if (parsed.success) return { ...parsed.data, origin };
  throw invalid(
    origin,
    parsed.error.issues.map(({ path, message }) => `${path.length === 0 ? 'the file' : path.join('.')}: ${message}`),
  );
}

/** Whether the instance's tags are what the rule asks for: case counts, as it does in AWS. */
export function tagsMatch({ instanceTags }: Ec2AllowRule, tags: Readonly<Record<string, string>>): boolean {
  return Object.entries(instanceTags).every(([key, wanted]) => {
    const actual = Object.hasOwn(tags, key) ? tags[key] : undefined;
    return actual !== undefined && (typeof wanted === 'string' ? [wanted] : wanted).includes(actual);
  });
}

function invalid(origin: string, problems: readonly string[]): CentralOpsError {
  return new CentralOpsError(
    'configuration',
    `the list of allowed EC2 commands ${origin} cannot be used: ${problems.join('; ')}`,
    {
      facts: { problems: [...problems] },
      nextStep: `Write ${ALLOW_EXAMPLE}.`,
    },
  );
}

export const ALLOW_EXAMPLE =
  '{"allow": [{"accounts": ["222222222222"], "roles": ["CentralOpsCommandRole"], "instanceTags": {"Environment": "staging"}}], "harmless": ["uptime", "df -h"]}';

/** The exact instruction, wherever somebody meets the feature while it is off. */
export function ec2ExecIsOff(): CentralOpsError {
  return new CentralOpsError('refused', 'commands on EC2 instances are switched off. Nothing was run', {
    nextStep: `Whoever runs this sets CENTRAL_OPS_EC2_EXEC=approved, and CENTRAL_OPS_EC2_EXEC_ALLOW to the path of a file such as ${ALLOW_EXAMPLE}.`,
  });
}

import { z } from 'zod';
import type { Account } from '../domain/account.js';
import { nearest } from '../domain/nearest.js';
import { isKnownRegion, knownRegions, partitionOfRegion } from '../domain/region.js';

/** One thing wrong with a registry: "accounts[3].id" "is 42, a number" "write it as a string…". */
export interface Problem {
  readonly place: string;
  readonly problem: string;
  readonly cure: string;
}

type Issue = Omit<Problem, 'place'>;

/** A name that could never be used to choose the account. */
export function isSelector(name: string): boolean {
  return /^\s*(?:all|\d{12}|(?:tag|ou|environment|env):.*)\s*$/i.test(name);
}

/** Characters that cannot be shown as they are, or that would break a line. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
export const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;

function text(longest: number, what: string) {
  return z
    .string({ error: (issue) => asText(wrongType(issue.input, `${what}, as a string`)) })
    .refine((value) => value.trim() !== '' && value.length <= longest && !UNPRINTABLE.test(value), {
      error: asText({
        problem: 'is empty, too long or holds control characters',
        cure: `write ${what}, at most ${longest} characters`,
      }),
    });
}

const id = z
  .string({ error: (issue) => asText(wrongId(issue.input)) })
  .regex(/^\d{12}$/, { error: (issue) => asText(wrongId(issue.input)) });

const roleName = z
  .string({ error: (issue) => asText(wrongType(issue.input, 'the name of an IAM role')) })
  .regex(/^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, {
    error: asText({
      problem: 'is not the name of an IAM role',
      cure: 'write the name alone, not an ARN: "CentralOpsTargetRole"',
    }),
  });

const region = z
  .string({ error: (issue) => asText(wrongType(issue.input, 'the code of a Region, such as "eu-west-1"')) })
  .refine(isKnownRegion, {
    error: (issue) =>
      asText({ problem: `${shown(issue.input)} is not an AWS Region`, cure: suggestRegion(issue.input) }),
  });

const fields = {
  id,
  name: text(128, 'the name that people use for the account').refine((name) => !isSelector(name), {
    error: asText({
      problem: 'means something else when accounts are chosen',
      cure: 'write a name that is not an id, "all" or "tag:…"',
    }),
  }),
  environment: text(128, 'an environment, such as "production"').optional(),
  role: text(64, 'a role, such as "central" or "workload"').optional(),
  tags: z
    .record(
      z.string(),
      z.string({ error: (issue) => asText(wrongType(issue.input, 'the value of a tag, as a string')) }),
      {
        error: (issue) => asText(wrongType(issue.input, 'an object of strings: {"team": "payments"}')),
      },
    )
    .optional(),
  ou: text(512, 'an organizational unit, such as "Workloads/Production"').optional(),
  regions: z
    .array(region, { error: (issue) => asText(wrongType(issue.input, 'a list of Regions: ["eu-west-1"]')) })
    .min(1, { error: asText({ problem: 'is empty', cure: 'name at least one Region, or leave the field out' }) })
    .optional(),
  partition: z
    .enum(['aws', 'aws-cn', 'aws-us-gov'], {
      error: (issue) => asText({ problem: `is ${shown(issue.input)}`, cure: 'write "aws", "aws-cn" or "aws-us-gov"' }),
    })
    .default('aws'),
  roleName: roleName.optional(),
  externalId: z
    .string({ error: () => asText({ problem: 'is not a string', cure: 'write the external id, or "env:NAME"' }) })
    // The characters of STS's ExternalId; the value itself is never shown.
    .regex(/^[\w+=,.@:/-]{2,1224}$/, {
      error: asText({
        problem: 'is not an external id',
        cure: 'write 2 to 1224 letters, digits or + = , . @ : / -, or "env:NAME"',
      }),
    })
    .optional(),
  permissionSet: z
    .string({ error: (issue) => asText(wrongType(issue.input, 'the name of a permission set')) })
    .regex(/^[\w+=,.@-]{1,32}$/, {
      error: asText({
        problem: 'is not the name of a permission set',
        cure: 'write 1 to 32 letters, digits or + = , . @ -',
      }),
    })
    .optional(),
};

const entrySchema = z.strictObject(fields, {
  error: (issue) =>
    issue.code === 'invalid_type' ? asText(wrongType(issue.input, 'an object: {"id": "…", "name": "…"}')) : undefined,
});

/** Checks one entry. `account` is there when nothing is wrong with it. */
export function parseEntry(
  entry: unknown,
  place: string,
): { readonly account?: Account; readonly problems: readonly Problem[] } {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, place)) };
  const account = accountOf(parsed.data);
  const problems = foreignRegions(account, place);
  return problems.length > 0 ? { problems } : { account, problems };
}

function accountOf({ tags = {}, ...entry }: z.infer<typeof entrySchema>): Account {
  // Absent fields stay absent: `environment: undefined` would be another object in state and tests.
  const { environment, role, ou, regions, roleName: ownRole, externalId, permissionSet } = entry;
  return {
    id: entry.id,
    name: entry.name,
    tags,
    partition: entry.partition,
    ...(environment === undefined ? {} : { environment }),
    ...(role === undefined ? {} : { role }),
    ...(ou === undefined ? {} : { ou }),
    ...(regions === undefined ? {} : { regions: [...new Set(regions)] }),
    ...(ownRole === undefined ? {} : { roleName: ownRole }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(permissionSet === undefined ? {} : { permissionSet }),
  };
}

function problemsOf(issue: z.core.$ZodIssue, place: string): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ place: `${place}.${name}`, ...unknownField(name) }));
  }
  return [{ place: placeOf(place, issue.path), ...fromText(issue.message) }];
}

function placeOf(place: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (where, step) => (typeof step === 'number' ? `${where}[${step}]` : `${where}.${String(step)}`),
    place,
  );
}

function unknownField(name: string): Issue {
  const known = Object.keys(fields);
  const [suggestion] = nearest(name, known, 1);
  const cure =
    suggestion === undefined ? `remove it; the fields are ${known.join(', ')}` : `did you mean "${suggestion}"?`;
  return { problem: 'is not a field of an account', cure };
}

function foreignRegions(account: Account, place: string): readonly Problem[] {
  return (account.regions ?? []).flatMap((name, index) =>
    partitionOfRegion(name) === account.partition
      ? []
      : [
          {
            place: `${place}.regions[${index}]`,
            problem: `"${name}" is in the partition ${partitionOfRegion(name)}, the account in ${account.partition}`,
            cure: 'remove it, or set "partition"',
          },
        ],
  );
}

function wrongId(input: unknown): Issue {
  if (input === undefined) return { problem: 'is missing', cure: 'write the 12 digits of the account as a string' };
  if (typeof input === 'number' && Number.isSafeInteger(input) && input >= 0) {
    const cure = `ids are strings: a leading zero would be lost; write "${String(input).padStart(12, '0')}"`;
    return { problem: `is the number ${input}`, cure };
  }
  const digits = typeof input === 'string' ? input.replaceAll(/\D/g, '') : '';
  const cure = digits.length === 12 ? `write "${digits}"` : 'write the 12 digits of the account as a string';
  return { problem: `is ${shown(input)}`, cure };
}

function wrongType(input: unknown, wanted: string): Issue {
  return { problem: input === undefined ? 'is missing' : `is ${shown(input)}`, cure: `write ${wanted}` };
}

function suggestRegion(input: unknown): string {
  const [suggestion] = nearest(String(input), knownRegions(), 1);
  return suggestion === undefined ? 'write a Region’s code, such as "eu-west-1"' : `did you mean "${suggestion}"?`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  const written = JSON.stringify(input) ?? 'nothing';
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}

/** zod carries one string per issue: the two halves travel in it, on two lines. */
function asText({ problem, cure }: Issue): string {
  return `${problem}\n${cure}`;
}

function fromText(message: string): Issue {
  const [problem = '', cure = 'correct it'] = message.split('\n');
  return { problem, cure };
}

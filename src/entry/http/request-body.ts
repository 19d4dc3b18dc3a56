import { z } from 'zod';
import { CentralOpsError } from '../../domain/errors.js';
import type { RunRequest } from '../../domain/run.js';
import type { RowsQuery } from '../../operations.js';

/** Most rows in one page of `rows`. */
const ROWS_PAGE = 10_000;

const names = z.array(z.string().min(1)).min(1).max(1000);
const regions = z.union([z.literal('all').transform(() => ['all']), names]);

const queryBody = z.object({
  service: z.string().min(1),
  operation: z.string().min(1),
  params: z.record(z.string(), z.json()).default({}),
  accounts: names.optional(),
  regions: regions.optional(),
});

const rowsBody = z.object({
  runId: z.string().min(1),
  table: z.int().min(1).default(1),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(ROWS_PAGE).default(1000),
});

const body = z.looseObject({
  prompt: z.string().optional(),
  accounts: names.optional(),
  regions: regions.optional(),
  query: queryBody.optional(),
  rows: rowsBody.optional(),
});

const KNOWN_FIELDS: ReadonlySet<string> = new Set(['prompt', 'accounts', 'regions', 'query', 'rows']);

export type ParsedBody = { readonly warnings: readonly string[] } & (
  | { readonly kind: 'run'; readonly request: RunRequest }
  | { readonly kind: 'rows'; readonly rows: RowsQuery }
);

/** Parses a request body (contracts, "HTTP"). Throws `usage` with every place that is wrong. */
export function parseBody(value: unknown): ParsedBody {
  const parsed = body.safeParse(value);
  if (!parsed.success) throw usage(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const { prompt, query, rows } = parsed.data;
  const given = [prompt, query, rows].filter((part) => part !== undefined).length;
  if (given !== 1) throw usage(`the body has ${given === 0 ? 'none' : 'several'} of "prompt", "query" and "rows"`);
  const warnings = Object.keys(parsed.data)
    .filter((field) => !KNOWN_FIELDS.has(field))
    .map((field) => `The field "${field.slice(0, 100)}" is not known and was ignored.`);
  if (rows !== undefined) return { kind: 'rows', rows, warnings };
  if (query !== undefined) {
    const { service, operation, params } = query;
    return { kind: 'run', request: { kind: 'query', service, operation, params, ...scope(query) }, warnings };
  }
  if (prompt === undefined || prompt.trim() === '') throw usage('"prompt" is empty');
  return { kind: 'run', request: { kind: 'ask', prompt, ...scope(parsed.data) }, warnings };
}

function scope(given: {
  readonly accounts?: string[] | undefined;
  readonly regions?: string[] | undefined;
}): Pick<RunRequest, 'accounts' | 'regions'> {
  return {
    ...(given.accounts === undefined ? {} : { accounts: given.accounts }),
    ...(given.regions === undefined ? {} : { regions: given.regions }),
  };
}

function usage(problem: string): CentralOpsError {
  return new CentralOpsError('usage', `the request is malformed: ${problem}`, {
    nextStep:
      'Send {"prompt": "…"}, {"query": {"service", "operation"}} or {"rows": {"runId"}}; "accounts" and "regions" are optional.',
  });
}

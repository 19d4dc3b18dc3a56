import { z } from 'zod';
import { CentralOpsError } from '../../domain/errors.js';
import type { OperationRequest, RunRequest } from '../../domain/run.js';
import type { RowsQuery } from '../../operations.js';
import { queryViewFields, viewOf } from '../query-view.js';

/** Most rows in one page of `rows`. */
const ROWS_PAGE = 10_000;

const names = z.array(z.string().min(1)).min(1).max(1000);
const regions = z.union([z.literal('all').transform(() => ['all']), names]);

const queryBody = z.looseObject({
  service: z.string().min(1),
  operation: z.string().min(1),
  params: z.record(z.string(), z.json()).default({}),
  accounts: names.optional(),
  regions: regions.optional(),
  ...queryViewFields,
});

const rowsBody = z.looseObject({
  runId: z.string().min(1),
  table: z.int().min(1).default(1),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(ROWS_PAGE).default(1000),
});

const resumeBody = z.looseObject({
  approvalId: z.string().min(1).max(256),
  decision: z.enum(['approve', 'reject']),
});

const body = z.looseObject({
  prompt: z.string().optional(),
  accounts: names.optional(),
  regions: regions.optional(),
  query: queryBody.optional(),
  rows: rowsBody.optional(),
  resume: resumeBody.optional(),
  forget: z.literal(true).optional(),
});

export type ParsedBody = { readonly warnings: readonly string[] } & (
  | { readonly kind: 'run'; readonly request: OperationRequest }
  | { readonly kind: 'rows'; readonly rows: RowsQuery }
);

/** Parses a request body (contracts, "HTTP"). Throws `usage` with every place that is wrong. */
export function parseBody(value: unknown): ParsedBody {
  const parsed = body.safeParse(value);
  if (!parsed.success) throw usage(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const { prompt, query, rows, resume, forget } = parsed.data;
  const parts = [prompt, query, rows, resume, forget].filter((part) => part !== undefined).length;
  if (parts !== 1)
    throw usage(`the body has ${parts === 0 ? 'none' : 'several'} of "prompt", "query", "rows", "resume" and "forget"`);
  const warnings = [
    ...unknownFields(parsed.data, body, ''),
    ...(query === undefined ? [] : unknownFields(query, queryBody, 'query.')),
    ...(rows === undefined ? [] : unknownFields(rows, rowsBody, 'rows.')),
    ...(resume === undefined ? [] : unknownFields(resume, resumeBody, 'resume.')),
  ];
  if (rows !== undefined) {
    const { runId, table, offset, limit } = rows;
    return { kind: 'rows', rows: { runId, table, offset, limit }, warnings };
  }
  if (resume !== undefined) {
    const { approvalId, decision } = resume;
    return { kind: 'run', request: { kind: 'resume', approvalId, decision }, warnings };
  }
  if (forget === true) return { kind: 'run', request: { kind: 'forget' }, warnings };
  if (query !== undefined) {
    const { service, operation, params } = query;
    // A scope beside the query is meant for it: ignoring it would ask more accounts than somebody wanted.
    const given = { ...scope(parsed.data), ...scope(query) };
    return {
      kind: 'run',
      request: { kind: 'query', service, operation, params, ...viewOf(query), ...given },
      warnings,
    };
  }
  if (prompt === undefined || prompt.trim() === '') throw usage('"prompt" is empty');
  return { kind: 'run', request: { kind: 'ask', prompt, ...scope(parsed.data) }, warnings };
}

function unknownFields(given: object, shape: { readonly shape: object }, place: string): readonly string[] {
  return Object.keys(given)
    .filter((field) => !Object.hasOwn(shape.shape, field))
    .map((field) => `The field "${place}${field.slice(0, 100)}" is not known and was ignored.`);
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
      'Send {"prompt": "…"}, {"query": {"service", "operation"}}, {"rows": {"runId"}}, {"resume": {"approvalId", "decision"}} or {"forget": true}; "accounts" and "regions" are optional.',
  });
}

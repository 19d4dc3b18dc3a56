import {
  ErrorCode,
  McpError,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/sdk/types.js';
import type { Composition } from '../../compose.js';
import type { Caller } from '../../domain/caller.js';
import { CentralOpsError, withNextStep } from '../../domain/errors.js';
import { inertLine, inertStructure } from '../../results/inert.js';
import type { RunSummary } from '../../results/run-store.js';
import { listAccounts } from './tools/list-accounts.js';

/** What can be read without asking an account: who there is to ask, and what was answered before. */
export interface McpResources {
  list(caller: Caller): Promise<ListResourcesResult>;
  templates(): ListResourceTemplatesResult;
  /** Throws the protocol's error for what is not there. */
  read(uri: string, caller: Caller, signal: AbortSignal): Promise<ReadResourceResult>;
  /** Run ids of the caller that begin so, newest first. */
  completeRunId(beginning: string, caller: Caller): Promise<readonly string[]>;
}

export const ACCOUNTS_URI = 'central-ops://accounts';
export const RUN_TEMPLATE = 'central-ops://runs/{runId}';
const RUN_URI = /^central-ops:\/\/runs\/([\w-]{1,128})$/u;

/** https://modelcontextprotocol.io/specification/2025-11-25/server/resources, "Error Handling" */
const RESOURCE_NOT_FOUND = -32_002;

const RUNS_LISTED = 10;
/** Rows of each table in a resource; get_rows reads the others. */
const ROWS_READ = 1000;
const JSON_TYPE = 'application/json';

export function createResources({ runs, ...uses }: Pick<Composition, 'listAccounts' | 'runs'>): McpResources {
  async function readRun(runId: string, caller: Caller): Promise<unknown> {
    const { savedAt, tables, failures } = await runs.load(runId, caller);
    return {
      runId,
      savedAt: new Date(savedAt).toISOString(),
      tables: tables.map((table) => ({
        ...table,
        rows: table.rows.slice(0, ROWS_READ),
        truncated: table.truncated || table.rows.length > ROWS_READ,
      })),
      failures: failures ?? [],
    };
  }

  return {
    async list(caller) {
      const latest = await runs.latest(caller, RUNS_LISTED);
      return {
        resources: [
          {
            uri: ACCOUNTS_URI,
            name: 'accounts',
            title: 'AWS accounts',
            description: 'The AWS accounts that can be asked, with their names, environments and tags.',
            mimeType: JSON_TYPE,
          },
          ...latest.map((run) => ({
            uri: `central-ops://runs/${run.runId}`,
            name: run.runId,
            title: titleOf(run),
            description: 'The rows of an earlier answer, and what did not answer.',
            mimeType: JSON_TYPE,
            annotations: { lastModified: new Date(run.savedAt).toISOString() },
          })),
        ],
      };
    },
    templates: () => ({
      resourceTemplates: [
        {
          uriTemplate: RUN_TEMPLATE,
          name: 'run',
          title: 'An earlier answer',
          description: 'The rows of an answer of the last 24 hours, by its runId, and what did not answer.',
          mimeType: JSON_TYPE,
        },
      ],
    }),
    async read(uri, caller, signal) {
      const runId = RUN_URI.exec(uri)?.[1];
      if (uri !== ACCOUNTS_URI && runId === undefined) throw notFound(uri, 'there is no such resource');
      try {
        const value = runId === undefined ? await listAccounts(uses, caller, signal) : await readRun(runId, caller);
        const text = JSON.stringify(inertStructure(value), undefined, 2);
        return { contents: [{ uri, mimeType: JSON_TYPE, text }] };
      } catch (error) {
        if (!(error instanceof CentralOpsError)) throw error;
        const message = withNextStep(error.message, error.nextStep);
        throw error.code === 'unknown-run' ? notFound(uri, message) : new McpError(ErrorCode.InternalError, message);
      }
    },
    async completeRunId(beginning, caller) {
      const latest = await runs.latest(caller, RUNS_LISTED);
      return latest.map(({ runId }) => runId).filter((runId) => runId.startsWith(beginning));
    },
  };
}

/** "EC2 instances (105 rows)" */
function titleOf({ tables }: RunSummary): string {
  const titles = tables.map(({ title, total }) => `${inertLine(title)} (${total} ${total === 1 ? 'row' : 'rows'})`);
  return titles.length === 0 ? 'An answer without tables' : titles.join(', ');
}

function notFound(uri: string, message: string): McpError {
  return new McpError(RESOURCE_NOT_FOUND, message, { uri: uri.slice(0, 256) });
}

import type { CompleteRequestParams, CompleteResult } from '@modelcontextprotocol/sdk/types.js';
import type { Composition } from '../../compose.js';
import type { Caller } from '../../domain/caller.js';
import { ACCOUNTS_ARGUMENT } from './prompts.js';
import { RUN_TEMPLATE, type McpResources } from './resources.js';

/** Offers values while somebody types an argument. */
export type Completer = (params: CompleteRequestParams, caller: Caller, signal: AbortSignal) => Promise<CompleteResult>;

/** The protocol's limit for one reply. */
const MOST_VALUES = 100;

/** Completes run ids of the resource template, and account names and environments of a prompt. */
export function createCompleter(
  uses: Pick<Composition, 'listAccounts'>,
  resources: Pick<McpResources, 'completeRunId'>,
): Completer {
  async function accountWords(beginning: string, caller: Caller, signal: AbortSignal): Promise<readonly string[]> {
    // Only the last of several is still being typed.
    const typed = beginning.slice(beginning.lastIndexOf(',') + 1).trimStart();
    const before = beginning.slice(0, beginning.length - typed.length);
    const accounts = (await uses.listAccounts(caller, signal)).accounts();
    const words = new Set(accounts.flatMap(({ name, environment, id }) => [environment ?? name, name, id]));
    return [...words]
      .filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()))
      .map((word) => `${before}${word}`);
  }

  return async ({ ref, argument }, caller, signal) => {
    if (ref.type === 'ref/resource' && ref.uri === RUN_TEMPLATE && argument.name === 'runId') {
      return completed(await resources.completeRunId(argument.value, caller));
    }
    if (ref.type === 'ref/prompt' && argument.name === ACCOUNTS_ARGUMENT) {
      return completed(await accountWords(argument.value, caller, signal));
    }
    return completed([]);
  };
}

function completed(values: readonly string[]): CompleteResult {
  return {
    completion: {
      values: values.slice(0, MOST_VALUES),
      total: values.length,
      hasMore: values.length > MOST_VALUES,
    },
  };
}

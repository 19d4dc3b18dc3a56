import { setImmediate } from 'node:timers/promises';
import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Caller } from '../../domain/caller.js';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import { createPing } from '../http/ping.js';
import { within } from '../within.js';
import type { McpServerFactory } from './server.js';

export interface StdioUses {
  readonly connect: McpServerFactory;
  readonly caller: Caller;
  readonly input: Readable;
  readonly output: Writable;
  readonly clock: Clock;
  /** Ends the server, and cancels what it does. */
  readonly signal: AbortSignal;
}

/** As over HTTP. The largest that a tool takes is a question of 32 KB, or the parameters of a call. */
const LARGEST_MESSAGE = 4 * 1024 * 1024;
/** What was asked before the input ended is still answered for so long: requests may come from a pipe. */
const DRAIN_MILLIS = 30_000;
/** How long cancelled calls have to end. */
const CANCEL_MILLIS = 5000;

/**
 * Serves one client over standard input and output, until it closes the input (specification, "Lifecycle": shutdown), is gone, or the
 * signal says so. Throws `usage` for a message that is too large, after which nothing can be understood any more.
 */
export async function serveStdio({ connect, caller, input, output, clock, signal }: StdioUses): Promise<void> {
  const work = createPing(clock);
  const transport = new StdioServerTransport(input, output, { maxBufferSize: LARGEST_MESSAGE });
  const server = connect({ caller, busy: () => work.busy() });
  const over = new Promise<'input-ended' | 'client-gone' | 'too-large' | 'stopped'>((resolve) => {
    input.once('end', () => resolve('input-ended'));
    input.once('close', () => resolve('input-ended'));
    output.on('error', () => resolve('client-gone'));
    // The transport closes by itself for one reason only.
    Object.assign(server, { onclose: () => resolve('too-large') });
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
    if (signal.aborted) resolve('stopped');
  });
  await server.connect(transport);
  const how = await over;
  if (how === 'input-ended') {
    // The last message has been read, but its work begins a moment later.
    await setImmediate();
    await within(DRAIN_MILLIS, work.idle());
    // Its answer is written a moment after its end.
    await setImmediate();
  }
  await server.close();
  await within(CANCEL_MILLIS, work.idle());
  if (how === 'too-large') {
    throw new CentralOpsError('usage', `a message on standard input is larger than ${LARGEST_MESSAGE} bytes`);
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { CentralOpsError } from '../../domain/errors.js';
import { createRests } from '../../network/rests.js';
import { createTurns } from '../../network/turns.js';
import { createHeldBytes, type HeldBytes } from './held-bytes.js';
import { createJsonReader } from './json-body.js';

/** From here on a body is long, and waits for its turn with every portion: reading several at full speed would keep everybody waiting. */
const LONG = 256 * 1024;

/** A body that is not read to its end, with the HTTP status that says so. */
export class BodyRefused extends CentralOpsError {
  readonly status: 413 | 503;

  constructor(status: 413 | 503, message: string) {
    super(status === 413 ? 'usage' : 'overloaded', message);
    this.status = status;
  }
}

/** What the bodies of one server have to share. */
export interface BodyLimits {
  /** Bytes of one body. */
  readonly most: number;
  readonly held: HeldBytes;
  readonly myTurn: () => Promise<void>;
  readonly resting: ReturnType<typeof createRests>;
}

export function createBodyLimits(most: number): BodyLimits {
  return { most, held: createHeldBytes(), myTurn: createTurns(), resting: createRests() };
}

/**
 * Reads the JSON of a request, and stops reading where it is wrong or too much. What it takes counts as held until the response is
 * closed. Throws `usage`, {@link BodyRefused}, and `cancelled` when the client leaves.
 */
export async function readJsonBody(
  request: IncomingMessage,
  response: ServerResponse,
  { most, held, myTurn, resting }: BodyLimits,
): Promise<unknown> {
  const tooLarge = (): BodyRefused => new BodyRefused(413, `the body is larger than ${most / 1024 ** 2} MB`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  // A kilobyte of gzip can be a megabyte of spaces.
  if (encoding !== 'identity') {
    throw new CentralOpsError('usage', `the body is said to be encoded (${encoding.slice(0, 40)})`, {
      nextStep: 'Send JSON as it is, without Content-Encoding.',
    });
  }
  const reader = createJsonReader(request.headers['content-type']);
  const hold = held.hold();
  response.once('close', () => hold.release());
  if (request.headers.expect !== undefined) response.writeContinue();
  let bytes = 0;
  for await (const chunk of chunksOf(request)) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge();
    if (!hold.add(chunk.length)) {
      throw new BodyRefused(
        503,
        'the long bodies of others take up the memory that there is; ask again in a few seconds',
      );
    }
    if (bytes > LONG) await myTurn();
    reader.add(chunk);
  }
  return bytes > LONG ? resting(() => reader.end()) : reader.end();
}

/** Leaves the connection open when its reader stops early, for the answer. */
async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (chunk instanceof Buffer) yield chunk;
    }
  } catch (cause) {
    throw new CentralOpsError('cancelled', 'the client went away before its request was complete', { cause });
  }
}

import type { Response } from 'express';
import type { RunEvent } from '../../domain/event.js';
import { jsonPieces } from '../../domain/json-pieces.js';
import { sendPieces } from './send-pieces.js';

/** Quiet streams are kept open by proxies only when something is sent now and then. */
const HEARTBEAT_MILLIS = 15_000;

/**
 * Sends events as `text/event-stream`, each as one `data:` line (WHATWG HTML, "Server-sent events"). A comment keeps a quiet
 * stream open. Leaving `events` early, because the reader is gone, cancels their run.
 */
export async function streamEvents(
  events: AsyncIterable<RunEvent>,
  response: Response,
  heartbeatMillis: number = HEARTBEAT_MILLIS,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    // `no-transform` keeps proxies from compressing, the last one nginx from collecting.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  let quiet = true;
  let inside = false;
  const heartbeat = setInterval(() => {
    // Never into the middle of an event.
    if (quiet && !inside) response.write(': still working\n\n');
    quiet = true;
  }, heartbeatMillis);
  try {
    for await (const event of events) {
      inside = true;
      await sendPieces(response, lineOf(event));
      inside = false;
      quiet = false;
      if (response.destroyed) return;
    }
    response.end();
  } finally {
    clearInterval(heartbeat);
  }
}

function* lineOf(event: RunEvent): Generator<string, void, undefined> {
  let line = 'data: ';
  for (const piece of jsonPieces(event)) {
    if (line.length > 'data: '.length) {
      yield line;
      line = '';
    }
    line += piece;
  }
  yield `${line}\n\n`;
}

import { jsonPieces } from '../../domain/json-pieces.js';
import { sleep } from '../../network/sleep.js';
import { turn } from '../../network/turn.js';

/**
 * AgentCore passes on frames of at most 64 KB, and 250 of them in a second
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html): both with some room.
 */
export const FRAME_BYTES = 64_000;
const FRAMES_PER_SECOND = 240;

/** Where frames go: a WebSocket. */
export interface FrameTaker {
  isOpen(): boolean;
  /** Sends one frame, the last one of its message or not; `taken` is called when the connection has it, or is gone. */
  sendFrame(bytes: Uint8Array, last: boolean, taken: () => void): void;
}

export interface FrameSender {
  /** Sends a value as one text message; resolves when the connection has taken it, or is gone. */
  send(value: unknown): Promise<void>;
}

/**
 * Sends one message after the other, each when the connection has taken the one before: a slow reader does not pile up
 * events here. A message of more than {@link FRAME_BYTES} goes in continuation frames (RFC 6455, 5.4), which every client
 * puts together again. A reader who is too slow is made to go by the server (`giveUpSlowReaders`).
 */
export function createFrameSender(socket: FrameTaker, framesPerSecond: number = FRAMES_PER_SECOND): FrameSender {
  let last: Promise<void> = Promise.resolve();
  let sent = 0;
  let since = -Infinity;

  const pace = async (): Promise<void> => {
    const now = performance.now();
    if (now - since >= 1000) {
      since = now;
      sent = 0;
    }
    sent += 1;
    if (sent <= framesPerSecond) return;
    await sleep(Math.max(0, since + 1000 - now));
    since = performance.now();
    sent = 1;
  };

  const frame = async (bytes: Uint8Array, isLast: boolean): Promise<void> => {
    if (!socket.isOpen()) return;
    await pace();
    await new Promise<void>((resolve) => {
      socket.sendFrame(bytes, isLast, resolve);
    });
  };

  const message = async (value: unknown): Promise<void> => {
    let waiting = Buffer.alloc(0);
    for (const piece of jsonPieces(value)) {
      waiting = Buffer.concat([waiting, Buffer.from(piece)]);
      while (waiting.length > FRAME_BYTES) {
        await frame(waiting.subarray(0, FRAME_BYTES), false);
        waiting = waiting.subarray(FRAME_BYTES);
      }
      await turn();
    }
    await frame(waiting, true);
  };

  return {
    send(value) {
      // Frames of two messages must not mix.
      last = last.then(() => message(value));
      return last;
    },
  };
}

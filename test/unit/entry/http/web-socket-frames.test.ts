import { describe, expect, it } from 'vitest';
import { createFrameSender, FRAME_BYTES, type FrameTaker } from '../../../../src/entry/http/web-socket-frames.js';

interface Frame {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** A connection that takes every frame at once. */
function recorder(): FrameTaker & { readonly frames: Frame[] } {
  return {
    frames: [],
    isOpen: () => true,
    sendFrame(bytes, last, taken) {
      this.frames.push({ bytes: Buffer.from(bytes), last });
      setImmediate(taken);
    },
  };
}

const FAST = 10_000;

describe('a frame sender', () => {
  it('sends a message of up to 64,000 bytes as one frame', async () => {
    const socket = recorder();
    const value = 'x'.repeat(FRAME_BYTES - 2);

    await createFrameSender(socket, FAST).send(value);

    expect(socket.frames).toEqual([{ bytes: Buffer.from(JSON.stringify(value)), last: true }]);
  });

  it('cuts a longer one into frames, which are the message together, and mixes no two messages', async () => {
    const socket = recorder();
    const long = ['ü€😀'.repeat(30_000), 'a'.repeat(200_000)];
    const sender = createFrameSender(socket, FAST);

    await Promise.all([sender.send(long), sender.send('short')]);

    const { frames } = socket;
    const end = frames.findIndex(({ last }) => last);
    expect(Math.max(...frames.map(({ bytes }) => bytes.length))).toBe(FRAME_BYTES);
    expect(JSON.parse(Buffer.concat(frames.slice(0, end + 1).map(({ bytes }) => bytes)).toString('utf8'))).toEqual(
      long,
    );
    expect(frames.slice(end + 1)).toEqual([{ bytes: Buffer.from('"short"'), last: true }]);
  });

  it('keeps to the frames that a second may have', async () => {
    const socket = recorder();
    const sender = createFrameSender(socket, 2);
    const startedAt = performance.now();

    await Promise.all([1, 2, 3, 4, 5].map((value) => sender.send(value)));

    expect(performance.now() - startedAt).toBeGreaterThan(1990);
    expect(socket.frames.length).toBe(5);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIdentifiers } from '../../../src/identifiers.js';
import { xrayIds } from '../../../src/telemetry/xray-ids.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe("X-Ray's ids", () => {
  it('begin with the second, and have the length of the W3C trace context', () => {
    const ids = xrayIds(createIdentifiers(), () => 1_795_786_519_123);

    expect([ids.generateTraceId(), ids.generateSpanId()]).toEqual([
      expect.stringMatching(/^6b098717[0-9a-f]{24}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
  });

  it('are not what two clones of a process would both draw', () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const [one, other] = [0, 1].map(() => xrayIds(createIdentifiers(), () => 0));

    const drawn = [one, other].flatMap((ids) => [
      ids?.generateTraceId(),
      ids?.generateTraceId(),
      ids?.generateSpanId(),
    ]);

    expect([new Set(drawn).size, random.mock.calls.length]).toEqual([6, 0]);
  });
});

import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src/agents/invoke/turns.js';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function job(log: string[], name: string) {
  const gate = new AbortController();
  const work = async (): Promise<string> => {
    log.push(`${name} begins`);
    if (!gate.signal.aborted) await once(gate.signal, 'abort');
    log.push(`${name} ends`);
    return name;
  };
  return { work, end: () => gate.abort() };
}

describe('createTurns', () => {
  it('lets so many run at once, and the others in their order', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const [first, second, third] = [job(log, 'first'), job(log, 'second'), job(log, 'third')];
    const all = [first, second, third].map(({ work }) => turns.take('agent', 2, never, work));
    await Promise.resolve();
    expect(log).toEqual(['first begins', 'second begins']);

    second.end();
    expect(await all[1]).toBe('second');
    third.end();
    first.end();

    expect(await Promise.all(all)).toEqual(['first', 'second', 'third']);
    expect(log.slice(0, 4)).toEqual(['first begins', 'second begins', 'second ends', 'third begins']);
  });

  it('keeps agents apart', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const busy = job(log, 'busy');
    const waiting = turns.take('one', 1, never, busy.work);

    expect(await turns.take('other', 1, never, () => Promise.resolve('at once'))).toBe('at once');
    busy.end();
    await waiting;
  });

  it('lets whoever gives up leave the line, without ever beginning', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const [busy, after] = [job(log, 'busy'), job(log, 'after')];
    const gaveUp = new AbortController();
    const first = turns.take('agent', 1, never, busy.work);
    const second = turns.take('agent', 1, gaveUp.signal, job(log, 'gave up').work);
    const third = turns.take('agent', 1, never, after.work);

    gaveUp.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    busy.end();
    after.end();
    await Promise.all([first, third]);

    expect(log).toEqual(['busy begins', 'busy ends', 'after begins', 'after ends']);
  });

  it('goes on after work that failed', async () => {
    const turns = createTurns();

    await expect(turns.take('agent', 1, never, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take('agent', 1, never, () => Promise.resolve('fine'))).toBe('fine');
  });
});

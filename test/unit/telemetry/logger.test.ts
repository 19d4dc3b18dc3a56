import { describe, expect, it } from 'vitest';
import type { LogLevel } from '../../../src/domain/logger.js';
import { createLogger } from '../../../src/telemetry/logger.js';

function logging(level: LogLevel) {
  const lines: string[] = [];
  const logger = createLogger({
    level,
    write: (line) => lines.push(line),
    clock: () => Date.UTC(2026, 10, 21, 7, 0, 0),
    context: { service: 'central-ops' },
  });
  return { logger, lines };
}

describe('createLogger', () => {
  it('writes one JSON object per line, with time, level, message and fields', () => {
    const { logger, lines } = logging('info');

    logger.child({ runId: 'r-1' }).info('account answered', { accountId: '222222222222', rows: 3 });

    expect(lines).toEqual([
      '{"time":"2026-11-21T07:00:00.000Z","level":"info","message":"account answered",' +
        '"service":"central-ops","runId":"r-1","accountId":"222222222222","rows":3}\n',
    ]);
  });

  it('follows a level that changes, and names the trace that a line belongs to', () => {
    const lines: string[] = [];
    let level: LogLevel = 'info';
    const logger = createLogger({
      level: () => level,
      write: (line) => lines.push(line),
      clock: () => 0,
      trace: () => ({ traceId: 't', spanId: 's' }),
    });
    logger.debug('not yet');
    level = 'debug';
    logger.debug('now');

    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { time: '1970-01-01T00:00:00.000Z', level: 'debug', message: 'now', traceId: 't', spanId: 's' },
    ]);
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = logging('warn');

    logger.debug('one');
    logger.info('two');
    logger.warn('three');
    logger.error('four');

    expect(lines.map((line) => JSON.parse(line).message)).toEqual(['three', 'four']);
  });

  it('takes secrets out of the message, the fields, their names and whatever they hold', () => {
    const { logger, lines } = logging('debug');
    const keyId = 'AKIAQWERTYUIOPASDFGH';

    logger.error(`signed with ${keyId}`, {
      sessionToken: 'plain-but-secret',
      request: { headers: [{ authorization: 'AWS4 x' }, `key ${keyId}`], [keyId]: 1 },
    });

    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '2026-11-21T07:00:00.000Z',
      level: 'error',
      message: 'signed with [redacted]',
      service: 'central-ops',
      sessionToken: '[redacted]',
      request: { headers: [{ authorization: '[redacted]' }, 'key [redacted]'], '[redacted]': 1 },
    });
  });

  it('keeps its own fields when others have their names, and a line a line', () => {
    const { logger, lines } = logging('info');

    logger.warn('first\nsecond', { level: 'debug', time: 'never', message: 'other' });

    expect(lines).toHaveLength(1);
    expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '2026-11-21T07:00:00.000Z',
      level: 'warn',
      message: 'first\nsecond',
      service: 'central-ops',
    });
  });
});

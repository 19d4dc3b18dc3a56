import { describe, expect, it } from 'vitest';
import type { RunRequest } from '../../../../src/domain/run.js';
import type { Typed } from '../../../../src/entry/cli/keyboard.js';
import { converse } from '../../../../src/entry/cli/verbs/chat.js';
import { fakeTerminal } from './support/terminal.js';

interface Talked {
  readonly exitCode: number;
  readonly asked: readonly RunRequest[];
  readonly err: string;
}

function line(text: string): Typed {
  return { kind: 'line', text };
}

async function talk(
  typed: readonly Typed[],
  more: Parameters<typeof fakeTerminal>[0] & { readonly code?: number } = {},
): Promise<Talked> {
  const left = [...typed];
  const asked: RunRequest[] = [];
  const terminal = fakeTerminal({ readLine: () => Promise.resolve(left.shift() ?? { kind: 'end' }), ...more });
  const exitCode = await converse(terminal, (request) => {
    asked.push(request);
    return Promise.resolve(more.code ?? 0);
  });
  return { exitCode, asked, err: terminal.written().err };
}

describe('chat', () => {
  it('asks line by line, until it is told to leave', async () => {
    const { asked, exitCode } = await talk([
      line(' List S3 buckets '),
      line(''),
      line('and in staging?'),
      line('exit'),
      line('x'),
    ]);

    expect([asked, exitCode]).toEqual([
      [
        { kind: 'ask', prompt: 'List S3 buckets' },
        { kind: 'ask', prompt: 'and in staging?' },
      ],
      0,
    ]);
  });

  it.each<[string, RunRequest]>([
    ['accounts', { kind: 'ask', prompt: 'list accounts' }],
    ['switch production', { kind: 'ask', prompt: 'switch production' }],
    ['query ec2 DescribeVpcs', { kind: 'query', service: 'ec2', operation: 'DescribeVpcs', params: {} }],
    [
      'query_all ec2 describe_vpcs {"VpcIds": ["vpc-1"]}',
      { kind: 'query', service: 'ec2', operation: 'describe-vpcs', params: { VpcIds: ['vpc-1'] }, accounts: ['all'] },
    ],
  ])('takes %j', async (text, request) => {
    expect((await talk([line(text)])).asked).toEqual([request]);
  });

  it.each(['query ec2', 'query ec2 DescribeVpcs [1]', 'query ec2 DescribeVpcs {"a"', 'query_all ec2 A B C'])(
    'says how %j is written',
    async (text) => {
      const { asked, err, exitCode } = await talk([line(text)]);

      expect([asked, exitCode]).toEqual([[], 2]);
      expect(err).toMatch(/^Write: query SERVICE OPERATION/);
    },
  );

  it('explains itself', async () => {
    const { asked, err } = await talk([line('help')]);

    expect(asked).toEqual([]);
    expect(err).toContain('switch ACCOUNT');
  });

  it.each([
    ['of a pipe is that of its last question', false, 3],
    ['of somebody who typed is always good', true, 0],
  ])('the exit code %s', async (_, inIsTerminal, expected) => {
    expect((await talk([line('x')], { inIsTerminal, code: 3 })).exitCode).toBe(expected);
  });

  describe('Ctrl-C', () => {
    it('at the prompt leaves the second time', async () => {
      const { exitCode, err, asked } = await talk([{ kind: 'interrupted' }, { kind: 'interrupted' }, line('x')]);

      expect([exitCode, asked, err]).toEqual([130, [], '\nCtrl-C again leaves.\n']);
    });

    it('at the prompt is forgotten when something is asked', async () => {
      const { exitCode, asked } = await talk([{ kind: 'interrupted' }, line('x'), { kind: 'interrupted' }, line('y')]);

      expect([exitCode, asked.length]).toEqual([0, 2]);
    });

    it('while a question runs cancels it, and the next one can be asked; a second time nothing is left to cancel', async () => {
      const lines = [line('x'), line('y')];
      const handlers: (() => boolean)[] = [];
      let released = 0;
      const terminal = fakeTerminal({
        readLine: () => Promise.resolve(lines.shift() ?? { kind: 'end' }),
        onInterrupt: (handler) => {
          handlers.push(handler);
          return () => {
            released += 1;
          };
        },
      });
      const seen: unknown[] = [];

      const exitCode = await converse(terminal, (request, signal) => {
        if (request.kind === 'ask' && request.prompt === 'x')
          seen.push(handlers[0]?.(), signal.aborted, handlers[0]?.());
        else seen.push(signal.aborted);
        return Promise.resolve(0);
      });

      expect([seen, released, exitCode]).toEqual([[true, true, false, false], 2, 0]);
    });

    it('from elsewhere ends the wait for a line', async () => {
      const stop = new AbortController();
      const terminal = fakeTerminal({
        signal: stop.signal,
        readLine: () => new Promise<Typed>(() => setImmediate(() => stop.abort())),
      });

      expect(await converse(terminal, () => Promise.reject(new Error('not expected')))).toBe(130);
    });
  });
});

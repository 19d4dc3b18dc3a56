import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { parseFaults, parseLatency } from '../../../src/sandbox/options.js';

describe('parseFaults', () => {
  it('reads accounts by id, by name and all of them, and services with and without a Region', () => {
    const faults = parseFaults('012345678901:sts:denied, payments-production:ec2@eu-west-1:throttled,*:mcp:timeout,');

    expect(faults).toEqual([
      { account: '012345678901', service: 'sts', outcome: 'denied' },
      { account: 'payments-production', service: 'ec2', region: 'eu-west-1', outcome: 'throttled' },
      { account: '*', service: 'mcp', outcome: 'timeout' },
    ]);
  });

  it.each([
    ['*:sts', 'entry 1 of its faults, "*:sts": it has three parts, ACCOUNT:SERVICE:OUTCOME.'],
    [
      '*:s3:denied,12:sts:denied',
      'entry 2 of its faults, "12:sts:denied": ACCOUNT is a 12-digit id, an account name, or *.',
    ],
    ['*:EC2:denied', 'SERVICE is sts, mcp, sso, sso-oidc, or a boto3 service such as ec2 or ec2@eu-west-1.'],
    ['*:ec2:broken', 'OUTCOME is one of denied, throttled, unreachable, timeout, error, expired-session.'],
    ['*:sts@us-east-1:denied', 'sts has no Region here.'],
  ])('names the place and the cure for %s', (text, message) => {
    expect(() => parseFaults(text)).toThrow(message);
  });

  it('either reads a text or explains why not, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(codeOf(() => parseFaults(text))).toMatch(/^(?:read|configuration)$/u);
      }),
    );
  });
});

describe('parseLatency', () => {
  it('leaves out nothing: what is not named is zero', () => {
    expect(parseLatency('sts=80, script=600')).toEqual({ sts: 80, session: 0, script: 600, call: 0 });
  });

  it.each([
    ['sts', 'entry 1 of its latency, "sts": it is NAME=MILLISECONDS.'],
    ['sts=1,disk=3', 'entry 2 of its latency, "disk=3": the name is one of sts, session, script, call.'],
    ['sts=-1', 'the value is a whole number of milliseconds.'],
  ])('names the place and the cure for %s', (text, message) => {
    expect(() => parseLatency(text)).toThrow(message);
  });
});

function codeOf(parse: () => unknown): string {
  try {
    parse();
    return 'read';
  } catch (error) {
    return error instanceof CentralOpsError ? error.code : String(error);
  }
}

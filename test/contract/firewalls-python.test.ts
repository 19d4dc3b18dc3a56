import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowance } from '../../src/domain/firewall.js';

const PROGRAM = fileURLToPath(new URL('support/firewalls.py', import.meta.url));

const PEERS =
  '0.0.0.0/0 ::/0 0.0.0.0/1 128.0.0.0/1 ::/1 2000::/3 2000::/4 3000::/4 64.0.0.0/2 0.0.0.0/2 192.0.0.0/2 128.0.0.0/2 10.0.0.0/8 10.0.0.0/9 10.128.0.0/9 10.1.0.0/16 8.0.0.0/5 203.0.113.7/32 2001:db8::/32 fc00::/7 100.64.0.0/10 44.0.0.0/7 2600::/12 pl-1 sg-1'.split(
    ' ',
  );

const rule = fc
  .record({
    protocol: fc.constantFrom('tcp', 'tcp', 'udp', '-1'),
    ports: fc.tuple(fc.integer({ min: 18, max: 26 }), fc.integer({ min: 0, max: 4 })),
    peer: fc.constantFrom(...PEERS),
  })
  .map(({ protocol, ports: [from, more], peer }) => ({ protocol, from, to: from + more, peer }));

const question = fc.record({
  rules: fc.array(rule, { maxLength: 6 }),
  protocols: fc.constantFrom(['tcp'], ['udp'], ['tcp', 'udp']),
  from: fc.integer({ min: 19, max: 24 }),
  more: fc.constantFrom(0, 0, 0, 2),
  peer: fc.constantFrom('anywhere', 'anywhere', '10.0.0.0/8', '2001:db8::/32'),
});

describe('what security groups let in', () => {
  it("is what a second program, over Python's ipaddress, makes of the same rules", (context) => {
    if (spawnSync('python3', ['--version']).status !== 0) context.skip('python3 is not installed');
    const cases = fc
      .sample(question, { numRuns: 1500, seed: 7 })
      .map(({ more, ...rest }) => ({ ...rest, to: rest.from + more }));

    const checked = spawnSync('python3', [PROGRAM], { input: JSON.stringify(cases), encoding: 'utf8' });

    const found = cases.map(({ rules, protocols, from, to, peer }) => {
      const cell = rules.map((one) => ({
        IpProtocol: one.protocol,
        ...(one.protocol === '-1' ? {} : { FromPort: one.from, ToPort: one.to }),
        IpRanges: /^\d+\./.test(one.peer) ? [{ CidrIp: one.peer }] : [],
        Ipv6Ranges: one.peer.includes(':') ? [{ CidrIpv6: one.peer }] : [],
        PrefixListIds: one.peer.startsWith('pl-') ? [{ PrefixListId: one.peer }] : [],
        UserIdGroupPairs: one.peer.startsWith('sg-') ? [{ GroupId: one.peer }] : [],
      }));
      const services = protocols.map((name) => ({
        kind: 'ports' as const,
        protocol: name === 'udp' ? ('udp' as const) : ('tcp' as const),
        from,
        to,
      }));
      return allowance(cell, { direction: 'in', services, peer }).kind;
    });
    expect(checked.stderr).toBe('');
    const expected: unknown = JSON.parse(checked.stdout);
    const differing = cases.flatMap((one, index) =>
      Array.isArray(expected) && expected[index] === found[index] ? [] : [{ ...one, found: found[index] }],
    );
    expect(differing).toEqual([]);
    expect(new Set(found)).toEqual(new Set(['allowed', 'not-allowed', 'unclear']));
  });
});

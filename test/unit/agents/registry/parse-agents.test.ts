import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_AGENTS } from '../../../../src/agents/registry/agent-registry.js';
import { parseAgents, rowsOfText } from '../../../../src/agents/registry/parse-agents.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { DEFAULTS, RUNTIME_ROW, SEED_ROW } from '../support/rows.js';

const parse = (...values: readonly unknown[]) =>
  parseAgents(
    values.map((value, index) => ({ place: `agents[${index}]`, value })),
    DEFAULTS,
  );

const GOOD = ['152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M', '222222222222#eu-west-1#invoices-AbCdEf1234#live'];

describe('a whole agent registry', () => {
  it('loses no good row to a bad one', () => {
    const { agents, quarantined } = parse(SEED_ROW, { ...SEED_ROW, alias_id: 'IO1GTTHP0M"' }, null, RUNTIME_ROW);

    expect(agents.map(({ key }) => key)).toEqual(GOOD);
    expect(quarantined.map(({ row, field }) => [row, field])).toEqual([
      ['agents[1] CrowleyVesselOperationsAssistant', 'alias_id'],
      ['agents[2]', ''],
    ]);
  });

  it('keeps the first of two rows about one agent', () => {
    const { agents, quarantined } = parse(SEED_ROW, { ...SEED_ROW, name: 'Twin', region: 'us-east-1' });

    expect(agents.map(({ name }) => name)).toEqual(['CrowleyVesselOperationsAssistant']);
    expect(quarantined).toEqual([
      {
        row: 'agents[1] Twin',
        field: 'agent_id',
        value: '"PEGHWIVI5Y"',
        problem: 'is the agent of agents[0] once more (same account, Region, id and alias)',
        suggestion: 'remove one of the two',
      },
    ]);
  });

  it('is none where none is configured', async () => {
    expect(await NO_AGENTS.load(new AbortController().signal)).toEqual({ agents: [], quarantined: [] });
  });

  /** A row with one field replaced by anything that JSON can hold. */
  const mangled = fc
    .tuple(
      fc.constantFrom(SEED_ROW, RUNTIME_ROW),
      fc.oneof(fc.constantFrom(...Object.keys(RUNTIME_ROW), 'alias_id'), fc.string()),
      fc.oneof(
        fc.jsonValue(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('IO1GTTHP0M"', ' PEGHWIVI5Y', '', 'true'),
      ),
    )
    .map(([row, field, value]) => ({ ...row, [field]: value }));

  it('survives rows of any content: every row is an agent or has its reasons, and good rows stay', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(mangled, fc.anything()), { maxLength: 5 }), (rows) => {
        const { agents, quarantined } = parse(SEED_ROW, ...rows, RUNTIME_ROW);

        expect(agents.map(({ key }) => key)).toEqual(expect.arrayContaining(GOOD));
        const taken = agents.length + new Set(quarantined.map(({ row }) => row.split(' ')[0])).size;
        expect(taken).toBe(rows.length + 2);
        for (const fault of quarantined) {
          expect(JSON.stringify(fault)).not.toMatch(/[\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u);
          expect(fault.value.length).toBeLessThanOrEqual(240);
          expect(fault.suggestion).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes nothing into an ARN that is not an id', () => {
    fc.assert(
      fc.property(mangled, (row) => {
        for (const { agentId, accountId, region, roleName } of parse(row).agents) {
          expect(agentId).toMatch(/^[0-9A-Za-z]{10}$|^[a-zA-Z]\w*-[a-zA-Z0-9]{10}$/);
          expect(accountId ?? '152864141302').toMatch(/^\d{12}$/);
          expect(region).toMatch(/^[a-z0-9-]+$/);
          expect(roleName).toMatch(/^[\w+=,.@/-]+$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the text of a registry file', () => {
  it.each([
    ['a list of agents under their name', JSON.stringify({ agents: [SEED_ROW] })],
    ['a bare list', JSON.stringify([SEED_ROW])],
  ])('may be %s', (_what, text) => {
    expect(rowsOfText(text, 'agents.json')).toEqual([{ place: 'agents[0]', value: SEED_ROW }]);
  });

  it('has the place named where it is not JSON: seed 2’s unescaped quotation mark', () => {
    const text = `[\n  {"agent_id": "PEGHWIVI5Y",\n   "alias_id": "IO1GTTHP0M""}\n]`;

    expect(failureOf(text)).toEqual({
      code: 'registry-invalid',
      message: 'The agent registry agents.json is not JSON: it goes wrong at line 3, column 28.',
      facts: { origin: 'agents.json', line: 3, column: 28 },
    });
  });

  it.each(['{}', '{"agents": {}}', '{"agents": [], "accounts": []}', '"agents"', 'null'])('is no list: %s', (text) => {
    expect(failureOf(text)).toEqual({
      code: 'registry-invalid',
      message: 'The agent registry agents.json holds no list of agents.',
      facts: { origin: 'agents.json' },
    });
  });
});

function failureOf(text: string): object {
  try {
    rowsOfText(text, 'agents.json');
  } catch (error) {
    if (error instanceof CentralOpsError) {
      const { code, message, facts } = error;
      return { code, message, facts };
    }
    throw error;
  }
  throw new Error(`${text} was taken`);
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../src/accounts/registry.js';
import { parseAgents, rowsOfText } from '../../src/agents/registry/parse-agents.js';

describe('the sample registries', () => {
  it('of accounts is one that the product reads', () => {
    const path = 'infrastructure/account-registry.example.json';

    const registry = parseRegistry(JSON.parse(readFileSync(path, 'utf8')), { origin: path });

    expect(registry.accounts().map(({ id }) => id)).toEqual([
      '111111111111',
      '222222222222',
      '333333333333',
      '444444444444',
    ]);
  });

  it('of agents has no row that would be quarantined', () => {
    const path = 'infrastructure/agent-registry.example.json';
    const defaults = { region: 'us-east-1', roleName: 'CentralOpsAgentInvoker' };

    const { agents, quarantined } = parseAgents(rowsOfText(readFileSync(path, 'utf8'), path), defaults);

    expect(quarantined).toEqual([]);
    expect(agents.map(({ key, enabled }) => [key, enabled])).toEqual([
      ['222222222222#us-east-1#invoices-AbCdEf1234#DEFAULT', true],
      ['333333333333#us-east-1#PEGHWIVI5Y#IO1GTTHP0M', false],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { createActiveRuns } from '../../../src/nodes/active-runs.js';
import { createListAgents } from '../../../src/nodes/list-agents.js';
import type { AgentList } from '../../../src/domain/agent-registry.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { agentCoreAgent, bedrockAgent } from '../agents/support/agents.js';
import { state } from './support/state.js';

const listing = (forCaller: () => Promise<AgentList>) =>
  createListAgents({ registry: { origin: 'agents.json', forCaller }, activeRuns: createActiveRuns() })(state({}), {});

const fault = { field: 'alias_id', value: '"x"', problem: 'is wrong', suggestion: 'write it right' };

describe('listing agents', () => {
  it('shows each in a row, and says what is switched off and what could not be used', async () => {
    const agents = [bedrockAgent(), agentCoreAgent({ enabled: false, approval: 'always' })];
    const quarantined = [
      { row: 'agents[2] Third', ...fault },
      { row: 'agents[2] Third', ...fault, field: 'enabled' },
    ];

    const update = await listing(() => Promise.resolve({ agents, quarantined }));

    expect(update.headline).toBe('2 agents, 1 of them switched off.');
    expect(update.tables?.[0]?.rows.map((row) => row.slice(0, 8))).toEqual([
      ['VesselOperations', 'PEGHWIVI5Y', '222222222222', 'us-east-1', 'Bedrock agent', 'IO1GTTHP0M', true, 'never'],
      ['Invoices', 'invoices-AbCdEf1234', '333333333333', 'us-east-1', 'AgentCore runtime', 'DEFAULT', false, 'always'],
    ]);
    expect(update.warnings).toEqual([
      '1 row of the agent registry cannot be used because of mistakes in it: `central-ops agents check` says what to correct.',
    ]);
  });

  it('says that there are none', async () => {
    const update = await listing(() => Promise.resolve({ agents: [], quarantined: [] }));

    expect(update).toEqual({
      headline: 'There is no agent that you may have invoked (agents.json).',
      tables: [],
      warnings: [],
    });
  });

  it('ends the run with what the registry says when it cannot be read', async () => {
    const error = new CentralOpsError('registry-invalid', 'agents.json is not JSON', { nextStep: 'Correct it.' });

    expect(await listing(() => Promise.reject(error))).toEqual({
      problem: { code: 'registry-invalid', message: 'agents.json is not JSON', nextStep: 'Correct it.' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { overlapsOf, tiesOf } from '../../../../src/agents/selection/overlap.js';
import { agentCoreAgent, bedrockAgent } from '../support/agents.js';

const vessels = bedrockAgent({
  description: 'Handles vessel information and emergency procedures.',
  capabilities: ['Vessel info'],
  domains: ['Shipping'],
  exampleQueries: ['What vessels do we have?'],
});
const fleet = bedrockAgent({
  name: 'Fleet',
  agentId: 'FLEET12345',
  description: 'Knows every vessel of the fleet and its emergency procedures.',
  capabilities: ['Vessel information'],
  domains: ['Shipping'],
  exampleQueries: ['Which vessels are at sea?'],
});
const invoices = agentCoreAgent({
  description: 'Answers questions about invoices.',
  capabilities: ['Invoices'],
  domains: ['Finance'],
  exampleQueries: ['Which invoices are overdue?'],
});

describe('agents that say the same of themselves', () => {
  it('are reported in pairs, with the words of a question that speak for both', () => {
    const found = overlapsOf([vessels, fleet, invoices]);

    expect(found.map(({ left, right }) => `${left.name} and ${right.name}`)).toEqual(['VesselOperations and Fleet']);
    expect(found[0]?.similarity).toBeCloseTo(0.44, 2);
    expect(found[0]?.words.toSorted()).toEqual(['emergency', 'procedures', 'shipping', 'vessels']);
  });

  it('have the example questions named that would be asked back', () => {
    expect(
      tiesOf([vessels, fleet, invoices]).map(
        ({ agent, question, rivals }) => `${agent.name}: ${question} (${rivals.map(({ name }) => name).join()})`,
      ),
    ).toEqual(['Fleet: Which vessels are at sea? (VesselOperations)']);
  });

  it('are none when every agent has a purpose of its own, when there is one, and when there is none', () => {
    expect(overlapsOf([vessels, invoices])).toEqual([]);
    expect(tiesOf([vessels, invoices])).toEqual([]);
    expect(overlapsOf([vessels])).toEqual([]);
    expect(overlapsOf([])).toEqual([]);
  });

  it('are alike to the full when one row was copied', () => {
    expect(overlapsOf([vessels, { ...vessels, key: 'copy' }]).map(({ similarity }) => similarity)).toEqual([
      expect.closeTo(1, 10),
    ]);
  });
});

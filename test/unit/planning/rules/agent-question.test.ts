import { describe, expect, it } from 'vitest';
import { agentQuestion } from '../../../../src/planning/rules/agent-question.js';
import { line, talk } from '../support/talk.js';

const asked = (question: string): string | undefined => {
  const intent = agentQuestion(question);
  return intent === undefined ? undefined : line(intent);
};

describe('what is for agents', () => {
  it.each([
    ['Which agents are there?', 'agents'],
    ['what agents can I ask', 'agents'],
    ['List the agents of the registry.', 'agents'],
    ['@VesselOperations What vessels do we have?', 'agents VesselOperations: What vessels do we have?'],
    ['@152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M: hi', 'agents 152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M: hi'],
    ['Ask agent PEGHWIVI5Y: where is the Taino?', 'agents PEGHWIVI5Y: where is the Taino?'],
    ['ask the agent "Vessel Operations" where the Taino is', 'agents Vessel Operations: where the Taino is'],
    ['Please ask the vessel operations agent to list all vessels', 'agents vessel operations: list all vessels'],
    [
      'ask agents Invoices, Payroll and "Vessel Operations": hello',
      'agents Invoices + Payroll + Vessel Operations: hello',
    ],
    ['ask vessel agent what vessels we have', 'agents vessel: what vessels we have'],
    ['Ask an agent for emergency procedures: what now?', 'agents for emergency procedures: what now?'],
    ['ask any agent that knows invoices and payments: totals?', 'agents for invoices + payments: totals?'],
    ['Ask an agent: which invoices are overdue?', 'agents who fits: which invoices are overdue?'],
    ['ask the right agent to find the Taino', 'agents who fits: find the Taino'],
    // What is handed over is handed over as it was written.
    ['ask agent A: first line\n  second line: "x"', 'agents A: first line\n  second line: "x"'],
  ])('%j is %s', (question, expected) => {
    expect(asked(question)).toBe(expected);
  });

  it.each([
    'Which instances have an SSM agent?',
    'tell me which ECS agent runs where',
    'ask me which agent to use',
    'chat agents people built on bedrock',
    'datasync agents offline',
    'list Bedrock agents',
    'agents hosted in agentcore runtime',
    'show me agents in production',
    'ask agent PEGHWIVI5Y',
    '@VesselOperations',
    '@VesselOperations   ',
    'ask production which instances run',
  ])('%j is a question about accounts', (question) => {
    expect(asked(question)).toBeUndefined();
  });

  it('is seen before orders and secrets are refused: it is not for an account', () => {
    expect(line(talk(['ask agent Ops: delete the old vessel']).last)).toBe('agents Ops: delete the old vessel');
    expect(line(talk(['delete the agent Ops: now']).last)).toMatch(/^no: /);
  });

  it('takes no longer for a long text', () => {
    const started = performance.now();

    asked(`ask the ${'vessel '.repeat(20_000)}`);
    asked(`ask agents ${'a, '.repeat(20_000)}`);
    asked(`@${'a'.repeat(60_000)}`);

    expect(performance.now() - started).toBeLessThan(200);
  });
});

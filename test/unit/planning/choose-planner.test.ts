import { describe, expect, it } from 'vitest';
import { NO_CONVERSATION } from '../../../src/domain/conversation.js';
import type { Intent } from '../../../src/domain/intent.js';
import { NO_MODEL_USAGE } from '../../../src/domain/model-usage.js';
import { createChoosePlanner, type PlannerMode } from '../../../src/planning/choose-planner.js';
import type { Planner } from '../../../src/planning/planner.js';

const CONTEXT = { accounts: [], defaultRegions: [], conversation: NO_CONVERSATION, now: 0, timeZone: 'UTC' };

const INTENTS: Readonly<Record<string, Intent>> = {
  query: {
    kind: 'query',
    plan: { calls: [], show: { title: '', tables: [] } },
    accounts: { include: [], exclude: [] },
    regions: [],
    summary: '',
    planner: 'rules',
  },
  'list-accounts': { kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: '' },
  clarify: { kind: 'clarify', question: 'What?', suggestions: [] },
  refuse: { kind: 'refuse', reason: 'No.' },
  'use-accounts': { kind: 'use-accounts', accounts: { include: [], exclude: [] }, summary: '' },
  recall: {
    kind: 'recall',
    runId: 'run-1',
    what: { kind: 'failures', accounts: { include: [], exclude: [] } },
    summary: '',
  },
};

/** A planner that always means the same, and whose name is its warning. */
function always(name: string, kind: string): Planner {
  const intent = INTENTS[kind];
  if (intent === undefined) throw new Error(kind);
  return { plan: () => Promise.resolve({ intent, warnings: [name], usage: NO_MODEL_USAGE }) };
}

async function chosen(mode: PlannerMode, rules: string, withModel = true): Promise<string | undefined> {
  const planner = createChoosePlanner({
    mode,
    rules: always('rules', rules),
    ...(withModel ? { model: always('model', 'query') } : {}),
  });
  const { warnings } = await planner.plan('x', CONTEXT, { signal: new AbortController().signal, deadline: 1 });
  return warnings[0];
}

describe('choosing a planner', () => {
  it.each<[PlannerMode, string, string]>([
    ['auto', 'query', 'rules'],
    ['auto', 'list-accounts', 'rules'],
    ['auto', 'clarify', 'model'],
    ['auto', 'refuse', 'rules'],
    ['rules', 'query', 'rules'],
    ['rules', 'clarify', 'rules'],
    ['rules', 'refuse', 'rules'],
    ['model', 'query', 'model'],
    ['model', 'list-accounts', 'model'],
    ['model', 'clarify', 'model'],
    ['model', 'refuse', 'rules'],
    ['model', 'use-accounts', 'rules'],
    ['model', 'recall', 'rules'],
  ])('in mode %s, where the rules say %s, takes what the %s say', async (mode, rules, expected) => {
    expect(await chosen(mode, rules)).toBe(expected);
  });

  it('takes what the rules ask back where there is no model', async () => {
    expect(await chosen('auto', 'clarify', false)).toBe('rules');
  });
});

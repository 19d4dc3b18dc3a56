import { expect } from 'vitest';

import { outcomeLine } from './script-scenarios.js';
import type { Scenario } from './script-scenarios.js';
import { runScenario } from './script-runners.js';
import type { ScriptRunner } from './script-runners.js';

/** Asserts everything that a scenario says, whatever interpreter ran its script. */
export async function expectScenario(scenario: Scenario, runner: ScriptRunner): Promise<void> {
  const { reply, runs } = await runScenario(scenario, runner);

  expect(reply.outcomes.map(outcomeLine).sort()).toEqual([...scenario.outcomes].sort());
  for (const [call, rows] of Object.entries(scenario.rows ?? {})) {
    const found = reply.rowSets.find((set) => set.call === call)?.rows ?? [];
    expect(texts(found.map((row) => [row.region, ...row.cells]))).toEqual(texts(rows));
  }
  for (const [place, part] of Object.entries(scenario.messages ?? {})) {
    const outcome = reply.outcomes.find((one) => `${one.call}@${one.region}` === place);
    expect(outcome?.message).toContain(part);
  }
  const requests = runs.flatMap((run) => run.requests);
  if (scenario.requests !== undefined) expect(requests).toHaveLength(scenario.requests);
  if (scenario.scripts !== undefined) expect(runs).toHaveLength(scenario.scripts);
  expect(Math.max(...runs.map((run) => run.most))).toBeLessThanOrEqual(scenario.limits?.workers ?? 8);
}

function texts(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

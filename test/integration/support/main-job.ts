import { expect } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.js';
import type { Ended } from './command-line.js';
import type { TrueAccount } from './ground-truth.js';

/** The question of the README's first line. */
export const MAIN_JOB = 'How many EC2 instances are running in each account?';

/** What it should find in an account. */
export const running = (account: TrueAccount): number =>
  account.regions
    .flatMap((region) => account.byRegion.get(region)?.ec2Instances ?? [])
    .filter(({ state }) => state === 'running').length;

/** Holds for every end of the command line, good or bad: no stack, no warning of Node, no secret. */
export function expectClean({ stdout, stderr }: Ended): void {
  const text = `${stdout}\n${stderr}`;
  expect(text).not.toMatch(/^\s+at .+[:(]\d+/mu);
  expect(text).not.toMatch(/node:internal|Warning:|DeprecationWarning|ExperimentalWarning|UnhandledPromise/u);
  expect(text).not.toMatch(/(?:AKIA|ASIA)[A-Z2-7]{16}|canary-secret|central-ops-sandbox(?!-)/u);
}

/** What leads a process to a sandbox, as somebody would export it. */
export function variablesOf(sandbox: Sandbox): Readonly<Record<string, string>> {
  return { ...sandbox.variables(), ACCOUNT_REGISTRY: JSON.stringify(sandbox.registry()) };
}

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createOperationsGraph } from '../../../graphs/operations.js';
import { settingsTable } from './settings-table.js';

const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');

const unused = () => Promise.resolve({});

describe('README', () => {
  it('has the configuration table that the settings make', () => {
    expect(readme).toContain(settingsTable());
  });

  it('shows the graph that is compiled', async () => {
    const graph = createOperationsGraph(
      {
        parseIntent: unused,
        resolveAccounts: unused,
        authorize: unused,
        queryAccount: unused,
        collect: unused,
        review: unused,
        listAccounts: unused,
        listAgents: unused,
        chooseAgents: unused,
        approve: unused,
        invokeAgent: unused,
        collectAgents: unused,
        recall: unused,
        summarize: unused,
        remember: unused,
      },
      { concurrency: 1 },
    );

    expect(readme).toContain((await graph.getGraphAsync()).drawMermaid().trim());
  });

  it('begins with the line that runs the main job and the line that runs the tests', () => {
    expect(readme.split('\n', 2).map((line) => line.trim())).toEqual([
      'npm ci && npm run -s central-ops -- ask --sandbox "How many EC2 instances are running in each account?"',
      'npm ci && npm test',
    ]);
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createSignIns } from '../../../src/entry/mcp/sign-ins.js';
import { toolsWith } from '../entry/mcp/support/tools.js';

describe('the README', () => {
  it('lists the tools of the MCP server with their titles', async () => {
    const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
    const table = /^\| tool \| does \|\n\|---\|---\|\n((?:\|.*\n)+)/mu.exec(readme)?.[1];
    const signIns = createSignIns({ signIn: () => Promise.reject(new Error('not expected')) }, Date.now);

    const rows = toolsWith({ signIns }).map(({ listing }) => `| \`${listing.name}\` | ${listing.title ?? ''} |\n`);

    expect(table).toBe(rows.join(''));
  });
});

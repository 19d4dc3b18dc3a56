import { describe, expect, it } from 'vitest';
import { AUDITS } from '../../../../src/entry/mcp/prompts.js';
import { connect } from './support/connect.js';

describe('prompts', () => {
  it('are listed with the accounts that they may be about', async () => {
    const { client } = await connect({ tools: [] });

    const { prompts } = await client.listPrompts();

    expect(prompts.map(({ name, arguments: takes }) => [name, takes?.map((one) => [one.name, one.required])])).toEqual(
      ['public-exposure', 'stale-credentials', 'expiring-certificates', 'unencrypted-storage'].map((name) => [
        name,
        [['accounts', false]],
      ]),
    );
  });

  it.each(AUDITS)('$name asks its questions as they are', async ({ name, questions }) => {
    const { client } = await connect({ tools: [] });

    const { messages } = await client.getPrompt({ name });
    const scoped = await client.getPrompt({ name, arguments: { accounts: 'production, 111111111111' } });

    for (const question of questions) expect(JSON.stringify(messages)).toContain(`- ${question}?`);
    expect(scoped.messages[0]?.content).toMatchObject({
      type: 'text',
      text: expect.stringContaining('with accounts ["production","111111111111"]'),
    });
  });

  it('says what there is when a prompt or an argument is not there', async () => {
    const { client } = await connect({ tools: [] });

    await expect(client.getPrompt({ name: 'public-exposur' })).rejects.toThrow('there are public-exposure');
    await expect(client.getPrompt({ name: 'public-exposure', arguments: { account: 'x' } })).rejects.toThrow(
      'it takes accounts',
    );
  });
});

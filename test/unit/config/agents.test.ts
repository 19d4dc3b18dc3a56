import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHome, type Home } from '../support/config-home.js';

let home: Home;

beforeAll(async () => {
  home = await createHome();
});

afterAll(() => home.remove());

describe('the agent registry that is configured', () => {
  it.each([
    ['agents.json', { kind: 'file', path: 'agents.json' }],
    ['/etc/dynamodb:agents.json', { kind: 'file', path: '/etc/dynamodb:agents.json' }],
    ['dynamodb:central-ops-agents', { kind: 'table', table: 'central-ops-agents' }],
  ])('may be %s', async (written, registry) => {
    const { agents } = await home.load({ environment: { CENTRAL_OPS_AGENT_REGISTRY: written } });

    expect(agents.registry).toEqual(registry);
  });

  it.each(['dynamodb:', 'dynamodb:a', 'dynamodb:arn:aws:dynamodb:us-east-1:111111111111:table/agents'])(
    'is not %s',
    async (written) => {
      const { message } = await home.mistakeOf({ environment: { CENTRAL_OPS_AGENT_REGISTRY: written } });

      expect(message).toContain('must be the path of a JSON file, or dynamodb: and the name of a table');
    },
  );

  it('has roles named, never as ARNs', async () => {
    const { message } = await home.mistakeOf({
      environment: { CENTRAL_OPS_AGENT_ROLE_NAME: 'arn:aws:iam::222222222222:role/Admin' },
    });

    expect(message).toContain('must be the name of an IAM role, not its ARN');
  });
});

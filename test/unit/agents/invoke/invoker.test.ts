import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentReference } from '../../../../src/domain/agent.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { type AgentWorld, agentWorld, requestFor } from '../support/world.js';

let world: AgentWorld;
let seen = 0;

beforeAll(async () => {
  world = await agentWorld();
});

afterAll(() => world.close());

beforeEach(() => {
  seen = world.sandbox.agents.invocations().length;
  world.waits.length = 0;
});

/** What reached an agent since the test began. */
const reached = () => world.sandbox.agents.invocations().slice(seen);
const VESSELS = 'The fleet has three vessels: Taíno (San Juan), El Coquí (Jacksonville) and Isla Bella (Ponce).';

describe('an invocation', () => {
  it('of a Bedrock agent brings its words, whole, signed by its own account', async () => {
    const heard: string[] = [];

    const reply = await world.invoke(world.vessels, { onText: (text) => heard.push(text), sessionId: 'hub-one' });

    expect(reply).toEqual({
      agent: agentReference(world.vessels),
      accountId: world.vessels.accountId,
      text: `${VESSELS} (Question 1 of this conversation: “What vessels do we have?”)`,
      complete: true,
      notes: [],
      millis: expect.any(Number),
    });
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.join('')).toBe(reply.text);
    expect(reached()).toMatchObject([
      {
        signedBy: world.vessels.accountId,
        accountId: world.vessels.accountId,
        agentId: 'PEGHWIVI5Y',
        arn: `arn:aws:sts::${world.vessels.accountId}:assumed-role/CentralOpsAgentRole/central-ops-alice`,
        sessionId: 'hub-one',
        text: 'What vessels do we have?',
      },
    ]);
  });

  it('of a runtime reads JSON', async () => {
    const reply = await world.invoke(world.crew);

    expect(reply).toMatchObject({ complete: true, text: expect.stringContaining('Captain Nuñez and Chief Øster') });
    expect(reached()).toMatchObject([{ signedBy: world.crew.accountId, text: 'What vessels do we have?' }]);
  });

  it('of a runtime reads server-sent events, each piece once though it comes in two forms', async () => {
    const heard: string[] = [];
    const reply = await world.invoke(world.invoices, {
      text: 'Which are overdue?',
      onText: (text) => heard.push(text),
      sessionId: 'hub-ffffffffffffffffffffffffffffffffffffffff',
    });

    expect(reply.text).toBe(
      'Two invoices are overdue: №1042 (€9,300) and №1057 (€1,250). (Question 1 of this conversation: “Which are overdue?”)',
    );
    expect(heard.join('')).toBe(reply.text);
    expect(reply.complete).toBe(true);
  });

  it('of an agent in the hub’s own account is signed by the hub', async () => {
    const reply = await world.invoke(world.handbook);

    expect(reply).toMatchObject({ complete: true, accountId: world.hubAccountId });
    expect(reached()).toMatchObject([{ signedBy: world.hubAccountId, agentId: 'handbook-Zx9CvBn345' }]);
  });

  it.each(['vessels', 'crew', 'invoices'] as const)(
    'keeps characters whole that are split between pieces: %s',
    async (name) => {
      world.sandbox.agents.fail(world[name].agentId, 'split-characters');

      const reply = await world.invoke(world[name]);

      expect(reply.complete).toBe(true);
      expect(reply.text).not.toContain('\ufffd');
      expect(reply.text).toMatch(/Taíno|Nuñez|€9,300/u);
    },
  );
});

describe('an answer that ends early', () => {
  it.each(['vessels', 'crew', 'invoices'] as const)('is incomplete when it is cut off: %s', async (name) => {
    world.sandbox.agents.fail(world[name].agentId, 'cut-off');

    const reply = await world.invoke(world[name]);

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'incomplete', code: 'cut-off' } });
    expect(reply.text).not.toBe('');
    expect(reached()).toHaveLength(1);
  });

  it.each(['vessels', 'crew', 'invoices'] as const)('is incomplete when it falls silent: %s', async (name) => {
    world.sandbox.agents.fail(world[name].agentId, 'stalled');

    const reply = await world.invokerWith({ silentMillis: 60 })(requestFor(world[name]));

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'timed-out', code: 'stalled' } });
    expect(reply.text).not.toBe('');
    expect(reached()).toHaveLength(1);
  });

  it.each(['vessels', 'invoices'] as const)('is incomplete when the run is cancelled: %s', async (name) => {
    world.sandbox.agents.fail(world[name].agentId, 'stalled');
    const cancel = new AbortController();

    const reply = await world.invoke(world[name], { signal: cancel.signal, onText: () => cancel.abort() });

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'cancelled', code: 'cancelled' } });
    expect(reply.text).not.toBe('');
    expect(reached()).toHaveLength(1);
  });

  it('ends at the row’s own time limit, before the first byte as well', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'timeout');

    const reply = await world.invoke({ ...world.vessels, timeoutSeconds: 0.08 });

    expect(reply).toMatchObject({ complete: false, text: '', problem: { outcome: 'timed-out', code: 'timed-out' } });
  });

  it('ends at the run’s deadline', async () => {
    world.sandbox.agents.fail(world.invoices.agentId, 'timeout');

    const reply = await world.invoke(world.invoices, { deadline: Date.now() + 80 });

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'timed-out' } });
  });

  it('says whose fault it is when the service reports one midway', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'fails-midway');

    const reply = await world.invoke(world.vessels);

    expect(reply).toMatchObject({
      complete: false,
      problem: {
        outcome: 'failed',
        code: 'spoke-failed',
        message: expect.stringContaining('Could not query the knowledge base.'),
      },
    });
    expect(reply.text).not.toBe('');
  });

  it('is not begun again when it is throttled midway: it is at work', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'throttled-midway');

    const reply = await world.invoke(world.vessels);

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'throttled' } });
    expect(reached()).toHaveLength(1);
  });
});

describe('a refusal before the agent has begun', () => {
  it.each(['vessels', 'invoices'] as const)(
    'fetches credentials anew, once, when AWS calls them expired: %s',
    async (name) => {
      const before = assumeRoles(name);
      await world.invoke(world[name]);
      world.sandbox.agents.fail(world[name].agentId, 'expired-session');

      const reply = await world.invoke(world[name]);

      expect(reply.complete).toBe(true);
      expect(reached()).toHaveLength(2);
      expect(new Set(reached().map(({ accessKeyId }) => accessKeyId)).size).toBe(2);
      expect(assumeRoles(name) - before).toBeLessThanOrEqual(2);
    },
  );

  it('gives up when the fresh ones are called expired as well', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'expired-session', 2);

    const reply = await world.invoke(world.vessels);

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'denied', code: 'ExpiredToken' } });
    expect(reached()).toEqual([]);
  });

  it.each(['vessels', 'crew'] as const)('waits and tries again when it is throttled: %s', async (name) => {
    world.sandbox.agents.fail(world[name].agentId, 'throttled', 2);

    const reply = await world.invoke(world[name]);

    expect(reply.complete).toBe(true);
    expect(reached()).toHaveLength(1);
    expect(world.waits).toEqual([500, 1000]);
  });

  it('stops trying after the fourth time', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'throttled', 4);

    const reply = await world.invoke(world.vessels);

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'throttled', code: 'ThrottlingException' } });
    expect(reached()).toEqual([]);
    expect(world.waits).toEqual([500, 1000, 2000]);
  });
});

describe('what is never sent twice', () => {
  it.each(['vessels', 'crew'] as const)('a request whose connection is lost: %s', async (name) => {
    world.sandbox.agents.fail(world[name].agentId, 'unreachable');

    const reply = await world.invoke(world[name]);

    expect(reply).toMatchObject({
      complete: false,
      problem: { outcome: 'unreachable', nextStep: expect.stringContaining('It may have begun to work') },
    });
    // The fault was used up by one request: a second one would have been answered.
    expect(reached()).toEqual([]);
    expect(world.waits).toEqual([]);
  });

  it.each(['vessels', 'crew'] as const)('a request that fails inside: %s', async (name) => {
    world.sandbox.agents.fail(world[name].agentId, 'error');

    const reply = await world.invoke(world[name]);

    expect(reply).toMatchObject({
      complete: false,
      problem: { outcome: 'failed', code: 'spoke-failed', message: expect.stringMatching(/KeyError|fleet-lookup/u) },
    });
    expect(reached()).toHaveLength(1);
  });

  it('an error in a body that arrived well', async () => {
    world.sandbox.agents.fail(world.crew.agentId, 'error-in-body');

    expect(await world.invoke(world.crew)).toMatchObject({
      complete: false,
      text: '',
      problem: { code: 'spoke-failed', message: expect.stringContaining("KeyError: 'fleet'") },
    });
  });
});

describe('identity', () => {
  it('is of the agent’s account, or nothing is sent', async () => {
    const other = await agentWorld({ faults: [{ account: '*', service: 'sts', outcome: 'wrong-account' }] });
    try {
      const reply = await other.invoke(other.vessels);

      expect(reply).toMatchObject({ complete: false, problem: { outcome: 'denied', code: 'identity-mismatch' } });
      expect(other.sandbox.agents.invocations()).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('never becomes the hub’s own when the agent’s cannot be had', async () => {
    const invoke = world.invokerWith({
      identityFor: (agent) =>
        Promise.resolve({
          accountId: agent.accountId ?? '',
          key: 'x',
          provide: () => Promise.reject(new CentralOpsError('credentials-denied', 'the trust policy says no')),
        }),
    });

    const reply = await invoke(requestFor(world.crew));

    expect(reply).toMatchObject({
      complete: false,
      problem: { outcome: 'denied', code: 'credentials-denied', message: 'the trust policy says no' },
    });
    expect(reached()).toEqual([]);
  });

  it('that turns out to be of another account is not used', async () => {
    const invoke = world.invokerWith({
      identityFor: (agent) =>
        Promise.resolve({
          accountId: agent.accountId ?? '',
          key: 'x',
          provide: () => Promise.resolve({ ...world.sandbox.hub, accountId: world.hubAccountId }),
        }),
    });

    expect(await invoke(requestFor(world.crew))).toMatchObject({ problem: { code: 'identity-mismatch' } });
    expect(reached()).toEqual([]);
  });

  it('of one agent opens no other of the same account', async () => {
    // As if a client of one agent were used for another: the session policy stops it.
    const { provide } = world.identityOf(world.vessels);
    const invoke = world.invokerWith({
      identityFor: () => Promise.resolve({ accountId: world.crew.accountId ?? '', key: 'x', provide }),
    });

    const reply = await invoke(requestFor(world.crew));

    expect(reply).toMatchObject({
      problem: { code: 'AccessDenied', message: expect.stringContaining('no session policy allows') },
    });
    expect(reached()).toEqual([]);
  });

  it('names the permission on the endpoint when that is what is missing', async () => {
    world.sandbox.agents.fail(world.crew.agentId, 'endpoint-denied');

    const reply = await world.invoke(world.crew);

    expect(reply).toMatchObject({ problem: { outcome: 'denied', code: 'endpoint-permission' } });
    expect(reply.problem?.nextStep).toContain(
      `runtime/${world.crew.agentId} and on arn:aws:bedrock-agentcore:us-east-1:${world.crew.accountId}:runtime/${world.crew.agentId}/runtime-endpoint/DEFAULT`,
    );
  });
});

describe('an agent that is not there', () => {
  it.each([
    ['in that Region', { region: 'eu-west-1' }],
    ['under that alias', { aliasId: 'OTHERALIAS' }],
  ])('%s is said to be so, with everything that may be wrong', async (_, changes) => {
    const reply = await world.invoke({ ...world.vessels, ...changes });

    expect(reply).toMatchObject({ complete: false, problem: { outcome: 'failed', code: 'agent-not-found' } });
    expect(reply.problem?.nextStep).toContain('Region');
    expect(reply.problem?.nextStep).toContain('the agent id PEGHWIVI5Y and the alias');
  });
});

describe('control that is given back', () => {
  it('is refused, and shown', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'returns-control');

    const reply = await world.invoke(world.vessels);

    expect(reply).toMatchObject({
      complete: false,
      problem: {
        outcome: 'refused',
        code: 'returned-control',
        message: expect.stringContaining('FleetActions.sendDistressCall(vessel=Taíno)'),
      },
    });
    expect(reached()).toHaveLength(1);
  });
});

describe('conversations', () => {
  it('go on by session id, and are each agent’s and each session’s own', async () => {
    const texts: string[] = [];
    for (const sessionId of ['hub-alice', 'hub-alice', 'hub-bob']) {
      texts.push((await world.invoke(world.cargo, { sessionId })).text);
    }

    expect(texts.map((text) => /Question \d/u.exec(text)?.[0])).toEqual(['Question 1', 'Question 2', 'Question 1']);
  });
});

describe('several at once', () => {
  it('keep to the row’s max_concurrency', async () => {
    let running = 0;
    let most = 0;
    const invoke = world.invokerWith({
      identityFor: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        throw new CentralOpsError('credentials-denied', 'enough for this test');
      },
    });

    await Promise.all(Array.from({ length: 12 }, () => invoke(requestFor({ ...world.vessels, maxConcurrency: 3 }))));

    expect(most).toBe(3);
  });

  it('leave one another alone: one that fails does not touch the others', async () => {
    world.sandbox.agents.fail(world.vessels.agentId, 'cut-off');

    const replies = await Promise.all(
      [world.vessels, world.crew, world.invoices, world.cargo].map((agent) => world.invoke(agent)),
    );

    expect(replies.map(({ complete }) => complete)).toEqual([false, true, true, true]);
    expect(reached()).toHaveLength(4);
    expect(reached().every(({ signedBy, accountId }) => signedBy === accountId)).toBe(true);
  });
});

function assumeRoles(name: 'vessels' | 'invoices'): number {
  return world.sandbox.statistics().accounts[world[name].accountId ?? '']?.assumeRole ?? 0;
}

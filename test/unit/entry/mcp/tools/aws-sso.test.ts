import { ElicitRequestSchema, type ClientCapabilities } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSignIns, type SignIns } from '../../../../../src/entry/mcp/sign-ins.js';
import { answerPage } from '../../../identity-center/support/browser.js';
import { createWorld, type World, type WorldOptions } from '../../../identity-center/support/world.js';
import { connect } from '../support/connect.js';
import { toolsWith } from '../support/tools.js';

let world: World;
let signIns: SignIns;

afterEach(async () => {
  signIns.close();
  await world.close();
});

/** A person's machine without a browser, nobody signed in, and a client of its server. */
async function connected(options: WorldOptions = {}, capabilities: ClientCapabilities = {}) {
  world = await createWorld({ whyNoBrowser: 'this is a test', ...options });
  const { identityCenter } = world;
  signIns = createSignIns(identityCenter, () => world.now());
  const { client } = await connect(
    { tools: toolsWith({ identityCenter, clock: () => world.now(), signIns }) },
    capabilities,
  );
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const result = await client.callTool({ name, arguments: given });
    return { text: textOf(result.content), structured: result.structuredContent, isError: result.isError };
  };
  return { client, call };
}

const PLACE = {
  session: 'session corp',
  startUrl: 'https://central-ops-sandbox.awsapps.com/start',
  region: 'us-east-1',
};

/** The text of a result's only content. */
function textOf(content: unknown): string {
  return z.tuple([z.object({ type: z.literal('text'), text: z.string() })]).parse(content)[0].text;
}

function pageOf(structured: unknown): { readonly url: string; readonly userCode: string } {
  return z.object({ verification: z.object({ url: z.string(), userCode: z.string() }) }).parse(structured).verification;
}

/** Asks for the status until nothing waits for the person any more. */
async function settled(call: (name: string) => Promise<{ readonly structured: unknown }>): Promise<unknown> {
  for (;;) {
    const { structured } = await call('aws_sso_status');
    if (!('verification' in Object(structured))) return structured;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

describe('aws_sso_login', () => {
  it('shows the page and the code at once where no browser opens, and goes on in the background', async () => {
    const { call } = await connected();

    const { text, structured, isError } = await call('aws_sso_login');

    const { url, userCode } = pageOf(structured);
    expect(isError).toBeUndefined();
    expect(structured).toEqual({
      ...PLACE,
      status: 'pending',
      verification: { url, userCode, expiresAt: expect.stringMatching(/Z$/u), browserOpened: false },
    });
    expect(text).toContain('# AWS SSO: Authentication Pending');
    expect(text).toContain('Only approve if you asked for this now');
    expect(text).toContain(`<${url}>`);
    expect(text).toContain(userCode);

    await answerPage(url, {});

    expect(await settled(call)).toMatchObject({
      authenticated: true,
      sessions: [{ session: 'corp', used: true, state: 'signed-in', user: 'alice' }],
    });
    expect((await call('aws_sso_login')).structured).toMatchObject({ status: 'already-signed-in', user: 'alice' });
  });

  it('joins a sign-in that is under way instead of beginning another', async () => {
    const { call } = await connected();

    const first = await call('aws_sso_login');
    const status = await call('aws_sso_status');
    const second = await call('aws_sso_login', { launchBrowser: false, autoPoll: false });

    expect(pageOf(second.structured)).toEqual(pageOf(first.structured));
    expect(pageOf(status.structured)).toEqual(pageOf(first.structured));
    expect(status.text).toContain('# AWS SSO: Authentication Pending');
  });

  it('says that the person denied it', async () => {
    const { call } = await connected();
    const { structured } = await call('aws_sso_login');

    await answerPage(pageOf(structured).url, { decision: 'deny' });

    expect(await settled(call)).toMatchObject({
      authenticated: false,
      lastFailure: expect.stringMatching(/^AWS SSO: Authentication Denied\. .*denied in the browser/su),
    });
  });

  it('asks the client to open the page where it can, and waits for the approval', async () => {
    const { client, call } = await connected({}, { elicitation: { url: {} } });
    const asked: unknown[] = [];
    client.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
      asked.push(params);
      if (params.mode === 'url') await answerPage(params.url, {});
      return { action: 'accept' };
    });

    const { structured } = await call('aws_sso_login');

    expect(structured).toEqual({ ...PLACE, status: 'signed-in', user: 'alice', expiresAt: expect.any(String) });
    expect(asked).toEqual([
      {
        mode: 'url',
        elicitationId: expect.any(String),
        url: expect.stringContaining('user_code='),
        message: expect.stringMatching(/Only approve if you asked for this now, and the page shows the code \S+\./u),
      },
    ]);
  });

  it('ends the sign-in when the person does not want the page opened', async () => {
    const { client, call } = await connected({}, { elicitation: { url: {} } });
    client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'decline' }));

    const { structured } = await call('aws_sso_login');

    expect(structured).toEqual({ ...PLACE, status: 'declined' });
    expect(await settled(call)).toMatchObject({ authenticated: false });
  });

  it('shows the page when the browser did not open after all', async () => {
    const { call } = await connected({ openBrowser: () => Promise.resolve('xdg-open: ENOENT') });

    const { structured } = await call('aws_sso_login');

    expect(structured).toMatchObject({ status: 'pending' });
  });

  it.each([[{ launchBrowser: 'yes' }], [{ autopoll: true }]])('takes no %j', async (given) => {
    const { call } = await connected();

    expect((await call('aws_sso_login', given)).isError).toBe(true);
    expect((await call('aws_sso_status')).structured).not.toHaveProperty('verification');
  });
});

describe('aws_sso_ls_accounts', () => {
  it('lists every account with its roles', async () => {
    const { call } = await connected();
    await answerPage(pageOf((await call('aws_sso_login')).structured).url, {});
    await settled(call);

    const { text, structured, isError } = await call('aws_sso_ls_accounts');

    const registry = world.sandbox.registry().accounts;
    expect(isError).toBeUndefined();
    expect(structured).toEqual({
      session: 'session corp',
      expiresAt: expect.any(String),
      accounts: registry.map(({ id, name }) => ({
        accountId: id,
        accountName: name,
        email: `aws+${id}@example.com`,
        roles: expect.arrayContaining(['CentralOpsReadOnly']),
      })),
      failed: 0,
    });
    expect(text).toContain('# AWS SSO: Available Accounts');
    for (const { id } of registry) expect(text).toContain(id);
  });

  it('tells accounts that did not answer from accounts without roles, and no accounts from both', async () => {
    world = await createWorld();
    signIns = createSignIns(world.identityCenter, () => world.now());
    let scan: Awaited<ReturnType<World['identityCenter']['scan']>> = { accounts: [], failed: 0 };
    const { client } = await connect({
      tools: toolsWith({
        signIns,
        identityCenter: {
          ...world.identityCenter,
          tokenEnd: () => Promise.resolve(world.now() + 60_000),
          scan: () => Promise.resolve(scan),
        },
      }),
    });
    const list = () => client.callTool({ name: 'aws_sso_ls_accounts', arguments: {} });
    const one = { id: '111111111111', name: 'One', email: 'one@example.com' };
    const none = await list();
    scan = {
      accounts: [
        { ...one, kind: 'listed', roles: [] },
        { ...one, id: '222222222222', kind: 'failed', code: 'throttled', message: 'Asked too often.' },
      ],
      failed: 1,
    };

    expect(JSON.stringify(none.content)).toContain('# AWS SSO: No Accounts Found');
    expect(none.structuredContent).toMatchObject({ accounts: [], failed: 0 });
    expect(await list()).toMatchObject({
      structuredContent: {
        accounts: [
          { accountId: '111111111111', roles: [] },
          { accountId: '222222222222', roles: null, problem: 'throttled: Asked too often.' },
        ],
        failed: 1,
      },
    });
  });

  it('never begins a sign-in, but says which tool does', async () => {
    const { call } = await connected();

    const { text, isError } = await call('aws_sso_ls_accounts');

    expect(isError).toBe(true);
    expect(text).toMatch(/^AWS SSO: Authentication Required\. Use the `aws_sso_login` tool/u);
    expect((await call('aws_sso_status')).structured).toMatchObject({ authenticated: false });
    expect((await call('aws_sso_status')).structured).not.toHaveProperty('verification');
  });
});

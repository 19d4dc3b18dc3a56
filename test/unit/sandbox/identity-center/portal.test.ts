import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  LogoutCommand,
  paginateListAccounts,
  SSOClient,
} from '@aws-sdk/client-sso';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.js';
import type { SandboxOptions } from '../../../../src/sandbox/options.js';

let sandbox: Sandbox;

async function start(options: SandboxOptions = {}) {
  sandbox = await startSandbox(options);
  const portal = new SSOClient({ region: 'us-east-1', endpoint: sandbox.identityCenter.url, maxAttempts: 1 });
  const { accessToken } = sandbox.identityCenter.signIn('bob');
  const accounts = sandbox.registry().accounts;
  const account = (environment: string) => accounts.find((one) => one.environment === environment)?.id ?? '';
  return { portal, accessToken, accounts, account };
}

afterEach(() => sandbox.close());

const nameOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error ? error.name : ''),
  );

describe('the portal', () => {
  it('lists every account, page by page', async () => {
    const { portal, accessToken, accounts } = await start({ accounts: 25 });

    const pages = [];
    for await (const page of paginateListAccounts({ client: portal, pageSize: 10 }, { accessToken })) {
      pages.push(page.accountList?.map(({ accountId, accountName }) => [accountId, accountName]));
    }

    expect(pages.map((page) => page?.length)).toEqual([10, 10, 6]);
    expect(pages.flat()).toEqual(accounts.map(({ id, name }) => [id, name]));
  });

  it('gives credentials of a permission set, whose identity is the person in that account', async () => {
    const { portal, accessToken, account } = await start({ accounts: 4 });
    const accountId = account('production');

    const { roleCredentials } = await portal.send(
      new GetRoleCredentialsCommand({ accessToken, accountId, roleName: 'CentralOpsReadOnly' }),
    );
    const { accessKeyId = '', secretAccessKey = '', sessionToken = '', expiration = 0 } = roleCredentials ?? {};
    const sts = new STSClient({
      region: 'us-east-1',
      endpoint: sandbox.stsUrl,
      credentials: { accessKeyId, secretAccessKey, sessionToken },
    });
    const identity = await sts.send(new GetCallerIdentityCommand({}));

    expect([identity.Account, identity.Arn]).toEqual([
      accountId,
      expect.stringMatching(/:assumed-role\/AWSReservedSSO_CentralOpsReadOnly_[0-9a-f]{16}\/bob$/u),
    ]);
    expect(expiration - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('assigns the administrator set outside of production only', async () => {
    const { portal, accessToken, account } = await start({ accounts: 4 });
    const rolesIn = async (accountId: string) =>
      (await portal.send(new ListAccountRolesCommand({ accessToken, accountId }))).roleList?.map(
        (role) => role.roleName,
      );

    expect(await rolesIn(account('production'))).toEqual(['CentralOpsReadOnly']);
    expect(await rolesIn(account('staging'))).toEqual(['AdministratorAccess', 'CentralOpsReadOnly']);
    expect(
      await nameOf(
        portal.send(
          new GetRoleCredentialsCommand({
            accessToken,
            accountId: account('production'),
            roleName: 'AdministratorAccess',
          }),
        ),
      ),
    ).toBe('ForbiddenException');
  });

  it('forgets who signed out', async () => {
    const { portal, accessToken, account } = await start({ accounts: 1 });
    const ask = () =>
      nameOf(portal.send(new ListAccountRolesCommand({ accessToken, accountId: account('production') })));

    const before = await ask();
    await portal.send(new LogoutCommand({ accessToken }));

    expect([before, await ask()]).toEqual(['nothing', 'UnauthorizedException']);
  });

  it('takes twenty requests a second and counts', async () => {
    const now = Date.now();
    const { portal, accessToken, account } = await start({ accounts: 1, clock: () => now });
    const ask = () =>
      nameOf(portal.send(new ListAccountRolesCommand({ accessToken, accountId: account('production') })));

    const names = await Promise.all(Array.from({ length: 25 }, ask));

    expect(names.filter((name) => name === 'TooManyRequestsException')).toHaveLength(5);
    expect(sandbox.identityCenter.statistics()).toEqual({
      getRoleCredentials: 0,
      listAccounts: 0,
      listAccountRoles: 25,
      logout: 0,
      rejected429: 5,
      peakPerSecond: 25,
    });
  });

  it.each([
    ['denied', 'ForbiddenException', 'nothing'],
    ['throttled', 'TooManyRequestsException', 'TooManyRequestsException'],
    ['expired-session', 'UnauthorizedException', 'UnauthorizedException'],
    ['error', 'InternalServerException', 'InternalServerException'],
  ] as const)('breaks for one account as it is told: %s', async (outcome, credentials, roles) => {
    const { portal, accessToken, account } = await start({
      accounts: 2,
      faults: [{ account: 'payments-production', service: 'sso', outcome }],
    });
    const ask = (accountId: string) =>
      Promise.all([
        nameOf(portal.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName: 'CentralOpsReadOnly' }))),
        nameOf(portal.send(new ListAccountRolesCommand({ accessToken, accountId }))),
      ]);

    expect(await ask(account('production'))).toEqual([credentials, roles]);
    expect(await ask(account('staging'))).toEqual(['nothing', 'nothing']);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../src/compose.js';
import { loadConfiguration, quietSdkWarning } from '../src/config.js';
import { DEFAULT_SCOPES } from '../src/identity-center/session.js';
import { createTokenCache } from '../src/identity-center/token/token-cache.js';
import { sleep } from '../src/network/sleep.js';
import { startSandbox } from '../src/sandbox/sandbox.js';

/**
 * What Identity Center's rate costs: the wall time of listing the permission sets of N accounts, of writing a profile for each, and of
 * opening N accounts cold, divided by the time that twenty requests a second need. 1.00 is the floor. Sandbox and client share a process: at twenty requests
 * a second neither is busy.
 */
const RATE = 20;
const CASES = [
  { accounts: 200, refuseEvery: undefined },
  { accounts: 665, refuseEvery: undefined },
  { accounts: 665, refuseEvery: 10 },
] as const;

const PROFILES = {
  roleName: 'CentralOpsReadOnly',
  nameTemplate: undefined,
  region: 'us-east-1',
  regionForAll: false,
  prune: false,
  dryRun: false,
  program: undefined,
} as const;

async function measure(accounts: number, refuseEvery: number | undefined): Promise<void> {
  const sandbox = await startSandbox({
    accounts: accounts - 1,
    identityCenter: refuseEvery === undefined ? {} : { refuseEvery },
  });
  const home = await mkdtemp(join(tmpdir(), 'central-ops-bench-'));
  const { startUrl, region } = sandbox.identityCenter;
  const { accessToken, expiresIn } = sandbox.identityCenter.signIn('bench');
  await createTokenCache({ directory: join(home, '.aws', 'sso', 'cache'), clock: Date.now, sleep }).write(
    { name: 'bench', startUrl, region, scopes: DEFAULT_SCOPES },
    { accessToken, expiresAt: Date.now() + expiresIn * 1000, startUrl },
  );
  await writeFile(
    join(home, '.aws', 'config'),
    `[sso-session bench]\nsso_start_url = ${startUrl}\nsso_region = ${region}\n`,
  );
  const configuration = await loadConfiguration({
    door: 'server',
    environment: { HOME: home, CENTRAL_OPS_CREDENTIALS: 'identity-center', ...sandbox.variables() },
  });
  const composition = await compose(configuration, { log: () => undefined, auditName: 'bench' });
  const { signal } = new AbortController();
  try {
    const { identityCenter } = composition;
    const session = await identityCenter.session(signal);
    const run = async (what: string, work: () => Promise<number>): Promise<void> => {
      const before = sandbox.identityCenter.statistics();
      const startedAt = performance.now();
      const answered = await work();
      const seconds = (performance.now() - startedAt) / 1000;
      const after = sandbox.identityCenter.statistics();
      const requests =
        after.listAccounts +
        after.listAccountRoles +
        after.getRoleCredentials -
        before.listAccounts -
        before.listAccountRoles -
        before.getRoleCredentials;
      const refused = after.rejected429 - before.rejected429;
      console.log(
        `${what.padEnd(22)} | ${String(answered).padStart(4)} of ${String(accounts).padEnd(4)} | ${String(requests).padStart(8)} | ${String(refused).padStart(4)} | ${seconds.toFixed(1).padStart(7)} | ${(seconds / ((requests - refused) / RATE)).toFixed(2)}`,
      );
    };
    await run('list permission sets', async () => {
      const { accounts: listed, failed } = await identityCenter.scan(session, signal);
      return listed.length - failed;
    });
    await run('write profiles', async () => {
      const scan = await identityCenter.scan(session, signal);
      const { outcomes } = await identityCenter.syncProfiles(session, scan, PROFILES, signal);
      return outcomes.filter(({ result }) => result === 'added').length;
    });
    const ids = sandbox.registry().accounts.map(({ id }) => id);
    await run('open accounts', async () => {
      const opened = await Promise.allSettled(
        ids.map((accountId) =>
          identityCenter.portal.roleCredentials(session, { accountId, roleName: 'CentralOpsReadOnly' }, signal),
        ),
      );
      return opened.filter(({ status }) => status === 'fulfilled').length;
    });
  } finally {
    await composition.close();
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  }
}

quietSdkWarning();
console.log(`Node ${process.version}; floor: ${String(RATE)} requests a second`);
console.log('what                   | answered     | requests | 429s | seconds | seconds ÷ floor');
for (const { accounts, refuseEvery } of CASES) await measure(accounts, refuseEvery);

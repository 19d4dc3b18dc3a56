import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Caller } from '../../../../src/domain/caller.js';

const BUILT = new URL('../../../../dist/src/', import.meta.url);

/**
 * Another process that decides each approval, all at once, and tells which it was the one to decide. From the build,
 * because Node 20 reads no TypeScript.
 */
export async function decideElsewhere(
  directory: string,
  approvalIds: readonly string[],
  caller: Caller,
): Promise<readonly string[]> {
  const module = (path: string): string => JSON.stringify(new URL(path, BUILT).href);
  const program = `
    import { createApprovals } from ${module('approvals/approvals.js')};
    import { createDirectoryApprovalStore } from ${module('approvals/directory-approval-store.js')};
    const store = createDirectoryApprovalStore(${JSON.stringify(directory)}, Date.now);
    const approvals = createApprovals({ store, clock: Date.now, newId: () => '' });
    const caller = ${JSON.stringify(caller)};
    const tries = ${JSON.stringify(approvalIds)}.map((approvalId) =>
      approvals.decide({ approvalId, caller, decision: 'approve' }).catch(() => undefined));
    const decided = (await Promise.all(tries)).flatMap((approval) => approval?.approvalId ?? []);
    process.stdout.write(JSON.stringify(decided));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(BUILT),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const decided: unknown = JSON.parse(await text(child.stdout));
  return Array.isArray(decided) ? decided.map(String) : [];
}

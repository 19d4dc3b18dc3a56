import type { SignInPage, UnderWay } from '../sign-ins.js';
import type { ToolContext } from '../tool.js';

/** Below the minute that clients give a call (the SDK's default), so that the address and the code are always shown. */
const PATIENCE_MILLIS = 50_000;
const REPORT_MILLIS = 5_000;

/**
 * Waits a while for the person. Undefined: they have not answered yet, or no browser opened and they have to be shown the page. Throws
 * what the sign-in ended with when it failed.
 */
export async function waitForSignIn(
  { done, notOpened }: UnderWay,
  { userCode }: SignInPage,
  { progress, signal }: ToolContext,
): Promise<Awaited<UnderWay['done']> | undefined> {
  const total = PATIENCE_MILLIS / 1000;
  let waited = 0;
  const report = (): void =>
    progress({
      done: waited,
      total,
      message: `Waiting for the person to approve the sign-in${userCode === undefined ? '' : ` with the code ${userCode}`}`,
    });
  report();
  const cleanUp = new AbortController();
  try {
    return await Promise.race([
      done,
      notOpened.then(() => undefined),
      new Promise<undefined>((resolve, reject) => {
        const reports = setInterval(() => {
          waited += REPORT_MILLIS / 1000;
          if (waited >= total) resolve(undefined);
          else report();
        }, REPORT_MILLIS);
        signal.addEventListener('abort', () => reject(signal.reason), { signal: cleanUp.signal });
        cleanUp.signal.addEventListener('abort', () => clearInterval(reports), { once: true });
      }),
    ]);
  } finally {
    cleanUp.abort();
  }
}

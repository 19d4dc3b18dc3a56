import { spawn } from 'node:child_process';
import { isLoopbackHost } from '../../domain/loopback.js';
import type { Sleep } from '../../network/sleep.js';
import type { TellNotice } from './notices.js';

/** Opens a page in the person's browser. Resolves to why that failed, or undefined. Never throws. */
export type OpenBrowser = (url: string) => Promise<string | undefined>;

/** An opener that has not failed by then has done its work, or is the browser itself. */
const WAIT_MILLIS = 3000;

/** The platform's own opener. */
export function browserProgram(platform: string): string {
  return platform === 'darwin' ? 'open' : 'xdg-open';
}

/** Without a shell: the address is one argument, whatever it holds. */
export function createBrowserOpener({
  program,
  sleep,
}: {
  readonly program: string;
  readonly sleep: Sleep;
}): OpenBrowser {
  return async (url) => {
    if (!isWebPage(url)) return 'the address is not one of a web page';
    const settled = new AbortController();
    const ended = new Promise<string | undefined>((resolve) => {
      const child = spawn(program, [url], { stdio: 'ignore', detached: true });
      child.once('error', (error: NodeJS.ErrnoException) => resolve(`${program}: ${error.code ?? error.message}`));
      child.once('exit', (code) => resolve(code === 0 ? undefined : `${program} ended with ${String(code)}`));
      child.unref();
    });
    const patience = sleep(WAIT_MILLIS, settled.signal).catch(() => undefined);
    const reason = await Promise.race([ended, patience]);
    settled.abort();
    return typeof reason === 'string' ? reason : undefined;
  };
}

/** Opens the page if somebody wants that; the person has its address in any case. */
export async function openPage(openBrowser: OpenBrowser | undefined, url: string, tell: TellNotice): Promise<void> {
  const reason = await openBrowser?.(url);
  if (reason !== undefined) tell({ kind: 'browser-not-opened', reason });
}

/** What a service says is a page could also be a file or another program's scheme. */
function isWebPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

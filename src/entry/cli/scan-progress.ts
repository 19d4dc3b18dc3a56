import type { Terminal } from './terminal.js';

/** Hundreds of accounts take half a minute at the portal's rate: one line says how far it is. */
export function createScanProgress({ err, errIsTerminal }: Pick<Terminal, 'err' | 'errIsTerminal'>) {
  let drawn = false;
  return {
    show(done: number, total: number): void {
      if (!errIsTerminal || (done % 10 !== 0 && done !== total)) return;
      err(`\r\u001b[K${String(done)} of ${String(total)} accounts`);
      drawn = true;
    },
    end(): void {
      if (drawn) err('\r\u001b[K');
    },
  };
}

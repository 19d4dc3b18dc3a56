import type { Terminal } from '../../../../../src/entry/cli/terminal.js';

/** A terminal that keeps what it is told. */
export function fakeTerminal(more: Partial<Terminal> = {}): Terminal & { written(): { out: string; err: string } } {
  let out = '';
  let err = '';
  return {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    lines: 24,
    signal: new AbortController().signal,
    confirm: undefined,
    ask: undefined,
    inIsTerminal: false,
    readLine: () => Promise.resolve({ kind: 'end' }),
    protocol: () => {
      throw new Error('no protocol is spoken here');
    },
    onInterrupt: () => () => undefined,
    ...more,
    written: () => ({ out, err }),
  };
}

/** What a screen shows after this was written to it: line feeds, "up N lines" and "clear below" are obeyed. */
export function screenAfter(text: string): readonly string[] {
  const screen: string[] = [''];
  let row = 0;
  // oxlint-disable-next-line no-control-regex -- escape sequences are what this reads
  for (const piece of text.split(/(\u001b\[\d*[A-Z]|\n)/u)) {
    // oxlint-disable-next-line no-control-regex -- escape sequences are what this reads
    const [, count = '', command = ''] = /^\u001b\[(\d*)([A-Z])$/u.exec(piece) ?? [];
    if (piece === '\n') {
      row += 1;
      screen[row] ??= '';
    } else if (command === 'A') {
      row -= Number(count);
      if (row < 0) throw new Error('the cursor left the screen');
    } else if (command === 'J') screen.splice(row, Infinity, '');
    else if (command !== '') throw new Error(`unexpected ${command}`);
    else screen[row] = (screen[row] ?? '') + piece;
  }
  return screen.slice(0, -1);
}

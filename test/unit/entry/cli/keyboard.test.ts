import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createKeyboard } from '../../../../src/entry/cli/keyboard.js';

describe('a keyboard', () => {
  it('gives the lines of a pipe one after the other, however they arrive, and the last one without its end', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const keyboard = createKeyboard(input, output);
    input.write('first\nsec');

    const first = await keyboard.readLine('> ');
    input.end('ond\r\nthird');
    const rest = [await keyboard.readLine('> '), await keyboard.readLine('> '), await keyboard.readLine('> ')];
    keyboard.close();

    expect([first, ...rest]).toEqual([
      { kind: 'line', text: 'first' },
      { kind: 'line', text: 'second' },
      { kind: 'line', text: 'third' },
      { kind: 'end' },
    ]);
    expect(output.read()).toBeNull();
  });

  it('shows its prompt at a terminal, and tells Ctrl-C from the end', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const output = new PassThrough();
    const keyboard = createKeyboard(input, output);

    const typed = keyboard.readLine('> ');
    input.write('hello\r');
    const interrupted = typed.then(() => keyboard.readLine('> '));
    await typed;
    input.write('half\u0003');
    const ended = interrupted.then(() => keyboard.readLine('> '));
    await interrupted;
    input.write('\u0004');

    expect([await typed, await interrupted, await ended]).toEqual([
      { kind: 'line', text: 'hello' },
      { kind: 'interrupted' },
      { kind: 'end' },
    ]);
    // oxlint-disable-next-line no-control-regex -- how readline moves the cursor
    expect(String(output.read()).replaceAll(/\u001b\[\d*[A-Z]/gu, '')).toBe('> hello\r\n> half> ');
  });
});

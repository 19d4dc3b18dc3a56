import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What was typed: a line, Ctrl-C, or nothing more (Ctrl-D, the end of a pipe). */
export type Typed =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'end' };

export interface Keyboard {
  /** The next line; the prompt is shown where somebody sits in front of it. */
  readLine(prompt: string): Promise<Typed>;
  close(): void;
}

const LONGEST_HISTORY = 200;

/**
 * Reads lines. At a terminal there is an interface per line, so that Ctrl-C is a signal of the process again while a question
 * is running; of a pipe there is one, because it may have read further than the line that it gives.
 */
export function createKeyboard(input: Readable & { readonly isTTY?: boolean }, output: Writable): Keyboard {
  return input.isTTY === true ? terminalKeyboard(input, output) : pipeKeyboard(input);
}

function terminalKeyboard(input: Readable, output: Writable): Keyboard {
  let history: string[] = [];
  let open: Interface | undefined;
  return {
    readLine: (prompt) =>
      new Promise((resolve) => {
        const reader = createInterface({
          input,
          output,
          terminal: true,
          history,
          historySize: LONGEST_HISTORY,
          prompt,
        });
        open = reader;
        const end = (typed: Typed): void => {
          open = undefined;
          // First, because closing says that it is the end.
          resolve(typed);
          reader.close();
        };
        reader.once('line', (text) => end({ kind: 'line', text }));
        reader.once('SIGINT', () => end({ kind: 'interrupted' }));
        reader.once('close', () => end({ kind: 'end' }));
        reader.on('history', (lines) => {
          history = [...lines];
        });
        reader.prompt();
      }),
    close() {
      open?.close();
    },
  };
}

function pipeKeyboard(input: Readable): Keyboard {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  return {
    async readLine() {
      reader ??= createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      lines ??= reader[Symbol.asyncIterator]();
      const { done, value } = await lines.next();
      return done === true ? { kind: 'end' } : { kind: 'line', text: value };
    },
    close() {
      reader?.close();
    },
  };
}

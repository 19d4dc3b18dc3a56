import type { Typed } from './keyboard.js';
import type { ProtocolStreams } from './protocol-streams.js';

/** What a verb may touch of the process, so that tests hand in their own. */
export interface Terminal {
  /** The answer, and nothing else. */
  readonly out: (text: string) => void;
  /** Progress, logs and questions. */
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Lines that fit on the screen behind stderr. */
  readonly lines: number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Asks yes or no; undefined where nobody can be asked. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  /** Asks for a line; undefined where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly inIsTerminal: boolean;
  /** The next line of standard input, asked for with a prompt where somebody types it. */
  readonly readLine: (prompt: string) => Promise<Typed>;
  /**
   * Takes Ctrl-C over from {@link signal} until the returned function is called. A handler that returns false has nothing left
   * to cancel: the process ends at once.
   */
  readonly onInterrupt: (handler: () => boolean) => () => void;
  /** Standard input and output for a protocol, and for nothing else from then on. */
  readonly protocol: () => ProtocolStreams;
}

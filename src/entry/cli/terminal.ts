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
}

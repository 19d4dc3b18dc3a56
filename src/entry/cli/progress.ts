import type { Clock } from '../../domain/clock.js';
import type { RunEvent } from '../../domain/event.js';
import { countsAsAnswered } from '../../domain/outcome.js';
import { inertLine } from '../../results/inert.js';
import { cutToWidth } from '../../results/render-text.js';
import type { Terminal } from './terminal.js';

/** Redrawing more often than this only costs time. */
const REDRAW_MILLIS = 60;
/** Lines kept free below and above the live block. */
const MARGIN = 4;
/** A live line that wraps would be counted as one and spoil the next drawing, so it is cut to fit every terminal. */
const LIVE_WIDTH = 79;

export interface Progress {
  show(event: RunEvent): void;
  /** Draws the last state and leaves it on the screen. */
  end(): void;
}

/** Progress on stderr: one live line per account on a terminal, plain lines elsewhere. */
export function createProgress(terminal: Pick<Terminal, 'err' | 'errIsTerminal' | 'lines'>, clock: Clock): Progress {
  return terminal.errIsTerminal ? liveProgress(terminal, clock) : plainProgress(terminal);
}

function plainProgress({ err }: Pick<Terminal, 'err'>): Progress {
  const headerLine = createHeader();
  return {
    show(event) {
      const header = headerLine(event);
      if (header !== undefined) err(`${header}\n`);
      if (event.type === 'account-ended') err(`${endedLine(event)}\n`);
    },
    end() {},
  };
}

interface Line {
  readonly text: string;
  readonly done: boolean;
}

function liveProgress({ err, lines: screenLines }: Pick<Terminal, 'err' | 'lines'>, clock: Clock): Progress {
  const accounts = new Map<string, Line>();
  const headerLine = createHeader();
  let drawn = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const room = Math.max(3, screenLines - MARGIN);

  const draw = (): void => {
    drawnAt = clock();
    const block = blockOf(accounts, room).map((line) => cutToWidth(line, LIVE_WIDTH));
    const up = drawn > 0 ? `\u001b[${drawn}A\u001b[J` : '';
    drawn = block.length;
    err(`${up}${block.map((line) => `${line}\n`).join('')}`);
  };

  return {
    show(event) {
      const header = headerLine(event);
      if (header !== undefined) err(`${header}\n`);
      if (event.type === 'account-started') {
        accounts.set(event.accountId, {
          text: `… ${inertLine(event.accountName)} (${event.accountId})`,
          done: false,
        });
      } else if (event.type === 'account-ended') {
        accounts.set(event.accountId, { text: endedLine(event), done: true });
      } else return;
      if (clock() - drawnAt >= REDRAW_MILLIS) draw();
    },
    end() {
      if (accounts.size > 0) draw();
    },
  };
}

/** All accounts where they fit; else those under way and a count of the rest. */
function blockOf(accounts: ReadonlyMap<string, Line>, room: number): readonly string[] {
  const all = [...accounts.values()];
  if (all.length <= room) return all.map((line) => line.text);
  const done = all.filter((line) => line.done).length;
  const underWay = all.filter((line) => !line.done).slice(0, room - 1);
  return [...underWay.map((line) => line.text), `${done} of ${all.length} accounts have ended`];
}

/**
 * What was understood, and what is asked where. The latter is known in full only when the plan is, since a global service is
 * asked in no Region; and it is said only when an account is really asked, since `--plan` asks none.
 */
function createHeader(): (event: RunEvent) => string | undefined {
  let accounts = 0;
  let asking: string | undefined;
  return (event) => {
    if (event.type === 'intent-parsed') return `Understood: ${inertLine(event.summary)}`;
    if (event.type === 'accounts-resolved') accounts = event.accounts.length;
    if (event.type === 'plan-authorized') {
      const regions = [...new Set(event.plan.calls.flatMap((call) => call.regions))];
      const where = regions.includes('all') ? 'all enabled Regions' : regions.join(', ');
      asking = `Asking ${accounts} ${accounts === 1 ? 'account' : 'accounts'} (${where})`;
    }
    if (event.type !== 'account-started') return undefined;
    const line = asking;
    asking = undefined;
    return line;
  };
}

function endedLine(event: Extract<RunEvent, { type: 'account-ended' }>): string {
  const rows = event.outcomes.reduce((sum, outcome) => sum + outcome.rows, 0);
  const failed = event.outcomes.filter(({ outcome }) => !countsAsAnswered(outcome));
  const kinds = [...new Set(failed.map(({ outcome }) => outcome))].join(', ');
  const seconds = (event.millis / 1000).toFixed(1);
  const mark = failed.length === 0 ? '✔' : '✘';
  const what = failed.length === 0 ? `${rows} rows` : `${kinds}; ${rows} rows`;
  return `${mark} ${inertLine(event.accountName)} (${event.accountId})  ${what}, ${seconds} s`;
}

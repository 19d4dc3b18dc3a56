import type { FrozenPlan } from '../domain/plan.js';

/** The calls and tables of two rounds. What was asked before stays; ids say which round a call belongs to. */
export function withFurtherRound(before: FrozenPlan, further: FrozenPlan): FrozenPlan {
  const known = new Set(before.calls.map((call) => call.id));
  return {
    ...before,
    // Both rounds may begin with the list of enabled Regions.
    calls: [...before.calls, ...further.calls.filter((call) => !known.has(call.id))],
    show: { ...before.show, tables: [...before.show.tables, ...further.show.tables] },
  };
}

/** For the reader, who should know that a model asked for more. */
export function furtherRefused(problem: string): string {
  return `The model asked for a further round that was not made: ${sentence(problem)}`;
}

/** Cut, and ended with a full stop. */
export function sentence(text: string): string {
  const cut = text.slice(0, 400);
  return /[.!?]$/u.test(cut) ? cut : `${cut}.`;
}

import { CANNOT_TELL, type Filter } from '../domain/plan.js';
import { displayValue } from './display-value.js';
import { groupRows, viewRows, type Collected } from './view-rows.js';

/** Things that are named; all of them are counted. */
const NAMED = 10;

/**
 * What a reader must know besides the tables: which things may belong to one, and why that cannot be told. Nothing for questions
 * whose filters always can.
 */
export function untoldNotes(collected: Collected): readonly string[] {
  const views = collected.plan.show.tables.filter(({ filters }) => filters.some(mayNotTell));
  if (views.length === 0) return [];
  const rowsByCall = groupRows(collected);
  return views.flatMap((view) => {
    const { untold } = viewRows(view, collected, rowsByCall);
    if (untold.length === 0) return [];
    const named = untold.slice(0, NAMED).map(({ account, region, cells, why }) => {
      return `${displayValue(cells[0] ?? null)} (${account.name}, ${region}): ${why}`;
    });
    const more = untold.length - named.length;
    const rest = more > 0 ? `. And ${more} more` : '';
    return [
      `It cannot be told of ${untold.length} more, which the answer leaves out, whether they are ${view.noun}: ${named.join('. ')}${rest}.`,
    ];
  });
}

function mayNotTell(filter: Filter): boolean {
  return 'any' in filter ? filter.any.some(mayNotTell) : CANNOT_TELL.some((word) => word === filter.is);
}

import { ordersRows } from '../../domain/amount.js';
import { measureHeading } from '../../domain/measure.js';
import type { TableView } from '../../domain/plan.js';
import { amountColumn, withoutAmount } from './amount-question.js';
import { groupColumn, type TableRequest } from './build-plan.js';
import { listed } from './effects.js';
import type { Question } from './question.js';
import type { Effect, Topic } from './topic.js';

type AmountTable = Pick<TableRequest, 'counts' | 'measure' | 'across' | 'each' | 'sort'> & {
  /** What brings the column that the amount is of. */
  readonly reads: readonly Effect[];
};

/** What an amount does to the table of a topic; a question to ask back where the topic does not tell it. */
export function amountTable(topic: Topic, question: Question): AmountTable | ReturnType<typeof withoutAmount> {
  const { amount, counts, group, perAccount, sort } = question;
  const plain = { counts, measure: undefined, across: false, each: undefined, sort, reads: [] };
  if (amount === undefined) return plain;
  const { descending } = amount;
  const across = group !== undefined && !perAccount;
  const orderedBy = (column: string) => sort ?? (descending === undefined ? undefined : { column, descending });
  if (amount.what === undefined) return { ...plain, counts: true, across, sort: orderedBy('Count') };
  const found = amountColumn(topic, amount);
  if (found === undefined) return withoutAmount(topic, amount);
  const { column, ...reads } = found;
  if (ordersRows(amount)) {
    if (group !== undefined && perAccount) {
      return {
        question: `I can tell the first of each account or of each ${group}, not of both at once.`,
        suggestions: [],
      };
    }
    const each = groupColumn(topic, group) ?? (perAccount ? 'Account' : undefined);
    return { ...plain, counts: false, each, sort: orderedBy(column), reads: [reads] };
  }
  const measure = { of: amount.of ?? 'sum', column };
  return { ...plain, counts: true, measure, across, sort: orderedBy(measureHeading(measure)), reads: [reads] };
}

/** The first words of a summary: "Count EC2 instances per account", "List EBS volumes, sorted by Size GiB, the largest first". */
export function viewsShown(
  { amount, group, perAccount, limit, sort: said }: Question,
  views: readonly TableView[],
  nouns: string,
): string {
  const [view] = views;
  const grouped = view?.kind === 'count';
  const groups = group === undefined ? [] : [group];
  const measures = views.flatMap(({ measure }) => (measure === undefined ? [] : [measureHeading(measure)]));
  const computed = measures.length > 0 ? `${listed([...new Set(measures)])} of` : grouped ? 'Count' : 'List';
  const each = !grouped && view?.by !== undefined;
  const per = grouped
    ? ` per ${listed(view.across === true ? groups : ['account', ...groups])}`
    : each
      ? ''
      : groups.map((word) => `, by ${word}`).join('');
  const sort = grouped || said !== undefined || amount !== undefined ? view?.sort : undefined;
  const [first, last] = amount?.what === 'time' && said === undefined ? ['newest', 'oldest'] : ['largest', 'smallest'];
  const direction =
    sort?.descending === true ? `, the ${first} first` : amount?.descending === false ? `, the ${last} first` : '';
  const order = sort === undefined ? '' : `, sorted by ${sort.column}${direction}`;
  const cut =
    limit === undefined
      ? ''
      : `, the first${limit === 1 && amount !== undefined ? '' : ` ${limit}`}${each ? ` of each ${group ?? (perAccount ? 'account' : '')}` : ''}`;
  return `${computed} ${nouns}${per}${order}${cut}`;
}

import type { Intent } from '../../domain/intent.js';
import type { Filter } from '../../domain/plan.js';
import type { TimeExpression, TimeRange } from '../../domain/time-expression.js';
import type { PlanningContext } from '../planner.js';
import { timesIn } from '../time/absolute-times.js';
import { pastOf, resolveTime } from '../time/resolve.js';
import { isoTime, rangeShown } from '../time/shown.js';
import { ownAccounts } from './follow-up-places.js';
import { regionsShown } from './question.js';
import type { QuestionReader } from './reader.js';
import type { Reading } from './reading.js';
import type { Token } from './tokens.js';
import { call, notEqual } from './topic.js';
import { lookupOf, thingOf, type Lookup } from './trail-lookup.js';
import { trailWishAt, type TrailWish } from './trail-words.js';

/**
 * Questions about who did what, answered from CloudTrail's event history: "who stopped i-… yesterday". Undefined for every other
 * question; what of it is not understood is asked back, because half of it would be an answer to another question.
 */
export function trailQuestion(
  reader: QuestionReader,
  tokens: readonly Token[],
  context: PlanningContext,
): Intent | undefined {
  const times = timesIn(tokens);
  const timeless = tokens.filter((_, at) => !times.some(({ from, to }) => at >= from && at < to));
  for (const [at] of timeless.entries()) {
    const wish = trailWishAt(timeless, at);
    if (wish === undefined) continue;
    const around = [...timeless.slice(0, at), ...timeless.slice(at + wish.length)];
    const reading = reader.read(around, context.accounts);
    if (reading.orders.length + reading.secrets.length > 0) return undefined;
    return intentOf(
      wish.value,
      reading,
      times.map(({ expression }) => expression),
      context,
    );
  }
  return undefined;
}

const EXAMPLES: readonly string[] = [
  'Who stopped EC2 instances yesterday?',
  'What did the user alice do in the last 3 hours?',
  'Who called DeleteBucket since Monday?',
];

function intentOf(
  wish: TrailWish,
  reading: Reading,
  times: readonly TimeExpression[],
  context: PlanningContext,
): Intent {
  const thing = thingOf(reading);
  if (typeof thing === 'string') return askBack(thing);
  if (times.length > 1) return askBack("CloudTrail's history can be asked for one stretch of time at once.");
  const time = times[0] ?? UNSAID;
  const asked = resolveTime(time, context);
  const range = historyOf(asked, context.now);
  if (range === undefined) {
    return askBack("CloudTrail's history holds the last 90 days: name a time within them that has begun.");
  }
  const lookup = lookupOf(wish, thing);
  if (typeof lookup === 'string') return askBack(lookup);
  const regions = regionsOf(reading, lookup);
  const { accounts, accountsShown, byDefault } = ownAccounts(reading, context.conversation, context.accounts);
  const notes = [
    accountsShown,
    `${regionsShown(regions, context.defaultRegions)}${regions.includes('all') && !reading.allRegions ? ', because it may have been in any' : ''}`,
    `${rangeShown(range, context.timeZone)}${times.length === 0 ? ', because no time was said' : ''}`,
    ...((asked.from ?? 0) < range.from ? ["CloudTrail's history goes no further back"] : []),
    'attempts that AWS refused are listed too',
    ...(lookup.note === undefined ? [] : [lookup.note]),
    ...(context.now - range.to < LATE ? ['what happened in the last minutes may not be recorded yet'] : []),
  ];
  return {
    kind: 'query',
    plan: {
      calls: [
        call('events', 'cloudtrail', 'LookupEvents', {
          params: {
            LookupAttributes: [{ AttributeKey: lookup.by, AttributeValue: lookup.value }],
            StartTime: isoTime(range.from),
            // The end counts in, and events are recorded by the second.
            EndTime: isoTime(range.to - 1),
          },
          columns: COLUMNS.map(([name, path]) => ({ name, path })),
        }),
      ],
      show: {
        title: lookup.noun.slice(0, 1).toUpperCase() + lookup.noun.slice(1),
        tables: [
          { call: 'events', filters: [...lookup.filters, ...withoutRegions(reading)], kind: 'rows', noun: lookup.noun },
        ],
      },
    },
    accounts,
    ...(byDefault ? { byDefault: true } : {}),
    regions,
    summary: [`List ${lookup.noun} (cloudtrail LookupEvents)`, ...notes].join('; '),
    planner: 'rules',
  };
}

const COLUMNS = [
  ['Time', 'EventTime'],
  ['Event', 'EventName'],
  ['User', 'Username'],
  ['Resources', 'Resources[].ResourceName'],
  ['Source', 'EventSource'],
  ['Read only', 'ReadOnly'],
] as const;

const UNSAID: TimeExpression = { kind: 'last', amount: 24, unit: 'hour' };
const DAY = 24 * 60 * 60_000;
const LATE = 15 * 60_000;

/** The part of a range that the history holds. A time without a beginning begins with the history. */
function historyOf(range: TimeRange, now: number): Required<TimeRange> | undefined {
  const oldest = now - 90 * DAY;
  const past = pastOf({ ...range, from: Math.max(range.from ?? oldest, oldest) }, now);
  return past === undefined || past.to <= oldest ? undefined : past;
}

function regionsOf(reading: Reading, { anywhere }: Lookup): readonly string[] {
  if (reading.allRegions) return ['all'];
  if (reading.regions.size > 0) return [...reading.regions];
  return anywhere === true ? ['all'] : [];
}

function withoutRegions(reading: Reading): readonly Filter[] {
  return [...reading.excludedRegions].map((region) => notEqual('Region', region));
}

function askBack(question: string): Intent {
  return { kind: 'clarify', question, suggestions: EXAMPLES };
}

import type { Narrowing } from '../../domain/condition.js';
import type { Filter } from '../../domain/plan.js';
import { inUnit, isSize } from './number-words.js';
import type { TimeBase } from '../time/resolve.js';
import { hasMetric, measurable, metricEffect } from './metrics.js';
import { timeEffect } from './time-effects.js';
import { trafficEffect } from './traffic-effects.js';
import { versionEffect } from './version-effects.js';
import { contains, equal, notEqual, type Condition, type Effect, type Topic } from './topic.js';

/**
 * What conditions mean for one topic; undefined when it has no such thing. Several positive states, engines, runtimes,
 * types or ids are alternatives ("running and stopped instances" are both); everything else must all hold.
 */
export function effectsOf(
  topic: Topic,
  narrowings: readonly Narrowing[],
  time: TimeBase,
): readonly Effect[] | undefined {
  const effects: Effect[] = [];
  const measured = measuredTime(narrowings);
  if (measured === 'several') return undefined;
  const alternatives = new Map<string, Effect[]>();
  for (const { condition, negated } of narrowings) {
    if (condition === measured) continue;
    const effect =
      condition.kind === 'metric'
        ? metricEffect(topic, condition.metric, measured?.expression, time)
        : effectOf(topic, condition, negated, time);
    if (effect === undefined) return undefined;
    const kind = ALTERNATIVES.has(condition.kind) && !negated ? condition.kind : undefined;
    if (kind === undefined) effects.push(effect);
    else alternatives.set(kind, [...(alternatives.get(kind) ?? []), effect]);
  }
  for (const group of alternatives.values()) effects.push(...anyOf(group));
  return effects;
}

const ALTERNATIVES: ReadonlySet<Condition['kind']> = new Set(['state', 'engine', 'runtime', 'type', 'id']);

type TimeCondition = Extract<Condition, { kind: 'time' }>;

/** The one time that metrics are asked for; it narrows nothing itself. */
function measuredTime(narrowings: readonly Narrowing[]): TimeCondition | 'several' | undefined {
  if (!narrowings.some(({ condition }) => condition.kind === 'metric')) return undefined;
  const times = narrowings.flatMap(({ condition }) =>
    condition.kind === 'time' && condition.event === 'measured' ? [condition] : [],
  );
  return times.length > 1 ? 'several' : times[0];
}

/** Whether the topic has what the condition speaks of. */
export function supports(topic: Topic, { condition, negated }: Narrowing): boolean {
  if (condition.kind === 'metric') return !negated && hasMetric(topic, condition.metric);
  if (condition.kind === 'time' && condition.event === 'measured') return !negated && measurable(topic);
  return effectOf(topic, condition, negated, SOME_TIME) !== undefined;
}

/** Whether a topic has a time does not depend on when it is asked. */
const SOME_TIME: TimeBase = { now: 0, timeZone: 'UTC' };

function effectOf(topic: Topic, condition: Condition, negated: boolean, time: TimeBase): Effect | undefined {
  switch (condition.kind) {
    case 'trait': {
      const trait = topic.traits?.[condition.trait];
      return negated ? trait?.no : trait?.yes;
    }
    case 'state':
      return stateEffect(topic, condition.value, negated);
    case 'number':
      return numberEffect(topic, condition, negated);
    case 'engine':
      return topic.engine === undefined ? undefined : textEffect(topic.engine, condition.value, true, negated, '');
    case 'runtime':
      return topic.runtime === undefined
        ? undefined
        : textEffect(topic.runtime, condition.value, !WHOLE_RUNTIME.test(condition.value), negated, '');
    case 'type':
      return typeEffect(topic, condition.value, negated);
    case 'tag':
      return topic.tag?.(condition.key, condition.value, !negated);
    case 'name':
      return nameEffect(topic, condition.value, condition.contains, negated);
    case 'id': {
      const filter = topic.ids?.[condition.prefix];
      if (filter === undefined || negated) return undefined;
      // The first is the topic's own id; the others are those of what it belongs to.
      const own = Object.keys(topic.ids ?? {})[0] === condition.prefix;
      const after = own ? condition.value : `of ${condition.value}`;
      return { serverFilters: [{ Name: filter, Values: [condition.value] }], after };
    }
    case 'time':
      return timeEffect(topic, condition, negated, time);
    case 'version':
      return versionEffect(topic, condition, negated);
    case 'traffic':
      return trafficEffect(topic, condition.traffic, condition.shown, negated);
    case 'metric':
      return undefined;
    default:
      return condition satisfies never;
  }
}

/** A runtime written out; "python" and "python3" mean all that begin so. */
const WHOLE_RUNTIME = /^(python\d+\.\d+|nodejs\d+\.x|java\d+(\.al2)?|dotnet\d+|ruby\d+\.\d+|provided(\.al\d+)?)$/;

function stateEffect(topic: Topic, word: string, negated: boolean): Effect | undefined {
  const { states } = topic;
  const value = states !== undefined && Object.hasOwn(states.values, word) ? states.values[word] : undefined;
  if (states === undefined || value === undefined) {
    const trait = topic.traits?.[word === 'in-use' ? 'attached' : word];
    return negated ? trait?.no : trait?.yes;
  }
  const note = states.note?.[word];
  const shared = note === undefined ? {} : { note };
  const text = `${negated ? 'not ' : ''}${word.replaceAll('-', ' ')}`;
  const shown = states.behind === true ? { ...shared, after: text } : { ...shared, before: text };
  if (negated) return { ...shown, filters: [notEqual(states.column, value)] };
  if (states.serverFilter !== undefined && typeof value === 'string') {
    return { ...shown, serverFilters: [{ Name: states.serverFilter, Values: [value] }] };
  }
  return { ...shown, filters: [equal(states.column, value)] };
}

/** Rows without the number pass neither way: what does not say its size is not small. */
function numberEffect(
  topic: Topic,
  condition: Extract<Condition, { kind: 'number' }>,
  negated: boolean,
): Effect | undefined {
  const measures = Object.entries(topic.numbers ?? {});
  const fitting = measures.filter(([name, { unit, onlyByName }]) =>
    condition.measure === undefined ? isSize(unit) && onlyByName !== true : name === condition.measure,
  );
  const [[name, measure] = []] = fitting;
  if (name === undefined || measure === undefined || fitting.length > 1) return undefined;
  const { column, unit, onlyByName: _, ...reads } = measure;
  const value = inUnit(condition, unit);
  if (value === undefined) return undefined;
  const shownUnit = condition.unit ?? unit;
  const is = negated === (condition.is === 'above') ? 'below' : 'above';
  const orEqual = condition.orEqual !== negated;
  const compared: Filter = { column, is, value };
  return {
    ...reads,
    filters: [orEqual ? { any: [compared, equal(column, value)] } : compared],
    after: `with ${name} ${orEqual ? 'at or ' : ''}${is} ${condition.value}${shownUnit === undefined ? '' : ` ${shownUnit}`}`,
  };
}

function typeEffect(topic: Topic, value: string, negated: boolean): Effect | undefined {
  if (topic.type === undefined) return undefined;
  const { column, serverFilter } = topic.type;
  if (serverFilter === undefined || negated) return textEffect(column, value, false, negated, '');
  return { serverFilters: [{ Name: serverFilter, Values: [value] }], before: value };
}

function nameEffect(topic: Topic, value: string, partly: boolean, negated: boolean): Effect | undefined {
  if (topic.name === undefined) return undefined;
  const after = `${negated ? 'not ' : ''}${partly ? 'with a name containing' : 'named'} "${value}"`;
  if (partly) return { filters: [{ column: topic.name, is: negated ? 'not-contains' : 'contains', value }], after };
  return { filters: [negated ? notEqual(topic.name, value) : equal(topic.name, value)], after };
}

function textEffect(column: string, value: string, partly: boolean, negated: boolean, lead: string): Effect {
  const before = `${negated ? 'non-' : ''}${lead}${value}`;
  if (!partly) return { filters: [negated ? notEqual(column, value) : equal(column, value)], before };
  return { filters: [negated ? { column, is: 'not-contains', value } : contains(column, value)], before };
}

/** Alternatives of one kind as one effect: values of one server filter together, or filters under an any-of. */
function anyOf(effects: readonly Effect[]): readonly Effect[] {
  const [first] = effects;
  if (first === undefined || effects.length === 1) return effects;
  const before = listed(
    effects.flatMap((effect) => effect.before ?? []),
    'or',
  );
  const after = listed(
    effects.flatMap((effect) => effect.after ?? []),
    'or',
  );
  const notes = effects.flatMap((effect) => effect.note ?? []);
  const shown = {
    ...(before === '' ? {} : { before }),
    ...(after === '' ? {} : { after }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  };
  const names = new Set(effects.flatMap((effect) => effect.serverFilters?.map((filter) => filter.Name) ?? []));
  const [name] = names;
  if (name !== undefined && names.size === 1 && effects.every((effect) => effect.filters === undefined)) {
    const values = effects.flatMap((effect) => effect.serverFilters?.flatMap((filter) => filter.Values) ?? []);
    return [{ ...shown, serverFilters: [{ Name: name, Values: [...new Set(values)] }] }];
  }
  const filters: readonly Filter[] = effects.flatMap((effect) => effect.filters ?? []);
  const served = effects.flatMap((effect) => effect.serverFilters ?? []);
  return [{ ...shown, filters: [{ any: filters }], ...(served.length === 0 ? {} : { serverFilters: served }) }];
}

export function listed(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`;
}

import type { Condition } from '../../domain/condition.js';
import type { CannotTell } from '../../domain/plan.js';
import type { Effect, Topic } from './topic.js';

const NEGATED: Readonly<Record<Extract<Condition, { kind: 'version' }>['is'], CannotTell>> = {
  older: 'not-older',
  'not-older': 'older',
  newer: 'not-newer',
  'not-newer': 'newer',
  same: 'other-version',
};

/** "PostgreSQL below 14" of a topic whose things have versions of that. */
export function versionEffect(
  topic: Topic,
  condition: Extract<Condition, { kind: 'version' }>,
  negated: boolean,
): Effect | undefined {
  const { versions } = topic;
  const name = condition.family ?? versions?.unnamed;
  const family =
    name !== undefined && versions !== undefined && Object.hasOwn(versions.families, name)
      ? versions.families[name]
      : undefined;
  if (versions === undefined || family === undefined) return undefined;
  const value = family.written === undefined ? condition.version : family.written(condition.version);
  if (value === undefined) return undefined;
  const standing = condition.is === 'same' ? 'same-version' : condition.is;
  const is: CannotTell = negated ? NEGATED[condition.is] : standing;
  const { column, families: _, unnamed: _unnamed, note, ...brought } = versions;
  const notes = [
    `"${condition.shown}" is taken as: ${column} ${SAID[is](value)}, number by number`,
    ...(family.note === undefined ? [] : [family.note]),
    ...(note === undefined ? [] : [note]),
  ];
  return {
    ...brought,
    filters: [...(family.filters ?? []), { column, is, value }],
    after: `on ${family.shown} ${SAID[is](condition.version)}`,
    note: notes.join('; '),
  };
}

const SAID: Readonly<Record<CannotTell, (version: string) => string>> = {
  older: (version) => `older than ${version}`,
  'not-older': (version) => `${version} or newer`,
  newer: (version) => `newer than ${version}`,
  'not-newer': (version) => `${version} or older`,
  'same-version': (version) => version,
  'other-version': (version) => `other than ${version}`,
  allows: (traffic) => traffic,
  'not-allows': (traffic) => traffic,
};

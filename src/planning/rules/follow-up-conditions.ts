import type { Condition, Narrowing } from '../../domain/condition.js';
import type { Traffic } from '../../domain/traffic.js';

/** What narrowed a question, after more was said: some of it takes the place of what was there, or goes on from it. */
export function narrowedBy(
  before: readonly Narrowing[],
  added: readonly Narrowing[],
  adds: boolean,
): readonly Narrowing[] {
  const next = added.map((narrowing) => ({ ...narrowing, condition: goneOn(narrowing.condition, before) }));
  const left = before.filter((old) => adds || !next.some(({ condition }) => replaces(condition, old.condition)));
  return [...left, ...next];
}

/** "And RDP?" is still from anywhere; "and below 15?" is still of PostgreSQL. */
function goneOn(next: Condition, before: readonly Narrowing[]): Condition {
  if (next.kind === 'version' && next.family === undefined) {
    const family = before.flatMap(({ condition }) => (condition.kind === 'version' ? (condition.family ?? []) : []))[0];
    return family === undefined ? next : { ...next, family };
  }
  if (next.kind !== 'traffic') return next;
  const old = before.flatMap(({ condition }) => trafficOf(condition) ?? [])[0];
  if (old === undefined) return next;
  const { services, peer, direction } = next.traffic;
  const traffic: Traffic = {
    direction,
    services: services.every(({ kind }) => kind === 'any') ? old.services : services,
    peer: peer === 'any' ? old.peer : peer,
  };
  return { ...next, traffic };
}

/** Being public, of things with rules, is to let anything in from anywhere. */
function trafficOf(condition: Condition): Traffic | undefined {
  if (condition.kind === 'traffic') return condition.traffic;
  const isPublic = condition.kind === 'trait' && condition.trait === 'public';
  return isPublic ? { direction: 'in', services: [{ kind: 'any' }], peer: 'anywhere' } : undefined;
}

/** Of these there is one at a time: another one takes its place. */
function replaces(next: Condition, old: Condition): boolean {
  if (next.kind === 'traffic') return trafficOf(old) !== undefined;
  if (next.kind !== old.kind) return false;
  if (next.kind === 'trait' && old.kind === 'trait') return next.trait === old.trait;
  if (next.kind === 'number' && old.kind === 'number') return next.measure === old.measure && next.is === old.is;
  if (next.kind === 'tag' && old.kind === 'tag') return next.key === old.key;
  if (next.kind === 'time' && old.kind === 'time') return next.event === old.event;
  if (next.kind === 'id' && old.kind === 'id') return next.prefix === old.prefix;
  return true;
}

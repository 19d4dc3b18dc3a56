import { trafficText, type Traffic } from '../../domain/traffic.js';
import type { Effect, Topic } from './topic.js';

/** "Allow SSH from anywhere" of things that have such rules. */
export function trafficEffect(topic: Topic, traffic: Traffic, shown: string, negated: boolean): Effect | undefined {
  const column = topic.rules?.[traffic.direction];
  if (column === undefined) return undefined;
  const value = trafficText(traffic);
  const whole =
    traffic.peer === 'anywhere' ? ' (all of the Internet, over IPv4 or IPv6, by one rule or several together)' : '';
  return {
    columns: [column],
    filters: [{ column: column.name, is: negated ? 'not-allows' : 'allows', value }],
    after: `that ${negated ? 'do not allow' : 'allow'} ${value}`,
    note: `"${shown}" is taken as: rules for ${value}${whole}; ranges of ports and rules for all traffic count`,
  };
}

/** What "open to the world" is, of things that have rules. */
export function openTraffic(column: { readonly name: string; readonly path: string }): {
  readonly yes: Effect;
  readonly no: Effect;
} {
  const value = 'any traffic from anywhere';
  const note = '"open to the world" is taken as: inbound rules for all of the Internet, over IPv4 or IPv6, on any port';
  return {
    yes: {
      columns: [column],
      filters: [{ column: column.name, is: 'allows', value }],
      after: 'open to the world',
      note,
    },
    no: {
      columns: [column],
      filters: [{ column: column.name, is: 'not-allows', value }],
      after: 'not open to the world',
      note,
    },
  };
}

import type { TimeExpression } from './time-expression.js';
import type { Traffic } from './traffic.js';

/**
 * What happened to a thing, or will, at the time that a condition speaks of. `age`: how long ago it came to be; `measured`: when what is
 * measured of it was so ("CPU over the last 3 hours").
 */
export type TimeEvent = 'age' | 'measured' | 'created' | 'expires' | 'rotated' | 'used' | 'signed-in';

/** A narrowing that a question asks for, before it is known what it means for the things asked about. */
export type Condition =
  | { readonly kind: 'trait'; readonly trait: string; readonly shown: string }
  | { readonly kind: 'state'; readonly value: string }
  | {
      readonly kind: 'number';
      readonly is: 'above' | 'below';
      /** "at least 10": ten itself, too. */
      readonly orEqual: boolean;
      readonly value: number;
      readonly unit?: 'B' | 'KiB' | 'MiB' | 'GiB' | 'TiB' | 'seconds' | 'minutes' | 'hours' | 'days';
      /** What is measured: "memory", "storage". Absent: what its unit says. */
      readonly measure?: string;
      readonly shown: string;
    }
  | { readonly kind: 'engine'; readonly value: string }
  | { readonly kind: 'runtime'; readonly value: string }
  | { readonly kind: 'type'; readonly value: string }
  | { readonly kind: 'tag'; readonly key: string; readonly value?: string }
  | { readonly kind: 'name'; readonly value: string; readonly contains: boolean }
  | { readonly kind: 'id'; readonly prefix: string; readonly value: string }
  | {
      readonly kind: 'time';
      readonly event: TimeEvent;
      readonly expression: TimeExpression;
      /** As written: "older than 90 days". */
      readonly shown: string;
    }
  | {
      readonly kind: 'version';
      readonly is: 'older' | 'not-older' | 'newer' | 'not-newer' | 'same';
      /** Its numbers: "14", "1.29". */
      readonly version: string;
      /** What it is a version of, by the rules' word for it. Absent: what the things asked about have one of. */
      readonly family?: string;
      readonly shown: string;
    }
  /** What the rules of a firewall let through: "allow SSH from anywhere". */
  | { readonly kind: 'traffic'; readonly traffic: Traffic; readonly shown: string }
  /** A CloudWatch metric, by the rules' word for it. */
  | { readonly kind: 'metric'; readonly metric: string; readonly shown: string };

/** A condition as a question has it: "running", "not running". */
export interface Narrowing {
  readonly condition: Condition;
  readonly negated: boolean;
}

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A time of day, as a clock on the wall has it. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** True: "14:00 UTC", whatever zone the person is in. */
  readonly utc?: boolean;
}

/** A point or a short stretch of time as a person names it: "Monday", "3 May", "yesterday at 14:00", "3 hours ago". */
export type Moment =
  /** Without a year: the nearest such day. */
  | {
      readonly kind: 'date';
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      readonly clock?: ClockTime;
    }
  | { readonly kind: 'month'; readonly year?: number; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  /** 1 is Monday. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly clock?: ClockTime }
  /** 0 is today, -1 yesterday. */
  | { readonly kind: 'day'; readonly offset: number; readonly clock?: ClockTime }
  /** The last time that it was so late. */
  | { readonly kind: 'clock'; readonly clock: ClockTime }
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: TimeUnit }
  /** "This month", "last week". */
  | { readonly kind: 'period'; readonly unit: TimeUnit; readonly offset: number }
  /** Milliseconds since the Unix epoch: a time that was written with its zone. */
  | { readonly kind: 'instant'; readonly at: number };

/**
 * A stretch of time as a person says it. Kept as it was said, so that "the last 3 hours", asked again, are the last three
 * hours of then.
 */
export type TimeExpression =
  | { readonly kind: 'last'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'next'; readonly amount: number; readonly unit: TimeUnit }
  /** "Within 30 days": of the past or the future, by what it is said of. */
  | { readonly kind: 'within'; readonly amount: number; readonly unit: TimeUnit }
  /** All of a moment: "yesterday", "on Monday", "this month". */
  | { readonly kind: 'during'; readonly moment: Moment }
  | { readonly kind: 'since'; readonly from: Moment }
  | { readonly kind: 'before'; readonly to: Moment }
  /** Both included. */
  | { readonly kind: 'between'; readonly from: Moment; readonly to: Moment };

/** Instants in milliseconds since the Unix epoch, `to` not included. A side that is absent is open. */
export interface TimeRange {
  readonly from?: number;
  readonly to?: number;
}

/** Who asks. Made by the door, never by what the request's body says. */
export interface Caller {
  readonly kind: 'operating-system-user' | 'verified' | 'anonymous' | 'studio';
  /** Stable name; for `anonymous` it is bound to the session id. */
  readonly name: string;
}

/** One string per caller, for keys. */
export function callerKey(caller: Caller): string {
  return `${caller.kind}:${caller.name}`;
}

/** Where the caller may travel along with an assumed session (`CENTRAL_OPS_CALLER_IN_SESSION`). */
export const CALLER_PLACES = ['session-name', 'source-identity', 'session-tags'] as const;

export type CallerPlace = (typeof CALLER_PLACES)[number];

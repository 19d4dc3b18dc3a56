/** The names of this program's tables. Those of the sandbox are others: an approval given there must open nothing outside of it. */
export interface Tables {
  readonly threads: string;
  readonly busySessions: string;
  readonly approvals: string;
}

export function tablesOf(prefix: 'central_ops' | 'central_ops_sandbox'): Tables {
  return {
    threads: `${prefix}_threads`,
    busySessions: `${prefix}_busy_sessions`,
    approvals: `${prefix}_approvals`,
  };
}

/**
 * Makes the tables that are missing. Two instances that start at once take turns: `CREATE TABLE IF NOT EXISTS` alone fails
 * when both create. Threads and approvals are text and not `jsonb`, which refuses the character U+0000.
 */
export function schemaOf({ threads, busySessions, approvals }: Tables): string {
  return `
BEGIN;
SELECT pg_advisory_xact_lock(7237004131);
CREATE TABLE IF NOT EXISTS ${threads} (
  thread_id text PRIMARY KEY,
  thread    text NOT NULL,
  bytes     bigint NOT NULL,
  used_at   bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS ${threads}_used_at ON ${threads} (used_at);
CREATE TABLE IF NOT EXISTS ${busySessions} (
  thread_id text PRIMARY KEY,
  holder    text NOT NULL,
  until     bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS ${approvals} (
  approval_id  text PRIMARY KEY,
  approval     text NOT NULL,
  decided      text,
  outcome      text,
  requested_at bigint NOT NULL
);
COMMIT;
`;
}

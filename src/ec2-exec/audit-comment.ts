import { createHash } from 'node:crypto';
import { type Caller, callerKey } from '../domain/caller.js';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html, Comment */
const LONGEST = 100;

/**
 * What the command history of Systems Manager shows of where a command came from: who, and in which run. An anonymous caller's name
 * is a session id, with which their runs can be read, so that a hash stands for it.
 */
export function auditComment(caller: Caller, runId: string): string {
  const name =
    caller.kind === 'anonymous'
      ? `anonymous-${createHash('sha256').update(callerKey(caller)).digest('hex').slice(0, 8)}`
      : caller.name;
  const end = ` ${runId}`;
  return `central-ops ${name.replaceAll(/[^\w+=,.@-]+/g, '-')}`.slice(0, LONGEST - end.length) + end;
}

import { phraseList } from './phrases.js';
import type { Token } from './tokens.js';

/**
 * Verbs that change something, in the form of an order. Found anywhere in a question they refuse it whole: "list the
 * instances and then stop them" is not half answered. "stopped" and "running" are not here: they describe.
 */
const CHANGING_VERBS: ReadonlySet<string> = new Set(
  `abort activate add adjust allocate allow amend append apply approve archive assign associate assume attach authorize
  authorise cancel change clean clone close configure connect convert copy create deactivate
  decommission decrease decrypt delete deny deploy deprovision deregister destroy detach disable disassociate disconnect
  downgrade downsize drain drop duplicate edit eject empty enable encrypt erase evict exec execute expand extend failover
  fix flush force grant halt harden hibernate increase initiate insert install invoke isolate kick kill launch lock
  make merge migrate modify mount move mutate nuke optimize optimise overwrite patch pause power promote provision publish
  purge push put quarantine quiesce reassign reboot rebuild recreate recycle redeploy register reject release relocate
  remediate remove rename renew repair replace replicate reset resize restart restore restrict resume retire revert revoke
  rollback rotate scale send shrink shut shutdown sleep spawn spin start stop subscribe suspend
  swap switch terminate throttle trigger truncate turn unblock undeploy unlock unmount unsubscribe untag update upgrade
  upload upsize wake whitelist wipe write`.split(/\s+/),
);

/** Verbs that are also something else; an order only where an order can stand. */
const SOMETIMES_VERBS: ReadonlySet<string> = new Set(
  'run open set tag snapshot export label ssh backup share block schedule import secure boot clear'.split(' '),
);

const ORDER_LEADS: ReadonlySet<string> = new Set(
  'and then to please also should must can could will would shall you let lets just now , finally afterwards'.split(
    ' ',
  ),
);

const SECRET_PHRASES = phraseList([
  'secret',
  'secrets',
  'secret value',
  'secret values',
  'secret access key',
  'secret access keys',
  'secret key',
  'secret keys',
  'access key secret',
  'access key secrets',
  'password',
  'passwords',
  'master password',
  'passphrase',
  'passphrases',
  'environment variable',
  'environment variables',
  'env variable',
  'env variables',
  'env var',
  'env vars',
  'user data',
  'userdata',
  'user-data',
  'token',
  'tokens',
  'session token',
  'session tokens',
  'credential',
  'credentials',
  'creds',
  'decrypted',
  'decrypted parameters',
  'decrypted values',
  'private key',
  'private keys',
  'api key',
  'api keys',
  'ssh key',
  'ssh keys',
  'connection string',
  'connection strings',
  'parameter value',
  'parameter values',
]);

/** The verb, where a word orders a change. */
export function changingVerbAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (token === undefined || token.quoted) return undefined;
  // "re-start" and "stop/start" are orders as well as their parts are.
  const parts = token.word.split(/[/_-]/).filter((part) => part !== '');
  const verb =
    parts.find((part) => CHANGING_VERBS.has(part) && (parts.length === 1 || parts.every(isVerbPart))) ??
    (SOMETIMES_VERBS.has(token.word) && isOrder(tokens, at) ? token.word : undefined);
  return verb;
}

/** How many words name something secret. */
export function secretAt(tokens: readonly Token[], at: number): number {
  return SECRET_PHRASES.match(tokens, at)?.length ?? 0;
}

function isVerbPart(part: string): boolean {
  return CHANGING_VERBS.has(part) || part === 're' || part === 'un' || part === 'de' || part === 'force';
}

/** At the beginning, or behind a word that leads to an order. */
function isOrder(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || (!before.quoted && ORDER_LEADS.has(before.word));
}

/** Verbs that mean what another verb of a topic's table means. */
const SYNONYMS: Readonly<Record<string, string>> = {
  terminate: 'delete',
  destroy: 'delete',
  remove: 'delete',
  kill: 'delete',
  nuke: 'delete',
  erase: 'delete',
  wipe: 'delete',
  purge: 'delete',
  drop: 'delete',
  decommission: 'delete',
  launch: 'create',
  provision: 'create',
  spawn: 'create',
  spin: 'create',
  restart: 'reboot',
  shut: 'stop',
  shutdown: 'stop',
  halt: 'stop',
};

/** What a verb would have called, by a topic's table; its last resort is the operation that changes settings. */
export function operationOf(mutations: Readonly<Record<string, string>>, verb: string): string | undefined {
  return mutations[verb] ?? mutations[SYNONYMS[verb] ?? ''] ?? mutations[''];
}

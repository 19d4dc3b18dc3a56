import { z } from 'zod';
import { type Caller, callerKey } from '../domain/caller.js';
import { CentralOpsError } from '../domain/errors.js';
import { parseJsonText } from '../domain/json-text.js';
import { membersOf } from './select-accounts.js';
import { createRegistry, type Registry } from './registry.js';

/**
 * Who may ask which accounts and agents: the access file (`CENTRAL_OPS_ACCESS`). A caller that no entry names may ask
 * nothing; several entries for one caller add up.
 */
export interface AccessRules {
  /** The registry as this caller sees it: what is outside does not exist for them. Throws `refused` when nothing is left. */
  registryFor(registry: Registry, caller: Caller): Registry;
  /** Whether the caller may have the agent invoked. */
  mayInvoke(agentId: string, caller: Caller): boolean;
}

/** Without an access file every caller of this deployment has the same rights. */
export const EVERYBODY: AccessRules = { registryFor: (registry) => registry, mayInvoke: () => true };

/** Any caller, verified or not. */
const ANYBODY = '*';

const AccessFile = z.strictObject({
  callers: z
    .array(
      z.strictObject({
        /** A verified name, an operating-system user, `anonymous`, `studio`, `*`, or `KIND:NAME` to name the kind as well. */
        caller: z.string().min(1).max(256),
        accounts: z.array(z.string().min(1).max(256)).default([]),
        agents: z.array(z.string().min(1).max(256)).default([]),
      }),
    )
    .min(1),
});

type Entry = z.output<typeof AccessFile>['callers'][number];

/** Checks a whole access file. Throws `configuration` with the place and the cure of everything that is wrong. */
export function parseAccess(text: string, origin: string): AccessRules {
  const json = parseJsonText(text);
  if (!json.ok) {
    throw invalid(origin, [`it is not JSON: it goes wrong at line ${json.line}, column ${json.column}`]);
  }
  const parsed = AccessFile.safeParse(json.value);
  if (!parsed.success) {
    throw invalid(
      origin,
      parsed.error.issues.map(({ path, message }) => `${path.length === 0 ? 'the file' : path.join('.')}: ${message}`),
    );
  }
  return createRules(parsed.data.callers, origin);
}

function createRules(entries: readonly Entry[], origin: string): AccessRules {
  const entriesOf = (caller: Caller): readonly Entry[] => entries.filter((entry) => names(entry.caller, caller));

  return {
    registryFor(registry, caller) {
      const own = entriesOf(caller);
      const selectors = own.flatMap((entry) => entry.accounts);
      if (selectors.length === 0) {
        throw new CentralOpsError(
          'refused',
          `${shown(caller)} may not ask any account: ${own.length === 0 ? `no entry of the access file ${origin} names this caller` : `the access file ${origin} gives this caller no accounts`}`,
          {
            facts: { caller: callerKey(caller), accessFile: origin },
            nextStep: `Whoever runs this deployment adds {"caller": "${callerName(caller)}", "accounts": ["all"]} or fewer accounts there.`,
          },
        );
      }
      const members = new Set(membersOf(registry, selectors));
      return {
        ...registry,
        ...createRegistry(
          registry.accounts().filter((account) => members.has(account)),
          `${registry.origin} (as far as ${shown(caller)} may ask)`,
        ),
      };
    },
    mayInvoke: (agentId, caller) =>
      entriesOf(caller).some((entry) => entry.agents.includes(agentId) || entry.agents.includes('all')),
  };
}

/**
 * An anonymous caller's name is a session id that they chose themselves, so no entry can name it: only `anonymous` and
 * `*` mean them.
 */
function names(written: string, caller: Caller): boolean {
  if (written === ANYBODY || written === caller.kind) return true;
  return caller.kind !== 'anonymous' && (written === caller.name || written === callerKey(caller));
}

function callerName(caller: Caller): string {
  return caller.kind === 'anonymous' ? caller.kind : caller.name;
}

function shown(caller: Caller): string {
  return caller.kind === 'anonymous' ? 'An anonymous caller' : caller.name;
}

function invalid(origin: string, problems: readonly string[]): CentralOpsError {
  return new CentralOpsError('configuration', `the access file ${origin} cannot be used: ${problems.join('; ')}`, {
    facts: { problems: [...problems] },
    nextStep: 'Write {"callers": [{"caller": "alice", "accounts": ["production"], "agents": []}]}.',
  });
}

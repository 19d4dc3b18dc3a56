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

import type { OperationName } from '../../domain/intent.js';
import type { Catalogue } from '../catalogue/facts.js';
import { candidatesFor } from './candidates.js';
import { buildIndex } from './operation-index.js';
import { readQuery } from './query.js';
import { featuresOf } from './score.js';
import { stem, wordsOf } from './terms.js';
import { loadWording } from './wording/index.js';

/** Finds what an order would have called, to say so when it is refused. Nothing that it finds is ever called. */
export interface MutationSearch {
  find(verb: string, words: string): OperationName | undefined;
}

/** The verbs of APIs that do what a word orders, the most fitting first. */
const MEANT: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `update: update put modify set change
  start: start run resume enable activate
  run: run invoke start execute send
  launch: run launch start create
  stop: stop suspend pause disable cancel
  reboot: reboot restart reset
  restart: restart reboot start update
  delete: delete terminate remove deregister cancel release purge schedule
  terminate: terminate delete stop
  cancel: cancel stop abort delete
  create: create run put allocate request register start
  add: add put create attach register associate authorize tag
  remove: remove delete detach deregister disassociate revoke untag
  attach: attach associate add register
  detach: detach disassociate remove
  enable: enable put update start activate modify
  disable: disable put update stop deactivate modify delete
  rotate: rotate create update
  encrypt: enable put modify update create
  tag: tag create add put
  untag: untag delete remove
  open: authorize create put modify
  close: revoke close update delete
  allow: authorize put add create
  block: put update create revoke
  grant: create put attach grant add authorize
  revoke: revoke delete remove detach
  give: create put attach grant add authorize
  invoke: invoke start execute run send
  send: send publish put
  publish: publish send put
  deploy: deploy create start update
  scale: update set modify put
  resize: modify resize update
  restore: restore start create
  copy: copy start create
  import: import start create
  export: export start create
  share: modify share create put
  approve: put approve accept
  accept: accept approve
  reject: reject decline
  purge: purge delete
  empty: delete purge empty
  failover: failover promote
  promote: promote failover
  upgrade: update modify upgrade
  release: release delete
  allocate: allocate create
  move: move update modify
  rollback: rollback continue cancel update
  invalidate: create invalidate`
    .split('\n')
    .map((line) => line.trim().split(': '))
    .map(([verb = '', meant = '']) => [verb, meant.split(' ')] as const),
);

/** Other words for the verbs above. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  `delete: destroy nuke erase wipe drop decommission rid clean cleanup trash eliminate discard tidy prune clear deleted removed gone
  terminate: terminated
  stop: shut shutdown halt stopped pause suspend hibernate kill
  start: begin trigger kick retry rerun wake boot resume bring started
  create: provision spawn spin make build insert write save store generate buy purchase order issue take snapshot backup put
  reboot: bounce cycle rebooted restarted
  enable: activate
  disable: deactivate silence mute snooze
  scale: bump increase decrease raise lower double halve reduce shrink expand extend grow
  update: change modify edit adjust configure set fix patch alter replace rename harden remediate
  rotate: rotated renew
  attach: associate join
  tag: label mark
  move: migrate transfer`
    .split('\n')
    .map((line) => line.trim().split(': '))
    .flatMap(([verb = '', words = '']) => words.split(' ').map((word) => [word, verb] as const)),
);

/** "Turn it off", "switch it on": the small word says which. */
const SWITCHES = new Set(['turn', 'switch', 'power', 'shut']);
const GENERIC = ['update', 'modify', 'put', 'set'];

/** Indexes the names of what is never called. Half a second; only a refusal asks for it. */
export async function createMutationSearch(catalogue: Catalogue): Promise<MutationSearch> {
  const names: OperationName[] = [];
  for (const { service, operations } of catalogue.services()) {
    for (const operation of operations) {
      const access = catalogue.find(service, operation)?.access;
      if (access !== 'Read' && access !== 'List') names.push({ service, operation });
    }
  }
  const services = [...catalogue.services()].map(({ service, label }) => ({ service, names: [label] }));
  const index = buildIndex(
    names.map((name) => ({ ...name, needs: 0 })),
    services,
    // Names of services alone: the phrases are of what is read.
    (await loadWording()).map((entry) => ({ ...entry, operations: {} })),
  );

  return {
    find(verb, words) {
      // "Encrypt the buckets": the verb may also be a noun of the name.
      const query = readQuery(`${verb} ${words}`);
      const candidates = candidatesFor(index, query);
      const fitting = verbsFor(SWITCHES.has(verb) ? (/\bon\b/i.test(words) ? 'enable' : 'stop') : verb);
      const [best] = featuresOf(index, query, candidates)
        .flatMap((features, position) => {
          const operation = candidates[position]?.operation;
          if (operation === undefined) return [];
          const rank = fitting.indexOf(operation.verb);
          const known = rank < 0 ? (GENERIC_STEMS.has(operation.verb) ? 0.2 : 0) : 1 - rank / 5;
          const { namePrecision, subjectHead, service, covered, prior, extra, base } = features;
          // `Publish` and `Invoke` have no noun that could be missed.
          const named = operation.name.length === 0 ? 1 : namePrecision;
          const about = named + subjectHead + service + 1.5 * covered + prior + base - 0.3 * extra;
          return known === 0 ? [] : [{ operation, score: about + 3.5 * known }];
        })
        .sort((left, right) => right.score - left.score || left.operation.id - right.operation.id);
      if (best === undefined) return undefined;
      const { service, operation } = best.operation.source;
      return { service, operation };
    },
  };
}

function verbsFor(verb: string): readonly string[] {
  const [word = ''] = wordsOf(verb);
  const canonical = MEANT[word] === undefined ? (SAME[word] ?? word) : word;
  const meant = [word, canonical, ...(MEANT[canonical] ?? []), ...(MEANT[SAME[word] ?? ''] ?? [])];
  return [...new Set(meant.map((one) => stem(one)))];
}

const GENERIC_STEMS: ReadonlySet<string> = new Set(GENERIC.map((word) => stem(word)));

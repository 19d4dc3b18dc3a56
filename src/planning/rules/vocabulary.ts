import { lines, words } from './text-lists.js';

/** The words that the rules know besides the nouns of the topics. All lower case; phrases are split at spaces. */

/** Words that carry nothing: courtesy, articles, grammar. Whatever is not here or elsewhere is not understood. */
export const STOP_WORDS: ReadonlySet<string> = words(`
  a an the of and or , is are am i do does have has having there here that which what whose who where me my mine we us
  our ours you your it its they their them these those this in on at for from with within inside across over as all any
  some every exist exists existing currently current now please kindly hi hello help hey thanks thank list show display print
  give get find tell see view describe enumerate fetch know summarize summarise details detail info information about
  overview one ones only just also too both such aws amazon account accounts then exactly overall together own deployed
  configured still using use uses did was were runtime runtimes type types state status engine class size
`);

/** Phrases of courtesy that hold words which would mean something elsewhere. */
export const COURTESIES: readonly string[] = lines(`
  can you
  could you
  would you
  can i see
  can i get
  i want to see
  i want to know
  i would like to see
  i would like to know
  i'd like to see
  i'd like to know
  i need to know
  i need to see
  let me know
  let me see
  let's see
  make a list of
  give me a list of
  give me an overview of
  in total
  at the moment
  right now
  as well as
  as well
  each of
  out of
  look up
  i need a list of
  i want a list of
  do you know
`);

/** What makes the answer a number. */
export const COUNT_PHRASES: readonly string[] = lines(`
  how many
  number of
  numbers of
  total number of
  total number
  total count of
  total count
  count of
  counts of
  count
  counts
  counted
  the count
`);

/** Verbs that make the answer a list, even next to a grouping. */
export const LIST_VERBS: ReadonlySet<string> = words(
  'list show display print give get find tell see view describe enumerate fetch which what details',
);

export const NEGATIONS: readonly string[] = lines(`
  not
  no
  non
  without
  never
  aren't
  isn't
  arent
  isnt
  don't
  dont
  doesn't
  doesnt
  don't have
  doesn't have
  do not have
  does not have
  haven't
  hasn't
  lacking
  lack
  lacks
  missing
  cannot
`);

export const EXCEPTIONS: readonly string[] = lines(`
  except
  except for
  excepting
  excluding
  exclude
  all but
  all accounts but
  every account but
  everything but
  everywhere but
  but not
  but not in
  but
  other than
  apart from
  aside from
  besides
  ignoring
  ignore
  skipping
  skip
  leaving out
  minus
  outside
  outside of
  not in
  not including
`);

/** Words before a grouping: "per account", "in each Region", "grouped by type". */
export const GROUP_LEADS: readonly string[] = lines(`
  by
  per
  for each
  in each
  from each
  across each
  within each
  each
  grouped by
  group by
  broken down by
  broken out by
  breakdown by
  split by
  sorted by
  sort by
  ordered by
  order by
  and by
  and per
`);

/** What one can group by, to the words that topics know. */
export const GROUPS: Readonly<Record<string, string>> = {
  account: 'account',
  accounts: 'account',
  'aws account': 'account',
  'account id': 'account',
  'account name': 'account',
  region: 'region',
  regions: 'region',
  'aws region': 'region',
  state: 'state',
  status: 'state',
  states: 'state',
  type: 'type',
  types: 'type',
  size: 'type',
  class: 'type',
  'instance type': 'type',
  'instance types': 'type',
  'instance class': 'type',
  'instance size': 'type',
  'volume type': 'type',
  engine: 'engine',
  engines: 'engine',
  'database engine': 'engine',
  runtime: 'runtime',
  runtimes: 'runtime',
  version: 'version',
  versions: 'version',
  'engine version': 'version',
  'kubernetes version': 'version',
  vpc: 'vpc',
  cluster: 'cluster',
  'ecs cluster': 'cluster',
  'eks cluster': 'cluster',
  zone: 'zone',
  'availability zone': 'zone',
  az: 'zone',
  memory: 'memory',
  'launch type': 'launch type',
  namespace: 'namespace',
  metric: 'metric',
  retention: 'retention',
  path: 'path',
  name: 'name',
  environment: 'environment',
};

/** The words that the rules know besides the nouns of the topics. All lower case; phrases are split at spaces. */

/** Words that carry nothing: courtesy, articles, grammar. Whatever is not here or elsewhere is not understood. */
export const STOP_WORDS: ReadonlySet<string> = phrases(`
  a an the of and or , is are am i do does have has having there here that which what whose who where me my mine we us
  our ours you your it its they their them these those this in on at for from with within inside across over as all any
  some every exist exists existing currently current now please kindly hi hello hey thanks thank list show display print
  give get find tell see view describe enumerate fetch know summarize summarise details detail info information about
  overview one ones only just also too both such aws amazon account accounts then exactly overall together own deployed
  configured using use uses runtime runtimes type types state status engine class size
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
  count of
  counts of
  count
  counts
  counted
  the count
`);

/** Verbs that make the answer a list, even next to a grouping. */
export const LIST_VERBS: ReadonlySet<string> = phrases(
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

export const ALL_ACCOUNTS: readonly string[] = lines(`
  all accounts
  all the accounts
  all of the accounts
  all my accounts
  all our accounts
  all of our accounts
  all of my accounts
  all aws accounts
  all target accounts
  all member accounts
  every account
  every aws account
  every single account
  any account
  the whole organization
  the whole organisation
  the organization
  the organisation
  the entire organization
  our organization
  my organization
  whole org
  the org
  organization
  organisation
  org
  org-wide
  organization-wide
  the fleet
`);

export const ALL_REGIONS: readonly string[] = lines(`
  all regions
  all the regions
  all aws regions
  all of the regions
  all enabled regions
  all our regions
  all available regions
  every region
  every aws region
  every single region
  every enabled region
  any region
  everywhere
  worldwide
  globally
  each and every region
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

/** Regions by the names that the console gives them: https://docs.aws.amazon.com/global-infrastructure/latest/regions/ */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  virginia: 'us-east-1',
  'n. virginia': 'us-east-1',
  'n virginia': 'us-east-1',
  'north virginia': 'us-east-1',
  'northern virginia': 'us-east-1',
  ohio: 'us-east-2',
  'n. california': 'us-west-1',
  'n california': 'us-west-1',
  'north california': 'us-west-1',
  'northern california': 'us-west-1',
  california: 'us-west-1',
  oregon: 'us-west-2',
  montreal: 'ca-central-1',
  calgary: 'ca-west-1',
  'sao paulo': 'sa-east-1',
  'são paulo': 'sa-east-1',
  mexico: 'mx-central-1',
  ireland: 'eu-west-1',
  dublin: 'eu-west-1',
  london: 'eu-west-2',
  paris: 'eu-west-3',
  frankfurt: 'eu-central-1',
  zurich: 'eu-central-2',
  zürich: 'eu-central-2',
  milan: 'eu-south-1',
  spain: 'eu-south-2',
  stockholm: 'eu-north-1',
  'cape town': 'af-south-1',
  bahrain: 'me-south-1',
  uae: 'me-central-1',
  'tel aviv': 'il-central-1',
  'hong kong': 'ap-east-1',
  taipei: 'ap-east-2',
  tokyo: 'ap-northeast-1',
  seoul: 'ap-northeast-2',
  osaka: 'ap-northeast-3',
  mumbai: 'ap-south-1',
  hyderabad: 'ap-south-2',
  singapore: 'ap-southeast-1',
  sydney: 'ap-southeast-2',
  jakarta: 'ap-southeast-3',
  melbourne: 'ap-southeast-4',
  malaysia: 'ap-southeast-5',
  'new zealand': 'ap-southeast-6',
  auckland: 'ap-southeast-6',
  thailand: 'ap-southeast-7',
  bangkok: 'ap-southeast-7',
  beijing: 'cn-north-1',
  ningxia: 'cn-northwest-1',
};

/** Yes/no properties by their phrases; `no: true` where the phrase says its opposite. */
export const TRAIT_PHRASES: readonly {
  readonly trait: string;
  readonly no?: true;
  readonly phrases: readonly string[];
}[] = [
  {
    trait: 'public',
    phrases: lines(`
      public
      publicly
      publicly accessible
      publicly available
      publicly readable
      publicly exposed
      public access
      publicly reachable
      internet facing
      internet-facing
      exposed
      exposed to the internet
      exposed to the world
      open to the world
      open to the internet
      open to everyone
      open to the public
      open to 0.0.0.0/0
      accessible from the internet
      reachable from the internet
      public ip
      public ips
      public ip address
      public ip addresses
      public endpoint
      public endpoints
      a public ip
      a public endpoint
      world readable
      world-readable
    `),
  },
  { trait: 'public', no: true, phrases: lines('private\nprivately accessible\nnon-public\nnonpublic') },
  {
    trait: 'encrypted',
    phrases: lines(`
      encrypted
      encrypted at rest
      encryption
      encryption at rest
      storage encryption
      default encryption
      server side encryption
      server-side encryption
      kms key
    `),
  },
  { trait: 'encrypted', no: true, phrases: lines('unencrypted\nnon-encrypted\nnonencrypted\nun-encrypted') },
  { trait: 'multi-az', phrases: lines('multi-az\nmulti az\nmultiaz\nhighly available') },
  { trait: 'multi-az', no: true, phrases: lines('single-az\nsingle az') },
  { trait: 'deletion-protection', phrases: lines('deletion protection\ndeletion-protected\ndeletion protected') },
  { trait: 'default', phrases: ['default'] },
  { trait: 'default', no: true, phrases: ['non-default'] },
  { trait: 'attached', phrases: lines('attached\nassociated') },
  { trait: 'attached', no: true, phrases: lines('unattached\ndetached\nunused\nunassociated\norphaned\nnot in use') },
  { trait: 'versioned', phrases: lines('versioning\nversioned\nbucket versioning\nobject versioning') },
  { trait: 'versioned', no: true, phrases: ['unversioned'] },
  { trait: 'logging', phrases: lines('logging\naccess logging\naccess logs\nserver access logging') },
  {
    trait: 'retention',
    phrases: lines('retention\na retention\nretention policy\na retention policy\nretention period\nexpire\nexpiring'),
  },
  { trait: 'retention', no: true, phrases: lines('never expire\nnever expires\nnever expiring') },
  {
    trait: 'mfa',
    phrases: lines('mfa\nmfa device\nmfa devices\nmulti-factor authentication\nmulti factor authentication\n2fa'),
  },
  { trait: 'tagged', phrases: lines('tagged\ntags\nany tags\nany tag') },
  { trait: 'tagged', no: true, phrases: ['untagged'] },
  { trait: 'imdsv2', phrases: lines('imdsv2\nrequire imdsv2\nrequiring imdsv2\nenforce imdsv2\nenforcing imdsv2') },
  { trait: 'imdsv2', no: true, phrases: ['imdsv1'] },
  { trait: 'spot', phrases: ['spot'] },
  { trait: 'fargate', phrases: lines('fargate\non fargate') },
  { trait: 'actions-enabled', phrases: ['enabled'] },
  { trait: 'actions-enabled', no: true, phrases: ['disabled'] },
];

/** States by their phrases, to the words that topics know. */
export const STATE_PHRASES: Readonly<Record<string, string>> = {
  running: 'running',
  'up and running': 'running',
  stopped: 'stopped',
  'shut down': 'stopped',
  stopping: 'stopping',
  terminated: 'terminated',
  'shutting down': 'shutting-down',
  'shutting-down': 'shutting-down',
  pending: 'pending',
  available: 'available',
  active: 'active',
  inactive: 'inactive',
  draining: 'draining',
  provisioning: 'provisioning',
  failed: 'failed',
  creating: 'creating',
  deleting: 'deleting',
  deleted: 'deleted',
  updating: 'updating',
  modifying: 'modifying',
  rebooting: 'rebooting',
  starting: 'starting',
  'backing up': 'backing-up',
  'in use': 'in-use',
  'in-use': 'in-use',
  paused: 'paused',
  completed: 'completed',
  'in alarm': 'in-alarm',
  'in alarm state': 'in-alarm',
  'in the alarm state': 'in-alarm',
  'alarm state': 'in-alarm',
  alarming: 'in-alarm',
  firing: 'in-alarm',
  triggered: 'in-alarm',
  ok: 'ok',
  'insufficient data': 'insufficient-data',
};

/** Database engines by what RDS's engine names contain. */
export const ENGINES: Readonly<Record<string, string>> = {
  postgres: 'postgres',
  postgresql: 'postgres',
  mysql: 'mysql',
  mariadb: 'mariadb',
  aurora: 'aurora',
  'aurora-mysql': 'aurora-mysql',
  'aurora mysql': 'aurora-mysql',
  'aurora-postgresql': 'aurora-postgresql',
  'aurora postgresql': 'aurora-postgresql',
  'aurora postgres': 'aurora-postgresql',
  oracle: 'oracle',
  sqlserver: 'sqlserver',
  'sql server': 'sqlserver',
  db2: 'db2',
};

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function phrases(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

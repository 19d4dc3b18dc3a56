import { lines } from './text-lists.js';

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
  { trait: 'public', no: true, phrases: lines('private\ninternal\nprivately accessible\nnon-public\nnonpublic') },
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
  { trait: 'imdsv2', no: true, phrases: lines('imdsv1\nallow imdsv1\nallowing imdsv1\nimdsv1 allowed') },
  {
    trait: 'instance-profile',
    phrases: lines('instance profile\ninstance profiles\niam role attached\niam instance profile'),
  },
  { trait: 'targets', phrases: lines('targets\nregistered targets\nany targets') },
  {
    trait: 'rotation',
    phrases: lines(
      'rotation\nkey rotation\nautomatic rotation\nautomatic key rotation\nautomatically rotated\nrotated automatically',
    ),
  },
  { trait: 'customer-managed', phrases: lines('customer managed\ncustomer-managed') },
  { trait: 'customer-managed', no: true, phrases: lines('aws managed\naws-managed') },
  { trait: 'pending-deletion', phrases: lines('pending deletion\nscheduled for deletion') },
  { trait: 'multi-region', phrases: lines('multi-region\nmulti region\nmultiregion') },
  { trait: 'multi-region', no: true, phrases: lines('single-region\nsingle region') },
  { trait: 'log-validation', phrases: lines('log file validation\nlog validation') },
  { trait: 'recording', phrases: lines('recording') },
  {
    trait: 'tunnels-down',
    phrases: lines('tunnels down\ntunnel down\na tunnel down\ndown tunnels\ntunnels that are down'),
  },
  { trait: 'spot', phrases: ['spot'] },
  { trait: 'fargate', phrases: lines('fargate\non fargate') },
  {
    trait: 'pitr',
    phrases: lines('point-in-time recovery\npoint in time recovery\npitr\ncontinuous backups\ncontinuous backup'),
  },
  {
    trait: 'on-demand',
    phrases: lines('on-demand\non demand\npay per request\npay-per-request\non-demand billing\non-demand capacity'),
  },
  { trait: 'on-demand', no: true, phrases: lines('provisioned\nprovisioned capacity\nprovisioned billing') },
  { trait: 'empty', phrases: ['empty'] },
  {
    trait: 'messages',
    phrases: lines(
      'messages\nmessages waiting\nwaiting messages\nvisible messages\nmessages in them\na backlog\nbacklog',
    ),
  },
  {
    trait: 'dead-letter-queue',
    phrases: lines(
      'a dead-letter queue\na dead letter queue\na dlq\ndead-letter queue\ndead letter queue\ndead-letter queues\ndead letter queues\ndlq\ndlqs\nredrive policy',
    ),
  },
  {
    trait: 'subscribers',
    phrases: lines('subscribers\nsubscriber\nsubscriptions\nsubscription\nany subscribers\nany subscriptions'),
  },
  { trait: 'actions', phrases: lines('actions\nalarm actions\nany actions\nany action') },
  { trait: 'actions-enabled', phrases: lines('actions enabled\nactions are enabled') },
  { trait: 'actions-enabled', no: true, phrases: lines('actions disabled\nactions are disabled\nactions turned off') },
  {
    trait: 'auto-minor-upgrade',
    phrases: lines(
      'auto minor version upgrade\nauto minor version upgrades\nautomatic minor version upgrade\nautomatic minor version upgrades\nauto minor upgrades\nminor version upgrades',
    ),
  },
  { trait: 'backups', phrases: lines('backups\nautomated backups\nautomatic backups') },
  {
    trait: 'termination-protection',
    phrases: lines('termination protection\ntermination-protected\ntermination protected'),
  },
  { trait: 'drifted', phrases: lines('drifted\ndrift\nin drift') },
  { trait: 'rolled-back', phrases: lines('rolled back\nrollback\nrollback state\nin rollback\nin a rollback state') },
  { trait: 'scan-on-push', phrases: lines('scan on push\nscan-on-push\nscanning on push\nimage scanning') },
  { trait: 'immutable', phrases: lines('immutable\nimmutable tags\nimmutable image tags\ntag immutability') },
  { trait: 'immutable', no: true, phrases: lines('mutable\nmutable tags\nmutable image tags') },
  {
    trait: 'encrypted-in-transit',
    phrases: lines('encrypted in transit\nencryption in transit\nin-transit encryption\ntransit encryption'),
  },
  { trait: 'node-to-node-encryption', phrases: lines('node-to-node encryption\nnode to node encryption') },
  {
    trait: 'update-available',
    phrases: lines(
      'update available\nan update available\nupdates available\nsoftware update available\nservice software update',
    ),
  },
  {
    trait: 'vpc',
    phrases: lines('in a vpc\nin vpcs\ninside a vpc\nattached to a vpc\nconnected to a vpc\nvpc access'),
  },
  { trait: 'layers', phrases: lines('layers\nany layers') },
  { trait: 'locked', phrases: lines('locked\nvault lock') },
  { trait: 'locked', no: true, phrases: ['unlocked'] },
  { trait: 'waf', phrases: lines('a web acl\nweb acl\na waf\nwaf\nprotected by waf') },
  { trait: 'https-only', phrases: lines('https only\nhttps-only\nenforce https\nrequire https\nredirect to https') },
  {
    trait: 'https-only',
    no: true,
    phrases: lines('allow http\nallow plain http\nserve http\nserve plain http\naccept http'),
  },
  {
    trait: 'at-maximum',
    phrases: lines(
      'at max\nat maximum\nat their maximum\nat their max\nat max capacity\nat maximum capacity\nat max size\nmaxed out\nat their maximum size\nat their maximum capacity',
    ),
  },
  {
    trait: 'below-desired',
    phrases: lines(
      'below desired\nbelow the desired count\nbelow desired count\nbelow their desired count\nless than desired\nfewer than desired\nfewer running tasks than desired\nless running tasks than desired\nfewer tasks than desired\nrunning fewer than desired\nrunning less than desired\nrunning fewer tasks than desired\nunder desired',
    ),
  },
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
  'pending acceptance': 'pending-acceptance',
  'pending validation': 'pending-validation',
  issued: 'issued',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  revoked: 'revoked',
  rejected: 'rejected',
  'in service': 'in-service',
  'in-service': 'in-service',
  inservice: 'in-service',
  waiting: 'waiting',
  idle: 'waiting',
  aborted: 'aborted',
  expired: 'expired',
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

import { stem } from './terms.js';

/** Short forms and other names, written out before anything else is read. */
export const REWRITES: readonly (readonly [pattern: RegExp, replacement: string])[] = (
  [
    ['k8s|kube', 'kubernetes'],
    ['lbs?|elbs?', 'load balancer'],
    ['albs?', 'application load balancer alb'],
    ['nlbs?', 'network load balancer nlb'],
    ['asgs?', 'auto scaling group'],
    ['sgs?', 'security group'],
    ['nacls?', 'network acl'],
    ['enis?', 'network interface'],
    ['eips?', 'elastic ip address'],
    ['elastic ips?', 'elastic ip address'],
    ['igws?', 'internet gateway'],
    ['tgws?', 'transit gateway'],
    ['nat gws?|nats', 'nat gateway'],
    ['repos?', 'repository'],
    ['certs?', 'certificate'],
    ['dbs?', 'db database'],
    ['ous?', 'organizational unit'],
    ['scps?', 'service control policy'],
    ['cfn', 'cloudformation'],
    ['idps?', 'identity provider'],
    ['cves?', 'vulnerability cve'],
    ['ris', 'reserved instances'],
    ['sfn', 'step functions'],
    ['ddb', 'dynamodb'],
    ['cw', 'cloudwatch'],
    ['r53', 'route 53'],
    ['sm', 'systems manager'],
    ['msk', 'msk kafka'],
    ['mwaa', 'mwaa airflow'],
    ['emr', 'emr'],
    ['tls', 'tls ssl'],
    ['perms', 'permissions'],
    ['configs', 'configurations'],
    ['envs', 'environments'],
    ['apps', 'applications'],
    ['param store', 'parameter store'],
    ['guard duty', 'guardduty'],
    ['back(?:ed|ing)?[ -]ups?', 'backup'],
    ['fail(?:ed|ing)?[ -]over', 'failover'],
  ] as const
).map(([words, replacement]) => [new RegExp(`\\b(?:${words})\\b`, 'gi'), replacement] as const);

/** Words that often mean another: read from left to right, by their stems. */
export const MEANT_ALSO: ReadonlyMap<string, readonly string[]> = new Map(
  `vm instance
  machine instance
  server instance
  box instance
  host instance
  disk volume
  drive volume
  database db
  db database
  image ami
  ami image
  firewall firewall
  queue queue
  topic topic
  cert certificate
  key key
  user user
  owner owner
  expire expiration
  expiring expiration
  expiry expire
  serverless serverless
  lambda function
  function lambda
  subscriber subscription
  subscribed subscription
  subscribe subscription
  vulnerable vulnerability
  permitted permission
  allowed permission
  trigger event notification
  triggered event
  spend cost usage
  spent cost usage
  spending cost usage
  bill cost
  billing cost
  price cost
  costs usage
  cost usage
  forecast forecast
  mfa mfa
  admin administrator
  administrator admin
  compliant compliance
  noncompliant compliance
  compliance compliant
  backed backup
  retention retention
  replicate replication
  replicated replication
  replicating replication
  peered peering
  domain domain
  record record
  secret secret
  pipeline pipeline
  build build
  deployed deployment
  deploy deployment
  deployment deploy
  container container
  pod pod
  kafka kafka
  redis redis
  event event
  log log
  alert alarm
  alarm alarm
  metric metric
  autoscaling scaling
  autoscaler scaling
  quota quota
  limit quota
  limits quota
  recommendation recommendation
  suggestion recommendation
  rightsizing recommendation
  oversized recommendation
  patched patch
  patching patch
  encrypted encryption
  scheduled schedule
  cron schedule
  job job
  stack stack
  drifted drift
  shared share
  sharing share
  login user
  cdn distribution
  member member
  membership member
  ticket case
  warehouse cluster
  bot bot
  workflow workflow
  history history
  consumption usage
  utilization usage`
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([word = '', ...also]) => [stem(word), also.map((other) => stem(other))] as const)
    .filter(([word, also]) => also.some((other) => other !== word)),
);

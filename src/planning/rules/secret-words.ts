import { phraseBook } from './phrases.js';
import { lines, words } from './text-lists.js';

/** `value`: only ever a secret. `thing`: it has a name and an age as well, and those may be asked. `holder`: a place of secrets. */
export type SecretKind = 'value' | 'thing' | 'holder' | 'order';

export const SECRETS = phraseBook<SecretKind>([
  ...lines(`
    secret value
    secret values
    secrets values
    plaintext value
    plaintext values
    plaintext secrets
    plaintext passwords
    secret string
    secret strings
    secret access key
    secret access keys
    secret key
    secret keys
    access key secret
    access key secrets
    access key and secret
    access keys and secrets
    access key values
    key material
    decrypted
    private key
    private keys
    pem file
    session token
    session tokens
    bearer token
    bearer tokens
    login token
    auth token
    auth tokens
    authorization token
    authorisation token
    authentication token
    security token
    temporary credentials
    short lived credentials
    connection string
    connection strings
    api key value
    api key values
    api keys values
    presigned url
    presigned urls
    pre-signed url
    signed url
    signed urls
    parameter value
    parameter values
    parameters values
    securestring value
    securestring values
    client secret
    client secrets
    master password
    master passwords
    root password
    admin password
    administrator password
  `).map((phrase) => [phrase, 'value'] as const),
  ...lines(`
    password
    passwords
    passphrase
    passphrases
    credential
    credentials
    creds
    token
    tokens
    api key
    api keys
    apikey
    apikeys
    environment variable
    environment variables
    env variable
    env variables
    env var
    env vars
    user data
    userdata
    user-data
    login details
    securestring
    secure string
    securestrings
    secure strings
  `).map((phrase) => [phrase, 'thing'] as const),
  ...lines(`
    secret
    secrets
    parameter
    parameters
  `).map((phrase) => [phrase, 'holder'] as const),
  ['decrypt', 'order'],
]);

/** What can be told of a secret without telling it. */
export const ABOUT = words(
  `policy policies rotation rotations rotate rotates rotated rotating age ages last used expiry expiration expire expires expired
  expiring length complexity reset resets requirement requirements authentication auth enabled disabled protected type types count
  report reports validity lifetime manager managers store stores stored name names named arn arns metadata id ids owner owners usage
  tag tags tagged description descriptions replica replicas replicated created older unused inactive active without never since
  scheduled pending deleted deletion changed change updated accessed access shared encrypted quota quotas plan plans source sources
  ttl duration size version versions cost costs where which that whose managed lambda lambdas function functions kms provider
  providers leaked exposed compromised endpoint endpoints vending service specific revocation
  setup configuration configured setting settings refresh older newer stale exist exists there in list`,
);
export const RETRIEVING = words(
  'show print get give tell reveal read fetch retrieve display dump output cat echo paste copy share send export download expose need want obtain extract leak hand grab pull provide return see view know',
);
export const ABILITY = words(
  'who whom which whose when how many any anyone anybody does do did is are was were has have had can could may should',
);
export const GAPS = words(
  'me us the a an my our your his her this that its their all of for to current actual temporary new valid in by db database rds admin master root ecr sts iam aws user and please',
);

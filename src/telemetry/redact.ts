const REDACTED = '[redacted]';

/** Names whose values are secret, whatever they look like. Compared without case, dashes and underscores. */
const SECRET_NAMES = [
  'awssecretaccesskey',
  'secretaccesskey',
  'secretkey',
  'awssessiontoken',
  'sessiontoken',
  'securitytoken',
  'awssecuritytoken',
  'xamzsecuritytoken',
  'xamzssobearertoken',
  'xamzsignature',
  'xamzcredential',
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'clientsecret',
  'externalid',
  'authorization',
  'proxyauthorization',
  'password',
  'cookie',
  'setcookie',
] as const;

/** Whether a field of this name is left out of logs altogether. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return SECRET_NAMES.some((secret) => plain === secret);
}

/** `secretaccesskey` as a pattern that also finds `secret_access_key` and `Secret-Access-Key`. */
const SECRET_LABEL = SECRET_NAMES.filter((name) => !name.endsWith('authorization') && !name.endsWith('cookie'))
  .toSorted((left, right) => right.length - left.length)
  .map((name) => name.split('').join('[-_]?'))
  .join('|');

/**
 * Each finds one form of a secret and keeps what tells an operator that it was there. None backtracks over what it
 * has read: lines can be long and hostile.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Whole header lines, because their values contain spaces.
  [
    /((?:proxy-)?authorization|(?:set-)?cookie)((?:\\?["'])?\s{0,4}[:=]\s{0,4}(?:\\?["'])?)[^\r\n"'\\]+/gi,
    `$1$2${REDACTED}`,
  ],
  // name=value, name: value, "name":"value", \"name\":\"value\", <name>value</name>, name%3Dvalue
  [
    new RegExp(
      `(${SECRET_LABEL})((?:\\\\?["'])?\\s{0,4}(?:[:=>]|%3[ad])\\s{0,4}(?:\\\\?["'])?)[^\\s"'\\\\&<>,;)}]+`,
      'gi',
    ),
    `$1$2${REDACTED}`,
  ],
  [/\b(Bearer|Basic)\s{1,4}[A-Za-z0-9._~+/=-]{16,}/gi, `$1 ${REDACTED}`],
  [/\b(Credential|Signature)=[A-Za-z0-9/%_-]{16,}/g, `$1=${REDACTED}`],
  // Access key ids: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  [/(?<![A-Z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA)[A-Z0-9]{12,}/g, REDACTED],
  // How the session tokens of STS have begun so far, and JSON web tokens.
  [/(?<![A-Za-z0-9])(?:IQoJ|IQoD|FwoG|FQoG|AQoD|AQoE)[A-Za-z0-9+/=]{40,}/g, REDACTED],
  [/\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]+)?/g, REDACTED],
  // The access and refresh tokens of IAM Identity Center.
  [/(?<![A-Za-z0-9])ao[ar]AAAAA[A-Za-z0-9_:+/=-]{16,}/g, REDACTED],
  // Whatever else is as long and as unreadable as a token; not what `sts decode-authorization-message` takes.
  [/(?<![A-Za-z0-9+/=_%-]|authorization failure message: )[A-Za-z0-9+/=_%-]{120,}/g, REDACTED],
];

/**
 * Takes access keys, secrets, tokens and authorization headers out of a text: the last line of defence for log lines
 * and for the messages of errors that others wrote. Redacting twice changes nothing more.
 */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, replacement] of RULES) clean = clean.replace(pattern, replacement);
  return clean;
}

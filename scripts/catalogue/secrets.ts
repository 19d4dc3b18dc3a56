import type { ServiceModel } from './botocore.js';

/** Parts of member names that hold secrets. */
const SECRET = new RegExp(
  [
    'secret|passw(or)?d|passphrase|token|credential|private_?key|api_?key|access_?key|connection_?string|key_?material',
    'user_?data|pre_?shared|shared_?key|license_?key|gateway_?configuration|header_?parameters|output_?value',
    'auth_?code|authorization_?code|auth_?key|jwt|plain_?text|(^|[a-z])otp$|one_?time|^auth(orization)?$|^signature$',
    'activation_?(code|key)|registration_?code|stream_?key|(app|nwk|join|ses)_?s?_?key$|nwk\\w*key$|chap',
    'extra_?connection_?attributes|seed$|qr_?code',
  ].join('|'),
  'i',
);

/** Holds one whatever the rest of the name says: links that open for whoever has them, and what roles are trusted by. */
const SECRET_WHOLE =
  /presigned|signed_?ur[il]|(down|up)load_?ur[il]|transcript_?file_?uri|router_?config$|^external_?id$/i;

/** Names that speak about a secret and do not hold it. */
const ABOUT_SECRETS =
  /(arns?|ids?|names?|types?|status(es)?|dates?|time(stamp)?s?|at|enabled|expiry|expir\w*|counts?|versions?|length|age|policy|polic(y|ies)|url|urls|uri|endpoint|last\w*|number|required|mode|state|ttl|days|minutes|seconds|hours|schemes?|algorithms?|source|provider\w*|field|format|limit|location|kind|method|reset|rotation\w*|label|alias|path|region|usage|size|spec\w*|reason|description|unit|set|exists|present|settings?|scope|config(uration)?s?|domains?|issuers?|validity\w*|duration\w*|digest|fingerprint|rule\w*|options?|category|list|summar(y|ies)|details?|metadata|arguments?)$/i;

/** Names of page tokens, idempotency tokens and token counts. */
const HARMLESS =
  /^(next|previous|prev|client|pagination|page|continuation|starting|idempoten\w*|creator\w*|creation|caller|change|update|lock|request|purchase|revision|sync\w*|upload\w*|sequence|latest\w*|last\w*|next\w*)?_?(request|page|forward|backward|sequence|update|idempoten\w*)?_?(token|marker)s?$|tokens?(count|used|limit|usage|perminute|balance|standard|ized?)|(max|min|input|output|total|prompt|completion|num|billable)\w*tokens?|http_?tokens|license_?(key)?_?(count|model|included)|^tokenization|https?tokens|password_?(length|age|reuse|last|policy)|public_?key|access_?key_?(id|last)|key_?pair|masked|verification_?tokens?$|dkim_?tokens?$|dns\w*token|validation_?token|^tokens?$|secrets?_?(manager|s?_?to)|uses?_\w*credentials?|secret_?versions_?to_?stages|pre_?token_?generation|accept\w*|allow\w*|is_?\w*secret/i;

/** Maps and name-value lists that people put secrets into. */
const ENVIRONMENTS =
  /^(runtime|additional|container|default|process|override|job|task|custom)?_?environment(_?(variables?|secrets?|map))?$|^env(_?vars?)?$|^(stage_?)?variables$|^start_?command$|^build_?spec$|^((non_?)?(default|overridable)_?)*arguments$|^property_?map$/i;

/** Marked sensitive by the service, and what people ask for all the same: it identifies, it does not open anything. */
const IDENTIFYING =
  /(name|names|description|title|tags?|key|keys|email\w*|phone\w*|address\w*|city|country\w*|postal\w*|zip\w*|state|street|arns?|ids?|type|types|comment|label|region|status|date|time|locale|timezone|username|user|owner|author|roles?|accounts?|alias|path|fqdn|host\w*|domain\w*|number|contact|company|organi[sz]ation|department|expression|value|displayname|given|family|nickname|website|display|principal\w*)$/i;

const DEEPEST = 8;

/** Paths below a shape, from an item, that hold secrets. Whole subtrees are named by their top. */
export function secretPaths(model: ServiceModel, shape: string): readonly string[] {
  const found = new Set<string>();
  visit(model, shape, '', [], found);
  return [...found];
}

function visit(model: ServiceModel, name: string, path: string, above: readonly string[], found: Set<string>): void {
  const shape = model.shapes[name];
  if (shape === undefined || above.includes(name) || above.length > DEEPEST) return;
  if (shape.type === 'list' && shape.member !== undefined) {
    visit(model, shape.member.shape, path === '' ? path : `${path}[]`, [...above, name], found);
    return;
  }
  for (const [member, { shape: type }] of Object.entries(shape.type === 'structure' ? (shape.members ?? {}) : {})) {
    const at = path === '' ? member : `${path}.${member}`;
    if (holdsSecret(model, member, type)) found.add(at);
    else visit(model, type, at, [...above, name], found);
  }
}

function holdsSecret(model: ServiceModel, member: string, shape: string): boolean {
  const { type, sensitive } = leafOf(model, shape);
  if (['boolean', 'integer', 'long', 'float', 'double', 'timestamp'].includes(type)) return false;
  if (ENVIRONMENTS.test(member))
    return type === 'map' || type === 'structure' || /variables?$|secrets?$|command$|spec$/i.test(member);
  if (isSecretName(member)) return type !== 'structure' || /^(\w*[_a-z])?credentials?$/i.test(member);
  return sensitive && type !== 'structure' && !IDENTIFYING.test(member) && !HARMLESS.test(member);
}

/** Whether a member of that name holds a secret, as far as a name can say. */
export function isSecretName(member: string): boolean {
  return SECRET_WHOLE.test(member) || (SECRET.test(member) && !HARMLESS.test(member) && !ABOUT_SECRETS.test(member));
}

function leafOf(model: ServiceModel, name: string): { readonly type: string; readonly sensitive: boolean } {
  const shape = model.shapes[name];
  if (shape === undefined) return { type: 'string', sensitive: false };
  if (shape.type !== 'list' || shape.member === undefined) {
    return { type: shape.type, sensitive: shape.sensitive === true };
  }
  const element = leafOf(model, shape.member.shape);
  return { type: element.type, sensitive: element.sensitive || shape.sensitive === true };
}

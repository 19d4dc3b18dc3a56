export interface WithoutLiterals {
  readonly text: string;
  /** The names, numbers and ids that were taken out, in their order. */
  readonly literals: readonly string[];
}

/**
 * A question without its names, numbers and ids, which say nothing of the operation; the kind of thing that an id or an
 * ARN gives away stays in its place.
 */
export function withoutLiterals(question: string): WithoutLiterals {
  const found: { readonly at: number; readonly text: string }[] = [];
  const taken = (text: string, left = ''): string => {
    const bare = text.replace(/^["'`]|["'`.,:;?!)]+$/g, '');
    found.push({ at: question.indexOf(bare), text: bare });
    return ` ${left} `;
  };
  let text = question
    .replace(ARN, (arn: string, service: string, kind: string) =>
      taken(arn, `${ARN_SERVICES[service.toLowerCase()] ?? service} ${kind}`),
    )
    .replace(REGION, ' ')
    .replace(QUOTED, (name) => taken(name));
  for (const [pattern, noun] of IDS) text = text.replace(pattern, (id) => taken(id, noun));
  text = text
    .replace(ACCOUNT_ID, ' ')
    .replace(WITH_SIGNS, (word) => (EITHER_OR.test(word) ? word.replace('/', ' ') : taken(word)))
    .replace(HYPHENATED, (word) => (LANGUAGE.test(word) ? word : taken(word)))
    .replace(MIXED, (word) => taken(word))
    .replace(DOTTED, (word) => (KNOWN_DOTTED.test(word) ? word : taken(word)));
  return { text, literals: found.toSorted((left, right) => left.at - right.at).map((literal) => literal.text) };
}

/** `arn:aws:iam::111111111111:role/deploy`: the service and the kind of the resource say something. */
const ARN = /\barn:aws[a-z-]*:([a-z0-9-]*):[a-z0-9-]*:\d*:([a-z-]*)\S*/gi;
const ARN_SERVICES: Readonly<Record<string, string>> = {
  elasticloadbalancing: 'load balancer',
  states: 'step functions',
  sso: 'identity center',
};
const REGION =
  /\b[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d\b/gi;
const QUOTED = /"[^"]*"|`[^`]*`|(?<=\s)'[^']*'/g;
const ACCOUNT_ID = /\b\d{12}\b/g;
/** `/prod/app`, `team=payments`, `ops@example.com`. */
const WITH_SIGNS = /(?<=^|\s)(?=\S*[/_=@])(?!\S*\/\s)[^\s,;?!]+/g;
/** "EC2/RDS" is no path. */
const EITHER_OR = /^[a-z0-9]+\/[a-z0-9]+$/i;
/** `network-core` behind a word and in front of no noun: a name, and no adjective. */
const HYPHENATED =
  /(?<=[a-z]\s)[a-z0-9]+(?:-[a-z0-9]+)+(?=[\s,;.?!)]*(?:$|[,;.?!)]|\s(?:in|on|at|is|are|was|has|have|do|does|did|for|from|to|and|with|of|last|point|use|uses|can|go|right|now|since|that|which)\b))/gi;
/** Hyphenated words of the language: "read-only", "multi-az", "cross-account", "on-prem". */
const LANGUAGE =
  /^(?:re|non|multi|cross|single|self|on|in|pre|post|auto|anti|un|co|de|opt|top|up|built|read|write|real|long|short|end|point|site|client|server|public|private|internet|out|x|e|third|two|high|low|near|first|second|old|new|well|key|tag|event|role|user|group|rule|cost|data|log|host|path|ip|time|life|run|pay|per|cloud|load|name|web|micro|open|fine|large|small|part|full)-/i;
/** `j-1ABCDEFGHIJKL` without its hyphen, `a1b2c3d4e5`: letters and digits mixed. */
const MIXED = /\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{8,}\b/gi;
const DOTTED = /\b[\w-]+(?:\.[\w-]+)+\b/g;
/** Versions, instance types and abbreviations. */
const KNOWN_DOTTED = /^(?:node\.js|asp\.net|e\.g|i\.e|[a-z]\d[a-z]*\.\w+|\d+(?:\.\d+)*)$/i;

const IDS: readonly (readonly [pattern: RegExp, noun: string])[] = Object.entries({
  i: 'instance',
  vol: 'volume',
  sg: 'security group',
  vpc: 'vpc',
  subnet: 'subnet',
  snap: 'snapshot',
  ami: 'ami',
  eni: 'network interface',
  rtb: 'route table',
  igw: 'internet gateway',
  nat: 'nat gateway',
  tgw: 'transit gateway',
  eipalloc: 'elastic ip address',
  fs: 'file system',
  vpce: 'vpc endpoint',
  lt: 'launch template',
}).map(([prefix, noun]) => [new RegExp(`\\b${prefix}-[0-9a-f]{6,17}\\b`, 'gi'), noun] as const);

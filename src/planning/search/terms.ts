import { stemmer } from 'stemmer';

/**
 * Cuts text into the terms that the search compares: lower case, compounds cut apart, endings removed, so that
 * "nodegroups", "node groups" and "NodeGroup" are the same two terms.
 */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => stem(word));
}

/** The words of a text or of an API name (`DBClusterSnapshots`), not yet stemmed. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(DOER, `${DOER_TERM} `)
    .replace(/['’]s\b/g, '')
    .replace(/['’]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .flatMap((word) => (/[a-z][A-Z]|[A-Z]{2,}[a-z]{2}/.test(word) ? (camelParts(word) ?? []) : [word]))
    .map((word) => word.toLowerCase())
    .flatMap((word) => (word === '' ? [] : (COMPOUNDS.get(word) ?? COMPOUNDS.get(singular(word)) ?? [word])));
}

/** The one term for "who deleted", "which user has changed", in questions and in the wording alike. */
export const DOER_TERM = 'whodid';

/** Somebody who did something: "who deleted", and not "who can delete", nor "which role named". */
const DOER =
  /\b(?:who|which (?:user|role|person|principal|identity))\s+(?:(?:has|have|had|just|last|recently)\s+)*(?!(?:need|named|called|attached|assigned|allowed|owned)\b)(?=(?:[a-z]+ed|made|did|ran|blew|took|put|shut|wrote)\b)/gi;

/** `ListWebACLs` to List, Web, ACLs; `GetEC2InstanceRecommendations` to Get, EC2, Instance, Recommendations. */
function camelParts(word: string): readonly string[] | null {
  return word
    .replace('IPv', 'Ipv')
    .replace('IMDSv', 'Imdsv')
    .match(/[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+\d*|[A-Z]+\d*|\d+/g);
}

/** Porter's stem, except of short words and acronyms, whose last letter is not an ending. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 3 || /\d/.test(word) || ACRONYMS.has(word)) return word;
  return stemmer(word);
}

function singular(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const ACRONYMS: ReadonlySet<string> = new Set(
  'dkim kafka redis rabbitmq imds iops dns tls ebs efs ecs eks rds sqs sns kms'.split(' '),
);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['indices', 'index'],
  ['indexes', 'index'],
  ['buses', 'bu'],
  ['bus', 'bu'],
  ['vpcs', 'vpc'],
  ['amis', 'ami'],
  ['apis', 'api'],
  ['acls', 'acl'],
  ['dbs', 'db'],
  ['vms', 'vm'],
  ['eips', 'eip'],
  ['ips', 'ip'],
  ['enis', 'eni'],
  ['asgs', 'asg'],
  ['sgs', 'sg'],
  ['lbs', 'lb'],
  ['albs', 'alb'],
  ['nlbs', 'nlb'],
  ['elbs', 'elb'],
  ['certs', 'cert'],
  ['repos', 'repo'],
  ['nacls', 'nacl'],
  ['scps', 'scp'],
  ['ous', 'ou'],
  ['cves', 'cve'],
  ['pods', 'pod'],
  ['igws', 'igw'],
  ['tgws', 'tgw'],
  ['cas', 'ca'],
  ['idps', 'idp'],
]);

/** Written as one word by some and as two by others. */
const COMPOUNDS: ReadonlyMap<string, readonly string[]> = new Map(
  `file system|node group|work group|work load|work flow|data source|data store|data lake|end point|note book
  run book|dash board|web acl|host name|user name|pipe line|key space|key pair|name space|log group|log stream
  event bus|life cycle|meta data|stack set|change set|machine image|fire wall|allow list|block list
  open search|elastic search|step function|cloud watch|cloud front|cloud trail|cloud formation|guard duty|event bridge
  dynamo db|document db|memory db|time stream|elasti cache|app sync|app runner|app flow|app mesh|app config|app stream
  code build|code commit|code deploy|code pipeline|code artifact|light sail|sage maker|quick sight|data zone|data brew
  data sync|red shift|bean stalk|work space|sub domain|auto scaling|load balancer`
    .split(/\||\n/)
    .map((pair) => pair.trim().split(' '))
    .map((parts) => [parts.join(''), parts] as const),
);

/** Words of a question that say nothing about which operation answers it. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of and or is are am be been being was were do does did done has have had having there here that which what
  whose who whom where when why how me my mine we us our ours you your it its they their them these those this in on at for
  from with within into onto inside across over under as all any some every each if then than so but by to up via per
  exist exists existing currently current now please kindly hi hello hey thanks thank list show display print give get find
  tell see view describe enumerate fetch know summarize summarise about overview one ones just also too both such aws amazon
  exactly overall together own using use uses can could would should will shall may might must i want need like let
  look looking make sure many much lot lots number count total anything something everything thing things s t
  anyone anybody someone everyone people team teams still yet already ever actually really
  isn aren doesn don didn hasn haven wasn weren won couldn wouldn shouldn isnt arent doesnt dont didnt hasnt havent
  not no nor none without never lacking lacks lack missing except only other others another same different
  today yesterday tomorrow tonight last past next since until ago before after during week weeks month months year years
  day days hour hours minute minutes recent recently lately
  more less most least fewer greater larger smaller bigger longer shorter
  production prod staging dev`.split(/\s+/),
);

/** The terms of a text that say something, each once. */
export function contentTerms(text: string): readonly string[] {
  return [
    ...new Set(
      wordsOf(text)
        .filter((word) => !STOP_WORDS.has(word))
        .map((word) => stem(word)),
    ),
  ];
}

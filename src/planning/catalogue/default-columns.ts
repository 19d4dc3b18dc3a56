import type { Column } from '../../domain/plan.js';
import type { ParameterFacts, ShapeFacts } from './facts.js';
import { headingOf, nounOf, singular, stemOf } from './names.js';

interface Candidate extends Column {
  readonly weight: number;
}

const MOST_COLUMNS = 7;

/** Headings that every table has already. */
const TAKEN = new Set(['account', 'account id', 'region']);

/** Parameters that do not say whose item it is. */
const NOT_SHOWN =
  /^(aws)?_?account_?ids?$|^region|owner|catalog_?id|time$|date$|^(expected|request)|namespace$|locale$|period|status$|type$/i;

/** Members that are about the page and not about what was found. */
const ABOUT_PAGES =
  /^(next_?)?(page_?|pagination_?|continuation_?)?(token|marker)$|^(is_?)?truncated$|^max_?(items|results|records)$/i;

/**
 * What a table shows of an item when nobody said what: what it is called, its state, kind, version and age, in that
 * order of worth, and nothing that `isSecret` says no to. First the parameters that say whose item it is.
 */
export function defaultColumns(about: {
  readonly service: string;
  readonly operation: string;
  readonly items: string;
  readonly item: ShapeFacts;
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  readonly isSecret: (path: string) => boolean;
}): readonly Column[] {
  const { service, operation, items, item, parameters, isSecret } = about;
  const noun = nounOf(operation);
  const place = lastName(items);
  const members = item.type === 'object' ? item.members : undefined;
  const owners = ownerColumns(parameters, members ?? new Map<string, ShapeFacts>());
  if (members === undefined) {
    return withHeadings([...owners, { name: headingOf(singular(place === '' ? noun : place)), path: '' }]);
  }

  const nouns = [...new Set([stemOf(noun), stemOf(place)])].filter((word) => word !== '');
  const best = [...members]
    .flatMap(([name, shape]) => candidates(service, name, shape, members, nouns))
    .filter(({ path }) => !isSecret(path))
    .sort((left, right) => right.weight - left.weight)
    .slice(0, MOST_COLUMNS)
    .filter(({ weight }, position) => position < 4 || weight >= 45);
  const shown = best.length > 0 ? best : wholes(members, isSecret);
  return withHeadings([...owners, ...shown]);
}

/** Text parameters that have to be given: `@clusterName` next to each node group. */
function ownerColumns(
  parameters: ReadonlyMap<string, ParameterFacts>,
  members: ReadonlyMap<string, ShapeFacts>,
): readonly Column[] {
  const own = new Set([...members.keys()].map((name) => name.toLowerCase()));
  return [...parameters]
    .filter(
      ([name, { required, type }]) =>
        required && type === 'string' && !own.has(name.toLowerCase()) && !NOT_SHOWN.test(name),
    )
    .slice(0, 2)
    .map(([name]) => ({ name: headingOf(name), path: `@${name}` }));
}

function candidates(
  service: string,
  name: string,
  shape: ShapeFacts,
  siblings: ReadonlyMap<string, ShapeFacts>,
  nouns: readonly string[],
): readonly Candidate[] {
  if (ABOUT_PAGES.test(name)) return [];
  switch (shape.type) {
    case 'object':
      return nestedCandidates(name, shape);
    case 'string[]':
      return [{ path: `${name}[]`, name: headingOf(name), weight: 42 }];
    case 'object[]': {
      // EC2's way of naming; elsewhere things have names of their own.
      const isNameTag = service === 'ec2' && /^tags?(list|set)?$/i.test(name) && shape.members?.has('Key') === true;
      return isNameTag && !siblings.has('Name') ? [{ path: `${name}[Key=Name].Value`, name: 'Name', weight: 99 }] : [];
    }
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'timestamp':
      return [{ path: name, name: headingOf(name), weight: weightOf(name, shape.type, nouns) }];
    default:
      return [];
  }
}

/** Of what lies one structure deeper only what says a state, a kind or a name in one word. */
function nestedCandidates(name: string, { members }: ShapeFacts): readonly Candidate[] {
  const inner = [...(members ?? [])].find(
    ([word, { type }]) => /^(name|state|status|code|value|type|id)$/i.test(word) && type === 'string',
  );
  if (inner === undefined || /reason|error/i.test(name)) return [];
  const weight = /stat(e|us)|health|lifecycle/i.test(name) ? 88 : 43;
  return [{ path: `${name}.${inner[0]}`, name: headingOf(name), weight }];
}

function weightOf(name: string, type: string, nouns: readonly string[]): number {
  const plain = name.replaceAll('_', '');
  const [, base = '', end = ''] = /^(.*?)(Identifier|Id|Name|Arn|ARN)$/i.exec(plain) ?? [];
  const stem = stemOf(base);
  const own = base === '' || nouns.some((noun) => noun === stem || noun.endsWith(stem));
  if (/^name$/i.test(end)) return own ? 100 : 62;
  if (/^(id|identifier)$/i.test(end)) return own ? 98 : 52;
  if (/^arn$/i.test(end)) return own ? 56 : 38;
  if (/^(displayname|title|key|domain|email|username|alias)$/i.test(plain)) return 84;
  if (/^(.*)(state|status|health|lifecycle|phase)$/i.test(plain)) return isOwn(plain, nouns) ? 90 : 58;
  if (type === 'timestamp' || /(time|date)$/i.test(plain))
    return /creat|launch|start|regist|request/i.test(plain) ? 74 : 54;
  if (/^(type|class|engine|kind|protocol|runtime|platform|severity|category|mode|tier|family|edition)$/i.test(plain))
    return 86;
  if (/(type|class|engine|protocol|runtime|platform|severity)$/i.test(plain)) return isOwn(plain, nouns) ? 85 : 57;
  if (/version$/i.test(plain)) return 72;
  if (/(enabled|encrypted|public|accessible|default|active|multiaz)$/i.test(plain)) return 70;
  if (/(size|capacity|count|memory|port|bytes|percentage)$/i.test(plain)) return 64;
  if (/(zone|cidr|cidrblock|endpoint|url|address|region)$/i.test(plain)) return 60;
  if (/description$/i.test(plain)) return 46;
  if (/(reason|message)$/i.test(plain)) return 40;
  return type === 'boolean' ? 53 : 50;
}

/** Whether the words before the last are the thing's own name: `DBInstanceStatus` of a DB instance. */
function isOwn(name: string, nouns: readonly string[]): boolean {
  const base = name.replace(
    /(state|status|health|lifecycle|phase|type|class|engine|protocol|runtime|platform|severity)$/i,
    '',
  );
  const stem = stemOf(base);
  return stem === '' || nouns.some((noun) => noun === stem || noun.endsWith(stem));
}

/** Lists and maps as they are, for items that hold nothing else. */
function wholes(members: ReadonlyMap<string, ShapeFacts>, isSecret: (path: string) => boolean): readonly Column[] {
  return [...members.keys()]
    .filter((name) => !ABOUT_PAGES.test(name) && !isSecret(name))
    .slice(0, 4)
    .map((name) => ({ path: name, name: headingOf(name) }));
}

function withHeadings(columns: readonly Column[]): readonly Column[] {
  const used = new Set<string>();
  return columns.map(({ name, path }) => {
    const wanted = TAKEN.has(name.toLowerCase()) ? `Item ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
    let heading = wanted;
    for (let copy = 2; used.has(heading); copy += 1) heading = `${wanted} ${copy}`;
    used.add(heading);
    return { name: heading, path };
  });
}

function lastName(path: string): string {
  return path.split('.').at(-1)?.replaceAll('[]', '') ?? '';
}

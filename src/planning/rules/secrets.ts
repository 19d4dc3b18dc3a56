import { clausesOf, wordAt, type Clause } from './clauses.js';
import { ABILITY, ABOUT, GAPS, RETRIEVING, SECRETS, type SecretKind } from './secret-words.js';
import { words } from './text-lists.js';
import type { Token } from './tokens.js';

/** Words that name something secret, and where they stand. */
export interface SecretWords {
  readonly shown: string;
  readonly at: number;
}

/**
 * Finds requests for secrets. "What is the database password" asks for one; "which users have a password", "password policy"
 * and "secrets that do not rotate" ask about them, and are answered without.
 */
export function findSecrets(tokens: readonly Token[]): readonly SecretWords[] {
  const found: SecretWords[] = [];
  for (const clause of clausesOf(tokens)) {
    for (let at = clause.from; at < clause.to; at += 1) {
      const match = SECRETS.match(tokens, at);
      if (match === undefined) continue;
      if (asksFor(clause, at, match.length, match.value)) {
        const shown = tokens.slice(at, at + match.length).map((token) => token.text);
        found.push({ shown: shown.join(' '), at });
      }
      at += match.length - 1;
    }
  }
  return found;
}

function asksFor(clause: Clause, at: number, length: number, kind: SecretKind): boolean {
  const { tokens, from, head, to } = clause;
  const behind = wordAt(tokens, at + length);
  const first = wordAt(tokens, head);
  if (kind === 'order') return decrypts(clause, at);
  if (kind === 'holder') return holdersContent(clause, at, length);
  const asked = asksWhatIs(clause, at);
  if (kind === 'value') {
    if (ABILITY.has(first) && !asked && clause.mood === 'asks') return false;
    return !NAMES_BEHIND.has(behind) || retrieves(tokens, from, at);
  }
  if (ABOUT.has(behind) && !(behind === 'in' && asked)) return false;
  if (metadataAsked(clause, at)) return false;
  if (asked) return true;
  if (clause.mood === 'asks') return false;
  const retrieved = retrieves(tokens, from, at);
  if (wordAt(tokens, at - 1) === 'without' || wordAt(tokens, at - 1) === 'no') return false;
  if (retrieved) return true;
  const told = !wordAt(tokens, at).startsWith('token') && !aboutBefore(tokens, from, at);
  return (
    clause.mood === 'names' &&
    told &&
    ['', 'for', 'of', 'to', 'please'].includes(behind === '' || at + length >= to ? '' : behind)
  );
}

const NAMES_BEHIND = words('rotation policy policies age report enabled disabled authentication store');

/** Of a place of secrets, what is in it: "the value of", "get secret X", "what is in the secret". */
function holdersContent({ tokens, from, head, to, mood }: Clause, at: number, length: number): boolean {
  if (wordAt(tokens, at).startsWith('parameter')) {
    const [left, further] = [wordAt(tokens, at - 1), wordAt(tokens, at - 2)];
    const of = left === 'of' ? further : further === 'of' ? wordAt(tokens, at - 3) : '';
    return VALUE.has(of);
  }
  for (let index = Math.max(from, at - 5); index < at; index += 1) {
    if (VALUE.has(wordAt(tokens, index)) && !ABILITY.has(wordAt(tokens, head))) return true;
  }
  for (let index = at + length; index < Math.min(to, at + length + 4); index += 1) {
    const behindWith = ['in', 'as', 'with', 'their', 'its', 'including', 'and', 'together', 'plaintext'].includes(
      wordAt(tokens, index - 1),
    );
    if (VALUE.has(wordAt(tokens, index)) && behindWith) return true;
  }
  const singular = wordAt(tokens, at) === 'secret';
  if (!singular || mood === 'asks') return false;
  const lead = wordAt(tokens, at - 1);
  const verb = ['the', 'my', 'our', 'this', 'a'].includes(lead) ? wordAt(tokens, at - 2) : lead;
  const told = verb === 'me' || verb === 'us' ? wordAt(tokens, at - 3) : verb;
  const next = wordAt(tokens, at + length);
  return (READING_ONE.has(told) || READING_ONE.has(verb)) && !ABOUT.has(next) && !ABOUT_SECRET.has(next);
}

const VALUE = words('value values content contents plaintext decrypted cleartext');
const READING_ONE = words('get read fetch retrieve print reveal dump output cat show give tell need want know paste');
const ABOUT_SECRET = words(
  'manager managers arn name rotation rotations policy resource replication versions version ids',
);

/** "Decrypt X", not "keys used to decrypt". */
function decrypts({ tokens, head, mood }: Clause, at: number): boolean {
  const before = wordAt(tokens, at - 1);
  return (
    at === head ||
    (mood !== 'asks' && ['then', 'please', 'you', 'it', 'me'].includes(before)) ||
    (before === 'and' && ['it', 'them', 'the', 'all'].includes(wordAt(tokens, at + 1)))
  );
}

/** "What is the password", "tell me the password". */
function asksWhatIs({ tokens, head }: Clause, at: number): boolean {
  const first = wordAt(tokens, head);
  const second = wordAt(tokens, head + 1);
  // "what's" comes as "what".
  const contracted = /^what['’]s$/i.test(tokens[head]?.text ?? '');
  if (first !== 'what' || !(contracted || ['is', 'are', 'was', 'were'].includes(second))) return false;
  return at - head <= 7;
}

function retrieves(tokens: readonly Token[], from: number, at: number): boolean {
  for (let index = at - 1; index >= Math.max(from, at - 8); index -= 1) {
    const current = wordAt(tokens, index);
    if (RETRIEVING.has(current)) return true;
    if (current === 'list' && tokens[index + 1] !== undefined)
      return index === at - 1 || GAPS.has(wordAt(tokens, at - 1));
    if (
      [
        'which',
        'who',
        'whether',
        'without',
        'that',
        'where',
        'no',
        'with',
        'have',
        'has',
        'use',
        'uses',
        'using',
        'how',
        'by',
        'rotate',
        'if',
      ].includes(current)
    )
      return false;
  }
  return false;
}

/** "When was the password last changed", "how old are the credentials". */
function metadataAsked({ tokens, from, to, head }: Clause, at: number): boolean {
  if (
    ['when', 'how', 'who', 'which', 'why', 'where'].includes(wordAt(tokens, head)) &&
    wordAt(tokens, head + 1) !== 'about'
  )
    return true;
  for (let index = from; index < to; index += 1) {
    if (index === at) continue;
    if (METADATA.has(wordAt(tokens, index))) return true;
  }
  return false;
}

const METADATA = words(
  'rotation rotated rotate unused older age expired expiring expire policy count number used many rotates inactive stale audit-only names',
);

function aboutBefore(tokens: readonly Token[], from: number, at: number): boolean {
  for (let index = from; index < at; index += 1)
    if (
      [
        'that',
        'only',
        'use',
        'who',
        'which',
        'with',
        'without',
        'using',
        'rotated',
        'expired',
        'unused',
        'old',
        'no',
        'of',
        'in',
        'for',
        'by',
        'on',
        'session',
        'device',
        'service-specific',
        'specific',
        'git',
      ].includes(wordAt(tokens, index))
    )
      return true;
  return false;
}

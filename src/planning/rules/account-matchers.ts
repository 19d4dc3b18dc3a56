import type { AccountWords } from './account-words.js';
import { addSelector, leadingWord, textBetween, wordAt, type Match, type ReadingContext } from './context.js';
import { phraseList } from './phrases.js';
import { ALL_ACCOUNTS } from './place-words.js';
import { STOP_WORDS } from './vocabulary.js';

const EVERY_ACCOUNT = phraseList(ALL_ACCOUNTS);
const ACCOUNT_ID = /^(?:\d{12}|\d{4}-\d{4}-\d{4})$/;
const BEFORE_ACCOUNT = new Set(
  'in for from of on within inside across account accounts environment environments but than to besides'.split(' '),
);
const CONNECTIVES = new Set(['and', 'or', ',']);
const ASKS = new Set('which what list show display describe enumerate find get see view me many count'.split(' '));

/** Whether a name of an account is likely here: behind "in", "except", or another account. */
export function expectsAccount(context: ReadingContext, index: number): boolean {
  const before = leadingWord(context, index);
  if (CONNECTIVES.has(before)) return context.lastKind === 'account';
  return BEFORE_ACCOUNT.has(before) || context.excluding !== undefined || context.exclusionOpen;
}

/** Whether "accounts" here is what the question asks for, and not where it asks. */
export function asksForAccounts(context: ReadingContext, index: number): boolean {
  return index === 0 || ASKS.has(leadingWord(context, index));
}

/** Full names of accounts and environments. One name for both is told apart by the word behind it, or asked about. */
export function nameMatch(context: ReadingContext, index: number): Match | undefined {
  const found = context.accounts.exact(context.tokens, index);
  const [longest] = found;
  if (longest === undefined) return undefined;
  const rivals = found.filter((candidate) => candidate.length === longest.length);
  const named = rivals.find((candidate) => candidate.kind === 'account');
  const environment = rivals.find((candidate) => candidate.kind === 'environment');
  if (named === undefined || environment === undefined) return accountMatch(context, index, longest);

  const next = wordAt(context, index + longest.length);
  if (next === 'account') return accountMatch(context, index, named);
  if (next === 'accounts' || next === 'environment' || next === 'environments') {
    return accountMatch(context, index, environment);
  }
  const members = context.accounts.membersOf(environment.environment);
  if (members.length === 1 && named.accounts.every((account) => account.id === members[0]?.id)) {
    return accountMatch(context, index, named);
  }
  return {
    length: longest.length,
    kind: 'account',
    take: () => {
      const [account] = named.accounts;
      const count = `${members.length} ${members.length === 1 ? 'account' : 'accounts'}`;
      context.reading.doubts.push({
        question: `"${environment.environment}" is an account and an environment with ${count}. Which one is meant?`,
        suggestions: [`the ${account?.name ?? ''} account`, `the ${environment.environment} environment`],
        meanings: {
          written: textBetween(context, index, index + longest.length),
          choices: [
            { shown: `the ${account?.name ?? ''} account`, words: `account ${account?.id ?? ''}` },
            { shown: `the ${environment.environment} environment`, words: `${environment.environment} environment` },
          ],
        },
      });
      addSelector(context, environment.environment, environment.environment);
    },
  };
}

/** Part of a name, where an account is expected: enough when it is part of one name only. */
export function partialNameMatch(context: ReadingContext, index: number): Match | undefined {
  if (STOP_WORDS.has(wordAt(context, index))) return undefined;
  const found = context.accounts.partial(context.tokens, index);
  if (found === undefined) return undefined;
  const behind = wordAt(context, index + found.length);
  const inPlace = expectsAccount(context, index) || behind === 'account' || behind === 'accounts';
  return inPlace ? accountMatch(context, index, found) : undefined;
}

export function accountIdMatch(context: ReadingContext, index: number): Match | undefined {
  const id = wordAt(context, index);
  if (!ACCOUNT_ID.test(id)) return undefined;
  const plain = id.replaceAll('-', '');
  return { length: 1, kind: 'account', take: () => addSelector(context, plain, plain) };
}

export function everyAccountMatch(context: ReadingContext, index: number): Match | undefined {
  const found = EVERY_ACCOUNT.match(context.tokens, index);
  if (found === undefined) return undefined;
  return {
    length: found.length,
    take: () => {
      const { reading } = context;
      if (asksForAccounts(context, index)) reading.asksAccounts = true;
      reading.allAccounts = true;
      reading.mentionsAccounts = true;
      context.exclusionOpen = false;
      context.lastMention = 'account';
    },
  };
}

/** "account Foo" and "OU Workloads": names that only the registry can judge. */
export function unknownAccountMatch(context: ReadingContext, index: number): Match | undefined {
  const token = context.tokens[index];
  const next = context.tokens[index + 1];
  if (token === undefined || token.word === ',') return undefined;
  if (wordAt(context, index - 1) === 'account') {
    return { length: 1, kind: 'account', take: () => addSelector(context, token.text, `"${token.text}"`) };
  }
  if (token.word === 'ou' && next !== undefined && next.word !== ',') {
    return { length: 2, kind: 'account', take: () => addSelector(context, `ou:${next.text}`, `the OU ${next.text}`) };
  }
  return undefined;
}

function accountMatch(context: ReadingContext, index: number, found: AccountWords): Match {
  return {
    length: found.length,
    kind: 'account',
    take: () => {
      if (found.kind === 'environment') {
        const { environment, excluded } = found;
        const selector = context.accounts.selectorOf(environment);
        if (excluded) context.reading.exclude.set(selector, `the environment ${environment}`);
        else addSelector(context, selector, `the environment ${environment}`);
        return;
      }
      const [account] = found.accounts;
      if (account !== undefined && found.accounts.length === 1) {
        addSelector(context, account.id, `${account.name} (${account.id})`);
        return;
      }
      const written = textBetween(context, index, index + found.length);
      context.reading.doubts.push({
        question: `"${written}" is ${found.kind === 'partial' ? 'part of the names' : 'the name'} of ${found.accounts.length} accounts. Which one is meant?`,
        suggestions: found.accounts.slice(0, 10).map(({ name, id }) => `${name} (${id})`),
        meanings: {
          written,
          choices: found.accounts.slice(0, 10).map(({ name, id }) => ({ shown: `${name} (${id})`, words: id })),
        },
      });
      addSelector(context, written, written);
    },
  };
}

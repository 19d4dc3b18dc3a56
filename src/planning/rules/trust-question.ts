import type { Intent } from '../../domain/intent.js';
import { wordAt } from '../time/moment-words.js';
import type { PlanningContext } from '../planner.js';
import { listed } from './effects.js';
import { ownAccounts } from './follow-up-places.js';
import { phraseList } from './phrases.js';
import type { QuestionReader } from './reader.js';
import type { Token } from './tokens.js';
import { call, equal } from './topic.js';

const WISHES = phraseList([
  ...[
    'who',
    'what',
    'which principals',
    'which accounts',
    'which services',
    'principals that',
    'accounts that',
  ].flatMap((who) => [
    `${who} can assume`,
    `${who} may assume`,
    `${who} is allowed to assume`,
    `${who} are allowed to assume`,
  ]),
  'who is trusted by',
  'who is trusted to assume',
  'trust policy of',
  'trust policies of',
  'trust policy for',
  'trust relationship of',
  'trust relationships of',
]);
const LEADS = phraseList(
  ['', 'the']
    .flatMap((article) =>
      ['show', 'show me', 'list', 'give me', 'what is', 'what are', ''].map((verb) => `${verb} ${article}`.trim()),
    )
    .filter((lead) => lead !== ''),
);
const ARTICLES = new Set(['the', 'a', 'an', 'any', 'all', 'every', 'each', 'our', 'my', 'iam']);
/** A name follows "role"; one of these begins with where to look instead. */
const PLACE_LEADS = new Set(['in', 'of', 'across', 'from', 'for', 'per', 'by', 'on', 'within', 'and']);

/**
 * "Who can assume role X": the trust policy of the role, in every account that has it. Undefined for every other question;
 * what of it is not understood is asked back. Whether a principal's own policies allow the call as well is not in it, and
 * the summary says so: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function trustQuestion(
  reader: QuestionReader,
  tokens: readonly Token[],
  context: PlanningContext,
): Intent | undefined {
  const lead = LEADS.match(tokens, 0)?.length ?? 0;
  const wish = [0, lead].find((at) => WISHES.match(tokens, at) !== undefined);
  if (wish === undefined) return undefined;
  const role = roleAt(tokens, wish + (WISHES.match(tokens, wish)?.length ?? 0));
  if (role === undefined) return undefined;
  const reading = reader.read(tokens.slice(role.end), context.accounts);
  if (reading.orders.length + reading.secrets.length > 0) return undefined;
  const strange = [...reading.unknown, ...reading.dangling].slice(0, 8).map((word) => `"${word.slice(0, 60)}"`);
  if (strange.length > 0)
    return askBack(`I took this as a question about trust policies, and did not understand ${listed(strange)}.`);
  if (reading.topics.length + reading.conditions.length + reading.doubts.length > 0 || reading.limit !== undefined) {
    return askBack('Of trust policies I can show those of one role by its name, or of all roles, in any accounts.');
  }
  const { accounts, accountsShown, byDefault } = ownAccounts(reading, context.conversation, context.accounts);
  const noun = role.name === undefined ? 'trust policies of IAM roles' : `trust policies of the IAM role ${role.name}`;
  return {
    kind: 'query',
    plan: {
      calls: [
        call('iam-roles', 'iam', 'ListRoles', {
          columns: [
            { name: 'Role', path: 'RoleName' },
            { name: 'Trust policy', path: 'AssumeRolePolicyDocument' },
            { name: 'ARN', path: 'Arn' },
          ],
        }),
      ],
      show: {
        title: noun.slice(0, 1).toUpperCase() + noun.slice(1),
        tables: [
          { call: 'iam-roles', filters: role.name === undefined ? [] : [equal('Role', role.name)], kind: 'rows', noun },
        ],
      },
    },
    accounts,
    ...(byDefault ? { byDefault: true } : {}),
    regions: [],
    summary: `List ${noun} (iam ListRoles); ${accountsShown}; the principals that they trust also need a permission of their own, unless they are in the same account and named`,
    planner: 'rules',
  };
}

/** The role behind the wish: "the role deploy", "CentralOpsTargetRole", "roles" for all; and where the rest begins. */
function roleAt(tokens: readonly Token[], from: number): { readonly name?: string; readonly end: number } | undefined {
  let at = from;
  while (ARTICLES.has(wordAt(tokens, at))) at += 1;
  const noun = ['role', 'roles'].includes(wordAt(tokens, at));
  if (noun) at += 1;
  if (['called', 'named'].includes(wordAt(tokens, at))) at += 1;
  const name = tokens[at];
  const named = name !== undefined && (name.quoted || !PLACE_LEADS.has(name.word));
  if (!named) return noun ? { end: at } : undefined;
  const behind = ['role', 'roles'].includes(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  // "Who can assume deploy" alone could be about anything; a role is named as one, or written like one.
  if (!noun && behind === at + 1 && !name.quoted && !/[A-Z0-9_/-]/.test(name.text)) return undefined;
  return { name: name.text.replace(/^.*\//, ''), end: behind };
}

function askBack(question: string): Intent {
  return {
    kind: 'clarify',
    question,
    suggestions: ['Who can assume role CentralOpsTargetRole?', 'Trust policies of all roles in production'],
  };
}

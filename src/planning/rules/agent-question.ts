import type { Intent } from '../../domain/intent.js';

type AskAgents = Extract<Intent, { kind: 'ask-agents' }>;

/** "Which agents are there?", not "list the agents of Bedrock": those are resources of an account. */
const LISTING =
  /^(?:(?:please\s+)?(?:list|show(?:\s+me)?)\s+(?:the|all|all\s+the|my|our)\s+agents\s+(?:of|in)\s+the\s+(?:agent\s+)?registry|(?:which|what)\s+agents\s+(?:are\s+there|are\s+(?:available|registered)|do\s+(?:you|we|i)\s+have|(?:can|may)\s+(?:i|we|you)\s+(?:ask|use|invoke)|do\s+you\s+know)|list\s+agents|agents)\s*[?.!]*$/iu;

const ASK = String.raw`(?:please\s+)?(?:ask|tell|invoke)\s+`;
/** What stands between whom to ask and what; "to" is not part of what. */
const THEN = String.raw`(?:\s*[:,]\s*|\s+)(?:to\s+)?`;

/** `@VesselOperations what vessels do we have?` */
const AT_NAME = /^@([\w.#-]{1,300})\s*[:,]?\s+(.+)$/su;
/** `ask agent "Vessel Operations": …`, `ask the agent PEGHWIVI5Y …` */
const AGENT_NAMED = new RegExp(`^${ASK}(?:the\\s+)?agent\\s+(?:"([^"]{1,300})"|([\\w.#-]{1,300}))${THEN}(.+)$`, 'isu');
/** `ask the vessel operations agent …` */
const THE_NAMED_AGENT = new RegExp(
  `^${ASK}(?:the|our)\\s+(?!right\\b|best\\b)((?:[\\w.&-]+\\s+){1,6}?)agent\\b${THEN}(.+)$`,
  'isu',
);
/** `ask vessel agent …`: without an article only few words, or "tell me which agent …" would be for one. */
const NAMED_AGENT = new RegExp(
  `^(?:please\\s+)?(?:ask|invoke)\\s+(?!(?:an?|any|every|all|the|our|my|me|which|agents?)\\b)((?:[\\w.&-]+\\s+){1,3}?)agent\\b${THEN}(.+)$`,
  'isu',
);
/** `ask agents Invoices and Payroll: …` */
const AGENTS_NAMED = new RegExp(`^${ASK}(?:the\\s+)?agents\\s+([^:]{1,300}):\\s*(.+)$`, 'isu');
/** `ask an agent for invoices: …` */
const CAPABLE = new RegExp(
  `^${ASK}(?:an|any|every|all|the)\\s+agents?\\s+(?:for|that\\s+(?:knows?|handles?|has|have))\\s+([^:]{1,300}):\\s*(.+)$`,
  'isu',
);
/** `ask an agent: …`, `ask the right agent …` */
const ANY = new RegExp(`^${ASK}(?:an|any|the\\s+right|the\\s+best|whichever)\\s+agent${THEN}(.+)$`, 'isu');

/**
 * What is explicitly for agents. Only set ways of saying so count, because what follows is handed over as it was written,
 * to somebody who may do more than read; everything else is a question about accounts. Whether it may be handed over at all
 * is decided behind it.
 */
export function agentQuestion(question: string): Intent | undefined {
  const text = question.trim();
  if (LISTING.test(text)) return { kind: 'list-agents', summary: 'List the agents' };
  const intent =
    fromMatch(AT_NAME.exec(text), ([name = '', rest = '']) => named([name], rest)) ??
    fromMatch(CAPABLE.exec(text), ([capabilities = '', rest = '']) => capable(parts(capabilities), rest)) ??
    fromMatch(AGENTS_NAMED.exec(text), ([names = '', rest = '']) => named(parts(names), rest)) ??
    fromMatch(ANY.exec(text), ([rest = '']) => ({
      kind: 'ask-agents',
      asked: { kind: 'question' },
      text: rest,
      summary: 'Ask the agent that fits',
    })) ??
    fromMatch(AGENT_NAMED.exec(text), ([quoted, bare = '', rest = '']) => named([quoted ?? bare], rest)) ??
    fromMatch(THE_NAMED_AGENT.exec(text) ?? NAMED_AGENT.exec(text), ([name = '', rest = '']) =>
      named([name.trim()], rest),
    );
  return intent;
}

function fromMatch(
  match: RegExpExecArray | null,
  read: (groups: readonly (string | undefined)[]) => AskAgents,
): AskAgents | undefined {
  if (match === null) return undefined;
  const intent = read(match.slice(1));
  return intent.text.trim() === '' ? undefined : { ...intent, text: intent.text.trim() };
}

function named(names: readonly string[], text: string): AskAgents {
  return { kind: 'ask-agents', asked: { kind: 'named', names }, text, summary: `Ask ${names.join(', ')}` };
}

function capable(capabilities: readonly string[], text: string): AskAgents {
  return {
    kind: 'ask-agents',
    asked: { kind: 'capable', capabilities },
    text,
    summary: `Ask the agents for ${capabilities.join(', ')}`,
  };
}

function parts(written: string): readonly string[] {
  return written
    .split(/\s*(?:,|\band\b|&)\s*/iu)
    .map((part) => part.replaceAll(/^["“]|["”]$/gu, '').trim())
    .filter((part) => part !== '');
}

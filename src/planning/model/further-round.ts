import type { Intent } from '../../domain/intent.js';
import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import { callLabel, type Call, type Plan } from '../../domain/plan.js';
import type { ReviewWords } from '../../../prompts/review.js';
import type { OperationSheet } from '../../../prompts/plan.js';
import type { Catalogue, ShapeFacts } from '../catalogue/facts.js';
import { pathProblem } from './check-paths.js';
import { sheetsOf } from './operation-sheets.js';
import { readPlan, type ReadPlan } from './read-plan.js';

type Query = Extract<Intent, { kind: 'query' }>;

/** What a further round is measured by: all of it was there before any account was asked. */
export interface Granted {
  readonly intent: Query;
  /** Calls of the rounds before, against the budget of the whole question. */
  readonly callsBefore: number;
  readonly callBudget: number;
  /** The person's own words: this question and those before it. */
  readonly said: readonly string[];
}

/** The operations that a further round may use, as a model is told of them. */
export function scopeSheets(catalogue: Catalogue, { plan, scope = [] }: Query): readonly OperationSheet[] {
  return sheetsOf(catalogue, [...plan.calls, ...scope], plan.show.question ?? plan.show.title);
}

/** A further plan as a model wrote it. Its ids say the round; its nouns are the operations' own, because people read them. */
export function readFurther({ calls, tables }: ReviewWords, round: number): ReadPlan {
  const id = (own: string): string => `round${round}-${own}`;
  const operations = new Map(calls.map((call) => [call.id, call.operation]));
  return readPlan(
    {
      calls: calls.map((call) => ({
        ...call,
        id: id(call.id),
        ...(call.forEach === undefined ? {} : { forEach: { ...call.forEach, call: id(call.forEach.call) } }),
      })),
      tables: tables.map((table) => ({
        ...table,
        call: id(table.call),
        ...(table.join === undefined ? {} : { join: table.join.map((join) => ({ ...join, call: id(join.call) })) }),
        noun: nounOf(operations.get(table.call) ?? ''),
      })),
    },
    '',
  );
}

/** `DescribeSecurityGroups` to "security groups", `DescribeCluster` to "clusters". */
function nounOf(operation: string): string {
  const words = operation.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const noun = words.split(' ').slice(1).join(' ').toLowerCase();
  return noun === '' || noun.endsWith('s') ? noun : `${noun}s`;
}

/**
 * Why a further round is not made, whatever `authorizePlan` says of it; undefined when it may be.
 *
 * What an account returned can choose nothing: operations are those that were shortlisted before, Regions and accounts are
 * not in a plan at all, and a text in a parameter must be the person's own, the first plan's, or
 * one of the few that the operation takes. A value out of a table reaches a call only by reference, which is followed inside the account that it came
 * from: as a literal it would be sent to every other account as well.
 */
export function furtherProblem(plan: Plan, catalogue: Catalogue, granted: Granted): string | undefined {
  const { intent, callsBefore, callBudget } = granted;
  if (callsBefore + plan.calls.length > callBudget) {
    return `with it the question would have ${callsBefore + plan.calls.length} calls, and ${callBudget} are allowed`;
  }
  const allowed = new Set([...intent.plan.calls, ...(intent.scope ?? [])].map(callLabel));
  const outside = plan.calls.find((call) => !allowed.has(callLabel(call)));
  if (outside !== undefined) return `${callLabel(outside)} is not among the operations of this question`;
  const misread = pathProblem(plan, catalogue);
  if (misread !== undefined) return misread;
  for (const call of plan.calls) {
    const text = strangeText(call, catalogue, granted);
    if (text !== undefined) {
      return `the text "${text.slice(0, 60)}" in a parameter of ${callLabel(call)} is neither the question's nor the first plan's`;
    }
    const column = call.columns.find(({ name, path }) => !isNamedAfter(name, path));
    if (column !== undefined)
      return `the column "${column.name}" of ${callLabel(call)} is not named after ${column.path}`;
  }
  return undefined;
}

function strangeText(call: Call, catalogue: Catalogue, { intent, said }: Granted): string | undefined {
  const known = new Set(intent.plan.calls.flatMap(({ params }) => textsIn(params)));
  const facts = catalogue.find(call.service, call.operation);
  const taken = new Set([...(facts?.parameters.values() ?? [])].flatMap(valuesIn));
  return textsIn(call.params).find((text) => !known.has(text) && !taken.has(text) && !isSaid(text, said));
}

/** The texts that parameters take where AWS names them all. */
function valuesIn({ values = [], members }: ShapeFacts): readonly string[] {
  return [...values, ...[...(members?.values() ?? [])].flatMap(valuesIn)];
}

/** Every text in parameters, and every key below their own names, which the policy has checked. */
function textsIn(params: JsonObject): readonly string[] {
  return Object.values(params).flatMap((value: Json) => textsBelow(value));
}

function textsBelow(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((element: Json) => textsBelow(element));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(MEMBER.test(key) ? [] : [key]), ...textsBelow(inner)]);
}

/** Names of members, as AWS writes them. */
const MEMBER = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/** As whole words, in any letter case. */
function isSaid(text: string, said: readonly string[]): boolean {
  const wanted = spacedWords(text);
  return wanted.trim() !== '' && said.some((sentence) => spacedWords(sentence).includes(wanted));
}

/** Words with a space on both sides of each. */
function spacedWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** "Group ID" is named after `GroupId`: a heading out of a table could say anything. */
function isNamedAfter(name: string, path: string): boolean {
  return letters(name) !== '' && letters(path).includes(letters(name));
}

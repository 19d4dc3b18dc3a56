import type { Table } from '../domain/answer.js';
import type { CommandReport, CommandResult } from '../domain/command.js';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.js';
import { countsAsAnswered } from '../domain/outcome.js';
import { BLANK_CELL, cellOf } from './command-cell.js';

const MOST_COLUMNS = 10;

/** One row for each account: how the command ended there, and what its output begins with. */
export function commandSummary({ results }: Pick<CommandReport, 'results'>): Table {
  return {
    title: 'Accounts',
    columns: ['Account', 'Account ID', 'Region', 'Role', 'Outcome', 'Exit code', 'Output'],
    rows: results.map((result) => [
      result.accountName,
      result.accountId,
      result.region,
      result.roleName,
      result.outcome,
      result.exitCode ?? BLANK_CELL,
      beginningOf(result),
    ]),
    total: results.length,
    truncated: false,
  };
}

function beginningOf(result: CommandResult): string {
  if (!countsAsAnswered(result.outcome)) return result.message ?? '';
  const items = itemsOf(result);
  if (items !== undefined) return `${String(items.length)} row${items.length === 1 ? '' : 's'}`;
  const lines = result.stdout.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return '(nothing)';
  return lines.length === 1 ? (lines[0] ?? '') : `${lines[0] ?? ''} … (${String(lines.length)} lines)`;
}

/** Rows of many accounts, and the members of them that have no column: nested ones, and those beyond the tenth. */
export interface CommandRows {
  readonly table: Table;
  readonly leftOut: readonly string[];
}

/**
 * The rows of all accounts in one table, when every account that answered printed one list as JSON. Undefined when one of them
 * printed something else, or not all of what it had to say.
 */
export function commandRows({ results }: Pick<CommandReport, 'results'>): CommandRows | undefined {
  const answered = results.filter(({ outcome }) => outcome === 'answered');
  const listed = answered.map((result) => ({ result, items: itemsOf(result) }));
  if (listed.length === 0 || listed.some(({ items }) => items === undefined)) return undefined;
  const all = listed.flatMap(({ result, items = [] }) => items.map((item) => ({ result, item })));
  const objects = all.map(({ item }) => item).filter((item) => isJsonObject(item));
  if (objects.length > 0 && objects.length < all.length) return undefined;
  const scalars = membersOf(objects, (value) => typeof value !== 'object' || value === null);
  const columns = scalars.slice(0, MOST_COLUMNS);
  if (objects.length > 0 && columns.length === 0) return undefined;
  return {
    table: {
      title: 'Rows',
      columns: ['Account', 'Account ID', 'Region', ...(objects.length > 0 ? columns.map(headingOf) : ['Value'])],
      rows: all.map(({ result, item }) => [
        result.accountName,
        result.accountId,
        result.region,
        ...(isJsonObject(item) ? columns.map((name) => cellOf(item[name])) : [cellOf(item)]),
      ]),
      total: all.length,
      truncated: false,
    },
    leftOut: membersOf(objects, () => true).filter((name) => !columns.includes(name)),
  };
}

/** What is said about members without a column; empty when all have one. */
export function leftOutNote({ leftOut }: CommandRows): string {
  if (leftOut.length === 0) return '';
  return `Without a column: ${leftOut.join(', ')}. the JSON output has everything, and --query selects.`;
}

/** Names of members in the order in which they first come. */
function membersOf(items: readonly JsonObject[], isWanted: (value: Json) => boolean): readonly string[] {
  return [
    ...new Set(
      items.flatMap((item) => Object.entries(item).flatMap(([name, value]) => (isWanted(value) ? [name] : []))),
    ),
  ];
}

/** Headings that the table has already get another one. */
function headingOf(name: string): string {
  return ['Account', 'Account ID', 'Region'].includes(name) ? `Its ${name}` : name;
}

/** The list that is the output, or the only list in it; an object without any is one row. */
function itemsOf({ stdout, rest }: Pick<CommandResult, 'stdout' | 'rest'>): readonly Json[] | undefined {
  if (rest !== undefined || !/^\s*[[{]/.test(stdout)) return undefined;
  try {
    const parsed: unknown = JSON.parse(stdout);
    if (isList(parsed)) return parsed;
    if (!isJsonObject(parsed)) return undefined;
    const lists = Object.values(parsed).filter(isList);
    if (lists.length === 0) return [parsed];
    return lists.length === 1 ? lists[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Told of what `JSON.parse` made. */
function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

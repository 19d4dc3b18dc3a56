import { isJsonObject } from '../domain/json.js';

/** JSON as the AWS CLI's `--output text` prints it (awscli/text.py): values behind tabs, names of nested members in front. */
export function textFormat(value: unknown): string {
  const lines: string[] = [];
  writeValue(value, undefined, undefined, lines);
  return lines.map((line) => `${line}\n`).join('');
}

function writeValue(
  value: unknown,
  name: string | undefined,
  columns: readonly string[] | undefined,
  lines: string[],
): void {
  if (Array.isArray(value)) writeList(value, name, lines);
  else if (isJsonObject(value)) writeObject(value, name, columns, lines);
  else lines.push(scalar(value));
}

function writeList(items: readonly unknown[], name: string | undefined, lines: string[]): void {
  if (items.some((item) => isJsonObject(item))) {
    const columns = [
      ...new Set(
        items.flatMap((item) => (isJsonObject(item) ? Object.keys(item).filter((key) => isScalar(item[key])) : [])),
      ),
    ].sort();
    for (const item of items) writeValue(item, name, columns, lines);
    return;
  }
  const scalars = items.filter(isScalar);
  if (scalars.length > 0) {
    if (name === undefined) lines.push(scalars.map(scalar).join('\t'));
    else lines.push(...scalars.map((item) => `${name.toUpperCase()}\t${scalar(item)}`));
  }
  for (const item of items) if (!isScalar(item)) writeValue(item, name, undefined, lines);
}

function writeObject(
  item: Readonly<Record<string, unknown>>,
  name: string | undefined,
  columns: readonly string[] | undefined,
  lines: string[],
): void {
  const keys = Object.keys(item).sort();
  const shown = columns ?? keys.filter((key) => isScalar(item[key]));
  if (shown.length > 0) {
    const cells = shown.map((key) => (Object.hasOwn(item, key) ? scalar(item[key]) : ''));
    lines.push([...(name === undefined ? [] : [name.toUpperCase()]), ...cells].join('\t'));
  }
  for (const key of keys) if (!shown.includes(key)) writeValue(item[key], key, undefined, lines);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Python's words. */
function scalar(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

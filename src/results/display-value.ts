import type { Json } from '../domain/json.js';

/** A cell as one piece of text: lists joined, nothing for null. */
export function displayValue(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((element: Json) => displayValue(element)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

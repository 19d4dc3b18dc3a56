import { CentralOpsError } from '../../domain/errors.js';
import { parseJsonText } from '../../domain/json-text.js';

/** Deeper than any parameter of AWS. What checks a body calls itself for each level. */
const DEEPEST = 64;
/** Lists, objects and their members. Checking a million of them would keep everybody else waiting. */
const MOST_VALUES = 100_000;

/**
 * The JSON of a body: always UTF-8 (RFC 8259, 8.1), whatever its type is called. Throws `usage` for bytes that are not
 * UTF-8, text that is not JSON (with its line and column, never with the text), and JSON that is nested or cut up to
 * no purpose.
 */
export function parseJsonBody(bytes: Uint8Array, contentType: string | undefined): unknown {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) {
    throw new CentralOpsError('usage', `the body is said to be ${charset.slice(0, 40)}`, {
      nextStep: 'Send JSON in UTF-8.',
    });
  }
  const parsed = parseJsonText(textOf(bytes));
  if (!parsed.ok) {
    throw new CentralOpsError('usage', `the body is not JSON: see line ${parsed.line}, column ${parsed.column}`);
  }
  checkShape(parsed.value, 'the body');
  return parsed.value;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CentralOpsError('usage', 'the body is not UTF-8', { nextStep: 'Send JSON in UTF-8.', cause });
  }
}

/**
 * Refuses (`usage`) what is nested or cut up to no purpose. Goes through the value with a list of its own: what is refused for its
 * depth must not be walked by recursion.
 */
export function checkShape(value: unknown, what: string): void {
  const open: (readonly [value: unknown, depth: number])[] = [[value, 0]];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, depth] = next;
    if (typeof one !== 'object' || one === null) continue;
    if (depth >= DEEPEST) throw new CentralOpsError('usage', `${what} is nested more than ${DEEPEST} levels deep`);
    const members: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
    values += members.length;
    if (values > MOST_VALUES) throw new CentralOpsError('usage', `${what} has more than ${MOST_VALUES} values`);
    for (const member of members) open.push([member, depth + 1]);
  }
}

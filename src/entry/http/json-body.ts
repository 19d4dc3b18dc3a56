import { CentralOpsError } from '../../domain/errors.js';
import { parseJsonText } from '../../domain/json-text.js';
import { createShapeCheck } from './json-shape.js';

/** Characters of a text in which the place of a mistake is looked for: in ten million, that takes half a second. */
const LONGEST_SEARCHED = 256 * 1024;

/** Reads JSON as it arrives, so that what is wrong is found early and what is long is not gone through in one go. */
export interface JsonReader {
  /** Throws `usage` for bytes that are not UTF-8, and for JSON that is nested or cut up to no purpose. */
  add(bytes: Uint8Array): void;
  /** Throws `usage` for text that is not JSON, with its line and column unless it is long, never with the text. */
  end(): unknown;
}

/** The JSON of a body: always UTF-8 (RFC 8259, 8.1), whatever its type is called. Throws `usage` for a type that says otherwise. */
export function createJsonReader(contentType: string | undefined): JsonReader {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) {
    throw new CentralOpsError('usage', `the body is said to be ${charset.slice(0, 40)}`, {
      nextStep: 'Send JSON in UTF-8.',
    });
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const shape = createShapeCheck('the body');
  let text = '';

  const decode = (bytes?: Uint8Array): void => {
    try {
      text += bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new CentralOpsError('usage', 'the body is not UTF-8', { nextStep: 'Send JSON in UTF-8.', cause });
    }
  };

  return {
    add(bytes) {
      decode(bytes);
      shape.add(bytes);
    },
    end() {
      decode();
      const parsed = text.length > LONGEST_SEARCHED ? parseLongText(text) : parseJsonText(text);
      if (parsed.ok) return parsed.value;
      const place = parsed.line === undefined ? '' : `: see line ${parsed.line}, column ${parsed.column}`;
      throw new CentralOpsError('usage', `the body is not JSON${place}`);
    },
  };
}

/** Parsed like any other, but not searched for the place of a mistake. */
function parseLongText(text: string): { ok: true; value: unknown } | { ok: false; line?: undefined } {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

/** The JSON of a body that is there already. Throws as {@link createJsonReader} does. */
export function parseJsonBody(bytes: Uint8Array, contentType: string | undefined): unknown {
  const reader = createJsonReader(contentType);
  reader.add(bytes);
  return reader.end();
}

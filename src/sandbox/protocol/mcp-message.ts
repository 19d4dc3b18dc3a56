import { z } from 'zod';
import type { Json, JsonObject } from '../../domain/json.js';

/** A JSON-RPC message of a client: a request to answer, or something that only needs to be taken note of. */
export type ClientMessage =
  | { readonly kind: 'request'; readonly id: string | number; readonly method: string; readonly params: JsonObject }
  | { readonly kind: 'note' }
  | { readonly kind: 'invalid'; readonly code: number; readonly message: string };

const messageShape = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number().int()]).optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.custom<Json>()).optional(),
});

export const PARSE_ERROR = -32_700;
export const INVALID_REQUEST = -32_600;
export const METHOD_NOT_FOUND = -32_601;
export const INVALID_PARAMS = -32_602;
/** The AWS MCP Server's own code for a session that it does not know (any more). */
export const SESSION_LOST = -30_001;

export function readMessage(body: Buffer): ClientMessage {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return { kind: 'invalid', code: PARSE_ERROR, message: 'Parse error' };
  }
  const parsed = messageShape.safeParse(value);
  if (!parsed.success) return { kind: 'invalid', code: INVALID_REQUEST, message: 'Invalid Request' };
  const { id, method, params } = parsed.data;
  if (method === undefined || id === undefined) return { kind: 'note' };
  return { kind: 'request', id, method, params: params ?? {} };
}

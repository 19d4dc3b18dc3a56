import { isJsonObject } from '../../domain/json.js';

/** The key of the Region in a request's `_meta`. */
export const REGION_METADATA = 'AWS_REGION';

/** How a message begins whose sender has put the Region in already (session.ts does, for long scripts). */
const ALREADY_THERE = /^\{"method":"[a-z/]+","params":\{"_meta":\{"AWS_REGION":"[a-z0-9-]+"/;

/**
 * Adds `_meta.AWS_REGION` to the JSON-RPC messages of a request body, as AWS's own proxy does: the Region that a
 * `call_boto3` without one would use. Keys that are already there win; messages without `params`, bodies that are not
 * JSON-RPC, and empty bodies stay as they are. Has to happen before signing, since the signature covers the body.
 */
export function withRegionMetadata(body: string, region: string): string {
  if (body === '' || ALREADY_THERE.test(body)) return body;
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return body;
  }
  if (Array.isArray(message)) {
    const messages: readonly unknown[] = message;
    return messages.some(takesMetadata) ? JSON.stringify(messages.map((one) => inject(one, region))) : body;
  }
  return takesMetadata(message) ? JSON.stringify(inject(message, region)) : body;
}

function takesMetadata(message: unknown): boolean {
  return isJsonObject(message) && message['jsonrpc'] === '2.0' && isJsonObject(message['params']);
}

function inject(message: unknown, region: string): unknown {
  if (!isJsonObject(message) || !takesMetadata(message) || !isJsonObject(message['params'])) return message;
  const params = message['params'];
  const existing = isJsonObject(params['_meta']) ? params['_meta'] : {};
  return { ...message, params: { ...params, _meta: { [REGION_METADATA]: region, ...existing } } };
}

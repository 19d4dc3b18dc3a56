import type { RequestId } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

/**
 * Requests that are being answered. Each has a server of its own, so a cancellation, which comes as another request, has to be led to
 * it: by who calls, the session, and the id that the client gave the request.
 */
export interface Exchanges {
  /** Until the returned function is called, `cancel` is what a cancellation of one of the requests does. */
  begin(who: string, messages: readonly unknown[], cancel: () => void): () => void;
  /** Follows the cancellations among the messages. */
  cancelNamed(who: string, messages: readonly unknown[]): void;
}

const id = z.union([z.string(), z.number()]);
const request = z.object({ id, method: z.string() });
const cancellation = z.object({ method: z.literal('notifications/cancelled'), params: z.object({ requestId: id }) });

export function createExchanges(): Exchanges {
  const underWay = new Map<string, () => void>();
  return {
    begin(who, messages, cancel) {
      const keys = messages.flatMap((message) => {
        const parsed = request.safeParse(message);
        return parsed.success ? [keyOf(who, parsed.data.id)] : [];
      });
      for (const key of keys) underWay.set(key, cancel);
      return () => {
        for (const key of keys) if (underWay.get(key) === cancel) underWay.delete(key);
      };
    },
    cancelNamed(who, messages) {
      for (const message of messages) {
        const parsed = cancellation.safeParse(message);
        if (parsed.success) underWay.get(keyOf(who, parsed.data.params.requestId))?.();
      }
    },
  };
}

/** A client may number its requests "1" and 1. */
function keyOf(who: string, requestId: RequestId): string {
  return JSON.stringify([who, requestId]);
}

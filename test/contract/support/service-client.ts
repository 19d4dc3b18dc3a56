import { z } from 'zod';

export const SESSION = 'X-Amzn-Bedrock-AgentCore-Runtime-Session-Id';

const Answer = z.looseObject({ status: z.string(), sessionId: z.string(), runId: z.string() });
const Event = z.looseObject({ type: z.string(), runId: z.string(), at: z.iso.datetime() });
const Ping = z.strictObject({
  status: z.enum(['Healthy', 'HealthyBusy']),
  time_of_last_update: z.int().optional(),
});

export type StreamEvent = z.output<typeof Event>;

/** A client of the AgentCore contract, which knows of the server nothing but its address. */
export function clientOf(url: string) {
  const invoke = (body: unknown, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) =>
    fetch(`${url}/invocations`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  return {
    invoke,
    answer: async (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      Answer.parse(await (await invoke(body, headers)).json()),
    async ping() {
      const response = await fetch(`${url}/ping`);
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        body: Ping.parse(await response.json()),
      };
    },
    /** The stream, event by event; every line that is neither an event nor a comment is a mistake. */
    async *stream(
      body: unknown,
      headers: Readonly<Record<string, string>> = {},
      signal?: AbortSignal,
    ): AsyncGenerator<StreamEvent, void, undefined> {
      const response = await invoke(body, { accept: 'text/event-stream', ...headers }, signal);
      if (response.body === null) throw new Error('there is no stream');
      let text = '';
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts.filter((one) => !one.startsWith(':'))) {
          if (!part.startsWith('data: ') || part.includes('\n'))
            throw new Error(`not one data line: ${part.slice(0, 80)}`);
          yield Event.parse(JSON.parse(part.slice('data: '.length)));
        }
      }
      if (text !== '') throw new Error(`the stream ends in ${text.slice(0, 80)}`);
    },
  };
}

/** Waits until it is true, for ten seconds. */
export async function eventually(check: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
